"""A third table, written last; what it showed is not mended yet: (text, [(quote, obligor, account)])."""

from __future__ import annotations

Case = tuple[str, list[tuple[str, str, str]]]

ALL: list[Case] = [
    (
        "Rwanda and Congo signed a security accord in June. Kigali pledged to lift its defensive measures and Kinshasa to neutralise the militia.",
        [("Kigali pledged to lift its defensive measures", "Rwanda", "owed"), ("Kinshasa to neutralise the militia", "Congo", "owed")],
    ),
    (
        "Under the evacuation deal, buses will carry 1,500 people out of Foua while the rebels let food into the town.",
        [("the rebels let food into the town", "rebels", "owed")],
    ),
    (
        "The prisoner deal obliges Caracas to free ten Americans and Bogota to hand over a financier.",
        [("The prisoner deal obliges Caracas to free ten Americans", "Venezuela", "owed"), ("Bogota to hand over a financier", "Colombia", "owed")],
    ),
    (
        "The mill's management has undertaken to lift the lockout as soon as the ban on overtime is withdrawn.",
        [("The mill's management has undertaken to lift the lockout", "management", "owed")],
    ),
    (
        "The first batch, 30 women, is to be released by the army on Thursday under the agreement signed in Jeddah.",
        [("is to be released by the army on Thursday under the agreement", "army", "owed")],
    ),
    (
        "Both navies agreed to release each other's crews within 30 days, Indian officials said after the talks.",
        [("Both navies agreed to release each other's crews within 30 days", "nav", "owed")],
    ),
    (
        "The gang said it would sell the children unless the village paid 40 million naira.",
        [("it would sell the children unless the village paid 40 million naira", "", "owed")],
    ),
    (
        "The general gave the mutineers in the barracks until dawn to give up, or be shelled.",
        [("The general gave the mutineers in the barracks until dawn to give up", "mutineers", "owed")],
    ),
    ("Hezbollah accused Israel of 60 breaches of the ceasefire in a week.", [("60 breaches of the ceasefire in a week", "Israel", "breached")]),
    (
        "The junta has ignored every point of the peace plan that it signed in Jakarta, the envoy said.",
        [("The junta has ignored every point of the peace plan", "junta", "breached")],
    ),
    (
        "The shipowner had agreed to pay the crew's families but has not sent a dollar, the union said.",
        [("The shipowner had agreed to pay the crew's families", "shipowner", "owed"), ("has not sent a dollar", "shipowner", "breached")],
    ),
    ("Russian guns shelled the corridor within an hour, violating the agreed truce, Kyiv said.", [("violating the agreed truce", "Russia", "breached")]),
    ("Damascus did not release the women as agreed, so the rebels stopped the buses.", [("Damascus did not release the women as agreed", "Syria", "breached")]),
    (
        "Armenia has handed over the last of the maps, fulfilling its part of the deal, Baku confirmed.",
        [("Armenia has handed over the last of the maps", "Armenia", "kept")],
    ),
    (
        "Venezuela freed ten Americans on Friday in return for more than 200 migrants whom El Salvador had jailed.",
        [
            ("Venezuela freed ten Americans on Friday", "Venezuela", "kept"),
            ("in return for more than 200 migrants whom El Salvador had jailed", "El Salvador", "kept"),
        ],
    ),
    (
        "The army pulled its tanks out of the market square, as the elders' agreement demanded.",
        [("The army pulled its tanks out of the market square", "army", "kept")],
    ),
    (
        "The pirates released the tanker on Sunday after the ransom was dropped by plane.",
        [("The pirates released the tanker on Sunday after the ransom was dropped by plane", "pirates", "kept")],
    ),
    ("The army rejected accusations that it had breached the pause.", [("it had breached the pause", "army", "disputed")]),
    ("The rebels have agreed to attend the talks, the mediator said.", []),
    ("The army will leave the city only if the rebels disarm, a general said.", []),
    ("A ceasefire would allow aid to reach the town, doctors said.", []),
    ("The kidnappers had demanded that the army leave the forest.", []),
]

HARD: dict[str, str] = {
    "buses will carry 1,500 people": "a present tense in a clause with “while” under an agreement",
    "The first batch, 30 women": "the army is placed by the city of the signing",
    "it would sell the children": "a village is no party",
    "The general gave the mutineers in the barracks": "the receiver is parted from the time by where he is",
    "every point of the peace plan": "“peace plan” is no agreement where none is named",
    "has not sent a dollar": "a promise in the clause before does not bind the next",
    "fulfilling its part of the deal": "keeping told beside a perfect tense",
}
"""Parts of sentences that are not read right yet, with the reason."""
