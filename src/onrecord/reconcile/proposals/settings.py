"""The lexicon of proposals over reports."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def book() -> dict[str, Any]:
    """The lexicon as plain dicts; read once, not to be changed."""
    return tomllib.loads((files("onrecord.reconcile") / "lexicons" / "proposals.toml").read_text(encoding="utf-8"))
