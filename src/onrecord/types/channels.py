"""The ways that messages go: who reaches whom through whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.types.ledger import UNCOUNTED, Origins
from onrecord.types.report import Interval, Words


@dataclass(frozen=True, slots=True)
class ChannelUse:
    """One place in a report that shows the way in use, or tells that it exists."""

    words: Words
    kind: Literal["message", "meeting", "call", "visit", "proposal", "remark"]
    date: Interval | None
    told_by: str
    """By whose account: a side, a source as named, or "own voice"."""
    state: Literal["used", "planned", "denied"] = "used"
    delay: str | None = None
    """How long messages take on this way, in the report's words."""


@dataclass(frozen=True, slots=True)
class ChannelBreak:
    """A time in which the way was not used: told so by a report, or between two reported uses."""

    begins: Interval | None
    ends: Interval | None
    """When it was next used; None while that is not reported."""
    words: Words | None = None
    """What tells of the break; None where only no use is reported, which is no evidence of a break."""


@dataclass(frozen=True, slots=True)
class Channel:
    """One way from *sender* to *receiver* through others, in their order; nobody in between means that the two are in contact themselves."""

    id: str
    sender: str
    receiver: str
    through: tuple[str, ...]
    uses: tuple[ChannelUse, ...]
    both_ways: bool = False
    """Whether the way is told in both directions, or by meetings, which have none."""
    first: Interval | None = None
    """The first reported use."""
    last: Interval | None = None
    """The last reported use."""
    breaks: tuple[ChannelBreak, ...] = ()
    negotiation: str | None = None
    origins: Origins = UNCOUNTED
