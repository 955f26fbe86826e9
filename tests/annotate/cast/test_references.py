"""Descriptions that go back, or ahead, to somebody who is named, and whose they are. `[word]` marks the last word of the description."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.annotate.cast import read_cast
from onrecord.types import Parsed, Participant, Reading

ParseText = Callable[[str], Parsed]
Read = Callable[[str], Reading]


def marked(parse_text: ParseText, text: str) -> Participant | None:
    """Who stands at the marked word."""
    at = text.index("]") - 2
    parsed = parse_text(text.replace("[", "").replace("]", ""))
    return read_cast(parsed).at(next(t for t in parsed.tokens if t.start <= at < t.end))


NAMES: list[tuple[str, str | None]] = [
    ("A rebel [commander] who goes by the name of Barro said the road was shut.", "Barro"),
    ("A [man] who identified himself as Abdi Warsame, one of the pirates, said the ship would stay.", "Abdi Warsame"),
    ("A [man] who identified himself as a pirate said the ship would stay.", None),
    ("All the men are alive, according to the region's [bishop]. Bishop Luis Ortega saw them on Monday.", "Luis Ortega"),
    # of two who are named with the office none is taken
    ("All the men are alive, according to the [bishop]. Bishop Luis Ortega saw them on Monday, and Bishop Juan Prieto on Friday.", None),
    # nor the one with an office that many have
    ("The men are alive, the [official] said. A ministry official, Luis Ortega, saw them.", None),
]


@pytest.mark.parametrize(("text", "name"), NAMES)
def test_a_description_finds_the_name_that_is_told_with_it(parse_text: ParseText, text: str, name: str | None) -> None:
    who = marked(parse_text, text)
    found = who.name if who is not None and who.kind == "person" else None
    assert found == name


SIDES: list[tuple[str, str | None]] = [
    ("Rebels hold four nurses. The Talar Liberation Front, a rebel group, took them in May. The [rebels] want two men freed.", "Talar Liberation Front"),
    ("The Talari Red Crescent took the letters. The [rebels] want two men freed.", "rebels"),
    ("Gunmen of the Talar Liberation Front hold a clinic. The dockers’ union is on strike. The [militants] want two men freed.", "Talar Liberation Front"),
    ("Talaria's army shelled the town. \"Nobody signs papers with thieves,\" one senior [officer] said.", "Talaria"),
    ("The owners of the ship are silent. One senior [officer] said the cargo was safe.", None),
    ("Kenya's president met the elders. The Interior [ministry] said no ransom was paid.", "Kenya"),
    ("Kenya's president met the elders. No ransom was paid, the [presidency] insists.", "Kenya"),
    ("Kenya's president met the elders. An [official] in the presidency said the talks would go on.", "Kenya"),
    ("A [spokesman] for the presidency in Dakar said the talks were in good hands.", "Senegal"),
    ("Kenya's president met the elders. An [official] in the union said the talks would go on.", None),
]


@pytest.mark.parametrize(("text", "side"), SIDES)
def test_whose_a_described_side_is(parse_text: ParseText, text: str, side: str | None) -> None:
    who = marked(parse_text, text)
    assert (who.side if who is not None else None) == side


CLASSES: list[tuple[str, str]] = [
    ("The rebels say the road is shut.", "named_body"),
    ("The kidnappers say the road is shut.", "group"),
    ("Two rebels said the road was shut.", "group"),
    ("State media said the road was shut.", "outlet"),
    ("A group of mothers said the road was shut.", "group"),
    ("A rebel group said the road was shut.", "named_body"),
    ("Two officials and a source briefed on the talks said the road was shut.", "unnamed_source"),
    ("Two officials and a diplomat said the road was shut.", "unnamed_official"),
    ("The bishops’ conference proposed that a judge oversee the truce.", "named_body"),
]


@pytest.mark.parametrize(("text", "source_class"), CLASSES)
def test_what_class_a_described_source_has(read_text: Read, text: str, source_class: str) -> None:
    assert [a.source_class for a in read_text(text).attributions] == [source_class]


def test_one_alone_is_one_of_those_who_spoke_before(read_text: Read) -> None:
    last = read_text("Two diplomats said the talks had stalled. “Nobody has signed,” said one, who had seen the text.").attributions[-1]
    assert (last.resolved, last.source_class) == ("Two diplomats", "unnamed_official")


def test_the_office_of_a_body_is_of_the_state_that_the_body_turns_out_to_be_of(parse_text: ParseText) -> None:
    who = marked(parse_text, "MANILA, Philippines - The Department of Fisheries opened a desk. Fisheries Undersecretary Hans [Rivera] spoke of 17 sailors.")
    assert who is not None and who.side in ("Philippines", None)


@pytest.mark.parametrize("text", [
    "Police identified the hijacker as Nelo Varga. The [hijacker] wants a car.",
    "The [hijacker] wants a car. Police identified the hijacker as Nelo Varga.",
    "The hijacker was identified as Nelo Varga. The [hijacker] wants a car.",
])
def test_who_is_identified_is_named_throughout(parse_text: ParseText, text: str) -> None:
    who = marked(parse_text, text)
    assert who is not None and who.name == "Nelo Varga"


COMPANIES: list[tuple[str, str | None]] = [
    ("The owner, Valletta-based Corvo Bulk, made an offer. The [company] said it was its last.", "Corvo Bulk"),
    ("Minas del Sol said in a filing that it was open to talks. The [company] shut its gates.", "Minas del Sol"),
    ("Pirates hold the tanker Amber Star. Its owner, the firm Thalassa Lines, is silent. The [company] has until Friday.", "Thalassa Lines"),
    # neither a ship nor a fleet's operation is a company
    ("The tanker Amber Star anchored off Eyl on Monday. The [company] has until Friday.", None),
]


@pytest.mark.parametrize(("text", "name"), COMPANIES)
def test_which_company_is_meant(parse_text: ParseText, text: str, name: str | None) -> None:
    who = marked(parse_text, text)
    assert (who.name if who is not None and who.name[0].isupper() else None) == name
