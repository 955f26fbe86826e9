"""What people decided, applied to statements before anything is derived of them."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

import msgspec

from onrecord.errors import InputError
from onrecord.reconcile.said import Said, said_of
from onrecord.reconcile.statements import KEYS
from onrecord.types import Confidence, Interval, Item, Judgement, Span, Statement

PLACES = ("id", "span", "source_spans", "cue_spans", "content_spans", "trigger_span", "confidence", "by", "inside")
"""Fields that hold words in their place; a decision moves none of them but the span, which a person sets with the words at it."""
DAYS = ("date", "as_of", "deadline")
DECIDED = re.compile(r"(added|accepted|edited|dated) by (.+?) on \d{4}-\d{2}-\d{2}(?::|$)")
"""A reason of a statement's confidence that tells what a person decided."""
LEAST_OVERLAP = 0.5
"""Share of characters two places must have in common for a judgement to find its statement again after re-reading."""


@dataclass(frozen=True, slots=True)
class Judged:
    """Statements after all standing judgements, and the judgements that found nothing to hold on to."""

    statements: Said
    lost: tuple[Judgement, ...] = ()


def standing(judgements: Sequence[Judgement]) -> tuple[Judgement, ...]:
    """The judgements that nobody has undone, in their order; the undoing of an undoing counts."""
    undone: set[str] = set()
    for judgement in reversed(judgements):
        if judgement.action == "undo" and judgement.id not in undone:
            undone.add(judgement.target)
    return tuple(j for j in judgements if j.action != "undo" and j.id not in undone)


class Deciding:
    """The statements while judgements are put on them, one after another; only those of reports that are judged are looked at."""

    def __init__(self, told: Said) -> None:
        self.told = told
        self.changed: dict[str, dict[str, Statement]] = {}
        """By report and id."""

    def of(self, report: str) -> dict[str, Statement]:
        """The statements of a report as they stand now, to be changed."""
        if report not in self.changed:
            self.changed[report] = {s.id: s for s in self.told.of(report)}
        return self.changed[report]

    def targets(self, judgement: Judgement) -> list[tuple[str, str]]:
        """The statements that a judgement is about, by report and id: that which it was made on, found again by its words where need be, and all alike."""
        report = anchor(judgement).get("report") or getattr(self.told.find(judgement.target), "report", None)
        here = self.of(report) if report in self.told.reports else {}
        target = judgement.target if judgement.target in here else found_again(judgement, here.values())
        first = [(str(report), target)] if target else []
        return [*first, *(one for one in self.alike(judgement) if one not in first)]

    def alike(self, judgement: Judgement) -> list[tuple[str, str]]:
        """The statements that a judgement on "all alike" is about, by report and id."""
        if anchor(judgement).get("alike") is None:
            return []
        every = {s.id: s for report in sorted(self.told.reports) for s in self.of(report).values()}
        return [(every[identity].report, identity) for identity in alike(judgement, every.values())]


def alike(judgement: Judgement, statements: Iterable[Statement]) -> list[str]:
    """The statements that a judgement on "all alike" is about: of its layer and kind, with the same words, in whatever report."""
    kind = anchor(judgement).get("alike")
    if kind is None:
        return []
    words = plain(judgement.quote or "")
    return [s.id for s in statements if s.layer == judgement.layer and kind_of(s) == kind and plain(s.quote) == words]


def judge_statements(statements: Sequence[Statement], judgements: Sequence[Judgement]) -> Judged:
    """Rejected statements left out, edited and accepted ones marked with who decided; a later judgement on one statement wins over an earlier."""
    deciding = Deciding(statements if isinstance(statements, Said) else said_of(statements))
    lost = []
    added = {j.target for j in judgements if j.action == "add"}
    for judgement in standing(judgements):
        if judgement.action not in ("accept", "reject", "edit") or judgement.quote is None:
            continue
        targets = deciding.targets(judgement)
        here = anchor(judgement).get("report", "")
        if not targets and judgement.target not in added and deciding.told.of(here) and not rejected_before(judgement, judgements):
            lost.append(judgement)
        for report, each in targets:
            if judgement.action == "reject":
                del deciding.of(report)[each]
            else:
                deciding.of(report)[each] = judged(deciding.of(report)[each], judgement)
    return Judged(deciding.told.otherwise({report: own.values() for report, own in deciding.changed.items()}), tuple(lost))


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


def by_person(statement: Statement) -> str:
    """"edited by M. Okafor": what a person did last to make a statement what it is; empty for one that stands as it was read."""
    told = [m for reason in statement.item.confidence.reasons if (m := DECIDED.match(reason))]
    return f"{told[-1][1]} by {told[-1][2]}" if told else ""


def added_by(statement: Statement) -> str:
    """Who added a statement that no reading gave; empty for one that was read."""
    told = [m for reason in statement.item.confidence.reasons if (m := DECIDED.match(reason)) and m[1] == "added"]
    return str(told[0][2]) if told else ""


def edited(statement: Statement, values: dict[str, Any]) -> Statement:
    """The statement with other values in some of its fields, or at other words (`span` and `quote`); InputError for what its layer does not have."""
    if "span" in values:
        return edited(moved(statement, values), {k: v for k, v in values.items() if k not in ("span", "quote")})
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


def moved(statement: Statement, values: dict[str, Any]) -> Statement:
    """The statement at the words that a person marked; its id stays, so that judgements on it hold on."""
    try:
        start, end = values["span"]
        span, quote = Span(int(start), int(end)), str(values["quote"])
    except (KeyError, TypeError, ValueError) as error:
        raise InputError(f"span={values['span']!r}: give [start, end] of the words in the report") from error
    return replace(statement, item=replace(statement.item, span=span), span=span, quote=quote)


def interval(value: str | None) -> Interval | None:
    """Days of `2024-03-02` or `2024-03-02/2024-03-05` (`..` for an open end); None for null."""
    if value is None:
        return None
    first, _, last = value.partition("/")
    ends = [None if day == ".." else dt.date.fromisoformat(day) for day in (first, last or first)]
    return Interval(*ends)
