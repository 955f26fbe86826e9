"""Where each report's content came from, and how many independent origins stand behind a point."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.reconcile.entities import folded
from onrecord.reconcile.memo import AFRESH, Memo
from onrecord.reconcile.origins.count import count_origins
from onrecord.reconcile.origins.credits import credits
from onrecord.reconcile.origins.pairs import Pair, pairs
from onrecord.reconcile.origins.texts import table
from onrecord.types import Interval, OriginLink, Reading, Report, ReportDate

__all__ = ["count_origins", "find_origins"]
UNTOLD = "which came first is not told"


def find_origins(readings: Sequence[Reading], dates: Mapping[str, ReportDate], memo: Memo = AFRESH) -> tuple[OriginLink, ...]:
    """Edges of the origin graph, sorted: what copies, rewrites, updates or corrects what, what is wire copy, what is cited and quoted.

    `report` is the later or crediting one, `other` where its content comes from; where nothing tells which came first, a reason says so.
    """
    ordered = sorted(readings, key=lambda r: r.report.id)
    told = memo.of_readings("credits and notes of change", Told, ordered, told_by)
    days = (dates[r.report.id].published if r.report.id in dates else None for r in ordered)
    texts = [text_of(reading.report, one, told_on) for reading, one, told_on in zip(ordered, told, days, strict=True)]
    links = [link for text in texts for link in text.credits]
    for pair in pairs(ordered, memo):
        links.append(directed(texts[pair.one], texts[pair.other], pair))
    return tuple(sorted(links, key=lambda k: (k.report, k.kind, k.other, -k.score)))


@dataclass(frozen=True, slots=True)
class Text:
    """A report with whom it credits and the notes of change that it carries."""

    report: Report
    credits: tuple[OriginLink, ...]
    corrects: bool
    updates: bool
    outlet: str
    """Its outlet's name as it is compared; "" where it has none."""
    credited: frozenset[str]
    """Whom it credits, as names are compared."""
    changed: bool
    """Whether it carries any note of change."""
    days: Interval | None
    """When it was published."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a report tells of where it comes from."""

    credits: tuple[OriginLink, ...]
    corrects: bool
    updates: bool


def text_of(report: Report, told: Told, days: Interval | None) -> Text:
    """A report of these days with what it tells of where it comes from."""
    credited = frozenset(folded(link.other) for link in told.credits)
    outlet = folded(report.outlet) if report.outlet else ""
    return Text(report, told.credits, told.corrects, told.updates, outlet, credited, told.corrects or told.updates, days)


def told_by(reading: Reading) -> Told:
    """What one report tells of where it comes from."""
    corrects, updates = (bool(re.search(table("changes")[kind], reading.report.text)) for kind in ("corrects", "updates"))
    return Told(tuple(credits(reading)), corrects, updates)


def directed(one: Text, other: Text, pair: Pair) -> OriginLink:
    """The edge of a pair, from the report that took to the one that gave."""
    later, earlier, reason = order(one, other)
    kind, score, reasons = pair.shared.kind, pair.shared.score, pair.shared.reasons
    if kind in ("copy", "rewrite") and same_publisher(one, other):
        if later.corrects and not earlier.corrects:
            return OriginLink(later.report.id, earlier.report.id, "corrects", score, (*reasons, "it carries a note of correction", reason))
        return OriginLink(later.report.id, earlier.report.id, "update", score, (*reasons, "two versions of one outlet's text", reason))
    return OriginLink(later.report.id, earlier.report.id, kind, score, (*reasons, reason))


def same_publisher(one: Text, other: Text) -> bool:
    """Whether both reports have one address, or one outlet."""
    a, b = one.report, other.report
    if a.url and a.url == b.url:
        return True
    return bool(one.outlet and one.outlet == other.outlet)


def order(one: Text, other: Text) -> tuple[Text, Text, str]:
    """(later, earlier, why): by a note of change, by a credit to the other's outlet, by days; else by id, which tells nothing."""
    if one.changed != other.changed:
        return (one, other, "it carries a note of change") if one.changed else (other, one, "it carries a note of change")
    for a, b in ((one, other), (other, one)):
        if b.outlet in a.credited and b.report.outlet:
            return a, b, f"it credits {b.report.outlet}"
    mine, theirs = one.days, other.days
    if mine is not None and theirs is not None and mine != theirs and mine.first and theirs.first and not mine.overlaps(theirs):
        return (one, other, "printed later") if mine.first > theirs.first else (other, one, "printed later")
    return (one, other, UNTOLD) if one.report.id > other.report.id else (other, one, UNTOLD)
