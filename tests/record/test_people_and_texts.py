"""Captives, channels, proposals and agreements are stored, found by id and by filter, and given back as they were."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from tests.record.conftest import arrival, made

from onrecord.reconcile import reconcile, set_scene
from onrecord.record import Record, queries, store
from onrecord.record.checks import check
from onrecord.record.queries import Filter
from onrecord.types import (
    Agreement,
    AgreementTerm,
    Channel,
    ChannelUse,
    Derived,
    Interval,
    ProposalAnswer,
    ProposalLine,
    ProposalVersion,
    RosterLine,
    RosterPoint,
    Words,
)
from onrecord.views.cli.single import thing_json
from onrecord.views.export.record_json import record_json

DAY = Interval.day(dt.date(2026, 1, 2))


@pytest.fixture
def known(record: Record) -> tuple[Record, Derived]:
    """A record with one of each kind resting on its first event."""
    store.put_report(record, made(), arrival(made()), annotator="v1")
    scene = set_scene(queries.readings(record))
    (event,) = scene.of("events")
    met, words = event.id, Words(event.report, event.span, event.quote, event.id)
    derived = replace(
        reconcile(scene),
        roster=(RosterLine("r1", "Ana Ruiz", "seen_alive", (RosterPoint(words, "seen_alive", DAY, "own voice"),), last_sign=words, last_sign_on=DAY),),
        channels=(Channel("c1", "Norland", "the Front", ("Eastland",), (ChannelUse(words, "meeting", DAY, "own voice"),), first=DAY, last=DAY),),
        proposals=(
            ProposalLine(
                "p1", "The envoy's text", (ProposalVersion("v1", "first", (met,), DAY),), (ProposalAnswer("Front", None, "accepted", met, DAY, "Front"),)
            ),
        ),
        agreements=(
            Agreement("a1", "The prisoners' deal", ("Norland", "Front"), (AgreementTerm("t1", "Front", "to free forty", statements=(met,)),), dates=DAY),
            Agreement("a2", "Typed in", ("Norland", "Front"), (), typed_by="A. Coder"),
        ),
    )
    store.replace_derived(record, scene.statements, derived, notes={})
    return record, derived


def test_they_are_given_back_as_they_were(known: tuple[Record, Derived]) -> None:
    record, derived = known
    found = queries.derived(record)
    for name in ("roster", "channels", "proposals", "agreements"):
        assert getattr(found, name) == tuple(sorted(getattr(derived, name), key=lambda v: getattr(v, "name", "")))
    assert check(record) == ()


@pytest.mark.parametrize(("identity", "kind"), [("r1", "roster"), ("c1", "channel"), ("p1", "proposal"), ("a1", "agreement")])
def test_they_are_found_by_id_with_their_words(known: tuple[Record, Derived], identity: str, kind: str) -> None:
    record, _ = known
    assert queries.lookup(record, identity) == (kind, identity)
    (statement,) = thing_json(record, kind, identity)["statements"]
    assert "met in Port Sant" in statement["quote"]
    assert (kind, identity) in queries.supported(record, statement["id"])


@pytest.mark.parametrize(
    ("where", "ids"),
    [
        (Filter(), ["r1", "c1", "p1", "a1", "a2"]),
        (Filter(party="ruiz"), ["r1"]),
        (Filter(party="eastland"), ["c1"]),
        (Filter(party="norland"), ["c1", "a2"]),
        (Filter(since=dt.date(2026, 1, 3)), []),
        (Filter(outlet="nobody"), []),
    ],
    ids=str,
)
def test_filters(known: tuple[Record, Derived], where: Filter, ids: list[str]) -> None:
    record, _ = known
    lists = (queries.roster(record, where), queries.channels(record, where), queries.proposals(record, where), queries.agreements(record, where))
    assert [value.id for found in lists for value in found] == ids


def test_an_agreement_without_words_must_have_been_typed_in(known: tuple[Record, Derived]) -> None:
    record, derived = known
    bare = tuple(replace(a, typed_by=None) for a in derived.agreements)
    store.replace_derived(record, queries.statements(record), replace(derived, agreements=bare), notes={})
    assert [f.where for f in check(record)] == ["agreement without support"]


def test_the_export_has_them(known: tuple[Record, Derived]) -> None:
    record, _ = known
    whole = record_json(record)
    assert [len(whole[key]) for key in ("roster", "channels", "proposals", "agreements")] == [1, 1, 1, 2]
    assert whole["channels"][0]["through"] == ["Eastland"]


def test_words_without_a_statement_stand_in_the_export_and_must_be_the_text_at_their_span(known: tuple[Record, Derived]) -> None:
    record, derived = known
    (line,) = derived.roster
    bare = replace(line.points[0].words, statement=None)
    alone = replace(line, points=(replace(line.points[0], words=bare),), last_sign=bare)
    store.replace_derived(record, queries.statements(record), replace(derived, roster=(alone,)), notes={})
    assert check(record) == () and queries.roster(record) == (alone,)
    assert bare.report in {r.id for r in queries.snapshot_of(record, Derived(roster=(alone,))).reports if r.text}
    assert [len(queries.roster(record, w)) for w in (Filter(report=bare.report), Filter(by="somebody"), Filter(outlet="nobody"))] == [1, 0, 0]
    wrong = replace(alone, points=(replace(alone.points[0], words=replace(bare, quote="Ana Ruiz was seen")),))
    store.replace_derived(record, queries.statements(record), replace(derived, roster=(wrong,)), notes={})
    assert [f.rule for f in check(record)] == ["a quote is the text at its span"]
