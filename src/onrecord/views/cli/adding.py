"""`add` and `remove`: what goes into the record and out of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.errors import InputError
from onrecord.views.cli.changing import changes_json, draw_changes
from onrecord.views.cli.console import complain, complain_of, give_json, out, progress, say
from onrecord.views.cli.inputs import Config, Fetched, Mapped, MaybeInputs, OutletOf, PacksGiven, Published, Trackers, fetcher, read_options
from onrecord.views.cli.opening import now
from onrecord.views.cli.options import DEFAULT_RECORD, Json, RecordPath
from onrecord.views.cli.spreading import OfNegotiation, parted

if TYPE_CHECKING:
    from onrecord.adding import AddResult
    from onrecord.record import Record
    from onrecord.types.changes import Changes

MOST_CHANGES = 20
SHOWN = 12
"""Problems that are told one by one; the rest are counted."""


def register(app: typer.Typer) -> None:
    """Puts the commands of this file on *app*."""
    app.command("add", epilog="Example: onrecord add reports/ --outlet 'Daily Example' --published 2024-03-02")(add)
    app.command("remove", epilog="Example: onrecord remove wire-0302")(remove)


def add(
    paths: MaybeInputs = None, record: RecordPath = DEFAULT_RECORD, published: Published = None, outlet: OutletOf = None, mapped: Mapped = None,
    tracker: Trackers = None, pack: PacksGiven = None, fetch: Fetched = False, negotiation: OfNegotiation = None, config: Config = None, json: Json = False,
) -> None:
    """Read reports into the record.

    A folder that `onrecord read --engine` wrote is taken as it is. Reports that the record has are left alone, so the same command may be
    given again, also after an interruption. It ends with what was read and what was not, and why, and with what the new reports changed: most
    telling first, copies folded.
    """
    from onrecord.cluster.taking import take_all
    from onrecord.config import load_config
    from onrecord.desk.changing import changes_since, moment_of
    from onrecord.pipeline import AddOptions, parser_for
    from onrecord.pipeline import add as add_reports
    from onrecord.record import open_record
    from onrecord.views.cli.packing import put_in
    from onrecord.views.cli.packing import tell as tell_packs

    if not paths and not tracker and not pack:
        raise InputError("nothing to add; give files, folders or - for standard input, your own table with --tracker, or a --pack")
    folders, others = parted(paths or [], negotiation)
    settings = load_config(config)
    reading = replace(read_options(settings, published=published, outlet=outlet, mapped=mapped), trackers=tuple(tracker or ()))
    options = AddOptions(now(), reading=reading, fetch=fetcher(settings, fetch))
    with open_record(record, write=True) as opened, progress("reading") as told:
        before = moment_of(opened)
        packs = put_in(opened, [*map(Path, settings.packs), *(pack or ())], None)
        tell_packs([g for g in packs if g.changed or g.problems])
        taken = take_all(folders, opened, options, told, negotiation=negotiation)
        result = taken.and_then(add_reports(others, opened, parser_for(settings), options, told))
        changes = changes_since(opened, before) if result.new and before.reports else None
        tell(result, opened, changes, as_json=json)
    lost = any(p.lost for g in packs for p in g.problems)
    if result.lost or lost:
        raise typer.Exit(1 if lost or result.new or result.known or result.reread else 2)


def tell(result: AddResult, record: Record, changes: Changes | None, *, as_json: bool) -> None:
    """What became of the inputs: coverage and changes on stdout, problems on stderr; no *changes* where the record was empty before."""
    for problem in result.problems if len(result.problems) <= SHOWN else [p for p in result.problems if p.lost][:SHOWN]:
        complain_of(problem)
    if len(result.problems) > SHOWN:
        complain(f"{len(result.problems)} problems in all; `onrecord problems` lists them")
    if as_json:
        give_json(coverage_json(result) | ({"changes": changes_json(record, changes)} if changes else {}))
        return
    out().print("\n".join(coverage_lines(result)))
    if changes is not None:
        out().print()
        draw_changes(record, changes, title="What this changed", most=MOST_CHANGES)


def coverage_json(result: AddResult) -> dict[str, object]:
    """The same as data."""
    from onrecord.views.export.values import jsonable

    value: dict[str, object] = jsonable(result)
    return value


def coverage_lines(result: AddResult) -> list[str]:
    """Reports new, known, unreadable; sentences read, used, skipped and why."""
    counts = [f"{len(result.new)} new", f"{len(result.known)} known"]
    if result.reread:
        counts.append(f"{len(result.reread)} read again")
    counts.append(f"{len(result.unreadable)} unreadable")
    coverage = result.coverage
    lines = [f"Reports: {', '.join(counts)}."]
    if coverage.sentences or coverage.skipped:
        unused = coverage.sentences - coverage.used
        lines.append(f"Sentences: {coverage.sentences} read, {coverage.used} gave a statement, {unused} gave none.")
    if coverage.skipped:
        lines.append("Blocks skipped: " + ", ".join(f"{n} {reason.replace('_', ' ')}" for reason, n in coverage.skipped) + ".")
    if result.problems:
        lost = sum(p.lost for p in result.problems)
        lines.append(f"Problems: {len(result.problems)}" + (f", {lost} of them lost input." if lost else "; no input was lost."))
    return lines


def remove(
    reports: Annotated[list[str], typer.Argument(metavar="REPORT…", help="Names of reports, or the beginnings of their ids.")],
    record: RecordPath = DEFAULT_RECORD, json: Json = False,
) -> None:
    """Take reports out of the record, with all that rests on them alone."""
    from onrecord.pipeline import settle
    from onrecord.record import open_record, queries, store

    open_record(record).close()
    with open_record(record, write=True) as opened:
        found = {queries.find_report(opened, name): name for name in reports}
        for identity in found:
            store.remove_report(opened, identity)
        settle(opened)
    if json:
        give_json({"removed": list(found)})
    else:
        say(f"removed {', '.join(found.values())}")
