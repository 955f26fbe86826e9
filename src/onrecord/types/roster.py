"""The people held, one by one: what is reported of each, and who else bears the name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.types.ledger import UNCOUNTED, Origins
from onrecord.types.reading import Factuality
from onrecord.types.report import Interval, Words

CaptiveStatus = Literal[
    "taken", "held", "seen_alive", "released", "rescued", "escaped", "said_dead", "body_returned", "missing",
]
"""What is reported of a captive; each is somebody's account, none is derived."""


@dataclass(frozen=True, slots=True)
class RosterPoint:
    """One thing that one report tells of one captive."""

    words: Words
    status: CaptiveStatus
    date: Interval | None
    """When it was so; None where only the day of the report is known."""
    told_by: str
    """By whose account: a side, a source as named, or "own voice"."""
    factuality: Factuality = "happened"
    """Other than "happened" and "ongoing" where it is only planned, denied, feared or asked for."""


@dataclass(frozen=True, slots=True)
class Namesake:
    """Somebody else whose name could be taken for this one."""

    name: str
    why: str
    """What tells them apart, or that nothing does."""
    line: str | None = None
    """Id of the other's line, where the other is on the roster too."""


@dataclass(frozen=True, slots=True)
class RosterLine:
    """One captive by name, with everything that is reported of them in the order of time."""

    id: str
    name: str
    status: CaptiveStatus
    """What is told last as a fact; where accounts differ, *differs* says so."""
    points: tuple[RosterPoint, ...]
    entity: str | None = None
    """Id of the person over all reports."""
    negotiation: str | None = None
    taken_by: str | None = None
    """Who is said to have taken or to hold them."""
    last_sign: Words | None = None
    """The words that tell the last sign of life; None where none is reported, which means nothing."""
    last_sign_on: Interval | None = None
    """When that sign was given, else the days on which its report was published."""
    differs: tuple[str, ...] = ()
    """The points on which accounts differ, in words."""
    namesakes: tuple[Namesake, ...] = ()
    origins: Origins = UNCOUNTED
