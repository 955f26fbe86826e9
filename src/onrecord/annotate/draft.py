"""A reading in the making: what the steps before have found, handed whole to the next."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import wraps
from typing import Any, TypeVar

from onrecord.annotate.cast import Cast
from onrecord.types import Attribution, Commitment, EventMention, Figure, Parsed, Position, Problem, Proposal, Status, Time

OWN_WORDS = ("statement", "readout")
"""Genres of texts in which whoever issued them speaks."""


@dataclass(frozen=True, slots=True)
class Draft:
    """Parsed text and the layers read so far; each step gets it and gives a new one."""

    parsed: Parsed
    cast: Cast = field(default_factory=Cast)
    times: tuple[Time, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    figures: tuple[Figure, ...] = ()
    events: tuple[EventMention, ...] = ()
    positions: tuple[Position, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    status: tuple[Status, ...] = ()
    problems: tuple[Problem, ...] = ()
    known: dict[str, tuple[Cast, Any]] = field(default_factory=dict, compare=False, repr=False)
    """What was worked out of the text and the cast alone, by the name of what works it out, beside the cast that it is of; see `of_cast`."""


T = TypeVar("T")


def of_cast(work: Callable[[Draft], T]) -> Callable[[Draft], T]:
    """*work*, which looks at the text and the cast of a draft and at nothing else, done once for a report; what it gives is not to be changed."""
    name = f"{work.__module__}.{work.__qualname__}"

    @wraps(work)
    def found(draft: Draft) -> T:
        kept = draft.known.get(name)
        if kept is None or kept[0] is not draft.cast:
            kept = draft.known[name] = (draft.cast, work(draft))
        value: T = kept[1]
        return value

    return found
