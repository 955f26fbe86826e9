"""A sample of sentences coded by people who do not see what the program or a colleague found there; and how far they agree afterwards."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, get_args, get_type_hints

from onrecord.desk.coding.program import PROGRAM, program_codings
from onrecord.errors import InputError
from onrecord.reconcile.judged import standing
from onrecord.reconcile.judged_added import KINDS
from onrecord.reconcile.sentences import sentences
from onrecord.reconcile.statements import KEYS, LAYERS
from onrecord.record import Record, queries
from onrecord.record.judgements import append, judgements
from onrecord.score.coders import Coded, Codings, Reliability, reliabilities
from onrecord.types import Judgement, Report, Span

LAYER = "blind"
"""The layer of a judgement that holds what a person found in one sentence, without seeing what others did."""
MOST_SIZE = 500
AROUND = 400
"""Characters of the report before and after the sentence, in which nothing is marked."""
Found = tuple[tuple[str, str], ...]
"""(layer, kind) of each thing that a sentence says."""


@dataclass(frozen=True, slots=True)
class Draw:
    """Which sentences are asked about: the same of the same record for everybody who asks with this seed and day."""

    seed: int = 1
    size: int = 20
    day: dt.date | None = None
    """Only of reports that were surely published by then; None for all."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One sentence to be coded."""

    report: str
    name: str
    span: Span
    words: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Blindly:
    """What one person found in one sentence."""

    report: str
    span: tuple[int, int]
    found: Found
    who: str
    words: tuple[tuple[int, int] | None, ...] = ()
    """Of each thing found the words that say it, where they were marked; empty where none were."""


@dataclass(frozen=True, slots=True)
class Missed:
    """A thing that a person found, at the words that they marked, and the program did not."""

    layer: str
    kind: str
    span: Span
    words: str


@dataclass(frozen=True, slots=True)
class Beside:
    """One sentence with what each of two coders found in it."""

    unit: Unit
    one: tuple[str, ...]
    other: tuple[str, ...]
    missed: tuple[Missed, ...] = ()
    """What the other, who is the program, did not find, to be added."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far a person agrees with the program, or with one colleague, over the sentences that both coded."""

    other: str
    units: int
    layers: tuple[Reliability, ...]
    apart: tuple[Beside, ...]
    """The sentences in which the two did not find the same."""


def kinds_of(layer: str) -> tuple[str, ...]:
    """The kinds of a layer: its measures, types, stances …"""
    return tuple(map(str, get_args(get_type_hints(KINDS[layer])[KEYS[layer]])))


def drawn(record: Record, draw: Draw) -> tuple[Unit, ...]:
    """The sentences of a sample, in a fixed order: those whose hash with the seed is the least. More reports may bring others in."""
    ranked = []
    for report in queries.all_reports(record, published_by(record, draw.day)):
        for span in sentences(report):
            mark = hashlib.sha256(f"{draw.seed}\x1f{report.id}\x1f{span.start}\x1f{span.end}".encode()).hexdigest()
            ranked.append((mark, report, span))
    return tuple(unit_of(report, span) for _, report, span in sorted(ranked, key=lambda r: r[0])[: draw.size])


def published_by(record: Record, day: dt.date | None) -> frozenset[str] | None:
    """Ids of the reports that could be known on a day; None, which is all, where none is given."""
    if day is None:
        return None
    dates = ((e.id, e.date.published) for e in queries.reports(record))
    return frozenset(identity for identity, days in dates if days is not None and days.last is not None and days.last <= day)


def unit_of(report: Report, span: Span) -> Unit:
    """A sentence with the text around it."""
    text = report.text
    before, after = text[max(0, span.start - AROUND) : span.start], text[span.end : span.end + AROUND]
    return Unit(report.id, report.name, span, span.of(text), before.partition(" ")[2] if span.start > AROUND else before, after.rpartition(" ")[0])


def coded_by(record: Record, who: str) -> dict[tuple[str, Span], Found]:
    """What a person found, by sentence; the later coding of one sentence is the one that counts."""
    return {key: found for name, key, found in blind(record) if name == who}


def blind(record: Record) -> Iterator[tuple[str, tuple[str, Span], Found]]:
    """Who, (report, sentence) and what was found, of every standing judgement of this layer."""
    for judgement in standing(judgements(record)):
        if judgement.layer == LAYER and judgement.action == "code":
            place: dict[str, Any] = json.loads(judgement.context or "{}")
            told = tuple((layer, kind) for layer, kind in json.loads(judgement.value or "{}")["found"])
            yield judgement.who, (place["report"], Span(place["start"], place["end"])), told


def marked_by(record: Record, who: str) -> dict[tuple[str, Span], tuple[tuple[str, str, Span], ...]]:
    """(layer, kind, words) of what a person found and marked, by report and sentence, where the coding stands."""
    found = {}
    for judgement in standing(judgements(record)):
        if judgement.layer == LAYER and judgement.action == "code" and judgement.who == who:
            place, value = json.loads(judgement.context or "{}"), json.loads(judgement.value or "{}")
            places = zip(value["found"], value.get("words", ()), strict="words" in value)
            told = tuple((layer, kind, Span(*words)) for (layer, kind), words in places if words is not None)
            found[place["report"], Span(place["start"], place["end"])] = told
    return found


