"""Thirty sets of figures of invented negotiations with the verdict that a careful reader gives."""

from __future__ import annotations

import pytest
from tests.reconcile.ledgers.making import book

from onrecord.reconcile.ledgers.build import lines_of

Expected = tuple[str, tuple[int, ...], float | None]
TABLE: list[tuple[str, list[str], Expected]] = [
    (
        "flows that make the total",
        ["freed 62 08-01 C cum", "released 7 05-02 A", "released 50 06-10 B deal=swap", "rescued 5 07-20 C"],
        ("adds_up", (0, 1, 2, 3), None),
    ),
    ("flows that exceed the total", ["freed 62 08-01 C cum", "released 20 05-02 A", "released 50 06-10 B deal=swap"], ("does_not_add_up", (0, 1, 2), 8)),
    ("flows that fall short are open", ["freed 62 08-01 C cum", "released 7 05-02 A", "rescued 5 07-20 C"], ("open", (0, 1, 2), 50)),
    (
        "one flow told twice is counted once",
        ["freed 57 08-01 C cum", "released 7 05-02 A", "released 50 06-10/06-20 B deal=swap", "released 50 06-25 D cum"],
        ("adds_up", (0, 1, 2, 3), None),
    ),
    ("two flows of one size on two days are two", ["freed 20 08-01 C cum", "released 10 05-02 A", "released 10 06-10 B"], ("adds_up", (0, 1, 2), None)),
    ("freed and held make the taken", ["taken 90 04-01 A", "freed 30 06-01 B cum", "held 60 06-01 B"], ("adds_up", (0, 1, 2), None)),
    ("freed and held exceed the taken", ["taken 90 04-01 A", "freed 36 06-01 B cum", "held 60 06-01 B"], ("does_not_add_up", (0, 1, 2), 6)),
    ("freed and held fall short of the taken", ["taken 90 04-01 A", "freed 25 06-01 B cum", "held 60 06-01 B"], ("does_not_add_up", (0, 1, 2), 5)),
    (
        "listed flows that fall short leave it open",
        ["taken 90 04-01 A", "released 10 05-01 B", "released 12 05-20 B", "held 60 06-01 B"],
        ("open", (0, 1, 2, 3), 8),
    ),
    ("a lower bound of the taken allows the sum", ["taken >85 04-01 A", "freed 30 06-01 B cum", "held 60 06-01 B"], ("consistent", (0, 1, 2), None)),
    ("a lower bound of the taken that is too high", ["taken >95 04-01 A", "freed 30 06-01 B cum", "held 60 06-01 B"], ("does_not_add_up", (0, 1, 2), 6)),
    ("two captures are added", ["taken 20 04-01 A", "taken 15 05-01 A", "freed 10 06-01 B cum", "held 25 06-01 B"], ("adds_up", (0, 1, 2, 3), None)),
    ("a stock less the flows between gives the next", ["held 40 05-01 A", "released 6 05-10 B", "held 34 06-01 C"], ("adds_up", (0, 1, 2), None)),
    ("a stock that fell by less than was freed", ["held 40 05-01 A", "released 6 05-10 B", "held 37 06-01 C"], ("does_not_add_up", (0, 1, 2), 3)),
    ("a stock that fell by more than was freed is open", ["held 40 05-01 A", "released 6 05-10 B", "held 30 06-01 C"], ("open", (0, 1, 2), 4)),
    ("two stocks with nothing told between are an update", ["held 40 05-01 A", "held 34 06-01 C"], ("update", (0, 1), 6)),
    ("two exact stocks of one day conflict", ["held 40 05-01 A", "held 43 05-02 B"], ("does_not_add_up", (0, 1), 3)),
    ("a bound beside a number of one day", ["held >30 05-01 A", "held 43 05-01 A"], ("consistent", (0, 1), None)),
    ("a round number beside an exact one", ["taken 250 05-01 A", "taken 243 05-01 B"], ("rounding", (0, 1), None)),
    ("about beside an exact number", ["held ~200 05-01 A", "held 206 05-01 B"], ("rounding", (0, 1), None)),
    ("a scope beside its total", ["released >80 05-03 A scope=women", "released 105 05-03 B deal=truce"], ("different_scope", (0, 1), None)),
    ("a scope larger than its total", ["held 50 05-03 A scope=miners", "held 44 05-03 B"], ("does_not_add_up", (0, 1), 6)),
    ("two counts of one scope on one day", ["held 12 05-03 A scope=nurses", "held 14 05-03 B scope=nurses"], ("does_not_add_up", (0, 1), 2)),
    (
        "parts that make their total",
        ["missing 8 05-03 A", "missing 7 05-03 A of=0 scope=men", "missing 1 05-03 A of=0 scope=woman"],
        ("adds_up", (0, 1, 2), None),
    ),
    ("parts that leave a rest", ["released 30 05-03 A", "released 12 05-03 A of=0 scope=women"], ("consistent", (0, 1), None)),
    (
        "parts larger than their total",
        ["killed 8 05-03 A", "killed 7 05-03 A of=0 scope=men", "killed 2 05-03 A of=0 scope=women"],
        ("does_not_add_up", (0, 1, 2), 1),
    ),
    ("the dead and feared dead of the held", ["held 60 05-03 A", "dead 9 05-03 A of=0", "feared_dead 5 05-03 A of=0"], ("consistent", (0, 1, 2), None)),
    ("more dead than held", ["held 10 05-03 A", "dead 9 05-03 A of=0", "feared_dead 5 05-03 A of=0"], ("does_not_add_up", (0, 1, 2), 4)),
    ("a toll that falls", ["killed 212 05-03 A cum", "killed 190 06-03 B cum"], ("does_not_add_up", (0, 1), 22)),
    ("a toll that grows is an update", ["killed 190 05-03 A cum", "killed 212 06-03 B cum"], ("update", (0, 1), 22)),
    ("two reports of one day's release", ["released 12 05-03 A", "released 14 05-03 B"], ("open", (0, 1), 2)),
    ("freed cannot shrink", ["freed 40 05-03 A cum", "freed 31 06-03 B cum"], ("does_not_add_up", (0, 1), 9)),
    (
        "two counts of one day with a release of the day between",
        ["freed 20 05-03 A cum", "freed 31 05-03 B cum", "released 11 05-03 C"],
        ("update", (0, 1), 11),
    ),
    (
        "the same of the held, over two releases",
        ["held 70 05-03 A", "held 54 05-04 B", "released 9 05-03 C", "released 7 05-04 C"],
        ("different_as_of", (0, 1), 16),
    ),
    (
        "two counts of one day whose difference no release makes",
        ["freed 20 05-03 A cum", "freed 31 05-03 B cum", "released 4 05-03 C"],
        ("does_not_add_up", (0, 1), 11),
    ),
    (
        "those released so far on two days with a release between",
        ["released 156 05-03 A cum", "released 171 05-04 B cum", "released 15 05-04 C"],
        ("update", (0, 1), 15),
    ),
    (
        "the same with no release that makes the difference",
        ["released 156 05-03 A cum", "released 171 05-04 B cum", "released 9 05-04 C"],
        ("does_not_add_up", (0, 1), 15),
    ),
    (
        "what one side counts itself, whatever the other counts between",
        ["held 61 03-04 A side=Front", "released 3 03-20 B", "held 55 03-20 B side=State", "released 8 04-07 C", "held 47 04-07 C side=State",
         "held 49 05-05 D side=Front"],
        ("does_not_add_up", (0, 1, 3, 5), 1),
    ),
    (
        "the same with a body given back, which adds up",
        ["held 61 03-04 A side=Front", "released 3 03-20 B", "held 55 03-20 B side=State", "released 8 04-07 C", "held 47 04-07 C side=State",
         "bodies_recovered 1 05-01 B", "held 49 05-05 D side=Front"],
        ("adds_up", (0, 1, 3, 5, 6), None),
    ),
    ("more held two days later", ["held 54 05-03 A", "held 70 05-05 B"], ("does_not_add_up", (0, 1), 16)),
    (
        "a total does not hold what was freed after it on its day",
        ["freed 30 05-20 A cum", "released 10 05-01 A", "released 20 05-10 B", "released 8 05-20 C"],
        ("adds_up", (0, 1, 2), None),
    ),
    (
        "held and freed of two moments of one day",
        ["taken 90 04-01 A", "freed 30 06-01 B cum", "held 52 06-02 C", "released 8 06-02 D"],
        ("different_as_of", (0, 1, 2), 8),
    ),
    (
        "a flow dated after a stock is not counted against it",
        ["taken 60 04-01 A", "released 4 05-01 A", "held 50 05-10 B", "released 6 05-12 C"],
        ("open", (0, 1, 2), 6),
    ),
]
CASUALTIES = {"killed", "injured"}


