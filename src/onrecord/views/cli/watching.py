"""`watch`: adds what comes into a folder, as it comes."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.errors import InputError, RecordBusy
from onrecord.views.cli.adding import tell
from onrecord.views.cli.console import complain, say
from onrecord.views.cli.inputs import Config, OutletOf, Published, read_options
from onrecord.views.cli.opening import now
from onrecord.views.cli.options import DEFAULT_RECORD, Json, RecordPath

if TYPE_CHECKING:
    from onrecord.adding import AddResult
    from onrecord.record import Record

Every = Annotated[float, typer.Option("--every", min=0.1, metavar="SECONDS", help="How long to wait between two looks.")]
Once = Annotated[bool, typer.Option("--once", help="Add what is complete now, and end.")]


def register(app: typer.Typer) -> None:
    """Puts the command of this file on *app*."""
    app.command("watch", epilog="Example: onrecord watch inbox/ --every 30")(watch)


def watch(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder that fills, with all below it.")], record: RecordPath = DEFAULT_RECORD,
    every: Every = 10.0, once: Once = False, published: Published = None, outlet: OutletOf = None, config: Config = None, json: Json = False,
) -> None:
    """Add reports to the record as they come into a folder.

    A file is added when it has the same size at two looks, and once; if it changes later, it is added again. A file that cannot be read is told and
    left. While another command writes into the record, the files wait. Ctrl-C ends it; what was added stays.
    """
    from onrecord.config import load_config
    from onrecord.desk.watching import Folder
    from onrecord.pipeline import AddOptions, parser_for
    from onrecord.pipeline import add as add_reports

    if not folder.is_dir():
        raise InputError(f"{folder}: no such folder; make it, or look at its spelling")
    settings = load_config(config)
    parser, watched = parser_for(settings), Folder(folder)
    options = read_options(settings, published=published, outlet=outlet)

    def added(paths: list[str], opened: Record) -> AddResult:
        return add_reports(paths, opened, parser, AddOptions(now(), collector="onrecord watch", reading=options))

    if not once:
        say(f"onrecord: watching {folder}; Ctrl-C ends it")
    watched.complete()
    try:
        while True:
            time.sleep(min(every, 1.0) if once else every)
            files = watched.complete()
            result = add_files(files, record, added, as_json=json) if files else None
            if files and result is None:
                watched.back(files)
            elif once:
                break
    except KeyboardInterrupt:
        say("onrecord: no longer watching; what was added stays")
        return
    if result is not None and result.lost:
        raise typer.Exit(1 if result.new or result.known or result.reread else 2)


def add_files(files: tuple[Path, ...], record: Path, added: Callable[[list[str], Record], AddResult], *, as_json: bool) -> AddResult | None:
    """Adds files and tells what they changed; None where another command holds the record."""
    from onrecord.desk.changing import changes_since, moment_of
    from onrecord.record import open_record

    try:
        with open_record(record, write=True) as opened:
            before = moment_of(opened)
            result = added([str(f) for f in files], opened)
            changes = changes_since(opened, before) if result.new and before.reports else None
            tell(result, opened, changes, as_json=as_json)
    except RecordBusy:
        complain(f"{record} is being written by another command; {len(files)} files wait")
        return None
    return result
