"""What people decided is told in words, leads to its thing, and says whether it holds."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest

from onrecord.types import Judgement
from onrecord.views.web.review.past import Past, past

WHEN = dt.datetime(2026, 1, 2, tzinfo=dt.UTC)
LONG = "0123456789abcdef01234567"


def judge(action: str, layer: str, value: Any = None, *, n: int = 1, target: str = "t1", **context: Any) -> Judgement:
    """A judgement."""
    told = None if value is None else json.dumps(value)
    return Judgement(f"j{n}", action, target, "R. Coder", WHEN, layer=layer, context=json.dumps(context), value=told)  # type: ignore[arg-type]


@pytest.mark.parametrize(("judgement", "words", "href"), [
    (judge("edit", "figures", {"unit": "crew", "as_of": None}), "unit: crew; as of: none", "/review/statements/t1"),
    (judge("add", "times", {"days": "2025-03-20", "of": [LONG]}), "days: 2025-03-20; of: 0123456789ab", ""),
    (judge("merge", "event", [LONG, LONG[::-1]]), "0123456789ab, 76543210fedc", "/review/events/t1"),
    (judge("split", "entity", ["J. Roe jr."]), "J. Roe jr.", "/review/entities/t1"),
    (judge("split", "origin", ["r2"], names=["one", "two"], kind="apart"), "one – two: apart", "/review/reports/t1"),
    (judge("accept", "status"), "", "/review/statements/t1"), (judge("undo", "judgement"), "", ""),
])
def test_a_decision_is_told_in_words_and_leads_to_its_thing(judgement: Judgement, words: str, href: str) -> None:
    told = Past(judgement, holds=True)
    assert (told.value, told.href) == (words, href)


def test_the_last_comes_first_and_what_was_undone_says_so() -> None:
    made = [judge("accept", "status"), judge("reject", "status", n=2, target="t2"), judge("undo", "judgement", n=3, target="j1")]
    assert [(p.judgement.id, p.holds) for p in past(made)] == [("j3", True), ("j2", True), ("j1", False)]
