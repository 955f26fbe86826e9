"""Plain text and Markdown: decoded exactly, every character kept."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.read.decode import decode
from onrecord.read.form import Source, Taken
from onrecord.read.live import text_entries
from onrecord.read.result import Extracted, Input
from onrecord.types import Problem


def read_text_file(source: Source) -> Iterator[Taken]:
    """The text as it is in the file, line ends included, and what had to be guessed to decode it; of a live blog a report for each entry."""
    whole = source.whole()
    decoded = decode(whole.raw)
    problems = encoding_problems(decoded.remark, whole.where)
    entries = text_entries(decoded.text, whole.name) if source.options.entries else []
    if not entries:
        yield Taken(whole, Extracted(decoded.text, whole.name), problems)
    for number, entry in enumerate(entries, 1):
        yield Taken(Input(whole.raw, f"{whole.where}:{number}", entry.name), entry, problems if number == 1 else ())


def encoding_problems(remark: str | None, where: str) -> tuple[Problem, ...]:
    """The Problem for a text that was no clean UTF-8; its words are read all the same."""
    if remark is None:
        return ()
    return (Problem("encoding", f"{where}: {remark}; look at its accents and quotation marks, and save it as UTF-8 if they are wrong", where=where),)
