"""`judge origin`: what two reports are to each other."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from onrecord.views.cli.console import give_json, say
from onrecord.views.cli.judge_add import Who, Why
from onrecord.views.cli.opening import now
from onrecord.views.cli.options import DEFAULT_RECORD, Json, RecordPath

How = Literal["copy", "rewrite", "update", "corrects", "apart"]
Report = Annotated[str, typer.Argument(metavar="REPORT", help="Name of the report that took over, or the beginning of its id.")]
Other = Annotated[str, typer.Argument(metavar="OTHER", help="The report that it has its text from.")]
As = Annotated[How, typer.Option("--as", help="How it has its text from the other; apart where the two are no one text.")]


def register(judging: typer.Typer) -> None:
    """Puts the command on the group of `judge`."""
    judging.command("origin", epilog="Example: onrecord judge origin 08-channel-six 01-northern --as rewrite --why 'same quotations in the same order'")(origin)


def origin(
    report: Report, other: Other, how: As = "copy", why: Why = "", who: Who = None, record: RecordPath = DEFAULT_RECORD, json: Json = False,
) -> None:
    """Say that a report has its text from another, or that the two are no one text; origins are counted so."""
    import datetime as dt
    import getpass

    from onrecord.desk.tracing import Traced, trace
    from onrecord.record import open_record
    from onrecord.views.export.values import jsonable

    open_record(record).close()
    with open_record(record, write=True) as opened:
        traced = Traced(report=report, other=other, how=how, who=who or getpass.getuser(), why=why)
        made = trace(opened, traced, when=dt.datetime.fromisoformat(now()))
    if json:
        give_json(jsonable(made))
    else:
        say(f"{report} and {other}: {how} noted as judgement {made.id[:12]}; `onrecord judge undo {made.id[:8]}` takes it back")
