"""Tokens for reading and for reviewing from elsewhere: told once, kept only as hashes in a file beside the record."""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import secrets
from collections.abc import Mapping
from pathlib import Path

from onrecord.errors import InputError

ROLES = ("read", "review")


def hashed(token: str) -> str:
    """SHA-256 of a token; a token has 256 random bits, so that a slow hash would add nothing."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def beside(record: Path) -> Path:
    """Where the hashes of a record's tokens are kept."""
    return record.with_name(f"{record.name}.tokens")


def made(record: Path) -> dict[str, str]:
    """New tokens by role, their hashes kept in a file that only its owner may read; older ones hold no longer."""
    fresh = {role: secrets.token_urlsafe(32) for role in ROLES}
    path = beside(record)
    part = path.with_name(f"{path.name}.part")
    try:
        part.unlink(missing_ok=True)
        handle = os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump({role: hashed(token) for role, token in fresh.items()}, file)
        part.replace(path)
    except OSError as error:
        raise InputError(f"{path}: tokens cannot be kept ({error.strerror}); put the record into a folder that may be written") from error
    return fresh


def known(record: Path) -> dict[str, str] | None:
    """The hashes by role that were kept, None before any was made."""
    path = beside(record)
    if not path.exists():
        return None
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise InputError(f"{path}: cannot be read as tokens ({error}); `onrecord serve --new-tokens` makes others") from error
    if not isinstance(found, dict) or set(found) != set(ROLES) or not all(isinstance(v, str) for v in found.values()):
        raise InputError(f"{path}: holds no tokens; `onrecord serve --new-tokens` makes others")
    return found


def role_of(token: str, tokens: Mapping[str, str]) -> str | None:
    """The role that a token opens, None for none; all are compared, each in constant time."""
    given = hashed(token)
    fits = {role: hmac.compare_digest(given, tokens[role]) for role in ROLES}
    return "review" if fits["review"] else "read" if fits["read"] else None
