"""The tables of events.toml."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(name: str) -> dict[str, Any]:
    """One section of events.toml without its note; read once, not to be changed."""
    whole = tomllib.loads((files("onrecord.reconcile.events") / "events.toml").read_text(encoding="utf-8"))
    return {k: v for k, v in whole[name].items() if k != "note"}


@cache
def families(kind: str) -> frozenset[str]:
    """The families of a type; two types may tell one happening when they share one."""
    return frozenset(f for f, types in table("families").items() if kind in types)


def spelt(word: str) -> str:
    """A number word in digits ("twenty-four" is 24); empty for another word."""
    parts, known = word.split("-"), table("numbers")
    return str(sum(int(known[part]) for part in parts)) if all(part in known for part in parts) else ""
