"""Whose army it is where a report does not say. All names are invented."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from onrecord.reconcile.reconcile import set_scene
from onrecord.types import Reading

ReadText = Callable[[str], Reading]
TALKS = (
    "Arland and the Kestrel Front are holding talks over 40 hostages. Arland's army attacked the Kestrel Front at Tesh on Monday. "
    "The Kestrel Front seized 40 hostages in March. Belmar mediates between Arland and the Kestrel Front. Belmar's envoy met Arland's president."
)
ASIDE = (
    "The Kestrel Front broke no truce, it said. The guns of the army broke it at Tesh on Tuesday. "
    "The Kestrel Front will free 40 hostages when talks resume. The Kestrel Front thanks Belmar and asks Belmar to call the delegations. {more}"
)


def sides(readings: Sequence[Reading], name: str) -> set[str | None]:
    """The sides of all bodies that bear a name."""
    return {e.side for e in set_scene(readings).entities if e.kind == "body" and name in e.names}


@pytest.mark.parametrize(
    ("more", "name", "side", "why"),
    [
        ("The army shelled two villages.", "army", {"Arland"}, "an army without a country is not that of who carries messages"),
        ("The Interior Ministry counts 38 captives.", "Interior Ministry", {"Arland"}, "nor is who counts the captives"),
        ("Belmar's foreign ministry confirmed it.", "foreign ministry", set(), "what is told with its country stays as told"),
    ],
)
def test_an_arm_without_a_country_is_that_of_the_state_at_war(read_text: ReadText, more: str, name: str, side: set[str], why: str) -> None:
    assert sides([read_text(TALKS), read_text(ASIDE.format(more=more))], name) == side, why


def test_a_source_of_such_an_arm_speaks_for_its_state(read_text: ReadText) -> None:
    scene = set_scene([read_text(TALKS), read_text(ASIDE.format(more="The Interior Ministry said that 38 people were still held."))])
    assert {link.side for s in scene.statements for link in s.chain if link.resolved == "Interior Ministry"} == {"Arland"}
