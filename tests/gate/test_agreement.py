"""Two codings of one text are compared as the program is with one of them; the second codings lie on the same texts and steer nothing."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from onrecord.score import LAYERS, Result
from tests.gate.agreement import SECOND, Gold, both_ways, codings, each, said, undoubted
from tests.gate.gate import FLOORS, UNSEEN, gold_sets
from tests.gold.markup import Source, compile_gold, load

TEXT = "On Monday the envoy met the rebels in Port Asra and left on Friday. Talks resume in March."
FILES = sorted(SECOND.glob("*.gold"))


def coding(*lines: str) -> dict[str, Any]:
    """A coding of TEXT."""
    return compile_gold(Source("made", {"published": "2026-03-01"}, TEXT, tuple(enumerate(lines))))


MONDAY, FRIDAY, MARCH, OTHER = "T Monday = 2026-02-23", "T Friday = 2026-02-27", "T March = 2026-03", "T March = 2027-03"
DOUBT = " | doubt"


@pytest.mark.parametrize(("first", "second", "plain", "free", "as_firm"), [
    ([MONDAY, FRIDAY], [MONDAY, FRIDAY], 1.0, 1.0, 1.0),
    ([MONDAY, FRIDAY], [MONDAY], 2 / 3, 2 / 3, 2 / 3),
    ([MONDAY, MARCH], [MONDAY, OTHER], 0.5, 0.5, 0.5),
    # One doubts what the other has: without the doubts it is missed by whoever takes only the firm ones.
    ([MONDAY, FRIDAY], [MONDAY, FRIDAY + DOUBT], 0.8, 1.0, 1.0),
    # One doubts what the other has not at all.
    ([MONDAY], [MONDAY, FRIDAY + DOUBT], 1.0, 1.0, 2 / 3),
])
def test_doubts_are_left_out_or_free_or_firm(first: list[str], second: list[str], plain: float, free: float, as_firm: float) -> None:
    one, other, texts = {"made": coding(*first)}, {"made": coding(*second)}, {"made": TEXT}
    ways = [both_ways(one, other, texts), both_ways(one, other, texts, free=True), both_ways(undoubted(one), undoubted(other), texts)]
    assert [right(results, "times") for results in ways] == pytest.approx([plain, free, as_firm])


def right(results: list[Result], layer: str) -> float:
    """"Right" F1, not rounded."""
    tallies = [r.tallies[layer] for r in results]
    return 2 * sum(t.right for t in tallies) / sum(t.system + t.gold for t in tallies)


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> tuple[Gold, Gold, dict[str, str]]:
    """The codings that are kept."""
    return codings(tmp_path_factory.mktemp("codings"))


def test_second_codings_lie_on_the_texts_of_unread_reports(both: tuple[Gold, Gold, dict[str, str]]) -> None:
    first, second, _ = both
    assert sorted(second) == sorted(first) == [p.stem for p in FILES] != []
    for path in FILES:
        (other,) = [f for f in SECOND.parent.glob(f"*/{path.name}") if f != path]
        assert load(path).text == load(other).text and other.parent.name in UNSEEN, f"{path.name}: move it with its first coding"


@pytest.mark.parametrize("layer", LAYERS)
def test_a_coder_agrees_with_itself_and_not_wholly_with_the_other(layer: str, both: tuple[Gold, Gold, dict[str, str]]) -> None:
    first, second, texts = both
    itself = right(each(first, said(first, first, texts), texts), layer)
    assert 0.98 <= itself <= 1.0, "a doubtful item at the very words of a firm one may take its place"
    assert right(both_ways(first, second, texts), layer) < itself


def test_second_codings_are_in_no_set_and_have_no_floor(tmp_path: Path) -> None:
    assert SECOND.name not in {s.name for s in gold_sets(tmp_path)} | set(json.loads(FLOORS.read_text(encoding="utf-8")))
