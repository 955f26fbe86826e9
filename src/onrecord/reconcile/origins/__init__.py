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
from onrecord.types import OriginLink, Reading, Report, ReportDate

__all__ = ["count_origins", "find_origins"]


def find_origins(readings: Sequence[Reading], dates: Mapping[str, ReportDate], memo: Memo = AFRESH) -> tuple[OriginLink, ...]:
    """Edges of the origin graph, sorted: what copies, rewrites, updates or corrects what, what is wire copy, what is cited and quoted.

    `report` is the later or crediting one, `other` where its content comes from; where nothing tells which came first, a reason says so.
    """
    ordered = sorted(readings, key=lambda r: r.report.id)
    told = memo.of_readings("credits and notes of change", Told, ordered, told_by)
    texts = [text_of(reading.report, one) for reading, one in zip(ordered, told, strict=True)]
    links = [link for text in texts for link in text.credits]
    for pair in pairs(ordered, memo):
        links.append(directed(texts[pair.one], texts[pair.other], pair, dates))
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


@dataclass(frozen=True, slots=True)
class Told:
    """What a report tells of where it comes from."""

    credits: tuple[OriginLink, ...]
    corrects: bool
    updates: bool


def text_of(report: Report, told: Told) -> Text:
    """A report with what it tells of where it comes from."""
    credited = frozenset(folded(link.other) for link in told.credits)
    return Text(report, told.credits, told.corrects, told.updates, folded(report.outlet) if report.outlet else "", credited)


def told_by(reading: Reading) -> Told:
    """What one report tells of where it comes from."""
    corrects, updates = (bool(re.search(table("changes")[kind], reading.report.text)) for kind in ("corrects", "updates"))
    return Told(tuple(credits(reading)), corrects, updates)


def directed(one: Text, other: Text, pair: Pair, dates: Mapping[str, ReportDate]) -> OriginLink:
    """The edge of a pair, from the report that took to the one that gave."""
    later, earlier, reason = order(one, other, dates)
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


def order(one: Text, other: Text, dates: Mapping[str, ReportDate]) -> tuple[Text, Text, str]:
    """(later, earlier, why): by a note of change, by a credit to the other's outlet, by days; else by id, which tells nothing."""
    notes = [text.corrects or text.updates for text in (one, other)]
    if notes[0] != notes[1]:
        return (one, other, "it carries a note of change") if notes[0] else (other, one, "it carries a note of change")
    for a, b in ((one, other), (other, one)):
        if b.report.outlet and b.outlet in a.credited:
            return a, b, f"it credits {b.report.outlet}"
    days = [dates[r.report.id].published if r.report.id in dates else None for r in (one, other)]
    if days[0] and days[1] and not days[0].overlaps(days[1]):
        first, second = days[0].first, days[1].first
        if first and second:
            return (one, other, "printed later") if first > second else (other, one, "printed later")
    low, high = sorted((one, other), key=lambda r: r.report.id)
    return high, low, "which came first is not told"
