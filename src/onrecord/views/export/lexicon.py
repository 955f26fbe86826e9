"""Tables of exporters: how words of the record are told in the vocabularies of other projects."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def lexicon(name: str) -> dict[str, Any]:
    """The table `views/export/lexicons/NAME.toml` as plain dicts and lists; read once, not to be changed."""
    return tomllib.loads((files("onrecord.views.export") / "lexicons" / f"{name}.toml").read_text(encoding="utf-8"))
