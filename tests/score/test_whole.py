"""What the record must say, point by point: nothing counts twice, and what is missing says why."""

from __future__ import annotations

from typing import Any

import pytest

from onrecord.score import score_whole, whole_lines
from onrecord.score.days import days_of, overlap
from onrecord.score.whole import bounds, numbers

BY_FRONT: dict[str, Any] = {"actors": ["Red Front"], "targets": [], "statements": ["s1"], "factuality": "happened"}
ALL = [{"statement": "s1", "stance": "demands"}]
RECORD: dict[str, Any] = {
    "statements": [
        {"id": "s1", "name": "one_wire", "quote": "the Front freed six", "published": "2024-03-02"},
        {"id": "s2", "name": "two_post", "quote": "talks are stuck", "published": "2024-03-05"},
    ],
    "entities": [{"name": "Red Front", "names": ["the Front"], "side": "Front"}, {"name": "Ana Ruiz", "names": ["Ruiz"], "side": "Norland"}],
    "events": [
        {"id": "e1", "type": "release", "types": ["release", "exchange"], "date": "2024-03-01", **BY_FRONT},
        {"id": "e2", "type": "release", "types": [], "date": "../2024-03-01", **BY_FRONT},
        {"id": "e3", "type": "meet", "types": [], "date": "2024-03-09", **BY_FRONT, "actors": ["Ana Ruiz"], "statements": ["s2"], "factuality": "planned"},
    ],
    "ledgers": [{
        "values": [
            {"statement": "s1", "measure": "released", "low": 6, "high": 6, "label": "6 released"},
            {"statement": "s2", "measure": "held", "low": 41, "high": None, "label": "more than 40 held"},
        ],
        "lines": [{"id": "l", "statements": ["s1", "s2"], "verdict": "adds_up", "sum": "6 + 40 = 46", "note": "", "difference": 0}],
    }, {
        "unit": "prisoners", "lines": [], "values": [
            {"statement": "s1", "measure": "released", "low": 18, "high": 18, "label": "18 released"},
            {"statement": "s1", "measure": "taken", "low": 30, "high": None, "label": "at least 30 taken"},
        ],
    }],
    "positions": [{"id": "p", "party": "Red Front", "topic": "an exchange of all for all", "topic_key": "all_for_all", "points": ALL}],
    "commitments": [{"id": "c", "obligor": "Red Front", "what": "free ten men", "deadline": "2024-03-10", "accounts": [["s1", "kept", "Norland"]]},
                    {"id": "d", "obligor": "Red Front", "what": "free two women", "deadline": None, "accounts": [["s1", "kept in part", "Norland"]]}],
    "talks": [{"points": [{"statement": "s2", "status": "stalled", "date": None}]}],
    "origin_links": [{"report": "r1", "other": "Daily Example"}],
    "reports": [
        {"id": "r1", "name": "one_wire", "date": {"published": "2024-03-02"}},
        {"id": "r2", "name": "two_post", "date": {"published": "2024-03-04/2024-03-06"}},
    ],
}
FILES = {"files": {"1": "one_wire", "2": "two_post"}}
RELEASE = {"id": "g1", "type": ["release"], "date": "2024-03-01", "actors": ["Front"], "reports": ["1"]}


