"""One reading as the JSON of the annotation guide, with offsets for every item."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from onrecord.types import QUIET_BLOCKS, Attribution, Reading, ReportDate, Resolved, Span, When

PLAIN = ("figures", "events", "positions", "commitments", "proposals", "status")


def reading_json(reading: Reading, resolved: Resolved, date: ReportDate, layers: frozenset[str] | None = None) -> dict[str, Any]:
    """The dict to be written for one report: one list a layer, each item with quote, start, end; *layers* None means all."""
    text = reading.report.text
    silent = [b for b in reading.report.blocks if b.kind in QUIET_BLOCKS]
    captions = [b.span for b in reading.report.blocks if b.kind == "caption"]
    out: dict[str, Any] = {
        "report": f"{reading.report.name}.txt",
        "published": resolved.published.edtf() if resolved.published else None,
        "published_basis": date.basis,
        "published_reason": date.reason,
        "boilerplate": [located(text, b.span) for b in silent],
        "times": [
            {**located(text, t.span), "id": t.id, "value": resolved.values.get(t.id), "timex": resolved.timex.get(t.id), "type": t.type}
            for t in reading.times
        ],
        "attributions": [attribution_json(text, a) for a in reading.attributions if not inside_any(a.span, captions)],
    }
    for layer in PLAIN:
        out[layer] = [item_json(text, i, resolved) for i in getattr(reading, layer) if not inside_any(i.span, captions)]
    if layers is not None:
        out = {k: v for k, v in out.items() if k in layers or not isinstance(v, list)}
    return out


def inside_any(span: Span, others: list[Span]) -> bool:
    """Whether *span* lies in one of *others*."""
    return any(o.holds(span) for o in others)


def located(text: str, span: Span) -> dict[str, Any]:
    """Quote and offsets of a span."""
    return {"quote": span.of(text), "start": span.start, "end": span.end}


def attribution_json(text: str, item: Attribution) -> dict[str, Any]:
    """One attribution as the guide has it."""
    return {
        **located(text, item.span), "id": item.id, "kind": item.kind, "source": item.source, "source_class": item.source_class,
        "resolved": item.resolved, "affiliation": item.affiliation, "access": item.access, "cue": item.cue,
        "content": item.content, "content_more": [s.of(text) for s in item.content_spans[1:]], "audience": item.audience,
        "inside": item.inside, "source_spans": [list(s) for s in item.source_spans],
        "cue_spans": [list(s) for s in item.cue_spans], "content_spans": [list(s) for s in item.content_spans],
        "number": item.number, "office": item.office, "confidence": item.confidence.value,
    }


def item_json(text: str, item: Any, resolved: Resolved) -> dict[str, Any]:
    """Any other item: its own fields, spans as lists, times as EDTF; a count up to a day holds on that day."""
    out: dict[str, Any] = located(text, item.span)
    for name in item.__dataclass_fields__:
        if name == "span":
            continue
        value = getattr(item, name)
        if name == "confidence":
            value = value.value
        elif isinstance(value, When):
            value = resolved.edtf(replace(value, relation="on") if name == "as_of" and value.relation == "before" else value)
        elif isinstance(value, tuple):
            value = list(value)
        out[name] = value
    if "trigger_span" in out:
        out["trigger"] = text[slice(*out["trigger_span"])]
    return out
