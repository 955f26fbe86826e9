"""`judge`: a person's decisions on the record, each with who, when and why, each undoable."""

from __future__ import annotations

import json as json_format
import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from onrecord.errors import InputError
from onrecord.views.cli.console import give_json, say
from onrecord.views.cli.opening import now, open_view
from onrecord.views.cli.options import DEFAULT_RECORD, AsOf, Json, RecordPath, last_day

if TYPE_CHECKING:
    from onrecord.record import Record
    from onrecord.types import Judgement

Action = Literal["accept", "reject", "edit", "merge", "split", "undo"]
Target = Annotated[str, typer.Argument(metavar="ID", help="Beginning of the id of a statement, event, entity … or judgement.")]
Why = Annotated[str, typer.Option("--why", metavar="WORDS", help="The reason; it is kept with the decision.")]
Who = Annotated[str | None, typer.Option("--who", metavar="NAME", envvar="ONRECORD_WHO", help="Who decides; your user name when not given.")]
Alike = Annotated[bool, typer.Option("--alike", help="The same for every statement with the same words and kind, in all reports, also in those to come.")]
CONTEXT = 60
"""Characters on each side of a quotation that are kept to find it again."""

MOST_PLACES = 40
"""Places of an event or entity that are kept to find it again."""
AN_ID = re.compile(r"[0-9a-f]{6,16}")
"""What may be the beginning of another entity's id, not a name."""

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


def accept(target: Target, why: Why = "", who: Who = None, alike: Alike = False, record: RecordPath = DEFAULT_RECORD, json: Json = False) -> None:
    """Mark something as seen and right."""
    decide(record, Decision("accept", target, who, why, alike=alike), as_json=json)


def reject(target: Target, why: Why = "", who: Who = None, alike: Alike = False, record: RecordPath = DEFAULT_RECORD, json: Json = False) -> None:
    """Leave a statement out of everything that is derived; it stays in its report's reading."""
    decide(record, Decision("reject", target, who, why, alike=alike), as_json=json)


def edit(
    target: Target, fields: Annotated[list[str], typer.Argument(metavar="FIELD=VALUE…", help="Fields of the statement and what they should be.")],
    why: Why = "", who: Who = None, alike: Alike = False, record: RecordPath = DEFAULT_RECORD, json: Json = False,
) -> None:
    """Put other values in the place of what was read, or name a negotiation (name=…); numbers, lists and null are taken as such."""
    decide(record, Decision("edit", target, who, why, json_format.dumps(dict(pair(f) for f in fields)), alike), as_json=json)


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
    """Hold several entities, events or negotiations to be one."""
    decide(record, Decision("merge", target, who, why, json_format.dumps(others)), as_json=json)


def split(
    target: Target, names: Annotated[list[str], typer.Argument(metavar="NAME…", help="Names or an id; statements of an event; reports of a negotiation.")],
    why: Why = "", who: Who = None, record: RecordPath = DEFAULT_RECORD, json: Json = False,
) -> None:
    """Hold an entity, event or negotiation to be several."""
    decide(record, Decision("split", target, who, why, json_format.dumps(names)), as_json=json)


