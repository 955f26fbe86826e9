"""Plain sentences of wire reports from many conflicts: nouns as subject, object and after a preposition; phrases; talks, truces, sieges, swaps.

Each row is (text, trigger, type, factuality); the sentences were written before the words and frames that read them.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.types import Reading

ReadText = Callable[[str], Reading]

ROWS: list[tuple[str, str, str, str]] = [
    ("The killing of four miners by rebels in the eastern hills on Tuesday halted the talks.", "killing", "attack", "happened"),
    ("The release of the two pilots came after weeks of quiet mediation by Oman.", "release", "release", "happened"),
    ("The abduction of the two nurses on Sunday drew protests from the families of the hostages.", "abduction", "capture", "happened"),
    ("The withdrawal of heavy guns from the line was completed on Friday, the monitors said.", "withdrawal", "withdraw", "happened"),
    ("The exchange of 40 prisoners took place at a border bridge.", "exchange", "exchange", "happened"),
    ("Talks between the army and the rebels opened in Lome on Monday.", "opened", "resume_talks", "happened"),
    ("Talks between the government and the rebels collapsed in June over the fate of the prisoners.", "collapsed", "suspend_talks", "happened"),
    ("The ceasefire began at dawn on Thursday.", "began", "truce_start", "happened"),
    ("A two-week ceasefire came into force at midnight.", "came into force", "truce_start", "happened"),
    ("The ceasefire was extended by ten days.", "extended", "truce_extend", "happened"),
    ("The truce ended on Saturday when rebels shelled the town.", "ended", "truce_end", "happened"),
    ("The rebels released a video of the captured pilot.", "released", "publish", "happened"),
    ("In a statement, the group claimed responsibility for the ambush on the convoy.", "ambush", "attack", "happened"),
    ("Each side accused the other of violations of the truce.", "violations", "breach", "happened"),
    ("The army said it had recorded 14 violations of the ceasefire since Friday.", "violations", "breach", "happened"),
    ("His visit to the rebel stronghold was the first by a foreign minister.", "visit", "travel", "happened"),
    ("A meeting of the joint committee was held in Juba.", "meeting", "meet", "happened"),
    ("Air strikes killed at least nine people in the town, medics said.", "strikes", "attack", "happened"),
    ("Drone attacks on the refinery have intensified since the truce lapsed.", "attacks", "attack", "happened"),
    ("The talks on a prisoner swap broke down after the attack on the airport.", "attack", "attack", "happened"),
    ("The hijacking of the tanker was the fourth off the coast this year.", "hijacking", "capture", "happened"),
    ("The pirates' capture of the trawler went unreported for days.", "capture", "capture", "happened"),
    ("Three days of talks in Djibouti ended without agreement.", "ended", "suspend_talks", "happened"),
    ("A fresh round of talks will open in Muscat on 4 June.", "open", "resume_talks", "planned"),
    ("Families held a vigil outside the ministry for the hostages.", "vigil", "protest", "happened"),
    ("Protests over the kidnapping spread to three towns.", "Protests", "protest", "happened"),
    ("Heavy fighting erupted near the airport on Tuesday.", "fighting", "attack", "happened"),
    ("Fighting between the two factions resumed hours after the truce expired.", "resumed", "truce_end", "happened"),
    ("Clashes broke out between the militia and the army around the dam.", "Clashes", "attack", "happened"),
    ("The shelling of the hospital came a day after the ceasefire was signed.", "shelling", "attack", "happened"),
    ("The deal was signed in Nairobi in May by the rebels and the army.", "signed", "agree", "happened"),
    ("Under the deal, the militia is to free 30 captives by Sunday.", "free", "release", "planned"),
    ("The militia was forced to free the captives, the army said.", "free", "release", "happened"),
    ("The rebels agreed to release the children first.", "release", "release", "planned"),
    ("The junta has promised to release the former president.", "release", "release", "planned"),
    ("The last of the hostages were freed on Wednesday after 61 days in captivity.", "freed", "release", "happened"),
    ("The bodies of two soldiers were handed over to the Red Cross.", "handed over", "release", "happened"),
    ("Gunmen on motorcycles stormed the school and marched 60 pupils into the forest.", "marched", "capture", "happened"),
    ("A ransom of 2 million dollars was dropped by plane on the deck, the owner said of the hijacked ship.", "dropped", "other", "happened"),
    ("The kidnappers threatened to kill one hostage a day unless the ransom is paid.", "threatened", "threaten", "happened"),
    ("The kidnappers threatened to kill one hostage a day unless the ransom is paid.", "kill", "attack", "conditional"),
    ("The general gave the rebels 48 hours to leave the town.", "gave", "threaten", "happened"),
    ("Commandos freed the passengers in a dawn raid on the plane.", "freed", "rescue", "happened"),
    ("The envoy flew to Khartoum to meet the general.", "flew", "travel", "happened"),
    ("The envoy flew to Khartoum to meet the general.", "meet", "meet", "possible"),
    ("He is expected in Doha on Friday for talks with the mediators.", "expected", "travel", "planned"),
    ("Mediators are trying to arrange a meeting between the two generals.", "meeting", "meet", "possible"),
    ("The rebel delegation did not turn up for the talks.", "turn up", "reject", "happened"),
    ("The two sides held indirect talks through Swiss diplomats.", "talks", "meet", "happened"),
    ("The foreign ministers of the two countries spoke by phone on Sunday about the truce.", "spoke", "call", "happened"),
    ("The president discussed the hostages with his French counterpart in a phone call.", "call", "call", "happened"),
    ("The army denied shelling the village.", "shelling", "attack", "denied"),
    ("The rebels deny that they broke the truce.", "broke", "breach", "denied"),
    ("The UN called for an immediate ceasefire.", "called", "appeal", "happened"),
    ("The UN called for an immediate ceasefire.", "ceasefire", "truce_start", "called_for"),
    ("The UN called for the immediate release of its staff.", "release", "release", "called_for"),
    ("The African Union urged both sides to return to the table.", "return", "resume_talks", "called_for"),
    ("The government turned down an offer of mediation from Turkey.", "turned down", "reject", "happened"),
    ("The rebels have accepted a Swiss plan for a humanitarian pause.", "accepted", "accept", "happened"),
    ("The army retook the bridge on Sunday.", "retook", "operation", "happened"),
    ("The town fell to the rebels in October.", "fell", "operation", "happened"),
    ("Soldiers seized power on Tuesday and detained the president.", "seized power", "operation", "happened"),
    ("Soldiers seized power on Tuesday and detained the president.", "detained", "capture", "happened"),
    ("The coup in July brought the junta to power.", "coup", "operation", "happened"),
    ("A convoy of 20 trucks carrying food entered the besieged town on Saturday.", "entered", "travel", "happened"),
    ("The airlift of the wounded to Amman began on Friday.", "airlift", "other", "happened"),
    ("More than 600 people were evacuated from the besieged steelworks.", "evacuated", "other", "happened"),
    ("Both sides observed a minute of calm as the ceasefire took effect.", "took effect", "truce_start", "happened"),
    ("Dockers walked off the job in three ports on Monday.", "walked off", "protest", "happened"),
    ("The insurgents' commander pledged to respect the truce.", "pledged", "agree", "happened"),
    ("Egypt presented both sides with a three-phase plan.", "presented", "propose", "happened"),
    ("The rebels' reply to the plan was handed to the mediators on Thursday.", "handed", "message", "happened"),
    ("A letter from the hostage was delivered to her family by the Red Cross.", "delivered", "message", "happened"),
    ("The plane carrying the freed sailors landed in Manila on Friday.", "landed", "travel", "happened"),
    ("The prisoners were flown home on a military plane.", "flown home", "release", "happened"),
    ("Ten captives were swapped for a rebel commander.", "swapped", "exchange", "happened"),
    ("Rebels shot down a helicopter, killing three crew.", "shot down", "attack", "happened"),
    ("A suicide bomber blew himself up at a checkpoint near the palace.", "blew", "attack", "happened"),
    ("A roadside bomb hit a patrol, wounding two peacekeepers.", "hit", "attack", "happened"),
    ("Mortar rounds landed on the market in the besieged town.", "landed", "attack", "happened"),
    ("The hostage was executed after the deadline passed.", "executed", "attack", "happened"),
    ("Militants holding the engineers issued a new deadline.", "issued", "threaten", "happened"),
    ("The deadline for the ransom was extended to Friday.", "extended", "other", "happened"),
    ("The monitors' withdrawal left the line unwatched.", "withdrawal", "withdraw", "happened"),
    ("Chad withdrew its ambassador in protest at the abduction.", "withdrew", "withdraw", "happened"),
    ("The rebels pulled out of the peace process.", "pulled out", "withdraw", "happened"),
    ("The rebels suspended their participation in the talks.", "suspended", "suspend_talks", "happened"),
    ("The junta expelled the UN envoy.", "expelled", "other", "happened"),
    ("Sanctions on the general were lifted in exchange for the hostages.", "lifted", "other", "happened"),
]


@pytest.mark.parametrize(("text", "trigger", "kind", "factuality"), ROWS)
def test_the_trigger_tells_of_its_event(read_text: ReadText, text: str, trigger: str, kind: str, factuality: str) -> None:
    found = [(text[slice(*e.trigger_span)], e.type, e.factuality) for e in read_text(text).events]
    assert any((trigger in words or words in trigger) and (k, f) == (kind, factuality) for words, k, f in found), found
