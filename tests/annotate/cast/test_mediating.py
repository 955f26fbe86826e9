"""Whom a report tells of as carrying between others: one answer for the cast and for the clauses. All states but hosts are invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.annotate.cast import read_cast
from onrecord.types import Parsed

ParseText = Callable[[str], Parsed]

TOLD = [
    ("Kenya, the mediator, said both sides were close.", {"Kenya"}, "an apposition"),
    ("Oman, which is mediating, called for calm.", {"Oman"}, "a clause behind the name"),
    ("The deal was brokered by Qatar and Egypt.", {"Qatar", "Egypt"}, "all who are joined in the passive"),
    ("The aid workers were freed after the Emirate of Dunn brokered a deal.", {"Dunn"}, "a state told by its realm"),
    ("Norwegian mediators met the rebels in Bern.", {"Norway"}, "a people's name before the noun"),
    ("Turkey, which hosted the talks, said that the parties would meet again.", {"Turkey"}, "who hosts the talks of others"),
    ("Switzerland acted as a go-between for the two armies.", {"Switzerland"}, "a role"),
    ("Kenya hosted the final of the cup. Kenya's talks with the rebels failed.", set(), "who hosts a match, or talks itself, carries nothing"),
]


@pytest.mark.parametrize(("text", "sides", "rule"), TOLD, ids=[r for _, _, r in TOLD])
def test_who_carries(parse_text: ParseText, text: str, sides: set[str], rule: str) -> None:
    parsed = parse_text(text)
    cast = read_cast(parsed)
    found = {who.side or who.name for at in cast.mediating if (who := cast.at(parsed.tokens[at])) is not None and who.kind != "group"}
    assert found == sides, rule
