"""How talks stood by what was done, in reports that do not say how they stood. All names are invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.reconcile.reconcile import reconcile, set_scene
from onrecord.types import Reading

FIGHT = """The Kestrel League attacked a post in Orlo on Monday and seized nine soldiers of Norland, Norland's defence ministry said.
Norland accused the Kestrel League of breaking the truce. Belmar's envoy Ines Calder, the mediator, met the Kestrel League in Tesh on Tuesday.
Ines Calder carried a message from the Kestrel League to Norland about the hostages. The Kestrel League demands that Norland free 40 prisoners."""


@pytest.mark.parametrize(
    ("text", "states", "why"),
    [
        ("Norland and the Kestrel League agreed to a truce of ten days, Belmar said. The hostages are to be freed.", ["agreed"], "both agreed"),
        ("Norland agreed to a truce of ten days, Belmar said. The Kestrel League attacked Orlo. The hostages are still held.", [], "one side alone is no deal"),
        ("Norland and the Kestrel League may agree to a truce, Belmar said. The hostages are still held.", [], "what may be is not so"),
        (
            "Norland and the Kestrel League agreed on a truce, Belmar said. The talks reached an agreement on the hostages.", ["agreed"],
            "what the report says itself is not told twice",
        ),
        (
            "Belmar handed the government of Norland and the Kestrel League a first proposal on Friday for the release of the hostages, two officials said. "
            "Norland accused the Kestrel League of an attack on a village.", ["active"], "a text of a mediator waits for an answer",
        ),
        ("The Kestrel League presented a new proposal to Norland on Friday. The hostages are still held.", [], "a party's own text is an offer"),
    ],
)
def test_deeds_tell_how_the_talks_stood(read_text: Callable[[str], Reading], text: str, states: list[str], why: str) -> None:
    derived = reconcile(set_scene([read_text(f"{FIGHT}\n{text}")]))
    assert [p.status for spell in derived.talks for p in spell.points] == states, why
