"""What added reports change in a record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.types.report import Interval, Words

ChangeKind = Literal["new", "updates", "contradicts", "moves", "confirms", "gone"]
ChangeAbout = Literal["status", "figure", "proposal", "position", "commitment", "event", "dispute", "roster", "date", "negotiation"]


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is otherwise than before, with the words that changed it."""

    id: str
    kind: ChangeKind
    """new: not told before; updates: later or more exact; contradicts: cannot be true beside what was told; moves: a party moved;
    confirms: told again by a text of its own; gone: no report says so any more."""
    about: ChangeAbout
    title: str
    """One line for a person."""
    effect: float
    """How much a reader needs it, in [0, 1], by the weights of changes.toml."""
    statements: tuple[str, ...]
    """The new statements that make the change; for what is gone, the statements that were its support."""
    before: str | None = None
    after: str | None = None
    object: str | None = None
    """Id of the event, position, ledger … as it is now; as it was, for what is gone."""
    negotiation: str | None = None
    words: tuple[Words, ...] = ()
    """New words that it rests on and no layer made a statement of."""
    reasons: tuple[str, ...] = ()
    """What raised and lowered the effect, in words."""
    days: Interval | None = None
    """The days that it is about, as far as they are known."""
    alike: tuple[str, ...] = ()
    """Titles of the lines of one kind and day that are folded into this one; their statements stand among its own."""


@dataclass(frozen=True, slots=True)
class Changes:
    """All changes, those with most effect first, and what was folded away."""

    lines: tuple[Change, ...] = ()
    confirmed: tuple[Change, ...] = ()
    """What was known and is told again by texts of their own."""
    repeats: tuple[tuple[str, str], ...] = ()
    """(report id, report id of the text that it repeats): copies and rewrites, never news."""
