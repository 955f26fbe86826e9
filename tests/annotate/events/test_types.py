"""Which words tell of which type of event: one invented sentence a frame, right and wrong ones alike."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.types import Reading

ReadText = Callable[[str], Reading]

TELLS = [
    ("The rebels released eleven captives near the river.", "released", "release"),
    ("Maravel and Orlund exchanged sixty prisoners of war at dawn.", "exchanged", "exchange"),
    ("The militia kidnapped two nurses on the coastal road.", "kidnapped", "capture"),
    ("The government demanded the return of nine captured sailors.", "captured", "capture"),
    ("The rebels must lay down their weapons, the envoy said.", "lay down", "other"),
    ("One hostage died in captivity in June, the kidnappers said.", "died", "other"),
    ("Gunmen took nine sailors hostage off the cape.", "took nine sailors hostage", "capture"),
    ("Commandos rescued the pilot from a farm.", "rescued", "rescue"),
    ("Army gunners shelled the village of Tarn.", "shelled", "attack"),
    ("The air force carried out a missile strike on the depot.", "strike", "attack"),
    ("The army launched a ground offensive in the Pela valley.", "offensive", "operation"),
    ("The truce collapsed after six days.", "collapsed", "truce_end"),
    ("Both armies agreed to extend the ceasefire.", "extend the ceasefire", "truce_extend"),
    ("The ceasefire took effect at noon.", "took effect", "truce_start"),
    ("The government accused the rebels of breaking the truce.", "breaking", "breach"),
    ("The army did not honour its commitments.", "honour", "breach"),
    ("Talks resumed in Oslo under Norwegian mediation.", "resumed", "resume_talks"),
    ("The junta broke off negotiations with the miners' union.", "broke off", "suspend_talks"),
    ("The union walked out of the talks.", "walked out", "withdraw"),
    ("The envoy flew to Lisbon.", "flew", "travel"),
    ("The two foreign ministers met in Geneva.", "met", "meet"),
    ("The president spoke by phone with the rebel leader.", "spoke", "call"),
    ("The mediators presented a new proposal to both sides.", "presented", "propose"),
    ("The kidnappers demanded a ransom of two million dollars.", "demanded", "demand"),
    ("The rebels rejected the offer.", "rejected", "reject"),
    ("The cabinet approved the deal.", "approved", "accept"),
    ("The employers reached an agreement with the dockers.", "reached an agreement", "agree"),
    ("The separatists threatened to kill the captives.", "threatened", "threaten"),
    ("The minister warned the rebels against a new assault.", "warned", "warn"),
    ("Families of the missing appealed to the government.", "appealed", "appeal"),
    ("Thousands of workers marched through the capital.", "marched", "protest"),
    ("The group published a video of the captives.", "published", "publish"),
    ("The government handed over a list of names to the mediators.", "handed over", "message"),
]


@pytest.mark.parametrize(("text", "trigger", "kind"), TELLS)
def test_a_frame_gives_its_type_at_its_trigger(read_text: ReadText, text: str, trigger: str, kind: str) -> None:
    reading = read_text(text)
    assert (trigger, kind) in {(e.trigger_span.of(text), e.type) for e in reading.events}


NO_EVENT = [
    "The striker released a pass and United attacked from the left in the second half of the match.",
    "Heavy rain will return to the coast and strong winds are forecast for the weekend.",
    "The album was released to good reviews and the singer met her fans at the concert.",
    "The company agreed a deal with investors after its shares and profit fell in the last quarter.",
    "He handed over the keys in return for a receipt.",
    "On 3 March the office opened.",
]


@pytest.mark.parametrize("text", NO_EVENT)
def test_reports_of_other_things_yield_nothing(read_text: ReadText, text: str) -> None:
    assert [e.trigger_span.of(text) for e in read_text(text).events] == []


def test_a_strike_is_a_stoppage_where_a_union_speaks_and_an_attack_where_an_army_does(read_text: ReadText) -> None:
    labour = "The nurses' union began a strike on Monday over pay. Workers said wages were too low."
    war = "The army carried out a strike on a rebel base with missiles. Soldiers and rebels were killed."
    assert "protest" in {e.type for e in read_text(labour).events}
    assert "attack" in {e.type for e in read_text(war).events}


def test_what_is_refused_is_one_event_with_its_refusal(read_text: ReadText) -> None:
    text = "The rebels refused to release the two officers."
    assert [e.type for e in read_text(text).events] == ["reject"]
