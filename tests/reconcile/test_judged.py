"""A person's decision wins, can be undone, and finds its words again after re-reading."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from typing import Any

import pytest

from onrecord.errors import InputError
from onrecord.reconcile.judged import edited, judge_statements, standing
from onrecord.reconcile.judged_entities import judge_entities
from onrecord.types import Entity, Figure, Interval, Judgement, Reading, Report, Span, Statement

TEXT = "The Front holds 40 men and Ruiz junior, said Ruiz."
SPAN = Span(16, 22)
WHEN = dt.datetime(2026, 1, 2, tzinfo=dt.UTC)
FIGURE = Figure("f1", SPAN, 40, None, None, "exact", "men", "held")
HELD = Statement("s1", "r1", "figures", "f1", FIGURE, SPAN, SPAN.of(TEXT), None, None)
OTHER = replace(HELD, id="s2", span=Span(0, 9), quote="The Front")


def judge(action: str, target: str = "s1", value: Any = None, *, n: int = 1, start: int = SPAN.start) -> Judgement:
    """A judgement as `onrecord judge` writes it."""
    context = json.dumps({"report": "r1", "start": start, "end": SPAN.end, "words": TEXT})
    return Judgement(
        f"j{n}", action, target, "R. Coder", WHEN, "heard the tape", "figures", SPAN.of(TEXT), context, None if value is None else json.dumps(value)  # type: ignore[arg-type]
    )


def test_what_is_rejected_counts_no_more_and_comes_back_when_that_is_undone() -> None:
    assert tuple(judge_statements([HELD, OTHER], [judge("reject")]).statements) == (OTHER,)
    assert tuple(judge_statements([HELD, OTHER], [judge("reject"), judge("undo", "j1", n=2)]).statements) == (HELD, OTHER)


def test_undoing_an_undoing_brings_the_decision_back() -> None:
    made = [judge("reject"), judge("undo", "j1", n=2), judge("undo", "j2", n=3)]
    assert [j.id for j in standing(made)] == ["j1"]


def test_what_is_accepted_or_edited_says_who_decided() -> None:
    for action, value in (("accept", None), ("edit", {"value": 41, "measure": "released"})):
        only = judge_statements([HELD], [judge(action, value=value)]).statements[0]
        assert only.item.confidence.value == 1.0
        assert "R. Coder" in only.item.confidence.reasons[-1] and "heard the tape" in only.item.confidence.reasons[-1]
    assert isinstance(only.item, Figure)
    assert (only.item.value, only.item.measure, only.id, only.span, only.quote) == (41, "released", HELD.id, HELD.span, HELD.quote)


def test_the_later_of_two_edits_wins() -> None:
    both = judge_statements([HELD], [judge("edit", value={"value": 41}), judge("edit", value={"value": 42}, n=2)]).statements[0]
    assert isinstance(both.item, Figure) and both.item.value == 42


def test_a_day_can_be_set() -> None:
    assert edited(HELD, {"as_of": "2024-03-02"}).date == Interval.day(dt.date(2024, 3, 2))
    assert edited(HELD, {"as_of": "../2024-03-02"}).date == Interval(None, dt.date(2024, 3, 2))


@pytest.mark.parametrize("value", [{"mood": "bad"}, {"span": [0, 1]}, {"measure": "eaten"}, {"value": "many"}, {"as_of": "tomorrow"}, {"as_of": 3}])
def test_an_edit_that_makes_no_sense_is_refused(value: dict[str, Any]) -> None:
    with pytest.raises(InputError):
        edited(HELD, value)


def test_after_re_reading_a_judgement_finds_its_words_by_overlap() -> None:
    again = replace(HELD, id="new", span=Span(16, 26), quote="40 men and")
    assert tuple(judge_statements([again], [judge("reject")]).statements) == ()
    assert judge_statements([again], [judge("reject")]).lost == ()


@pytest.mark.parametrize(
    "left", [replace(HELD, id="new", span=Span(0, 19)), replace(HELD, id="new", layer="status"), OTHER], ids=["too little overlap", "other layer", "elsewhere"]
)
def test_a_judgement_that_finds_nothing_is_lost_and_told(left: Statement) -> None:
    done = judge_statements([left], [judge("reject")])
    assert tuple(done.statements) == (left,) and [j.id for j in done.lost] == ["j1"]


def test_a_judgement_on_a_report_that_is_not_in_the_record_waits() -> None:
    assert judge_statements([replace(HELD, report="r2", id="x")], [judge("reject")]).lost == ()


READING = Reading(Report("r1", "one", TEXT))
FATHER = Entity("e1", "Ruiz", "person", names=("Ruiz", "Ruiz junior"), mentions=(("r1", Span(27, 38)), ("r1", Span(45, 49))))
ARMY = Entity("e2", "the Front", "group", names=("The Front",), mentions=(("r1", Span(0, 9)),))


def test_entities_are_joined_and_keep_the_first_ones_name() -> None:
    (one,) = judge_entities([FATHER, ARMY], [judge("merge", "e1", ["e2"])], [READING])
    assert (one.id, one.name) == ("e1", "Ruiz") and "The Front" in one.names and len(one.mentions) == 3
    assert "R. Coder" in one.reasons[-1]


def test_entities_are_parted_by_the_names_they_bear() -> None:
    father, son = judge_entities([FATHER], [judge("split", "e1", ["Ruiz junior"])], [READING])
    if father.id != "e1":
        father, son = son, father
    assert father.names == ("Ruiz",) and son.name == "Ruiz junior"
    assert father.mentions == (("r1", Span(45, 49)),) and son.mentions == (("r1", Span(27, 38)),)
    assert judge_entities([FATHER], [judge("split", "e1", ["Nobody"])], [READING]) == (FATHER,)


def test_a_person_may_confirm_that_names_are_one() -> None:
    (sure,) = judge_entities([FATHER], [judge("accept", "e1")], [READING])
    assert sure.confidence.value == 1.0 and "accept by R. Coder" in sure.reasons[-1]


def test_a_person_may_forbid_two_to_be_one_whatever_later_reports_join() -> None:
    text = "Ruiz spoke."
    readings = [READING, Reading(Report("r2", "two", text)), Reading(Report("r3", "three", text))]
    places = {"e1": [["r1", 45, 49]], "e9": [["r2", 0, 4]]}
    barred = replace(judge("split", "e1", ["e9"]), layer="entity", context=json.dumps({"places": places}))
    one, other = replace(FATHER, mentions=(("r1", Span(45, 49)),)), Entity("e9", "Ruiz", "person", names=("Ruiz",), mentions=(("r2", Span(0, 4)),))
    assert judge_entities([one, other], [barred], readings) == (one, other), "two that are apart stay as they are"
    joined = replace(one, mentions=(*one.mentions, *other.mentions, ("r3", Span(0, 4))))
    found = judge_entities([joined], [barred], readings)
    assert {e.mentions for e in found} == {(("r1", Span(45, 49)), ("r3", Span(0, 4))), (("r2", Span(0, 4)),)}
    assert judge_entities([joined], [barred, judge("undo", "j1", n=2)], readings) == (joined,)


def test_an_entity_whose_id_has_changed_is_found_again_by_its_mentions() -> None:
    places = {"old": [["r1", 27, 38], ["r1", 45, 49]], "was": [["r1", 0, 9]]}
    merge = replace(judge("merge", "old", ["was"]), layer="entity", context=json.dumps({"places": places}))
    (one,) = judge_entities([FATHER, ARMY], [merge], [READING])
    assert one.id == "e1" and len(one.mentions) == 3
    elsewhere = replace(merge, context=json.dumps({"places": {"old": [["r1", 10, 12]], "was": []}}))
    assert judge_entities([FATHER, ARMY], [elsewhere], [READING]) == (FATHER, ARMY)


def test_all_alike_are_decided_at_once_in_whatever_report_and_undone_at_once() -> None:
    copied = replace(HELD, id="s3", report="r2", span=Span(4, 10), quote="40\nmen")
    freed = replace(HELD, id="s4", report="r2", item=replace(FIGURE, measure="released"))
    context = json.dumps({"report": "r1", "start": 16, "end": 22, "words": TEXT, "alike": "held"})
    both = replace(judge("reject"), context=context)
    assert tuple(judge_statements([HELD, copied, freed], [both]).statements) == (freed,)
    assert len(judge_statements([HELD, copied, freed], [both, judge("undo", "j1", n=2)]).statements) == 3
    later = judge_statements([copied], [both])
    assert tuple(later.statements) == () and later.lost == ()
