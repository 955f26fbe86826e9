"""One event with every account of it."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.types import Event, Snapshot
from onrecord.views.brief.words import date_words
from onrecord.views.web.asked import Asked
from onrecord.views.web.pages.statement import StatementPage, statement_page


@dataclass(frozen=True, slots=True)
class EventPage:
    """One event with every account of it."""

    event: Event
    date: str
    accounts: tuple[StatementPage, ...]
    before: tuple[tuple[str, str], ...]


def event_page(snapshot: Snapshot, identity: str) -> EventPage:
    """The page of one event; KeyError when there is none."""
    event = next((e for e in snapshot.derived.events if e.id == identity), None)
    if event is None:
        raise KeyError(identity)
    accounts = tuple(statement_page(snapshot, s) for s in event.statements if s in snapshot.statements)
    titles = {e.id: e.title for e in snapshot.derived.events}
    return EventPage(event, date_words(event.date), accounts, tuple((i, titles[i]) for i in event.after if i in titles))


def make(asked: Asked) -> EventPage:
    """The page of the event in the path; KeyError when there is none."""
    return event_page(asked.snapshot, asked.identity)
