"""Text, pages and JSON lines become reports; content decides the form where the extension lies."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from onrecord.read import Namer, ReadOptions, iter_reports, read_bytes, read_paths, read_text, safe_name

LEAD = "Envoys of Veldland and the Ostrine rebels met in Port Corran on Tuesday to discuss an exchange of captured sailors, two officials said."
SECOND = "The rebels hold 41 sailors, the ministry said, and have asked for the return of 60 prisoners who were sentenced after the spring offensive."
QUOTED = "We have seen the list, and we will bring every sailor home before the winter comes to the straits."
PAGE = f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Rebels and Veldland near deal | Veld Herald</title>
<meta property="og:title" content="Rebels and Veldland near deal"><meta property="og:site_name" content="Veld Herald">
<meta property="article:published_time" content="2031-05-03T10:15:00Z"><link rel="canonical" href="https://herald.example/2031/05/03/deal"></head>
<body><nav><a href="/">Home</a><a href="/w">World</a></nav><article><h1>Rebels and Veldland near deal</h1><p>{LEAD}</p>
<blockquote><p>{QUOTED}</p></blockquote><p>{SECOND}</p><ul><li>the release of all 41 sailors in two groups</li><li>the return of 60 prisoners by sea</li></ul>
<p>Neither side would say when the next round of talks may begin, and mediators left the town.</p></article>
<footer><p>All rights reserved</p></footer></body></html>"""


def test_a_text_keeps_every_character_and_its_line_ends(tmp_path: Path) -> None:
    raw = f"\ufeff{LEAD}\r\n\r\n{SECOND}\r\n".encode()
    (tmp_path / "a.txt").write_bytes(raw)
    (report,), problems = read_paths([tmp_path / "a.txt"])
    assert report.text == raw.decode()
    assert report.raw_hash == hashlib.sha256(raw).hexdigest()
    assert [b.span.of(report.text) for b in report.blocks] == [LEAD, SECOND]
    assert not problems


def test_a_page_gives_text_title_outlet_date_address_and_blocks() -> None:
    (result,) = read_bytes(PAGE.encode(), "deal.html")
    report = result.report
    assert report is not None
    assert (report.title, report.outlet, report.url) == ("Rebels and Veldland near deal", "Veld Herald", "https://herald.example/2031/05/03/deal")
    assert (report.published, report.published_basis) == ("2031-05-03", "metadata")
    assert [b.kind for b in report.blocks] == ["title", "paragraph", "quotation", "paragraph", "list_item", "list_item", "paragraph"]
    assert report.text.startswith(f"Rebels and Veldland near deal\n\n{LEAD}")
    assert report.raw_hash == hashlib.sha256(PAGE.encode()).hexdigest()


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("page.txt", PAGE.encode()),
        ("text.html", f"{LEAD}\n\n{SECOND}".encode()),
        ("lines.txt", json.dumps({"text": LEAD}).encode()),
        ("text.jsonl", f"{LEAD}\n\n{SECOND}".encode()),
        ("notes.md", f"{LEAD}\n\n{SECOND}".encode()),
    ],
)
def test_content_decides_the_form(name: str, raw: bytes) -> None:
    (result,) = read_bytes(raw, name)
    assert result.report is not None
    assert LEAD in result.report.text
    assert "<p>" not in result.report.text
    assert "{" not in result.report.text


def test_a_line_gives_its_fields_and_its_text_is_not_touched() -> None:
    row = {
        "id": "vh/7",
        "text": f" {LEAD}\n{SECOND} ",
        "title": "Near deal",
        "outlet": "Veld Herald",
        "url": "https://herald.example/7",
        "published": "3 May 2031",
    }
    (result,) = read_bytes(json.dumps(row).encode(), "batch.jsonl", ReadOptions(outlet="Other"))
    report = result.report
    assert report is not None
    assert (report.name, report.title, report.outlet, report.url) == ("vh-7", "Near deal", "Veld Herald", "https://herald.example/7")
    assert report.text == row["text"]
    assert (report.published, report.published_basis) == ("2031-05-03", "given")
    assert report.raw_hash == hashlib.sha256(json.dumps(row).encode()).hexdigest()


def test_options_fill_what_a_report_does_not_say() -> None:
    result = read_text(LEAD, ReadOptions(outlet="Veld Herald", published="2031-05"), title="Near deal", url="https://herald.example/7")
    assert result.report is not None
    assert (result.report.outlet, result.report.published, result.report.published_basis) == ("Veld Herald", "2031-05", "given")


def test_folders_are_read_at_every_depth_each_file_once_and_hidden_ones_not(tmp_path: Path) -> None:
    for name in ("b.txt", "sub/a.txt", ".hidden.txt", "sub/.cache/c.txt", "picture.png"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(LEAD + name)
    reports, _ = read_paths([tmp_path, tmp_path / "b.txt", str(tmp_path / "**" / "a.txt")])
    assert [r.name for r in reports] == ["b", "a"]


def test_names_are_safe_and_unique_also_where_case_is_not_told_apart() -> None:
    namer = Namer()
    assert [namer(n) for n in ("a/b c", "A-B-C", "../x", "", "…")] == ["a-b-c", "A-B-C-2", "x", "report", "report-2"]
    assert safe_name("x" * 500) == "x" * 80


def test_reports_come_as_they_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": LEAD}) + "\n" + json.dumps({"text": SECOND}))
    first = next(iter_reports([tmp_path]))
    assert first.report is not None
    assert first.report.text == LEAD
    assert first.raw == json.dumps({"text": LEAD}).encode()
