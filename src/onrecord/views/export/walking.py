"""One way over all values of a book, whatever their type: each string and each place is put through a function."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cache
from typing import Any, Literal, cast, get_args, get_origin, get_type_hints

from onrecord.types import Span, Words

HASH = re.compile(r"[0-9a-f]{16,64}")
"""What every id of the record looks like, and no name."""
Change = Callable[[str], str]


@cache
def closed(kind: Hashable) -> frozenset[str]:
    """The fields of a value type that hold one word of a closed list, which no name is."""
    return frozenset(name for name, hint in get_type_hints(kind).items() if is_closed(hint))


def is_closed(hint: Any) -> bool:
    """Whether a type is a list of words, or None."""
    return get_origin(hint) is Literal or any(is_closed(part) for part in get_args(hint) if part is not type(None) and get_origin(hint) is not tuple)


@dataclass(frozen=True, slots=True)
class Walk:
    """What is done on the way: *words* to every string that is not an id, *ids* to every id, and *recut* gives the words at a place of a report."""

    words: Change
    ids: Change
    recut: Callable[[str, Span], str | None]

    def over(self, value: Any) -> Any:
        """The value with all that is in it changed, of the same type."""
        if isinstance(value, str):
            return self.ids(value) if HASH.fullmatch(value) else self.words(value)
        if isinstance(value, Span):
            return value
        if isinstance(value, tuple):
            return tuple(self.over(v) for v in value)
        if is_dataclass(value) and not isinstance(value, type):
            return self.over_fields(value)
        return value

    def over_fields(self, value: Any) -> Any:
        """A frozen value with its fields changed; words at a place are cut from the text anew, so that the two stay the same."""
        skipped = closed(cast("Hashable", type(value)))
        made = {f.name: getattr(value, f.name) if f.name in skipped else self.over(getattr(value, f.name)) for f in fields(value) if f.init}
        if isinstance(value, Words):
            made["quote"] = self.recut(value.report, value.span) or made["quote"]
        return replace(value, **made)


def places_of(value: Any) -> list[tuple[str, Span]]:
    """(report, span) of all Words in a value."""
    if isinstance(value, Words):
        return [(value.report, value.span)]
    if isinstance(value, tuple) and not isinstance(value, Span):
        return [p for v in value for p in places_of(v)]
    if is_dataclass(value) and not isinstance(value, type):
        return [p for f in fields(value) for p in places_of(getattr(value, f.name))]
    return []


def spans_of(value: Any) -> list[Span]:
    """All spans in a value."""
    if isinstance(value, Span):
        return [value]
    if isinstance(value, tuple):
        return [p for v in value for p in spans_of(v)]
    if is_dataclass(value) and not isinstance(value, type):
        return [p for f in fields(value) for p in spans_of(getattr(value, f.name))]
    return []
