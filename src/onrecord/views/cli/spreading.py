"""`read --engine`: reading on several processes or machines."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.views.cli.console import complain, give_json, progress, say
from onrecord.views.cli.inputs import read_options

if TYPE_CHECKING:
    from onrecord.cluster.run import Told

ENGINE_HELP = "Read on local[N] processes of this machine, or on the Dask cluster at dask://HOST:PORT, into Parquet; needs onrecord[cluster]."
EngineName = Annotated[str | None, typer.Option("--engine", metavar="ENGINE", help=ENGINE_HELP)]
PARTITION_HELP = "With --engine: reports of one file at most, which is what a lost worker loses; 200 where it is not given."
PartitionSize = Annotated[int | None, typer.Option("--partition", metavar="N", min=1, help=PARTITION_HELP)]
SHOWN = 12
"""Partitions that failed, or inputs that are no files, told one by one."""


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


def tell(done: Told, out: Path, *, as_json: bool) -> None:
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
        say(f"take them into a record: onrecord add {out}")
    if done.lost:
        raise typer.Exit(1 if reports else 2)
