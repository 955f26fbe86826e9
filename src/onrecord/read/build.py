"""From extracted text to a Report: language, blocks, genre, date."""

from __future__ import annotations

import hashlib
import re

from onrecord.read.blocks import segment
from onrecord.read.genre import genre_of
from onrecord.read.language import language_name, language_of
from onrecord.read.names import Namer
from onrecord.read.outlets import outlet_name
from onrecord.read.published import Offered, published
from onrecord.read.result import Extracted, Input, ReadOptions, ReadResult
from onrecord.types import Block, Problem, Report, report_id
from onrecord.types.report import ProblemKind

SENTENCE = re.compile(r"[^\W\d_]{2,}(?:\W+[\w'’.-]+){2,}")
"""Three words in a row: the least that can say something."""


def build(found: Extracted, source: Input, options: ReadOptions, namer: Namer) -> ReadResult:
    """The report, or the problem that its text is in another language or holds no sentence."""
    language = language_of(found.text)
    if language not in options.languages:
        return refused(source, "language", f"{language_name(language)}: not read; give an English text or a translation")
    blocks = segment(found.text, found.title, found.hints)
    if not any(b.kind not in ("furniture", "credit", "endless") and SENTENCE.search(b.span.of(found.text)) for b in blocks):
        return refused(source, "no_sentence", "no sentence was found in the text; look whether the right file was given")
    outlet = outlet_name(found.outlet, found.url, options.outlet, options.outlets)
    offered = Offered(found.published, options.published, found.metadata_date, found.url)
    when = published(found.text, blocks, offered, source.where)
    key = report_id(found.text, outlet, found.url)
    report = Report(
        key, namer(found.name), found.text, title=found.title or title_in(found.text, blocks), outlet=outlet, url=found.url, language=language,
        genre=found.genre or genre_of(found.text, blocks, found.title), published=when.date, published_basis=when.basis, published_span=when.span,
        blocks=blocks, raw_hash=hashlib.sha256(source.raw).hexdigest(),
        pages=found.pages,
    )
    said = said_wrong(found, language, source.where) + unread(blocks, key, source.where) + when.problems
    said += in_future(when.date, options.today, source.where) + namer.same_key(found.key, report)
    return ReadResult(source.where, source.raw, report, said, found.key, source.collected)


def unread(blocks: tuple[Block, ...], report: str, where: str) -> tuple[Problem, ...]:
    """A Problem for each block in which no sentence ends for so long that it is not read."""
    message = f"{where}: no sentence ends here for thousands of characters; kept but not read: look whether it is a table, or was made to harm"
    return tuple(Problem("limit", message, report, b.span, where=where) for b in blocks if b.kind == "endless")


def title_in(text: str, blocks: tuple[Block, ...]) -> str | None:
    """The words of the title block, on one line."""
    return next((" ".join(b.span.of(text).split()) for b in blocks if b.kind == "title"), None)


def in_future(date: str | None, today: str | None, where: str) -> tuple[Problem, ...]:
    """A Problem for a report that says it was published after the day of reading; its date is kept as it says."""
    if not date or not today or date[: len(today)] <= today[: len(date)]:
        return ()
    message = f"{where}: published {date} lies after the day of reading ({today}); the date is kept: look whether day and month changed places"
    return (Problem("future_date", message, where=where),)


def said_wrong(found: Extracted, language: str, where: str) -> tuple[Problem, ...]:
    """A Problem when the text's language is not the one its field names; the text is read as what it is."""
    said = (found.language or language).lower()[:2]
    if said == language[:2] or language_name(found.language or "").lower() == (found.language or ""):
        return ()
    if language_name(language).lower() == (found.language or "").lower():
        return ()
    return (Problem("language", f"{where}: said to be {language_name(said)}, but the text is {language_name(language)} and was read as such", where=where),)


def refused(source: Input, kind: ProblemKind, message: str) -> ReadResult:
    """The result for bytes that give no report."""
    return ReadResult(source.where, source.raw, None, (Problem(kind, f"{source.where}: {message}", where=source.where, lost=True),))
