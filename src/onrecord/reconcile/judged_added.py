"""Statements that a person marked in a report, put beside those that were read there."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

import msgspec

from onrecord.errors import InputError
from onrecord.reconcile.judged import DAYS, LEAST_OVERLAP, PLACES, anchor, interval, kind_of, shared, standing
from onrecord.reconcile.said import Said, said_of
from onrecord.reconcile.statements import chain, statement_id
from onrecord.types import (
    Attribution,
    Commitment,
    Confidence,
    EventMention,
    Figure,
    Interval,
    Item,
    Judgement,
    Layer,
    Position,
    Proposal,
    Report,
    Span,
    Statement,
    Status,
)

KINDS: Mapping[str, type[Any]] = {
    "attributions": Attribution, "figures": Figure, "events": EventMention, "positions": Position, "commitments": Commitment, "proposals": Proposal,
    "status": Status,
}
"""What can be added, by layer."""
TIMES = "times"
"""The layer of a judgement by which words of a report date statements of it."""
NEEDED = {
    "attributions": ("source", "source_class", "cue"), "figures": ("measure", "unit"), "events": ("type",), "positions": ("party", "stance", "topic"),
    "commitments": ("obligor", "what"), "proposals": ("title", "role"), "status": ("status",),
}
"""The fields without which a statement of a layer says nothing."""
FILLED: Mapping[str, Mapping[str, Any]] = {
    "figures": {"value": None, "low": None, "high": None, "comparator": "exact"}, "events": {"factuality": "happened"}, "commitments": {"account": "owed"},
}
"""What is taken where a field is left out."""
OWN = "own"
"""In the place of a source: the report says it in its own voice."""
BY = "by"
BOUNDS = {"at_least": (0, None), "more_than": (1, None), "at_most": (None, 0), "less_than": (None, -1)}
"""What a comparator adds to the value to give the least and the greatest number meant; None is an open end."""


@dataclass(frozen=True, slots=True)
class Beside:
    """The statements of all reports with those that people added, and the added ones whose words are not there."""

    statements: Said
    lost: tuple[Judgement, ...] = ()


def with_added(statements: Sequence[Statement], judgements: Sequence[Judgement], reports: Mapping[str, Report], dates: Mapping[str, Interval | None]) -> Beside:
    """All statements with those that standing judgements add; one that was read at the same words and says the same gives way to a person's.

    *dates* are the days on which reports were published. A judgement on a report that is not in the record waits for it.
    """
    asked = [(j, reports[r]) for j in standing(judgements) if adds(j) and (r := anchor(j).get("report", "")) in reports]
    told = statements if isinstance(statements, Said) else said_of(statements)
    found: dict[str, list[Statement]] = {report.id: list(told.of(report.id)) for _, report in asked}
    lost = []
    for judgement, report in asked:
        here = found[report.id]
        if judgement.layer == TIMES:
            found[report.id] = dated(judgement, report, here)
            continue
        made = stated(judgement, report, here)
        if made is None:
            lost.append(judgement)
        else:
            made = replace(made, published=dates.get(report.id))
            found[report.id] = [*(s for s in here if s.id != made.id and not is_same(s, made)), made]
    return Beside(told.otherwise(found), tuple(lost))


def adds(judgement: Judgement) -> bool:
    """Whether a judgement adds a statement."""
    return judgement.action == "add" and (judgement.layer in KINDS or judgement.layer == TIMES) and judgement.value is not None


def dated(judgement: Judgement, report: Report, found: Sequence[Statement]) -> list[Statement]:
    """The statements of a report, those that a person dated by words of it with their days; what is read no more at their places stays undated."""
    place, value = anchor(judgement), json.loads(judgement.value or "{}")
    words = Span(place["start"], place["end"]).of(report.text)
    said = f"dated by {judgement.who} on {judgement.when.date()}" + (f": {judgement.why}" if judgement.why else "")
    out = []
    for one in found:
        meant = one.id in value["of"] or any(layer == one.layer and is_at(one, Span(*span)) for layer, span in place.get("of", ()))
        mark = Confidence(one.item.confidence.value, (*one.item.confidence.reasons, said))
        reason = f"“{words}”, marked as its time by {judgement.who}"
        out.append(replace(one, item=replace(one.item, confidence=mark), date=interval(value["days"]), date_reason=reason) if meant else one)
    return out


def is_at(statement: Statement, place: Span) -> bool:
    """Whether a statement has half of its words and of those at *place* in common."""
    return statement.span.overlaps(place) and shared(statement.span, place) >= LEAST_OVERLAP


def is_same(read: Statement, added: Statement) -> bool:
    """Whether what was read says what a person added: one layer and kind, half of both words in common, and of a figure the same number."""
    if read.layer != added.layer or kind_of(read) != kind_of(added):
        return False
    numbers = [(s.item.value, s.item.low, s.item.high) for s in (read, added) if isinstance(s.item, Figure)]
    return len(set(numbers)) < 2 and is_at(read, added.span)


def stated(judgement: Judgement, report: Report, found: Iterable[Statement]) -> Statement | None:
    """The statement of a judgement, its source looked for among the statements *found* in its report; None where its words are not there."""
    place = anchor(judgement)
    span = Span(place["start"], place["end"])
    if span.of(report.text) != judgement.quote:
        return None
    values: dict[str, Any] = json.loads(judgement.value or "{}")
    layer: Layer = judgement.layer  # type: ignore[assignment]
    said = f"added by {judgement.who} on {judgement.when.date()}" + (f": {judgement.why}" if judgement.why else "")
    item = item_of(layer, report.text, span, values)
    sources = [s for s in found if s.layer == "attributions"]
    source = source_of(values.get(BY), place.get(BY), span, sources)
    identity = statement_id(report.id, layer, item)
    local, inside = f"p{identity[:12]}", "inside" if layer == "attributions" else BY
    placed: dict[str, Any] = {"id": local, inside: source.local if source else None, "confidence": Confidence(1.0, (said,))}
    days = next((values[d] for d in DAYS if d in values), None)
    block = report.block_at(span.start)
    kind = block.kind if block else None
    return Statement(
        id=identity, report=report.id, layer=layer, local=local, item=replace(item, **placed), span=span, quote=span.of(report.text),
        date=interval(days), published=None, date_reason="set by a person" if days else "",
        chain=chain(source.local if source else None, {s.local: s.item for s in sources if isinstance(s.item, Attribution)}, {s.local: s.id for s in sources}),
        in_opinion=report.genre == "opinion", in_caption=kind == "caption", in_title=kind in ("title", "standfirst"),
    )


def source_of(told: str | None, place: Sequence[int] | None, span: Span, sources: Sequence[Statement]) -> Statement | None:
    """The attribution that a person named, by its id or else by its place; None for the report's own voice, and where it is read no more."""
    if told is None or told == OWN:
        return None
    by_id = next((s for s in sources if s.id == told), None)
    if by_id is not None or place is None:
        return by_id
    there = Span(*place)
    return max((s for s in sources if is_at(s, there)), key=lambda s: (shared(s.span, there), s.id), default=None)


