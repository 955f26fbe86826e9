"""The page on which a person marks what was missed in a report: its text, the fields of each layer, the sources that it has."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields
from typing import Any, get_type_hints

from starlette.datastructures import FormData

from onrecord.desk.marking import Marked, layer_of
from onrecord.errors import InputError
from onrecord.reconcile.judged import DAYS, PLACES
from onrecord.reconcile.judged_added import FILLED, KINDS, NEEDED, TIMES
from onrecord.types import Attribution, Report, Snapshot
from onrecord.views.brief.words import shortened
from onrecord.views.web.marks import MarkedBlock, marked_blocks
from onrecord.views.web.review.fields import Field, choices_of, number, value_of
from onrecord.views.web.safety.forms import text
from onrecord.views.web.seen import Seen, said_by_report

DERIVED_FIELDS = ("topic_key", "kind", "resolved", "content", "part_of", "cumulative", "some", "in_part", "supplied", "cue_class", "number", "agreement")
"""Fields that follow from others, or that few set: `judge add` and an edit take them."""
MOST_SAID = 400
SAID = 90
"""Characters of a statement's words in a list."""


@dataclass(frozen=True, slots=True)
class LayerForm:
    """The fields of one layer, those that are needed first."""

    layer: str
    fields: tuple[Field, ...]
    needed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One statement of the report to choose: the source of what is added, or what a time dates."""

    id: str
    words: str
    start: int


@dataclass(frozen=True, slots=True)
class Adding:
    """What the page needs to add a statement to a report."""

    report: Report
    blocks: tuple[MarkedBlock, ...]
    forms: tuple[LayerForm, ...]
    sources: tuple[Choice, ...]
    said: tuple[Choice, ...]
    start: int | None = None
    end: int | None = None
    words: str = ""
    """The words that are marked already, where the address names them."""
    units: tuple[str, ...] = ()
    """Of figures in this record, to choose from."""
    topics: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    layer: str = ""
    """What the marked words say, where the address names it."""
    kind: str = ""


def adding_of(seen: Seen, identity: str, asked: Mapping[str, str]) -> Adding:
    """The page of a report; *asked* may name the characters that are marked."""
    snapshot = seen.snapshot
    report = snapshot.report(identity)
    said = seen.once(said_by_report).get(identity, ())
    start, end = number(asked.get("start", "")), number(asked.get("end", ""))
    marked = start is not None and end is not None and 0 <= start < end <= len(report.text)
    sources = tuple(
        Choice(s.id, f"{s.item.source} {s.item.cue}: {shortened(s.item.content, SAID)}", s.span.start) for s in said if isinstance(s.item, Attribution)
    )
    others = tuple(Choice(s.id, f"{s.layer}: {shortened(s.quote, SAID)}", s.span.start) for s in said if s.layer != "attributions")
    return Adding(
        report, tuple(marked_blocks(report, list(said))), tuple(form_of(layer) for layer in (*KINDS, TIMES)), sources[:MOST_SAID], others[:MOST_SAID],
        start if marked else None, end if marked else None, report.text[start:end] if marked else "", *seen.once(offered),
        *(asked.get(name, "") for name in ("layer", "kind")),
    )


def offered(snapshot: Snapshot) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Units, topics and names of parties that the record has, so that what is added can be put with what is there."""
    units = {str(s.item.unit) for s in snapshot.statements.values() if hasattr(s.item, "unit")}
    names = {n for talks in snapshot.derived.negotiations for n in (*talks.parties, *talks.mediators)}
    return tuple(sorted(units)), tuple(sorted({p.topic for p in snapshot.derived.positions})), tuple(sorted(names))


def form_of(layer: str) -> LayerForm:
    """The fields of a layer."""
    if layer == TIMES:
        return LayerForm(layer, (Field("days", ""),), ("days",))
    hints, needed = get_type_hints(KINDS[layer]), NEEDED[layer]
    known = {f.name: f for f in fields(KINDS[layer]) if f.name not in PLACES and f.name not in DERIVED_FIELDS}
    order = (*needed, *(n for n in known if n not in needed))
    return LayerForm(layer, tuple(Field(n, start_of(layer, n, known[n].default), choices_of(hints[n])) for n in order), needed)


def start_of(layer: str, name: str, default: object) -> str:
    """What a field holds before anybody sets it."""
    given = FILLED.get(layer, {}).get(name, default)
    return "" if given in (MISSING, None, ()) else str(given)


def marked_in(form: FormData, identity: str, who: str, limit: int) -> Marked:
    """What a form adds; InputError for what cannot be understood."""
    start, end = number(text(form, "start")), number(text(form, "end"))
    if start is None or end is None:
        raise InputError("no words are marked; mark them in the text, or give from which character to which")
    layer = layer_of(text(form, "layer"))
    values: dict[str, Any] = {}
    for field in form_of(layer).fields:
        given = text(form, f"{layer}.{field.name}")
        if given:
            values[field.name] = given if field.name in ("days", *DAYS) else typed(given, field, layer)
    if layer == TIMES:
        values["of"] = [v for v in form.getlist("of") if isinstance(v, str)]
    return Marked(
        report=identity, span=(start, end), layer=layer, who=who, values=values, by=text(form, "by") or None, why=text(form, "why")[:limit],
        seen=text(form, "seen"),
    )


def typed(given: str, field: Field, layer: str) -> Any:
    """A value as its field takes it: names of a list with commas between, else as an edit reads it."""
    if get_type_hints(KINDS[layer])[field.name] == tuple[str, ...]:
        return [name.strip() for name in given.split(",") if name.strip()]
    return value_of(given, field)
