"""What reports say together of positions, commitments and the state of talks, and where they differ."""

from __future__ import annotations

from collections.abc import Callable
from itertools import permutations

import pytest

from onrecord.annotate import annotate
from onrecord.parse import SpacyParser
from onrecord.reconcile.reconcile import reconcile, set_scene
from onrecord.reconcile.scene import Scene
from onrecord.types import Block, Derived, Reading, Report, Span, report_id

REPORTS = (
    (
        "Coast Wire",
        "2024-05-02",
        (
            "Peace talks between Ukraine and Russia resumed in Geneva on Thursday.",
            "Ukraine demanded that the wounded prisoners be released first.",
            "Under the truce agreement, Russia will release 40 wounded prisoners by Sunday in exchange for a pause of ten days.",
        ),
    ),
    (
        "Harbour News",
        "2024-05-09",
        (
            "Russia has rejected the demand that the wounded be released first, a Russian official said.",
            "Ukraine accused Russia of violating the truce on Wednesday.",
            "The peace talks in Geneva are deadlocked, a Ukrainian official said.",
        ),
    ),
    ("Inland Post", "2024-05-09", ("Russia said Ukraine had violated the truce.", "The peace talks in Geneva made real progress, a Russian official said.")),
    (
        "Coast Wire",
        "2024-05-20",
        ("Russia has accepted the demand that wounded prisoners be released first.", "The peace talks in Geneva have collapsed, a mediator said."),
    ),
)


@pytest.fixture(scope="module")
def readings(parser: SpacyParser) -> tuple[Reading, ...]:
    """The readings of the invented reports."""
    found = []
    for outlet, day, lines in REPORTS:
        text = "\n".join(lines)
        blocks, at = [], 0
        for line in lines:
            blocks.append(Block(Span(at, at + len(line)), "paragraph"))
            at += len(line) + 1
        report = Report(report_id(text, outlet, None), f"{outlet} {day}", text, outlet=outlet, published=day, published_basis="given", blocks=tuple(blocks))
        found.append(annotate(parser.parse(report)))
    return tuple(found)


@pytest.fixture(scope="module")
def joined(readings: tuple[Reading, ...]) -> tuple[Scene, Derived]:
    """The scene of all reports and what follows from it."""
    scene = set_scene(readings)
    return scene, reconcile(scene)


def test_a_party_s_stance_is_one_line_with_its_history(joined: tuple[Scene, Derived]) -> None:
    (line,) = [one for one in joined[1].positions if one.party == "Russia" and one.topic_key == "wounded first"]
    assert [p.stance for p in line.points] == ["refuses", "accepts"]
    assert line.stance == "accepts"
    assert line.moved is not None and line.moved.startswith("closer: refuses")


def test_a_point_knows_whose_account_it_is(joined: tuple[Scene, Derived]) -> None:
    line = next(one for one in joined[1].positions if one.party == "Russia" and one.topic_key == "wounded first")
    assert [p.told_by for p in line.points] == ["own", "outlet"]


def test_what_one_side_asks_and_the_other_refused_is_a_dispute(joined: tuple[Scene, Derived]) -> None:
    (dispute,) = [d for d in joined[1].disputes if d.about == "position" and "wounded first" in d.title]
    assert dispute.kind == "conflict"
    assert {said.split()[0] for said, _ in dispute.sides} == {"Ukraine", "Russia"}
    assert all(ids for _, ids in dispute.sides)


def test_an_exchange_is_owed_by_both_sides(joined: tuple[Scene, Derived]) -> None:
    owed = {one.obligor: one for one in joined[1].commitments if any(account == "owed" for _, account, _ in one.accounts)}
    assert set(owed) == {"Russia", "Ukraine"}
    assert owed["Russia"].in_return is not None and "ten days" in owed["Russia"].in_return
    assert owed["Russia"].standing == "owed"


