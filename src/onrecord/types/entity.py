"""Who is who over all reports: names, offices with their days, and why several names were held to be one."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.types.reading import USUAL, Confidence, ParticipantKind
from onrecord.types.report import Interval, Span, Words


@dataclass(frozen=True, slots=True)
class Merge:
    """Two ways of writing that were held to be one."""

    one: str
    other: str
    score: float
    why: str


@dataclass(frozen=True, slots=True)
class OfficeTerm:
    """An office that reports give somebody, with the days of the first and the last report that does."""

    office: str
    former: bool
    """Whether it is told as one that the person has left."""
    first: Interval | None
    last: Interval | None
    """Days of publication: the office was told then, which is not from when to when it was held."""
    words: Words
    """The first place that tells it."""


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, body, state, place or group over all reports."""

    id: str
    name: str
    kind: ParticipantKind
    side: str | None = None
    offices: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    mentions: tuple[tuple[str, Span], ...] = ()
    """(report id, span) of every mention."""
    reasons: tuple[str, ...] = ()
    """Why its names were held to be one, one sentence a merge."""
    confidence: Confidence = USUAL
    merges: tuple[Merge, ...] = ()
    """The same as edges, each with its score."""
    terms: tuple[OfficeTerm, ...] = ()
    """Its offices with the days on which reports tell them, in the order of time."""
