"""Ledgers from whole scenes made by hand: what is counted together, what is not, and what a headline shows."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

from onrecord.reconcile.ledgers import build_ledgers
from onrecord.reconcile.scene import Scene
from onrecord.types import Block, EventMention, Figure, Interval, Ledger, Negotiation, Reading, Report, Span, Statement


def report(name: str, text: str) -> Report:
    """A report of one paragraph."""
    return Report(name, name, text, blocks=(Block(Span(0, len(text)), "paragraph"),))


def on(month: int, day: int) -> Interval:
    """A day of 2031."""
    return Interval.day(dt.date(2031, month, day))


def figure(of: Report, quote: str, measure: str, **more: Any) -> Statement:
    """A figure at *quote*; `day` is its as-of day."""
    start = of.text.index(quote)
    day = more.pop("day")
    number = next(float(w) for w in quote.split() if w.isdigit())
    fields: dict[str, Any] = {"value": number, "low": None, "high": None, "comparator": "exact", "unit": "hostages", **more}
    item = Figure(id=f"f{start}", span=Span(start, start + len(quote)), measure=measure, **fields)  # type: ignore[arg-type]
    return Statement(f"{of.id}:{start}", of.id, "figures", item.id, item, item.span, quote, day, day)


def rescue(of: Report, quote: str, trigger: str, day: Interval) -> Statement:
    """A rescue at *quote*."""
    start, at = of.text.index(quote), of.text.index(trigger)
    span, place = Span(start, start + len(quote)), Span(at, at + len(trigger))
    item = EventMention("e1", span, place, "rescue", "happened", targets=("her",))
    return Statement(f"{of.id}:e{start}", of.id, "events", "e1", item, span, quote, day, day)


def scene(*statements: Statement, reports: tuple[Report, ...], negotiations: tuple[Negotiation, ...] = ()) -> Scene:
    """A scene of these statements."""
    readings = tuple(Reading(r) for r in reports)
    ordered = tuple(sorted(statements, key=lambda s: s.id))
    return Scene(readings, {}, ordered, negotiations=negotiations, by_report={r.id: Reading(r) for r in reports})


def one(ledgers: tuple[Ledger, ...], unit: str) -> Ledger:
    """The only ledger of a unit."""
    (found,) = [n for n in ledgers if n.unit == unit]
    return found


A = report("a", "The army rescued a pilot. So far 5 hostages were freed, of them 4 hostages released in May.")
B = report("b", "The rebels hold 30 hostages. They took 35 hostages.")


def test_an_article_before_the_rescued_counts_one() -> None:
    made = scene(
        rescue(A, "rescued a pilot", "rescued", on(6, 1)),
        figure(A, "5 hostages", "freed", day=on(6, 2), cumulative=True),
        figure(A, "4 hostages", "released", day=on(5, 3)),
        reports=(A,),
    )
    ledger = one(build_ledgers(made), "hostages")
    assert [v.label for v in ledger.values if v.measure == "rescued"] == ["1 rescued (one pilot)"]
    assert [(n.verdict, n.sum) for n in ledger.lines if len(n.statements) == 3] == [("adds_up", "4 + 1 = 5")]


def test_a_number_and_its_event_are_not_counted_twice() -> None:
    text = report("c", "The army rescued a group of 2 hostages.")
    made = scene(rescue(text, "rescued a group of 2 hostages", "rescued", on(6, 1)), figure(text, "2 hostages", "rescued", day=on(6, 1)), reports=(text,))
    assert len(one(build_ledgers(made), "hostages").values) == 1


def test_nothing_is_added_up_across_two_negotiations() -> None:
    statements = (
        figure(A, "5 hostages", "freed", day=on(6, 2), cumulative=True),
        figure(B, "30 hostages", "held", day=on(6, 2)),
        figure(B, "35 hostages", "taken", day=on(4, 2)),
    )
    together = build_ledgers(scene(*statements, reports=(A, B)))
    assert [n.verdict for n in one(together, "hostages").lines if len(n.statements) == 3] == ["adds_up"]
    talks = (Negotiation("n1", "North", ("P",), reports=("a",)), Negotiation("n2", "South", ("Q",), reports=("b",)))
    parted = build_ledgers(scene(*statements, reports=(A, B), negotiations=talks))
    assert len(parted) == 2
    assert all(len({v.report for v in n.values}) == 1 for n in parted)


def test_reports_of_no_negotiation_are_not_added_to_one_another() -> None:
    statements = (figure(A, "5 hostages", "freed", day=on(6, 2)), figure(B, "30 hostages", "held", day=on(6, 2)))
    other = report("z", "Talks.")
    talks = (Negotiation("n1", "North", ("P",), reports=("z",)),)
    assert len(build_ledgers(scene(*statements, reports=(A, B, other), negotiations=talks))) == 2


def test_the_headline_is_the_latest_and_a_range_while_two_counts_of_its_day_differ() -> None:
    late = report("d", "They hold 28 hostages.")
    rival = report("e", "They hold 31 hostages.")
    values = (figure(B, "30 hostages", "held", day=on(5, 1)), figure(late, "28 hostages", "held", day=on(6, 1)))
    held = one(build_ledgers(scene(*values, reports=(B, late))), "hostages").headlines[0]
    assert (held.low, held.high, held.open) == (28, 28, False)
    assert held.others == ("b:16",)
    contested = one(build_ledgers(scene(*values, figure(rival, "31 hostages", "held", day=on(6, 1)), reports=(B, late, rival))), "hostages")
    assert (contested.headlines[0].label, contested.headlines[0].open) == ("28 to 31 held", True)


def test_own_voice_opinion_and_part_are_kept_on_the_value() -> None:
    whole = figure(B, "30 hostages", "held", day=on(5, 1))
    opinion = replace(whole, in_opinion=True)
    (value,) = one(build_ledgers(scene(opinion, reports=(B,))), "hostages").values
    assert (value.in_opinion, value.own_voice, value.low, value.high) == (True, True, 30, 30)
