"""`score`: readings against gold, layer by layer."""

from __future__ import annotations

import json as json_format
from pathlib import Path
from typing import Annotated, Any

import typer

from onrecord.errors import GoldError
from onrecord.views.cli.console import complain, give_json, progress
from onrecord.views.cli.inputs import Config
from onrecord.views.cli.options import Json


def register(app: typer.Typer) -> None:
    """Puts the command on *app*."""
    app.command("score", epilog="Example: onrecord score tests/gold --reports tests/gold/reports --errors")(score)


def score(
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="Folder with one JSON a report, after the annotation guide.")],
    reports: Annotated[Path | None, typer.Option("--reports", metavar="DIR", help="The texts; without it GOLD/reports, then GOLD/../reports.")] = None,
    readings: Annotated[Path | None, typer.Option("--readings", metavar="DIR", help="Score what `onrecord read --out` wrote there instead of reading.")] = None,
    errors: Annotated[bool, typer.Option("--errors", help="Also list what was missed, too much or wrong.")] = False,
    record: Annotated[bool, typer.Option("--record", help="Score GOLD/record.json: what the record of all reports must say, point by point.")] = False,
    config: Config = None, json: Json = False,
) -> None:
    """How much of the gold was found at the right words, and how much of that is right."""
    from onrecord.score import read_gold, result_json, table
    from onrecord.score import score as score_all

    folder = reports or next((f for f in (gold / "reports", gold.parent / "reports") if f.is_dir()), None)
    if gold.is_dir() and folder is None:
        raise GoldError(f"{gold}: no folder of texts beside it; name it with --reports")
    if record:
        score_record(gold, folder or gold, config, as_json=json)
        return
    wanted = read_gold(gold)
    folder = folder or gold
    files = {name: folder / Path(str(value["report"])).name for name, value in wanted.items()}
    texts = {name: text_of(file) for name, file in files.items()}
    system = written(readings, wanted) if readings else read_now(files, config)
    result = score_all(wanted, system, texts)
    if json:
        give_json(result_json(result) | ({"errors": result.errors} if errors else {}))
    else:
        print("\n".join((result.errors if errors else []) + table(result)))


def score_record(gold: Path, reports: Path, config: Path | None, *, as_json: bool) -> None:
    """Reads the texts into a record that is not kept, and tells which points of GOLD/record.json it says."""
    from onrecord.score import score_whole, whole_lines
    from onrecord.views.cli.briefing import temporary
    from onrecord.views.export.record_json import record_json
    from onrecord.views.export.values import jsonable

    file = gold / "record.json" if gold.is_dir() else gold
    try:
        wanted = json_format.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise GoldError(f"{file}: {error}; give the folder that holds record.json") from error
    opened, _ = temporary([str(reports)], published=None, outlet=None, config=config)
    with opened:
        points = score_whole(wanted, record_json(opened))
    if as_json:
        give_json(jsonable(points))
    else:
        print("\n".join(whole_lines(points)))


def text_of(file: Path) -> str:
    """A report's text as it lies there, line ends untouched."""
    try:
        return file.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise GoldError(f"{file}: {error}; the gold names this text") from error


def written(folder: Path, wanted: dict[str, Any]) -> dict[str, Any]:
    """Readings that lie in a folder, by name; those that are not there are left out."""
    found = {}
    for name in wanted:
        file = folder / f"{name}.json"
        if file.exists():
            found[name] = json_format.loads(file.read_text(encoding="utf-8"))
    return found


def read_now(files: dict[str, Path], config: Path | None) -> dict[str, Any]:
    """The readings of the texts, made now and all together, by the gold's name of each."""
    from onrecord.config import load_config
    from onrecord.pipeline import ReadOptions, date_and_resolve, parser_for, read_inputs
    from onrecord.views.export.reading_json import reading_json

    settings = load_config(config)
    with progress("reading") as told:
        readings, result = read_inputs([str(f) for f in files.values()], parser_for(settings), ReadOptions(max_bytes=settings.max_bytes), told)
    for problem in result.problems:
        if problem.lost:
            complain(problem.message)
    by_text = {reading.report.text: reading_json(reading, resolved, date) for reading, date, resolved in date_and_resolve(readings)}
    return {name: by_text[text_of(file)] for name, file in files.items() if text_of(file) in by_text}
