"""What each report tells of an agreement: its terms with their rules, and from when it holds."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from onrecord.reconcile.agreements.obligors import obligor_of
from onrecord.reconcile.agreements.rules import rules_in
from onrecord.reconcile.agreements.settings import any_of, book, unit_names
from onrecord.reconcile.parties import party_name
from onrecord.reconcile.scene import Scene
from onrecord.reconcile.standing import Standing
from onrecord.types import AgreementRule, Commitment, EventMention, Interval, Negotiation, Span, Statement, Time

OBSERVE = "observe"
"""How the reading layer writes the duty to keep an agreement; it is that of all parties, whoever is its subject."""
NEAR = 2
"""Sentences behind one that tells of an agreement within which duties are its terms."""


@dataclass(frozen=True, slots=True)
class TermTold:
    """One term as one report tells it."""

    obligor: str
    about: str
    what: str
    rules: tuple[AgreementRule, ...]
    statement: str
    obligee: str | None = None
    in_return: str | None = None
    deadline: Interval | None = None
    line: str | None = None
    """Id of the commitment line of its statement, for a term that a commitment tells; until that is known, the statement."""


@dataclass(frozen=True, slots=True)
class Telling:
    """One report's telling of one agreement."""

    report: str
    negotiation: str | None
    parties: tuple[str, ...]
    published: Interval | None
    terms: tuple[TermTold, ...]
    starts: tuple[dt.date, ...] = ()
    statements: tuple[str, ...] = ()


def telling(standing: Standing, report: str) -> Iterator[Telling]:
    """The telling of a report that has one."""
    scene = standing.scene
    bound = [s for s in standing.by_report.get(report, ()) if binding(s) and not only_proposed(standing, s)]
    agreed = [s for s in standing.by_report.get(report, ()) if agreeing(s)]
    if not bound and not agreed:
        return
    talks = meant(scene, report, [*bound, *agreed])
    passages = tuple(passage(standing, report, [*bound, *agreed]))
    parties = talks.parties if talks else ()
    terms = [t for span in passages for t in terms_in(standing, report, span, parties)]
    done = {t.statement for t in terms}
    terms += [own_term(scene, s, parties) for s in bound if s.id not in done]
    if terms:
        starts = tuple(sorted({d for span in passages for d in starts_in(standing, report, span)}))
        parties = parties or tuple(sorted({t.obligor for t in terms if t.obligor}))
        kept = tuple(s.id for s in agreed if any(p.overlaps(s.span) for p in passages))
        yield Telling(report, talks.id if talks else None, parties, scene.dates[report].published, tuple(terms), starts, kept)


def with_lines_of(told: Telling, lines: Mapping[str, str]) -> Telling:
    """A telling whose terms know their commitment lines; *lines* gives the line of a statement."""
    return replace(told, terms=tuple(replace(t, line=lines.get(t.line)) if t.line is not None else t for t in told.terms))


def meant(scene: Scene, report: str, anchors: list[Statement]) -> Negotiation | None:
    """The one negotiation of a report; of several the one whose parties are all of those who agree or owe; None where that is none or more."""
    found = scene.talks_of.get(report, ())
    if len(found) == 1:
        return found[0]
    names = {party_name(scene, report, n) for s in anchors for n in named(s)}
    fitting = [n for n in found if len(names & set(n.parties)) > 1]
    return fitting[0] if len(fitting) == 1 else None


def named(statement: Statement) -> tuple[str, ...]:
    """Those who agree or owe by a statement."""
    item = statement.item
    return item.actors if isinstance(item, EventMention) else (item.obligor,) if isinstance(item, Commitment) else ()


def binding(statement: Statement) -> bool:
    """Whether a statement tells what is owed by agreement, not under an ultimatum."""
    item = statement.item
    return isinstance(item, Commitment) and item.account == "owed" and not any("ultimatum" in r for r in item.confidence.reasons)


def only_proposed(standing: Standing, statement: Statement) -> bool:
    """Whether the sentence of a duty tells of a text on the table, and of nothing agreed."""
    said = standing.sentence_at(statement.report, statement.span).of(standing.scene.reading_of(statement.report).report.text)
    return bool(words("text").search(said)) and not words("bound").search(said)


def agreeing(statement: Statement) -> bool:
    """Whether a statement is an event of agreeing that happened."""
    item = statement.item
    return isinstance(item, EventMention) and item.type in ("agree", "truce_start") and item.factuality in ("happened", "ongoing") and not statement.in_title


@cache
def words(name: str) -> re.Pattern[str]:
    """One list of the lexicon's section `binding` as a pattern."""
    return any_of(book()["binding"][name])


