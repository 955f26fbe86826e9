"""Word lists of reading, kept as TOML beside the code."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def lexicon(name: str) -> dict[str, Any]:
    """The lexicon `read/lexicons/NAME.toml` as plain dicts and lists; read once, not to be changed."""
    return tomllib.loads((files("onrecord.read") / "lexicons" / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def words(name: str, section: str) -> frozenset[str]:
    """The lower-cased `words` of one section."""
    return frozenset(w.lower() for w in lexicon(name)[section]["words"])


@cache
def any_of(name: str, section: str) -> str:
    """A regular expression for any of a section's `words`, longest first, spaces standing for any white space."""
    listed = sorted(lexicon(name)[section]["words"], key=lambda w: (-len(w), w))
    return "(?:" + "|".join(re.escape(w).replace(r"\ ", r"\s+").replace("'", "['’]") for w in listed) + ")"


@cache
def patterns(name: str, section: str) -> tuple[re.Pattern[str], ...]:
    """The compiled `patterns` of one section, blind to case; an apostrophe stands for both kinds."""
    return tuple(re.compile(p.replace("'", "['’]"), re.IGNORECASE) for p in lexicon(name)[section]["patterns"])
