"""`brief`: what an analyst reads first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.views.cli.console import complain_of, give_json, out, progress
from onrecord.views.cli.inputs import Config, OutletOf, Published, read_options
from onrecord.views.cli.opening import now, open_view
from onrecord.views.cli.options import DEFAULT_RECORD, AsOf, Json, RecordPath, day, last_day

if TYPE_CHECKING:
    from pathlib import Path

    from onrecord.record import Record

Paths = Annotated[list[str] | None, typer.Argument(metavar="[PATH…]", help="Read these into a record that is not kept, and leave the other alone.")]


def register(app: typer.Typer) -> None:
    """Puts the command on *app*."""
    app.command("brief", epilog="Examples: onrecord brief reports/    onrecord brief --as-of 2024-03-02 --since 2024-02-24")(brief)


def brief(
    paths: Paths = None, record: RecordPath = DEFAULT_RECORD, as_of: AsOf = None,
    since: Annotated[str | None, typer.Option("--since", metavar="DATE", help="Add a section of what is new after this day.")] = None,
    published: Published = None, outlet: OutletOf = None, config: Config = None, json: Json = False,
    words: Annotated[bool, typer.Option("--words", help="Print the words under each line, not their place alone.")] = False,
) -> None:
    """Where the talks stand, what happened, which figures, who wants what, what is disputed — in two to four screens."""
    from onrecord.record import queries
    from onrecord.views.brief import build_brief
    from onrecord.views.cli.draw import draw_brief
    from onrecord.views.export.values import jsonable

    moment, new_since = last_day(as_of, "--as-of"), day(since, "--since")
    status = 0
    if paths:
        opened, status = temporary(paths, published=published, outlet=outlet, config=config)
        if moment is not None:
            from onrecord.pipeline import known_on

            opened = known_on(opened, moment)
    else:
        opened = open_view(record, moment)
    with opened:
        made = build_brief(queries.snapshot(opened), since=new_since)
    if json:
        give_json(jsonable(made))
    else:
        draw_brief(out(), made, words=words)
    if status:
        raise typer.Exit(status)


def temporary(paths: list[str], *, published: str | None, outlet: str | None, config: Path | None) -> tuple[Record, int]:
    """A record in memory of what *paths* name, and the status to end with: 1 where input was lost, 2 where nothing could be read."""
    from onrecord.config import load_config
    from onrecord.pipeline import AddOptions, add, parser_for
    from onrecord.record import open_record

    settings = load_config(config)
    opened = open_record(None)
    options = AddOptions(now(), reading=read_options(settings, published=published, outlet=outlet))
    with progress("reading") as told:
        result = add(paths, opened, parser_for(settings), options, told)
    for problem in result.problems:
        if problem.lost:
            complain_of(problem)
    if result.lost and not result.new:
        raise typer.Exit(2)
    return opened, int(result.lost)
