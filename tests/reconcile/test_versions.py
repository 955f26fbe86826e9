"""Later versions of a report: what they say no more is withdrawn, dated and kept; what they say in other words stands."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest

from onrecord.annotate import annotate
from onrecord.parse import SpacyParser
from onrecord.reconcile.reconcile import reconcile, set_scene
from onrecord.reconcile.scene import Scene
from onrecord.types import Block, Derived, Figure, Reading, Report, Span, report_id

FIRST = (
    "Rebels free 14 miners after talks in Muscat",
    "The rebels released 14 miners on Tuesday after nine weeks of talks in Muscat, the interior ministry of Norland said.",
    "The ministry said that two engineers had been killed during the handover near the bridge at Tambo.",
    "Omani mediators carried messages between the government and the rebels, and a second meeting is planned for 12 June in Muscat.",
    "The rebels still hold 20 engineers and drivers, according to the mining company, which thanked everybody involved.",
)
SECOND = (
    "Rebels free 16 miners after talks in Muscat",
    "The rebels released 16 miners on Tuesday after nine weeks of talks in Muscat, the interior ministry of Norland said.",
    "Omani mediators carried messages between the government and the rebels, and a second meeting is planned for 12 June in Muscat.",
    "The rebels still hold 20 engineers and drivers, according to the mining company, which thanked everybody involved.",
    "Correction: an earlier version of this report misstated the number of miners and wrongly said that engineers had been killed.",
)


def report(lines: tuple[str, ...], day: str, *, outlet: str = "Coast Wire", url: str | None = "coast.example/miners") -> Report:
    text = "\n".join(lines)
    blocks, at = [], 0
    for n, line in enumerate(lines):
        blocks.append(Block(Span(at, at + len(line)), "title" if n == 0 else "paragraph"))
        at += len(line) + 1
    return Report(report_id(text, outlet, url), day, text, outlet=outlet, url=url, published=day, published_basis="given", blocks=tuple(blocks))


@pytest.fixture(scope="module")
def versions(parser: SpacyParser) -> tuple[Reading, Reading]:
    first, second = (annotate(parser.parse(r)) for r in (report(FIRST, "2031-05-06"), report(SECOND, "2031-05-07")))
    return first, second


@pytest.fixture(scope="module")
def joined(versions: tuple[Reading, Reading]) -> tuple[Scene, Derived]:
    scene = set_scene(versions)
    return scene, reconcile(scene)


def test_what_the_correction_took_back_is_withdrawn_on_its_day(joined: tuple[Scene, Derived]) -> None:
    scene, derived = joined
    gone = {scene.statement(w.statement).quote for w in derived.withdrawn}
    assert any("two engineers" in q for q in gone) and any("14 miners" in q for q in gone)
    assert {w.on.edtf() for w in derived.withdrawn if w.on} == {"2031-05-07"} and all(w.corrected for w in derived.withdrawn)


def test_what_still_stands_in_the_later_text_is_not(joined: tuple[Scene, Derived]) -> None:
    scene, derived = joined
    gone = " ".join(scene.statement(w.statement).quote for w in derived.withdrawn)
    assert "20 engineers" not in gone and "12 June" not in gone


def test_nothing_rests_on_what_was_withdrawn_and_it_is_kept(joined: tuple[Scene, Derived]) -> None:
    scene, derived = joined
    gone = {w.statement for w in derived.withdrawn}
    assert gone <= {s.id for s in scene.statements}
    resting = {s for e in derived.events for s in e.statements} | {v.statement for g in derived.ledgers for v in g.values}
    assert not gone & resting
    released = [v for g in derived.ledgers for v in g.values if v.measure == "released"]
    assert {v.low for v in released} == {16}


def test_the_order_of_the_versions_changes_nothing(versions: tuple[Reading, Reading], joined: tuple[Scene, Derived]) -> None:
    assert {reconcile(set_scene(p)).withdrawn for p in permutations(versions)} == {joined[1].withdrawn}


def test_two_outlets_with_one_text_withdraw_nothing_of_each_other(parser: SpacyParser, versions: tuple[Reading, Reading]) -> None:
    other = annotate(parser.parse(report(SECOND[:-1], "2031-05-07", outlet="Inland Post", url="inland.example/x")))
    assert reconcile(set_scene([versions[0], other])).withdrawn == ()


def test_two_texts_of_one_outlet_at_two_addresses_are_no_versions(parser: SpacyParser, versions: tuple[Reading, Reading]) -> None:
    other = annotate(parser.parse(report(SECOND[:-1], "2031-05-07", url="coast.example/miners-evening")))
    assert reconcile(set_scene([versions[0], other])).withdrawn == ()


def test_versions_of_which_none_is_told_to_be_later_withdraw_nothing(versions: tuple[Reading, Reading], parser: SpacyParser) -> None:
    undated = [replace(r, report=replace(r.report, published="2031-05-07")) for r in (versions[0], annotate(parser.parse(report(SECOND[:-1], "2031-05-07"))))]
    assert reconcile(set_scene(undated)).withdrawn == ()


def test_a_figure_in_other_words_is_still_said(joined: tuple[Scene, Derived]) -> None:
    figures = [s for s in joined[0].statements if isinstance(s.item, Figure) and "20 engineers" in s.quote]
    assert len(figures) == 2 and not {s.id for s in figures} & joined[0].gone
