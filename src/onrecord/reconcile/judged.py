"""What people decided, applied to statements and entities before anything is derived of them."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

import msgspec

from onrecord.errors import InputError
from onrecord.reconcile.statements import KEYS
from onrecord.types import Confidence, Entity, Interval, Item, Judgement, Reading, Span, Statement

PLACES = ("id", "span", "source_spans", "cue_spans", "content_spans", "trigger_span", "confidence", "by", "inside")
"""Fields that hold words in their place; a decision never moves them."""
DAYS = ("date", "as_of", "deadline")
LEAST_OVERLAP = 0.5
"""Share of characters two places must have in common for a judgement to find its statement again after re-reading."""


@dataclass(frozen=True, slots=True)
class Judged:
    """Statements after all standing judgements, and the judgements that found nothing to hold on to."""

    statements: tuple[Statement, ...]
    lost: tuple[Judgement, ...] = ()


def standing(judgements: Sequence[Judgement]) -> tuple[Judgement, ...]:
    """The judgements that nobody has undone, in their order; the undoing of an undoing counts."""
    undone: set[str] = set()
    for judgement in reversed(judgements):
        if judgement.action == "undo" and judgement.id not in undone:
            undone.add(judgement.target)
    return tuple(j for j in judgements if j.action != "undo" and j.id not in undone)


def judge_statements(statements: Sequence[Statement], judgements: Sequence[Judgement]) -> Judged:
    """Rejected statements left out, edited and accepted ones marked with who decided; a later judgement on one statement wins over an earlier."""
    by_id = {s.id: s for s in statements}
    reports = {s.report for s in statements}
    lost = []
    for judgement in standing(judgements):
        if judgement.action not in ("accept", "reject", "edit") or judgement.quote is None:
            continue
        target = judgement.target if judgement.target in by_id else found_again(judgement, by_id.values())
        targets = [*([target] if target else []), *(i for i in alike(judgement, by_id.values()) if i != target)]
        if not targets and anchor(judgement).get("report") in reports and not rejected_before(judgement, judgements):
            lost.append(judgement)
        for each in targets:
            if judgement.action == "reject":
                del by_id[each]
            else:
                by_id[each] = judged(by_id[each], judgement)
    return Judged(tuple(sorted(by_id.values(), key=lambda s: s.id)), tuple(lost))


def alike(judgement: Judgement, statements: Iterable[Statement]) -> list[str]:
    """The statements that a judgement on "all alike" is about: of its layer and kind, with the same words, in whatever report."""
    kind = anchor(judgement).get("alike")
    if kind is None:
        return []
    words = plain(judgement.quote or "")
    return [s.id for s in statements if s.layer == judgement.layer and kind_of(s) == kind and plain(s.quote) == words]


def plain(words: str) -> str:
    """Words without case and line breaks."""
    return " ".join(words.split()).casefold()


def kind_of(statement: Statement) -> str:
    """What tells a statement from another of its layer at the same words: measure, type, stance, account, status, kind."""
    return str(getattr(statement.item, KEYS[statement.layer]))


def rejected_before(judgement: Judgement, judgements: Sequence[Judgement]) -> bool:
    """Whether another standing judgement has put the same statement aside, so that nothing is lost."""
    return any(j.action == "reject" and j.target == judgement.target and j.id != judgement.id for j in standing(judgements))


def anchor(judgement: Judgement) -> dict[str, Any]:
    """Where a judgement's words stood: report, start, end, the words around; empty when it was not written down."""
    value: dict[str, Any] = json.loads(judgement.context) if judgement.context else {}
    return value


def found_again(judgement: Judgement, statements: Iterable[Statement]) -> str | None:
    """The statement of the same layer whose words overlap those judged most, by half of both at least."""
    place = anchor(judgement)
    if not place:
        return None
    there = Span(place["start"], place["end"])
    near = [s for s in statements if s.report == place["report"] and s.layer == judgement.layer and s.span.overlaps(there)]
    best = max(near, key=lambda s: (shared(s.span, there), s.id), default=None)
    return best.id if best is not None and shared(best.span, there) >= LEAST_OVERLAP else None


def shared(one: Span, other: Span) -> float:
    """Characters in both over characters in either."""
    return (min(one.end, other.end) - max(one.start, other.start)) / (max(one.end, other.end) - min(one.start, other.start))


