"""PDF: the text of its pages as one running text, with the place where each page begins."""

from __future__ import annotations

import io
import logging
import struct
import zlib
from collections.abc import Iterator
from typing import Any

from onrecord.read.form import Head, Source, Taken, extra
from onrecord.read.pages import PageLine, compose
from onrecord.read.result import Extracted, Input
from onrecord.types import Problem, ProblemKind

BROKEN = (
    AttributeError, IndexError, KeyError, TypeError, ValueError, RecursionError, AssertionError, NotImplementedError, OSError, ArithmeticError,
    StopIteration, zlib.error, struct.error,
)
"""What pypdf lets through, beside errors of its own, where a file's parts are not what they claim to be."""
LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
"""Letters that printers join; no search would find their words."""
MOST_PAGES = 5_000
SPARE = 3
"""Pages without text that are named one by one."""


def is_pdf(head: Head) -> bool:
    """Whether it is a PDF; its mark may stand behind a few bytes of a mail's or a printer's."""
    return b"%PDF-" in head.raw[:1024]


def read_pdf_file(source: Source) -> Iterator[Taken]:
    """The one report of a PDF."""
    whole = source.whole()
    yield Taken(whole, *read_pdf(whole))


def read_pdf(source: Input) -> tuple[Extracted | None, tuple[Problem, ...]]:
    """The report of a PDF; a Problem when it is protected, scanned without text, broken off, or of more than 5,000 pages.

    Its metadata give no date of publication: a file's day is the day when it was printed, often years later.
    """
    pypdf = extra("pypdf", "a PDF")
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it tells stderr of every repair that it makes
    broken = (*BROKEN, pypdf.errors.PyPdfError)
    try:
        document = pypdf.PdfReader(io.BytesIO(source.raw))
        count = len(document.pages) if not document.is_encrypted or document.decrypt("") else -1
    except broken as error:
        return lost(source, "unreadable", f"broken or incomplete PDF ({type(error).__name__}: {error}); get the file again")
    if count < 0:
        return lost(source, "unreadable", "this PDF is protected by a password; save a copy without one")
    if not 0 < count <= MOST_PAGES:
        seen = "a PDF without pages; get the file again" if not count else f"a PDF of {count:,} pages; at most {MOST_PAGES:,} are read: split it"
        return lost(source, "too_large" if count else "unreadable", seen)
    pages: list[list[PageLine]] = []
    unread: list[int] = []
    for number in range(count):
        try:
            pages.append(page_lines(document.pages[number]))
        except broken:
            pages.append([])
            unread.append(number + 1)
    return composed(source, pages, unread)


def composed(source: Input, pages: list[list[PageLine]], unread: list[int]) -> tuple[Extracted | None, tuple[Problem, ...]]:
    """The report of pages that were taken out, and what is said of those that gave nothing."""
    empty = [n for n, page in enumerate(pages, 1) if not any(line.text.strip() for line in page) and n not in unread]
    if len(empty) + len(unread) == len(pages):
        if unread:
            return lost(source, "unreadable", "none of this PDF's pages could be read; get the file again")
        return lost(source, "no_text", f"{told(len(pages))} without a letter of text: it was scanned; run it through text recognition (OCR) first")
    made = compose(pages)
    problems = []
    if unread:
        problems.append(Problem("unreadable", f"{source.where}: {listed(unread)} could not be read; look at the PDF", where=source.where, lost=True))
    if empty:
        seen = f"{listed(empty)} without text (scanned or pictures) gave nothing; look at the PDF"
        problems.append(Problem("no_text", f"{source.where}: {seen}", where=source.where))
    return Extracted(made.text, source.name, title=made.title, hints=made.hints, pages=made.pages), tuple(problems)


def page_lines(page: Any) -> list[PageLine]:
    """The lines of a page as they are drawn, each with its place and the size of its letters."""
    lines: list[PageLine] = []
    parts: list[tuple[str, float, float, float]] = []

    def end() -> None:
        if any(p[0].strip() for p in parts):
            _, x, y, size = next(p for p in parts if p[0].strip())
            lines.append(PageLine(" ".join("".join(p[0] for p in parts).translate(LIGATURES).split()), x, y, size))
        parts.clear()

    def visit(text: str, placed: list[float], matrix: list[float], _font: object, size: float) -> None:
        x = placed[0] * matrix[4] + placed[2] * matrix[5] + placed[4]
        y = placed[1] * matrix[4] + placed[3] * matrix[5] + placed[5]
        height = abs(size * (matrix[3] or matrix[1]) * (placed[3] or placed[1]))
        for n, part in enumerate(text.split("\n")):
            if n:
                end()
            parts.append((part, x, y, height))

    # pypdf knows an order of letters that are stacked or turned only by their angle: turned ones are stamps and marks on the margin.
    page.extract_text(visitor_text=visit, orientations=(0,))
    end()
    return lines


def told(count: int) -> str:
    """How many pages, in words."""
    return "one page" if count == 1 else f"{count} pages"


def listed(numbers: list[int]) -> str:
    """The pages with these numbers, the first few by name."""
    some = ", ".join(str(n) for n in numbers[:SPARE])
    rest = f" and {len(numbers) - SPARE} more" if len(numbers) > SPARE else ""
    return f"page{'s' if len(numbers) > 1 else ''} {some}{rest}"


def lost(source: Input, kind: ProblemKind, message: str) -> tuple[None, tuple[Problem, ...]]:
    """No report, and the Problem that says why."""
    return None, (Problem(kind, f"{source.where}: {message}", where=source.where, lost=True),)
