"""Who a source is, by the words of its phrase; who counts or identifies; where a content ends before the next thing described. One invented sentence a rule."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.types import Reading

Read = Callable[[str], Reading]

# text, class and resolved name of the first source
CLASSES = [
    ("A rebel commander who gave his name only as Captain Lobo said the truce was over.", "named_person", "Captain Lobo"),
    ("A pirate who goes by the name of Jamal said the price was final.", "named_person", "Jamal"),
    ("A spokesman known as Black Bull rejected the offer.", "named_person", "Black Bull"),
    ("The men, who call themselves the Azgar Front, said they wanted a plane.", "named_body", "Azgar Front"),
    ("The Omanis told the rebels that the list was closed.", "named_body", "Omanis"),
    ("Egyptians familiar with the talks said the list was closed.", "group", "Egyptians"),
    ("Diedhiou's men deny having carried it out.", "named_body", "Diedhiou's men"),
    ("A local religious leader put the toll at nine.", "unnamed_source", "A local religious leader"),
    ("A union leader said the offer was an insult.", "unnamed_official", "A union leader"),
    ("According to a draft seen by the newspaper El Correo, the army would leave the valley.", "document", "a draft seen by the newspaper El Correo"),
    ("Aid agencies speak of 40 dead.", "group", "Aid agencies"),
    ("Aid agencies said the road was closed.", "group", "Aid agencies"),
]


@pytest.mark.parametrize(("text", "kind", "resolved"), CLASSES)
def test_the_words_of_a_source_tell_what_it_is(read_text: Read, text: str, kind: str, resolved: str) -> None:
    first = read_text(text).attributions[0]
    assert (first.source_class, first.resolved) == (kind, resolved)


# text, (source, cue, content) that must be found
TOLD = [
    ("Human rights monitors count more than 400 abductions since January.", ("Human rights monitors", "count", "more than 400 abductions since January")),
    ("Aid agencies speak of 40 dead.", ("Aid agencies", "speak", "of 40 dead")),
    ("Police identified the gunman as Pavel Moro, a former guard.", ("Police", "identified", "the gunman as Pavel Moro, a former guard")),
    ("The minister blamed the rebels for the blast, which according to him killed nine.", ("The minister", "blamed", "the rebels for the blast")),
    ("The chairman called on the firm to lift the lockout, which he described as illegal.", ("The chairman", "called", "the firm to lift the lockout")),
]


@pytest.mark.parametrize(("text", "wanted"), TOLD)
def test_counts_names_and_remarks_are_told(read_text: Read, text: str, wanted: tuple[str, str, str]) -> None:
    found = [(a.source, a.cue, a.content) for a in read_text(text).attributions]
    assert wanted in found, found


@pytest.mark.parametrize("text", ["The coalition counts 40 members.", "Monitors counted the trucks at the gate.", "The mayor speaks of peace to anyone."])
def test_deeds_of_counting_and_speaking_are_not_told(read_text: Read, text: str) -> None:
    assert read_text(text).attributions == ()


def test_as_somebody_tells_it_has_no_audience(read_text: Read) -> None:
    told = read_text("As the Qataris tell it, the deal was dead by noon.").attributions
    assert [(a.source, a.audience) for a in told] == [("the Qataris", None)]
