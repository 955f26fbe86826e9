"""`judge export` and `judge replay`: the log of judgements as a file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from onrecord.views.cli.console import give_json, say
from onrecord.views.cli.options import DEFAULT_RECORD, Json, RecordPath

Force = Annotated[bool, typer.Option("--force", help="Replace what stands there.", rich_help_panel="Output")]


def register(judging: typer.Typer) -> None:
    """Puts the commands of this file on the group of `judge`."""
    judging.command("export", epilog="Example: onrecord judge export judgements.jsonl")(export)
    judging.command("replay", epilog="Example: onrecord judge replay judgements.jsonl --record new.db")(replay)


def export(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Where the log goes; one line of JSON a judgement.")],
    record: RecordPath = DEFAULT_RECORD, force: Force = False,
) -> None:
    """Write the whole log of judgements to a file, in order and with its hashes."""
    from onrecord.record import open_record
    from onrecord.record.copies import write_private
    from onrecord.record.judgement_log import log_lines

    with open_record(record) as opened:
        lines = log_lines(opened)
    write_private(file, "".join(lines), force=force)
    say(f"{len(lines)} judgements written to {file}")


def replay(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A log that `judge export` wrote.")],
    record: RecordPath = DEFAULT_RECORD, json: Json = False,
) -> None:
    """Put a log of judgements into a record that has none, or only the first ones of it; with the same reports it is the same record."""
    from onrecord.pipeline import settle
    from onrecord.record import open_record
    from onrecord.record.judgement_log import read_log
    from onrecord.record.judgement_log import replay as put

    log = read_log(file)
    with open_record(record, write=True) as opened:
        added = put(opened, log)
        settle(opened)
    if json:
        give_json({"replayed": added, "judgements": len(log)})
    else:
        say(f"{added} judgements replayed into {record}, which has {len(log)} now")
