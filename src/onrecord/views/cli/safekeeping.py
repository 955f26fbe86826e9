"""`backup`, `restore`, `verify`, `merge`: a record kept safe, shown to be unchanged, and joined with another desk's."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer

from onrecord.views.cli.console import complain, give_json, out, say
from onrecord.views.cli.opening import now
from onrecord.views.cli.options import DEFAULT_RECORD, Json, RecordPath

Force = Annotated[bool, typer.Option("--force", help="Replace what stands there.", rich_help_panel="Output")]
Head = Annotated[
    str | None, typer.Option("--head", metavar="ID", help="Id of the last judgement as noted earlier; the log must still hold it.", rich_help_panel="Record")
]


def register(app: typer.Typer) -> None:
    """Puts the commands of this file on *app*."""
    app.command("backup", epilog="Example: onrecord backup /media/stick/record-0302.db")(backup)
    app.command("restore", epilog="Example: onrecord restore /media/stick/record-0302.db --force")(restore)
    app.command("verify", epilog="Examples: onrecord verify    onrecord verify --head 5f2c9a")(verify)
    app.command("merge", epilog="Example: onrecord merge other-desk.db")(merge)


def backup(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Where the backup goes; one file, for you alone (mode 0600).")],
    record: RecordPath = DEFAULT_RECORD, force: Force = False,
) -> None:
    """Copy the whole record, as it is now, to one file; the record may be in use meanwhile."""
    from onrecord.record.backups import back_up

    back_up(record, file, force=force)
    say(f"{record} copied to {file} ({file.stat().st_size:,} bytes); `onrecord verify --record {file}` checks it")


def restore(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A backup, of this or an older version.")],
    record: RecordPath = DEFAULT_RECORD, force: Force = False,
) -> None:
    """Put a backup in the place of the record; the record that is there is copied beside itself first."""
    from onrecord.record.backups import restore as put_back

    done = put_back(file, record, force=force)
    say(f"{record} is now as in {file}, with {done.judgements} judgements")
    if done.kept is not None:
        say(f"what was there before is in {done.kept}")
    if done.missing:
        complain(f"{done.missing} judgements of the record before are not in it; `onrecord merge {done.kept}` brings them back")


def verify(record: RecordPath = DEFAULT_RECORD, head: Head = None, json: Json = False) -> None:
    """Hash all texts, bytes and judgements anew and say what is not as it was written; note the last line elsewhere, for --head."""
    from onrecord.record import open_record
    from onrecord.record.verifying import verify as hashed
    from onrecord.views.export.values import jsonable

    with open_record(record) as opened:
        found = hashed(opened, head=head)
    if json:
        give_json({"unchanged": not found.findings, **jsonable(found)})
    else:
        for finding in found.findings:
            complain(f"{finding.where}: {finding.message}")
        state = "unchanged" if not found.findings else f"{len(found.findings)} findings"
        out().print(f"{record}: {state}; {found.reports} texts, {found.raws} files as they came, {found.judgements} judgements hashed anew")
        if found.head:
            out().print(f"last judgement {found.head}")
    if found.findings:
        raise typer.Exit(1)


def merge(
    other: Annotated[Path, typer.Argument(metavar="OTHER.db", help="Another record; it is only read.")],
    record: RecordPath = DEFAULT_RECORD, json: Json = False,
) -> None:
    """Put another desk's reports and judgements into the record; of two decisions that cannot both stand the later does, and it is told."""
    from onrecord.config import load_config
    from onrecord.errors import InputError
    from onrecord.pipeline import parser_for, reread, settle
    from onrecord.record import open_record
    from onrecord.record.merging import merge as joined
    from onrecord.views.export.values import jsonable

    if record.exists() and other.exists() and record.samefile(other):
        raise InputError(f"{other}: the record itself; name another one")
    with open_record(other) as theirs, open_record(record, write=True) as opened:
        done = joined(opened, theirs, when=dt.datetime.fromisoformat(now()))
        reread(opened, parser_for(load_config(None)))
        settle(opened)
    if json:
        give_json(jsonable(done))
        return
    for conflict in done.conflicts:
        one, two = conflict.stands, conflict.undone
        seen = f"{one.who} ({one.when.date()}: {one.action}) and {two.who} ({two.when.date()}: {two.action}) decided otherwise on {two.target[:12]}"
        complain(f"{seen}; the later decision stands, `onrecord judge list` shows both")
    say(f"{done.reports} reports and {done.judgements} judgements came from {other}; {len(done.conflicts)} conflicts of judgements")
