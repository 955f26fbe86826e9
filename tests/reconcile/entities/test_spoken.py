"""For whom those act whom one report describes and another names: their speaker tells. All names are invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.reconcile.entities.settled import settled
from onrecord.types import Reading

ReadText = Callable[[str], Reading]
NAMED = "The Kestrel Front freed nine miners on Monday. Kestrel Front spokesman Jano Okoru said that more would follow."
COUNCIL = NAMED.replace("The Kestrel Front", "The Orlo Council").replace("Kestrel Front", "Orlo Council")
DESCRIBED = "The army and the rebels traded blame on Friday. Rebel spokesman Jano Okoru said that the talks were over."


@pytest.mark.parametrize(
    ("texts", "side", "why"),
    [
        ([NAMED, DESCRIBED], "Kestrel Front", "he speaks for the Front by the other report"),
        ([DESCRIBED, NAMED], "Kestrel Front", "in whatever order they come"),
        ([DESCRIBED], "rebels", "no other report names a side of his"),
        ([NAMED, DESCRIBED.replace("Jano Okoru", "Maro Beltu")], "rebels", "another speaker may be another's"),
        ([NAMED, NAMED.replace("Kestrel", "Harvani"), DESCRIBED], "rebels", "he is said to speak for two"),
        ([COUNCIL, DESCRIBED + " The Orlo Council condemned the rebels."], "rebels", "the report itself tells the two apart"),
    ],
)
def test_rebels_are_those_for_whom_their_speaker_speaks_elsewhere(read_text: ReadText, texts: list[str], side: str, why: str) -> None:
    rows = settled([read_text(text) for text in texts])
    sides = {p.side for reading, people in rows if "traded blame" in reading.report.text for p in people if p.kind == "person"}
    assert {s.lower() for s in sides if s} == {side.lower()}, why
