"""The timeline as JSON for TimelineJS, the reader that newsrooms embed; to be loaded as its `source`.

The format cannot leave a day open, so what is not known is said in `display_date`: a date is given with as many of year, month and day as are known,
two days between which something lies span the bar and are called so, and what is told only *by* or *from* a day stands at that day in a group of its own.
Events without any day are listed on the title slide. Texts are HTML with every character of a report escaped.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from onrecord.types import Event, Interval, Judgement, Snapshot
from onrecord.views.brief.build import subtitle, title
from onrecord.views.brief.talks import start
from onrecord.views.brief.words import date_words, joined, last_day, origins_words, plural
from onrecord.views.export.days import precision, shared_parts
from onrecord.views.export.places import Place, decisions, places_of
from onrecord.views.web.lanes import LANES

if TYPE_CHECKING:
    from onrecord.views.export.book import Book

OPEN = "day not told"
"""The group of what is told only by or from a day."""
NOT_A_FACT = {
    "planned": "Announced, not told as having happened.", "possible": "Told as possible only.", "denied": "Denied: told as not having happened.",
    "called_for": "Asked for, not told as having happened.", "conditional": "Told under a condition only.",
}


def write(book: Book, path: Path) -> None:
    """Writes the timeline of *book* to *path*."""
    path.write_text(json.dumps(timelinejs(book.snapshot, book.judgements), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def timelinejs(snapshot: Snapshot, judgements: Sequence[Judgement] = ()) -> dict[str, Any]:
    """The dict to be written: `title`, `events` in the order of time, `scale`."""
    decided = decisions(judgements)
    events = sorted(snapshot.derived.events, key=lambda e: (start(e), e.id))
    dated = [e for e in events if e.date is not None]
    undated = [e for e in events if e.date is None]
    return {"title": head(snapshot, undated, decided), "events": [slide(snapshot, e, decided) for e in dated], "scale": "human"}


def head(snapshot: Snapshot, undated: Sequence[Event], decided: dict[str, str]) -> dict[str, Any]:
    """The title slide, with the events that have no place on a line of time."""
    words = [f"<p>{escape(subtitle(snapshot))}</p>"] if subtitle(snapshot) else []
    if snapshot.left_out:
        words.append(f"<p>{plural(len(snapshot.left_out), 'report')} that may be later left out: {escape(joined(snapshot.left_out))}.</p>")
    if undated:
        words.append(f"<p>{plural(len(undated), 'event')} whose date no report tells:</p>")
        items = "".join(f"<li>{escape(told(e))} {sources(places_of(snapshot, e.statements, decided))}</li>" for e in undated)
        words.append(f"<ul>{items}</ul>")
    return {"unique_id": "title", "text": {"headline": escape(title(snapshot)), "text": "".join(words)}, "autolink": False}


def slide(snapshot: Snapshot, event: Event, decided: dict[str, str]) -> dict[str, Any]:
    """One event that has a day, a month, a year or an end."""
    assert event.date is not None
    made: dict[str, Any] = {
        "unique_id": f"event-{event.id}", **dates(event.date), "display_date": display_date(event.date), "group": group(snapshot, event),
        "text": {"headline": escape(event.title), "text": body(snapshot, event, decided)}, "autolink": False,
    }
    return made


def dates(date: Interval) -> dict[str, Any]:
    """`start_date`, and `end_date` where two days bound it; fields that are not known are left out of them."""
    kind = precision(date)
    if kind in ("day", "month", "year"):
        year, month, day = shared_parts(date)
        parts = {"year": year, "month": month, "day": day}
        return {"start_date": {name: n for name, n in parts.items() if n is not None}}
    if kind == "interval":
        assert date.first is not None and date.last is not None
        return {"start_date": whole(date.first), "end_date": whole(date.last)}
    end = date.first or date.last
    assert end is not None
    return {"start_date": whole(end)}


def whole(day: dt.date) -> dict[str, int]:
    """A day with all its fields."""
    return {"year": day.year, "month": day.month, "day": day.day}


def display_date(date: Interval) -> str:
    """The date in words, with what is not known of it."""
    words = date_words(date)
    unsaid = {"interval": "some day of these, which is not told", "by": "the day itself is not told", "from": "until when is not told"}
    more = unsaid.get(precision(date))
    return f"{words} ({more})" if more else words


def group(snapshot: Snapshot, event: Event) -> str:
    """The lane of an event's type, after its negotiation's name where the record holds several."""
    lane = OPEN if precision(event.date) in ("by", "from") else next((name for name, types in LANES.items() if event.type in types), "public")
    names = {n.id: n.name for n in snapshot.derived.negotiations}
    return f"{names[event.negotiation]}: {lane}" if len(names) > 1 and event.negotiation in names else lane


def told(event: Event) -> str:
    """Its title, with whether it happened where it is not told so."""
    return event.title if event.factuality in ("happened", "ongoing") else f"{event.title} ({event.factuality.replace('_', ' ')})"


def body(snapshot: Snapshot, event: Event, decided: dict[str, str]) -> str:
    """Whether it happened, who, where, how many origins, what is told differently; then every place that tells it."""
    says = [NOT_A_FACT.get(event.factuality, "")]
    if event.through:
        says.append(f"Through {joined(event.through)}.")
    if event.place:
        says.append(f"Place: {event.place}.")
    if event.origins.most:
        says.append(f"Told by {origins_words(event.origins)}.")
    says += [f"Told differently: {point}." for point in event.differs]
    now = last_day(snapshot)
    if event.factuality == "planned" and now is not None and event.date is not None and event.date.last is not None and event.date.last < now:
        says.append("No report says whether it took place.")
    lead = " ".join(filter(None, says))
    return (f"<p>{escape(lead)}</p>" if lead else "") + sources(places_of(snapshot, event.statements, decided))


def sources(places: Sequence[Place]) -> str:
    """A list of the words, each with who says so and where it stands."""
    if not places:
        return ""
    items = "".join(f"<li>“{escape(p.quote)}” — {escape(p.chain)}. <small>{escape(p.source())}</small></li>" for p in places)
    return f"<ul>{items}</ul>"
