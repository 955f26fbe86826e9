"""`judge date`: when a report was published."""

from __future__ import annotations

from typing import Annotated

import typer

from onrecord.views.cli.console import give_json, say
from onrecord.views.cli.judge_add import Who, Why
from onrecord.views.cli.opening import now
from onrecord.views.cli.options import DEFAULT_RECORD, Json, RecordPath

Report = Annotated[str, typer.Argument(metavar="REPORT", help="Name of the report, or the beginning of its id.")]
Days = Annotated[str | None, typer.Argument(metavar="[DAYS]", help="Day, month, or two days with a stroke between; what is likely if left out.")]


def register(judging: typer.Typer) -> None:
    """Puts the command on the group of `judge`."""
    judging.command("date", epilog="Example: onrecord judge date 05-undated 2019-03-04/2019-03-08 --why 'the archive has it between these'")(date)


def date(report: Report, days: Days = None, why: Why = "", who: Who = None, record: RecordPath = DEFAULT_RECORD, json: Json = False) -> None:
    """Say when a report was published, or that it was on the days that are likely; its statements are dated by that."""
    import datetime as dt
    import getpass

    from onrecord.desk.dating import Dated, date_report
    from onrecord.record import open_record
    from onrecord.views.export.values import jsonable

    open_record(record).close()
    with open_record(record, write=True) as opened:
        made = date_report(opened, Dated(report=report, days=days, who=who or getpass.getuser(), why=why), when=dt.datetime.fromisoformat(now()))
    if json:
        give_json(jsonable(made))
    else:
        say(f"{report}: its date noted as judgement {made.id[:12]}; `onrecord judge undo {made.id[:8]}` takes it back")
