"""Hard sentences, one construction each, from invented conflicts: (source, content) of every attribution that they hold, and no other."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.annotate.attributions.cues import cues
from onrecord.types import Reading

Read = Callable[[str], Reading]
SPEECH = {"reporting", "factive", "belief", "denial", "demand", "threat", "promise", "appraisal"}

RIGHT: list[tuple[str, list[tuple[str, str]]]] = [
    # relays and chains
    ("The Nairobi Star, citing two officials, reported that the ransom had been halved.",
     [("The Nairobi Star", "the ransom had been halved"), ("two officials", "the ransom had been halved")]),
    ("Radio Tamis reported, quoting a customs officer, that the trucks were empty.",
     [("Radio Tamis", "the trucks were empty"), ("a customs officer", "the trucks were empty")]),
    ("The mayor told the Herald that a soldier had told him that the captain believed the bridge was mined.",
     [("The mayor", "a soldier had told him that the captain believed the bridge was mined"), ("a soldier", "the captain believed the bridge was mined"),
      ("the captain", "the bridge was mined")]),
    ("The minister was quoted as saying that no ship would leave port.", [("The minister", "no ship would leave port")]),
    ("No ship will leave port, a senior official was quoted as saying on Monday.", [("a senior official", "No ship will leave port")]),
    ("State television showed a recording in which the pilot said he had been treated well.", [("the pilot", "he had been treated well")]),
    # passives
    ("The envoy was told by the rebels that no list existed.", [("the rebels", "no list existed")]),
    ("Officials in Lima were told that the mine had flooded.", []),
    ("It is believed that the pilot survived the crash.", []),
    ("The pilots are feared dead.", []),
    # nouns
    ("The claim that the well was poisoned came from the militia.", [("the militia", "the well was poisoned")]),
    ("The junta’s insistence that the vote be postponed has stalled the talks.", [("The junta’s", "the vote be postponed")]),
    ("The council repeated a demand that the deposed prime minister be freed at once.",
     [("The council", "the deposed prime minister be freed at once")]),
    ("There are fears among villagers that the dam will burst.", [("villagers", "the dam will burst")]),
    ("The feeling in Bamako is that the road will stay shut.", [("Bamako", "the road will stay shut")]),
    # headlines and documents
    ("Peru says deal on fishermen close", [("Peru", "deal on fishermen close")]),
    ("Minister denies ransom was paid", [("Minister", "ransom was paid")]),
    ("A leaflet dropped over the town warned that the bridge would be blown up.", [("A leaflet", "the bridge would be blown up")]),
    ("According to the draft, seen by the Gazette, the army would leave the valley in May.", [("the draft", "the army would leave the valley in May")]),
    # silence
    ("Colonel Idris Sow refused to say who had broken the truce.", []),
    ("The ministry declined to say how many sailors were on board.", []),
    ("The governor did not say whether the prisoners would be moved.", []),
    ("The colonel would neither confirm nor deny that his men had crossed the river.", []),
    ("Asked whether the list was complete, the spokesman nodded.", []),
    # quotations
    ("“The road,” the colonel said, “is ours until the snow comes.”", [("the colonel", "The road … is ours until the snow comes")]),
    ("The talks, a Qatari official told AFP, “are hanging by a thread”.", [("a Qatari official", "The talks … “are hanging by a thread”")]),
    ("The so-called “peace train” left at noon.", []),
    ("If not, said a port official, “we sail on Friday.”", [("a port official", "If not … “we sail on Friday.”")]),
    # what one source says twice
    ("The foreign minister said Eritrea wanted peace and accused Djibouti of stalling.",
     [("The foreign minister", "Eritrea wanted peace"), ("The foreign minister", "Djibouti of stalling")]),
    ("The prime minister told parliament that the captives would be home by Christmas and urged families to be patient.",
     [("The prime minister", "the captives would be home by Christmas"), ("The prime minister", "families to be patient")]),
    ("The talks went well, he said, but no date was set.", [("he", "The talks went well")]),
    ("The cook, who called himself a colonel, left.", []),
    ("The women demanded to know where their sons were.", [("The women", "to know where their sons were")]),
    # around and apart
    ("If the ransom is not paid by Friday, the gunmen have threatened to sell the ship.",
     [("the gunmen", "If the ransom is not paid by Friday … to sell the ship")]),
    ("The parties have settled the ratio, two of the mediators said: ten fishermen for each soldier.",
     [("two of the mediators", "The parties have settled the ratio … ten fishermen for each soldier")]),
    ("Judge Ana Ruiz told reporters in the capital, Nairobi, that the list was false.", [("Judge Ana Ruiz", "the list was false")]),
    ("The union put the number of strikers at 4,000.", [("The union", "the number of strikers at 4,000")]),
    ("The truce is dead, as one diplomat put it.", [("one diplomat", "The truce is dead")]),
    ("Lawmakers denounced the deal as a ransom.", [("Lawmakers", "the deal as a ransom")]),
    ("A message had gone to the owners asking for a million a head.", [("A message", "a million a head")]),
    ("He made clear that there would be no second chance.", [("He", "there would be no second chance")]),
]  # fmt: skip

WRONG: list[tuple[str, list[tuple[str, str]], str]] = [
    ("Union: owners walked out of talks", [("Union", "owners walked out of talks")], "a common noun before a colon is taken for a label"),
    ("The mayor, elected by a few per cent, called on residents not to “play extras in other people’s films”.",
     [("The mayor", "residents not to “play extras in other people’s films”")], "the parse makes 'play' the main verb"),
    ("What the rebels want, said the bishop, is a road.", [("the bishop", "What the rebels want … is a road")], "the parse parts the clause at the source"),
    ("The European Union condemns the attack and calls for calm.",
     [("The European Union", "the attack"), ("The European Union", "calm")], "the tagger takes 'calls' for a noun"),
    ("It began, the purser would later tell the court, with a cup of tea.", [("the purser", "It began … with a cup of tea")], "'would' counts as unreal"),
    ("We made clear that we expect the crew to be freed, and that until then the port stays shut.",
     [("We", "we expect the crew to be freed, and that until then the port stays shut"), ("we", "the crew to be freed")],
     "a second 'that' is given to the inner verb"),
]  # fmt: skip


def read_pairs(reading: Reading) -> list[tuple[str, str]]:
    """Source and content, parts joined by an ellipsis."""
    text = reading.report.text
    return [(a.source, " … ".join(s.of(text) for s in a.content_spans)) for a in reading.attributions]


@pytest.mark.parametrize(("text", "expected"), RIGHT)
def test_a_hard_sentence_is_read_whole(text: str, expected: list[tuple[str, str]], read_text: Read) -> None:
    assert sorted(read_pairs(read_text(text))) == sorted(expected)


@pytest.mark.parametrize(("text", "expected"), [pytest.param(t, e, marks=pytest.mark.xfail(strict=True, reason=why)) for t, e, why in WRONG])
def test_a_hard_sentence_is_known_to_be_read_wrong(text: str, expected: list[tuple[str, str]], read_text: Read) -> None:
    assert sorted(read_pairs(read_text(text))) == sorted(expected)


def test_the_lexicon_has_three_hundred_graded_verbs_of_speech() -> None:
    assert sum(c.kind in SPEECH for c in cues("verbs").values()) >= 300
    assert {c.kind for c in cues("verbs").values()} >= SPEECH
