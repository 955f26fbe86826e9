"""A person's decision made a judgement: anchored at words, checked against what there is, written, and the record derived anew."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Literal

from onrecord.errors import InputError
from onrecord.pipeline import settle
from onrecord.reconcile.judged import anchor, edited, kind_of
from onrecord.reconcile.judged_negotiations import renamed
from onrecord.reconcile.judged_reports import LAYER as WHOLE
from onrecord.record import Record, queries
from onrecord.record.judgements import append, judgements
from onrecord.types import Judgement

Action = Literal["accept", "reject", "edit", "merge", "split", "undo"]
CONTEXT = 60
"""Characters on each side of a quotation that are kept to find it again."""
MOST_PLACES = 40
"""Places of an event or entity that are kept to find it again."""
AN_ID = re.compile(r"[0-9a-f]{6,16}")
"""What may be the beginning of another entity's id, not a name."""


class Changed(InputError):
    """Somebody has judged the same thing since it was looked at; *since* are their judgements, and nothing was written."""

    def __init__(self, since: Sequence[Judgement]) -> None:
        names = ", ".join(dict.fromkeys(j.who for j in since)) or "somebody"
        super().__init__(f"{names} judged the same thing meanwhile; look at it again before you decide")
        self.since = tuple(since)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What a person asked for, as it was typed or clicked."""

    action: Action
    target: str
    """Beginning of an id."""
    who: str
    why: str = ""
    value: str | None = None
    """JSON of the fields (edit) or of the ids and names (merge, split)."""
    alike: bool = False
    seen: str | None = None
    """Id of the last judgement that the person could see, "" for none; None where nobody can have judged in between."""


def decide(record: Record, decision: Decision, *, when: dt.datetime) -> Judgement:
    """Writes one judgement and reconciles the record; InputError for what does not fit, Changed where somebody else was faster."""
    made = keep(record, decision, when=when)
    settle(record)
    return made


def keep(record: Record, decision: Decision, *, when: dt.datetime) -> Judgement:
    """Writes one judgement, in a transaction of its own, and derives nothing; errors as `decide`."""
    if decision.seen is not None:
        unchanged(judgements(record), decision.target, decision.seen)  # the thing may be gone by what somebody decided
    judgement = anchored(record, decision, when)
    value = placed(record, judgement, decision)
    fits(record, judgement, replace(decision, value=value))
    value = full_ids(record, judgement, value)
    judgement = with_places(record, judgement, value)
    return append(
        record, replace(judgement, who=decision.who, why=decision.why, value=value),
        unless=still_as(judgement.target, decision.seen),
    )


def still_as(target: str, seen: str | None) -> Callable[[Sequence[Judgement]], None] | None:
    """What raises Changed if the thing was judged after the judgement *seen*; None where nobody says what was seen."""
    return None if seen is None else partial(unchanged, target=target, seen=seen)


def unchanged(before: Sequence[Judgement], target: str, seen: str) -> None:
    """Raises Changed where *before* holds judgements on the thing with the id *target* that are later than the one with the id *seen*."""
    at = next((n for n, j in enumerate(before, 1) if j.id == seen), 0)
    later = touching(before, target)
    found = [j for j in before[at:] if j in later]
    if found:
        raise Changed(found)


def touching(judged: Sequence[Judgement], identity: str) -> tuple[Judgement, ...]:
    """The judgements on the thing with this id, those that name it, and the undoings of these, in their order."""
    found, ids = [], {identity}
    for judgement in judged:
        named = json.loads(judgement.value) if judgement.value and (judgement.action in ("merge", "split") or judgement.layer == WHOLE) else []
        if judgement.target in ids or judgement.id == identity or identity in named:
            found.append(judgement)
            ids.add(judgement.id)
    return tuple(found)


def fits(record: Record, judgement: Judgement, decision: Decision) -> None:
    """Refuses, with InputError, an edit of what cannot be edited so, and "all alike" of what is no statement."""
    if decision.alike and judgement.quote is None:
        raise InputError(f"{decision.target}: a {judgement.layer} has no words that others could share; --alike is for statements")
    if decision.action != "edit":
        return
    values = json.loads(decision.value or "{}")
    if decision.alike and "span" in values:
        raise InputError(f"{decision.target}: other words are set in one place only; leave out --alike or the span")
    if judgement.layer == "negotiation":
        renamed(next(n for n in queries.negotiations(record) if n.id == judgement.target), values)
    else:
        edited(queries.statement(record, decision.target), values)


def anchored(record: Record, decision: Decision, when: dt.datetime) -> Judgement:
    """A judgement on its target with the words by which it is found again after re-reading."""
    action, target = decision.action, decision.target
    kind, identity = queries.lookup(record, target)
    if (action == "undo") != (kind == "judgement"):
        wanted = "a judgement" if action == "undo" else "something of the record"
        raise InputError(f"{target}: this is the id of a {kind}; `judge {action}` takes that of {wanted} (`onrecord judge list`, --json of any list)")
    made = Judgement("", action, identity, "", when, layer=kind)
    if kind != "statement":
        return made
    statement = queries.statement(record, identity)
    report = queries.report(record, statement.report)
    around = report.text[max(0, statement.span.start - CONTEXT) : statement.span.end + CONTEXT]
    context = {"report": report.id, "start": statement.span.start, "end": statement.span.end, "words": around}
    if decision.alike:
        context["alike"] = kind_of(statement)
    return replace(made, layer=statement.layer, quote=statement.quote, context=json.dumps(context, ensure_ascii=False))


def placed(record: Record, judgement: Judgement, decision: Decision) -> str | None:
    """The value of an edit, with the words of the span where one is set; InputError for a span outside the report."""
    if decision.action != "edit" or judgement.quote is None:
        return decision.value
    values = json.loads(decision.value or "{}")
    if "span" not in values:
        return decision.value
    text = queries.report(record, anchor(judgement)["report"]).text
    span = values["span"]
    if not (isinstance(span, list) and len(span) == 2 and all(type(n) is int for n in span) and 0 <= span[0] < span[1] <= len(text)):
        raise InputError(f"span={span}: no place in a report of {len(text)} characters; give [start, end], the end one past the last character")
    return json.dumps({**values, "quote": text[span[0] : span[1]]}, ensure_ascii=False)


def full_ids(record: Record, judgement: Judgement, value: str | None) -> str | None:
    """The value with beginnings of ids, and names of reports, written out where a judgement joins or parts things."""
    if value is None or judgement.action not in ("merge", "split"):
        return value
    given = json.loads(value)
    if judgement.action == "merge":
        return json.dumps([same_kind(record, judgement, i) for i in given])
    if judgement.layer == "negotiation":
        return json.dumps([queries.find_report(record, name) for name in given])
    if judgement.layer == "event":
        return json.dumps([queries.statement(record, i).id for i in given])
    return json.dumps([same_kind(record, judgement, i) if AN_ID.fullmatch(i) else i for i in given])


def same_kind(record: Record, judgement: Judgement, beginning: str) -> str:
    """The full id of another thing of the kind that a judgement is about; InputError for one of another kind."""
    kind, identity = queries.lookup(record, beginning)
    if kind != judgement.layer:
        raise InputError(f"{beginning}: this is the id of a {kind}, the first is that of a {judgement.layer}; only things of one kind are joined or parted")
    return identity


def with_places(record: Record, judgement: Judgement, value: str | None) -> Judgement:
    """A judgement on an event or entity with the places by which it, and what it is joined to or parted from, are found again."""
    if judgement.layer not in ("event", "entity") or judgement.action not in ("accept", "merge", "split"):
        return judgement
    told = json.loads(value) if value else []
    places = {i: found for i in (judgement.target, *told) if (found := places_of(record, judgement.layer, i, among=judgement.action == "split"))}
    return replace(judgement, context=json.dumps({"places": places}, ensure_ascii=False))


def places_of(record: Record, kind: str, identity: str, *, among: bool) -> list[tuple[str, int, int]]:
    """Where an event's statements or an entity's mentions stand; *among* a split event's ids are those of statements."""
    if kind == "entity":
        return [(r, *span) for e in queries.entities(record) if e.id == identity for r, span in e.mentions[:MOST_PLACES]]
    found = [e for e in queries.events(record) if e.id == identity]
    wanted = found[0].statements if found else (identity,) if among else ()
    return [(s.report, *s.span) for s in queries.statements_by_id(record, wanted[:MOST_PLACES]).values()]
