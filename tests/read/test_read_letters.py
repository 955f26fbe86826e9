"""Mails, feeds, crawls and channels: whose words they are, of which day, and what is not taken for it."""

from __future__ import annotations

import gzip
import sys
from pathlib import Path

import pytest

from onrecord import pipeline
from onrecord.parse import SpacyParser
from onrecord.read import ReadOptions, read_bytes
from onrecord.read.forwarded import Letter, name_of, own_letter
from onrecord.read.warc import fetched
from onrecord.record import open_record
from onrecord.types import Report

FIXTURES = Path(__file__).parent / "fixtures"


def reports(name: str) -> list[Report]:
    return [r.report for r in read_bytes((FIXTURES / name).read_bytes(), name) if r.report]


def test_a_newsletter_is_its_page_with_sender_and_day_and_without_what_is_hidden() -> None:
    (report,) = reports("eml-newsletter.eml")
    assert (report.outlet, report.published) == ("Kestrel Post Evening Letter", "2031-04-09")
    assert "preheader" not in report.text
    assert [b.kind for b in report.blocks].count("quotation") == 1


def test_a_forwarded_mail_is_the_first_senders() -> None:
    (report,) = reports("eml-forwarded.eml")
    assert (report.outlet, report.published, report.title) == ("Inland Radio", "2031-04-10", "Families wait at the quay")
    assert report.text.startswith("Relatives of the ferry crews")
    assert "For the file" not in report.text


FORWARDED = "-----Original Message-----\nFrom: Inland Radio <a@inland.example>\nSent: 10 April 2031\nSubject: RE: Quay\n\nThey wait."


@pytest.mark.parametrize(
    ("text", "sender", "begins"),
    [
        (FORWARDED, "Inland Radio", "They wait."),
        ("FYI\n" + FORWARDED, "Inland Radio", "They wait."),
        ("My own report of the day. " * 20 + FORWARDED, "Desk", "My own"),
        ("Begin forwarded message:\n\nThey wait.", "Desk", "Begin"),
        ("They wait.", "Desk", "They"),
    ],
    ids=["nothing above", "a line above", "a report above", "without a sender", "nothing forwarded"],
)
def test_whose_letter_it_is(text: str, sender: str, begins: str) -> None:
    start, letter = own_letter(text, Letter("Desk", "2031-04-12", "Fwd: Quay"))
    assert letter.sender == sender
    assert text[start:].startswith(begins)


@pytest.mark.parametrize(
    ("sender", "name"),
    [
        ("Inland Radio <news@inland.example>", "Inland Radio"), ('"Post, Evening" <a@post.example>', "Post, Evening"), ("<a@post.example>", "post.example"),
        ("a@post.example", "post.example"), ("Inland Radio", "Inland Radio"), ("", None),
    ],
)
def test_the_name_of_a_sender(sender: str, name: str | None) -> None:
    assert name_of(sender) == name


def test_a_message_of_outlook_is_read_like_a_mail() -> None:
    (report,) = reports("msg-newsletter.msg")
    assert (report.outlet, report.published, report.title) == ("Inland Radio", "2031-04-10", "Families wait at the quay")
    assert "Olan Verrick, said by telephone" in report.text


def test_what_is_attached_is_read_by_its_own_form() -> None:
    found = reports("eml-attachments.eml")
    assert [(r.name, r.outlet) for r in found] == [("Two-clippings", "Desk"), ("ferry-talks", "Kestrel Post"), ("seven-freed", None)]


def test_a_feed_gives_content_before_summary_and_its_title_as_outlet() -> None:
    found = reports("feed-rss.xml")
    assert [(r.outlet, r.published) for r in found] == [("Kestrel Post", "2031-04-09"), ("Kestrel Post", "2031-04-10"), ("Kestrel Post", "2031-04-11")]
    assert found[0].text.endswith("…")
    assert "nobody had called." in found[1].text


def test_the_day_of_fetching_is_no_day_of_publication_and_the_address_is_the_records() -> None:
    found = reports("warc-crawl.warc.gz")
    assert [r.published for r in found] == ["2031-04-09", "2031-04-10", None]
    assert [r.url for r in found] == [f"https://kestrelpost.example/{n}.html" for n in ("ferry-talks", "quay", "seven-freed")]
    assert "nobody had called." in found[1].text, "in the charset of the answer"


def test_the_day_of_fetching_is_when_a_page_was_collected(tmp_path: Path, parser: SpacyParser) -> None:
    results = [r for r in read_bytes((FIXTURES / "warc-crawl.warc.gz").read_bytes(), "a.warc.gz") if r.report]
    assert {r.collected for r in results} == {"2031-05-01T00:00:00+00:00"}
    with open_record(None) as record:
        pipeline.add([str(FIXTURES / "warc-crawl.warc.gz"), str(FIXTURES / "txt-plain.txt")], record, parser, pipeline.AddOptions("2031-06-01T10:00:00+00:00"))
        days = sorted(row[0][:10] for row in record.rows("SELECT collected_at FROM raw"))
    assert days == ["2031-05-01", "2031-05-01", "2031-05-01", "2031-06-01"]


@pytest.mark.parametrize(
    ("told", "moment"),
    [("2031-05-01T10:00:00Z", "2031-05-01T10:00:00+00:00"), ("2031-05-01T10:00:00.5", "2031-05-01T10:00:00.500000+00:00"), ("yesterday", None), (None, None)],
)
def test_a_moment_of_fetching_that_is_none_is_not_made_up(told: str | None, moment: str | None) -> None:
    assert fetched(told) == moment


def test_an_archive_that_is_packed_at_once_is_read_like_one_packed_record_by_record() -> None:
    packed = gzip.compress((FIXTURES / "warc-crawl.warc").read_bytes())
    assert [r.report.text for r in read_bytes(packed, "a.warc.gz") if r.report] == [r.text for r in reports("warc-crawl.warc.gz")]


def test_a_page_that_unpacks_to_more_than_the_limit_is_refused_and_the_others_are_read() -> None:
    raw = (FIXTURES / "warc-crawl.warc").read_bytes()
    found = [(bool(r.report), [p.kind for p in r.problems]) for r in read_bytes(raw, "a.warc", ReadOptions(max_bytes=600))]
    assert found[0] == (False, ["too_large"])
    assert (True, []) in found


def test_a_message_of_a_channel_is_a_report_and_what_was_forwarded_is_the_first_channels() -> None:
    own, forwarded = reports("telegram-channel.json")
    assert own.text.startswith("Statement of the Karst Brigade\n\nSeven of the 27 will be freed")
    assert (own.outlet, own.published, own.url) == ("Karst Brigade Press", "2031-04-10", "https://t.me/c/1555000111/41")
    assert (forwarded.outlet, forwarded.published) == ("Inland Radio", "2031-04-11")


def test_a_page_has_its_byline_under_the_title_and_its_day_from_json_ld() -> None:
    (report,) = reports("html-saved-page.html")
    assert [b.kind for b in report.blocks][:3] == ["title", "byline", "paragraph"]
    assert report.text.split("\n\n")[1] == "By Marit Soll"
    assert (report.published, report.url) == ("2031-04-09", "https://kestrelpost.example/world/ferry-talks-third")
    assert "Most read" not in report.text


@pytest.mark.parametrize(("name", "module"), [("feed-rss.xml", "feedparser"), ("warc-crawl.warc", "warcio.archiveiterator")])
def test_a_package_that_is_not_installed_is_named_with_its_extra(name: str, module: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    (result,) = read_bytes((FIXTURES / name).read_bytes(), name)
    assert "onrecord[formats]" in result.problems[0].message
