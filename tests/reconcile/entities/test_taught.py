"""What reports teach of states that no list knows, and of states that only carry. All names but those of listed states are invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.reconcile.entities.settled import settled
from onrecord.types import Reading

ReadText = Callable[[str], Reading]
TAUGHT = "Fighters of the Tarkan League seized 24 nurses on Sunday, the health ministry of Vendara said. The government of Vendara called it a crime."
CONTACTS = "The army shelled Harva on Saturday, the Tarkan League said. The health ministry said that 15 were still held. {more}"


def sides(readings: list[Reading], name: str) -> set[str | None]:
    """The sides of whoever bears a name in the last of the reports."""
    return {p.side for p in settled(readings)[-1][1] if p.name == name}


@pytest.mark.parametrize(
    ("more", "side", "why"),
    [
        ("Contacts through Oman had been cut, it said.", None, "who carries messages has no army there by a guess"),
        ("Talks mediated by Oman are to go on.", None, "nor has a mediator"),
        ("Oman, which has mediated before, called for calm.", None, "nor one told of as such behind the name"),
        ("The army of Oman denied it, and contacts through Oman go on.", "Oman", "an army that the words give it is its own"),
    ],
)
def test_nobody_is_of_the_side_of_one_who_carries_by_a_mere_guess(read_text: ReadText, more: str, side: str | None, why: str) -> None:
    assert side in sides([read_text(TAUGHT), read_text(CONTACTS.format(more=more))], "army"), why


def test_who_has_a_ministry_by_the_words_of_one_report_is_a_state_in_all(read_text: ReadText) -> None:
    found = settled([read_text(TAUGHT), read_text("Vendara and the Tarkan League agreed to a truce. Vendara will free three prisoners.")])
    assert {p.kind for _, people in found for p in people if p.name == "Vendara"} == {"state"}


def test_what_is_told_with_its_country_stays_as_told(read_text: ReadText) -> None:
    assert sides([read_text(TAUGHT)], "health ministry") == {"Vendara"}
