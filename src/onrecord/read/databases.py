"""Exports of press databases: several reports in one file, each with its own title, outlet and day."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from onrecord.read.dates import printed_dates
from onrecord.read.form import Taken
from onrecord.read.markup import Line, joined
from onrecord.read.result import Extracted, Input
from onrecord.types import Problem

NUMBERED = re.compile(r"^[ \t]*(?P<number>\d+) of (?P<count>\d+) DOCUMENTS?[ \t]*$", re.MULTILINE)
ENDED = re.compile(r"^[ \t]*End of Document[ \t]*$", re.MULTILINE)
FACTIVA_END = re.compile(r"^[ \t]*(?:AN[ \t|]*\n?\s*)?Document (?P<key>[A-Z][A-Z0-9]{5,}[a-z0-9]{6,})[ \t|]*$", re.MULTILINE)
COPYRIGHT = re.compile(r"(?:copyright\b|©|\(c\)\s)|all rights reserved", re.IGNORECASE)
BYLINE = re.compile(r"^by:?\s+\S", re.IGNORECASE)
SHORTEST_WRAPPED = 45
"""Characters of a line that a width may have broken; the databases' old text files break at 60 to 90."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One report of an export: its head as fields, its text as lines with their roles."""

    lines: tuple[Line, ...]
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    language: str | None = None
    byline: str | None = None
    problem: str | None = None
    """What is wrong with it, when something is."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines with no empty line between them."""

    lines: tuple[str, ...] = field(default=())

    @property
    def text(self) -> str:
        """The lines as they stand under each other."""
        return "\n".join(self.lines)

    @property
    def unwrapped(self) -> str:
        """The lines as one where a width broke them, else under each other; short lines are verses, addresses or a list."""
        return self.one_line if all(len(line) >= SHORTEST_WRAPPED for line in self.lines[:-1]) else self.text

    @property
    def one_line(self) -> str:
        """The words on one line."""
        return " ".join(" ".join(self.lines).split())


def paragraphs_of(text: str) -> list[Paragraph]:
    """The paragraphs of *text*; indentation, by which old exports centre their heads, is left out."""
    lines = [line.strip(" \t\u00a0|\f\ufeff") for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    out: list[Paragraph] = []
    run: list[str] = []
    for line in [*lines, ""]:
        if line:
            run.append(line)
        elif run:
            out.append(Paragraph(tuple(run)))
            run = []
    return out


def dated(line: str) -> bool:
    """Whether a line is a day with little beside it: weekday, hour, edition."""
    found = printed_dates(line)
    return bool(found) and len(line) <= 60 and len(line) - (found[0].span.end - found[0].span.start) <= 32


def entry_reports(source: Input, entries: Sequence[Entry]) -> Iterator[Taken]:
    """The entries as reports with names and places of their own (`file:3`); the bytes of each are the whole file."""
    for number, entry in enumerate(entries, 1):
        one = replace(source, where=f"{source.where}:{number}", name=f"{source.name}-{number}")
        problems = () if entry.problem is None else (Problem("unreadable", f"{one.where}: {entry.problem}", where=one.where, lost=True),)
        lines = [line for line in entry.lines if line.text.strip()]
        if not any(line.kind not in ("furniture", "title", "byline", "dateline") for line in lines):
            seen = f"{one.where}: this report of the export has no text; look whether it was exported in full"
            yield Taken(one, None, (*problems, Problem("no_text", seen, where=one.where, lost=True)))
            continue
        text, hints = joined(lines)
        found = Extracted(
            text, one.name, title=entry.title, outlet=entry.outlet, published=entry.published, language=entry.language, hints=hints,
        )
        yield Taken(one, found, problems)
