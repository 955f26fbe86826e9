"""Hard sentences of many conflicts: what counts as which event, in which factuality, and what only looks like one.

Each row is (text, trigger, type, factuality); with type None the trigger must tell of nothing.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.types import Reading

ReadText = Callable[[str], Reading]
Case = tuple[str, str, str | None, str | None]

RIGHT: list[Case] = [
    ("The monitors could not say which side had violated the ceasefire.", "violated", None, None),
    ("It was unclear if the army had broken the ceasefire with the rebels.", "broken", None, None),
    ("The general asked why the rebels had broken the truce.", "broken", "breach", "happened"),
    ("The gang would not talk to the police about the hostages.", "talk", "reject", "happened"),
    ("We are talking to the kidnappers every day, the bishop said of the hostages.", "talking", "other", "ongoing"),
    ("The envoys talked with the rebels in Lomé in March.", "talked", "meet", "happened"),
    ("The junta said it could not accept any timetable for elections from the mediators.", "accept", "reject", "happened"),
    ("The rebels have not accepted the mediators' proposal.", "accepted", "accept", "denied"),
    ("The army agreed to a week-long truce.", "agreed", "accept", "happened"),
    ("The two armies agreed to a week-long truce.", "agreed", "agree", "happened"),
    ("The Tuareg rebels handed back four hospitals in June.", "handed back", "withdraw", "happened"),
    ("The Tuareg rebels handed back four hostages in June.", "handed back", "release", "happened"),
    ("The miners were taken near the river by gunmen, who want a ransom for the hostages.", "taken", "capture", "happened"),
    ("The freed hostages were taken to a hospital in the capital.", "taken", None, None),
    ("Pirates boarded the tanker off the cape and took its crew hostage.", "boarded", "capture", "happened"),
    ("The owner raised its offer for the hijacked ship to two million dollars.", "raised its offer", "propose", "happened"),
    ("The guns fell silent along the border at noon.", "fell silent", "truce_start", "happened"),
    ("The rebels demanded that monitors be posted on the bridge.", "posted", "other", "called_for"),
    ("The general undertook to open the crossing within a week after the truce.", "open", "other", "planned"),
    ("A spokesman for the rebels did not respond to a request for comment on the truce.", "respond", None, None),
    ("An official who was not authorised to speak to reporters said the hostages were well.", "speak", None, None),
    ("The rebels refuse to disarm, the envoy said.", "refuse", "reject", "ongoing"),
    ("The union declined to attend talks on the strike.", "declined", "reject", "happened"),
    ("The dockers' strike shut the port, and the employers locked the gates.", "strike", "protest", "happened"),
    ("The junta promised elections, then reneged.", "reneged", "breach", "happened"),
    ("Nothing was signed at the peace talks.", "signed", "agree", "denied"),
    ("The Swiss brought the two delegations together in Basel.", "brought", "meet", "happened"),
    ("The truce took hold in May; it expires on Friday.", "expires", "truce_end", "planned"),
    ("The convoy reached the besieged town on Monday.", "reached", "travel", "happened"),
    ("The mediators put a new proposal to both sides on Sunday.", "put", "propose", "happened"),
    ("Lawmakers welcomed the resumption of ties with the rebels' backers.", "welcomed", "accept", "happened"),
    ("The rebels' delegation walked out on Saturday.", "walked out", "withdraw", "happened"),
    ("At the request of the families, the army called off its raid on the kidnappers.", "request", "appeal", "happened"),
    ("There had been no shooting since the ceasefire, the rebels said.", "shooting", "attack", "denied"),
    ("He denied that there had been any air strikes on the rebels.", "strikes", "attack", "denied"),
    ("The second round broke up after forty minutes, the mediators said.", "broke up", "suspend_talks", "happened"),
    ("Mediators coaxed the generals back into the room.", "coaxed", "resume_talks", "happened"),
    ("The agreement they reached in Oslo binds the army and the rebels.", "agreement", "agree", "happened"),
    ("The envoys and the rebels met; the army has yet to respond.", "respond", "message", "denied"),
    ("The kidnappers' line went dead for two weeks.", "went dead", "suspend_talks", "happened"),
    ("Thirty-nine prisoners went the other way across the bridge.", "went", "release", "happened"),
    ("The crew of the trawler threatened to derail the talks over the hostages.", "derail", "suspend_talks", "conditional"),
    ("A report by the monitors alleged that the army had broken the truce.", "alleged", "accuse", "happened"),
    ("The rebels are prepared to free the hostages once the army has left.", "free", "release", "conditional"),
]

WRONG: list[tuple[str, str, str, str, str]] = [
    ("Soldiers overthrew the president and closed the border.", "overthrew", "operation", "happened", "the tagger takes 'overthrew' for a name"),
    (
        "Contact was re-established with the kidnappers through a priest.",
        "re-established",
        "message",
        "happened",
        "the parse takes the hyphenated participle apart",
    ),
    (
        "The state will do its job if the barricades stay, the minister warned the rebels.",
        "do its job",
        "operation",
        "conditional",
        "a veiled threat says nothing of force",
    ),
    ("The hostage's mother heard a shot ring out in the building.", "shot", "attack", "happened", "a shot that is heard, with no one who fires"),
]
"""Not read yet, with the reason."""


def told(reading: Reading, text: str) -> dict[str, tuple[str, str]]:
    """Type and factuality by trigger."""
    return {e.trigger_span.of(text): (e.type, e.factuality) for e in reading.events}


@pytest.mark.parametrize(("text", "trigger", "kind", "fact"), RIGHT)
def test_a_hard_sentence_is_read_as_people_read_it(read_text: ReadText, text: str, trigger: str, kind: str | None, fact: str | None) -> None:
    found = told(read_text(text), text)
    assert found.get(trigger) == ((kind, fact) if kind else None)


@pytest.mark.parametrize(("text", "trigger", "kind", "fact"), [pytest.param(*row[:4], marks=pytest.mark.xfail(strict=True, reason=row[4])) for row in WRONG])
def test_a_sentence_that_is_not_read_yet(read_text: ReadText, text: str, trigger: str, kind: str, fact: str) -> None:
    assert told(read_text(text), text).get(trigger) == (kind, fact)
