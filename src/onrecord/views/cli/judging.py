"""`judge`: a person's decisions on the record, each with who, when and why, each undoable."""

from __future__ import annotations

import json as json_format
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from onrecord.errors import InputError
from onrecord.views.cli.console import give_json, say
from onrecord.views.cli.opening import now
from onrecord.views.cli.options import DEFAULT_RECORD, Json, RecordPath

if TYPE_CHECKING:
    from onrecord.record import Record
    from onrecord.types import Judgement

Action = Literal["accept", "reject", "edit", "merge", "split", "undo"]
Target = Annotated[str, typer.Argument(metavar="ID", help="Beginning of the id of a statement, event, entity … or judgement.")]
Why = Annotated[str, typer.Option("--why", metavar="WORDS", help="The reason; it is kept with the decision.")]
Who = Annotated[str | None, typer.Option("--who", metavar="NAME", envvar="ONRECORD_WHO", help="Who decides; your user name when not given.")]
CONTEXT = 60
"""Characters on each side of a quotation that are kept to find it again."""

judging = typer.Typer(no_args_is_help=True, help="Accept, reject, edit, merge, split, or undo such a decision; nothing is ever erased.")


def register(app: typer.Typer) -> None:
    """Puts the group on *app*."""
    judging.command("accept", epilog="Example: onrecord judge accept 9e6bff --why 'heard the tape'")(accept)
    judging.command("reject", epilog="Example: onrecord judge reject 9e6bff --why 'another conflict'")(reject)
    judging.command("edit", epilog="Example: onrecord judge edit 9e6bff measure=released low=24 --why 'misread'")(edit)
    judging.command("merge", epilog="Example: onrecord judge merge 1a2b3c 4d5e6f --why 'one person, two spellings'")(merge)
    judging.command("split", epilog="Example: onrecord judge split 1a2b3c 'J. Roe jr.' --why 'father and son'")(split)
    judging.command("undo", epilog="Example: onrecord judge undo 77aa01 --why 'was right after all'")(undo)
    judging.command("list", epilog="Example: onrecord judge list --json")(list_all)
    app.add_typer(judging, name="judge")


def accept(target: Target, why: Why = "", who: Who = None, record: RecordPath = DEFAULT_RECORD, json: Json = False) -> None:
    """Mark something as seen and right."""
    decide(record, "accept", target, (who, why, None), as_json=json)


def reject(target: Target, why: Why = "", who: Who = None, record: RecordPath = DEFAULT_RECORD, json: Json = False) -> None:
    """Leave a statement out of everything that is derived; it stays in its report's reading."""
    decide(record, "reject", target, (who, why, None), as_json=json)


def edit(
    target: Target, fields: Annotated[list[str], typer.Argument(metavar="FIELD=VALUE…", help="Fields of the statement and what they should be.")],
    why: Why = "", who: Who = None, record: RecordPath = DEFAULT_RECORD, json: Json = False,
) -> None:
    """Put other values in the place of what was read; numbers and null are taken as such."""
    decide(record, "edit", target, (who, why, json_format.dumps(dict(pair(f) for f in fields))), as_json=json)


def pair(field: str) -> tuple[str, object]:
    """Name and value of FIELD=VALUE; a value that is JSON is taken as such, any other as a string."""
    name, sign, value = field.partition("=")
    if not sign or not name:
        raise InputError(f"{field!r} is no FIELD=VALUE; write it as measure=released")
    try:
        return name, json_format.loads(value)
    except ValueError:
        return name, value


def merge(
    target: Target, others: Annotated[list[str], typer.Argument(metavar="ID…", help="What is the same as the first.")],
    why: Why = "", who: Who = None, record: RecordPath = DEFAULT_RECORD, json: Json = False,
) -> None:
    """Hold several entities or events to be one."""
    decide(record, "merge", target, (who, why, json_format.dumps(others)), as_json=json)


