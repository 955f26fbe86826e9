"""Events joined and parted by people: applied, undone, and found again after re-reading. All reports are invented."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace

import pytest
from tests.conftest import report_of

from onrecord.annotate import annotate
from onrecord.parse import SpacyParser
from onrecord.reconcile.reconcile import reconcile, set_scene
from onrecord.types import Event, Judgement, Reading, Statement

TEXTS = (
    "The Ridge Army freed twelve captives at Kesh on May 1.",
    "Rebels let a group of workers go near the river on May 9.",
    "The envoy met both delegations on May 3.",
)
WHEN = dt.datetime(2031, 6, 1, tzinfo=dt.UTC)


@pytest.fixture(scope="module")
def readings(parser: SpacyParser) -> list[Reading]:
    """Three reports, each of one happening."""
    return [annotate(parser.parse(report_of(t, published="2031-05-20", published_basis="given"))) for t in TEXTS]


def events(readings: list[Reading], *judgements: Judgement) -> tuple[Event, ...]:
    """The events of readings after judgements."""
    return reconcile(set_scene(readings, judgements)).events


def statements(readings: list[Reading]) -> dict[str, Statement]:
    """All statements by id."""
    return set_scene(readings).by_id


def judgement(action: str, target: Event, value: list[str], places: dict[str, list[tuple[str, int, int]]], *, n: int = 1) -> Judgement:
    """A judgement on an event as `onrecord judge` writes it."""
    context = json.dumps({"places": places})
    return Judgement(f"j{n}", action, target.id, "R. Coder", WHEN, "one release", "event", None, context, json.dumps(value))  # type: ignore[arg-type]


def places(readings: list[Reading], event: Event) -> list[tuple[str, int, int]]:
    """Where an event's statements stand."""
    known = statements(readings)
    return [(known[s].report, *known[s].span) for s in event.statements]


@pytest.fixture
def two(readings: list[Reading]) -> tuple[Event, Event]:
    """Two events that the program keeps apart."""
    one, other = (e for e in events(readings) if e.type == "release")
    return one, other


def test_events_are_joined_and_say_who_joined_them(readings: list[Reading], two: tuple[Event, Event]) -> None:
    one, other = two
    found = events(readings, judgement("merge", one, [other.id], {}))
    (joined,) = [e for e in found if e.type == "release"]
    assert set(joined.statements) == {*one.statements, *other.statements} and len(found) == len(events(readings)) - 1
    assert "merge by R. Coder on 2031-06-01: one release" in joined.reasons


def test_undoing_parts_them_again(readings: list[Reading], two: tuple[Event, Event]) -> None:
    one, other = two
    undone = Judgement("j2", "undo", "j1", "R. Coder", WHEN)
    assert events(readings, judgement("merge", one, [other.id], {}), undone) == events(readings)


def test_an_event_is_parted_by_its_statements(readings: list[Reading], two: tuple[Event, Event]) -> None:
    one, other = two
    merge = judgement("merge", one, [other.id], {})
    (joined,) = [e for e in events(readings, merge) if e.type == "release"]
    split = judgement("split", joined, list(other.statements), {}, n=2)
    again = [e for e in events(readings, merge, split) if e.type == "release"]
    assert sorted(e.statements for e in again) == sorted([one.statements, other.statements])
    assert all(any("split by R. Coder" in r for r in e.reasons) for e in again)


def test_an_event_whose_id_has_changed_is_found_again_by_its_places(readings: list[Reading], two: tuple[Event, Event]) -> None:
    one, other = two
    told = {"old-1": places(readings, one), "old-2": [(r, s, e - 1) for r, s, e in places(readings, other)]}
    merge = replace(judgement("merge", one, ["old-2"], told), target="old-1")
    (joined,) = [e for e in events(readings, merge) if e.type == "release"]
    assert set(joined.statements) == {*one.statements, *other.statements}


def test_a_judgement_whose_words_are_read_no_more_is_told_as_lost(readings: list[Reading], two: tuple[Event, Event]) -> None:
    one, other = two
    gone = replace(judgement("merge", one, [other.id], {"old-1": [(readings[0].report.id, 0, 3)]}), target="old-1")
    scene = set_scene(readings, [gone])
    assert scene.lost == (gone,) and reconcile(scene).events == events(readings)


def test_adding_a_report_keeps_a_judgement(readings: list[Reading], two: tuple[Event, Event], parser: SpacyParser) -> None:
    one, other = two
    merge = judgement("merge", one, [other.id], {one.id: places(readings, one), other.id: places(readings, other)})
    more = annotate(parser.parse(report_of("The Ridge Army freed twelve captives at Kesh on May 1, a mediator said.", published="2031-05-21")))
    (joined,) = [e for e in events([*readings, more], merge) if e.type == "release" and {*one.statements, *other.statements} <= set(e.statements)]
    assert joined.reasons
