"""What is worth a person's look, in the order in which it matters."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.desk.auditing import told
from onrecord.reconcile.judged import alike, standing
from onrecord.record.queries.texts import resting
from onrecord.types import Judgement, Report, Snapshot, Span, Statement
from onrecord.views.brief.open import dispute_title
from onrecord.views.brief.words import by_words
from onrecord.views.web.rests import figures_on
from onrecord.views.web.review.fields import Field, fields_for
from onrecord.views.web.review.origins import OriginRow, unsure
from onrecord.views.web.seen import Seen

AROUND = 240
"""Characters of the report before and after the words; in them other words can be marked."""
CAP = 30
"""Statements that one person is asked to look at in a day, unless `cap` says otherwise: an hour's careful work at two minutes each."""
Rest = tuple[str, str, str]
"""(kind, id, title) of what was derived from a statement."""


@dataclass(frozen=True, slots=True)
class Row:
    """One statement to look at."""

    statement: Statement
    report: Report
    before: str
    after: str
    start: int
    """Where *before* begins in the report's text, in characters."""
    by: str
    reading: str
    """What was read there, in short: the kind and the fields that a person judges by."""
    score: float
    """(1 - confidence) x (1 + number of things that rest on it)."""
    disputes: tuple[str, ...]
    rests: tuple[Rest, ...]
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Day:
    """Of whom how much is asked today."""

    who: str
    today: dt.date
    cap: int = CAP


@dataclass(frozen=True, slots=True)
class Queue:
    """What is asked of one person today."""

    rows: tuple[Row, ...]
    waiting: int
    """Statements that nobody has judged, these included."""
    done: int
    """How many this person judged today."""
    cap: int
    origins: tuple[OriginRow, ...] = ()
    """Texts that are held to be one, for a look."""


def queue(seen: Seen, judged: Sequence[Judgement], day: Day) -> Queue:
    """The statements that nobody has judged: those in dispute first, then by how unsure they are and how much rests on them."""
    snapshot = seen.snapshot
    settled = settled_by(judged, snapshot)
    rests, disputes = seen.once(resting_on), seen.once(disputed)
    waiting = [s for s in snapshot.statements.values() if s.id not in settled and (s.id in rests or s.id in disputes)]
    waiting.sort(key=lambda s: (s.id not in disputes, -score(s, rests.get(s.id, ())), s.report, s.span, s.id))
    done = sum(1 for j in judged if j.who == day.who and j.action != "undo" and j.when.date() == day.today)
    return Queue(tuple(row_of(seen, s) for s in waiting[: max(0, day.cap - done)]), len(waiting), done, day.cap, unsure(snapshot, judged))


def row_of(seen: Seen, statement: Statement) -> Row:
    """A statement as a row: words around it, what it decides."""
    report = seen.snapshot.report(statement.report)
    span = statement.span
    start, end = whole_words(report.text, Span(max(0, span.start - AROUND), min(len(report.text), span.end + AROUND)), span)
    rests = seen.once(resting_on).get(statement.id, ())
    return Row(
        statement, report, report.text[start : span.start], report.text[span.end : end], start, by_words(statement),
        told(statement), score(statement, rests), seen.once(disputed).get(statement.id, ()), rests, fields_for(statement),
    )


def whole_words(text: str, around: Span, kept: Span) -> Span:
    """The place *around* without what of a word its ends cut off, nor the end of a sentence before; never less than *kept*."""
    start, end = around
    if start:
        while start < kept.start and not text[start - 1].isspace():
            start += 1
    if end < len(text):
        while end > kept.end and not text[end].isspace():
            end -= 1
    while start < kept.start and text[start].isspace():
        start += 1
    while end > kept.end and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def score(statement: Statement, rests: Sequence[Rest]) -> float:
    """How much a look at a statement may change."""
    return round((1 - statement.item.confidence.value) * (1 + len(rests)), 3)


def settled_by(judged: Sequence[Judgement], snapshot: Snapshot) -> frozenset[str]:
    """Ids of the statements that a standing judgement is about, by itself or as one alike."""
    found: set[str] = set()
    for judgement in standing(judged):
        found.add(judgement.target)
        if judgement.quote is not None:
            found.update(alike(judgement, snapshot.statements.values()))
    return frozenset(found)


def disputed(snapshot: Snapshot) -> dict[str, tuple[str, ...]]:
    """Titles of the disputes in which each statement stands."""
    found: dict[str, list[str]] = {}
    for dispute in snapshot.derived.disputes:
        for _, statements in dispute.sides:
            for statement in statements:
                found.setdefault(statement, []).append(dispute_title(snapshot, dispute))
    return {i: tuple(dict.fromkeys(titles)) for i, titles in found.items()}


def resting_on(snapshot: Snapshot) -> dict[str, tuple[Rest, ...]]:
    """What rests on each statement, gone through once."""
    derived = snapshot.derived
    pairs: list[tuple[str, Rest]] = [*figures_on(derived)]
    pairs += [(x.statement, ("positions", p.id, f"{p.party} {p.stance} {p.topic}")) for p in derived.positions for x in p.points]
    pairs += [(s, ("commitments", c.id, f"{c.obligor}: {c.what}")) for c in derived.commitments for s, _, _ in c.accounts]
    pairs += [(p.statement, ("talks", t.track, t.status)) for t in derived.talks for p in t.points]
    pairs += [(s, ("proposals", p.id, p.title)) for p in derived.proposals for s in p.statements]
    pairs += [(s, ("agreements", a.id, a.name)) for a in derived.agreements for s in resting(a)]
    found: dict[str, dict[Rest, None]] = {}
    for statement, rest in pairs:
        found.setdefault(statement, {})[rest] = None
    return {i: tuple(rests) for i, rests in found.items()}
