"""`check`: whether the record is sound."""

from __future__ import annotations

from typing import Annotated

import typer

from onrecord.views.cli.console import complain, give_json, out
from onrecord.views.cli.options import DEFAULT_RECORD, Json, RecordPath


def register(app: typer.Typer) -> None:
    """Puts the command on *app*."""
    app.command("check", epilog="Example: onrecord check --record demo/record.db")(check)


Rederive = Annotated[bool, typer.Option("--rederive", help="Also derive everything anew in memory, remembering nothing, and tell every difference.")]
Mend = Annotated[bool, typer.Option("--mend", help="First derive everything anew and put it in the place of what is there; judgements stay.")]


def check(record: RecordPath = DEFAULT_RECORD, rederive: Rederive = False, mend: Mend = False, json: Json = False) -> None:
    """See whether every quotation stands where the record says, nothing hangs, dates are in order and nothing was tampered with.

    A record grows report by report, and what a report does not change is not worked out again. With --rederive it is compared with the
    record that the same reports make at once, row by row.
    """
    from onrecord.pipeline import derive
    from onrecord.record import open_record
    from onrecord.record.checks import RULES
    from onrecord.record.checks import check as find
    from onrecord.record.store import forget_derived
    from onrecord.rederiving import differences
    from onrecord.views.export.values import jsonable

    open_record(record).close()
    with open_record(record, write=mend) as opened:
        if mend:
            forget_derived(opened)
            derive(opened)
        found = (*find(opened), *(differences(opened) if rederive else ()))
    if json:
        give_json({"sound": not found, "findings": jsonable(found)})
    else:
        for finding in found:
            complain(f"{finding.where}: {finding.message} ({finding.rule})")
        out().print(f"{record}: {'sound' if not found else f'{len(found)} findings'}, {len(RULES) + rederive} rules checked")
    if found:
        raise typer.Exit(1)
