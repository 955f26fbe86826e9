"""What changed, day by day, as an Atom feed (RFC 4287) that any feed reader follows.

An entry is one change: what is otherwise than the day before, with the new words and where they stand. A day is one on which reports came to be known: the
last on which they may have been published, as for `--as-of`. The id of an entry is made of its day and of what changed by which words, so it stays as long as
that does; a report that comes late for an earlier day may change the entries of that day and of the next. The format asks for a moment, so `updated` is the
day at midnight UTC; the day alone is meant. Copies and what is told again are no news and have no entry.
"""

from __future__ import annotations

import datetime as dt
import xml.etree.ElementTree as ET  # nosec B405 -- writes only
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.desk.changing import State, compared, state_of
from onrecord.errors import InputError
from onrecord.pipeline import known_on
from onrecord.record import Record, queries
from onrecord.types import Derived, Snapshot
from onrecord.types.changes import Change
from onrecord.versions import version
from onrecord.views.brief.build import title
from onrecord.views.export.notes import writable
from onrecord.views.export.places import Place, places_of

if TYPE_CHECKING:
    from onrecord.views.export.book import Book

ATOM = "http://www.w3.org/2005/Atom"
MOST_DAYS = 60
"""Days of which the feed tells, the last ones: for each the record is derived anew as it was (0.6 s for eighteen reports), and readers keep what they saw."""
NOTHING = State(Derived(), frozenset())


@dataclass(frozen=True, slots=True)
class News:
    """One change and the day on which it came to be known."""

    day: dt.date
    change: Change
    places: tuple[Place, ...]


def write(book: Book, path: Path) -> None:
    """Writes the feed of *book* to *path*; InputError for a book from which something was left out, as the days before cannot be derived from it."""
    if book.record is None:
        raise InputError("atom: changes are derived from the whole record; leave out what narrows it (--negotiation, --redact, --quotes-only)")
    path.write_bytes(atom(book.snapshot, news_of(book.record, book.snapshot, MOST_DAYS)))


def known_days(snapshot: Snapshot) -> list[dt.date]:
    """The days on which a report came to be known, in order; reports without a last possible day have none."""
    return sorted({d.published.last for d in snapshot.derived.dates if d.published and d.published.last})


def news_of(record: Record, snapshot: Snapshot, most_days: int) -> Iterator[News]:
    """Every change of the last days, in the order of the days, those of most effect first."""
    days = known_days(snapshot)
    kept = days[-most_days:]
    before = NOTHING
    if len(kept) < len(days):
        with known_on(record, days[-most_days - 1]) as past:
            before = state_of(past)
    for day in kept:
        with known_on(record, day) as then:
            after = state_of(then)
            held = queries.snapshot(then)
            for change in compared(then, before, after).lines:
                yield News(day, change, tuple(places_of(held, change.statements, {})))
        before = after


def atom(snapshot: Snapshot, news: Iterator[News]) -> bytes:
    """The feed's XML, newest first."""
    ET.register_namespace("", ATOM)
    root = ET.Element(f"{{{ATOM}}}feed")
    entries = sorted(news, key=lambda n: n.day, reverse=True)
    name = title(snapshot)
    add(root, "id", f"urn:onrecord:changes:{first_report(snapshot)}")
    add(root, "title", f"{name}: what changed")
    add(root, "updated", moment(entries[0].day if entries else dt.date(1970, 1, 1)))
    add(add(root, "author"), "name", f"onrecord {version()}")
    add(root, "generator", "onrecord", version=version())
    for one in entries:
        root.append(entry(one))
    ET.indent(root, " ")
    made: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return made + b"\n"


def first_report(snapshot: Snapshot) -> str:
    """The id of the report that came to be known first, by which the feed of a record is known; "none" where there is none."""
    known = ((d.published.last, d.report) for d in snapshot.derived.dates if d.published and d.published.last)
    return min(known, default=(None, "none"))[1]


def entry(news: News) -> ET.Element:
    """One change as an entry."""
    made, change = ET.Element(f"{{{ATOM}}}entry"), news.change
    add(made, "id", f"urn:onrecord:change:{news.day}:{change.id}")
    add(made, "title", writable(change.title))
    add(made, "updated", moment(news.day))
    add(made, "category", term=change.kind)
    add(made, "category", term=change.about)
    for address in dict.fromkeys(p.report.url for p in news.places if p.report.url):
        add(made, "link", rel="via", href=address)
    add(made, "summary", writable(says(news)))
    words = [says(news), *(f"“{p.quote}” — {p.chain}. {p.source()}" for p in news.places)]
    add(made, "content", "\n\n".join(writable(w) for w in words), type="text")
    return made


def says(news: News) -> str:
    """The change in a sentence: of what kind, what was before and is after, known by when."""
    change = news.change
    turn = "; ".join(filter(None, (f"before: {change.before}" if change.before else "", f"now: {change.after}" if change.after else "")))
    return f"{change.kind}, {change.about}: {change.title}." + (f" {turn[0].upper()}{turn[1:]}." if turn else "") + f" Known by {news.day}."


def moment(day: dt.date) -> str:
    """The midnight that begins a day, UTC, as RFC 3339."""
    return f"{day.isoformat()}T00:00:00Z"


def add(parent: ET.Element, name: str, words: str | None = None, **values: str) -> ET.Element:
    """A child element with text and attributes."""
    made = ET.SubElement(parent, f"{{{ATOM}}}{name}", values)
    made.text = words
    return made
