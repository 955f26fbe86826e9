"""What a person marks in a report stands beside what was read there: with its words, its source, its author, and a way back."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from typing import Any

import pytest

from onrecord.errors import InputError
from onrecord.reconcile.judged import by_person, judge_statements
from onrecord.reconcile.judged_added import item_of, with_added
from onrecord.reconcile.statements import statement_id
from onrecord.types import Attribution, Figure, Interval, Judgement, Layer, Report, Span, Statement

TEXT = "The envoy said the Front holds 40 men at Ansel. Norland demands that all be freed by Friday."
REPORT = Report("r1", "one", TEXT)
DAY = Interval.day(dt.date(2026, 1, 3))
WHEN = dt.datetime(2026, 1, 2, tzinfo=dt.UTC)
SAID = Attribution(
    "a1", Span(0, 46), "indirect", "The envoy", "named_person", "The envoy", "said", TEXT[15:46], (Span(0, 9),), (Span(10, 14),), (Span(15, 46),),
)
SOURCE = Statement("s-envoy", "r1", "attributions", "a1", SAID, SAID.span, SAID.span.of(TEXT), None, DAY)


def span_of(words: str) -> Span:
    """Where *words* stand."""
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def judge(layer: Layer, words: str, *, n: int = 1, **value: Any) -> Judgement:
    """A judgement that adds a statement, as onrecord.desk.marking writes it."""
    span = span_of(words)
    target = "" if layer == "times" else statement_id("r1", layer, item_of(layer, TEXT, span, value))
    context = {"report": "r1", "start": span.start, "end": span.end, "words": TEXT, **({"by": list(SOURCE.span)} if "by" in value else {})}
    return Judgement(f"j{n}", "add", target, "R. Coder", WHEN, "missed", layer, words, json.dumps(context), json.dumps(value))


def put(judgements: list[Judgement], statements: tuple[Statement, ...] = (SOURCE,), reports: tuple[Report, ...] = (REPORT,)) -> tuple[Statement, ...]:
    """The statements after the judgements, without the source."""
    return tuple(s for s in with_added(statements, judgements, {r.id: r for r in reports}, {"r1": DAY}).statements if s is not SOURCE)


@pytest.mark.parametrize(("layer", "words", "value", "expected"), [
    ("figures", "40 men", {"measure": "held", "unit": "men", "value": 40}, {"value": 40, "comparator": "exact", "low": None, "measure": "held"}),
    ("figures", "40 men", {"measure": "held", "unit": "men", "value": 40, "comparator": "more_than"}, {"low": 41, "high": None}),
    ("figures", "40 men", {"measure": "held", "unit": "men", "value": 40, "comparator": "at_most"}, {"low": None, "high": 40}),
    ("events", "holds", {"type": "capture"}, {"trigger_span": span_of("holds"), "factuality": "happened"}),
    ("positions", "demands that all be freed", {"party": "Norland", "stance": "demands", "topic": "All freed"}, {"topic_key": "all freed"}),
    ("commitments", "all be freed by Friday", {"obligor": "the Front", "what": "free all"}, {"account": "owed"}),
    ("proposals", "all be freed", {"title": "plan", "role": "tabled"}, {"who": None}),
    ("status", "demands", {"status": "stalled"}, {"track": "talks"}),
    ("attributions", "Norland demands that all be freed", {"source": "Norland", "cue": "demands", "source_class": "named_body"},
     {"content": "that all be freed", "source_spans": (span_of("Norland"),), "cue_spans": (span_of("demands"),)}),
])
def test_each_layer_is_made_of_its_main_fields_and_its_words(layer: Layer, words: str, value: dict[str, Any], expected: dict[str, Any]) -> None:
    made = put([judge(layer, words, **value)])[0]
    assert {k: getattr(made.item, k) for k in expected} == expected
    assert (made.quote, made.span.of(TEXT), made.published, by_person(made)) == (words, words, DAY, "added by R. Coder")
    assert "missed" in made.item.confidence.reasons[-1] and made.item.confidence.value == 1.0


@pytest.mark.parametrize(("layer", "value", "words"), [
    ("figures", {"measure": "held"}, "unit: is missing"), ("figures", {"measure": "held", "unit": "men"}, "value: is missing"),
    ("figures", {"measure": "shelved", "unit": "men", "value": 40}, "shelved"), ("events", {"kind": "capture"}, "kind: no field of events"),
    ("status", {}, "status: is missing"), ("attributions", {"source": "Belmar", "cue": "said", "source_class": "named_body"}, "'Belmar' does not stand"),
    ("figures", {"measure": "held", "unit": "men", "value": 40, "confidence": 1}, "confidence: no field"),
])
def test_what_says_nothing_is_refused_with_what_is_missing(layer: str, value: dict[str, Any], words: str) -> None:
    with pytest.raises(InputError, match=words):
        item_of(layer, TEXT, span_of("40 men"), value)


def test_a_statement_stands_in_the_attribution_that_was_named_wherever_its_id_went() -> None:
    value = {"measure": "held", "unit": "men", "value": 40}
    named = judge("figures", "40 men", **value, by="s-envoy")
    assert [link.source for link in put([named])[0].chain] == ["The envoy"]
    read_anew = replace(SOURCE, id="s-other", local="a9", item=replace(SAID, id="a9", span=Span(0, 44)), span=Span(0, 44))
    assert [link.source for link in next(s for s in put([named], (read_anew,)) if s.layer == "figures").chain] == ["The envoy"]
    assert put([named], ())[0].chain == () and put([judge("figures", "40 men", **value, by="own")])[0].chain == ()


def test_a_persons_statement_takes_the_place_of_one_that_says_the_same_and_of_no_other() -> None:
    figure = Figure("f1", span_of("40 men"), 40, None, None, "exact", "men", "held")
    read = Statement("s-read", "r1", "figures", "f1", figure, figure.span, "40 men", None, DAY)
    other = replace(read, id="s-more", item=replace(figure, value=41))
    elsewhere = replace(read, id="s-there", report="r2")
    made = put([judge("figures", "holds 40 men", measure="held", unit="men", value=40)], (SOURCE, read, other, elsewhere))
    assert {s.id for s in made} & {"s-read", "s-more", "s-there"} == {"s-more", "s-there"} and len(made) == 3


def test_an_added_statement_is_edited_and_rejected_like_any_other_and_goes_when_that_is_undone() -> None:
    add = judge("status", "demands", status="stalled")
    again = replace(add, id="j2", action="edit", value='{"status": "active"}')
    undo = Judgement("j3", "undo", "j1", "R. Coder", WHEN)
    edited = judge_statements(put([add, again]), [add, again]).statements[0]
    assert edited.item.status == "active" and by_person(edited) == "edited by R. Coder"  # type: ignore[union-attr]
    assert tuple(judge_statements(put([add]), [add, replace(again, action="reject", value=None)]).statements) == ()
    after = judge_statements((*put([add, again, undo]), SOURCE), [add, again, undo])
    assert tuple(after.statements) == (SOURCE,) and after.lost == ()


def test_a_judgement_waits_for_its_report_and_is_lost_where_its_words_are_not() -> None:
    add = judge("status", "demands", status="stalled")
    assert (tuple(with_added((), [add], {}, {}).statements), with_added((), [add], {}, {}).lost) == ((), ())
    assert with_added((), [replace(add, quote="offers")], {"r1": REPORT}, {}).lost == (replace(add, quote="offers"),)


def test_words_that_are_marked_as_a_time_date_the_statements_that_were_named() -> None:
    asked = judge("commitments", "all be freed by Friday", obligor="the Front", what="free all")
    first = put([asked])[0]
    time = judge("times", "Friday", n=2, days="2026-01-09", of=[first.id])
    dated = put([asked, time])[0]
    assert dated.date == Interval.day(dt.date(2026, 1, 9)) and "“Friday”, marked as its time by R. Coder" in dated.date_reason
    assert by_person(dated) == "dated by R. Coder" and first.date is None
