"""Which truces the record tells of, and which later accounts are about which of them; by stated rules, and what they do not settle stays open.

A truce is an agreement with a term of a truce; or a beginning of one that no such agreement can explain. A beginning, an end, a breach or an extension belongs
to the one truce of its negotiation that it can be about by its days; where there are several or none it belongs to none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from onrecord.types import Agreement, Event, EventMention, Interval, Snapshot
from onrecord.views.export.lexicon import lexicon
from onrecord.views.export.places import Place

FACTS = ("happened", "ongoing")
BEGAN = "began"


@dataclass(frozen=True, slots=True)
class Account:
    """What one event tells of a truce: its mentions of one kind, for a mention of a truce may stand in an event that is about more."""

    event: Event
    kind: str
    """began, ended, breached or extended."""
    statements: tuple[str, ...]
    date: Interval | None


@dataclass(frozen=True, slots=True)
class Truce:
    """One truce with what is told of its beginning and of its end."""

    id: str
    negotiation: str | None
    start: Interval | None
    agreement: Agreement | None = None
    accounts: tuple[Account, ...] = ()


@dataclass(frozen=True, slots=True)
class Truces:
    """All truces, and the accounts of a truce that belong to none."""

    found: tuple[Truce, ...] = ()
    loose: tuple[tuple[Account, str], ...] = field(default=())
    """(account, why it belongs to none)."""


def truces_of(snapshot: Snapshot) -> Truces:
    """The truces of *snapshot* in the order of their beginnings."""
    found = [Truce(a.id, a.negotiation, begins(a), a) for a in snapshot.derived.agreements if tells_truce(a)]
    agreed, loose = len(found), []
    every = sorted((a for e in snapshot.derived.events for a in accounts_in(snapshot, e)), key=lambda a: (a.kind != BEGAN, a.event.id, a.kind))
    for account in every:
        known = found[:agreed] if account.kind == BEGAN else found
        near = [t for t in known if t.negotiation == account.event.negotiation and may_be(t, account)]
        if len(near) == 1:
            at = found.index(near[0])
            found[at] = replace(near[0], accounts=(*near[0].accounts, account))
        elif account.kind == BEGAN and not near:
            found.append(Truce(account.event.id, account.event.negotiation, account.date, accounts=(account,)))
        else:
            loose.append((account, f"it may be about any of {len(near)} truces" if near else "no truce is told that it can be about"))
    return Truces(tuple(sorted(found, key=order)), tuple(loose))


def order(truce: Truce) -> tuple[str, str]:
    """Truces by their beginning, those without a day first."""
    return (str(truce.start.first or truce.start.last) if truce.start else "", truce.id)


def accounts_in(snapshot: Snapshot, event: Event) -> Iterator[Account]:
    """What an event tells of a truce as a fact, an account a kind; its days are the event's only where the event is of that kind."""
    kinds = lexicon("ceasefires")["account"]
    held = [(i, s) for i in event.statements if (s := snapshot.statements.get(i)) is not None]
    for type_, entry in kinds.items():
        of_kind = [(i, s) for i, s in held if isinstance(s.item, EventMention) and s.item.type == type_ and s.item.factuality in FACTS]
        if of_kind:
            dates = {s.date for _, s in of_kind}
            date = event.date if event.type == type_ else dates.pop() if len(dates) == 1 else None
            yield Account(event, entry["name"], tuple(i for i, _ in of_kind), date)


def tells_truce(agreement: Agreement) -> bool:
    """Whether a term of it is one of a truce."""
    return any(t.about == "truce" or re.search(noun(), t.what, re.IGNORECASE) for t in agreement.terms)


def noun() -> str:
    """An expression for any noun of a truce."""
    return r"\b(?:" + "|".join(re.escape(w) for w in lexicon("ceasefires")["truce"]["words"]) + r")s?\b"


def begins(agreement: Agreement) -> Interval | None:
    """The day on which it begins by its own terms; None where they tell none."""
    first = agreement.dates.first if agreement.dates else None
    return Interval.day(first) if first else None


def may_be(truce: Truce, account: Account) -> bool:
    """Whether *account* can be about *truce* by its days: a beginning by sharing one with its start, all else by not being over before it.

    An unknown day forbids nothing.
    """
    if truce.start is None or account.date is None:
        return True
    if account.kind == BEGAN:
        return truce.start.overlaps(account.date)
    return truce.start.first is None or account.date.last is None or truce.start.first <= account.date.last


def purpose(places: list[Place]) -> tuple[str, Place] | None:
    """A purpose that words right before a noun of a truce tell, with the words; None where there is none."""
    for name, entry in lexicon("ceasefires")["purpose"].items():
        before = "|".join(re.escape(w) for w in entry["words"])
        for place in places:
            if re.search(rf"\b(?:{before})\s+{noun()}", place.quote, re.IGNORECASE):
                return str(name), place
    return None
