"""A readiness on terms is conditional, one without terms possible; what is left out or ajar has not gone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.types import Reading

TAIL = "\nThe rebels hold six hostages. Mediators of the talks on a truce and an exchange of prisoners met in Nairobi."

TOLD = (
    ("The army is ready to withdraw from the town if the rebels release the pilots.", "withdraw", "conditional"),
    ("The gang said it was willing to release the crew once a ransom was paid.", "release", "conditional"),
    ("The army is ready to withdraw from the town.", "withdraw", "possible"),
    ("The rebels are prepared to free twelve miners.", "free", "possible"),
    ("The guards should have released the miners.", "released", "called_for"),
    ("The rebels are prepared to free twelve miners once the army has left the valley.", "free", "conditional"),
    ("The militia threatened to shell the port should the talks fail.", "fail", "conditional"),
    ("Under the arrangement, Senegal would pull two battalions back from the border.", "pull", "planned"),
    ("In exchange, the same number of villagers must be let out of the two towns.", "let out", "planned"),
    ("Damascus was considering handing over three prisoners to the rebels.", "handing over", "possible"),
    ("The mediators have convened a fresh meeting for Friday.", "meeting", "planned"),
    ("Families hope for a deal on the captives by Friday.", "deal", "possible"),
    ("The company quit the talks, accusing the union of sabotage, and the rebels quit the town.", "quit", "happened"),
    ("A mediator said the captors were asking for two million dollars.", "asking for", "ongoing"),
    ("The militia released nobody on Friday.", "released", "denied"),
    ("Not one soldier has been withdrawn from the valley.", "withdrawn", "denied"),
)

UNMOVED = (
    ("A nurse asked that her name be left out of the statement.", "left"),
    ("The convoy found the gate left ajar.", "left"),
)


def read(read_text: Callable[[str], Reading], text: str) -> list[tuple[str, str]]:
    """(trigger, factuality) of the events of a sentence."""
    reading = read_text(text + TAIL)
    return [(e.trigger_span.of(reading.report.text), e.factuality) for e in reading.events if e.trigger_span.start < len(text)]


@pytest.mark.parametrize(("text", "trigger", "factuality"), TOLD)
def test_a_condition_lowers_what_hangs_on_it(text: str, trigger: str, factuality: str, read_text: Callable[[str], Reading]) -> None:
    assert (trigger, factuality) in read(read_text, text)


@pytest.mark.parametrize(("text", "trigger"), UNMOVED)
def test_what_is_left_has_not_gone(text: str, trigger: str, read_text: Callable[[str], Reading]) -> None:
    assert trigger not in [t for t, _ in read(read_text, text)]
