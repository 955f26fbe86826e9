"""A folder of readings → the record: the same record as adding the reports themselves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from onrecord.adding import AddOptions, AddResult, Progress, Tally, readable, silent
from onrecord.cluster.parts import Row, read_rows
from onrecord.cluster.plan import Plan, finished, read_plan
from onrecord.cluster.sorting import members
from onrecord.packing import of_program
from onrecord.read import Namer
from onrecord.record import Record, queries, store
from onrecord.types import Problem
from onrecord.versions import annotator


@dataclass
class Taking:
    """One folder on its way into a record; lives as long as that takes."""

    plan: Plan
    record: Record
    options: AddOptions
    had: dict[str, str]
    """Annotator of each report of the record, by id."""
    current: str
    """This program as an annotator."""
    tally: Tally = field(default_factory=Tally)

    def keep(self, row: Row) -> None:
        """Stores the reading of one report, in a transaction; one that the record has by the same annotator, or by this program's own, is left alone."""
        for result in readable([row.result], self.tally):
            report, by = result.report, self.plan.annotator
            if report is None or row.reading is None:
                self.tally.met("unreadable", report.name if report else result.where)
            elif of_program(self.had.get(report.id, "")) in (by, self.current):
                self.tally.met("known", report.name)
            else:
                reading = replace(row.whole(), report=report)
                arrival = store.Arrival(result.raw, result.where, row.collected_at, self.options.collector, self.plan.extractor)
                store.put_report(self.record, replace(reading, problems=(*result.problems, *reading.problems)), arrival, annotator=by)
                self.tally.met("reread" if report.id in self.had else "new", report.name)
                self.had[report.id] = by
                self.tally.read(reading)


def take(folder: Path, record: Record, options: AddOptions, progress: Progress = silent, *, only: frozenset[str] | None = None) -> AddResult:
    """Stores the readings of *folder*, a few in memory at a time; deriving is left to whoever calls. A partition that is not done is lost input, and told.

    *only* are the ids of the reports that are wanted, where not all are.
    """
    plan = read_plan(folder)
    taking = Taking(plan, record, options, dict(queries.annotators(record)), annotator(plan.model))
    store.forget_problems(record, [*plan.inputs, str(folder)])
    taking.tally.trouble(*plan.problems)
    for number, row in enumerate(named_rows(folder, plan, taking.tally), 1):
        if only is None or (row.result.report is not None and row.result.report.id in only):
            taking.keep(row)
        progress(number, row.result.where)
    store.put_problems(record, list(taking.tally.problems))
    return taking.tally.result()


def take_all(folders: Sequence[str], record: Record, options: AddOptions, progress: Progress = silent, *, negotiation: str | None = None) -> AddResult:
    """Stores the readings of several folders, one after another; of one *negotiation* only where it is named. InputError where a folder has none such."""
    result = AddResult()
    wanted = {folder: None if negotiation is None else members(Path(folder), negotiation) for folder in folders}
    for folder in folders:
        result = result.and_then(take(Path(folder), record, options, progress, only=wanted[folder]))
    return result


def named_rows(folder: Path, plan: Plan, tally: Tally) -> Iterator[Row]:
    """The rows of all partitions in the order of the inputs, their reports named as one run names them."""
    namer, done = Namer(), finished(folder)
    for partition in plan.partitions:
        if partition.key not in done:
            message = f"{partition.place}: not read yet, or its file is not the one that was noted; do the same `onrecord read --engine` again, then this"
            tally.trouble(Problem("missing", message, where=str(folder), lost=True))
            continue
        for row in read_rows(folder / partition.file):
            result = row.result
            if result.report is None:
                yield row
                continue
            report = replace(result.report, name=namer(result.report.name))
            yield replace(row, result=replace(result, report=report, problems=(*result.problems, *namer.same_key(result.key, report))))
