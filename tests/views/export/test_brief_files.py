"""The brief as Markdown and as Word: every line with a note to its words, opened by readers that are not ours."""

from __future__ import annotations

import re
import sys
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import markdown as reader
import pytest
from lxml import etree

from onrecord.errors import InputError
from onrecord.types import Report, ReportDate, Snapshot, Span, Statement
from onrecord.types.reading import EventMention
from onrecord.types.record import Derived, Event
from onrecord.views.export import Book
from onrecord.views.export.docx import docx_bytes
from onrecord.views.export.markdown import markdown, plain
from onrecord.views.export.notes import noted

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
HOSTILE = "*x* _y_ `z` <script>alert(1)</script> [a](b) #1 & ![i](j) ~s~ \x07"


def rendered(text: str) -> str:
    """Markdown as HTML by another program."""
    return reader.markdown(text, extensions=["footnotes"])


@pytest.mark.parametrize(
    "words", [HOSTILE, "- a list?", "1. first", "12) twelfth", "# heading", "> quote", "a_b_c*d*", "![x](y)", "5 < 6 && 7 > 3", "back\\slash", "[^1]"],
)
def test_words_are_shown_as_they_are(words: str) -> None:
    html = rendered(plain(words))
    shown = "".join(etree.HTML(html).itertext())
    assert shown.strip() == " ".join(words.split())
    assert not re.search("<(?!/?p>)", html.replace("&lt;", ""))


def test_every_note_of_the_markdown_is_marked_and_every_mark_has_a_note(exported: Any, whole: Book) -> None:
    text = exported("markdown").read_text(encoding="utf-8")
    made = noted(whole.snapshot)
    html = etree.HTML(rendered(text))
    notes = html.xpath("//div[@class='footnote']//li")
    assert len(notes) == len(made.notes) > 50
    assert {int(a) for a in re.findall(r"\[\^(\d+)\](?!:)", text)} == set(range(1, len(made.notes) + 1))
    for item, place in zip(notes, made.notes, strict=True):
        said = " ".join("".join(item.itertext()).split())
        assert " ".join(place.quote.split()) in said and place.report.id[:12] in said and f"characters {place.span.start}–{place.span.end}" in said
        assert place.span.of(place.report.text) == place.quote
    shown = "".join(html.itertext())
    assert all(p.report.id in shown for p in made.notes), "the whole hash of every report stands in the list"


def test_every_line_of_the_brief_is_in_both(exported: Any, whole: Book) -> None:
    shown = one_line("".join(etree.HTML(rendered(exported("markdown").read_text(encoding="utf-8"))).itertext()))
    word = one_line("\n".join(p.text for p in docx.Document(str(exported("docx"))).paragraphs))
    for section in noted(whole.snapshot).brief.sections:
        for line in section.lines:
            assert one_line(line.text) in shown and one_line(line.text) in word


def test_the_word_file_has_real_footnotes(exported: Any, whole: Book) -> None:
    path: Path = exported("docx")
    made = noted(whole.snapshot)
    document = docx.Document(str(path))
    part = next(p for p in document.part.package.iter_parts() if p.partname == "/word/footnotes.xml")
    notes = [n for n in etree.fromstring(part.blob) if n.get(f"{W}type") is None]
    marks = [int(m.get(f"{W}id")) for m in document.element.body.iter(f"{W}footnoteReference")]
    assert marks == list(range(1, len(made.notes) + 1)), "Word numbers notes in the order of their marks, each marked once"
    for note, place in zip(notes, made.notes, strict=True):
        said = one_line("".join(note.itertext()))
        assert one_line(place.quote) in said and f"characters {place.span.start}–{place.span.end}" in said
    assert document.core_properties.author.startswith("onrecord") and document.core_properties.title
    assert {"footnote text", "footnote reference"} <= {s.name for s in document.styles}


def test_without_python_docx_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(InputError, match=r"onrecord\[formats\]"):
        docx_bytes(Snapshot())


def test_one_record_gives_one_word_file_byte_for_byte(whole: Book) -> None:
    assert docx_bytes(whole.snapshot) == docx_bytes(whole.snapshot)


def test_characters_that_xml_cannot_hold_are_replaced_and_nothing_is_markup() -> None:
    text = HOSTILE
    report = Report("a" * 64, "wire", text, outlet=HOSTILE, url="javascript:alert(1)")
    item = EventMention("e1", Span(0, 3), Span(0, 3), "meet", "happened")
    said = Statement("s1", report.id, "events", "e1", item, Span(0, len(text)), text, None, None)
    event = Event("e", "meet", HOSTILE, None, "happened", (), (), ("s1",), salience=1.0)
    snapshot = Snapshot((report,), {"s1": said}, Derived(dates=(ReportDate(report.id, None, "unknown", ""),), events=(event,)))
    parts = zipfile.ZipFile(BytesIO(docx_bytes(snapshot)))
    for name in ("word/document.xml", "word/footnotes.xml"):
        assert "\ufffd" in "".join(etree.fromstring(parts.read(name)).itertext())
    html = rendered(markdown(snapshot))
    assert "<script" not in html and "<img" not in html and 'href="javascript' not in html


def test_a_decision_stands_in_the_note_of_its_words(decided: Book) -> None:
    text = markdown(decided.snapshot, decided.judgements)
    notes = [p for p in noted(decided.snapshot, decided.judgements).notes if p.judged]
    undone = {j.target for j in decided.judgements if j.action == "undo"}
    accepted = {j.target: j.id for j in decided.judgements if j.action == "accept"}
    assert notes and not {accepted[p.statement] for p in notes} & undone, "what was undone is not told as decided"
    assert "accept by M. Okafor" in text and "why accept" in text


def test_a_record_without_a_report_gives_a_brief_all_the_same() -> None:
    empty = Snapshot()
    assert "No negotiation was recognised" in markdown(empty)
    assert docx.Document(BytesIO(docx_bytes(empty))).paragraphs[0].text == "No negotiation was recognised"


def one_line(words: str) -> str:
    return " ".join(words.split())
