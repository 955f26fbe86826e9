"""Who took part by the report alone is said with its reason and a lower confidence; what the clause tells is not."""

from __future__ import annotations

from collections.abc import Callable

from onrecord.types import Reading

TEXT = (
    "Norland and the Red Front met for talks in Geneva on Monday. The Red Front has held nine soldiers since May.\n"
    "Two soldiers were released on Friday.\nThe Red Front released a nurse on Saturday."
)


def test_supplied_participants_lower_confidence_and_say_why(read_text: Callable[[str], Reading]) -> None:
    reading = read_text(TEXT)
    supplied = [e for e in reading.events if e.type == "release" and "Two soldiers" in e.span.of(reading.report.text)]
    told = [e for e in reading.events if e.type == "release" and "nurse" in e.span.of(reading.report.text)]
    assert supplied and told
    for event in supplied:
        if event.actors:
            assert event.confidence.value < told[0].confidence.value
            assert any("its clause does not say who" in r for r in event.confidence.reasons)
    assert not any("does not say who" in r for r in told[0].confidence.reasons)
