"""What is done with every report, whatever form it came in: outlet by host, dates of the future, ids that two reports share."""

from __future__ import annotations

import json

import pytest

from onrecord.read import ReadOptions, read_bytes, read_text
from onrecord.read.lexicon import lexicon
from onrecord.read.outlets import HOST

TEXT = "Envoys of Veldland and the Ostrine rebels met in Port Corran on Tuesday to discuss an exchange of captured sailors, two officials said."
OWN = (("herald.example", "Veld Herald"),)


@pytest.mark.parametrize(
    ("outlet", "url", "expected"),
    [
        (None, "https://www.reuters.com/world/a", "Reuters"),
        (None, "https://amp.theguardian.com/a", "The Guardian"),
        (None, "https://news.un.org/a", "UN News"),
        ("bbc.co.uk", None, "BBC"),
        ("The Herald", "https://www.reuters.com/a", "The Herald"),
        (None, "https://m.herald.example/a", "Veld Herald"),
        ("unknown.example", None, "unknown.example"),
        (None, "https://unknown.example/a", None),
        (None, "https://notreuters.com/a", None),
        (None, "http://[broken", None),
    ],
)
def test_an_outlet_is_named_by_its_host_unless_the_report_names_it(outlet: str | None, url: str | None, expected: str | None) -> None:
    row = {"text": TEXT, "outlet": outlet, "url": url}
    (result,) = read_bytes(json.dumps(row).encode(), "a.jsonl", ReadOptions(outlets=OWN))
    assert result.report is not None
    assert result.report.outlet == expected


def test_a_persons_own_name_wins_over_the_table() -> None:
    result = read_text(TEXT, ReadOptions(outlets=(("reuters.com", "Reuters (wire)"),)), url="https://reuters.com/a")
    assert result.report is not None
    assert result.report.outlet == "Reuters (wire)"


def test_the_table_is_of_hosts_and_large_enough() -> None:
    table = lexicon("outlets")["outlets"]
    assert len(table) >= 120
    assert all(HOST.fullmatch(host) and not host.startswith("www.") and name.strip() for host, name in table.items())


@pytest.mark.parametrize(("published", "told"), [("2031-05-04", True), ("2031-06", True), ("2031-05-03", False), ("2031-05", False), ("2031", False)])
def test_a_day_after_the_day_of_reading_is_kept_and_told(published: str, told: bool) -> None:
    (result,) = read_bytes(json.dumps({"text": TEXT, "published": published}).encode(), "a.jsonl", ReadOptions(today="2031-05-03"))
    assert result.report is not None
    assert result.report.published == published
    assert [p.kind for p in result.problems] == ["future_date"] * told


def test_two_reports_with_one_id_and_different_text_are_both_kept_and_told() -> None:
    rows = [{"id": "7", "text": TEXT}, {"id": "7", "text": TEXT}, {"id": "7", "text": TEXT + " A third spoke."}]
    results = list(read_bytes("\n".join(map(json.dumps, rows)).encode(), "a.jsonl"))
    assert [bool(r.report) for r in results] == [True] * 3
    assert [[p.kind for p in r.problems] for r in results] == [[], [], ["same_id"]]
    assert "also that of 7, with another text" in results[2].problems[0].message
