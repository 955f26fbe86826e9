"""A record of a made-up corpus against its truth: events, dates, ledgers, slips, origins, negotiations."""

from __future__ import annotations

import datetime as dt
import statistics
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from onrecord.reconcile.origins.count import one_text
from onrecord.types import Derived, Dispute, Event, Figure, Interval, Ledger, Statement

Json = dict[str, Any]
TYPES = {"counter": "accuse", "truce_end": "truce_end"}
NARROW = 3
COUNTED = ("taken", "held", "freed")


@dataclass(frozen=True)
class Known:
    """What was derived, by the names that the truth uses."""

    truth: Json
    derived: Derived
    statements: dict[str, Statement]
    names: dict[str, str]
    """Report id → its name, which is the truth's id."""
    reports: dict[str, Json] = field(default_factory=dict)
    """By name."""

    def name(self, statement: str) -> str:
        """The report of a statement."""
        return self.names[self.statements[statement].report]


def known(truth: Json, derived: Derived, statements: dict[str, Statement], names: dict[str, str]) -> Known:
    """The truth's reports looked up by name."""
    return Known(truth, derived, statements, names, {r["id"]: r for r in truth["reports"]})


def share(part: int, whole: int) -> str:
    """A share with its counts."""
    return f"{part / whole if whole else 0:.3f} ({part}/{whole})"


def holds(days: Interval | None, day: dt.date) -> bool:
    """Whether a closed interval of a few days holds *day*."""
    return days is not None and days.first is not None and days.last is not None and days.first <= day <= days.last


def score(found: Known) -> Iterator[str]:
    """One line a measure."""
    yield from events(found)
    yield from dates(found)
    yield from ledgers(found)
    yield from slips(found)
    yield from origins(found)
    yield from negotiations(found)


def events(found: Known) -> Iterator[str]:
    """True events that are there, with the right day; into how many derived ones each falls."""
    by_report: defaultdict[str, list[Event]] = defaultdict(list)
    for event in found.derived.events:
        for name in {found.name(s) for s in event.statements}:
            by_report[name].append(event)
    tellers: defaultdict[str, list[str]] = defaultdict(list)
    for report in found.truth["reports"]:
        for told in report["tells"]:
            tellers[told].append(report["id"])
    there = right = pieces = 0
    missed: Counter[str] = Counter()
    for true in found.truth["events"]:
        kind, day = TYPES.get(true["type"], true["type"]), dt.date.fromisoformat(true["date"])
        held = Counter(e for name in tellers[true["id"]] for e in by_report[name] if kind in e.types and (e.date is None or e.date.overlaps(Interval.day(day))))
        if not held:
            missed[true["type"]] += 1
            continue
        there += 1
        best = held.most_common(1)[0][0]
        right += holds(best.date, day) and (best.date.days or 99) <= NARROW if best.date else 0
        pieces += sum(1 for e in held if e.factuality in ("happened", "ongoing") and holds(e.date, day))
    total = len(found.truth["events"])
    yield f"events found                {share(there, total)}  missed: {', '.join(f'{k} {n}' for k, n in missed.most_common(6)) or 'none'}"
    yield f"events dated right          {share(right, there)}"
    yield f"derived events a true event {pieces / max(there, 1):.2f}"


def dates(found: Known) -> Iterator[str]:
    """Dates of reports that print none."""
    widths, held, undated = list[int](), 0, 0
    for date in found.derived.dates:
        true = found.reports[found.names[date.report]]
        if true["printed"]:
            continue
        undated += 1
        if date.published is not None:
            widths.append(date.published.days or 0)
            held += holds(date.published, dt.date.fromisoformat(true["date"]))
    yield f"undated reports answered    {share(len(widths), undated)}  median width {statistics.median(widths) if widths else '-'} days"
    yield f"answers that hold the day   {share(held, len(widths))}"


def ledgers(found: Known) -> Iterator[str]:
    """Values and headlines of the captives' ledgers against the true counts of their day."""
    values = right = 0
    for ledger in found.derived.ledgers:
        for value in ledger.values:
            true = count(found, value.report, value.measure, value.as_of or value.published)
            if true is not None:
                values += 1
                right += value.low is not None and value.low <= true <= (value.high if value.high is not None else value.low)
    yield f"counts right on their day   {share(right, values)}"
    shown = good = 0
    wrong = []
    for ledger, talks in main_ledgers(found):
        for head in ledger.headlines:
            if head.measure in COUNTED and head.as_of is not None:
                true = found.truth["ledgers"][talks].get(str(head.as_of.last or head.as_of.first), {}).get(head.measure)
                shown += 1
                right_now = true is not None and head.low is not None and head.low <= true <= (head.high if head.high is not None else head.low)
                good += right_now
                if not right_now:
                    wrong.append(f"{talks} {head.label}, truly {true}")
    yield f"headlines right             {share(good, shown)}  {'; '.join(wrong)}"


