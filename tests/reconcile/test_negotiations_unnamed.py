"""Reports that call a party only by what it is ("government"): which negotiation they are put into."""

from __future__ import annotations

import pytest

from onrecord.reconcile.negotiations.groups import Group, Groups
from onrecord.reconcile.negotiations.profiles import Profile
from onrecord.reconcile.negotiations.sorting import unveiled

FRONT = ("Front", "government")


def telling(pair: tuple[str, ...]) -> Profile:
    """A report on captives in which two parties fight and owe."""
    found = Profile("r")
    found.pairs[pair] = 9.0
    found.fights[pair] = 9.0
    found.stakes.update({"hostages": 9})
    return found


@pytest.mark.parametrize(
    ("known", "pair", "home", "why"),
    [
        ([("Front", "Maravel")], FRONT, ("Front", "Maravel"), "the one negotiation of the Front"),
        ([("Front", "Maravel"), ("Front", "Belmar")], FRONT, FRONT, "either of two, so neither"),
        ([("League", "Maravel")], FRONT, FRONT, "another party's talks"),
        ([("Front", "rebels")], FRONT, FRONT, "another that bears no name either"),
        ([("Front", "Maravel")], ("government", "rebels"), ("government", "rebels"), "nobody in it has a name"),
    ],
)
def test_a_nameless_party_is_the_named_one_of_the_only_such_negotiation(
    known: list[tuple[str, ...]], pair: tuple[str, ...], home: tuple[str, ...], why: str
) -> None:
    groups: Groups = {(p, "conflict"): Group(p, "conflict") for p in known}
    ((_, key),) = unveiled([telling(pair)], groups)
    assert key[0] == home, why