def split(
    target: Target, names: Annotated[list[str], typer.Argument(metavar="NAME…", help="Names, or ids of statements, that are another's.")],
    why: Why = "", who: Who = None, record: RecordPath = DEFAULT_RECORD, json: Json = False,
) -> None:
    """Hold an entity or event to be several."""
    decide(record, "split", target, (who, why, json_format.dumps(names)), as_json=json)


def undo(target: Target, why: Why = "", who: Who = None, record: RecordPath = DEFAULT_RECORD, json: Json = False) -> None:
    """Take back a judgement; both stay on record."""
    decide(record, "undo", target, (who, why, None), as_json=json)


def decide(path: Path, action: Action, target: str, said: tuple[str | None, str, str | None], *, as_json: bool) -> None:
    """Writes one judgement and reconciles the record; *said* is who, why and what is put in its place."""
    import getpass
    from dataclasses import replace

    from onrecord.pipeline import derive
    from onrecord.reconcile.judged import edited
    from onrecord.record import open_record, queries
    from onrecord.record.judgements import append
    from onrecord.views.export.values import jsonable

    open_record(path).close()
    with open_record(path, write=True) as opened:
        if action == "edit":
            edited(queries.statement(opened, target), json_format.loads(said[2] or "{}"))
        judgement = replace(anchored(opened, action, target), who=said[0] or getpass.getuser(), why=said[1], value=full_ids(opened, action, said[2]))
        made = append(opened, judgement)
        derive(opened)
    if as_json:
        give_json(jsonable(made))
    else:
        say(f"{action} {made.target[:12]} noted as judgement {made.id[:12]}; `onrecord judge undo {made.id[:8]}` takes it back")


def anchored(record: Record, action: Action, target: str) -> Judgement:
    """A judgement on *target* with the words by which it is found again after re-reading."""
    import datetime as dt

    from onrecord.record import queries
    from onrecord.types import Judgement

    kind, identity = queries.lookup(record, target)
    if (action == "undo") != (kind == "judgement"):
        wanted = "a judgement" if action == "undo" else "something of the record"
        raise InputError(f"{target}: this is the id of a {kind}; `judge {action}` takes that of {wanted} (`onrecord judge list`, --json of any list)")
    made = Judgement("", action, identity, "", dt.datetime.fromisoformat(now()), layer=kind)
    if kind != "statement":
        return made
    statement = queries.statement(record, identity)
    report = queries.report(record, statement.report)
    around = report.text[max(0, statement.span.start - CONTEXT) : statement.span.end + CONTEXT]
    context = json_format.dumps({"report": report.id, "start": statement.span.start, "end": statement.span.end, "words": around}, ensure_ascii=False)
    return Judgement("", action, identity, "", made.when, layer=statement.layer, quote=statement.quote, context=context)


def full_ids(record: Record, action: Action, value: str | None) -> str | None:
    """The value with beginnings of ids written out, where a judgement joins things."""
    from onrecord.record import queries

    if value is None or action != "merge":
        return value
    return json_format.dumps([queries.lookup(record, i)[1] for i in json_format.loads(value)])


def list_all(record: RecordPath = DEFAULT_RECORD, json: Json = False) -> None:
    """All judgements, those undone too."""
    from onrecord.record import open_record
    from onrecord.record.judgements import judgements
    from onrecord.views.brief import Line, Section
    from onrecord.views.cli.console import out
    from onrecord.views.cli.draw import draw_section
    from onrecord.views.export.values import jsonable

    with open_record(record) as opened:
        found = judgements(opened)
    if json:
        give_json({"judgements": jsonable(found)})
        return
    undone = {j.target for j in found if j.action == "undo"}
    lines = []
    for one in found:
        marks = [m for m in (one.why, "undone" if one.id in undone else "", one.id[:12]) if m]
        words = f" “{one.quote}”" if one.quote else ""
        lines.append(Line(f"{one.action} {one.target[:12]}{words}" + (f" → {one.value}" if one.value else ""), one.when.date().isoformat(), (one.who, *marks)))
    draw_section(out(), Section("judgements", "Judgements", tuple(lines), note="" if lines else "Nobody has judged anything yet."))