def coders(record: Record) -> tuple[str, ...]:
    """Everybody who coded a sentence blindly."""
    return tuple(sorted({name for name, _, _ in blind(record)}))


def keep_blind(record: Record, said: Blindly, *, when: dt.datetime) -> Judgement:
    """Writes what a person found as a judgement, which changes nothing of the record; InputError for what is no sentence or no kind."""
    report, span = queries.report(record, said.report), Span(*said.span)
    if span not in set(sentences(report)):
        raise InputError(f"{span.start}:{span.end}: no sentence of {report.name}; open the page again")
    for layer, kind in said.found:
        if layer not in KINDS or kind not in kinds_of(layer):
            raise InputError(f"{layer} {kind}: no kind of a layer; choose one of those there are")
    if said.who == PROGRAM:
        raise InputError(f"{PROGRAM!r} is what the program itself is called; give another name")
    marked = said.words or (None,) * len(said.found)
    if len(marked) != len(said.found) or not all(m is None or span.start <= m[0] < m[1] <= span.end for m in marked):
        raise InputError(f"{said.words}: words were marked that do not stand in the sentence at {span.start}:{span.end}; mark them in it")
    words = span.of(report.text)
    context = {"report": report.id, "start": span.start, "end": span.end, "words": words}
    target = hashlib.sha256("\x1f".join((LAYER, said.who, report.id, str(span))).encode("utf-8", "surrogatepass")).hexdigest()[:24]
    value = json.dumps({"found": [list(f) for f in said.found], **({"words": marked} if any(marked) else {})}, ensure_ascii=False)
    return append(record, Judgement("", "code", target, said.who, when, "", LAYER, words, json.dumps(context, ensure_ascii=False), value))


def agreements(record: Record, who: str, draw: Draw) -> tuple[Agreement, ...]:
    """A person beside the program and beside each colleague, over the sample; InputError while the person has sentences of it left to code."""
    units = {(u.report, u.span): u for u in drawn(record, draw)}
    mine = {k: f for k, f in coded_by(record, who).items() if k in units}
    if len(mine) < len(units):
        raise InputError(f"{len(units) - len(mine)} of {len(units)} sentences are left; the coding of others is shown when all are coded")
    among = {r.id: r for r in queries.all_reports(record, {report for report, _ in units})}
    read = [c for c in program_codings(record, among) if c.layer in KINDS]
    program = {k: within(read, *k) for k in units}
    pairs = [(PROGRAM, program)]
    for name in coders(record):
        theirs = {k: as_coded(name, k, f) for k, f in coded_by(record, name).items() if k in units}
        if name != who and theirs:
            pairs.append((name, theirs))
    ours = {k: as_coded(who, k, f) for k, f in mine.items()}
    found = tuple(agreement((who, name), ours, theirs, units) for name, theirs in pairs)
    return (with_missed(found[0], marked_by(record, who), among), *found[1:])


def with_missed(beside: Agreement, marked: Mapping[tuple[str, Span], tuple[tuple[str, str, Span], ...]], reports: Mapping[str, Report]) -> Agreement:
    """A person beside the program, with what only the person found and marked."""
    apart = []
    for one in beside.apart:
        key, known = (one.unit.report, one.unit.span), set(one.other)
        only = [(layer, kind, span) for layer, kind, span in marked.get(key, ()) if f"{layer}: {kind}" not in known]
        apart.append(replace(one, missed=tuple(Missed(layer, kind, span, span.of(reports[one.unit.report].text)) for layer, kind, span in only)))
    return replace(beside, apart=tuple(apart))


def within(coded: Sequence[Coded], report: str, span: Span) -> list[Coded]:
    """What begins in a sentence, with its kind alone, at the words of the sentence as people code it."""
    return [
        replace(c, start=span.start, end=span.end, values={"kind": c.values[KEYS[c.layer]]}) for c in coded
        if c.report == report and span.start <= c.start < span.end
    ]


def as_coded(who: str, key: tuple[str, Span], found: Found) -> list[Coded]:
    """What a person found in one sentence as it is compared."""
    report, span = key
    return [Coded(who, report, layer, span.start, span.end, {"kind": kind}) for layer, kind in found]


Sides = Mapping[tuple[str, Span], list[Coded]]


def agreement(names: tuple[str, str], one: Sides, other: Sides, units: Mapping[tuple[str, Span], Unit]) -> Agreement:
    """Two coders over the sentences that both coded."""
    both = [k for k in units if k in one and k in other]
    coded = tuple(c for k in both for c in (*one[k], *other[k]))
    reports = {report for report, _ in both}
    read = {name: frozenset((report, layer) for report in reports for layer in LAYERS) for name in names}
    places = {report: tuple(span for r, span in both if r == report) for report in reports}
    layers = reliabilities(Codings(coded, read, places), names, LAYERS)
    apart = tuple(Beside(units[k], told(one[k]), told(other[k])) for k in both if sorted(told(one[k])) != sorted(told(other[k])))
    return Agreement(names[1], len(both), layers, apart)


def told(coded: Sequence[Coded]) -> tuple[str, ...]:
    """What was found in a sentence, in words."""
    return tuple(sorted(f"{c.layer}: {c.values['kind']}" for c in coded))
