"""Long things in lists of many: their first lines, the rest counted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from onrecord.views.brief.page import Line
from onrecord.views.brief.words import number_words

MOST_LINES = 14
"""Lines of one thing in a list of many."""


def by_id(items: Sequence[Any], identity: str) -> Any:
    """The thing with this id; KeyError when there is none."""
    return {item.id: item for item in items}[identity]


def folded(lines: list[Line], address: str, *, whole: bool = False) -> list[Line]:
    """The first of the lines of one thing, all where it is asked for *whole*; the others are counted, with the address that shows them."""
    if whole or len(lines) <= MOST_LINES:
        return lines
    return [*lines[:MOST_LINES], Line(f"and {number_words(len(lines) - MOST_LINES)} lines more", link=address, level=1)]
