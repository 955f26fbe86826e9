"""Who owes what a report tells, where its own words leave it to somebody who cannot. All names are invented."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.reconcile.commitments import build_commitments
from onrecord.reconcile.scene import Scene
from onrecord.types import (
    Account,
    Commitment,
    Entity,
    EventMention,
    Interval,
    Link,
    Negotiation,
    Participant,
    Reading,
    Report,
    ReportDate,
    Span,
    Statement,
    report_id,
)

TAKEN = "The Kestrel League seized nine miners."
DAY = Interval(None, None)


def scene(text: str, obligor: str, what: str, account: Account, *, named: tuple[tuple[str, str | None], ...] = ()) -> Scene:
    """The talks of Norland, a state, and the League, which took captives; one report more that tells of a commitment in these words."""
    reports = [Report(report_id(t, None, None), f"r{n}", t) for n, t in enumerate((TAKEN, text))]
    span = Span(0, len(text))
    who = tuple(
        Participant(f"w{n}", name, "body", side, None, (Span(text.index(name), text.index(name) + len(name)),)) for n, (name, side) in enumerate(named)
    )
    readings = (Reading(reports[0]), Reading(reports[1], participants=who))
    capture = EventMention("e1", Span(0, len(TAKEN)), Span(19, 25), "capture", "happened", ("Kestrel League",), ("nine miners",))
    owed = Commitment("c1", span, obligor, what, account, "Belmar")
    statements = (
        Statement("s1", reports[0].id, "events", "e1", capture, capture.span, TAKEN, None, None),
        Statement("s2", reports[1].id, "commitments", "c1", owed, span, text, None, None),
    )
    entities = tuple(
        Entity(name, name, kind, name, names=(name,), mentions=tuple((r.id, Span(0, 1)) for r in reports))  # type: ignore[arg-type]
        for name, kind in (("Norland", "state"), ("Kestrel League", "body"), ("Belmar", "state"))
    )
    talks = Negotiation("n1", "talks", ("Norland", "Kestrel League"), ("Belmar",), reports=tuple(r.id for r in reports))
    dates = {r.id: ReportDate(r.id, None, "unknown", "") for r in reports}
    return Scene(
        readings, dates, statements, entities, (talks,), by_name={(r.id, e.name): e for r in reports for e in entities},
        by_report={r.report.id: r for r in readings},
    )


@pytest.mark.parametrize(
    ("text", "obligor", "what", "owes", "why"),
    [
        ("The third group of captives was not released", "Belmar", "release the third group of captives", "Kestrel League", "who carries holds nobody"),
        ("24 prisoners were freed", "Live: first group", "free 24 prisoners", "Norland", "a heading owes nothing, and prisoners are the other side's"),
        ("Hostages were to be freed", "mediators", "free hostages", "Kestrel League", "those who took them free them"),
        ("The truce was broken by the guns of the army", "Belmar", "observe truce", "Norland", "the army is that of the party that is a state"),
        ("The truce was broken by the rebels", "Belmar", "observe truce", "Kestrel League", "the rebels are the other"),
        ("The captives were to be freed", "Norland", "free captives", "Kestrel League", "nor does the party that holds nobody"),
        ("The list came late", "Belmar", "deliver the list", "Belmar", "what nothing decides stays as it was read"),
        ("Norland and Belmar are to keep the truce", "Norland and Belmar", "observe truce", "Norland and Kestrel League", "who carries keeps no truce"),
    ],
)
def test_who_owes(text: str, obligor: str, what: str, owes: str, why: str) -> None:
    assert [c.obligor for c in build_commitments(scene(text, obligor, what, "breached"))] == [owes], why


def test_whom_the_words_name_owes_whatever_others_hold() -> None:
    found = build_commitments(scene("Norland was to free captives", "Norland", "free captives", "owed", named=(("Norland", "Norland"),)))
    assert [c.obligor for c in found] == ["Norland"]


def test_what_is_owed_in_talks_of_two_is_owed_to_the_other() -> None:
    (found,) = build_commitments(scene("The captives were to be freed", "Kestrel League", "free captives", "owed"))
    assert (found.obligor, found.obligee) == ("Kestrel League", "Norland")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Each side accused the other of ending the truce", [("Kestrel League", "breached", "Norland"), ("Norland", "breached", "Kestrel League")]),
        ("The two blamed each other for ending the truce", [("Kestrel League", "breached", "Norland"), ("Norland", "breached", "Kestrel League")]),
        ("Monitors told of 14 breaches of the truce", [("Norland and Kestrel League", "disputed", "own voice")]),
    ],
)
def test_who_accuse_each_other_each_give_an_account(text: str, told: list[tuple[str, str, str]]) -> None:
    found = build_commitments(scene(text, "Norland and Kestrel League", "observe truce", "disputed"))
    assert [(c.obligor, account, whose) for c in found for _, account, whose in c.accounts] == told


@pytest.mark.parametrize(
    ("text", "named", "owes", "why"),
    [
        ("They had gone back on the deal, the ministry said", ("the ministry",), "Kestrel League", "of two, it is the other"),
        ("We did not keep the deal, the ministry said", ("the ministry",), "Norland", "the speaker's own words say so"),
        ("The ministry admitted that the deal had been broken", ("The ministry",), "Norland", "nor need they where they admit it"),
        ("The deal had been broken by the army, the ministry said", ("the army", "the ministry"), "Norland", "an arm of its own is named"),
    ],
)
def test_nobody_is_accused_by_himself(text: str, named: tuple[str, ...], owes: str, why: str) -> None:
    told = scene(text, "Norland", "keep the deal", "breached", named=tuple((n, "Norland") for n in named))
    speaker = next(n for n in named if "ministry" in n)
    link = Link("a1", speaker, speaker, "named_body", "Norland", "said", "say")
    statements = tuple(replace(s, chain=(link,)) if s.id == "s2" else s for s in told.statements)
    arms = Entity("arms", "army", "body", "Norland", names=named, mentions=((statements[1].report, Span(0, 1)),))
    by_name = {**told.by_name, **{(statements[1].report, n): arms for n in named}}
    whole = replace(told, statements=statements, by_name=by_name)
    assert [c.obligor for c in build_commitments(whole)] == [owes], why
