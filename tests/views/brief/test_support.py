"""What the brief leaves to the detailed pages. All names are invented."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Literal

import pytest

from onrecord.types import (
    CommitmentLine,
    Derived,
    Dispute,
    Event,
    EventMention,
    EventType,
    Figure,
    Interval,
    Link,
    Position,
    Report,
    Snapshot,
    Span,
    Statement,
)
from onrecord.views.brief.stands import commitments_section
from onrecord.views.brief.support import announced, differs, owed, several_voices, sums

MAY_DAY = Interval(dt.date(2024, 5, 1), dt.date(2024, 5, 1))
Kind = Literal["conflict", "update", "different scope"]
About = Literal["figure", "status", "position"]


def said(identity: str, report: str, source: str) -> Statement:
    """A statement of *report*; in its own voice where *source* is empty."""
    item = Position("p", Span(0, 4), "Norland", "refuses", "it", "it")
    chain = (Link("a", source, source, "named_body", source, "said", "reporting"),) if source else ()
    return Statement(identity, report, "positions", "p", item, Span(0, 4), "none", None, None, chain)


def record(*voices: tuple[str, str], commitments: tuple[CommitmentLine, ...] = ()) -> Snapshot:
    """Statements s0, s1 … of these reports and sources."""
    found = {f"s{n}": said(f"s{n}", report, source) for n, (report, source) in enumerate(voices)}
    reports = tuple(Report(report, report, "none") for report in sorted({report for report, _ in voices}))
    return Snapshot(reports=reports, statements=found, derived=Derived(commitments=commitments), problems=(), coverage={})


@pytest.mark.parametrize(
    ("about", "kind", "voices", "told", "why"),
    [
        ("figure", "conflict", (("r1", ""), ("r2", "")), True, "two reports"),
        ("figure", "conflict", (("r1", ""), ("r1", "Norland")), True, "a report beside whom it quotes"),
        ("figure", "conflict", (("r1", ""), ("r1", "")), False, "one report in its own voice counts two things"),
        ("figure", "conflict", (("r1", "Norland"), ("r1", "Norland")), False, "so does one source in it"),
        ("figure", "different scope", (("r1", ""), ("r2", "")), False, "two scopes are no difference"),
        ("status", "conflict", (("r1", "Norland"), ("r1", "League")), True, "two sides on one day"),
        ("status", "conflict", (("r1", ""), ("r1", "League")), False, "a report sums up whom it quotes"),
        ("status", "conflict", (("r1", ""), ("r2", "League")), True, "another report does not"),
        ("position", "conflict", (("r1", ""), ("r1", "")), True, "what one asks and the other refuses stands in one report"),
    ],
)
def test_only_what_two_accounts_tell_differently_is_a_difference(about: About, kind: Kind, voices: tuple[tuple[str, str], ...], told: bool, why: str) -> None:
    dispute = Dispute("d", kind, about, "title", tuple((f"side {n}", (f"s{n}",)) for n in range(len(voices))), "")
    assert differs(record(*voices), dispute) is told, why


def test_figures_of_one_voice_in_one_report_are_one_account() -> None:
    assert not several_voices(record(("r1", ""), ("r1", "")), ("s0", "s1"))
    assert several_voices(record(("r1", ""), ("r1", "Norland")), ("s0", "s1"))


def owes(identity: str, *accounts: str) -> CommitmentLine:
    """What Norland owes, with these accounts of it."""
    return CommitmentLine(identity, "Norland", None, "free the crew", None, None, tuple((f"s{n}", a, "own voice") for n, a in enumerate(accounts)), "owed")


@pytest.mark.parametrize(
    ("accounts", "is_owed"),
    [(("owed",), True), (("breached",), True), (("kept", "owed"), True), (("disputed",), True), (("kept",), False), (("kept in part", "kept"), False)],
)
def test_a_thing_done_that_nobody_says_was_owed_is_no_commitment(accounts: tuple[str, ...], is_owed: bool) -> None:
    assert owed(record(("r1", "")), owes("c", *accounts)) is is_owed


@pytest.mark.parametrize(
    ("words", "is_owed"),
    [("Both crews were freed under the agreement", True), ("Norland kept the truce for a week", True), ("Both crews were freed on Monday", False),
     ("A dealer freed both crews", False)],
)
def test_what_was_done_as_agreed_is_a_commitment(words: str, is_owed: bool) -> None:
    snapshot = record(("r1", ""))
    snapshot = replace(snapshot, statements={"s0": replace(snapshot.statements["s0"], quote=words)})
    assert owed(snapshot, owes("c", "kept")) is is_owed


def test_the_brief_counts_what_it_leaves_to_the_page_of_commitments() -> None:
    snapshot = record(("r1", ""), commitments=(owes("c1", "owed"), owes("c2", "kept in part")))
    brief = commitments_section(snapshot, 4)
    assert (len(brief.lines), brief.more) == (1, 1)
    assert len({line.link for line in commitments_section(snapshot).lines if line.link}) == 2


@pytest.mark.parametrize(
    ("type_", "date", "shown"),
    [("meet", None, True), ("release", None, True), ("accept", None, False), ("reject", None, False), ("accept", MAY_DAY, True)],
)
def test_an_answer_without_a_day_is_not_announced(type_: EventType, date: Interval | None, shown: bool) -> None:
    assert announced(Event("e", type_, "title", date, "planned", ("Norland",), (), ())) is shown


@pytest.mark.parametrize(
    ("date", "actors", "counted", "summed", "why"),
    [
        (Interval(None, dt.date(2024, 5, 1)), (), True, True, "so many have been freed in all"),
        (Interval(None, dt.date(2024, 5, 1)), ("the League",), True, False, "somebody freed them"),
        (MAY_DAY, (), True, False, "it was on a day"),
        (Interval(None, dt.date(2024, 5, 1)), (), False, False, "nobody counts them"),
    ],
)
def test_a_sum_of_those_freed_is_a_figure_and_no_event(date: Interval, actors: tuple[str, ...], counted: bool, summed: bool, why: str) -> None:
    span = Span(0, 20)
    mention = EventMention("e1", span, Span(12, 17), "release", "happened", actors)
    figure = Figure("f1", Span(0, 3), 112, None, None, "exact", "hostages", "freed")
    told = {"s0": Statement("s0", "r1", "events", "e1", mention, span, "112 captives freed..", None, None)}
    if counted:
        told["s1"] = Statement("s1", "r1", "figures", "f1", figure, Span(0, 3), "112", None, None)
    event = Event("e", "release", "112 captives freed", date, "happened", actors, (), ("s0",))
    snapshot = Snapshot(reports=(), statements=told, derived=Derived(events=(event,)), problems=(), coverage={})
    assert (event.id in sums(snapshot)) is summed, why
