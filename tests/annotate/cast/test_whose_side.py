"""For whom a source speaks, told by owners, offices, groups without a name and states that no list has. Written before the rules were looked at.

`[word]` marks the source's last word; None: for nobody that the text names.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.annotate.cast import read_cast
from onrecord.types import Parsed

ParseText = Callable[[str], Parsed]

OWNERS = [
    ("Vostria closed its ports on Monday. The Kerch Republic objected. Its president, Daria [Sokol], said the talks were off.", "Kerch Republic",
     "a pronoun before the office is the owner"),
    ("Kasani's army fired first, witnesses said. Ubaria's army fired back. Kasani's foreign minister, Abel [Tamba], said he was sorry.", "Kasani",
     "an owner's name before the office outranks the state told of last"),
    ("Doctors Aid International lost its team in May. The charity's director, Marie [Colin], said the team was safe.", "Doctors Aid International",
     "a noun that goes back to the body is the owner"),
    ("The mutineers kept the barracks. The mutineers' leader, Sergeant Luc [Amara], said his men would stay.", "mutineers",
     "a group without a name has its leader"),
    ("The hijackers want fuel. A spokesman for the [hijackers] said they would wait.", "hijackers", "… and its spokesman"),
    ("The Kalmerian Red Crescent carries the messages. Its secretary-general, Dana [Ilic], said the men kept their word.", "Kalmerian Red Crescent",
     "an aid body's officer speaks for it, not for the UN"),
    ("Norcoal made an offer. Ewa Lindt, the president of the Mineworkers' Federation, spoke. The Federation's secretary, Jon [Berg], refused it.",
     "Mineworkers' Federation", "the last noun of a union's name is the owner"),
    ("The prisoners' committee rejected the text. A lawyer for the committee, Bruno [Salas], said the fast would go on.", "prisoners' committee",
     "a lawyer speaks for whom he acts"),
    ("The Lower Coast republic kept the lists. The Lower Coast's negotiator, Viktor [Hale], told state television that they were ready.", "Lower Coast",
     "a breakaway republic has its negotiator"),
    ("Gunmen of the Sons of the Valley militia hold a hospital. The militia's commander, Joseph [Kuro], rejected the offer.", "Sons of the Valley",
     "the militia is the one told of before"),
    ("The airline Nordal cancelled 40 flights after its pilots walked out. \"We are ready,\" chief executive Mark [Devlin] said.", "Nordal",
     "a chief executive is the company's"),
    ("The Sahrani Sword group holds two tourists. One of its commanders, Abu [Tarek], said they were well.", "Sahrani Sword", "one of its commanders"),
    ("Arvania's commissioner for missing persons, Olga [Brandt], thanked the Swiss.", "Arvania", "an office for something is the owner's"),
    ("The junta let the minister go. Junta spokesman Major Salif [Barry] said he was free.", "junta", "junta as an adjective is the side"),
]
STATES = [
    ("Nobody talks. But the Catholic Archbishop of Lumasi, Pascal [Mbeya], says he has spoken to the group.", None, "a faith is no party"),
    ("Rebels hold 42 miners. The [government] has not confirmed the deal. One hostage, a Belgian engineer, had died, they said.", "government",
     "where one captive comes from is not where the report is set"),
    ("Gunmen took a mine in the northern province of Katanda. The Interior [Minister], Joseph Tandala, ruled out a deal.", "government",
     "a province is no state"),
    ("Rebels let three Dutch nurses go. The [government] was pleased.", "government", "… nor is that of a counted few"),
    ("Rebels let 29 Colombian soldiers go. The [government] was pleased.", "Colombia", "soldiers serve where they come from"),
    ("Gunmen seized a tram on the edge of Porto Sul, Maranda's second city. The interior [minister] ruled out any deal.", "Maranda",
     "whoever owns a second city is a state"),
    ("Belarus freed nine. Belarus jailed ten, its president said.\nLithuania, whose port is used, was cool. \"No,\" Foreign Minister Rita [Jonaitis] said.",
     "Lithuania", "the state that acts in the paragraph outranks the one that the report is about"),
    ("Belarus freed nine, its president said. He met Lithuania's envoy. The foreign [minister] of Belarus was there.", "Belarus",
     "an owner outranks the state that acts"),
    ("Twelve patients left a hospital in the Telerian city of Morvane. The UN mission in Teleria was pleased. Defence Minister Clara [Voss] was not.",
     "Teleria", "a people's city and a mission in it make a state"),
    ("Marenia's justice ministry broke off the talks in Santa Lena. Justice Minister Rosa [Pinel] gave no reason.", "Marenia",
     "a ministry with a portfolio makes a state of its owner"),
    ("Marenia's justice ministry broke off the talks. Opposition leader Jorge Lima was angry. Justice Minister Rosa [Pinel] gave no reason.", "Marenia",
     "a surname is no capital"),
    ("Kasani and Ubaria accused each other of breaking the truce. Kasani's navy fired. The island is empty, said Ubaria's Defence [Ministry].", "Ubaria",
     "a ministry with its owner is the owner's, whatever it does"),
    ("The Ministry of [Defence] in New Delhi denied the charge.", "India", "the ministry in a capital"),
    ("Gunmen took 40 pupils in Nigeria's north. The Federal [Government] said that no ransom would be paid.", "Nigeria", "a federal government is the state's"),
    ("ANKARA, May 3 - Vostria's parliament has agreed. Vostria will return to the talks, its agriculture [ministry] said.", "Vostria",
     "a pronoun before the ministry is the owner"),
    ("Vostria left the talks. Turkish Foreign Minister Kemal [Ozan], whose country mediated, said he hoped for the best.", "Turkey", "a mediator is its own"),
    ("Kasani's troops crossed the river. Ubaria asked for help. Kasani's foreign minister, Abel Tamba, said his [government] would talk.", "Kasani",
     "his government is the speaker's"),
    ("The crew was freed, the presidency said. The deal was brokered by the Red Cross and the Swiss government. Information Minister Lawal [Idris] denied "
     "a ransom.", "government", "a state named only as mediator governs nothing at home, and the home state without a name is its government"),
    ("The release came after months of talks in which Norway and the Red Cross acted as go-betweens. It leaves 113 in captivity, the [government] said.",
     "government", "… nor does a go-between"),
    ("Was money paid? The government says no. A Swiss foreign ministry spokeswoman said Switzerland acted on request. President Adamu [Bello] agreed.",
     "government", "a state that comes later and only through its foreign ministry does not govern"),
    ("Peru's foreign ministry rejected the text. The government would wait, the [president] said.", "Peru",
     "a state named first governs, also by its foreign ministry"),
    ("Russia accused Kyiv of delay. Russia said trucks with the bodies of 1,212 Ukrainian soldiers were waiting.\nVladimir Orlov, President [Putin]'s aide, "
     "wrote that Ukraine had put off the swap.", "Russia", "soldiers to whom something happens do not make their state the one that acts"),
    ("The government denied it. Red Cross [officials] declined to comment.", "Red Cross", "officials of a named body are its own, not the government's"),
]
NOBODY = [
    ("[Relatives] waiting on the quay urged both sides to show restraint.", None, "relatives speak for themselves"),
    ("Two Western [diplomats] said they doubted that the deal would hold.", None, "Western diplomats are nobody's"),
    ("The talks in Kenya went on. A [mediator] said they were near.", None, "a mediator without a name is nobody's"),
    ("Ana Roe's [husband] said she had called.", None, "a husband is no state's"),
]


@pytest.mark.parametrize(("marked", "side", "rule"), OWNERS + STATES + NOBODY, ids=[r for _, _, r in OWNERS + STATES + NOBODY])
def test_whose_side(parse_text: ParseText, marked: str, side: str | None, rule: str) -> None:
    first, last = marked.index("["), marked.index("]") - 1
    parsed = parse_text(marked.replace("[", "").replace("]", ""))
    cast = read_cast(parsed)
    at = [t for t in parsed.tokens if t.start >= first and t.end <= last][-1]
    who = cast.at(at)
    assert (who.side if who else None) == side, rule
