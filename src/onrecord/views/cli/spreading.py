"""`read --engine` and `sort`: reading on several processes or machines, and what to do with very many readings."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.errors import InputError
from onrecord.views.cli.console import complain, give_json, out, progress, say
from onrecord.views.cli.inputs import read_options
from onrecord.views.cli.options import Json

if TYPE_CHECKING:
    from onrecord.cluster.run import Told

ENGINE_HELP = "Read on local[N] processes of this machine, or on the Dask cluster at dask://HOST:PORT, into Parquet; needs onrecord[cluster]."
EngineName = Annotated[str | None, typer.Option("--engine", metavar="ENGINE", help=ENGINE_HELP)]
OF_NEGOTIATION_HELP = "Of a folder that `onrecord sort` has sorted, take only the reports of this negotiation."
OfNegotiation = Annotated[str | None, typer.Option("--negotiation", metavar="ID", help=OF_NEGOTIATION_HELP)]
PARTITION_HELP = "With --engine: reports of one file at most, which is what a lost worker loses; 200 where it is not given."
PartitionSize = Annotated[int | None, typer.Option("--partition", metavar="N", min=1, help=PARTITION_HELP)]
SHOWN = 12
"""Partitions that failed, or inputs that are no files, told one by one."""


def register(app: typer.Typer) -> None:
    """Puts the command on *app*."""
    app.command("sort", epilog="Example: onrecord sort parts/ --memory 4GB")(sort)


@dataclass(frozen=True, slots=True)
class Spread:
    """What a person asked for: inputs, folder, engine, reports of a partition."""

    paths: list[str]
    out: Path
    engine: str
    partition: int | None


def spread(asked: Spread, *, published: str | None, outlet: str | None, mapped: str | None, config: Path | None, json: bool) -> None:
    """Reads and tells; status 1 where input was lost or a partition could not be read, 2 where nothing was."""
    from onrecord.cluster.engine import engine
    from onrecord.cluster.reading_process import Limits
    from onrecord.cluster.run import REPORTS, Asked, read_on
    from onrecord.config import load_config

    settings = load_config(config)
    options = replace(read_options(settings, published=published, outlet=outlet, mapped=mapped), entries=True)
    wanted = Asked(tuple(asked.paths), asked.out, options, settings.model, asked.partition or REPORTS)
    with engine(asked.engine, settings.model, Limits(options.max_seconds)) as cluster, progress("reading") as told:
        done = read_on(cluster, wanted, told)
    tell(done, asked.out, as_json=json)


def sort(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Folder that `onrecord read --engine` wrote.")],
    memory: Annotated[str, typer.Option("--memory", metavar="SIZE", help="What tables may take before they go to the disk of DIR, as 4GB.")] = "2GB",
    json: Json = False,
) -> None:
    """Find copies and sort reports into negotiations over more readings than one record should hold.

    Writes sorted/copies.parquet and sorted/negotiations.parquet into DIR. `onrecord add DIR --negotiation ID` then takes the reports of one.
    """
    from onrecord.cluster.sorting import sort as sort_folder

    with progress("sorting") as told:
        found = sort_folder(folder, memory=memory, progress=told)
    if json:
        give_json({
            "reports": found.reports, "copies": dict(found.copies), "in_none": found.in_none,
            "negotiations": [{"id": identity, "name": name, "reports": number} for identity, name, number in found.negotiations],
        })
        return
    pairs = ", ".join(f"{number} {kind}" for kind, number in found.copies) or "none"
    out().print(f"{found.reports} reports; pairs by what they share: {pairs}; {found.in_none} reports in no negotiation")
    for identity, name, number in found.negotiations:
        out().print(f"  {identity}  {number:7}  {name}")


def parted(paths: list[str], negotiation: str | None) -> tuple[list[str], list[str]]:
    """The folders of readings among *paths*, and the rest; InputError where one *negotiation* of other inputs is asked for."""
    from onrecord.cluster.plan import is_readings

    folders = [p for p in paths if is_readings(p)]
    others = [p for p in paths if p not in folders]
    if negotiation is not None and (others or not folders):
        raise InputError("--negotiation: only of folders that `onrecord read --engine` wrote and `onrecord sort` sorted; give nothing else with it")
    return folders, others


def tell(done: Told, folder: Path, *, as_json: bool) -> None:
    """Partitions and reports, and what was lost; the last with what to do."""
    for problem in done.problems[:SHOWN]:
        complain(problem.message)
    for partition, why in done.failed[:SHOWN]:
        complain(f"{partition.place}: not read ({why}); do the same again")
    whole = (*done.now, *done.before)
    reports, lost = sum(d.reports for d in whole), sum(d.lost for d in whole)
    if as_json:
        give_json({
            "reports": reports, "lost": lost, "partitions": {"now": len(done.now), "before": len(done.before), "failed": len(done.failed)},
            "problems": [p.message for p in done.problems],
        })
    else:
        say(f"{reports} reports in {len(whole)} partitions, {len(done.now)} of them read now, {len(done.failed)} failed; {lost} inputs lost")
        say(f"take them into a record: onrecord add {folder}")
    if done.lost:
        raise typer.Exit(1 if reports else 2)
