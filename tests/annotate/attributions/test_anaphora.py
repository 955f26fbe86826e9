"""Whom a source goes back to: parts of a group, both sides, pronouns after somebody without a name, turns of a transcript."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.types import Reading

Read = Callable[[str], Reading]

# text; of its last attribution: resolved, class, side
ROWS = [
    ("Three people close to the talks said the list was ready. One of the three said it held 40 names.",
     "Three people close to the talks", "unnamed_source", None),
    ("Two Kenyan officials said the road was open. One of them added that the bridge was mined.", "Two Kenyan officials", "unnamed_official", "Kenya"),
    ("Two Kenyan officials said the road was open. The other feared an ambush.", "Two Kenyan officials", "unnamed_official", "Kenya"),
    ("Two of the miners’ wives said the pump had failed. The mayor said otherwise. A doctor said the air was bad.", "A doctor", "unnamed_source", None),
    ("Oman’s envoy met the crew. “They are well,” said a customs officer. He denied that any were ill.", "a customs officer", "unnamed_official", None),
    ("Peru and Ecuador signed at noon. Peru thanked Ecuador. Both sides said the line was quiet.", "Peru and Ecuador", "named_body", None),
    ("The Parties met in Oslo. Peru and Ecuador agreed. The Parties reaffirm that the line holds.", "Peru and Ecuador", "named_body", None),
    ("The government of Peru met the miners. A member of its delegation said the offer stood.", "A member of its delegation", "unnamed_official", "Peru"),
    ("One of the mothers, Ada Sani, accused the mayor of lying.", "Ada Sani", "named_person", None),
    ("The Kerch junta took power in May. Junta spokesman Major Ivo Barry spoke. “We stay,” Barry said.", "Ivo Barry", "named_person", "Kerch"),
    ("A Kenyan mediator, Sam Otieno, said the road was open. “It is mined,” Otieno added.", "Sam Otieno", "named_person", "Kenya"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "resolved", "kind", "side"), ROWS)
def test_a_source_goes_back_to_the_one_it_means(text: str, resolved: str, kind: str, side: str | None, read_text: Read) -> None:
    last = read_text(text).attributions[-1]
    assert (last.resolved.removeprefix("the "), last.source_class, last.affiliation) == (resolved.removeprefix("the "), kind, side)


@pytest.mark.parametrize(
    ("text", "issuer", "side"),
    [
        ("A letter that the Norwegian ministry sent on Monday says the pay was cut.", "Norwegian ministry", "Norway"),
        ("According to a two-page paper that the EU envoy brought along, the men would be freed.", "EU envoy", "EU"),
        ("The letter says the pay was cut.", "The letter", None),
    ],
)
def test_a_document_speaks_for_who_sent_it(text: str, issuer: str, side: str | None, read_text: Read) -> None:
    found = read_text(text).attributions[0]
    assert (found.source_class, found.resolved.removeprefix("the "), found.affiliation) == ("document", issuer, side)


def test_closeness_goes_on_to_a_part_of_the_group(read_text: Read) -> None:
    found = read_text("Three people briefed on the talks said the list was ready. One of the three said it held 40 names.").attributions
    assert [a.access for a in found] == ["briefed", "briefed"]


def test_an_audience_is_not_carried_to_the_next_sentence(read_text: Read) -> None:
    found = read_text("Envoy Pia Lund told Radio Tamis the list was ready. She said it held 40 names.").attributions
    assert [a.audience for a in found] == ["Radio Tamis", None]


@pytest.mark.parametrize(
    ("text", "audience"),
    [
        ("The general ordered his men to cross the river.", "his men"),
        ("The court directed the company to pay the crew.", "the company"),
        ("Villagers accused the company of poisoning the well.", None),
    ],
)
def test_who_is_ordered_is_told(text: str, audience: str | None, read_text: Read) -> None:
    assert read_text(text).attributions[0].audience == audience


def test_mediators_are_the_two_that_speak_together(read_text: Read) -> None:
    found = read_text("The sides failed again, Egypt and Qatar said. The mediators said a new round would begin on Friday.").attributions
    assert [a.resolved for a in found if a.source == "The mediators"] == ["Egypt and Qatar"]
