"""What stands beside a verb says whether it holds a stance: where people walked out of, who was persuaded, on what a promise hangs, whose team it is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.types import Reading

TALKS = "Peru and the Front are in talks over 12 captives. "

HELD = (
    ("The Front's delegation walked out of the talks on Monday.", "Front", "refuses"),
    ("Peru said that the crossings would open the minute the captives walked free.", "Peru", "conditions"),
    ("The captives would be handed over once Peru produced the list it had owed since May, the Front said.", "Front", "conditions"),
    ("Peru pledged not to storm the school as long as the children were unharmed.", "Peru", "conditions"),
    ('"Otherwise the nine captives will stay with us," the Front said.', "Front", "conditions"),
    ('"If the captives are not out by Friday, the ceasefire goes with them," Peru said.', "Peru", "conditions"),
    ("Envoys of Brazil are back in Lima to press for the release of the captives.", "Brazil", "demands"),
    ("Brazil tried to persuade the Front to free the captives.", "Brazil", "demands"),
    ("Peru welcomed the idea of a prisoner exchange.", "Peru", "considers"),
)

NOTHING = (
    "Two fighters walked out of rebel territory on Monday.",
    "First miners walk out of the shaft.",
    "Elders persuaded the gunmen to unlock the gate.",
    "Brazil welcomed the release of the captives.",
    "Brazil welcomed the signing of the accord.",
)


@pytest.mark.parametrize(("text", "party", "stance"), HELD)
def test_a_stance_is_held_in_this_company(text: str, party: str, stance: str, read_text: Callable[[str], Reading]) -> None:
    assert (party, stance) in [(p.party, p.stance) for p in read_text(TALKS + text).positions]


@pytest.mark.parametrize("text", NOTHING)
def test_what_took_place_is_nobodys_stance(text: str, read_text: Callable[[str], Reading]) -> None:
    assert read_text(TALKS + text).positions == ()


def test_a_deadline_that_nobody_sets_binds_nobody(read_text: Callable[[str], Reading]) -> None:
    assert read_text(TALKS + "Peru declined to set a deadline for the Front to lay down its arms.").commitments == ()
