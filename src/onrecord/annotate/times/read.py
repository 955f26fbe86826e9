"""Reads the layer of times."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.annotate.draft import Draft
from onrecord.annotate.times.context import stands
from onrecord.annotate.times.found import Found
from onrecord.annotate.times.leaning import story
from onrecord.annotate.times.scan import scan
from onrecord.annotate.times.tense import PLAIN, direction
from onrecord.types import SILENT_BLOCKS, Block, Parsed, Problem, Span, Time

DEADLINE = re.compile(r"\b(?:until|till|through|no\s+later\s+than|expires?\s+on)\s+(?:the\s+)?$", re.IGNORECASE)
"""Before a day these set an end, which a past verb ("was extended until 20 May") does not put into the past."""


def read_times(draft: Draft) -> tuple[tuple[Time, ...], tuple[Problem, ...]]:
    """The times of one report in the order of the text, and what was not understood."""
    return times_of(draft.parsed), ()


def times_of(parsed: Parsed) -> tuple[Time, ...]:
    """The times of a parsed report; furniture is not read, captions and datelines are."""
    report = parsed.report
    text = report.text
    found: list[Found] = []
    for block in report.blocks or (Block(Span(0, len(text)), "paragraph"),):
        if block.kind not in SILENT_BLOCKS:
            found.extend(f for f in scan(text, block.span.start, block.span.end) if stands(text, f))
    printed = report.published_span
    if printed is not None and not any(f.span.overlaps(printed) for f in found):
        found.extend(scan(text, printed.start, printed.end))
        found.sort(key=lambda f: f.span)
    whole = story(text, found)
    out: list[Time] = []
    for number, item in enumerate(found, 1):
        expression, reason = item.expression, ""
        if expression.value == "FUTURE_REF" and item.span.of(text).lower() in ("soon", "shortly") and direction(parsed, item.span)[0] == "past":
            continue
        if expression.direction is None and needs_direction(item):
            way, reason = direction(parsed, item.span, far=expression.weekday is not None)
            told = expression.name or ("told" if expression.op == "date" and reason.startswith(PLAIN) else None)
            if told == "told" and DEADLINE.search(text, max(0, item.span.start - 24), item.span.start):
                told = "deadline"
            expression = replace(expression, direction=way, name=told)
        anchor, why = whole.anchor(number - 1)
        out.append(Time(f"t{number}", item.span, item.type, expression, anchor, "; ".join(r for r in (why, reason) if r)))
    return tuple(out)


def needs_direction(item: Found) -> bool:
    """Whether past or ahead matters: to find the year of a part of the calendar, or to date the report by a full date."""
    e = item.expression
    if e.op == "date":
        return e.amount is None
    return (e.op in ("weekday", "season", "part", "holiday") and e.year is None and e.amount in (None, 0)) or (e.op == "shift" and e.name == "nearest")
