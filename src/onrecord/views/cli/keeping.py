"""`check` and `export`: whether the record is sound, and the whole of it for other programs."""

from __future__ import annotations

import json as json_format
from typing import Annotated

import typer

from onrecord.errors import InputError
from onrecord.views.cli import paging
from onrecord.views.cli.console import complain, give_json, out, say
from onrecord.views.cli.opening import open_view
from onrecord.views.cli.options import DEFAULT_RECORD, AsOf, Json, RecordPath, last_day

exporting = typer.Typer(no_args_is_help=True, help="Write the record for other programs.")


def register(app: typer.Typer) -> None:
    """Puts the commands of this file on *app*."""
    app.command("check", epilog="Example: onrecord check --record demo/record.db")(check)
    exporting.command("record", epilog="Examples: onrecord export record record.json    onrecord export record - | jq .events")(export_record)
    paging.register(exporting)
    app.add_typer(exporting, name="export")


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


def export_record(
    file: Annotated[str, typer.Argument(metavar="FILE.json", help="Where to write; - is standard output.")],
    record: RecordPath = DEFAULT_RECORD, as_of: AsOf = None,
) -> None:
    """The whole record as one JSON: reports, statements, what was derived of them, judgements, problems."""
    from pathlib import Path

    from onrecord.views.export.record_json import record_json

    with open_view(record, last_day(as_of, "--as-of")) as opened:
        value = record_json(opened)
    if file == "-":
        give_json(value)
        return
    try:
        Path(file).write_text(json_format.dumps(value, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    except OSError as error:
        raise InputError(f"{file}: cannot be written ({error.strerror}); give another path, or - for standard output") from error
    say(f"wrote {file}")
