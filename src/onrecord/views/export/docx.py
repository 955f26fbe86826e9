"""The brief as a Word file with real footnotes: words, who says so, outlet, day, report and characters under every line that rests on some."""

from __future__ import annotations

import datetime as dt
import zipfile
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.errors import InputError
from onrecord.types import Judgement, Snapshot
from onrecord.versions import version
from onrecord.views.brief import Line, Section
from onrecord.views.brief.words import last_day
from onrecord.views.export.notes import Noted, marks, more_words, note_words, noted, writable

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

    from onrecord.views.export.book import Book

LISTS = ("List Bullet", "List Bullet 2", "List Bullet 3")
"""The styles of lines by their level."""
ZIP_DAY = (1980, 1, 1, 0, 0, 0)
"""The time of every part within the file, so that one record gives one file, byte for byte."""
UNDATED = dt.datetime(1980, 1, 1)


def write(book: Book, path: Path) -> None:
    """Writes the brief of *book* to *path*."""
    path.write_bytes(docx_bytes(book.snapshot, book.judgements))


def docx_bytes(snapshot: Snapshot, judgements: Sequence[Judgement] = ()) -> bytes:
    """The file's bytes; InputError where python-docx is not installed."""
    try:
        from docx import Document
    except ModuleNotFoundError as error:
        raise InputError("docx: needs python-docx; install onrecord[formats]") from error
    from onrecord.views.export.word_notes import add_notes, add_styles

    whole, document = noted(snapshot, judgements), Document()
    add_styles(document)
    head(document, whole, snapshot)
    marked: set[int] = set()
    for section in whole.brief.sections:
        add_section(document, whole, section, marked)
    add_end(document, whole)
    add_notes(document, [writable(note_words(p)) for p in whole.notes])
    made = BytesIO()
    document.save(made)
    return timeless(made.getvalue())


def head(document: Document, whole: Noted, snapshot: Snapshot) -> None:
    """Title, subtitle and what the file tells of itself; its day is the last that reports tell of, never that of a clock."""
    document.add_heading(writable(whole.brief.title), 0)
    document.add_paragraph(writable(whole.brief.subtitle), "Subtitle")
    told, day = document.core_properties, last_day(snapshot)
    told.title, told.subject, told.author, told.comments = writable(whole.brief.title)[:255], writable(whole.brief.subtitle)[:255], f"onrecord {version()}", ""
    told.created = told.modified = dt.datetime.combine(day, dt.time()) if day else UNDATED


def add_section(document: Document, whole: Noted, section: Section, marked: set[int]) -> None:
    """One question with its lines."""
    document.add_heading(writable(section.title), 1)
    if section.note:
        document.add_paragraph().add_run(writable(section.note)).italic = True
    for line in section.lines:
        paragraph = document.add_paragraph(style=LISTS[min(line.level, len(LISTS) - 1)])
        add_line(paragraph, line)
        add_marks(paragraph, whole.of(line), marked)
    if section.more:
        document.add_paragraph().add_run(more_words(section)).italic = True


def add_line(paragraph: Paragraph, line: Line) -> None:
    """Date, words, and what qualifies them."""
    if line.date:
        paragraph.add_run(writable(line.date)).bold = True
        paragraph.add_run(" — ")
    paragraph.add_run(writable(line.text))
    if line.marks:
        paragraph.add_run(f" ({writable(marks(line))})").italic = True


def add_marks(paragraph: Paragraph, numbers: tuple[int, ...], marked: set[int]) -> None:
    """The marks of a line's notes, parted by commas."""
    from onrecord.views.export.word_notes import mark_again, mark_comma, mark_note

    for n, number in enumerate(numbers):
        if n:
            mark_comma(paragraph)
        (mark_again if number in marked else mark_note)(paragraph, number)
        marked.add(number)


def add_end(document: Document, whole: Noted) -> None:
    """The reports that notes name, and how the text came to be."""
    if whole.reports:
        document.add_heading("Reports that the notes name", 1)
    for words, address in zip(whole.reports, whole.addresses, strict=True):
        document.add_paragraph(writable(words + (f"; {address}" if address else "")), "List Bullet")
    document.add_paragraph().add_run(writable(whole.about)).italic = True


def timeless(data: bytes) -> bytes:
    """The same file with one time for all its parts."""
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, ZIP_DAY), old.read(name), zipfile.ZIP_DEFLATED)
    return made.getvalue()
