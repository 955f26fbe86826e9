"""The brief as Markdown with footnotes (the syntax of pandoc, GitHub and MkDocs)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.types import Judgement, Snapshot
from onrecord.views.brief import Line, Section
from onrecord.views.export.notes import Noted, marks, more_words, note_words, noted
from onrecord.views.export.places import Place

if TYPE_CHECKING:
    from onrecord.views.export.book import Book

MARKUP = re.compile(r"[\\`*_{}\[\]#]|^[-+>](?=\s)|(?<=^\d)[.)](?=\s)|(?<=^\d\d)[.)](?=\s)|!(?=\[)")
"""What Markdown would read as markup; a backslash before it shows it as it is."""
ENTITIES = {"&": "&amp;", "<": "&lt;", "~": "&#126;", "$": "&#36;", "|": "&#124;"}
"""The same for signs that some readers of Markdown do not let a backslash show."""
SAFE_ADDRESS = re.compile(r"https?://[^\s<>\"']+")


def write(book: Book, path: Path) -> None:
    """Writes the brief of *book* to *path*."""
    path.write_text(markdown(book.snapshot, book.judgements), encoding="utf-8")


def markdown(snapshot: Snapshot, judgements: Sequence[Judgement] = ()) -> str:
    """The text: title, sections of lines with footnote marks, then a note a place."""
    whole = noted(snapshot, judgements)
    parts = [f"# {plain(whole.brief.title)}", plain(whole.brief.subtitle), *(section_text(whole, s) for s in whole.brief.sections)]
    if whole.reports:
        reports = (f"- {plain(words)}{linked(address)}" for words, address in zip(whole.reports, whole.addresses, strict=True))
        parts += ["## Reports that the notes name", "\n".join(reports)]
    parts += [f"---\n\n*{plain(whole.about)}*", "\n".join(note_text(n, p) for n, p in enumerate(whole.notes, 1))]
    return "\n\n".join(filter(None, parts)) + "\n"


def section_text(whole: Noted, section: Section) -> str:
    """A heading, what must not be concluded, and a list."""
    lines = "\n".join(line_text(whole, line) for line in section.lines)
    more = more_words(section)
    note = f"*{plain(section.note)}*" if section.note else ""
    return "\n\n".join(filter(None, (f"## {plain(section.title)}", note, lines, f"*{more}*" if more else "")))


def line_text(whole: Noted, line: Line) -> str:
    """One item, below its parent where it has one."""
    date = f"**{plain(line.date)}** — " if line.date else ""
    said = f" *({plain(marks(line))})*" if line.marks else ""
    feet = ",".join(f"[^{n}]" for n in whole.of(line))
    return f"{'    ' * line.level}- {date}{plain(line.text)}{said}{feet}"


def note_text(number: int, place: Place) -> str:
    """The words, who says so, and where they stand."""
    return f"[^{number}]: {plain(note_words(place))}"


def plain(words: str) -> str:
    """Words as Markdown that shows them as they are, on one line."""
    marked = MARKUP.sub(lambda m: f"\\{m.group()}", " ".join(words.split()))
    return "".join(ENTITIES.get(c, c) for c in marked)


def linked(address: str | None) -> str:
    """An address as a link; as words where it is none that a browser should follow."""
    if address is None:
        return ""
    return f" <{address}>" if SAFE_ADDRESS.fullmatch(address) else f" {plain(address)}"