@pytest.mark.parametrize(("name", "figures", "expected"), TABLE, ids=[n for n, _, _ in TABLE])
def test_a_set_of_figures_has_its_verdict(name: str, figures: list[str], expected: Expected) -> None:
    family = "casualties" if figures[0].split()[0] in CASUALTIES else "captives"
    verdict, indices, difference = expected
    lines = {line.statements: line for line in lines_of(book(*figures, family=family))}
    line = lines.get(tuple(f"s{i:03}" for i in indices))
    assert line is not None, [(n.verdict, n.statements, n.sum) for n in lines.values()]
    assert line.verdict == verdict, line
    if difference is not None:
        assert line.difference == difference


def test_the_table_has_its_thirty_sets() -> None:
    assert len({name for name, _, _ in TABLE}) >= 30


QUIET: list[tuple[str, list[str]]] = [
    ("figures of two parties are not set against each other", ["held 40 05-01 A party=North", "held 70 05-01 B party=South"]),
    ("a few who are spoken of are no stock", ["held 3 05-01 A some", "held 43 05-01 A"]),
    ("two happenings of different days", ["killed 3 05-01 A", "killed 9 05-20 B"]),
    ("what is demanded is no count", ["to_release 400 05-01 A", "to_release 250 05-01 B"]),
    ("fewer held two days later", ["held 70 05-03 A", "held 54 05-05 B", "taken 90 04-01 A"]),
    ("two lower bounds", ["held >30 05-01 A", "held >40 05-01 B"]),
    ("what may have been before a stock is not counted after it", ["held 50 05-20 A", "released 5 05-01/05-31 B", "held 50 06-01 C"]),
    ("a flow of the day after is none of the count of the day before", ["taken 50 04-01 A", "released 10 05-01 A", "held 40 05-10 B", "released 8 05-12 C"]),
    ("a later capture is no correction of an earlier", ["taken 27 04-01 A", "taken 9 05-20 A"]),
]


@pytest.mark.parametrize(("name", "figures"), QUIET, ids=[n for n, _ in QUIET])
def test_what_only_looks_like_a_difference_raises_none(name: str, figures: list[str]) -> None:
    family = "casualties" if figures[0].split()[0] in CASUALTIES else "captives"
    assert [n for n in lines_of(book(*figures, family=family)) if n.verdict in ("does_not_add_up", "open")] == []
