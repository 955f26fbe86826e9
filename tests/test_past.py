"""What could be known on an earlier day: which judgements count then, and what of a date's derivation is told."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from onrecord.errors import RecordError
from onrecord.past import LATER, dates_then, forgotten
from onrecord.record import open_record, store
from onrecord.types import Interval, Judgement, ReportDate

DAY = dt.date(2031, 5, 10)


def judged(identity: str, action: str = "accept", target: str = "t", day: int = 9, **more: str) -> Judgement:
    return Judgement(identity, action, target, "desk", dt.datetime(2031, 5, day, tzinfo=dt.UTC), **more)  # type: ignore[arg-type]


def typed(identity: str, *, on: int, begins: int | None) -> Judgement:
    """An agreement that was typed in on one day of May and runs from another."""
    dates = {"first": f"2031-05-{begins:02}", "last": None} if begins else None
    return judged(identity, "add", "a" + identity, on, layer="agreement", value=json.dumps({"dates": dates}))


def places(**where: list[str]) -> str:
    return json.dumps({"places": {target: [(r, 0, 5) for r in reports] for target, reports in where.items()}})


@pytest.mark.parametrize(
    ("judgement", "gone"),
    [
        (judged("j", context=json.dumps({"report": "later", "start": 0, "end": 5})), True),
        (judged("j", context=json.dumps({"report": "known", "start": 0, "end": 5})), False),
        (judged("j", context=places(t=["later", "known"])), False),
        (judged("j", context=places(t=["later"], other=["known"])), True),
        (judged("j", "edit", day=30), False),
        (typed("j", on=12, begins=11), True),
        (typed("j", on=12, begins=None), True),
        (typed("j", on=9, begins=20), False),
        (typed("j", on=30, begins=10), False),
        (judged("j", "add", day=30, layer="figures", value="{}", context=json.dumps({"report": "known"})), False),
        (judged("j", "code", day=30, layer="coding", value="{}", context=json.dumps({"report": "known"})), False),
        (judged("j", "code", day=9, layer="coding", value="{}", context=json.dumps({"report": "later"})), True),
    ],
    ids=["words of a later report", "words of a known one", "an event told before too", "an event told later only", "decided later, about no report",
         "an agreement yet to come", "an agreement without a day, typed in later", "typed in before it runs", "running before it was typed in",
         "what the program missed in a known report", "a coding of a known report, later", "a coding of a later report"],
)
def test_a_judgement_counts_unless_it_is_on_what_came_later(judgement: Judgement, gone: bool) -> None:
    assert forgotten([judgement], {"later"}, DAY) == ({"j"} if gone else set())


def test_an_undo_goes_with_what_it_takes_back() -> None:
    chain = [typed("j", on=12, begins=11), judged("u", "undo", "j"), judged("again", "undo", "u")]
    assert forgotten(chain, (), DAY) == {"j", "u", "again"}


def test_a_derivation_keeps_its_day_and_loses_the_words_of_later_reports() -> None:
    own, other = "“Monday” lies behind", "“truce collapsed” (wire-9) is what ended on 9 May"
    date = ReportDate("r", Interval.day(DAY), "inferred", f"{other}; {own}", (other, own))
    told = dates_then([date], ["wire-9"], DAY)[0]
    assert told.published == date.published and told.constraints == (own, LATER.format(day=DAY)) and "collapsed" not in told.reason
    assert dates_then([date], ["wire"], DAY) == [date], "a name within a longer name is another report's"


def test_judgements_are_left_out_of_a_copy_in_memory_only(tmp_path: Path) -> None:
    with open_record(tmp_path / "record.db", write=True) as record, pytest.raises(RecordError, match="never removed"):
        store.forget_judgements(record, ["j"])
