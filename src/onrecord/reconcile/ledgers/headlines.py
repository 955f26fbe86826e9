"""The value that a ledger shows first, by the stated rule, with what stands beside it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from onrecord.reconcile.ledgers.flows import Group, grouped, near
from onrecord.reconcile.ledgers.pairs import overlap
from onrecord.reconcile.ledgers.rules import words
from onrecord.reconcile.ledgers.values import Value, number
from onrecord.reconcile.origins.count import ONLY_TRACKED, TRACKED
from onrecord.types import Headline, LedgerLine, OriginLink, Origins

RULE = "latest as-of day, then most origins, then narrowest; a range while two counts of that day differ; never an average"
ORDER = ("held", "taken", "freed", "released", "rescued", "to_release", "alive", "dead", "feared_dead", "missing", "killed", "injured", "struck", "duration")
COUNTED = ("held", "alive", "dead", "feared_dead", "missing")
"""Stocks, of which two counts of one day are two answers to one question."""
COPIES = ("copy", "rewrite", "wire")
Links = Mapping[str, Sequence[str]]
"""For each report the others whose text it has."""


def copied(links: Iterable[OriginLink]) -> Links:
    """For each report the others whose text it has."""
    found: dict[str, list[str]] = {}
    for link in links:
        if link.kind in COPIES:
            found.setdefault(link.report, []).append(link.other)
        elif link.kind == "tracker":
            found.setdefault(link.report, []).append(TRACKED)
    return found


def headlines_of(values: Sequence[Value], lines: Iterable[LedgerLine], links: Links) -> tuple[Headline, ...]:
    """One headline for each measure of a ledger, in the order in which people ask for them."""
    disputed = {s for line in lines if line.verdict == "does_not_add_up" for s in line.statements}
    found = []
    for measure in sorted({v.measure for v in values}, key=lambda m: ORDER.index(m) if m in ORDER else len(ORDER)):
        mine = [v for v in values if v.measure == measure]
        totals = [v for v in mine if v.total] or [v for v in mine if v.part_of is None and not v.some] or [v for v in mine if not v.some]
        if not totals:
            continue
        found.append(headline(measure, grouped(totals), mine, disputed, links))
    return tuple(found)


def headline(measure: str, groups: Sequence[Group], mine: Sequence[Value], disputed: set[str], links: Links) -> Headline:
    """The headline of one measure among the groups of its values."""
    ranked = sorted(groups, key=lambda g: (-(g.latest or dt.date.min).toordinal(), -origins(g, links).least, width(g), g.ids))
    best = ranked[0]
    rivals = [g for g in ranked[1:] if rival(g, best)]
    shown = [best, *rivals]
    low = min(g.low for g in shown)
    high = None if any(g.high is None for g in shown) else max(g.high or 0 for g in shown)
    label = best.first.label
    if rivals:
        label = f"{number(low)} to {number(high)} {words(measure)}" if high is not None else f"at least {number(low)} {words(measure)}"
    ids = tuple(i for g in shown for i in g.ids)
    others = tuple(v.statement for v in sorted(mine, key=newest) if v.statement not in ids)
    return Headline(
        best.first.told, label, low, high, best.days if best.bound else best.first.as_of or best.first.published, ids, others, RULE,
        open=bool(rivals) or bool(set(ids) & disputed), origins=origins(best, links),
    )


def rival(group: Group, best: Group) -> bool:
    """Whether a group is another answer to the question that *best* answers, for the same day."""
    one, other = group.first, best.first
    return near(group.day, best.day) and not overlap(one, other) and one.of == other.of and one.measure in COUNTED


def newest(value: Value) -> tuple[int, str]:
    """A sort key: the latest day first."""
    return -(value.day or dt.date.min).toordinal(), value.statement


def width(group: Group) -> float:
    """How wide the interval is; open ends are widest."""
    return float("inf") if group.high is None else group.high - group.low


def origins(group: Group, links: Links) -> Origins:
    """How many independent reports give the value: copies count once, reports that name no source of their own may be one."""
    reports = sorted({v.report for v in group.values if TRACKED not in links.get(v.report, ())})
    if not reports:
        return Origins(0, 0, (), (ONLY_TRACKED,))
    parent = {r: r for r in reports}
    for report in reports:
        for other in links.get(report, ()):
            if other in parent:
                parent[root(parent, report)] = root(parent, other)
    distinct = {root(parent, r) for r in reports}
    sides = sorted({v.side for v in group.values if v.side is not None and v.report in parent})
    counted = tuple((s, len({root(parent, v.report) for v in group.values if v.side == s and v.report in parent})) for s in sides)
    named = {v.by for v in group.values if v.by is not None and not v.own_voice and v.report in parent}
    least = min(len(distinct), max(len(named), 1))
    return Origins(least, len(distinct), counted, ("one text and its copies are one origin; the report's own voice names none",))


def root(parent: dict[str, str], report: str) -> str:
    """The report that stands for all copies of one text."""
    while parent[report] != report:
        report = parent[report]
    return report
