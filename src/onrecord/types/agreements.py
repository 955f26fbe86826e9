"""Agreements that run: their terms with the rules in them, and what was due and reported on each day."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from onrecord.types.ledger import UNCOUNTED, Origins
from onrecord.types.report import Interval

RuleKind = Literal["amount", "ratio", "tranche", "extension", "list", "longest", "lasts"]
RuleBound = Literal["exact", "at_least", "at_most"]
DeliveryAccount = Literal["delivered", "late", "not delivered", "kept", "extended", "lapsed", "in breach", "disputed"]


@dataclass(frozen=True, slots=True)
class AgreementRule:
    """A rule that makes a schedule of a term."""

    kind: RuleKind
    """A number in all, so many for one, so many a day, so many for a day more, a list due by an hour, a longest time, a length."""
    words: str
    """The rule as the text has it."""
    amount: float | None = None
    """How many; of `lasts` and `longest` how many days."""
    unit: str | None = None
    bound: RuleBound = "exact"
    """Whether more or fewer would also do ("at least ten a day")."""
    per: float | None = None
    """For how many of *per_unit* the amount is."""
    per_unit: str | None = None
    days: tuple[int, ...] = ()
    """On which days of the agreement it is due; its first day is 1."""
    every: int | None = None
    """Days from one time to the next."""
    times: int | None = None
    """How many times; None is until the agreement ends."""
    clock: str | None = None
    """The hour by which it is due ("07:00")."""
    eve: bool = False
    """Whether it is due on the day before each delivery of another term."""
    weekday: int | None = None
    """The day of the week on which it is due each week; Monday is 0."""


@dataclass(frozen=True, slots=True)
class AgreementTerm:
    """One thing owed under an agreement."""

    id: str
    obligor: str
    """Who owes it; "" where no report tells."""
    what: str
    obligee: str | None = None
    in_return: str | None = None
    deadline: Interval | None = None
    rules: tuple[AgreementRule, ...] = ()
    statements: tuple[str, ...] = ()
    commitment: str | None = None
    """Id of the commitment line that holds the accounts of its keeping."""
    about: str = ""
    """What it is counted in or is about, as terms are compared by: a unit, "list", "truce"."""


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
    """Id of the term; "" for an account of the agreement as a whole."""
    statement: str
    low: float | None
    high: float | None
    told_by: str
    account: DeliveryAccount = "delivered"
    unit: str = ""
    date: Interval | None = None
    """When, as told; else the days on which its report was published."""
    total: bool = False
    """Whether the number is one of all that was delivered up to its day."""
    whose: str = ""
    """Whose keeping of the agreement it is about, where it is about the agreement as a whole."""


@dataclass(frozen=True, slots=True)
class ScheduleDay:
    """One day of an agreement: what is due, what is reported, and what follows by each account."""

    day: dt.date
    due: tuple[Due, ...] = ()
    reported: tuple[Delivery, ...] = ()
    """Empty means "not reported in what was added", never that nothing was delivered."""
    account: str = ""
    """What follows from it, in words, each by whose account."""
    number: int = 0
    """Which day of the agreement it is, from 1; 0 and less lie before it began."""


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
    """From when to when it holds by its own terms, without what any account adds or cuts off."""
    proposal: str | None = None
    """Id of the proposal that became it."""
    negotiation: str | None = None
    origins: Origins = UNCOUNTED
    note: str = ""
    """Why no day can be put to its terms, or where they came from; "" where there is nothing to say."""
