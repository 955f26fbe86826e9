"""The only place where the stages are put in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path

from onrecord.adding import AddOptions, AddResult, Progress, Tally, readable, silent, still_aside
from onrecord.annotate import KeptLayers, annotate, touching
from onrecord.config import Config
from onrecord.deriving import derive, is_current, known_on, settle
from onrecord.errors import DEFECTS
from onrecord.packing import packs_of, read_with, tagged
from onrecord.parse import KeptInFile, Parser, SpacyParser
from onrecord.read import Fetch, ReadOptions, ReadResult, iter_reports
from onrecord.reconcile.calendar import resolve
from onrecord.reconcile.dating import date_reports
from onrecord.record import Record, queries, store
from onrecord.types import Coverage, Packs, Parsed, Problem, Reading, Report, ReportDate, Resolved, Span
from onrecord.versions import annotator, extractor, layers, parses

__all__ = [
    "AddOptions", "AddResult", "Fetch", "Progress", "ReadOptions", "add", "add_results", "date_and_resolve", "derive", "is_current", "known_on", "parser_for",
    "read_inputs", "read_reports", "reread", "settle",
]

OF_READING = ("unpaired_quotation", "unresolved_time", "unresolved_source", "not_understood", "pack")
"""Kinds of problems that are met anew whenever a text is read; the others are of its file."""


def parser_for(config: Config) -> Parser:
    """The parser that a configuration asks for; its model is loaded at the first report."""
    return SpacyParser(config.model, KeptInFile(Path(config.parses), parses(config.model)) if config.parses else None)


def read_reports(reports: Iterable[Report], parser: Parser) -> Iterator[Reading]:
    """The reading of each report, in their order; each depends on its own report only."""
    kept = layers_of(parser)
    for parsed in parser.parse_many(reports):
        yield annotate(parsed, kept=kept)


def parse_any(parser: Parser, reports: Iterator[Report]) -> Iterator[Parsed]:
    """The parses of *reports*; the model is not even loaded where there are none."""
    for first in reports:
        yield from parser.parse_many(chain([first], reports))


def layers_of(parser: Parser) -> KeptLayers:
    """The layers that were read before of the same text, kept where the parser keeps parses."""
    return KeptLayers(parser.kept, layers(parser.name.removeprefix("spacy:")))


def read_safely(parsed: Parsed, packs: Packs = (), kept: KeptLayers | None = None) -> Reading:
    """The reading of a report with those of *packs* that it has anything of, or an empty one with a Problem where a layer of ours broke down over it."""
    try:
        return annotate(parsed, touching(packs, parsed.report), kept)
    except DEFECTS as error:
        seen = f"reading broke down ({type(error).__name__}: {error})"
        problem = Problem(
            "not_understood", f"{seen}; nothing of this report was read; this is a mistake in onrecord: please report it",
            parsed.report.id, Span(0, len(parsed.report.text)), lost=True,
        )
        return Reading(parsed.report, problems=(problem,), coverage=Coverage(len(parsed.sentences), 0, (("broke down", len(parsed.sentences)),)))


def date_and_resolve(readings: Sequence[Reading]) -> list[tuple[Reading, ReportDate, Resolved]]:
    """Every reading with its report's date and its calendar days."""
    dates = date_reports(readings)
    return [(r, d, resolve(r, d.published)) for r, d in zip(readings, dates, strict=True)]


def read_inputs(
    inputs: Sequence[str], parser: Parser, options: ReadOptions, progress: Progress = silent, *, fetch: Fetch | None = None, packs: Packs = (),
) -> tuple[list[Reading], AddResult]:
    """The readings of all that *inputs* name, kept nowhere."""
    tally, readings, kept = Tally(), [], layers_of(parser)
    for parsed in parse_any(parser, (r.report for r in readable(iter_reports(inputs, options, fetch=fetch), tally) if r.report)):
        readings.append(read_safely(parsed, packs, kept))
        tally.read(readings[-1])
        tally.met("new", parsed.report.name)
        progress(len(readings), parsed.report.name)
    return readings, tally.result()


def add(inputs: Sequence[str], record: Record, parser: Parser, options: AddOptions, progress: Progress = silent) -> AddResult:
    """Reads what *inputs* name into *record*, one transaction a report, then derives anew; known reports are left alone.

    A run that was interrupted is continued by doing it again: what was stored is known.
    """
    store.forget_problems(record, [*inputs, *options.reading.trackers])
    return add_results(iter_reports(inputs, options.dated, fetch=options.fetch), record, parser, options, progress)


def add_results(results: Iterable[ReadResult], record: Record, parser: Parser, options: AddOptions, progress: Progress = silent) -> AddResult:
    """The same for inputs that somebody else has read."""
    by, tally, had = annotator(parser.name.removeprefix("spacy:")), Tally(), queries.annotators(record)
    packs, kept = packs_of(record), layers_of(parser)
    waiting: dict[str, ReadResult] = {}
    aside = queries.set_aside(record)

    def fresh() -> Iterator[Report]:
        for result in readable(results, tally):
            report = result.report
            if report is None or had.get(report.id) == tagged(by, packs, report) or report.id in waiting:
                tally.met("known", report.name if report else result.where)
                if report is not None and report.id in aside:
                    tally.trouble(still_aside(report.name, aside[report.id], result.where))
                continue
            waiting[report.id] = result
            yield report

    for done, parsed in enumerate(parse_any(parser, fresh()), 1):
        reading, report = read_safely(parsed, packs, kept), parsed.report
        result = waiting.pop(report.id)
        arrival = store.Arrival(result.raw, result.where, result.collected or options.collected_at, options.collector, extractor())
        store.put_report(record, replace(reading, problems=(*result.problems, *reading.problems)), arrival, annotator=tagged(by, packs, report))
        tally.met("reread" if report.id in had else "new", report.name)
        tally.added += [] if report.id in had else [report.id]
        had[report.id] = tagged(by, packs, report)
        tally.read(reading)
        progress(done, report.name)
    store.put_problems(record, list(tally.problems))
    for name in reread(record, parser, progress):
        tally.met("reread", name)
    settle(record)
    return tally.result()


def reread(record: Record, parser: Parser, progress: Progress = silent) -> tuple[str, ...]:
    """Reads the reports again whose reading was made with other packs than the record has of them now, and gives their names; nothing is derived."""
    by, packs, had = annotator(parser.name.removeprefix("spacy:")), packs_of(record), queries.annotators(record)
    if not packs and not any(read_with(a) for a in had.values()):
        return ()
    known = layers_of(parser)
    older = {r.report.id: r for r in queries.readings(record) if read_with(had[r.report.id]) != read_with(tagged(by, packs, r.report))}
    for done, parsed in enumerate(parse_any(parser, iter([r.report for r in older.values()])), 1):
        report = parsed.report
        before, reading = older[report.id], read_safely(parsed, packs, known)
        kept = tuple(p for p in before.problems if p.kind not in OF_READING)
        store.put_reading(record, before, replace(reading, problems=(*kept, *reading.problems)), annotator=tagged(by, packs, report))
        progress(done, report.name)
    return tuple(r.report.name for r in older.values())
