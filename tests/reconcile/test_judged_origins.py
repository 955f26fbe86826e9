"""What a person says of two texts is counted so, whatever the program held, and says who decided it."""

from __future__ import annotations

import datetime as dt
import json

import pytest

from onrecord.reconcile.judged_origins import judge_origins, set_by_person
from onrecord.reconcile.origins.count import one_text
from onrecord.types import Judgement, OriginLink

WHEN = dt.datetime(2026, 1, 2, tzinfo=dt.UTC)
REPORTS = ("a", "b", "c", "d")


def link(report: str, other: str, score: float = 0.8, kind: str = "copy") -> OriginLink:
    """An edge that the program found."""
    return OriginLink(report, other, kind, score, ("found",))  # type: ignore[arg-type]


def judge(how: str, report: str, other: str, n: int = 1) -> Judgement:
    """A judgement as onrecord.desk.tracing writes it."""
    action = "split" if how == "apart" else "merge"
    return Judgement(f"j{n}", action, report, "R. Coder", WHEN, "seen both", "origin", context=json.dumps({"kind": how}), value=json.dumps([other]))  # type: ignore[arg-type]


def texts(links: tuple[OriginLink, ...]) -> int:
    """How many texts the four reports are."""
    shared = one_text(links)
    return len({shared.get(r, r) for r in REPORTS})


@pytest.mark.parametrize(("found", "judged", "left", "many"), [
    ((), [("copy", "a", "b")], [("a", "b", "copy")], 3),
    ([("a", "b")], [("apart", "a", "b")], [], 4),
    ([("a", "b")], [("apart", "b", "a")], [], 4),
    ([("a", "b")], [("rewrite", "b", "a")], [("b", "a", "rewrite")], 3),
    ([("a", "b")], [("apart", "a", "b"), ("copy", "a", "b")], [("a", "b", "copy")], 3),
    ((), [("copy", "a", "z")], [], 4),
])
def test_an_edge_is_set_turned_and_left_out(
    found: list[tuple[str, str]], judged: list[tuple[str, str, str]], left: list[tuple[str, str, str]], many: int,
) -> None:
    made = judge_origins([link(*f) for f in found], [judge(*j, n=n) for n, j in enumerate(judged)], REPORTS)
    assert [(k.report, k.other, k.kind) for k in made] == left and texts(made) == many
    assert all(set_by_person(k) and k.score == 1.0 and "seen both" in k.reasons[0] for k in made)


def test_reports_that_are_parted_are_not_joined_by_others_and_the_weakest_edge_gives_way() -> None:
    found = [link("a", "b", 0.9), link("a", "c", 0.7), link("c", "b", 0.6), link("d", "b", 0.95)]
    made = judge_origins(found, [judge("apart", "a", "b")], REPORTS)
    assert [(k.report, k.other) for k in made] == [("a", "c"), ("d", "b")] and texts(made) == 2


def test_what_persons_joined_is_not_parted_by_what_another_said_of_others() -> None:
    made = judge_origins([], [judge("copy", "a", "c"), judge("copy", "c", "b", 2), judge("apart", "a", "b", 3)], REPORTS)
    assert len(made) == 2 and texts(made) == 2


def test_an_undoing_brings_back_what_was_found_and_other_edges_are_left_alone() -> None:
    found = [link("a", "b"), link("a", "b", kind="cites"), link("c", "Reuters", kind="wire")]
    undone = [judge("apart", "a", "b"), Judgement("j2", "undo", "j1", "R. Coder", WHEN)]
    assert set(judge_origins(found, undone, REPORTS)) == set(found)
    assert {k.kind for k in judge_origins(found, undone[:1], REPORTS)} == {"cites", "wire"}
