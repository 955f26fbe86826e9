"""States that no list has: learnt from what is told of countries only, from their peoples' names and from their governments' names.

`[word]` marks the source's last word. Written before the rules; the states are invented.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.annotate.cast import read_cast
from onrecord.types import Parsed

ParseText = Callable[[str], Parsed]

LANDS = [
    ("Soldiers opened fire in Kalu, the capital of Ombara, on Friday. Interior Minister Jean [Mbeki] told parliament that the men had disobeyed.", "Ombara",
     "the name whose capital is told is the country's"),
    ("Gunmen hold 30 pupils north of the capital. Education Minister Hana [Dorin] said the state would not pay. Ardelia has seen a wave of kidnappings.",
     "Ardelia", "a country has seen things happen"),
    ("Miners came up at a pit in eastern Lusova, where a militia rules. The [army] has rejected this.", "Lusova", "a compass point before the one such name"),
    ("Hijackers let 52 people go off the coast of Sandira. Finance Minister Teresa [Lim] said the money was ready.", "Sandira", "a country has a coast"),
    ("Arvelo said on Tuesday it would hand over the bodies. Crowds gathered outside parliament. The foreign [ministry] called it a gesture. "
     "Costania's neighbours were less sure.", "Costania", "a country has neighbours"),
    ("Mutineers hold the fort. The island of San Marlo has had three coups. Defence chief Paul [Renard] said the fort would be retaken.", "San Marlo",
     "an island with a defence chief is a country"),
    ("The shells fell in eastern Saraya. The town of Saraya has been besieged for weeks. The [army] denied it.", None, "a town is no country"),
]
PEOPLES = [
    ("The monks pass the machine guns of the Kravenian army every day. The defence [ministry] is studying the text.", "Kravenia",
     "an army called by a people's name makes a state of it"),
    ("The rebels freed nine. The Sungaran army would keep its troops in barracks. Home Minister U [Thet] ruled it out. The Chinese embassy was pleased.",
     "Sungara", "an embassy's state is a guest"),
    ("The Christian army held the hill. The defence [ministry] is studying the text.", None, "a faith is no state"),
    ("Tonkara and Maravel signed a memorandum that ends a dispute between the two island states. The Tonkarans agreed to wait. Maravel's fisheries "
     "minister, Lita [Fonua], was pleased.", "Maravel", "of two states those that are named together are states"),
    ("Vesk has to pay. Vesk's premier, Bohdan [Liska], confirmed it. Vesk says it will go no higher. Orlany agreed.", "Vesk",
     "whoever has a premier is a state"),
]
GOVERNMENTS = [
    ("The Government of Tamara and the Southern Council attended. The Government of Tamara's [delegation] stated that it was ready.", "Tamara",
     "a government's name tells its state"),
    ("The army of Gorland has surrounded the town of Pesk. Gorland's commanders met. Gorland's [army] said the road would open.", "Gorland",
     "an army of a name is a state's, though it has commanders as gangs have"),
    ("The justice [ministry] of Calvera said talks would go on.", "Calvera", "a ministry of a name is a state's"),
    ("The canton of Upper Lenz will keep the bridge closed. Upper Lenz's [president] said the lorries could wait.", "Upper Lenz", "a canton governs itself"),
]


@pytest.mark.parametrize(("marked", "side", "rule"), LANDS + PEOPLES + GOVERNMENTS, ids=[r for _, _, r in LANDS + PEOPLES + GOVERNMENTS])
def test_whose_side_in_a_state_that_no_list_has(parse_text: ParseText, marked: str, side: str | None, rule: str) -> None:
    start = marked.index("[")
    parsed = parse_text(marked.replace("[", "").replace("]", ""))
    token = next(t for t in parsed.tokens if t.start == start)
    who = read_cast(parsed).at(token)
    assert (who.side if who is not None else None) == side, rule