def count(found: Known, report: str, measure: str, days: Interval | None) -> int | None:
    """The true count of a measure on the last of *days* in the talks of a report; None where the truth has none."""
    if measure not in COUNTED or days is None or days.last is None:
        return None
    value = found.truth["ledgers"][found.reports[found.names[report]]["talks"]].get(days.last.isoformat(), {}).get(measure)
    return int(value) if value is not None else None


def main_ledgers(found: Known) -> Iterator[tuple[Ledger, str]]:
    """The largest ledger of captives of each true negotiation."""
    best: dict[str, Ledger] = {}
    for ledger in found.derived.ledgers:
        if not any(v.measure in COUNTED for v in ledger.values):
            continue
        talks = Counter(found.reports[found.names[v.report]]["talks"] for v in ledger.values).most_common(1)[0][0]
        if talks not in best or len(ledger.values) > len(best[talks].values):
            best[talks] = ledger
    for talks in sorted(best):
        yield best[talks], talks


def slips(found: Known) -> Iterator[str]:
    """Planted slips that a dispute shows or that a later version of their report takes back, and disputes of figures behind which there is none."""
    wrong: dict[str, set[float]] = defaultdict(set)
    for slip in found.truth["slips"]:
        wrong[slip["report"]].add(float(slip["told"]))

    def slipped(dispute: Dispute) -> set[str]:
        out = set()
        for _, ids in dispute.sides:
            for s in ids:
                item = found.statements[s].item
                if isinstance(item, Figure) and item.value in wrong.get(found.name(s), ()):
                    out.add(found.name(s))
        return out

    figures = [d for d in found.derived.disputes if d.about == "figure"]
    seen = {name for d in figures for name in slipped(d)} & set(wrong)
    struck = {n for w in found.derived.withdrawn if (n := figure_of(found, w.statement, wrong)) is not None} - seen
    conflicts = [d for d in figures if d.kind == "conflict"]
    false = sum(not slipped(d) for d in conflicts)
    yield f"planted slips shown         {share(len(seen | struck), len(wrong))}  in a dispute {len(seen)}, struck by a later version {len(struck)}"
    yield f"conflicts without a slip    {share(false, len(conflicts))}  all disputes of figures: {len(figures)}"


def figure_of(found: Known, statement: str, wrong: dict[str, set[float]]) -> str | None:
    """The report of a statement that is one of its planted slips; None for all else."""
    item, name = found.statements[statement].item, found.name(statement)
    return name if isinstance(item, Figure) and item.value in wrong.get(name, ()) else None


def origins(found: Known) -> Iterator[str]:
    """Links of one text, by kind: how many are true; and how many of the reports that took from another are joined to it."""
    made: Counter[str] = Counter()
    good: Counter[str] = Counter()
    for link in found.derived.origin_links:
        if link.other in found.names and link.kind in ("copy", "rewrite", "update", "corrects"):
            one, other = (found.reports[found.names[r]] for r in (link.report, link.other))
            made[link.kind] += 1
            good[link.kind] += one["origin"] == other["origin"]
    texts = one_text(found.derived.origin_links)
    by_name = {name: identity for identity, name in found.names.items()}
    asked: Counter[str] = Counter()
    joined: Counter[str] = Counter()
    for report in found.truth["reports"]:
        if report["kind"] != "original" and report["origin"] in by_name and report["id"] in by_name:  # two copies may be one report
            asked[report["kind"]] += 1
            mine, theirs = by_name[report["id"]], by_name[report["origin"]]
            joined[report["kind"]] += mine in texts and texts[mine] == texts.get(theirs)
    yield "origins, links that are true    " + "  ".join(f"{k} {share(good[k], made[k])}" for k in sorted(made))
    yield "origins, takers joined to theirs " + "  ".join(f"{k} {share(joined[k], asked[k])}" for k in sorted(asked))


def negotiations(found: Known) -> Iterator[str]:
    """Whether the true negotiations are kept apart, and how many reports are with their own."""
    homes: dict[str, str] = {}
    mixed = 0
    of_report: defaultdict[str, set[str]] = defaultdict(set)
    for negotiation in found.derived.negotiations:
        talks = Counter(found.reports[found.names[r]]["talks"] for r in negotiation.reports)
        homes[negotiation.id] = talks.most_common(1)[0][0]
        mixed += sum(talks.values()) - max(talks.values())
        for report in negotiation.reports:
            of_report[found.names[report]].add(negotiation.id)
    main: dict[str, str] = {}
    for negotiation in sorted(found.derived.negotiations, key=lambda n: (len(n.reports), n.id)):
        main[homes[negotiation.id]] = negotiation.id
    right = sum(of_report[r] == {main.get(report["talks"])} for r, report in found.reports.items())
    yield f"negotiations                {len(found.derived.negotiations)} for {len(found.truth['talks'])}; reports in the wrong one: {mixed}"
    yield f"reports in their own only   {share(right, len(found.reports))}"
