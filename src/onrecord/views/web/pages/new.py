"""What changed since a day: most telling first, copies folded; narrowed to what a reader watches."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.types import Snapshot
from onrecord.types.changes import Change, Changes
from onrecord.views.brief.changes import MOST_CHANGES, change_line, folded
from onrecord.views.brief.page import Line
from onrecord.views.brief.words import by_words, moment_words
from onrecord.views.web.asked import Asked
from onrecord.views.web.paging import Pager

MOST_WATCHED = 20
PLACES = {
    "event": "/events/{}", "figure": "/figures?ledger={}", "position": "/positions?cell={}#cell", "commitment": "/commitments?one={}",
    "dispute": "/disputes?one={}", "proposal": "/proposals?one={}", "roster": "/roster?one={}", "date": "/reports/{}", "status": "/talks",
    "negotiation": "/?negotiation={}",
}
FORESEEN = 2
"""Days, of those that are offered, whose changes are worked out before one is chosen."""
MOST_FORESEEN = 3000
"""Reports of a record for which that is done: two seconds a day at 1,000, and over many more the pages would be slowed by what nobody may ask for."""
TOPICS = ("status", "figure", "proposal", "position", "commitment", "event", "dispute", "roster")
TAKES = (
    ("reader", "Name of a reader: what changed since they looked last."), ("watch", "Words with commas between; a change must hold one."),
    ("about", "What a change is about."), ("before", "Moment of the reader's mark before the one just made, or never: what undoing it brings back."),
    ("watched", "What the reader watched then."),
)


@dataclass(frozen=True, slots=True)
class Undo:
    """What takes back the marking that was just done."""

    marked: str
    """Its moment."""
    before: str
    """That of the mark before it, or `never`."""
    watched: str


@dataclass(frozen=True, slots=True)
class NewPage:
    """Changes since a day."""

    since: dt.date | None
    watch: tuple[str, ...]
    """Words that a change must hold one of; none asks for all."""
    lines: tuple[Line, ...]
    pager: Pager
    all: int
    """Changes before the watch list narrowed them."""
    note: str
    about: str = ""
    abouts: tuple[str, ...] = TOPICS
    days: tuple[dt.date, ...] = ()
    """The last days on which reports came, to choose from."""
    reader: str = ""
    seen: str = ""
    """When the reader looked last, where that is what is compared with."""
    undo: Undo | None = None


def make(asked: Asked) -> NewPage:
    """Twenty changes since the since day; without one, the days to choose from."""
    name, since, about = asked.value("reader"), asked.scope.since, asked.value("about")
    mark = asked.book.reader(name) if name else None
    told = asked.value("watch") or (mark.watch if mark else "")
    watch = tuple(w.strip() for w in told.split(",") if w.strip())[:MOST_WATCHED]
    undo = Undo(mark.seen_at.isoformat(), asked.value("before"), asked.value("watched")) if mark and asked.value("before") else None
    days, seen = asked.once(last_days), moment_words(mark.seen_at) if mark else ""
    if since is None and mark is None:
        asked.book.foresee(days[:FORESEEN] if len(asked.snapshot.reports) <= MOST_FORESEEN else ())
        return NewPage(None, watch, (), Pager(1, 1, 0, "changes"), 0, "", about, days=days, reader=name)
    changes = asked.book.unseen(asked.scope, mark) if mark and since is None else asked.book.changes(asked.scope)
    kept = [c for c in changes.lines if (not about or c.about == about) and watched(asked.snapshot, c, watch)]
    shown = asked.part(kept, per=MOST_CHANGES, what="changes")
    lines = tuple(placed(change_line(asked.snapshot, c), c) for c in shown.rows)
    return NewPage(
        since, watch, lines, shown.pager, len(changes.lines), note(changes), about, days=days, reader=name, seen=seen if since is None else "", undo=undo,
    )


def placed(line: Line, change: Change) -> Line:
    """The line of a change, leading to what changed."""
    return replace(line, link=place(change))


def place(change: Change) -> str | None:
    """The address of what changed."""
    if change.object is None:
        return "/talks" if change.about == "status" else None
    return PLACES[change.about].format(change.object) if change.about in PLACES else None


def note(changes: Changes) -> str:
    """What was folded away."""
    return folded(changes) or ("" if changes.lines else "Nothing.")


def last_days(snapshot: Snapshot) -> tuple[dt.date, ...]:
    """The last days on which a report was surely published, newest first."""
    days = {d.published.first for d in snapshot.derived.dates if d.published and d.published.first and d.published.first == d.published.last}
    return tuple(sorted(days, reverse=True)[:8])


def watched(snapshot: Snapshot, change: Change, watch: Sequence[str]) -> bool:
    """Whether a change has to do with something watched: in its title, its words, or who says so."""
    if not watch:
        return True
    said = [s for i in change.statements if (s := snapshot.statements.get(i))]
    words = " ".join((change.title, change.about, *(w for s in said for w in (s.quote, by_words(s))))).casefold()
    return any(w.casefold() in words for w in watch)
