"""Those who are held are known through the report: whoever of them leaves or is brought out is released, whatever they are called; others only travel."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.types import Reading

CASES = (
    ("Armed men seized 40 villagers in Kumbo.\nOn Friday eleven of the villagers came out of the forest with a priest.", "came out", "release"),
    ("The army captured two farmers near the river.\nThe two crossed the bridge at noon on Sunday.", "crossed", "release"),
    ("Militiamen detained nine nurses in Wau.\nThe nurses were driven to the border on Monday.", "driven", "release"),
    ("Hijackers held 60 passengers at the airport for three days.\nSix left on Tuesday; the rest are to follow on Wednesday.", "follow", "release"),
    ("Inmates of the jail are holding seven guards.\nThey told the bishop that no one else would leave before Friday.", "leave", "release"),
    ("A militia kept eleven miners underground for a week.\nThe miners went home on Sunday.", "went home", "release"),
    ("Gunmen kidnapped a priest and two nuns near Jos.\nThe nuns were brought to a cell in the forest.", "brought", None),
    ("Kidnappers freed three engineers in Mopti.\nThe freed engineers were driven to a hospital.", "driven", "travel"),
    ("Rebels captured six soldiers in Goma.\nOn Monday the rebels left the town.", "left", "withdraw"),
    ("The envoys of the truce talks left Geneva on Monday.", "left", "travel"),
)

SPOKEN = (
    ("The two governments say that an agreement was reached on the captives in Doha.", "agreement was reached", "agree", "happened"),
    ("Under the accord of 10 March, the rebels leave the dam and free the captives.", "accord", "agree", "happened"),
    ("A wider deal on the captives remains out of reach, the envoy said.", "deal", "agree", "possible"),
    ("The neighbours agreed to a ceasefire in July.", "agreed to a ceasefire", "agree", "happened"),
    ("Nineteen hostages freed in Puerto Alba", "freed", "release", "happened"),
    ("Five sailors freed this afternoon are on their way home, the navy says of the hostages.", "freed", "release", "happened"),
    ("The army is prepared to extend the truce, provided that the drivers are freed beforehand.", "freed", "release", "conditional"),
    ("Doro said that 212 Belmorans had been freed in the exchange of prisoners.", "freed", "release", "happened"),
    ("The general accuses the rebels of breaking the truce.", "accuses", "accuse", "happened"),
    ("Each army accuses the other of breaking the truce.", "accuses", "accuse", "ongoing"),
)


@pytest.mark.parametrize(("text", "trigger", "kind"), CASES)
def test_whoever_of_the_held_leaves_is_released(text: str, trigger: str, kind: str | None, read_text: Callable[[str], Reading]) -> None:
    found = {e.trigger_span.of(text): e.type for e in read_text(text).events}
    assert found.get(trigger) == kind


@pytest.mark.parametrize(("text", "trigger", "kind", "factuality"), SPOKEN)
def test_what_was_made_and_what_is_said_of_it_is_one_event(text: str, trigger: str, kind: str, factuality: str, read_text: Callable[[str], Reading]) -> None:
    found = [(e.trigger_span.of(text), e.type, e.factuality) for e in read_text(text).events]
    assert any((words in trigger or trigger in words) and (t, f) == (kind, factuality) for words, t, f in found), found
