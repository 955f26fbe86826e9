"""The words of lexicons/channels.toml, ready to be used."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def book() -> dict[str, Any]:
    """The lexicon as plain dicts; read once, not to be changed."""
    return tomllib.loads((files("onrecord.reconcile") / "lexicons" / "channels.toml").read_text(encoding="utf-8"))


@cache
def words(section: str) -> re.Pattern[str]:
    """Any of the words of a section."""
    return re.compile(r"\b(?:" + "|".join(map(re.escape, book()[section]["words"])) + r")\b", re.I)


@cache
def patterns(section: str) -> tuple[re.Pattern[str], ...]:
    """The regular expressions of a section."""
    return tuple(re.compile(row) for row in book()[section]["rows"])


def part(name: str) -> str | None:
    """Which part of a party a name means; None for the whole."""
    told = name.casefold()
    return next((p for p, listed in book()["parts"].items() if p != "note" and any(w in told for w in listed)), None)
