"""Coders of the same reports: who means the same words, how far they agree, where they do not."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from onrecord.score.alpha import Value
from onrecord.score.coders import FOUND, Coded, Codings, differences, joined, reliabilities

SENTENCES = tuple((n * 100, n * 100 + 90) for n in range(6))


def one(coder: str, start: int, end: int, report: str = "r", layer: str = "figures", **values: Value) -> Coded:
    return Coded(coder, report, layer, start, end, values)


def codings(*coded: Coded, read: Mapping[str, tuple[str, ...]] | None = None) -> Codings:
    """What was coded, in reports of six sentences that every coder read."""
    reports = sorted({c.report for c in coded})
    readers = read or {c.coder: tuple(reports) for c in coded}
    layers = {c.layer for c in coded}
    return Codings(coded, {who: frozenset((r, x) for r in rs for x in layers) for who, rs in readers.items()}, dict.fromkeys(reports, SENTENCES))


@pytest.mark.parametrize(
    ("a", "b", "together"),
    [((0, 10), (0, 10), True), ((0, 10), (2, 80), True), ((0, 10), (5, 90), True), ((0, 10), (6, 90), False), ((0, 10), (10, 20), False)],
    ids=["the same words", "a number in its clause", "half of the shorter", "less than half", "side by side"],
)
def test_two_coders_mean_the_same_where_half_of_the_shorter_words_are_shared(a: tuple[int, int], b: tuple[int, int], together: bool) -> None:
    assert len(joined([one("A", *a), one("B", *b)])) == (1 if together else 2)


def test_a_coder_is_in_a_unit_once_and_the_closest_are_joined_first() -> None:
    """Two things at the same words: the one with the same measure is joined."""
    units = joined([one("A", 0, 20, measure="held"), one("A", 10, 20, measure="taken"), one("B", 0, 20, measure="taken"), one("B", 0, 20, measure="held")])
    assert [[(c.coder, c.values["measure"]) for c in u] for u in units] == [[("A", "held"), ("B", "held")], [("B", "taken"), ("A", "taken")]]


def test_things_of_other_reports_and_layers_are_never_joined() -> None:
    assert len(joined([one("A", 0, 9), one("B", 0, 9, report="s"), one("C", 0, 9, layer="events")])) == 3


def test_sentences_without_anything_count_for_what_was_found() -> None:
    """Six sentences, one found by both, one by A only: 5 of 6 alike; alpha worked out by hand: 1 - 11 * 2 / (144 - 81 - 9)."""
    (found,) = reliabilities(codings(one("A", 0, 9), one("A", 100, 109), one("B", 0, 9)), ("A", "B"), ("figures",))
    assert (found.attribute, found.units, found.same) == (FOUND, 6, pytest.approx(5 / 6))
    assert found.alpha == pytest.approx(1 - 11 * 2 / (144 - 81 - 9))


def test_amounts_lie_on_an_interval_and_names_are_compared_by_their_words() -> None:
    some = codings(
        one("A", 0, 9, value=40.0, party="the Red Front", unit="people"), one("B", 0, 9, value=41.0, party="Red Front", unit="hostages"),
        one("A", 100, 109, value=3.0, party="Norland", unit="people"), one("B", 100, 109, value=3.0, party="Norland", unit="hostages"),
    )
    lines = {r.attribute: r for r in reliabilities(some, ("A", "B"), ("figures",))}
    assert (lines["value"].metric, lines["party"].metric) == ("interval", "nominal")
    assert lines["party"].alpha == 1.0 and lines["unit"].same == 0.0
    assert lines["value"].alpha == pytest.approx(0.999, abs=0.001) and lines["value"].same == 0.5


def test_an_attribute_that_one_coder_alone_gives_has_no_alpha() -> None:
    some = codings(one("A", 0, 9, value=1.0, whose="Norland"), one("B", 0, 9, value=1.0))
    lines = {r.attribute: r for r in reliabilities(some, ("A", "B"), ("figures",))}
    assert set(lines) == {FOUND, "value"} and lines["value"].alpha is None and lines["value"].same == 1.0


def test_a_report_that_one_coder_read_alone_says_nothing() -> None:
    some = codings(one("A", 0, 9), one("A", 0, 9, report="s"), one("B", 0, 9), read={"A": ("r", "s"), "B": ("r",)})
    assert [r.units for r in reliabilities(some, ("A", "B"), ("figures",))] == [len(SENTENCES)]
    assert differences(some, "A", "B", ("figures",)) == []


def test_of_one_report_nothing_is_known_of_others_and_of_many_the_interval_holds_the_value() -> None:
    def report(name: str, *, same: bool) -> list[Coded]:
        return [one("A", 0, 9, name, measure="held"), one("B", 0, 9, name, measure="held" if same else "taken"), one("A", 100, 109, name, measure="taken"),
                one("B", 100, 109, name, measure="taken")]

    alone = reliabilities(codings(*report("r", same=False)), ("A", "B"), ("figures",))[1]
    assert (alone.low, alone.high) == (-1.0, 1.0)
    many = codings(*(c for n in range(12) for c in report(f"r{n}", same=n % 3 > 0)))
    line = reliabilities(many, ("A", "B"), ("figures",))[1]
    assert line.alpha is not None and line.low is not None and line.high is not None
    assert 0 < line.low < line.alpha < line.high < 1 and line == reliabilities(many, ("A", "B"), ("figures",))[1]


def test_differences_are_what_one_found_alone_and_what_both_value_otherwise() -> None:
    some = codings(
        one("A", 0, 9, measure="held", value=5.0), one("B", 0, 12, measure="taken", value=5.0), one("A", 100, 109), one("B", 200, 209), one("A", 300, 309),
        one("B", 300, 309),
    )
    found = differences(some, "A", "B", ("figures",))
    assert [(d.start, d.end, d.one is None, d.other is None, d.apart) for d in found] == [
        (0, 12, False, False, (("measure", "held", "taken"),)), (100, 109, False, True, ()), (200, 209, True, False, ()),
    ]
