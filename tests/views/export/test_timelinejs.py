"""The timeline is what TimelineJS documents, and never says a day that no report tells."""

from __future__ import annotations

import datetime as dt
import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

import jsonschema
import pytest

from onrecord.types import Event, Interval, Negotiation, Report, Snapshot, Span, Statement
from onrecord.types.reading import EventMention
from onrecord.types.record import Derived
from onrecord.views.export import Book
from onrecord.views.export.timelinejs import timelinejs

NUMBER = {"type": "integer"}
DATE = {
    "type": "object", "required": ["year"], "additionalProperties": False,
    "properties": {**dict.fromkeys(("year", "month", "day", "hour", "minute", "second", "millisecond"), NUMBER), "display_date": {"type": "string"}},
}
SLIDE = {
    "type": "object", "additionalProperties": False,
    "properties": {
        "start_date": DATE, "end_date": DATE, "display_date": {"type": "string"}, "group": {"type": "string"}, "unique_id": {"type": "string"},
        "autolink": {"type": "boolean"}, "background": {"type": "object"}, "media": {"type": "object", "required": ["url"]},
        "text": {"type": "object", "additionalProperties": False, "properties": {"headline": {"type": "string"}, "text": {"type": "string"}}},
    },
}
SCHEMA = {  # after the documented structure: events are required, and each but the title has a start_date with at least a year
    "type": "object", "required": ["events"], "additionalProperties": False,
    "properties": {
        "events": {"type": "array", "minItems": 1, "items": {**SLIDE, "required": ["start_date"]}}, "title": SLIDE, "eras": {"type": "array"},
        "scale": {"enum": ["human", "cosmological"]},
    },
}
REPORT = Report("a" * 64, "wire", "Text <b>here</b>.", outlet="Daily <Post>")


def snapshot(*dates: Interval | None) -> Snapshot:
    """Events with these dates, all told by the same words."""
    item = EventMention("e1", Span(0, 4), Span(0, 4), "meet", "happened")
    said = Statement("s1", REPORT.id, "events", "e1", item, Span(5, 16), "<b>here</b>"[:11], None, None)
    events = tuple(Event(f"e{n}", "meet", f"A <meets> B {n}", d, "happened", ("A",), ("B",), ("s1",)) for n, d in enumerate(dates))
    return Snapshot((REPORT,), {"s1": said}, Derived(events=events, negotiations=(Negotiation("n", "A – B", ("A", "B")),)))


def day(year: int, month: int, number: int) -> dt.date:
    return dt.date(year, month, number)


TABLE: list[tuple[Interval, dict[str, Any], dict[str, Any] | None, str]] = [
    (Interval.day(day(2025, 3, 3)), {"year": 2025, "month": 3, "day": 3}, None, "3 Mar 2025"),
    (Interval(day(2025, 3, 1), day(2025, 3, 31)), {"year": 2025, "month": 3}, None, "Mar 2025"),
    (Interval(day(2025, 1, 1), day(2025, 12, 31)), {"year": 2025}, None, "2025"),
    (
        Interval(day(2025, 3, 3), day(2025, 3, 4)), {"year": 2025, "month": 3, "day": 3}, {"year": 2025, "month": 3, "day": 4},
        "3–4 Mar 2025 (some day of these, which is not told)",
    ),
    (Interval(None, day(2025, 3, 4)), {"year": 2025, "month": 3, "day": 4}, None, "by 4 Mar 2025 (the day itself is not told)"),
    (Interval(day(2025, 3, 4), None), {"year": 2025, "month": 3, "day": 4}, None, "from 4 Mar 2025 (until when is not told)"),
]


@pytest.mark.parametrize(("date", "start", "end", "shown"), TABLE)
def test_a_date_has_the_fields_that_are_known_and_words_for_the_rest(date: Interval, start: dict[str, int], end: dict[str, int] | None, shown: str) -> None:
    made = timelinejs(snapshot(date))["events"][0]
    assert (made["start_date"], made.get("end_date"), made["display_date"]) == (start, end, shown)
    assert made["group"] == ("talks" if date.first and date.last else "day not told")


def test_events_without_a_day_are_on_the_title_and_nothing_of_a_report_is_markup() -> None:
    made = timelinejs(snapshot(None, Interval.day(day(2025, 3, 3))))
    assert [e["unique_id"] for e in made["events"]] == ["event-e1"]
    assert "1 event whose date no report tells" in made["title"]["text"]["text"] and "A &lt;meets&gt; B 0" in made["title"]["text"]["text"]
    assert "“&lt;b&gt;here&lt;/b&gt;”" in made["events"][0]["text"]["text"] and "Daily &lt;Post&gt;" in made["events"][0]["text"]["text"]
    assert made["events"][0]["text"]["headline"] == "A &lt;meets&gt; B 1"


def test_reports_that_may_be_later_are_told() -> None:
    made = timelinejs(replace(snapshot(), left_out=("late", "<later>")))
    assert "2 reports that may be later left out: late and &lt;later&gt;." in made["title"]["text"]["text"]


def test_the_sample_is_valid_and_every_event_is_told_with_its_words(whole: Book, exported: Any) -> None:
    made = json.loads(exported("timelinejs").read_text(encoding="utf-8"))
    jsonschema.validate(made, SCHEMA)
    events = whole.snapshot.derived.events
    assert len(made["events"]) == sum(e.date is not None for e in events)
    assert len({e["unique_id"] for e in made["events"]}) == len(made["events"])
    text = words_of(json.dumps(made, ensure_ascii=False))
    for event in events:
        for identity in event.statements:
            statement = whole.snapshot.statements[identity]
            assert one_line(statement.quote) in text and f"characters {statement.span.start}–{statement.span.end}" in text


def test_what_did_not_happen_is_said_so(whole: Book) -> None:
    slides = {s["unique_id"]: s for s in timelinejs(whole.snapshot)["events"]}
    for event in whole.snapshot.derived.events:
        slide = slides.get(f"event-{event.id}")
        if slide and event.factuality not in ("happened", "ongoing"):
            assert re.search("Announced|possible only|Denied|Asked for|condition", slide["text"]["text"])


def words_of(html: str) -> str:
    """Text of HTML in JSON, on one line."""
    parts: list[str] = []
    parser = HTMLParser()
    parser.handle_data = parts.append  # type: ignore[method-assign]
    parser.feed(html.replace('\\"', '"').replace("\\n", " "))
    return one_line("".join(parts))


def one_line(words: str) -> str:
    return " ".join(words.split())
