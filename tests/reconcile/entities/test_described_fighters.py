"""For whom those act whom a report only describes. All names are invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.reconcile.entities import join_entities
from onrecord.reconcile.entities.described import groups_meant
from onrecord.reconcile.entities.settled import settled
from onrecord.types import Reading

ReadText = Callable[[str], Reading]
TAKEN = "Gunmen seized nine miners near Orlo on Monday."


@pytest.mark.parametrize(
    ("text", "side", "why"),
    [
        (f"{TAKEN} The Northern Liberation Front claimed the attack a day later.", "Northern Liberation Front", "the one armed party named"),
        (f"{TAKEN} The rebel group Seva demanded a ransom on Friday.", "Seva", "one told of as rebels"),
        (f"{TAKEN} Peru said on Friday that it was looking for them.", "Gunmen", "a state is not who gunmen are"),
        (f"{TAKEN} The Dockers Union condemned the attack.", "Gunmen", "nor is a body without arms"),
        (f"{TAKEN} The Kestrel Front and the Harvani Front both denied the attack.", "Gunmen", "either of two"),
        ("Gunmen attacked the Kestrel Front near Orlo on Monday. The Kestrel Front said that it would answer.", "Gunmen", "nobody attacks his own side"),
    ],
)
def test_gunmen_are_of_the_one_armed_party_that_a_report_names(read_text: ReadText, text: str, side: str, why: str) -> None:
    ((_, people),) = settled([read_text(text)])
    assert {p.side for p in people if p.name == "Gunmen"} == {side}, why


PACT = "A truce between Peru and the Andean rebel group ended on Friday."


@pytest.mark.parametrize(
    ("text", "meant", "why"),
    [
        (f"{PACT} The Kestrel Front seized nine miners on Monday.", ["Kestrel Front"], "the one armed party named"),
        (f"{PACT} The Kestrel Front and the Harvani Front both seized miners.", [], "either of two"),
        (f"{PACT} The Dockers Union condemned that.", [], "no armed party is named"),
    ],
)
def test_a_group_told_only_by_what_it_is_means_the_one_armed_party_of_its_report(read_text: ReadText, text: str, meant: list[str], why: str) -> None:
    reading = read_text(text)
    entities = join_entities([reading])
    names = {e.id: e.name for e in entities}
    assert [names[i] for i in groups_meant([reading], entities).values()] == meant, why
