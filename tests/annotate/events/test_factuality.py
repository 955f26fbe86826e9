"""Happened, ongoing, planned, possible, denied, called for or conditional: one invented sentence a construction."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.types import Reading

ReadText = Callable[[str], Reading]

CASES = [
    ("Rebels hold nine captives. Has anyone been freed?", "freed", "possible"),
    ("Rebels hold nine captives. Why did the army shell the town?", "shell", "happened"),
    ("Rebels hold nine captives. Is the army shelling the town?", "shelling", "possible"),
    ("The rebels freed nine captives.", "freed", "happened"),
    ("The rebels have freed nine captives.", "freed", "happened"),
    ("Nine captives were freed by the rebels.", "freed", "happened"),
    ("The army is shelling the town.", "shelling", "ongoing"),
    ("The rebels will free nine captives.", "free", "planned"),
    ("The two ministers are scheduled to meet on Friday.", "meet", "planned"),
    ("The army said it would attack the town.", "attack", "planned"),
    ("The rebels could free nine captives.", "free", "possible"),
    ("The mediators are trying to secure the release of the captives.", "release", "possible"),
    ("The rebels did not release the captives.", "release", "denied"),
    ("The government denied that its troops had attacked the village.", "attacked", "denied"),
    ("The rebels must release the captives.", "release", "called_for"),
    ("Families urged the government to free the prisoners.", "free", "called_for"),
    ('"Release the captives now," the bishop told the rebels.', "Release", "called_for"),
    ("The rebels would free the captives if the army withdrew.", "free", "conditional"),
    ("The army agreed to a pause in return for the release of the captives.", "release", "conditional"),
    ("The minister said any attack on the convoy would end the truce.", "attack", "conditional"),
    ("The envoy was accused of releasing prisoners.", "releasing", "happened"),
    ("The looming offensive worried the envoys and the army.", "offensive", "planned"),
    ("The rebels were supposed to release the captives on Monday.", "release", "planned"),
    ("The government has yet to respond to the proposal.", "respond", "denied"),
    ("The rebels said they were willing to free the hostages.", "free", "possible"),
    ("It is not clear whether the rebels released the hostages.", "released", "possible"),
    ("The union called off a strike planned for Monday.", "strike", "denied"),
    ("The two sides failed to reach an agreement on prisoners.", "reach an agreement", "denied"),
    ("The hostages are to be released on Friday.", "released", "planned"),
    ("Under the deal, both armies must release their prisoners.", "release", "planned"),
    ("Ubaria has freed none of them.", "freed", "denied"),
    ("The rebels freed no one.", "freed", "denied"),
    ("The rebels released none of the captives.", "released", "denied"),
    ("The army attacked no villages.", "attacked", "denied"),
    ("The rebels freed no fewer than nine captives.", "freed", "happened"),
    ("The Front said it would accept no preconditions.", "accept", "happened"),  # a refusal, made now
]


@pytest.mark.parametrize(("text", "trigger", "fact"), CASES)
def test_tense_modality_and_governing_words_decide(read_text: ReadText, text: str, trigger: str, fact: str) -> None:
    found = {e.trigger_span.of(text): e.factuality for e in read_text(text).events}
    assert found.get(trigger) == fact


@pytest.mark.parametrize(
    "text", ["Two more groups of ten prisoners are to be freed, he said.", "One of the 83 hostages who were to be freed is ill.", "They are to be freed."]
)
def test_what_is_to_be_done_is_planned_and_is_told_by_its_own_verb_alone(read_text: ReadText, text: str) -> None:
    assert [e.factuality for e in read_text("Rebels hold hostages. " + text).events if e.type == "release"] == ["planned"]
