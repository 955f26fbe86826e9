"""`judge`: a person's decisions on the record, each with who, when and why, each undoable."""

from __future__ import annotations

import json as json_format
from pathlib import Path
from typing import Annotated, Literal, NotRequired, TypedDict

import typer

from onrecord.views.cli import judge_add, judge_aside, judge_date, judge_log, judge_origin
from onrecord.views.cli.console import give_json, say
from onrecord.views.cli.judge_add import pair
from onrecord.views.cli.opening import now, open_view
from onrecord.views.cli.options import DEFAULT_RECORD, AsOf, Json, RecordPath, last_day

Action = Literal["accept", "reject", "edit", "merge", "split", "undo"]
Target = Annotated[str, typer.Argument(metavar="ID", help="Beginning of the id of a statement, event, entity … or judgement.")]
Why = Annotated[str, typer.Option("--why", metavar="WORDS", help="The reason; it is kept with the decision.")]
Who = Annotated[str | None, typer.Option("--who", metavar="NAME", envvar="ONRECORD_WHO", help="Who decides; your user name when not given.")]
Alike = Annotated[bool, typer.Option("--alike", help="The same for every statement with the same words and kind, in all reports, also in those to come.")]


class Asked(TypedDict):
    """What a person typed: the fields of onrecord.desk.deciding.Decision, which is not loaded before it is needed."""

    action: Action
    target: str
    who: str | None
    why: str
    value: NotRequired[str]
    alike: NotRequired[bool]


judging = typer.Typer(no_args_is_help=True, help="Accept, reject, edit, add, merge, split, or undo such a decision; nothing is ever erased.")


def register(app: typer.Typer) -> None:
    """Puts the group on *app*."""
    judging.command("accept", epilog="Example: onrecord judge accept 9e6bff --why 'heard the tape'")(accept)
    judging.command("reject", epilog="Example: onrecord judge reject 9e6bff --why 'another conflict'")(reject)
    judging.command("edit", epilog="Example: onrecord judge edit 9e6bff measure=released low=24 --why 'misread'")(edit)
    judging.command("merge", epilog="Example: onrecord judge merge 1a2b3c 4d5e6f --why 'one person, two spellings'")(merge)
    judging.command("split", epilog="Example: onrecord judge split 1a2b3c 'J. Roe jr.' --why 'father and son'")(split)
    judging.command("undo", epilog="Example: onrecord judge undo 77aa01 --why 'was right after all'")(undo)
    judging.command("list", epilog="Example: onrecord judge list --json")(list_all)
    judge_add.register(judging)
    judge_origin.register(judging)
    judge_date.register(judging)
    judge_aside.register(judging)
    judge_log.register(judging)
    app.add_typer(judging, name="judge")


def accept(target: Target, why: Why = "", who: Who = None, alike: Alike = False, record: RecordPath = DEFAULT_RECORD, json: Json = False) -> None:
    """Mark something as seen and right."""
    decide(record, {"action": "accept", "target": target, "who": who, "why": why, "alike": alike}, as_json=json)


def reject(target: Target, why: Why = "", who: Who = None, alike: Alike = False, record: RecordPath = DEFAULT_RECORD, json: Json = False) -> None:
    """Leave a statement out of everything that is derived; it stays in its report's reading."""
    decide(record, {"action": "reject", "target": target, "who": who, "why": why, "alike": alike}, as_json=json)


def edit(
    target: Target, fields: Annotated[list[str], typer.Argument(metavar="FIELD=VALUE…", help="Fields of the statement and what they should be.")],
    why: Why = "", who: Who = None, alike: Alike = False, record: RecordPath = DEFAULT_RECORD, json: Json = False,
) -> None:
    """Put other values in the place of what was read, or name a negotiation (name=…); numbers, lists and null are taken as such."""
    values = json_format.dumps(dict(pair(f) for f in fields))
    decide(record, {"action": "edit", "target": target, "who": who, "why": why, "value": values, "alike": alike}, as_json=json)


def merge(
    target: Target, others: Annotated[list[str], typer.Argument(metavar="ID…", help="What is the same as the first.")],
    why: Why = "", who: Who = None, record: RecordPath = DEFAULT_RECORD, json: Json = False,
) -> None:
    """Hold several entities, events or negotiations to be one."""
    decide(record, {"action": "merge", "target": target, "who": who, "why": why, "value": json_format.dumps(others)}, as_json=json)


def split(
    target: Target, names: Annotated[list[str], typer.Argument(metavar="NAME…", help="Names or an id; statements of an event; reports of a negotiation.")],
    why: Why = "", who: Who = None, record: RecordPath = DEFAULT_RECORD, json: Json = False,
) -> None:
    """Hold an entity, event or negotiation to be several."""
    decide(record, {"action": "split", "target": target, "who": who, "why": why, "value": json_format.dumps(names)}, as_json=json)


def undo(target: Target, why: Why = "", who: Who = None, record: RecordPath = DEFAULT_RECORD, json: Json = False) -> None:
    """Take back a judgement; both stay on record."""
    decide(record, {"action": "undo", "target": target, "who": who, "why": why}, as_json=json)


def decide(path: Path, asked: Asked, *, as_json: bool) -> None:
    """Writes one judgement and reconciles the record."""
    import datetime as dt
    import getpass

    from onrecord.desk.deciding import Decision
    from onrecord.desk.deciding import decide as decided
    from onrecord.record import open_record
    from onrecord.views.export.values import jsonable

    open_record(path).close()
    with open_record(path, write=True) as opened:
        decision = Decision(
            action=asked["action"], target=asked["target"], who=asked["who"] or getpass.getuser(), why=asked["why"], value=asked.get("value"),
            alike=asked.get("alike", False),
        )
        made = decided(opened, decision, when=dt.datetime.fromisoformat(now()))
    if as_json:
        give_json(jsonable(made))
    else:
        say(f"{made.action} {made.target[:12]} noted as judgement {made.id[:12]}; `onrecord judge undo {made.id[:8]}` takes it back")


def list_all(record: RecordPath = DEFAULT_RECORD, as_of: AsOf = None, json: Json = False) -> None:
    """All judgements, those undone too; as of a day, without those on words of later reports. What coders and auditors said is counted (--json has all)."""
    from onrecord.record.judgements import judgements
    from onrecord.views.brief import Line, Section
    from onrecord.views.cli.console import out
    from onrecord.views.cli.draw import draw_section
    from onrecord.views.export.values import jsonable

    with open_view(record, last_day(as_of, "--as-of")) as opened:
        found = judgements(opened)
    if json:
        give_json({"judgements": jsonable(found)})
        return
    undone = {j.target for j in found if j.action == "undo"}
    lines = []
    decided = [j for j in found if j.action != "code"]
    for one in decided:
        marks = [m for m in (one.why, "undone" if one.id in undone else "", one.id[:12]) if m]
        words = f" “{one.quote}”" if one.quote else ""
        lines.append(Line(f"{one.action} {one.target[:12]}{words}" + (f" → {one.value}" if one.value else ""), one.when.date().isoformat(), (one.who, *marks)))
    draw_section(out(), Section("judgements", "Judgements", tuple(lines), note="" if lines else "Nobody has judged anything yet."))
    if len(found) > len(decided):
        say(f"{len(found) - len(decided)} codings and answers of audits beside them; `onrecord codings list` and the page /audit show them")
