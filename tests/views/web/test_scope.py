"""Negotiation, as-of and since stand in the URL and in every link; long lists come a page at a time; what did not change is not sent again."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from fastapi.testclient import TestClient

from onrecord.errors import InputError
from onrecord.types import Derived, Event, Interval, Negotiation, Report, Snapshot
from onrecord.views.web.kept import Answer, Answers
from onrecord.views.web.paging import number_in, part
from onrecord.views.web.scope import Scope, carried, scope_of
from onrecord.views.web.seen import narrowed

HELD = Scope("n1", dt.date(2031, 5, 2), None)


@pytest.mark.parametrize(
    ("link", "carried_on"),
    [
        ('<a href="/timeline">', '<a href="/timeline?negotiation=n1&amp;as_of=2031-05-02">'),
        ('<a class="x" href="/reports/a#s-1">', '<a class="x" href="/reports/a?negotiation=n1&amp;as_of=2031-05-02#s-1">'),
        ('<a href="/search?q=a&amp;as_of=">', '<a href="/search?negotiation=n1&amp;as_of=&amp;q=a">'),
        ('<a href="#here">', '<a href="#here">'),
        ('<link rel="stylesheet" href="/static/style.css">', '<link rel="stylesheet" href="/static/style.css">'),
        ("a href=&#34;/timeline&#34;", "a href=&#34;/timeline&#34;"),
    ],
)
def test_every_link_to_a_page_carries_the_scope(link: str, carried_on: str) -> None:
    assert carried(link, HELD) == carried_on
    assert carried(link, Scope()) == link


def test_the_scope_comes_out_of_the_url_as_it_went_in() -> None:
    assert scope_of(HELD.values) == HELD
    assert scope_of({"as_of": " "}) == Scope()


def test_only_what_belongs_to_the_negotiation_is_left() -> None:
    day = Interval.day(dt.date(2031, 5, 1))
    events = tuple(Event(i, "meet", i, day, "happened", (), (), (), negotiation=n) for i, n in (("e1", "n1"), ("e2", "n2"), ("e3", None)))
    talks = (Negotiation("n1", "A – B", ("A", "B"), reports=("r1",)), Negotiation("n2", "C – D", ("C", "D"), reports=("r2",)))
    snapshot = Snapshot(tuple(Report(r, r, "text") for r in ("r1", "r2")), derived=Derived(events=events, negotiations=talks))
    found = narrowed(snapshot, "n1")
    assert [e.id for e in found.derived.events] == ["e1"]
    assert [r.id for r in found.reports] == ["r1"]
    assert found.derived.negotiations == talks[:1]
    with pytest.raises(InputError, match="none of this record"):
        narrowed(snapshot, "n3")


def test_parts_hold_everything_once_and_the_last_is_never_passed() -> None:
    rows = list(range(23))
    parts = [part(rows, page=n, per=10) for n in (1, 2, 3)]
    assert [r for p in parts for r in p.rows] == rows
    assert part(rows, page=99, per=10) == parts[2]
    assert part([], page=1, per=10).pager.pages == 1


@pytest.mark.parametrize("value", ["0", "-1", "x", "1.5", "²", "9" * 40])
def test_a_page_that_is_no_number_is_said(value: str) -> None:
    with pytest.raises(InputError, match="whole number from 1"):
        number_in(value, "page", default=1, most=500)


def test_what_the_browser_has_is_not_sent_again(client: TestClient) -> None:
    first = client.get("/timeline")
    again = client.get("/timeline", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert client.get("/timeline?per=5").headers["etag"] != first.headers["etag"]


def test_answers_beyond_the_room_give_way_to_the_newest() -> None:
    kept = Answers(room=100)
    for n in range(12):
        kept.put("v1", str(n), Answer(b"x" * 10, "text/html"))
    assert kept.get("v1", "0") is None
    assert kept.get("v1", "11") is not None
    kept.put("v1", "huge", Answer(b"x" * 50, "text/html"))
    assert kept.get("v1", "huge") is None


def test_answers_of_an_earlier_version_are_let_go_at_once() -> None:
    kept = Answers(room=100)
    kept.put("v1", "/", Answer(b"old", "text/html"))
    kept.put("v2", "/figures", Answer(b"new", "text/html"))
    assert (kept.get("v1", "/"), kept.get("v2", "/")) == (None, None)
    assert kept.get("v2", "/figures") == Answer(b"new", "text/html")


def test_a_long_list_comes_in_parts_that_name_the_next(client: TestClient) -> None:
    page = client.get("/disputes?per=2").text
    following = re.search(r'rel="next" href="([^"]+)"', page)
    assert following
    assert "page=2" in following[1] and "per=2" in following[1]
    assert client.get("/disputes?page=none").status_code == 400


def test_what_only_later_reports_tell_is_marked_new_on_every_page(client: TestClient) -> None:
    assert 'class="mark new"' in client.get("/timeline?since=2025-04-13").text
    assert 'class="mark new"' not in client.get("/timeline").text


def test_what_was_not_read_stands_on_every_page(client: TestClient) -> None:
    for path in ("/", "/figures", "/reports", "/search?q=truce"):
        assert "no report in a language other than English" in client.get(path).text