def passage(standing: Standing, report: str, anchors: list[Statement]) -> Iterator[Span]:
    """The sentences that tell terms: those of binding commitments and of agreeing, and duties close behind them."""
    reading = standing.scene.reading_of(report)
    far = NEAR + 1
    for span in standing.sentences_of(report):
        said = span.of(reading.report.text)
        held = [s for s in anchors if span.overlaps(s.span)]
        sure = any(s.layer == "commitments" for s in held)
        told = bool(held) and bool(words("agreed").search(said)) and not words("open").search(said)
        far = 0 if sure or told else far + 1
        if sure or told or (far <= NEAR and words("duty").search(said) and not words("open").search(said)):
            yield span


def terms_in(standing: Standing, report: str, sentence: Span, parties: tuple[str, ...]) -> Iterator[TermTold]:
    """The terms with a rule in one sentence; a rule without a statement at its words is left out, as it could not be shown."""
    text = standing.scene.reading_of(report).report.text
    for found in rules_in(sentence.of(text)):
        place = Span(sentence.start + found.span.start, sentence.start + found.span.end)
        statement = standing.statement_at(report, place) or widest(standing, report, place)
        if statement is None:
            continue
        rule = found.rule
        about = "truce" if rule.kind in ("lasts", "longest", "extension") else "list" if rule.kind == "list" else rule.unit or ""
        owed = holding(standing, report, place, rule)
        if owed is not None:
            yield replace(own_term(standing.scene, owed, parties), about=about, rules=(rule,))
        elif about == "truce":
            yield TermTold(" and ".join(parties), about, clause(sentence.of(text)), (rule,), statement.id)
        else:
            yield TermTold(obligor_of(standing, report, place, (sentence, parties)), about, clause(sentence.of(text)), (rule,), statement.id)


def holding(standing: Standing, report: str, place: Span, rule: AgreementRule) -> Statement | None:
    """The binding commitment that is about what a rule at *place* tells."""
    for statement in standing.by_report.get(report, ()):
        item = statement.item
        if not (statement.span.overlaps(place) and binding(statement)) or only_proposed(standing, statement):
            continue
        if isinstance(item, Commitment) and not item.what.startswith(OBSERVE):
            told, what = " ".join(rule.words.split()).lower(), " ".join(item.what.split()).lower()
            if told[: len(told) // 2] in what or what in told:
                return statement
    return None


def widest(standing: Standing, report: str, place: Span) -> Statement | None:
    """The longest statement that shares words with *place*."""
    near = [s for s in standing.by_report.get(report, ()) if s.span.overlaps(place)]
    return max(near, key=lambda s: (s.span.end - s.span.start, s.id), default=None)


def own_term(scene: Scene, statement: Statement, parties: tuple[str, ...]) -> TermTold:
    """The term of a commitment without a rule."""
    item = statement.item
    assert isinstance(item, Commitment)
    other = party_name(scene, statement.report, item.obligee) if item.obligee else None
    deadline = statement.date if item.deadline is not None else None
    who = " and ".join(parties) if parties and item.what.startswith(OBSERVE) else party_name(scene, statement.report, item.obligor)
    return TermTold(who, about_of(item.what), item.what, (), statement.id, other, item.in_return, deadline, statement.id)


def about_of(what: str) -> str:
    """What a term is about by its first word that tells: "list", "truce", a unit; "" where none does."""
    names = {w: n for n in ("list", "truce") for w in book()["about"][n]} | unit_names()
    found = [(m.start(), names[m.group().lower()]) for m in re.finditer(r"[\w-]+", what) if m.group().lower() in names]
    return min(found)[1] if found else ""


def clause(sentence: str) -> str:
    """A sentence without its full stop, on one line."""
    return " ".join(sentence.split()).rstrip(".")


def starts_in(standing: Standing, report: str, sentence: Span) -> Iterator[dt.date]:
    """The days from which a sentence says that it holds; a weekday there lies ahead, as an agreement is told before it begins."""
    reading = standing.scene.reading_of(report)
    published = standing.scene.dates[report].published
    for time in reading.times:
        if not sentence.holds(time.span) or time.type not in ("DATE", "TIME"):
            continue
        before = reading.report.text[max(sentence.start, time.span.start - 24) : time.span.start]
        if re.search(words("start").pattern + r"(?: on| from| early| late| at| at dawn on)*(?: the)? $", before, re.I):
            day = ahead(time, published) or single(standing.day_of(report, time.id))
            if day is not None:
                yield day


def ahead(time: Time, published: Interval | None) -> dt.date | None:
    """The first such weekday on or after the first day on which the report can have been published."""
    weekday, first = time.expression.weekday, published.first if published is not None else None
    if time.expression.op != "weekday" or weekday is None or first is None or time.expression.amount not in (None, 0):
        return None
    return first + dt.timedelta(days=(weekday - first.weekday()) % 7)


def single(days: Interval | None) -> dt.date | None:
    """The one day of an interval; None for several."""
    return days.first if days is not None and days.days == 1 else None
