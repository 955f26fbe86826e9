"""Every form that comes with one file: what its fixtures give, and what is told of those that are broken."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.read import Namer, ReadOptions, ReadResult, read_bytes
from onrecord.types import Report

FIXTURES = Path(__file__).parent / "fixtures"
TODAY = "2031-12-31"
CASES = [
    ("csv-media-cloud.csv", 3, []),
    ("csv-no-text-column.csv", 0, ["no_column!"]),
    ("csv-semicolons-cp1252.csv", 3, ["encoding"]),
    ("csv-tabs.tsv", 3, []),
    ("csv-unquoted-and-unclosed.csv", 1, ["broken_line!", "broken_line!"]),
    ("eml-attachments.eml", 3, []),
    ("eml-broken-date-charset.eml", 1, ["encoding", "broken_date"]),
    ("eml-empty.eml", 0, ["no_sentence!"]),
    ("eml-forwarded.eml", 1, []),
    ("eml-newsletter.eml", 1, []),
    ("feed-atom.atom", 3, []),
    ("feed-rss.xml", 3, ["truncated"]),
    ("feed-truncated.rss", 3, ["truncated", "truncated", "truncated!"]),
    ("feed-without-entries.xml", 0, ["empty!"]),
    ("html-cp1252-no-charset.htm", 1, ["encoding"]),
    ("html-front-page.html", 0, ["no_sentence!"]),
    ("html-live-blog-json-ld.html", 4, []),
    ("html-live-blog-marked.html", 4, []),
    ("html-nested-too-deep.html", 1, ["limit!"]),
    ("html-nexis-uni.html", 2, []),
    ("html-paywall.html", 1, ["truncated"]),
    ("html-saved-page.html", 1, []),
    ("json-common-crawl-news.json", 3, []),
    ("json-gdelt-context.json", 3, []),
    ("json-newsapi.json", 3, ["truncated"] * 3),
    ("json-no-text.json", 0, ["no_text!"]),
    ("json-one-report.json", 1, []),
    ("json-truncated.json", 2, ["truncated!"]),
    ("jsonl-future-date.jsonl", 1, ["future_date"]),
    ("jsonl-guardian-like.jsonl", 3, []),
    ("jsonl-one-id-two-texts.jsonl", 2, ["same_id", "broken_line!"]),
    ("mhtml-saved-page.mhtml", 1, []),
    ("msg-newsletter.msg", 1, []),
    ("msg-truncated.msg", 0, ["unreadable!"]),
    ("msg-without-text.msg", 0, ["no_text!"]),
    ("telegram-channel.json", 2, ["date_conflict", "no_text"]),
    ("telegram-empty.json", 0, ["empty!"]),
    ("txt-cp1252.txt", 1, ["encoding"]),
    ("txt-empty.txt", 0, ["empty!"]),
    ("txt-live-blog.txt", 5, []),
    ("txt-page-under-wrong-name.txt", 1, []),
    ("warc-crawl.warc", 3, ["unreadable"]),
    ("warc-crawl.warc.gz", 3, ["unreadable"]),
    ("warc-huge-claim.warc", 1, ["truncated", "truncated!"]),
    ("warc-truncated.warc", 2, ["truncated!"]),
    ("warc-truncated.warc.gz", 1, ["truncated!"]),
]
"""Fixture, reports, problems in their order; `!` where input was lost."""
BROKEN_ANYWHERE = sorted({name for name, reports, _ in CASES if reports and not name.startswith("txt")})


def read(name: str, raw: bytes | None = None) -> list[ReadResult]:
    """What reading the fixture gives."""
    data = (FIXTURES / name).read_bytes() if raw is None else raw
    return list(read_bytes(data, name, ReadOptions(today=TODAY, max_bytes=2_000_000, entries=True), namer=Namer()))


def reports(name: str) -> list[Report]:
    """The reports of a fixture."""
    return [r.report for r in read(name) if r.report]


@pytest.mark.parametrize(("name", "count", "problems"), CASES, ids=[c[0] for c in CASES])
def test_what_a_fixture_gives(name: str, count: int, problems: list[str]) -> None:
    results = read(name)
    assert sum(r.report is not None for r in results) == count
    told = [p for r in results for p in r.problems]
    assert [p.kind + "!" * p.lost for p in told] == problems
    assert all(p.message.startswith(p.where or "?") and ";" in p.message for p in told), "where, what was seen; what to do"
    for report in (r.report for r in results if r.report):
        assert all(b.span.of(report.text).strip() for b in report.blocks)


@pytest.mark.parametrize("name", BROKEN_ANYWHERE)
def test_a_file_cut_anywhere_is_read_as_far_as_it_goes_and_never_breaks_the_run(name: str) -> None:
    raw = (FIXTURES / name).read_bytes()[:20_000]
    for part in range(1, 8):
        results = read(name, raw[: len(raw) * part // 8])
        assert all(r.report or r.problems for r in results)


@pytest.mark.parametrize("name", BROKEN_ANYWHERE)
def test_content_decides_the_form_whatever_the_name_says(name: str) -> None:
    texts = [r.text for r in reports(name)]
    other = [r.report.text for r in read_bytes((FIXTURES / name).read_bytes(), "upload.txt", ReadOptions(max_bytes=2_000_000)) if r.report]
    assert other == texts


GOOD = "Envoys of Veldland and the Ostrine rebels met in Port Corran on Tuesday to discuss an exchange of captured sailors, two officials said."
PARTS = "".join(f'Content-Type: multipart/mixed; boundary="b{n}"\r\n\r\n--b{n}\r\n' for n in range(600))
DEEP = {
    "line.jsonl": f'{{"text": "{GOOD}", "x": {"[" * 20_000}{"]" * 20_000}}}\n{{"text": "{GOOD}"}}\n',
    "object.json": '{"a":' * 20_000,
    "list.json": '{"articles":[' * 20_000,
    "channel.json": '{"type": "public_channel", "messages": [' + "[" * 20_000,
    "parts.eml": "From: a@b.example\r\nMIME-Version: 1.0\r\nMessage-ID: <1@b>\r\n" + PARTS,
    "letters.eml": "From: a@b.example\r\nMIME-Version: 1.0\r\n" + "Content-Type: message/rfc822\r\n\r\nFrom: a@b\r\n" * 1_000,
    "header.eml": f"From: {'(' * 5_000}\r\nMessage-ID: <1@b>\r\nMIME-Version: 1.0\r\n\r\n{GOOD}",
    "page.mhtml": "From: <Saved by Blink>\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n<p>" + "<div>" * 9_000,
    "feed.xml": f"<rss><channel><item><title>t</title><description>{'&lt;b&gt;' * 5_000}{GOOD}</description></item></channel></rss>",
}


@pytest.mark.parametrize("name", DEEP)
def test_what_is_nested_without_end_is_a_problem_and_no_hang(name: str) -> None:
    results = list(read_bytes(DEEP[name].encode(), name, ReadOptions(max_seconds=10)))
    assert any(p.lost for r in results for p in r.problems)
    assert sum(r.report is not None for r in results) == (name == "line.jsonl"), "the next line is read"


@pytest.mark.parametrize(
    ("name", "refused"),
    [("json-common-crawl-news.json", 1), ("telegram-channel.json", 1), ("feed-atom.atom", 1), ("eml-newsletter.eml", 1), ("csv-media-cloud.csv", 3)],
)
def test_a_file_over_the_limit_is_refused_and_so_is_a_row_of_a_table(name: str, refused: int) -> None:
    found = [p.kind for r in read_bytes((FIXTURES / name).read_bytes(), name, ReadOptions(max_bytes=100)) for p in r.problems]
    assert found == ["too_large"] * refused
