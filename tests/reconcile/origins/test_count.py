"""How many independent origins stand behind a point."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from onrecord.reconcile.origins import count_origins
from onrecord.types import Interval, Link, OriginLink, SourceClass, Span, Statement, Status

DAY = Interval.day(dt.date(2031, 5, 6))


def link(resolved: str, kind: SourceClass, side: str | None = None) -> Link:
    """One attribution."""
    return Link("a1", resolved, resolved, kind, side, "said", "reporting")


def said(report: str, *chain: Link) -> Statement:
    """A statement of a report with its chain, outermost first."""
    return Statement(f"{report}:{len(chain)}", report, "status", "s1", Status("s1", Span(0, 4), "active"), Span(0, 4), "talk", DAY, DAY, chain)


ROE, DOE = link("Jane Roe", "named_person", "Kenya"), link("John Doe", "named_person", "Kenya")
FRONT = link("Blue Front", "named_body", "Blue Front")
OFFICIAL = link("two officials", "unnamed_official", "Kenya")
REUTERS = link("Reuters", "outlet")


def counted(*statements: Statement, links: tuple[OriginLink, ...] = ()) -> tuple[int, int]:
    """Least and most."""
    found = count_origins(statements, links)
    return found.least, found.most


def test_one_named_source_quoted_by_many_is_one_origin() -> None:
    assert counted(said("r1", ROE), said("r2", ROE), said("r3", ROE)) == (1, 1)


def test_two_named_sources_are_two_origins() -> None:
    assert counted(said("r1", ROE), said("r2", FRONT)) == (2, 2)


def test_officials_of_one_side_are_not_several_confirmations() -> None:
    found = count_origins([said("r1", ROE), said("r2", DOE)], ())
    assert found.by_side == (("Kenya", 2),)
    assert any("not 2 confirmations" in r for r in found.reasons)


def test_unnamed_sources_never_add_to_the_lower_bound() -> None:
    assert counted(said("r1", OFFICIAL), said("r2", OFFICIAL)) == (0, 2)
    assert counted(said("r1", ROE), said("r2", OFFICIAL)) == (1, 2)


def test_own_voice_is_one_origin_at_least_and_one_for_each_text_at_most() -> None:
    assert counted(said("r1"), said("r2")) == (1, 2)


def test_copies_and_rewrites_are_one_text() -> None:
    links = (OriginLink("r2", "r1", "copy", 0.9), OriginLink("r3", "r2", "rewrite", 0.6))
    assert counted(said("r1"), said("r2"), said("r3"), links=links) == (1, 1)


def test_reports_that_only_quote_the_same_words_are_two_texts() -> None:
    assert counted(said("r1"), said("r2"), links=(OriginLink("r2", "r1", "quotes", 0.7),)) == (1, 2)


def test_an_outlet_cited_by_two_is_one_origin() -> None:
    assert counted(said("r1", REUTERS), said("r2", REUTERS)) == (1, 1)


def test_whoever_an_outlet_cites_is_the_origin() -> None:
    assert counted(said("r1", REUTERS, ROE), said("r2", ROE)) == (1, 1)
    assert counted(said("r1", REUTERS, OFFICIAL)) == (0, 1)


def test_nothing_said_has_no_origin() -> None:
    assert counted() == (0, 0)


CHAINS = st.sampled_from([(), (ROE,), (DOE,), (FRONT,), (OFFICIAL,), (REUTERS,), (REUTERS, OFFICIAL)])


@given(st.lists(st.tuples(st.sampled_from(["r1", "r2", "r3", "r4"]), CHAINS), max_size=8), st.sampled_from(["r5", "r1"]))
def test_an_unnamed_source_more_leaves_the_lower_bound(rows: list[tuple[str, tuple[Link, ...]]], report: str) -> None:
    statements = [said(r, *chain) for r, chain in rows]
    before, after = count_origins(statements, ()), count_origins([*statements, said(report, OFFICIAL)], ())
    assert before.least == after.least
    assert before.most <= after.most
    assert before.least <= before.most


@given(st.lists(st.tuples(st.sampled_from(["r1", "r2", "r3", "r4"]), CHAINS), max_size=8))
def test_a_copy_more_adds_nothing(rows: list[tuple[str, tuple[Link, ...]]]) -> None:
    statements = [said(r, *chain) for r, chain in rows]
    copies = [said("c" + r, *chain) for r, chain in rows]
    links = tuple(OriginLink("c" + r, r, "copy", 1.0) for r, _ in rows)
    one, both = count_origins(statements, ()), count_origins([*statements, *copies], links)
    assert (one.least, one.most, one.by_side) == (both.least, both.most, both.by_side)


def test_a_persons_tracker_is_never_an_origin() -> None:
    row = OriginLink("row", "a person's tracker (desk)", "tracker", 1.0)
    copy = OriginLink("r1", "row", "copy", 1.0)
    assert counted(said("row"), links=(row,)) == (0, 0)
    assert count_origins([said("row", ROE)], (row,)).reasons == ("only a person's own tracker tells it",)
    assert counted(said("row"), said("r1"), links=(row,)) == counted(said("r1")) == (1, 1)
    assert counted(said("row", FRONT), said("r1", ROE), links=(row,)) == (1, 1)
    assert counted(said("row"), said("r1"), said("r2"), links=(row, copy)) == (1, 2), "a report that the row was copied from still counts"
