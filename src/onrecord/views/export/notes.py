"""The brief with numbered notes: what Markdown and Word share, so that both say the same."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.types import Interval, Judgement, Snapshot, Span
from onrecord.versions import version
from onrecord.views.brief import Brief, Cite, Line, Section, build_brief
from onrecord.views.brief.words import by_words, date_words
from onrecord.views.export.places import Place, decisions

UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that XML cannot hold; each is shown as U+FFFD."""


@dataclass(frozen=True, slots=True)
class Noted:
    """A brief with a note for each place that its lines rest on."""

    brief: Brief
    notes: tuple[Place, ...]
    """Note 1 is the first."""
    numbers: dict[tuple[str, Span], int]
    reports: tuple[str, ...]
    """A line a report that some note names: name, title, outlet, day, the whole hash of its text."""
    addresses: tuple[str | None, ...]
    """The address of each of *reports*; None where none is known."""
    about: str
    """How the text came to be and what it is no proof of, in a few sentences."""

    def of(self, line: Line) -> tuple[int, ...]:
        """The numbers of the notes of one line, in order."""
        return tuple(sorted({self.numbers[c.report, c.span] for c in line.cites}))


def noted(snapshot: Snapshot, judgements: Sequence[Judgement] = ()) -> Noted:
    """The brief of *snapshot*, its places numbered in the order in which lines first rest on them; one place has one number."""
    brief, decided = build_brief(snapshot), decisions(judgements)
    numbers: dict[tuple[str, Span], int] = {}
    notes: list[Place] = []
    for cite in (c for section in brief.sections for line in section.lines for c in line.cites):
        if (cite.report, cite.span) not in numbers:
            notes.append(place(snapshot, cite, decided))
            numbers[cite.report, cite.span] = len(notes)
    cited = sorted({p.report.id: p for p in notes}.values(), key=lambda p: p.report.name)
    return Noted(brief, tuple(notes), numbers, tuple(report_words(p) for p in cited), tuple(p.report.url for p in cited), about(snapshot))


def place(snapshot: Snapshot, cite: Cite, decided: dict[str, str]) -> Place:
    """The place of a citation; its chain is that of the statement, where one stands there."""
    found = snapshot.statements.get(cite.statement or "")
    date = snapshot.date_of(cite.report)
    published: Interval | None = date.published if date else None
    judged = decided.get(cite.statement or "", "")
    return Place(snapshot.report(cite.report), published, cite.span, cite.quote, cite.statement or "", by_words(found) if found else "", judged)


def note_words(place: Place) -> str:
    """A note: the words, who says so, and where they stand."""
    by = f" — {place.chain.replace('own voice', 'the report’s own voice')}" if place.chain else ""
    return f"“{place.quote}”{by}. {place.source(whole=False)}"


def report_words(place: Place) -> str:
    """The line of one report in the list beneath the notes."""
    title = f" “{' '.join(place.report.title.split())}”" if place.report.title else ""
    day = date_words(place.published) if place.published else "date not known"
    return f"{place.report.name}:{title} {place.report.outlet or 'outlet not named'}, {day}; SHA-256 {place.report.id}"


def about(snapshot: Snapshot) -> str:
    """What a reader must know who has only this text."""
    count = len(snapshot.reports)
    left = f" {len(snapshot.left_out)} reports that may be later are left out." if snapshot.left_out else ""
    return (
        f"Made by onrecord {version()} from {count} report{'s' * (count != 1)} and nothing else; no language model wrote any of it.{left} Each note gives the "
        "exact words, who says so (“own voice” is that of the report itself), the outlet and its day, and the characters of the report's text at which the "
        "words stand; the reports are listed beneath with the SHA-256 that tells whether a text is the same. What no report told is not here, and is no "
        "evidence that it did not happen."
    )


def marks(line: Line) -> str:
    """What qualifies a line, in one string."""
    return "; ".join(line.marks)


def more_words(section: Section) -> str:
    """How many lines were left out; "" for none."""
    return f"{section.more} more of less weight {'is' if section.more == 1 else 'are'} not shown." if section.more else ""


def writable(words: str) -> str:
    """Words on one line, without the characters that no XML can hold."""
    return UNWRITABLE.sub("\ufffd", " ".join(words.split()))
