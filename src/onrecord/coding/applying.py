"""Codings made decisions: what a coder found as the program did is accepted, what they found otherwise is edited."""

from __future__ import annotations

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from onrecord.coding.keeping import codings_of
from onrecord.coding.program import coded
from onrecord.coding.table import LISTS, NOTHING
from onrecord.deciding import Decision, anchored
from onrecord.errors import InputError
from onrecord.pipeline import settle
from onrecord.reconcile.judged import DAYS, PLACES, edited, standing
from onrecord.record import Record, queries
from onrecord.record.judgements import append, judgements
from onrecord.score.coders import Coded, category, joined
from onrecord.types import Judgement, Statement

WHY = "coding"


@dataclass(frozen=True, slots=True)
class Applied:
    """What became of a coder's codings as decisions."""

    accepted: int = 0
    edited: int = 0
    known: int = 0
    """Decided so before, by the same person."""
    missed: int = 0
    """What the program did not find, and no decision of these can put there."""
    problems: tuple[str, ...] = ()


def apply(record: Record, coders: Sequence[str], *, when: dt.datetime) -> Applied:
    """Accepts or edits the statement at the words of each coding of *coders*, then derives anew; what cannot be an edit is told and left."""
    made: dict[str, list[Judgement]] = defaultdict(list)
    for judgement in standing(judgements(record)):
        made[judgement.target].append(judgement)
    counts, problems = dict.fromkeys(("accept", "edit", "known", "missed"), 0), []
    for coder in coders:
        for coding, statement in pairs(record, coder):
            if statement is None:
                counts["missed"] += 1
                continue
            try:
                decision = decision_on(coding, statement)
            except InputError as error:
                problems.append(f"{statement.report[:8]}:{coding.start}-{coding.end}: {error}")
                continue
            if any(j.who == coder and j.action in ("accept", "edit") and decision.action in ("accept", j.action) for j in made[statement.id]):
                counts["known"] += 1
                continue
            append(record, replace(anchored(record, decision, when), who=coder, why=WHY, value=decision.value))
            counts[decision.action] += 1
    if counts["accept"] or counts["edit"]:
        settle(record)
    return Applied(counts["accept"], counts["edit"], counts["known"], counts["missed"], tuple(problems))


def pairs(record: Record, coder: str) -> list[tuple[Coded, Statement | None]]:
    """Each coding of a coder with the statement at its words as the record has it now; None where there is none."""
    mine = codings_of(record, [coder]).coded
    reports = {c.report for c in mine}
    there = {s.id: s for s in queries.statements(record) if s.report in reports}
    units = joined((*mine, *map(coded, there.values())))
    return [(one, next((there[c.id] for c in unit if c.id in there), None)) for unit in units for one in unit if one.coder == coder]


def decision_on(coding: Coded, statement: Statement) -> Decision:
    """An acceptance, or an edit of the fields in which a coder says otherwise; InputError for a value that the layer does not know."""
    now, values = coded(statement).values, {}
    known = [name for name in now if name not in PLACES and name != "source"]
    for name, value in coding.values.items():
        if name in known and category(name, value) != category(name, now[name]):
            field = name if name != "date" else next(d for d in DAYS if hasattr(statement.item, d))
            values[field] = field_value(name, value)
    if not values:
        return Decision(action="accept", target=statement.id, who=coding.coder)
    edited(statement, values)
    return Decision(action="edit", target=statement.id, who=coding.coder, value=json.dumps(values, ensure_ascii=False, sort_keys=True))


def field_value(name: str, value: str | float) -> Any:
    """A coder's value as the field of a statement has it."""
    if value == NOTHING:
        return [] if name in LISTS else None
    return str(value).split("; ") if name in LISTS else value