@pytest.mark.parametrize(
    ("key", "gold", "missing"),
    [
        ("events", RELEASE, None),
        ("events", {**RELEASE, "type": ["exchange"]}, None),
        ("events", {**RELEASE, "date": "2024-03-02", "also_right": ["2024-03-01"]}, None),
        ("events", {**RELEASE, "actors": ["Norland"]}, "actor"),
        ("events", {**RELEASE, "date": "2024-02"}, "date"),
        ("events", {**RELEASE, "reports": ["2"]}, "type"),
        ("events", {**RELEASE, "type": ["meet"], "date": "2024-03-09", "actors": ["Norland"], "reports": ["2"]}, "factuality"),
        ("events", {**RELEASE, "type": ["meet"], "date": "2024-03-09", "actors": ["Norland"], "reports": ["2"], "factuality": "planned"}, None),
        ("figures", {"measure": "released", "value": "6", "report": "1"}, None),
        ("figures", {"measure": "held", "value": "> 40", "report": "2"}, None),
        ("figures", {"measure": "prisoners released", "value": "18", "report": "1"}, None),
        ("figures", {"measure": "prisoners released", "value": "6", "report": "1"}, "bounds"),
        ("figures", {"measure": "prisoners taken", "value": ">= 30", "report": "1"}, None),
        ("figures", {"measure": "held", "value": "40", "report": "2"}, "bounds"),
        ("figures", {"measure": "held", "value": "> 40", "report": "1"}, "measure"),
        ("figures", {"measure": "sum", "value": "46", "derived": "6 + 40", "report": "1"}, None),
        ("figures", {"measure": "sum", "value": "4", "derived": "?", "report": "1"}, "sum"),
        ("ledger", {"id": "l", "figures": ["6 released (1)", "> 40 held (2)"], "verdict": "adds_up"}, None),
        ("ledger", {"id": "l", "figures": ["6 released", "40 held"], "verdict": "open"}, "verdict"),
        ("ledger", {"id": "l", "figures": ["7 released", "40 held"], "verdict": "adds_up"}, "figures"),
        ("positions", {"party": "the Front", "stance": "demands", "topic": "all for all", "report": "1"}, None),
        ("positions", {"party": "Norland", "stance": "demands", "topic": "all for all", "report": "1"}, "party"),
        ("commitments", {"obligor": "Front", "what": "free ten men", "account": "kept in part: six", "report": "1"}, None),
        ("commitments", {"obligor": "Front", "what": "free ten men", "account": "owed", "report": "1"}, "account"),
        ("commitments", {"obligor": "Front", "what": "free two women", "account": "kept in part: one", "report": "1"}, None),
        ("commitments", {"obligor": "Front", "what": "free two women", "account": "kept", "report": "1"}, "what"),
        ("talks", {"status": ["stalled", "suspended"], "date": "2024-03-05", "report": "2"}, None),
        ("talks", {"status": "stalled", "date": "2024-04", "report": "2"}, "date"),
        ("origins", {"reports": ["1"], "cites": ["The Daily Example"]}, None),
        ("origins", {"reports": ["1"], "cites": ["Evening Other"]}, "Evening Other"),
    ],
    ids=str,
)
def test_points(key: str, gold: dict[str, Any], missing: str | None) -> None:
    (point,) = score_whole({**FILES, key: [gold]}, RECORD)
    assert (point.right, point.missing) == (missing is None, missing or "")


def test_one_event_is_not_taken_for_two() -> None:
    points = score_whole({**FILES, "events": [RELEASE, {**RELEASE, "id": "g2"}]}, RECORD)
    assert [p.right for p in points] == [True, False]
    assert points[1].missing == "another point"


def test_an_event_gives_way_where_it_can() -> None:
    loose = {**RELEASE, "id": "g2", "date": "../2024-03-05"}
    points = score_whole({**FILES, "events": [loose, RELEASE]}, RECORD)
    assert [(p.right, p.found) for p in points] == [(True, "e2"), (True, "e1")]


@pytest.mark.parametrize(("date", "right"), [("2024-03-05", True), ("2024-03", True), ("2024-03-07", False)])
def test_dates_of_reports(date: str, right: bool) -> None:
    (point,) = score_whole({**FILES, "published": {"2": {"date": date}}}, RECORD)
    assert point.right is right


def test_words_and_days() -> None:
    assert bounds("> 1,200") == (1201, None) and bounds("dozens") == (24, None) and bounds("some") == (None, None)
    assert numbers("4 + 105 released (2023-11, 12) of 1,240") == [4, 105, 1240]
    assert overlap("2024-03", "2024-03-31") and not overlap("2024-03", "2024-04-01") and overlap("2024/..", "2030") and not overlap(None, "2024")
    assert days_of("../2024-03-05") is not None and days_of(None) is None


def test_lines_end_with_counts() -> None:
    lines = whole_lines(score_whole({**FILES, "events": [RELEASE, {**RELEASE, "id": "g2"}]}, RECORD))
    assert lines[-1].split() == ["events", "1", "of", "2"] and lines[1].startswith("MISSED")
