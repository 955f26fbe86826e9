"""What each report says was done with a text: whose text it is, of which talks, and in which order it was told."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.reconcile.agreements.settings import any_of
from onrecord.reconcile.ordering import END, START
from onrecord.reconcile.parties import party_name
from onrecord.reconcile.proposals.settings import book
from onrecord.reconcile.scene import Scene
from onrecord.types import EventMention, Interval, Negotiation, Position, Proposal, Statement

NOBODY = ""
MEDIATORS = "the mediators"
STEM = 4
"""Letters of a party's name that its adjective keeps at least ("Belmari" of Belmar)."""


@dataclass(frozen=True, slots=True)
class Told:
    """One statement about a text."""

    statement: Statement
    item: Proposal
    talks: str | None
    author: str
    """Whose text it is; "" where the words do not tell."""
    offer: bool
    """Whether it is called an offer."""
    mediators: tuple[str, ...] = ()
    """Those who carry in its talks."""

    @property
    def day(self) -> Interval | None:
        """When it was done, else when it was told; a day by which a version is called is not that of what is done with it."""
        dated = self.item.version is not None and any(c.isdigit() for c in self.item.version) and self.item.role != "tabled"
        return self.statement.published if dated else self.statement.date or self.statement.published

    @property
    def place(self) -> tuple[dt.date, dt.date, str, int, int]:
        """A sort key: day of the report, then place in it."""
        days = self.statement.published
        first, last = ((days.last or END), (days.first or START)) if days is not None else (END, END)
        return first, last, self.statement.report, self.item.trigger_span.start, self.item.span.start


def told_in(scene: Scene) -> list[Told]:
    """All that is told of texts, in the order of telling."""
    found = [of_statement(scene, s) for s in scene.of("proposals")]
    return sorted(found, key=lambda t: (*t.place, t.statement.id))


def of_statement(scene: Scene, statement: Statement) -> Told:
    """One statement with its talks and its author."""
    item = statement.item
    assert isinstance(item, Proposal)
    talks = scene.talks_of.get(statement.report, ())
    only = talks[0] if len(talks) == 1 else None
    return Told(statement, item, only.id if only else None, author_of(scene, statement, item, only), is_offer(item.title), only.mediators if only else ())


def author_of(scene: Scene, statement: Statement, item: Proposal, talks: Negotiation | None) -> str:
    """Whose text it is called, else whose name stands in what it is called, else who tables it."""
    named = next(names_in(item.title, talks), None)
    if any_of(book()["mediators"]["words"]).search(item.whose or "") or (not item.whose and any_of(book()["mediators"]["words"]).search(item.title)):
        return talks.mediators[0] if talks is not None and len(talks.mediators) == 1 else MEDIATORS
    if item.whose:
        return party_name(scene, statement.report, item.whose)
    if named is not None:
        return named
    if item.role == "tabled" and item.who:
        return party_name(scene, statement.report, item.who)
    return offering(scene, statement, item) if is_offer(item.title) else NOBODY


def is_offer(title: str) -> bool:
    """Whether a text is called an offer."""
    return any(w.rstrip("s") in book()["offers"]["words"] for w in re.findall(r"[a-z-]+", title.lower()))


def offering(scene: Scene, statement: Statement, item: Proposal) -> str:
    """Who alone is told before in the report to have offered something, and is not who answers; nobody where it is none or several."""
    report, before = statement.report, statement.span.start
    parties = {
        party_name(scene, report, name)
        for s in (*scene.of_report(report, "positions"), *scene.of_report(report, "events")) if s.span.start < before for name in offerers(s)
    }
    found = parties - {party_name(scene, report, item.who) if item.who else NOBODY}
    return found.pop() if len(found) == 1 else NOBODY


def offerers(statement: Statement) -> tuple[str, ...]:
    """Who offers by a position or an event."""
    item = statement.item
    if isinstance(item, Position):
        return (item.party,) if item.stance == "offers" else ()
    facts = isinstance(item, EventMention) and item.type == "propose" and item.factuality in ("happened", "ongoing")
    return item.actors if facts and isinstance(item, EventMention) else ()


def names_in(title: str, talks: Negotiation | None) -> Iterator[str]:
    """The parties and mediators of the talks whose name, or its adjective, stands in a title."""
    return (name for name in ((*talks.mediators, *talks.parties) if talks is not None else ()) if names_stem(name, title))


def names_stem(name: str, title: str) -> bool:
    """Whether a name or its adjective ("Belmari" of Belmar) stands in a title."""
    stem = name if len(name) <= STEM else name[: max(STEM, len(name) - 1)]
    return bool(name) and (name in title or any(w.startswith(stem) for w in re.findall(r"[\w'’-]+", title)))
