"""Word lists of reading, kept as TOML beside the code."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
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
def tests(name: str, section: str) -> tuple[Callable[[str], object], ...]:
    """The `patterns` of one section (`genre.titles` may be nested with a dot) as tests, blind to case."""
    node = lexicon(name)
    for key in section.split("."):
        node = node[key]
    # Searching for a pattern that is bound to the start would try every place of the text in vain.
    bound = [p for p in node["patterns"] if p.startswith("^")]
    free = [p for p in node["patterns"] if not p.startswith("^")]
    made: list[Callable[[str], object]] = [re.compile("|".join(f"(?:{p})" for p in bound), re.IGNORECASE).match] if bound else []
    return (*made, *(re.compile(p, re.IGNORECASE).search for p in free))


def has_any(text: str, name: str, section: str) -> bool:
    """Whether any pattern of a section is found in *text*; an apostrophe in a pattern stands for both kinds."""
    cues = lexicon(name).get(section, {}).get("cues")
    if cues:
        low = text.lower()
        if not any(cue in low for cue in cues):
            return False
    plain = text.replace("’", "'")
    return any(test(plain) for test in tests(name, section))
