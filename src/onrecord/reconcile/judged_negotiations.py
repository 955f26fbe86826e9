"""Negotiations named, joined and parted as people decided, before anything is put together within them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from onrecord.errors import InputError
from onrecord.reconcile.judged import standing
from onrecord.types import Interval, Judgement, Negotiation

FIELDS = ("name", "stake", "parties", "mediators")
"""What a person may set; the reports of a negotiation are changed by splitting and merging."""


def judge_negotiations(
    negotiations: Sequence[Negotiation], judgements: Sequence[Judgement], published: Mapping[str, Interval | None]
) -> tuple[Negotiation, ...]:
    """What was found, after all standing judgements in their order; one that speaks of a negotiation no longer found changes nothing.

    *published* are the days of the reports by id; a negotiation whose reports change lasts from the first of them to the last.
    """
    by_id = {n.id: n for n in negotiations}
    for judgement in standing(judgements):
        target = by_id.get(judgement.target)
        if target is None or judgement.value is None:
            continue
        value, reason = json.loads(judgement.value), reason_of(judgement)
        if judgement.action == "edit":
            by_id[target.id] = replace(renamed(target, value), reasons=(*target.reasons, reason))
        elif judgement.action == "merge":
            joined = merged(target, [by_id.pop(i) for i in value if i in by_id and i != target.id], reason)
            by_id[target.id] = lasting(joined, published)
        elif judgement.action == "split":
            for part in parted(target, frozenset(value), reason):
                by_id[part.id] = lasting(part, published)
    return tuple(sorted(by_id.values(), key=lambda n: n.id))


def reason_of(judgement: Judgement) -> str:
    """Who decided what, when and why."""
    return f"{judgement.action} by {judgement.who} on {judgement.when.date()}" + (f": {judgement.why}" if judgement.why else "")


def renamed(target: Negotiation, values: dict[str, Any]) -> Negotiation:
    """The negotiation with what a person set; InputError for a field that is none, or a name that is no text."""
    for name, value in values.items():
        if name not in FIELDS:
            raise InputError(f"{name}: no field of a negotiation that can be set; there are {', '.join(FIELDS)}")
        if name in ("parties", "mediators") and not (isinstance(value, list) and all(isinstance(v, str) for v in value)):
            raise InputError(f'{name}={value!r}: give a list of names, as in {name}=\'["A", "B"]\'')
        if name in ("name", "stake") and not (isinstance(value, str) and value.strip()):
            raise InputError(f"{name}={value!r}: give words")
    made: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in values.items()}
    return replace(target, **made)


def merged(target: Negotiation, others: Sequence[Negotiation], reason: str) -> Negotiation:
    """One negotiation of several; the first keeps its id, its name and what is at stake."""
    everyone = (target, *others)
    parties = tuple(dict.fromkeys(p for n in everyone for p in n.parties))
    return replace(
        target, parties=parties, mediators=tuple(dict.fromkeys(m for n in everyone for m in n.mediators if m not in parties)),
        reports=tuple(sorted({r for n in everyone for r in n.reports})),
        reasons=(*dict.fromkeys(r for n in everyone for r in n.reasons), reason),
    )


def parted(target: Negotiation, reports: frozenset[str], reason: str) -> tuple[Negotiation, ...]:
    """The negotiation without *reports*, and another that has them; nothing changes where neither would be left."""
    theirs, ours = tuple(r for r in target.reports if r in reports), tuple(r for r in target.reports if r not in reports)
    if not theirs or not ours:
        return (target,)
    identity = hashlib.sha256("\x1f".join((target.id, *theirs)).encode()).hexdigest()[: len(target.id)]
    reasons = (*target.reasons, reason)
    return replace(target, reports=ours, reasons=reasons), replace(target, id=identity, name=f"{target.name}, parted", reports=theirs, reasons=reasons)


def lasting(negotiation: Negotiation, published: Mapping[str, Interval | None]) -> Negotiation:
    """The same from the first day of its reports to the last."""
    days = [published.get(r) for r in negotiation.reports]
    firsts, lasts = [d.first for d in days if d and d.first], [d.last for d in days if d and d.last]
    return replace(negotiation, dates=Interval(min(firsts, default=None), max(lasts, default=None)) if firsts or lasts else None)