def around(span: Span, sources: Iterable[Statement]) -> Statement | None:
    """The innermost attribution whose content holds *span*."""
    holding = [(c.end - c.start, s.id, s) for s in sources if isinstance(s.item, Attribution) for c in s.item.content_spans if c.holds(span)]
    return min(holding, key=lambda h: h[:2], default=(0, "", None))[2]


def item_of(layer: str, text: str, span: Span, values: Mapping[str, Any]) -> Item:
    """The item that the fields tell of the words at *span*, without its source; InputError names a field that is missing, unknown or does not fit."""
    kind = KINDS[layer]
    known = [f.name for f in fields(kind) if f.name not in PLACES]
    for name in values:
        if name not in (*known, BY):
            raise InputError(f"{name}: no field of {layer}; there are {', '.join(known)}")
    for name in NEEDED[layer]:
        if values.get(name) in (None, ""):
            more = ", ".join(k for k in known if k not in NEEDED[layer])
            raise InputError(f"{name}: is missing; {layer} need {', '.join(NEEDED[layer])}, and may have {more}")
    told = {**FILLED.get(layer, {}), **{k: v for k, v in values.items() if k not in (*DAYS, BY)}}
    made = {**told, **completed(layer, text, span, told), "id": "", "span": span}
    try:
        return msgspec.convert(made, type=kind)  # type: ignore[no-any-return]
    except (msgspec.ValidationError, TypeError) as error:
        raise InputError(f"{json.dumps(dict(values), ensure_ascii=False)}: {error}; give values that the layer {layer} knows") from error


def completed(layer: str, text: str, span: Span, told: Mapping[str, Any]) -> dict[str, Any]:
    """What follows from the fields given: the bounds of a figure, the places of words within *span*."""
    if layer == "figures":
        return bounded(told)
    if layer in ("events", "proposals"):
        return {"trigger_span": span}
    if layer == "positions":
        return {"topic_key": told.get("topic_key") or " ".join(str(told["topic"]).casefold().split())}
    return placed_words(text, span, told) if layer == "attributions" else {}


def bounded(told: Mapping[str, Any]) -> dict[str, Any]:
    """The least and the greatest number that a comparator leaves; InputError for a figure without a number."""
    value, low, high = told["value"], told["low"], told["high"]
    if value is None and low is None and high is None and told["comparator"] not in ("dozens", "hundreds"):
        raise InputError("value: is missing; give value, or low and high, or comparator=dozens")
    more = BOUNDS.get(str(told["comparator"]))
    if more is None or low is not None or high is not None or not isinstance(value, int | float):
        return {}
    return dict(zip(("low", "high"), (None if step is None else value + step for step in more), strict=True))


def placed_words(text: str, span: Span, told: Mapping[str, Any]) -> dict[str, Any]:
    """The places of source, cue and content of an attribution: content is the longest stretch that the other two leave; InputError where one is not there."""
    words = span.of(text)
    places = {}
    for name in ("source", "cue"):
        at = words.find(str(told[name]))
        if at < 0:
            raise InputError(f"{name}: {told[name]!r} does not stand in the marked words “{words}”; mark words that hold source, cue and content")
        places[name] = Span(span.start + at, span.start + at + len(str(told[name])))
    cuts = sorted((span.start, *(edge for p in places.values() for edge in p), span.end))
    free = [Span(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=True)]
    content = max(free, key=lambda s: (s.end - s.start, -s.start))
    inner = content.of(text).strip(" ,:;.\n")
    start = content.start + content.of(text).find(inner)
    if not inner:
        raise InputError(f"content: nothing is left of “{words}” beside source and cue; mark what was said too")
    return {
        "kind": told.get("kind") or "indirect", "resolved": told.get("resolved") or told["source"], "content": inner, "source_spans": (places["source"],),
        "cue_spans": (places["cue"],), "content_spans": (Span(start, start + len(inner)),),
    }
