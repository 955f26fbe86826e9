"""Who acts where a government and another party are joined, or only "the rebels" are told of. All names are invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.types import Reading


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("The government of Zevra and the Orlan Liberation Army signed a ceasefire on Saturday, mediators said.", {"government", "Orlan Liberation Army"}),
        ("The government of Zevra and the Orlan Front agreed on Friday to extend their truce, the envoy said.", {"government", "Orlan Front"}),
        ("The government of Zevra and Orlan agreed on Friday to extend the truce, the envoy said.", {"government"}),
    ],
)
def test_a_party_with_its_own_article_acts_beside_the_government(read_text: Callable[[str], Reading], text: str, actors: set[str]) -> None:
    found = {a for e in read_text(text).events if e.type in ("agree", "truce_start") for a in e.actors if a not in e.supplied}
    assert found == actors


@pytest.mark.parametrize(
    "text",
    [
        "Zevra and the Orlan Liberation Army extended their truce, the Coastal Union said, after the rebels released 19 soldiers.",
        "The Orlan Front met envoys of the Coastal Commission, the Coastal Commission said. The rebels released 19 soldiers on Friday.",
    ],
)
def test_rebels_are_those_of_a_fighting_body_not_of_who_told_it_last(read_text: Callable[[str], Reading], text: str) -> None:
    (release,) = [e for e in read_text(text).events if e.type == "release"]
    assert release.actors[0].startswith("Orlan")
