"""`check`: whether the record is sound."""

from __future__ import annotations

import typer

from onrecord.views.cli.console import complain, give_json, out
from onrecord.views.cli.options import DEFAULT_RECORD, Json, RecordPath


def register(app: typer.Typer) -> None:
    """Puts the command on *app*."""
    app.command("check", epilog="Example: onrecord check --record demo/record.db")(check)


def check(record: RecordPath = DEFAULT_RECORD, json: Json = False) -> None:
    """See whether every quotation stands where the record says, nothing hangs, dates are in order and nothing was tampered with."""
    from onrecord.record import open_record
    from onrecord.record.checks import RULES
    from onrecord.record.checks import check as find
    from onrecord.views.export.values import jsonable

    with open_record(record) as opened:
        found = find(opened)
    if json:
        give_json({"sound": not found, "findings": jsonable(found)})
    else:
        for finding in found:
            complain(f"{finding.where}: {finding.message} ({finding.rule})")
        out().print(f"{record}: {'sound' if not found else f'{len(found)} findings'}, {len(RULES)} rules checked")
    if found:
        raise typer.Exit(1)
