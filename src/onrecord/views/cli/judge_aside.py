"""`judge set-aside`: reports of which nothing is to be derived."""

from __future__ import annotations

from typing import Annotated

import typer

from onrecord.views.cli.console import give_json, say
from onrecord.views.cli.judge_add import Who, Why
from onrecord.views.cli.opening import now
from onrecord.views.cli.options import DEFAULT_RECORD, Json, RecordPath

Reports = Annotated[list[str], typer.Argument(metavar="REPORT…", help="Names of reports, or the beginnings of their ids.")]


def register(judging: typer.Typer) -> None:
    """Puts the command on the group of `judge`."""
    judging.command("set-aside", epilog="Example: onrecord judge set-aside 08-channel-six --why 'another conflict'")(set_aside)


def set_aside(reports: Reports, why: Why = "", who: Who = None, record: RecordPath = DEFAULT_RECORD, json: Json = False) -> None:
    """Leave reports out of everything that is derived; they stay in the record, what was decided about them too, and an undo brings them back.

    `onrecord remove` takes them out of the file for good.
    """
    import datetime as dt
    import getpass

    from onrecord.desk.setting_aside import Aside, put_aside
    from onrecord.record import open_record
    from onrecord.views.export.values import jsonable

    open_record(record).close()
    with open_record(record, write=True) as opened:
        aside = Aside(reports=tuple(reports), who=who or getpass.getuser(), why=why)
        made = put_aside(opened, aside, when=dt.datetime.fromisoformat(now()))
    if json:
        give_json(jsonable(made))
    else:
        say(f"{', '.join(reports)}: set aside, noted as judgement {made.id[:12]}; `onrecord judge undo {made.id[:8]}` brings it back")