def undo(target: Target, why: Why = "", who: Who = None, record: RecordPath = DEFAULT_RECORD, json: Json = False) -> None:
    """Take back a judgement; both stay on record."""
    decide(record, Decision("undo", target, who, why), as_json=json)


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person asked for, as it was typed."""

    action: Action
    target: str
    who: str | None
    why: str
    value: str | None = None
    alike: bool = False


def decide(path: Path, decision: Decision, *, as_json: bool) -> None:
    """Writes one judgement and reconciles the record."""
    from onrecord.record import open_record
    from onrecord.views.export.values import jsonable

    open_record(path).close()
    with open_record(path, write=True) as opened:
        made = noted(opened, decision)
    if as_json:
        give_json(jsonable(made))
    else:
        say(f"{made.action} {made.target[:12]} noted as judgement {made.id[:12]}; `onrecord judge undo {made.id[:8]}` takes it back")


def noted(record: Record, decision: Decision) -> Judgement:
    """The judgement that a decision makes, written, and the record reconciled with it; InputError for what cannot be decided so."""
    import getpass

    from onrecord.pipeline import derive
    from onrecord.record.judgements import append

    judgement = anchored(record, decision)
    fits(record, judgement, decision)
    value = full_ids(record, judgement, decision.value)
    judgement = with_places(record, judgement, value)
    made = append(record, replace(judgement, who=decision.who or getpass.getuser(), why=decision.why, value=value))
    derive(record)
    return made


def fits(record: Record, judgement: Judgement, decision: Decision) -> None:
    """Refuses, with InputError, an edit of what cannot be edited so, and "all alike" of what is no statement."""
    from onrecord.reconcile.judged import edited
    from onrecord.reconcile.judged_negotiations import renamed
    from onrecord.record import queries

    if decision.alike and judgement.quote is None:
        raise InputError(f"{decision.target}: a {judgement.layer} has no words that others could share; --alike is for statements")
    if decision.action != "edit":
        return
    values = json_format.loads(decision.value or "{}")
    if judgement.layer == "negotiation":
        renamed(next(n for n in queries.negotiations(record) if n.id == judgement.target), values)
    else:
        edited(queries.statement(record, decision.target), values)


def anchored(record: Record, decision: Decision) -> Judgement:
    """A judgement on its target with the words by which it is found again after re-reading."""
    import datetime as dt

    from onrecord.reconcile.judged import kind_of
    from onrecord.record import queries
    from onrecord.types import Judgement

    action, target = decision.action, decision.target
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
    context = {"report": report.id, "start": statement.span.start, "end": statement.span.end, "words": around}
    if decision.alike:
        context["alike"] = kind_of(statement)
    return replace(made, layer=statement.layer, quote=statement.quote, context=json_format.dumps(context, ensure_ascii=False))


def full_ids(record: Record, judgement: Judgement, value: str | None) -> str | None:
    """The value with beginnings of ids, and names of reports, written out where a judgement joins or parts things."""
    from onrecord.record import queries

    if value is None or judgement.action not in ("merge", "split"):
        return value
    given = json_format.loads(value)
    if judgement.action == "merge":
        return json_format.dumps([same_kind(record, judgement, i) for i in given])
    if judgement.layer == "negotiation":
        return json_format.dumps([queries.find_report(record, name) for name in given])
    if judgement.layer == "event":
        return json_format.dumps([queries.statement(record, i).id for i in given])
    return json_format.dumps([same_kind(record, judgement, i) if AN_ID.fullmatch(i) else i for i in given])


def same_kind(record: Record, judgement: Judgement, beginning: str) -> str:
    """The full id of another thing of the kind that a judgement is about; InputError for one of another kind."""
    from onrecord.record import queries

    kind, identity = queries.lookup(record, beginning)
    if kind != judgement.layer:
        raise InputError(f"{beginning}: this is the id of a {kind}, the first is that of a {judgement.layer}; only things of one kind are joined or parted")
    return identity


def with_places(record: Record, judgement: Judgement, value: str | None) -> Judgement:
    """A judgement on an event or entity with the places by which it, and what it is joined to or parted from, are found again."""
    if judgement.layer not in ("event", "entity") or judgement.action not in ("accept", "merge", "split"):
        return judgement
    told = json_format.loads(value) if value else []
    places = {i: found for i in (judgement.target, *told) if (found := places_of(record, judgement.layer, i, among=judgement.action == "split"))}
    return replace(judgement, context=json_format.dumps({"places": places}, ensure_ascii=False))


def places_of(record: Record, kind: str, identity: str, *, among: bool) -> list[tuple[str, int, int]]:
    """Where an event's statements or an entity's mentions stand; *among* a split event's ids are those of statements."""
    from onrecord.record import queries

    if kind == "entity":
        return [(r, *span) for e in queries.entities(record) if e.id == identity for r, span in e.mentions[:MOST_PLACES]]
    found = [e for e in queries.events(record) if e.id == identity]
    wanted = found[0].statements if found else (identity,) if among else ()
    return [(s.report, *s.span) for s in queries.statements_by_id(record, wanted[:MOST_PLACES]).values()]


def list_all(record: RecordPath = DEFAULT_RECORD, as_of: AsOf = None, json: Json = False) -> None:
    """All judgements, those undone too; as of a day, without those on words of later reports."""
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
    for one in found:
        marks = [m for m in (one.why, "undone" if one.id in undone else "", one.id[:12]) if m]
        words = f" “{one.quote}”" if one.quote else ""
        lines.append(Line(f"{one.action} {one.target[:12]}{words}" + (f" → {one.value}" if one.value else ""), one.when.date().isoformat(), (one.who, *marks)))
    draw_section(out(), Section("judgements", "Judgements", tuple(lines), note="" if lines else "Nobody has judged anything yet."))
