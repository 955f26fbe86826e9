"""A readiness on terms is conditional, one without terms possible; what is left out or ajar has not gone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.types import Reading

TAIL = "\nThe rebels hold six hostages. Mediators of the talks on a truce and an exchange of prisoners met in Nairobi."

TOLD = (
    ("The army is ready to withdraw from the town if the rebels release the pilots.", "withdraw", "conditional"),
    ("The gang said it was willing to release the crew once a ransom was paid.", "release", "conditional"),
    ("The army is ready to withdraw from the town.", "withdraw", "possible"),
    ("The rebels are prepared to free twelve miners.", "free", "possible"),
    ("The guards should have released the miners.", "released", "called_for"),
    ("The rebels are prepared to free twelve miners once the army has left the valley.", "free", "conditional"),
    ("The militia threatened to shell the port should the talks fail.", "fail", "conditional"),
    ("Under the arrangement, Senegal would pull two battalions back from the border.", "pull", "planned"),
    ("In exchange, the same number of villagers must be let out of the two towns.", "let out", "planned"),
    ("Damascus was considering handing over three prisoners to the rebels.", "handing over", "possible"),
    ("The mediators have convened a fresh meeting for Friday.", "meeting", "planned"),
    ("Families hope for a deal on the captives by Friday.", "deal", "possible"),
    ("The company quit the talks, accusing the union of sabotage, and the rebels quit the town.", "quit", "happened"),
    ("A mediator said the captors were asking for two million dollars.", "asking for", "ongoing"),
    ("The militia released nobody on Friday.", "released", "denied"),
    ("Not one soldier has been withdrawn from the valley.", "withdrawn", "denied"),
    ("The kidnappers said they would free the two nurses once the family had paid the rest of the ransom.", "paid", "conditional"),
    ("Seoul offered to return the crew in exchange for an apology from Pyongyang.", "return", "conditional"),
    ("Under the agreement, Ankara will free 12 journalists in exchange for the lifting of sanctions.", "free", "planned"),
    ("Eritrea freed 40 soldiers in exchange for the remains of its dead.", "freed", "happened"),
    ("The guerrillas threatened to execute a mayor on Sunday.", "execute", "conditional"),
    ("The commander warned that his men would resume attacks on the pipeline.", "resume", "conditional"),
    ("The talks in Manila will resume on Monday, after the delegations have consulted their leaders.", "resume", "planned"),
    ("Police tied the attack on the convoy to the separatists.", "attack", "happened"),
    ("The army will pay the families after gunmen freed the crew.", "freed", "happened"),
    ("The talks on the captives nearly collapsed overnight.", "collapsed", "denied"),
    ("Both navies have committed themselves to pull back all warships.", "pull back", "planned"),
    ("The hostages were held until the army stormed the embassy.", "stormed", "happened"),
    ("The ceasefire hinges on the withdrawal of Ethiopian troops from Badme.", "withdrawal", "conditional"),
    ("As long as the blockade continues, the union will not send its delegates to the talks.", "send", "conditional"),
    ("The envoy said there could be no exchange without a full list of prisoners.", "exchange", "conditional"),
    ("The army would pull back its guns only after monitors had been deployed on the ridge.", "deployed", "conditional"),
    ("The insurgents have tied the release of the nuns to an end of the curfew.", "release", "conditional"),
    ("Ten prisoners would be released for every licence that Washington grants, according to the report.", "released", "conditional"),
    ("Ten prisoners would be released for every licence that Washington grants, according to the report.", "grants", "conditional"),
    ("The talks were near collapse last week, when the rebels walked out.", "walked out", "happened"),
)

UNMOVED = (
    ("A nurse asked that her name be left out of the statement.", "left"),
    ("The convoy found the gate left ajar.", "left"),
)


def read(read_text: Callable[[str], Reading], text: str) -> list[tuple[str, str]]:
    """(trigger, factuality) of the events of a sentence."""
    reading = read_text(text + TAIL)
    return [(e.trigger_span.of(reading.report.text), e.factuality) for e in reading.events if e.trigger_span.start < len(text)]


@pytest.mark.parametrize(("text", "trigger", "factuality"), TOLD)
def test_a_condition_lowers_what_hangs_on_it(text: str, trigger: str, factuality: str, read_text: Callable[[str], Reading]) -> None:
    assert (trigger, factuality) in read(read_text, text)


@pytest.mark.parametrize(("text", "trigger"), UNMOVED)
def test_what_is_left_has_not_gone(text: str, trigger: str, read_text: Callable[[str], Reading]) -> None:
    assert trigger not in [t for t, _ in read(read_text, text)]
