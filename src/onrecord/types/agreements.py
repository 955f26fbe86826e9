"""Agreements that run: their terms with the rules in them, and what was due and reported on each day.

Nothing fills these yet: `Derived.agreements` is empty until a builder for it is written.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from onrecord.types.ledger import UNCOUNTED, Origins
from onrecord.types.report import Interval


@dataclass(frozen=True, slots=True)
class AgreementRule:
    """A rule that makes a schedule of a term."""

    kind: Literal["amount", "ratio", "tranche", "extension", "list", "longest", "lasts"]
    """A number in all, so many for one, so many a day, so many for a day more, a list due by an hour, a longest time, a length."""
    words: str
    """The rule as the text has it."""
    amount: float | None = None
    unit: str | None = None
    per: float | None = None
    """For how many of *per_unit* the amount is."""
    per_unit: str | None = None
    every: int | None = None
    """Days from one time to the next."""
    clock: str | None = None
    """The hour by which it is due, with its zone where one is told ("07:00")."""


@dataclass(frozen=True, slots=True)
class AgreementTerm:
    """One thing owed under an agreement."""

    id: str
    obligor: str
    what: str
    obligee: str | None = None
    in_return: str | None = None
    deadline: Interval | None = None
    rules: tuple[AgreementRule, ...] = ()
    statements: tuple[str, ...] = ()
    commitment: str | None = None
    """Id of the commitment line that holds the accounts of its keeping."""


@dataclass(frozen=True, slots=True)
class Due:
    """What one term asks for on one day."""

    term: str
    low: float | None
    high: float | None
    unit: str
    why: str
    """The arithmetic in a sentence."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """What one statement says was delivered, or done otherwise, under one term."""

    term: str
    statement: str
    low: float | None
    high: float | None
    told_by: str
    account: Literal["delivered", "not delivered", "extended", "lapsed", "in breach"] = "delivered"


@dataclass(frozen=True, slots=True)
class ScheduleDay:
    """One day of an agreement: what is due, what is reported, and what follows by each account."""

    day: dt.date
    due: tuple[Due, ...] = ()
    reported: tuple[Delivery, ...] = ()
    """Empty means "not reported in what was added", never that nothing was delivered."""
    account: str = ""
    """What follows from it, in words, each by whose account."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """One agreement put together from the terms that reports tell, or typed in by a person."""

    id: str
    name: str
    parties: tuple[str, ...]
    terms: tuple[AgreementTerm, ...]
    schedule: tuple[ScheduleDay, ...] = ()
    statements: tuple[str, ...] = ()
    """What it rests on beside its terms; everything may be empty where a person typed it in."""
    typed_by: str | None = None
    """Who typed it in; None where it was put together from reports."""
    dates: Interval | None = None
    """From when to when it holds."""
    proposal: str | None = None
    """Id of the proposal that became it."""
    negotiation: str | None = None
    origins: Origins = UNCOUNTED
