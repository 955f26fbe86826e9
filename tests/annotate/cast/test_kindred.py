"""Descriptions by wider words and by deeds, and owners told by a noun or a part of a name. Written before the rules; all names are invented.

`[word]` marks the last word of a description or source.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.annotate.cast import read_cast
from onrecord.types import Parsed, Participant

ParseText = Callable[[str], Parsed]
BISHOP = "A bishop brought the hostages home on Sunday. Monsignor Pedro Salinas, bishop of Tarma, had spent nine days in the forest. "
OWNER = "Dimitri Vassos owns the tanker. The ship waits off the coast. "

NAMES = [
    (BISHOP + "\"They were tired,\" the [prelate] said.", "Pedro Salinas", "a prelate is a bishop"),
    (BISHOP + "The [cleric] added that two remain.", "Pedro Salinas", "a cleric is a bishop too"),
    ("A [bishop] brought the hostages home on Sunday. Monsignor Pedro Salinas had spent nine days in the forest.", "Pedro Salinas",
     "who is brought in by his office is named after it"),
    (OWNER + "The [shipowner] said the pirates had lied.", "Dimitri Vassos", "who owns the ship is the shipowner"),
    (OWNER + "The [prelate] said the pirates had lied.", None, "… and no prelate"),
    ("Father Luis Aranda carried the note out. The [priest] said the men were calm.", "Luis Aranda", "a title is an office too"),
    ("Sheikh Idris Nur carried the letter. The [elder] told reporters that they had eaten together.", "Idris Nur", "a sheikh is an elder"),
    ("Captain Leo Marsh, who commands the mutineers, said his men would starve. The [commander] said he trusted nobody.", "Leo Marsh", "who commands"),
    ("The ferry's captain, Amir Haddad, spoke by radio. \"We are 211,\" the [skipper] said.", "Amir Haddad", "the captain of a ship is its skipper"),
    ("The UN envoy for Samaria, Lena Ortiz, met the president. The [diplomat] declined to give a date.", "Lena Ortiz", "an envoy is a diplomat"),
    ("Father Luis Aranda and Bishop Ivo Lang carried the note. The [cleric] said the men were calm.", "The cleric", "of two nobody knows which"),
]
SIDES = [
    ("The Blue River Front freed the engineers. The Front's political [wing] denied any ransom.", "Blue River Front",
     "a wing of the last word of a party's name"),
    ("Sudara met the Karang National Army in Oslo. The Karang National Army said no. The Karang [delegation] said it would not disarm.",
     "Karang National Army", "a delegation called by the first word of a party's name"),
    ("The Blue River Front said it would free them. A [fighter] told the BBC that they had been moved twice.", "Blue River Front",
     "a fighter is the only armed party's"),
    ("Lusia's army and Lusia's government disagree. Lusia's generals met. The [generals] said they had no order.", "Lusia",
     "generals go back to whose they are"),
    ("The dockers want ten per cent. The dockers' leader, Sam [Tull], said so.", "dockers", "people of a trade have a leader"),
    (BISHOP.replace("bishop of Tarma", "the bishop of Tarma") + "[Salinas] said no money was paid.", None, "a bishop does not speak for his town"),
    ("Halden Steel made an offer. Halden's [negotiators] left at midnight.", "Halden Steel", "a company is called without its trade"),
]


def at_mark(parse_text: ParseText, marked: str) -> Participant | None:
    """Who stands at the mark."""
    start = marked.index("[")
    parsed = parse_text(marked.replace("[", "").replace("]", ""))
    return read_cast(parsed).at(next(t for t in parsed.tokens if t.start == start))


@pytest.mark.parametrize(("marked", "name", "rule"), NAMES, ids=[r for _, _, r in NAMES])
def test_a_description_finds_who_is_meant(parse_text: ParseText, marked: str, name: str | None, rule: str) -> None:
    who = at_mark(parse_text, marked)
    assert (who.name if who is not None else None) == name, rule


@pytest.mark.parametrize(("marked", "side", "rule"), SIDES, ids=[r for _, _, r in SIDES])
def test_an_owner_is_told_by_a_noun_or_part_of_a_name(parse_text: ParseText, marked: str, side: str | None, rule: str) -> None:
    who = at_mark(parse_text, marked)
    assert who is not None and who.side == side, rule
