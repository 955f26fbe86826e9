"""A reading in the making: what the steps before have found, handed whole to the next."""

from __future__ import annotations

from dataclasses import dataclass, field

from onrecord.annotate.cast import Cast
from onrecord.types import Attribution, Commitment, EventMention, Figure, Parsed, Position, Problem, Proposal, Status, Time


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
