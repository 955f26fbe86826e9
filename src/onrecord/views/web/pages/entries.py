"""One event as the timeline lists it: its line, its plan, its place between others, and accounts that differ side by side."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.types import Event, Interval, Snapshot
from onrecord.views.brief.page import Cite, Line, cite
from onrecord.views.brief.talks import event_line
from onrecord.views.brief.words import by_words, date_words, outlet_words
from onrecord.views.web.lanes import lane_of

MOST_SIDES, MOST_NAMED = 4, 2
FACTS = ("happened", "ongoing")


@dataclass(frozen=True, slots=True)
class Account:
    """One account of an event that is told differently."""

    by: str
    outlet: str
    date: str
    cite: Cite


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the timeline."""

    text: str
    date: str
    marks: tuple[str, ...] = ()
    cites: tuple[Cite, ...] = ()
    link: str | None = None
    level: int = 0
    lane: str = ""
    """Empty for a gap."""
    told: str = ""
    uncertain: bool = False
    """Whether its day is only known as a stretch of days."""
    beside: tuple[tuple[str, str, str], ...] = ()
    """(word, id, title) of other events: what was planned, what was told as done, between which it lies."""
    accounts: tuple[Account, ...] = ()
    """Where accounts differ, each of the first few."""


def gap_entry(gap: Interval, days: str) -> Entry:
    """Days of which no report was read."""
    return Entry(f"No report that was read was published on these {days}.", date_words(gap))


def entry(snapshot: Snapshot, event: Event) -> Entry:
    """One event."""
    line: Line = event_line(snapshot, event)
    sure = event.date is not None and event.date.first is not None and event.date.first == event.date.last
    return Entry(
        line.text, line.date, line.marks, line.cites, event.id, lane=lane_of(event), told=event.factuality, uncertain=not sure,
        beside=(*between(snapshot, event), *counterparts(snapshot, event)), accounts=accounts(snapshot, event) if event.differs else (),
    )


def accounts(snapshot: Snapshot, event: Event) -> tuple[Account, ...]:
    """The first accounts that differ in words, one a report before a second of the same."""
    found: list[Account] = []
    seen: set[str] = set()
    for identity in event.statements:
        statement, place = snapshot.statements.get(identity), cite(snapshot, identity)
        if statement is None or place is None or statement.report in seen:
            continue
        seen.add(statement.report)
        found.append(Account(by_words(statement), outlet_words(snapshot.report(statement.report)), date_words(statement.date), place))
    return tuple(found[:MOST_SIDES])


def between(snapshot: Snapshot, event: Event) -> tuple[tuple[str, str, str], ...]:
    """For an event without a day: those that reports put before it and after it."""
    if event.date is not None:
        return ()
    titles = {e.id: e for e in snapshot.derived.events if e.id in event.after}
    later = [e for e in snapshot.derived.events if event.id in e.after]
    told = [("told to be after", i, titled(titles[i])) for i in event.after if i in titles][:MOST_NAMED]
    return (*told, *(("told to be before", e.id, titled(e)) for e in later[:MOST_NAMED]))


def counterparts(snapshot: Snapshot, event: Event) -> tuple[tuple[str, str, str], ...]:
    """For a plan, events of its type with somebody in common told as facts for days that overlap; for such an event, its plans."""
    wanted, word = (FACTS, "told as happened") if event.factuality == "planned" else (("planned",), "was planned")
    if (event.factuality not in FACTS and event.factuality != "planned") or event.date is None:
        return ()
    people = {*event.actors, *event.targets}
    found = [
        e for e in events_of_type(snapshot, event.type)
        if e.factuality in wanted and e.date is not None and e.date.overlaps(event.date) and people & {*e.actors, *e.targets}
    ]
    return tuple((word, e.id, titled(e)) for e in found[:MOST_NAMED])


def events_of_type(snapshot: Snapshot, type_: str) -> tuple[Event, ...]:
    """All events of one type."""
    return tuple(e for e in snapshot.derived.events if e.type == type_)


def titled(event: Event) -> str:
    """Title and day."""
    return f"{event.title} ({date_words(event.date)})"
