"""What changes the mark of a report, and what does not: only what its own rules can see."""

from __future__ import annotations

from dataclasses import replace

from bench.corpus.readings import readings

from onrecord.reconcile import set_scene
from onrecord.reconcile.scene import Scene
from onrecord.reconcile.seen import Seen, judged_in
from onrecord.types import Interval, Negotiation

MADE = readings(30, 3, days=20)


def marks(scene: Scene) -> dict[str, bytes]:
    """The mark of each report by the names of its participants."""
    seen = Seen(scene, {})
    return {r.report.id: seen.mark(r.report.id, sorted(p.name for p in r.participants)) for r in scene.readings}


def changed(before: Scene, after: Scene) -> set[str]:
    """The reports whose mark is another one."""
    one, other = marks(before), marks(after)
    return {report for report in one if one[report] != other[report]}


def test_a_report_more_leaves_the_marks_of_most_as_they_are() -> None:
    known, whole = set_scene(MADE[:-1]), set_scene(MADE)
    assert len(changed(known, whole)) < len(known.readings) / 2


def test_a_date_changes_the_mark_of_its_report_only() -> None:
    scene = set_scene(MADE)
    report = MADE[0].report.id
    moved = replace(scene.dates[report], published=Interval(None, None))
    assert changed(scene, replace(scene, dates={**scene.dates, report: moved})) == {report}


def test_another_name_for_an_entity_changes_the_marks_of_the_reports_that_ask_for_it() -> None:
    scene = set_scene(MADE)
    name = next(p.name for p in MADE[0].participants if scene.meant(MADE[0].report.id, p.name))
    entity = scene.meant(MADE[0].report.id, name)
    assert entity is not None
    other = replace(entity, side="Elsewhere")
    renamed = replace(scene, by_name={key: other if e == entity else e for key, e in scene.by_name.items()})
    assert changed(scene, renamed) == {r.report.id for r in MADE if any(scene.meant(r.report.id, p.name) == entity for p in r.participants)}


def test_parties_change_the_marks_of_all_reports_of_their_talks_and_reports_that_came_to_the_talks_do_not() -> None:
    scene = set_scene(MADE)
    talks = scene.negotiations[0]

    def with_talks(other: Negotiation) -> Scene:
        return replace(scene, negotiations=(other, *scene.negotiations[1:]))

    assert changed(scene, with_talks(replace(talks, parties=("A", "B")))) == set(talks.reports)
    assert changed(scene, with_talks(replace(talks, reasons=("more reports",), mediators=talks.mediators[::-1]))) == set()


def test_what_people_decide_changes_the_mark_of_its_report_also_where_they_only_add() -> None:
    """A statement left out, one put otherwise, one put beside those that were read."""
    read = set_scene(MADE[:3]).told
    report = MADE[1].report.id
    one, *out = read.of(report)
    for decided in (out, (*out, replace(one, date_reason="set by a person")), (*read.of(report), replace(one, id="added"))):
        assert set(judged_in(read, read.otherwise({report: decided}))) == {report}
    assert judged_in(read, read) == {}
