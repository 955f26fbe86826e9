"""`read`: one JSON a report, kept nowhere else."""

from __future__ import annotations

import json as json_format
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.errors import InputError
from onrecord.views.cli.adding import SHOWN, coverage_json, coverage_lines
from onrecord.views.cli.console import complain, complain_of, give_json, progress, say
from onrecord.views.cli.inputs import Config, Fetched, Inputs, Mapped, OutletOf, PacksGiven, Published, fetcher, read_options
from onrecord.views.cli.options import Json
from onrecord.views.cli.spreading import EngineName, PartitionSize, Spread, spread

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.adding import AddResult
    from onrecord.types import Packs, Reading

LAYERS = ("times", "attributions", "figures", "events", "positions", "commitments", "proposals", "status", "boilerplate")
LayerNames = Annotated[str | None, typer.Option("--layers", metavar="LAYER,…", help=f"Only these layers: {', '.join(LAYERS)}.")]

EXAMPLES = "Examples: onrecord read reports/ --out readings/ --layers times,attributions, or onrecord read --engine local[2] crawl/ --out parts/"


def register(app: typer.Typer) -> None:
    """Puts the command on *app*."""
    app.command("read", epilog=EXAMPLES)(read)


def read(
    paths: Inputs, out: Annotated[Path, typer.Option("--out", metavar="DIR", help="Folder for the JSON files; made when it is not there.")],
    layers: LayerNames = None, published: Published = None, outlet: OutletOf = None, mapped: Mapped = None, fetch: Fetched = False, pack: PacksGiven = None,
    config: Config = None, engine: EngineName = None, partition: PartitionSize = None, json: Json = False,
) -> None:
    """Write what each report says as JSON: one file a report, with the place of every item in the text.

    Dates that no report prints are inferred from all the reports that are given together. With --engine many processes or machines read, into Parquet
    files that `onrecord add DIR` takes into a record; the same command goes on where it was interrupted.
    """
    if engine is not None:
        if layers is not None or fetch or pack:
            seen = "--engine: whole readings of files are written, without packs"
            raise InputError(f"{seen}; leave out --layers and --fetch, and give --pack to `onrecord add DIR`, which reads again what the pack touches")
        spread(Spread(paths, out, engine, partition), published=published, outlet=outlet, mapped=mapped, config=config, json=json)
        return
    if partition is not None:
        raise InputError("--partition: only with --engine, whose files it sizes")
    from onrecord.config import load_config
    from onrecord.pipeline import parser_for, read_inputs

    wanted = chosen(layers)
    settings = load_config(config)
    options = read_options(settings, published=published, outlet=outlet, mapped=mapped)
    packs, wrong = packs_in([*map(Path, settings.packs), *(pack or ())])
    folder(out)
    with progress("reading") as told:
        readings, result = read_inputs(paths, parser_for(settings), options, told, fetch=fetcher(settings, fetch), packs=packs)
    written = write(readings, out, wanted)
    tell(result, written, as_json=json)
    if wrong and not result.lost:
        raise typer.Exit(1)


def packs_in(files: Sequence[Path]) -> tuple[Packs, bool]:
    """The packs in *files* by name, and whether anything in them was a mistake, which is told."""
    from onrecord.packing import bytes_of, read_pack

    found = [read_pack(bytes_of(file), str(file)) for file in files]
    for problem in (p for r in found for p in r.problems):
        complain_of(problem)
    packs = {r.pack.name: r.pack for r in found if r.pack is not None}
    return tuple(packs[name] for name in sorted(packs)), any(r.problems for r in found)


def chosen(layers: str | None) -> frozenset[str] | None:
    """The layers that a person named; InputError for one that is not known."""
    if layers is None:
        return None
    names = frozenset(x.strip() for x in layers.split(",") if x.strip())
    unknown = sorted(names - set(LAYERS))
    if unknown or not names:
        raise InputError(f"--layers {layers}: {', '.join(unknown) or 'nothing'} is no layer; known are {', '.join(LAYERS)}")
    return names


def folder(path: Path) -> None:
    """Makes the folder; InputError where that cannot be done."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(f"{path}: cannot be made ({error.strerror}); give another folder with --out") from error


def write(readings: Sequence[Reading], out: Path, layers: frozenset[str] | None) -> list[str]:
    """Writes the files and gives their names."""
    from onrecord.pipeline import date_and_resolve
    from onrecord.views.export.reading_json import reading_json

    written = []
    for reading, date, resolved in date_and_resolve(readings):
        file = out / f"{reading.report.name}.json"
        value = reading_json(reading, resolved, date, layers)
        try:
            file.write_text(json_format.dumps(value, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        except OSError as error:
            raise InputError(f"{file}: cannot be written ({error.strerror}); give another folder with --out") from error
        written.append(str(file))
    return written


def tell(result: AddResult, written: Sequence[str], *, as_json: bool) -> None:
    """What was written and what was not; ends with status 1 where input was lost, 2 where nothing could be read."""
    shown = [p for p in result.problems if p.lost]
    for problem in shown[:SHOWN]:
        complain_of(problem)
    if len(shown) > SHOWN:
        complain(f"{len(shown)} inputs were lost in all")
    if as_json:
        give_json({"written": list(written), "coverage": coverage_json(result)})
    else:
        for line in (f"wrote {len(written)} file{'s' * (len(written) != 1)}", *coverage_lines(result)[1:]):
            say(line)
    if result.lost:
        raise typer.Exit(1 if written else 2)
