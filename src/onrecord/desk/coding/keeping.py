"""Codings kept as judgements of the layer `coding`: what a coder said, which changes nothing of the record."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from onrecord.desk.coding.placing import Shelf, place_of, report_of, shelf
from onrecord.desk.coding.program import PROGRAM, program_codings
from onrecord.desk.coding.table import Row, lost, read_table
from onrecord.errors import InputError
from onrecord.reconcile.judged import standing
from onrecord.reconcile.sentences import sentences
from onrecord.reconcile.statements import LAYERS
from onrecord.record import Record, queries, store
from onrecord.record.codec import to_json
from onrecord.record.judgements import append_within, judgements
from onrecord.score.coders import Coded, Codings
from onrecord.types import Judgement, Problem, Report, Span

LAYER = "coding"
"""The layer of a judgement that holds what a coder said."""


@dataclass(frozen=True, slots=True)
class Applied:
    """What became of a coder's codings as decisions."""

    accepted: int = 0
    edited: int = 0
    added: int = 0
    """What the program did not find."""
    known: int = 0
    """Decided so before, by the same person."""
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of a table."""

    rows: int
    new: int
    """Codings that are judgements now."""
    known: int
    """Those that the same coder gave before."""
    coders: tuple[str, ...]
    problems: tuple[Problem, ...] = ()
    applied: Applied | None = None
    """What became of them as decisions, where that was asked for."""


@dataclass(frozen=True, slots=True)
class Said:
    """A coding, or that nothing was found, as it is kept."""

    layer: str
    """Empty where it is about all layers."""
    values: Mapping[str, str | float] = field(default_factory=dict)
    nothing: bool = False


def import_table(record: Record, path: Path, *, by: str | None, when: dt.datetime, mapped: Mapping[str, str] | None = None) -> Kept:
    """Keeps the codings of a CSV as judgements; a row that cannot be used is a Problem, which is kept too, and the others are kept all or none."""
    if by == PROGRAM:
        raise InputError(f"{PROGRAM!r} is what the program itself is called; give the coder another name")
    rows, problems = read_table(path, mapped or {}, by)
    among, made, problems = shelf(record), list[Judgement](), list(problems)
    for row in rows:
        try:
            made.append(judgement_of(row, among, when))
        except InputError as error:
            problems.append(lost(row.where, str(error)))
    store.forget_problems(record, [str(path)])
    with record.writing() as sql:
        had = {j.target for j in standing(judgements(record)) if j.layer == LAYER}
        fresh = list({j.target: j for j in made if j.target not in had}.values())
        for judgement in fresh:
            append_within(sql, judgement)
    store.put_problems(record, problems)
    return Kept(len(rows), len(fresh), len(made) - len(fresh), tuple(sorted({r.coder for r in rows})), tuple(problems))


def judgement_of(row: Row, among: Shelf, when: dt.datetime) -> Judgement:
    """A row as a judgement on its words; InputError where they are not found."""
    if row.coder == PROGRAM:
        raise InputError(f"{PROGRAM!r} is what the program itself is called; give the coder another name")
    report = report_of(row, among)
    span = None if row.nothing else place_of(row, report)
    said = to_json(Said(row.layer, dict(sorted(row.values.items())), row.nothing))
    identity = hashlib.sha256("\x1f".join((row.coder, report.id, str(span), said)).encode("utf-8", "surrogatepass")).hexdigest()[:24]
    anchor = {"report": report.id, "from": row.where}
    if span is not None:
        anchor |= {"start": span.start, "end": span.end, "words": span.of(report.text)}  # type: ignore[dict-item]
    return Judgement(
        "", "code", identity, row.coder, when, row.note, LAYER, span.of(report.text) if span else None, json.dumps(anchor, ensure_ascii=False), said,
    )


def coder_names(record: Record) -> tuple[str, ...]:
    """Who coded something of this record, in the order of the alphabet."""
    return tuple(sorted({j.who for j in standing(judgements(record)) if j.layer == LAYER}))


def codings_of(record: Record, coders: Sequence[str]) -> Codings:
    """What *coders* found in the reports that are still there; InputError for a coder who coded nothing. `program` is what the program itself read.

    A coder has read every report in which they coded something, for every layer that they coded anywhere; a row without words adds what it names.
    """
    kept = [j for j in standing(judgements(record)) if j.layer == LAYER]
    for name in coders:
        if name != PROGRAM and name not in {j.who for j in kept}:
            there = ", ".join((*sorted({j.who for j in kept}), PROGRAM))
            raise InputError(f"{record.path}: {name!r} coded nothing here; there are {there} (`onrecord codings import FILE.csv --by NAME`)")
    among = {r.id: r for r in queries.all_reports(record, {report_in(j) for j in kept})}
    mine = [j for j in kept if j.who in coders and report_in(j) in among]
    found = {j.target: coded_in(j, said) for j in mine if not (said := said_in(j)).nothing}
    coded = tuple(found.values())
    read = {name: read_by([j for j in mine if j.who == name]) for name in coders if name != PROGRAM}
    if PROGRAM in coders:
        coded += program_codings(record, among)
        read[PROGRAM] = frozenset((report, layer) for report in among for layer in LAYERS)
    return Codings(coded, read, sentences_of(among.values()))


def sentences_of(reports: Iterable[Report]) -> dict[str, tuple[Span, ...]]:
    """The sentences of the running text of each report."""
    return {r.id: tuple(sentences(r)) for r in reports}


def report_in(judgement: Judgement) -> str:
    """The id of the report that a coding is about."""
    return str(json.loads(judgement.context or "{}").get("report", ""))


def said_in(judgement: Judgement) -> Said:
    """What a coding says."""
    value = json.loads(judgement.value or "{}")
    return Said(value["layer"], value["values"], value["nothing"])


def coded_in(judgement: Judgement, said: Said) -> Coded:
    """A coding as what is compared."""
    anchor = json.loads(judgement.context or "{}")
    return Coded(judgement.who, anchor["report"], said.layer, anchor["start"], anchor["end"], said.values, judgement.id)


def read_by(mine: Collection[Judgement]) -> frozenset[tuple[str, str]]:
    """(report, layer) that one coder read."""
    said = [(report_in(j), said_in(j)) for j in mine]
    layers = {s.layer for _, s in said if not s.nothing}
    whole = {report for report, s in said if not s.nothing}
    named = {(report, layer) for report, s in said if s.nothing for layer in ((s.layer,) if s.layer else layers or LAYERS)}
    return frozenset({(report, layer) for report in whole for layer in layers} | named)
