"""A statement that the program missed, marked by a person: checked, anchored at its words, and written as a judgement."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from onrecord.desk.deciding import CONTEXT, still_as
from onrecord.errors import InputError
from onrecord.pipeline import settle
from onrecord.reconcile.judged import DAYS, interval
from onrecord.reconcile.judged_added import BY, OWN, TIMES, around, item_of
from onrecord.reconcile.statements import statement_id
from onrecord.record import Record, queries
from onrecord.record.judgements import append
from onrecord.types import Judgement, Report, Span, Statement

__all__ = ["Marked", "add_statement", "keep_statement", "layer_of", "words_at"]

SHORT = {
    "attribution": "attributions", "figure": "figures", "event": "events", "position": "positions", "commitment": "commitments", "proposal": "proposals",
    "status": "status", "time": TIMES,
}
SHOWN = 5
"""Places of words that are told where they stand in several."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """Words of a report and what they say, as a person marked them."""

    report: str
    """Name of a report, or the beginning of its id."""
    span: tuple[int, int]
    layer: str
    who: str
    values: Mapping[str, Any] = field(default_factory=dict)
    """Fields of the layer; days as `2024-03-02/2024-03-05`."""
    by: str | None = None
    """Beginning of the id of the attribution that it stands in, `own` for the report's own voice; None for the innermost that holds the words."""
    why: str = ""
    seen: str | None = None
    """As in onrecord.desk.deciding.Decision."""


def add_statement(record: Record, marked: Marked, *, when: dt.datetime) -> Judgement:
    """Writes the statement as a judgement of its own and reconciles the record; InputError for what does not fit, Changed where somebody was faster."""
    made = keep_statement(record, marked, when=when)
    settle(record)
    return made


def keep_statement(record: Record, marked: Marked, *, when: dt.datetime) -> Judgement:
    """The same, without reconciling."""
    report = queries.report(record, marked.report)
    span, layer = place_in(report, marked.span), layer_of(marked.layer)
    said = queries.statements(record, queries.Filter(report=report.id))
    target, value, more = (time_of if layer == TIMES else item_with_source)(report, span, replace(marked, layer=layer), said)
    words = report.text[max(0, span.start - CONTEXT) : span.end + CONTEXT]
    context = {"report": report.id, "start": span.start, "end": span.end, "words": words, **more}
    judgement = Judgement(
        "", "add", target, marked.who, when, marked.why, layer, span.of(report.text), json.dumps(context, ensure_ascii=False),
        json.dumps(value, ensure_ascii=False),
    )
    return append(record, judgement, unless=still_as(judgement.target, marked.seen))


Told = tuple[str, dict[str, Any], dict[str, Any]]
"""Id of what is added, its value, and what is kept to find again that which it leans on."""


def item_with_source(report: Report, span: Span, marked: Marked, said: Sequence[Statement]) -> Told:
    """A statement with the attribution that it stands in."""
    values = {k: v for k, v in marked.values.items() if v is not None}
    item = item_of(marked.layer, report.text, span, values)
    for name in DAYS:
        checked_days(values.get(name))
    target = statement_id(report.id, marked.layer, item)  # type: ignore[arg-type]
    if any(s.id == target for s in said):
        raise InputError(f"{target[:12]}: the record says this of these words already; accept it, or edit what is wrong of it")
    source = source_among([s for s in said if s.layer == "attributions"], marked, span)
    return target, {**values, BY: source.id if source else OWN}, {BY: list(source.span)} if source else {}


def time_of(report: Report, span: Span, marked: Marked, said: Sequence[Statement]) -> Told:
    """Words that date statements of their report."""
    days, of = marked.values.get("days"), marked.values.get("of")
    if not days:
        raise InputError("days: is missing; give the days that the words mean, as days=2024-03-02 or days=2024-03-02/2024-03-05")
    checked_days(days)
    wanted = [of] if isinstance(of, str) else list(of or ())
    meant = [s for s in said if s.layer != "attributions" and any(s.id.startswith(str(i)) for i in wanted)]
    if not wanted or len(meant) < len(wanted):
        raise InputError(f"of: {of!r}; give the ids of statements of this report that these words date, as of=9e6bff")
    target = hashlib.sha256("\x1f".join((report.id, TIMES, str(span.start), str(span.end))).encode()).hexdigest()[:24]
    return target, {"days": days, "of": [s.id for s in meant]}, {"of": [[s.layer, list(s.span)] for s in meant]}


def layer_of(told: str) -> str:
    """The layer that a person means by "figure" or "figures"; InputError where there is none of that name."""
    layer = SHORT.get(told, told)
    if layer not in SHORT.values():
        raise InputError(f"{told!r}: nothing that can be added; there are {', '.join(SHORT)}")
    return layer


def place_in(report: Report, told: tuple[int, int]) -> Span:
    """The words at these characters, spaces around them left out; InputError where none stand there."""
    start, end = told
    if not 0 <= start < end <= len(report.text):
        raise InputError(f"{start}:{end}: no place in a report of {len(report.text)} characters; the end is one past the last character")
    words = report.text[start:end]
    if not words.strip():
        raise InputError(f"{start}:{end}: no words stand there; mark the words that say it")
    return Span(start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip()))


def words_at(report: Report, words: str) -> tuple[int, int]:
    """Where *words* stand in the report; InputError where they stand nowhere, or in several places."""
    at = [n for n in range(len(report.text)) if report.text.startswith(words, n)] if words else []
    if len(at) == 1:
        return at[0], at[0] + len(words)
    if not at:
        raise InputError(f"“{words}” does not stand in {report.name}; give words as they stand there, or their characters with --at START:END")
    places = ", ".join(f"{n}:{n + len(words)}" for n in at[:SHOWN])
    raise InputError(f"“{words}” stands in {report.name} {len(at)} times; say which with --at: {places}")


def checked_days(told: Any) -> None:
    """InputError for days that cannot be understood."""
    try:
        interval(told)
    except (ValueError, AttributeError) as error:
        raise InputError(f"{told!r}: no days; write 2024-03-02, or 2024-03-02/2024-03-05, `..` for an open end") from error


def source_among(sources: Sequence[Statement], marked: Marked, span: Span) -> Statement | None:
    """The attribution that a person means; InputError for one that this report does not have."""
    if marked.by is None:
        return around(span, sources)
    if marked.by == OWN:
        return None
    found = [s for s in sources if s.id.startswith(marked.by)]
    if len(found) != 1:
        raise InputError(f"{marked.by}: {'no' if not found else 'more than one'} attribution of this report has an id that begins so; or give {OWN}")
    return found[0]
