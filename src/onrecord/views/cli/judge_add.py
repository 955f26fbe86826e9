"""`judge add`: a statement that the program missed."""

from __future__ import annotations

import json as json_format
from typing import Annotated

import typer

from onrecord.errors import InputError
from onrecord.views.cli.console import give_json, say
from onrecord.views.cli.opening import now
from onrecord.views.cli.options import DEFAULT_RECORD, Json, RecordPath

Report = Annotated[str, typer.Argument(metavar="REPORT", help="Name of the report in which it stands, or the beginning of its id.")]
Layer = Annotated[str, typer.Argument(metavar="LAYER", help="attribution, figure, event, position, commitment, proposal, status or time.")]
Fields = Annotated[list[str], typer.Argument(metavar="FIELD=VALUE…", help="What it says; a field that is missing or not known is told with those there are.")]
Words = Annotated[str, typer.Option("--words", metavar="WORDS", help="The words that say it, as they stand in the report, and there once only.")]
At = Annotated[str, typer.Option("--at", metavar="START:END", help="Their characters instead, the end one past the last.")]
By = Annotated[str | None, typer.Option("--by", metavar="ID|own", help="The attribution that it stands in; otherwise the innermost that holds the words.")]
Why = Annotated[str, typer.Option("--why", metavar="WORDS", help="The reason; it is kept with the decision.")]
Who = Annotated[str | None, typer.Option("--who", metavar="NAME", envvar="ONRECORD_WHO", help="Who decides; your user name when not given.")]
EXAMPLE = "Example: onrecord judge add 05-interior figure measure=held value=55 unit=persons --words '55 of the 58 persons'"


def register(judging: typer.Typer) -> None:
    """Puts the command on the group of `judge`."""
    judging.command("add", epilog=EXAMPLE)(add)


def add(
    report: Report, layer: Layer, fields: Fields, words: Words = "", at: At = "", by: By = None, why: Why = "", who: Who = None,
    record: RecordPath = DEFAULT_RECORD, json: Json = False,
) -> None:
    """Put a statement on record that was missed, at the words that say it; it is marked as yours wherever it is shown."""
    import datetime as dt
    import getpass

    from onrecord.desk.marking import Marked, add_statement, words_at
    from onrecord.record import open_record, queries
    from onrecord.views.export.values import jsonable

    open_record(record).close()
    with open_record(record, write=True) as opened:
        span = place_of(at) if at else words_at(queries.report(opened, report), words)
        marked = Marked(report=report, span=span, layer=layer, who=who or getpass.getuser(), values=dict(pair(f) for f in fields), by=by, why=why)
        made = add_statement(opened, marked, when=dt.datetime.fromisoformat(now()))
    if json:
        give_json(jsonable(made))
    else:
        say(f"{made.layer} {made.target[:12]} added as judgement {made.id[:12]}; `onrecord judge undo {made.id[:8]}` takes it back")


def place_of(at: str) -> tuple[int, int]:
    """The characters of START:END."""
    start, sign, end = at.partition(":")
    if not (sign and start.isdecimal() and end.isdecimal()):
        raise InputError(f"--at {at!r}: no START:END; write the numbers of characters, as --at 120:143")
    return int(start), int(end)


def pair(field: str) -> tuple[str, object]:
    """Name and value of FIELD=VALUE; a value that is JSON is taken as such, any other as a string."""
    name, sign, value = field.partition("=")
    if not sign or not name:
        raise InputError(f"{field!r} is no FIELD=VALUE; write it as measure=released")
    try:
        return name, json_format.loads(value)
    except ValueError:
        return name, value