def judged(statement: Statement, judgement: Judgement) -> Statement:
    """The statement as a person left it, its confidence telling who and why."""
    said = f"{judgement.action}ed by {judgement.who} on {judgement.when.date()}" + (f": {judgement.why}" if judgement.why else "")
    changed = edited(statement, json.loads(judgement.value or "{}")) if judgement.action == "edit" else statement
    mark = Confidence(1.0, (*changed.item.confidence.reasons, said))
    return replace(changed, item=replace(changed.item, confidence=mark))


def edited(statement: Statement, values: dict[str, Any]) -> Statement:
    """The statement with other values in some of its fields; InputError for a field or value that its layer does not have."""
    item: Any = statement.item
    known = [f.name for f in fields(item) if f.name not in PLACES]
    days = {k: v for k, v in values.items() if k in DAYS}
    for name in values:
        if name not in known:
            raise InputError(f"{name}: no field of {statement.layer} that can be edited; there are {', '.join(known)}")
    plain = {k: v for k, v in values.items() if k not in DAYS}
    try:
        made: Item = msgspec.convert({**msgspec.to_builtins(item), **plain}, type=type(item))
        date = statement.date if not days else interval(next(iter(days.values())))
    except (msgspec.ValidationError, ValueError, AttributeError) as error:
        raise InputError(f"{json.dumps(values, ensure_ascii=False)}: {error}; give a value that the layer {statement.layer} knows") from error
    reason = "set by a person" if days else statement.date_reason
    return replace(statement, item=made, date=date, date_reason=reason)


def interval(value: str | None) -> Interval | None:
    """Days of `2024-03-02` or `2024-03-02/2024-03-05` (`..` for an open end); None for null."""
    if value is None:
        return None
    first, _, last = value.partition("/")
    ends = [None if day == ".." else dt.date.fromisoformat(day) for day in (first, last or first)]
    return Interval(*ends)


def judge_entities(entities: Sequence[Entity], judgements: Sequence[Judgement], readings: Sequence[Reading]) -> tuple[Entity, ...]:
    """Entities joined and parted as people decided; what is joined keeps the first one's id and name."""
    by_id = {e.id: e for e in entities}
    texts = {r.report.id: r.report.text for r in readings}
    for judgement in standing(judgements):
        if judgement.target not in by_id or judgement.value is None:
            continue
        target, names = by_id[judgement.target], json.loads(judgement.value)
        reason = f"{judgement.action} by {judgement.who} on {judgement.when.date()}" + (f": {judgement.why}" if judgement.why else "")
        if judgement.action == "merge":
            others = [by_id.pop(i) for i in names if i in by_id and i != target.id]
            by_id[target.id] = merged(target, others, reason)
        elif judgement.action == "split":
            for part in parted(target, set(names), texts, reason):
                by_id[part.id] = part
    return tuple(sorted(by_id.values(), key=lambda e: e.id))


def merged(target: Entity, others: Sequence[Entity], reason: str) -> Entity:
    """One entity of several."""
    everyone = (target, *others)
    offices = tuple(dict.fromkeys(o for e in everyone for o in e.offices))
    return replace(
        target, names=tuple(dict.fromkeys(n for e in everyone for n in (e.name, *e.names))), offices=offices,
        mentions=tuple(sorted({m for e in everyone for m in e.mentions})), reasons=(*dict.fromkeys(r for e in everyone for r in e.reasons), reason),
        confidence=Confidence(1.0, (reason,)),
    )


def parted(target: Entity, names: set[str], texts: dict[str, str], reason: str) -> Iterator[Entity]:
    """The entity without *names*, and another that has them and the mentions that use them; nothing where neither would be left."""
    theirs = tuple(m for m in target.mentions if m[1].of(texts[m[0]]) in names)
    ours = tuple(m for m in target.mentions if m not in theirs)
    if not theirs or not ours:
        return
    kept = tuple(n for n in target.names if n not in names)
    name = target.name if target.name not in names else kept[0] if kept else target.name
    mark = Confidence(1.0, (reason,))
    yield replace(target, name=name, names=kept, mentions=ours, reasons=(*target.reasons, reason), confidence=mark)
    identity = hashlib.sha256("\x1f".join((target.id, *sorted(names))).encode()).hexdigest()[: len(target.id)]
    taken = tuple(sorted(names))
    yield replace(target, id=identity, name=max(taken, key=len), names=taken, mentions=theirs, reasons=(reason,), confidence=mark)
