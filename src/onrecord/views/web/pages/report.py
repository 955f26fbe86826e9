"""One report with its statements marked."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from onrecord.types import Report, ReportDate, Snapshot, Statement
from onrecord.views.brief.words import withdrawn_words
from onrecord.views.web.asked import Asked
from onrecord.views.web.marks import MarkedBlock, marked_blocks
from onrecord.views.web.pages.names import name_of
from onrecord.views.web.rests import Resting, rests
from onrecord.views.web.seen import said_by_report

SAME_TEXT = ("copy", "rewrite", "update", "corrects")
MOST_NOTES = 12
"""Statements that the margin of one paragraph names."""
MOST_SENTENCES = 8


@dataclass(frozen=True, slots=True)
class Note:
    """What the record made of one statement."""

    letter: str
    statement: str
    says: str
    made: tuple[Resting, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """Sentences in which this text and the one that it leans on differ."""

    kind: str
    other: str
    name: str
    here: tuple[str, ...]
    there: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReportPage:
    """One report with its statements marked."""

    report: Report
    date: ReportDate | None
    blocks: tuple[MarkedBlock, ...]
    statements: tuple[Statement, ...]
    leans_on: tuple[str, ...] = ()
    withdrawn: tuple[str, ...] = ()
    """By which later versions the struck statements were withdrawn."""
    differences: tuple[Difference, ...] = ()
    notes: tuple[tuple[Note, ...], ...] = ()
    """Beside each block."""
    raw: str = ""
    """Where the bytes as they came are given; empty in an export."""


def report_page(snapshot: Snapshot, identity: str, said: tuple[Statement, ...]) -> ReportPage:
    """The page of one report that says *said*, without notes; KeyError when there is none."""
    report = snapshot.report(identity)
    links = [link for link in snapshot.derived.origin_links if link.report == identity]
    leans = tuple(
        f"{link.kind.replace('_', ' ')}: {name_of(snapshot, link.other)}" + (f" ({'; '.join(link.reasons[:2])})" if link.reasons else "") for link in links
    )
    gone = {w.statement: w for w in snapshot.derived.withdrawn if w.report == identity}
    names = {r.id: r.name for r in snapshot.reports} if gone else {}
    withdrawn = tuple(dict.fromkeys(withdrawn_words(w, names) for w in gone.values()))
    apart = tuple(difference(report, snapshot.by_id[k.other], k.kind) for k in links if k.kind in SAME_TEXT and k.other in snapshot.by_id)
    return ReportPage(report, snapshot.date_of(identity), tuple(marked_blocks(report, list(said), gone)), said, leans, withdrawn, apart)


def difference(report: Report, other: Report, kind: str) -> Difference:
    """Sentences that only one of two texts has, case and spaces left aside."""
    ours, theirs = sentences(report.text), sentences(other.text)
    here = tuple(words for key, words in ours.items() if key not in theirs)
    there = tuple(words for key, words in theirs.items() if key not in ours)
    return Difference(kind, other.id, other.name, here[:MOST_SENTENCES], there[:MOST_SENTENCES])


def sentences(text: str) -> dict[str, str]:
    """Sentences by what is compared of them."""
    found = (" ".join(s.split()) for s in re.split(r"(?<=[.!?…”\"])\s+|\n+", text))
    return {re.sub(r"\W+", " ", s).casefold(): s for s in found if len(s) > 20}


def notes(page: ReportPage, made: Mapping[str, tuple[Resting, ...]]) -> tuple[tuple[Note, ...], ...]:
    """Beside each block the statements that end in it and what the record made of them; attributions speak for themselves."""
    by_id = {s.id: s for s in page.statements}
    out = []
    for block in page.blocks:
        ending = [(letter, i) for p in block.pieces for letter, i in p.ends if letter != "A" and i in by_id]
        out.append(tuple(Note(letter, i, by_id[i].quote, made.get(i, ())[:3]) for letter, i in dict.fromkeys(ending))[:MOST_NOTES])
    return tuple(out)


def make(asked: Asked) -> ReportPage:
    """The page of the report in the path; KeyError when there is none."""
    page = report_page(asked.snapshot, asked.identity, asked.once(said_by_report).get(asked.identity, ()))
    return replace(page, notes=notes(page, asked.once(rests)), raw=f"/reports/{asked.identity}/bytes")
