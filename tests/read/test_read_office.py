"""Word and RTF files: words in the order of the page, roles from styles, tables and notes kept, changes as accepted."""

from __future__ import annotations

import io

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from papermaker import GOOD, saved, word, zipped

from onrecord.read import read_bytes
from onrecord.read.docx import read_docx
from onrecord.read.result import Input
from onrecord.read.rtf import read_rtf
from onrecord.types import Report

SENTENCE = GOOD.strip()


def report_of(raw: bytes, name: str) -> Report:
    (result,) = read_bytes(raw, name)
    assert result.report is not None, result.problems
    return result.report


def test_styles_give_roles() -> None:
    raw = word(
        [("Talks resume in Port Corran", "Title"), (SENTENCE, None), ("We waited for this list.", "Intense Quote"), ("nine wounded", "List Bullet")],
        header="Daily Example", title="Template 2019",
    )
    report = report_of(raw, "talks.docx")
    assert report.title == "Talks resume in Port Corran", "not the template's"
    assert [(b.kind, b.span.of(report.text)) for b in report.blocks if b.kind != "paragraph"] == [
        ("furniture", "Daily Example"), ("title", "Talks resume in Port Corran"), ("quotation", "We waited for this list."), ("list_item", "nine wounded"),
    ]


def test_a_title_in_the_properties_counts_where_the_page_prints_it() -> None:
    raw = word([("Rebels hand over a list and wait for an answer.", None), (SENTENCE, None)], title="Rebels hand over a list and wait for an answer")
    assert report_of(raw, "talks.docx").title == "Rebels hand over a list and wait for an answer"


def test_cells_links_insertions_and_boxes_are_read_and_deletions_are_not() -> None:
    document = docx.Document()
    document.add_paragraph(SENTENCE)
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Held on the island", "forty sailors"
    paragraph = document.add_paragraph("The envoy said that ")
    for tag, text_tag, words in (("w:ins", "w:t", "nine"), ("w:del", "w:delText", "ninety")):
        change, run, text = OxmlElement(tag), OxmlElement("w:r"), OxmlElement(text_tag)
        text.text = words
        run.append(text)
        change.append(run)
        paragraph._p.append(change)
    paragraph.add_run(" were freed.")
    text = report_of(saved(document), "talks.docx").text
    assert "Held on the island\n\nforty sailors" in text
    assert "The envoy said that nine were freed." in text


def test_footnotes_stand_at_the_end() -> None:
    notes = (
        '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:footnote w:id="2"><w:p><w:r><w:t>'
        "The list was handed over on Monday.</w:t></w:r></w:p></w:footnote></w:footnotes>"
    )
    document = docx.Document()
    document.add_paragraph(SENTENCE)
    part = docx.opc.part.Part(
        docx.opc.packuri.PackURI("/word/footnotes.xml"), "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml", notes.encode(),
        document.part.package,
    )
    document.part.relate_to(part, qn("r:id").split("}")[0].strip("{") + "/footnotes")
    assert report_of(saved(document), "talks.docx").text.endswith("The list was handed over on Monday.")


def test_a_pages_day_in_the_files_properties_is_no_day_of_publication() -> None:
    assert report_of(word([(SENTENCE, None)]), "talks.docx").published is None


WORD = word([(SENTENCE, None)])
PARTS = [("[Content_Types].xml", b"<Types/>"), ("word/document.xml", b"<w")]
CASES = [
    (WORD[:4000], "unreadable"), (zipped(PARTS), "unreadable"), (word([]), "no_text"),
    (zipped([("[Content_Types].xml", b"<Types/>"), ("word/document.xml", b" " * 310_000_000)]), "too_large"),
]


@pytest.mark.parametrize(("raw", "kind"), CASES, ids=["truncated", "broken parts", "without text", "blown up"])
def test_a_word_file_that_gives_nothing_says_why(raw: bytes, kind: str) -> None:
    found, (problem,) = read_docx(Input(raw, "talks.docx", "talks"))
    assert found is None
    assert (problem.kind, problem.lost) == (kind, True)


def test_content_decides_over_a_wrong_ending() -> None:
    assert report_of(WORD, "talks.txt").text == SENTENCE
    assert report_of(WORD, "talks.zip").text == SENTENCE
    assert report_of(RTF, "talks.docx").title == "Talks “go on”"


RTF = (
    rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Times;}}{\info{\title Talks \'93go on\'94}{\creatim\yr2019\mo3\dy2}}\f0 Talks \'93go on\'94\par\par "
    + SENTENCE.encode() + rb" The caf\'e9 was closed, \u8220?they said\u8221?.\par Held\cell forty sailors\cell\row\pard Nothing else.\par}"
)


def test_rtf_is_read_without_its_controls() -> None:
    report = report_of(RTF, "talks.rtf")
    assert report.title == "Talks “go on”"
    assert "The café was closed, “they said”." in report.text
    assert "\\" not in report.text and "Times" not in report.text
    assert report.published is None


def test_rtf_that_breaks_off_is_read_as_far_as_it_goes() -> None:
    found, (problem,) = read_rtf(Input(RTF[:-60], "talks.rtf", "talks"))
    assert found is not None and SENTENCE in found.text
    assert (problem.kind, problem.lost) == ("unreadable", True)
    assert "breaks off" in problem.message


def test_rtf_without_text_says_so() -> None:
    found, (problem,) = read_rtf(Input(rb"{\rtf1\ansi{\fonttbl{\f0 Times;}}}", "talks.rtf", "talks"))
    assert (found, problem.kind) == (None, "no_text")


def test_a_picture_of_any_size_in_rtf_is_passed_over() -> None:
    raw = rb"{\rtf1\ansi " + SENTENCE.encode() + rb"{\pict\pngblip " + b"89504e47" * 20_000 + rb"}\par}"
    assert report_of(raw, "talks.rtf").text.strip() == SENTENCE


def test_words_own_nested_lists_need_no_style() -> None:
    document = docx.Document(io.BytesIO(WORD))
    paragraph = document.add_paragraph("nine wounded")
    paragraph._p.get_or_add_pPr().append(OxmlElement("w:numPr"))
    report = report_of(saved(document), "talks.docx")
    assert [b.kind for b in report.blocks] == ["paragraph", "list_item"]