def test_a_breach_is_somebody_s_account_never_a_finding(joined: tuple[Scene, Derived]) -> None:
    breached = [one for one in joined[1].commitments if any(account == "breached" for _, account, _ in one.accounts)]
    assert {one.obligor for one in breached} == {"Russia", "Ukraine"}
    assert all(one.standing == "breached by one account" for one in breached)
    accounts = {one.obligor: {whose for _, account, whose in one.accounts if account == "breached"} for one in breached}
    assert accounts == {"Russia": {"Ukraine"}, "Ukraine": {"Russia"}}


def test_each_side_blaming_the_other_is_one_dispute_about_who_broke_it(joined: tuple[Scene, Derived]) -> None:
    (dispute,) = [d for d in joined[1].disputes if d.title.startswith("Who broke")]
    assert [said for said, _ in dispute.sides] == ["Russia broke it", "Ukraine broke it"]


def test_talks_are_spells_in_the_order_of_time(joined: tuple[Scene, Derived]) -> None:
    states = [spell.status for spell in joined[1].talks]
    assert states[0] == "active" and states[-1] == "collapsed"
    assert set(states[1:-1]) == {"stalled", "progress"}
    for spell in joined[1].talks[:-1]:
        assert spell.begins is not None and spell.ends is not None
        assert spell.begins.first is not None and spell.ends.last is not None and spell.begins.first <= spell.ends.last
    assert joined[1].talks[-1].ends is None


def test_two_states_told_of_one_day_are_a_dispute_with_both_accounts(joined: tuple[Scene, Derived]) -> None:
    (dispute,) = [d for d in joined[1].disputes if d.about == "status"]
    assert [said for said, _ in dispute.sides] == ["progress, Russia", "stalled, Ukraine"]


def test_the_order_of_the_reports_changes_nothing(readings: tuple[Reading, ...], joined: tuple[Scene, Derived]) -> None:
    for order in list(permutations(readings))[::5]:
        derived = reconcile(set_scene(order))
        assert derived.positions == joined[1].positions
        assert derived.commitments == joined[1].commitments
        assert derived.talks == joined[1].talks
        assert derived.disputes == joined[1].disputes


def test_removing_a_report_removes_only_what_rested_on_it(readings: tuple[Reading, ...], joined: tuple[Scene, Derived]) -> None:
    gone = {s.id for s in joined[0].statements if s.report == readings[2].report.id}
    less = reconcile(set_scene(readings[:2] + readings[3:]))
    kept = {p.statement for line in joined[1].positions for p in line.points} - gone
    assert {p.statement for line in less.positions for p in line.points} == kept
    assert not gone & {p.statement for spell in less.talks for p in spell.points}


def test_every_derived_line_opens_on_words(joined: tuple[Scene, Derived]) -> None:
    scene, derived = joined
    named = [p.statement for line in derived.positions for p in line.points]
    named += [s for line in derived.commitments for s, _, _ in line.accounts]
    named += [p.statement for spell in derived.talks for p in spell.points]
    assert named
    for identity in named:
        statement = scene.by_id[identity]
        assert scene.by_report[statement.report].report.text[slice(*statement.span)] == statement.quote


def test_a_record_without_reports_is_empty(read_text: Callable[[str], Reading]) -> None:
    derived = reconcile(set_scene([read_text("The weather was fine.")]))
    assert (derived.positions, derived.commitments, derived.talks) == ((), (), ())


def test_how_long_nothing_more_was_told_of_a_position(joined: tuple[Scene, Derived]) -> None:
    wounded = next(one for one in joined[1].positions if one.party == "Ukraine" and one.topic_key == "wounded first")
    assert wounded.last_told is not None and wounded.last_told.edtf() == "2024-05-02" and wounded.silent == 18
    accepted = next(one for one in joined[1].positions if one.party == "Russia" and one.topic_key == "wounded first")
    assert accepted.silent == 0


def test_each_side_of_a_dispute_has_its_origins(joined: tuple[Scene, Derived]) -> None:
    assert joined[1].disputes
    for dispute in joined[1].disputes:
        assert len(dispute.origins) == len(dispute.sides)
        assert all(o.most >= 1 for o in dispute.origins)
