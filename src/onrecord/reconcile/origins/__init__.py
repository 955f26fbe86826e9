"""Where each report's content came from, and how many independent origins stand behind a point."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from onrecord.reconcile.entities import folded
from onrecord.reconcile.origins.count import count_origins
from onrecord.reconcile.origins.credits import credits
from onrecord.reconcile.origins.pairs import Pair, pairs
from onrecord.reconcile.origins.texts import compared, table
from onrecord.types import OriginLink, Reading, ReportDate

__all__ = ["count_origins", "find_origins"]


def find_origins(readings: Sequence[Reading], dates: Mapping[str, ReportDate]) -> tuple[OriginLink, ...]:
    """Edges of the origin graph, sorted: what copies, rewrites, updates or corrects what, what is wire copy, what is cited and quoted.

    `report` is the later or crediting one, `other` where its content comes from; where nothing tells which came first, a reason says so.
    """
    ordered = sorted(readings, key=lambda r: r.report.id)
    links = [link for reading in ordered for link in credits(reading)]
    for pair in pairs([compared(r) for r in ordered]):
        links.append(directed(ordered[pair.one], ordered[pair.other], pair, dates))
    return tuple(sorted(links, key=lambda k: (k.report, k.kind, k.other, -k.score)))


def directed(one: Reading, other: Reading, pair: Pair, dates: Mapping[str, ReportDate]) -> OriginLink:
    """The edge of a pair, from the report that took to the one that gave."""
    later, earlier, reason = order(one, other, dates)
    kind = pair.kind
    if kind in ("copy", "rewrite") and same_publisher(one, other):
        if re.search(table("changes")["corrects"], later.report.text) and not re.search(table("changes")["corrects"], earlier.report.text):
            return OriginLink(later.report.id, earlier.report.id, "corrects", pair.score, (*pair.reasons, "it carries a note of correction", reason))
        return OriginLink(later.report.id, earlier.report.id, "update", pair.score, (*pair.reasons, "two versions of one outlet's text", reason))
    return OriginLink(later.report.id, earlier.report.id, kind, pair.score, (*pair.reasons, reason))


def same_publisher(one: Reading, other: Reading) -> bool:
    """Whether both reports have one address, or one outlet."""
    a, b = one.report, other.report
    if a.url and a.url == b.url:
        return True
    return bool(a.outlet and b.outlet and folded(a.outlet) == folded(b.outlet))


def order(one: Reading, other: Reading, dates: Mapping[str, ReportDate]) -> tuple[Reading, Reading, str]:
    """(later, earlier, why): by a note of change, by a credit to the other's outlet, by days; else by id, which tells nothing."""
    notes = [bool(re.search(table("changes")["corrects"], r.report.text) or re.search(table("changes")["updates"], r.report.text)) for r in (one, other)]
    if notes[0] != notes[1]:
        return (one, other, "it carries a note of change") if notes[0] else (other, one, "it carries a note of change")
    for a, b in ((one, other), (other, one)):
        if b.report.outlet and any(folded(link.other) == folded(b.report.outlet) for link in credits(a)):
            return a, b, f"it credits {b.report.outlet}"
    days = [dates[r.report.id].published if r.report.id in dates else None for r in (one, other)]
    if days[0] and days[1] and not days[0].overlaps(days[1]):
        first, second = days[0].first, days[1].first
        if first and second:
            return (one, other, "printed later") if first > second else (other, one, "printed later")
    low, high = sorted((one, other), key=lambda r: r.report.id)
    return high, low, "which came first is not told"
