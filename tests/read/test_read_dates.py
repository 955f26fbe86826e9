"""The date of publication is what is printed, given, in the metadata or in the address; never a date out of the story."""

from __future__ import annotations

import json

import pytest

from onrecord.read import ReadOptions, read_bytes, read_text
from onrecord.read.dates import given_date, url_date

BODY = "Envoys of Veldland and the Ostrine rebels met in Port Corran on Tuesday to discuss an exchange of captured sailors, two officials said."
MORE = "The sailors were taken on 9 March 2030 off the cape, the ministry said, and their families have had no word of them since that day."


@pytest.mark.parametrize(
    ("text", "date"),
    [
        (f"date 2031-05-03 {BODY}", "2031-05-03"),
        (f"Rebels near deal\n\nPublished: 3 May 2031\n\n{BODY}", "2031-05-03"),
        (f"Rebels near deal\n\nMay 3, 2031\n\n{BODY}", "2031-05-03"),
        (f"Rebels near deal\n\nUpdated May 4, 2031, 9:10 GMT\n\nPublished May 3, 2031, 8:00 GMT\n\n{BODY}", "2031-05-03"),
        (f"Rebels near deal\n\nLast updated: 4 May 2031\n\n{BODY}", "2031-05-04"),
        (f"PORT CORRAN, May 3, 2031 (Reuters) - {BODY}", "2031-05-03"),
        (f"Rebels near deal\n\n23/05/2031\n\n{BODY}", "2031-05-23"),
        (f"Rebels near deal\n\n03/05/2031\n\n{BODY}", None),
        (f"PORT CORRAN, May 3 (Reuters) - {BODY}", None),
        (f"Rebels near deal\n\nPort Corran, May 3, 2031: {BODY}", "2031-05-03"),
        (f"Rebels near deal\n\nPort Corran, Saturday, 3 May 2031: {BODY}", "2031-05-03"),
        (f"Rebels near deal\n\nPort Corran, May 3: {BODY}", None),
        (f"JOINT STATEMENT ON THE SAILORS\n\nIssued in Port Corran on 3 May 2031\n\n1. {BODY}\n\n2. {MORE}", "2031-05-03"),
        (f"JOINT STATEMENT ON THE SAILORS\n\n1. {BODY}\n\n2. {MORE}\n\nDone at Port Corran, May 3, 2031.", "2031-05-03"),
        (f"Rebels near deal\n\n{BODY}\n\nAn order issued in Port Corran on 3 May 2031 bans talks with them, the ministry said.", None),
        (f"{BODY}\n\n{MORE}", None),
        (f"{BODY}\n\n{MORE}\n\nPort Corran, 3 May 2031", "2031-05-03"),
        (f"{BODY}\n\n{MORE}\n\nCORRECTION:\n\nThe number of sailors was wrong.\n\nFriday, May 9, 2031", None),
        (f"OPINION | May 3, 2031\n\nA price for sailors\n\n{BODY}", "2031-05-03"),
        (f"World / Veldland — 3 May 2031\n\n{BODY}", "2031-05-03"),
        ("TRANSCRIPT: Briefing on the sailors, Port Corran, Saturday, May 3, 2031\n\nMINISTER: Good evening.\n\nQUESTION: Who pays?", "2031-05-03"),
        (f"The sailors and their ship, Monday, May 3, 2031\n\n{BODY}", None),
        (f"Trial of the captain set for Saturday, May 3, 2031\n\n{BODY}", None),
        (f"The siege of Port Corran, May 3, 2031\n\n{BODY}", None),
        (f"{BODY}\n\nThe harbour of Port Corran, May 3, 2031. Photo by Ana Brisk/AFP\n\n{BODY}", None),
    ],
)
def test_the_printed_date(text: str, date: str | None) -> None:
    report = read_text(text).report
    assert report is not None
    assert report.published == date
    assert report.published_basis == ("printed" if date else None)
    if report.published_span:
        assert any(c.isdigit() for c in report.published_span.of(text))


def test_a_given_date_wins_over_print_and_the_difference_is_told() -> None:
    result = read_text(f"date 2031-05-03 {BODY}", ReadOptions(published="2031-05-05"))
    assert result.report is not None
    assert (result.report.published, result.report.published_basis) == ("2031-05-05", "given")
    assert [p.kind for p in result.problems] == ["date_conflict"]


def test_a_lines_own_date_wins_over_the_runs_and_an_address_is_the_last_resort() -> None:
    def read(**row: str) -> tuple[str | None, str | None]:
        (result,) = read_bytes(json.dumps({"text": BODY, **row}).encode(), "a.jsonl", ReadOptions(published="2031-06") if "published" in row else ReadOptions())
        assert result.report is not None
        return result.report.published, result.report.published_basis

    assert read(published="2031-05-03", url="https://herald.example/2031/05/04/deal") == ("2031-05-03", "given")
    assert read(url="https://herald.example/2031/05/04/deal") == ("2031-05-04", "url")


@pytest.mark.parametrize(
    ("value", "date"),
    [
        ("2031-05-03", "2031-05-03"),
        ("2031-05", "2031-05"),
        ("2031", "2031"),
        ("2031-05-03T23:10:00+02:00", "2031-05-03"),
        ("2031-05-03/2031-05-06", "2031-05-03/2031-05-06"),
        ("../2031-05", "../2031-05"),
        ("3 May 2031", "2031-05-03"),
        ("May 3rd, 2031", "2031-05-03"),
        ("2031-13-01", None),
        ("2031-02-30", None),
        ("yesterday", None),
        ("", None),
        ("5/6/2031", None),
        ("25/6/2031", "2031-06-25"),
    ],
)
def test_given_dates(value: str, date: str | None) -> None:
    assert given_date(value) == date


@pytest.mark.parametrize(
    ("url", "date"),
    [
        ("https://a.example/2031/05/03/deal", "2031-05-03"),
        ("https://a.example/world/2031-05-03/", "2031-05-03"),
        ("https://a.example/deal-20310503", "2031-05-03"),
        ("https://a.example/2031/13/03/deal", None),
        ("https://a.example/id/203199", None),
        (None, None),
    ],
)
def test_dates_in_addresses(url: str | None, date: str | None) -> None:
    assert url_date(url) == date
