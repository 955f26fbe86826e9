"""Every construction that binds a content to a source, one invented sentence each."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.types import Attribution, Reading

Read = Callable[[str], Reading]

# text, source, cue, content, class
ROWS = [
    # a clause after the verb
    ("The minister said the ferry would sail on Monday.", "The minister", "said", "the ferry would sail on Monday", "unnamed_official"),
    ("Union officials said that the offer was too low.", "Union officials", "said", "the offer was too low", "unnamed_official"),
    ("Foreign Minister Ana Kovac warned that the corridor might close.", "Foreign Minister Ana Kovac", "warned", "the corridor might close", "named_person"),
    ("The army confirmed that two convoys had crossed the bridge.", "The army", "confirmed", "two convoys had crossed the bridge", "named_body"),
    ("The rebels denied that they had shelled the village.", "The rebels", "denied", "they had shelled the village", "named_body"),
    ("Kenya believes the ransom was never paid.", "Kenya", "believes", "the ransom was never paid", "named_body"),
    ("Analysts expect that the talks will drag on.", "Analysts", "expect", "the talks will drag on", "group"),
    ("Residents fear the truce will not hold.", "Residents", "fear", "the truce will not hold", "group"),
    ("A police spokesman acknowledged that the search had failed.", "A police spokesman", "acknowledged", "the search had failed", "unnamed_official"),
    ("The company insists its crew is safe.", "The company", "insists", "its crew is safe", "named_body"),
    ("Two diplomats suggested that Norway could host the next round.", "Two diplomats", "suggested", "Norway could host the next round", "unnamed_official"),
    ("The shipowner claimed the captain had been freed.", "The shipowner", "claimed", "the captain had been freed", "unnamed_source"),
    # a clause before the verb
    ("The bridge was reopened at dawn, the ministry said.", "the ministry", "said", "The bridge was reopened at dawn", "named_body"),
    ("Eleven miners are still trapped, officials say.", "officials", "say", "Eleven miners are still trapped", "unnamed_official"),
    (
        "The convoy has turned back, a senior Ethiopian official said on Tuesday.",
        "a senior Ethiopian official",
        "said",
        "The convoy has turned back",
        "unnamed_official",
    ),
    (
        "Both sides have agreed on a list, Interior Minister Paul Odhiambo said in a statement.",
        "Interior Minister Paul Odhiambo",
        "said",
        "Both sides have agreed on a list",
        "named_person",
    ),
    (
        "The strike will go on until Friday, said Maria Lopez, head of the nurses' union.",
        "Maria Lopez, head of the nurses' union",
        "said",
        "The strike will go on until Friday",
        "named_person",
    ),
    (
        "The captives were moved twice, two people familiar with the search said.",
        "two people familiar with the search",
        "said",
        "The captives were moved twice",
        "unnamed_source",
    ),
    ("Fuel has run out in the besieged town, Reuters reported.", "Reuters", "reported", "Fuel has run out in the besieged town", "outlet"),
    # a clause around the verb
    ("The deal, the envoy said, was within reach.", "the envoy", "said", "The deal", "unnamed_official"),
    ('"The deal," she said, "is within reach of both sides."', "she", "said", "The deal", "unnamed_source"),
    # quotations
    ('"We will not pay a single coin," the mayor said.', "the mayor", "said", "We will not pay a single coin", "unnamed_official"),
    ("“We were never asked,” said Colonel Idris Bello.", "Colonel Idris Bello", "said", "We were never asked", "named_person"),
    ("Colonel Idris Bello said: “We were never asked.”", "Colonel Idris Bello", "said", "We were never asked", "named_person"),
    ('"When will the buses come?" a woman asked.', "a woman", "asked", "When will the buses come?", "unnamed_source"),
    (
        "“Not one of them has called us,” one source familiar with the exchange confirmed.",
        "one source familiar with the exchange",
        "confirmed",
        "Not one of them has called us",
        "unnamed_source",
    ),
    (
        "The governor told reporters, “The schools will open again on Monday.”",
        "The governor",
        "told",
        "The schools will open again on Monday",
        "unnamed_official",
    ),
    ('"Stop the shelling now," the priest shouted.', "the priest", "shouted", "Stop the shelling now", "unnamed_source"),
    # mixed
    ("The union said the offer was “an insult to every nurse”.", "The union", "said", "the offer was “an insult to every nurse”", "named_body"),
    ("The foreign ministry called the raid “a crime against peace”.", "The foreign ministry", "called", "the raid “a crime against peace”", "named_body"),
    ("The mediator described the meeting as “useful but short”.", "The mediator", "described", "the meeting as “useful but short”", "unnamed_official"),
    # according to and its like
    ("According to the Red Cross, nine patients were moved.", "the Red Cross", "According to", "nine patients were moved", "named_body"),
    (
        "Nine patients were moved, according to a doctor at the hospital.",
        "a doctor at the hospital",
        "according to",
        "Nine patients were moved",
        "unnamed_source",
    ),
    (
        "The roads are mined, according to two people briefed on the survey.",
        "two people briefed on the survey",
        "according to",
        "The roads are mined",
        "unnamed_source",
    ),
    ("Six sailors are missing, as stated by the coast guard.", "the coast guard", "as stated by", "Six sailors are missing", "named_body"),
    (
        "According to the ceasefire agreement, each side withdraws ten miles.",
        "the ceasefire agreement",
        "According to",
        "each side withdraws ten miles",
        "document",
    ),
    # nouns and adjectives
    ("The general rejected the rebels' claim that the airport had fallen.", "the rebels'", "claim", "the airport had fallen", "named_body"),
    ("The feeling in Oslo was that the offer came too late.", "Oslo", "feeling", "the offer came too late", "named_body"),
    (
        "The commander made it clear that no one would be allowed to leave.",
        "The commander",
        "made it clear",
        "no one would be allowed to leave",
        "unnamed_official",
    ),
    ("The mediators are confident that the list will be signed.", "The mediators", "confident", "the list will be signed", "group"),
    ("The militia claimed responsibility for the bombing of the depot.", "The militia", "claimed responsibility for", "the bombing of the depot", "named_body"),
    # documents
    ("The statement says the prisoners will be flown home on Sunday.", "The statement", "says", "the prisoners will be flown home on Sunday", "document"),
    ("A letter from the union warned that the docks would close.", "A letter from the union", "warned", "the docks would close", "document"),
    ("Court papers show that the money was wired in March.", "Court papers", "show", "the money was wired in March", "document"),
    # passives with agent
    ("Families were told by the navy that the search was over.", "the navy", "told", "the search was over", "named_body"),
    # headlines
    ("Chad says ‘good progress’ made in rebel talks", "Chad", "says", "‘good progress’ made in rebel talks", "named_body"),
    ("Rebels free nine, Sudan says", "Sudan", "says", "Rebels free nine", "named_body"),
    # participles
    ("The envoy left the room, saying the talks had failed.", "The envoy", "saying", "the talks had failed", "unnamed_official"),
    ("The minister said the port was open, adding that two ships had docked.", "The minister", "adding", "two ships had docked", "unnamed_official"),
    ("The strike ended in anger, with Rosa Diaz saying the pay was an insult.", "Rosa Diaz", "saying", "the pay was an insult", "named_person"),
    # speech acts
    ("The president accused the rebels of breaking the truce.", "The president", "accused", "the rebels of breaking the truce", "unnamed_official"),
    ("Relatives blamed the airline for hiding the names of the dead.", "Relatives", "blamed", "the airline for hiding the names of the dead", "group"),
    ("The kidnappers threatened to kill a hostage every day.", "The kidnappers", "threatened", "to kill a hostage every day", "group"),
    ("The governor promised to reopen the road within a week.", "The governor", "promised", "to reopen the road within a week", "unnamed_official"),
    ("The bishop urged both sides to lay down their arms.", "The bishop", "urged", "both sides to lay down their arms", "unnamed_source"),
    ("Villagers demanded that the soldiers leave.", "Villagers", "demanded", "the soldiers leave", "group"),
    ("The junta denied holding any foreigners.", "The junta", "denied", "holding any foreigners", "named_body"),
    # belief with an object
    ("Norway expects the captives to be freed within days.", "Norway", "expects", "the captives to be freed within days", "named_body"),
    ("The colonel does not expect the siege to end soon.", "The colonel", "does not expect", "the siege to end soon", "unnamed_official"),
    # relative clauses
    (
        "They met again on Sunday, which two officials briefed on the talks said was a good sign.",
        "two officials briefed on the talks",
        "said",
        "was a good sign",
        "unnamed_official",
    ),
    ("The minister received a message that stressed the deadline would not move.", "a message", "stressed", "the deadline would not move", "document"),
    # behind the source
    ("The Daily Star, citing a senator, reported that the pact was dead.", "a senator", "citing", "the pact was dead", "unnamed_official"),
    (
        "Thirty people have died, according to a doctors' committee cited by Radio Tamis.",
        "Radio Tamis",
        "cited by",
        "Thirty people have died, according to a doctors' committee",
        "outlet",
    ),
]


@pytest.mark.parametrize(("text", "source", "cue", "content", "source_class"), ROWS, ids=[r[0][:48] for r in ROWS])
def test_each_construction_gives_source_cue_and_content(read_text: Read, text: str, source: str, cue: str, content: str, source_class: str) -> None:
    found = read_text(text).attributions
    assert (source, cue, content, source_class) in [(a.source, a.cue, a.content, a.source_class) for a in found]


NOTHING = [
    "The ministry declined to comment.",
    "The spokesman did not say when the next exchange would take place.",
    "The captain is believed to be alive.",
    "Eleven sailors are feared dead.",
    "The delegation will reportedly fly to Geneva.",
    "Rain is expected by Thursday.",
    "The mayor should demand an answer.",
    "The army wants to retake the port.",
    "The talks resumed on Monday after a week of fighting.",
    "Workers at the “Green Gate” went home early.",
    "Troops withdrew from the village, indicating that the truce still held.",
    "The two sides exchanged forty prisoners at the border.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_silence_scare_quotes_and_beliefs_of_nobody_are_no_attributions(read_text: Read, text: str) -> None:
    assert [(a.source, a.cue, a.content) for a in read_text(text).attributions] == []


def by_cue(found: tuple[Attribution, ...], cue: str) -> Attribution:
    """The attribution with that cue."""
    return next(a for a in found if a.cue == cue)


KINDS = [
    ("The army said the road was open.", "indirect"),
    ("“The road is open and it will stay open,” the army said.", "direct"),
    ("The army said the road was “open for good” on Sunday.", "mixed"),
    ("“Our brothers for yours,” the colonel said.", "direct"),
]


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_kind_follows_the_marks(read_text: Read, text: str, kind: str) -> None:
    assert by_cue(read_text(text).attributions, "said").kind == kind


AUDIENCES = [
    ("The envoy told Reuters that the list was ready.", "Reuters"),
    ("The envoy told reporters in Geneva that the list was ready.", "reporters"),
    ("The navy informed the families that the search was over.", "the families"),
    ("A source close to the talks told me that nobody had signed.", "me"),
    ("The bishop called on the two generals to stop the shelling.", "the two generals"),
    ("“The list is ready,” the envoy said in an interview with the Daily Star.", "the Daily Star"),
    ("The envoy said the list was ready.", None),
]


@pytest.mark.parametrize(("text", "audience"), AUDIENCES)
def test_audience_is_whom_it_was_told(read_text: Read, text: str, audience: str | None) -> None:
    assert [a.audience for a in read_text(text).attributions] == [audience]


ACCESS = [
    ("A source briefed on the visit said the list was ready.", "briefed"),
    ("Two sources with direct knowledge of the matter said the list was ready.", "direct knowledge"),
    ("The list was ready, according to a person familiar with the talks.", "familiar"),
    ("A source said the list was ready.", None),
]


@pytest.mark.parametrize(("text", "access"), ACCESS)
def test_access_is_how_close_the_source_is(read_text: Read, text: str, access: str | None) -> None:
    assert [a.access for a in read_text(text).attributions] == [access]


NUMBERS = [("Two officials said the list was ready.", 2), ("A third source said the list was ready.", None), ("A diplomat said the list was ready.", 1)]


@pytest.mark.parametrize(("text", "number"), NUMBERS)
def test_number_is_how_many_speak(read_text: Read, text: str, number: int | None) -> None:
    found = read_text(text).attributions[0]
    assert found.number == number or (number is None and found.number in (None, 1))


CLASSES = [
    ("The envoy said the list was ready.", "reporting"),
    ("The envoy confirmed that the list was ready.", "factive"),
    ("The envoy believes the list is ready.", "belief"),
    ("The envoy denied that the list was ready.", "denial"),
    ("The envoy demanded that the list be published.", "demand"),
    ("The envoy threatened to publish the list.", "threat"),
    ("The envoy promised to publish the list.", "promise"),
]


@pytest.mark.parametrize(("text", "kind"), CLASSES)
def test_cue_class_tells_what_the_source_does(read_text: Read, text: str, kind: str) -> None:
    assert [a.cue_class for a in read_text(text).attributions] == [kind]
