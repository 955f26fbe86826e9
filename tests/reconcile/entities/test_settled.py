"""What a name of one word is, where the reports that were read take it for different things. All names are invented."""

from __future__ import annotations

import pytest

from onrecord.reconcile.entities import join_entities
from onrecord.types import EventMention, Participant, ParticipantKind, Reading, Report, Span, report_id

TEXT = "Ostrel met Halm"
WHOLE, NAMED = Span(0, len(TEXT)), Span(0, 6)


def reading(n: int, kind: ParticipantKind, *, acts: bool = False, office: str | None = None, name: str = "Ostrel", member: str | None = None) -> Reading:
    """A report that takes Ostrel for *kind*, in which it meets somebody or only is named."""
    report = Report(report_id(f"{TEXT} {n}", None, None), f"r{n}", TEXT)
    side = name if kind in ("body", "state") else None
    who = [Participant("w1", name, kind, side, office, (NAMED,))]
    if member:
        who.append(Participant("w2", member, "group", "Ostrel", "nurse", (Span(7, 10),)))
    done = (EventMention("e1", WHOLE, Span(7, 10), "meet", "happened", (name if acts else "Halm",), ("Halm",)),)
    return Reading(report, participants=tuple(who), events=done)


@pytest.mark.parametrize(
    ("readings", "kinds", "why"),
    [
        ([reading(1, "body"), reading(2, "body"), reading(3, "place")], {"place"}, "a town that only is named is no party, though most reports were read so"),
        ([reading(1, "person"), reading(2, "place")], {"place"}, "nor is it a person"),
        ([reading(1, "state", acts=True), reading(2, "person", acts=True)], {"state"}, "a state that acts is nobody's surname"),
        ([reading(1, "body", acts=True), reading(2, "place", acts=True)], {"body"}, "a capital that acts stays what it was read as"),
        ([reading(1, "state", acts=True), reading(2, "person", acts=True, office="spokesman")], {"state", "person"}, "somebody with an office is a person"),
        (
            [reading(1, "state", acts=True), *(reading(n, "person", acts=True) for n in (2, 3))], {"state", "person"},
            "where more reports tell of a person of that name both are left",
        ),
        ([reading(1, "person", name="Bo Ostrel"), reading(2, "place", name="Bo Ostrel")], {"person", "place"}, "a name of several words is not asked"),
        ([reading(1, "body"), reading(2, "body")], {"body"}, "where all reports agree nothing is changed"),
    ],
)
def test_a_name_is_what_its_reports_together_tell(readings: list[Reading], kinds: set[str], why: str) -> None:
    assert {e.kind for e in join_entities(readings) if e.name.endswith("Ostrel")} == kinds, why


def test_nobody_acts_for_a_town() -> None:
    found = join_entities([reading(1, "body", member="a nurse"), reading(2, "place")])
    assert all(e.side is None for e in found)


def test_the_kind_tells_its_reason() -> None:
    state, person = reading(1, "state", acts=True), reading(2, "person", acts=True)
    found = next(e for e in join_entities([person, state]) if e.name == "Ostrel")
    assert found.side == "Ostrel"
    assert len(found.mentions) == 2
