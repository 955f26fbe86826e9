"""Codings made decisions: what a coder found as the program did is accepted, what they found otherwise edited, what it missed added."""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import fields, replace
from typing import Any

from onrecord.desk.coding.keeping import Applied, codings_of
from onrecord.desk.coding.program import OWN_VOICE, coded
from onrecord.desk.coding.table import LISTS, NOTHING
from onrecord.desk.deciding import Decision, anchored
from onrecord.desk.marking import Marked, keep_statement
from onrecord.errors import InputError
from onrecord.pipeline import settle
from onrecord.reconcile.judged import DAYS, PLACES, edited, standing
from onrecord.reconcile.judged_added import OWN
from onrecord.record import Record, queries
from onrecord.record.codec import ITEMS
from onrecord.record.judgements import append, judgements
from onrecord.score.coders import Coded, category, joined
from onrecord.types import Judgement, Statement

WHY = "coding"


def apply(record: Record, coders: Sequence[str], *, when: dt.datetime) -> Applied:
    """Accepts or edits the statement at the words of each coding of *coders*, adds one where there is none, then derives anew.

    What fits no statement, or says too little to be one, is told and left.
    """
    made: dict[str, list[Judgement]] = defaultdict(list)
    for judgement in standing(judgements(record)):
        made[judgement.target].append(judgement)
    counts, problems = Counter[str](), []
    for coder in coders:
        for coding, statement in pairs(record, coder):
            before = made[statement.id] if statement else []
            try:
                counts[decided(record, coding, statement, when, before)] += 1
            except InputError as error:
                problems.append(f"{coding.layer} “{queries.report(record, coding.report).text[coding.start : coding.end]}”: {error}")
    if counts.keys() & {"accept", "edit", "add"}:
        settle(record)
    return Applied(counts["accept"], counts["edit"], counts["add"], counts["known"], tuple(problems))


def decided(record: Record, coding: Coded, statement: Statement | None, when: dt.datetime, before: Sequence[Judgement]) -> str:
    """Writes the decision that a coding is, and gives what it was; `known` where the same person decided so *before*."""
    if statement is None:
        keep_statement(record, marked(coding), when=when)
        return "add"
    decision = decision_on(coding, statement)
    if any(j.who == coding.coder and j.action in ("accept", "edit", "add") and decision.action in ("accept", j.action) for j in before):
        return "known"
    append(record, replace(anchored(record, decision, when), who=coding.coder, why=WHY, value=decision.value))
    return decision.action


def marked(coding: Coded) -> Marked:
    """A coding as a statement that the program missed; attributes of the coder's own stay out of it."""
    names = {f.name for f in fields(ITEMS[coding.layer])} - set(PLACES)  # type: ignore[index]
    values = {n: field_value(n, v) for n, v in coding.values.items() if n in names and v != NOTHING}
    by = OWN if coding.values.get("source") == OWN_VOICE else None
    return Marked(report=coding.report, span=(coding.start, coding.end), layer=coding.layer, who=coding.coder, values=values, by=by, why=WHY)


def pairs(record: Record, coder: str) -> list[tuple[Coded, Statement | None]]:
    """Each coding of a coder with the statement at its words as the record has it now; None where there is none."""
    mine = codings_of(record, [coder]).coded
    reports = {c.report for c in mine}
    there = {s.id: s for s in queries.statements(record) if s.report in reports}
    units = joined((*mine, *map(coded, there.values())))
    return [(one, next((there[c.id] for c in unit if c.id in there), None)) for unit in units for one in unit if one.coder == coder]


def decision_on(coding: Coded, statement: Statement) -> Decision:
    """An acceptance, or an edit of the fields in which a coder says otherwise; InputError for a value that the layer does not know, and for another source."""
    now, values = coded(statement).values, {}
    known = [name for name in now if name not in PLACES and name != "source"]
    for name, value in coding.values.items():
        if name in known and category(name, value) != category(name, now[name]):
            field = name if name != "date" else next(d for d in DAYS if hasattr(statement.item, d))
            values[field] = field_value(name, value)
    said, read = coding.values.get("source"), now["source"]
    if not values and said is not None and category("source", said) != category("source", read):
        raise InputError(f"by whose account: {said!r}, not {read!r}; no edit says so, and it was not accepted")
    if not values:
        return Decision(action="accept", target=statement.id, who=coding.coder)
    edited(statement, values)
    return Decision(action="edit", target=statement.id, who=coding.coder, value=json.dumps(values, ensure_ascii=False, sort_keys=True))


def field_value(name: str, value: str | float) -> Any:
    """A coder's value as the field of a statement has it."""
    if value == NOTHING:
        return [] if name in LISTS else None
    return str(value).split("; ") if name in LISTS else value
