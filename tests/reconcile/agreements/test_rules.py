"""Words → rules, with sentences of several conflicts."""

from __future__ import annotations

import pytest

from onrecord.reconcile.agreements.rules import number, rules_in
from onrecord.types import AgreementRule

ROWS: tuple[tuple[str, list[AgreementRule]], ...] = (
    ("The army will free three prisoners for every captive.",
     [AgreementRule("ratio", "three prisoners for every captive", 3, "prisoners", per=1, per_unit="captives")]),
    ("For each of them, two inmates will leave the jails.", [AgreementRule("ratio", "For each of them, two inmates", 2, "prisoners", per=1)]),
    ("The guerrillas would hand over ten hostages a day for four days.",
     [AgreementRule("tranche", "ten hostages a day for four days", 10, "captives", every=1, times=4)]),
    ("eight captives on the first, the fourth and the seventh day",
     [AgreementRule("tranche", "eight captives on the first, the fourth and the seventh day", 8, "captives", days=(1, 4, 7))]),
    ("ten more hostages, one more day", [AgreementRule("extension", "ten more hostages, one more day", 1, "days", per=10, per_unit="captives")]),
    ("an additional day of truce for every five further soldiers",
     [AgreementRule("extension", "an additional day of truce for every five further soldiers", 1, "days", per=5, per_unit="prisoners")]),
    ("A list of names is due by seven each morning.",
     [AgreementRule("list", "list of names is due by seven each morning", unit="list", every=1, clock="07:00")]),
    ("must deliver a list of names by eight o'clock on the evening before each release",
     [AgreementRule("list", "list of names by eight o'clock on the evening before each release", unit="list", clock="20:00", eve=True)]),
    ("a pause in fighting for up to nine days", [AgreementRule("longest", "up to nine days", 9, "days")]),
    ("a six-week ceasefire", [AgreementRule("lasts", "six-week ceasefire", 42, "days")]),
    ("The truce is to last seven days.", [AgreementRule("lasts", "truce is to last seven days", 7, "days")]),
    ("At least 200 civilians a day will leave the town.", [AgreementRule("tranche", "At least 200 civilians a day", 200, "people", "at_least", every=1)]),
    ("The owners pay $1.5 million in three instalments of $500,000, two weeks apart",
     [AgreementRule("amount", "pay $1.5 million", 1_500_000, "dollars"),
      AgreementRule("tranche", "in three instalments of $500,000, two weeks apart", 500_000, "dollars", every=14, times=3)]),
    ("24 of the captives are to be exchanged for 72 prisoners",
     [AgreementRule("amount", "24 of the captives are to be exchanged", 24, "captives"), AgreementRule("amount", "for 72 prisoners", 72, "prisoners")]),
    ("The League will release ten hostages every Saturday.",
     [AgreementRule("tranche", "ten hostages every Saturday", 10, "captives", every=7, weekday=5)]),
    ("The company pays two million euros on Fridays for six weeks.",
     [AgreementRule("tranche", "two million euros on Fridays for six weeks", 2_000_000, "euros", every=7, times=6, weekday=4)]),
    ("Each Thursday, the army lets at least 20 prisoners go.",
     [AgreementRule("tranche", "Each Thursday, the army lets at least 20 prisoners", 20, "prisoners", "at_least", every=7, weekday=3)]),
    ("Both delegations met for three hours on Monday.", []),
    ("The minister said seven people had died in the first week.", []),
)


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=[t for t, _ in ROWS])
def test_rules_are_read_from_words(text: str, expected: list[AgreementRule]) -> None:
    assert [f.rule for f in rules_in(text)] == expected


@pytest.mark.parametrize("text", [t for t, _ in ROWS])
def test_a_rule_stands_at_its_words(text: str) -> None:
    for found in rules_in(text):
        assert " ".join(found.span.of(text).split()) == found.rule.words


@pytest.mark.parametrize(("words", "value"), [
    ("$1.5 million", 1.5e6), ("twenty-four", 24), ("a hundred", 100), ("1,200", 1200), ("three hundred", 300), ("an", 1),
])
def test_numbers(words: str, value: float) -> None:
    assert number(words) == value
