"""Lexicons: words of the trade and exceptions to rules, kept as TOML beside the code that reads them."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def lexicon(name: str) -> dict[str, Any]:
    """The lexicon `annotate/lexicons/NAME.toml` as plain dicts and lists; read once, not to be changed."""
    return tomllib.loads((files("onrecord.annotate") / "lexicons" / f"{name}.toml").read_text(encoding="utf-8"))
