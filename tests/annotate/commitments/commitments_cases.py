"""Invented sentences about other agreements, with the commitments that the guide asks for: (text, [(quote, obligor, account)])."""

from __future__ import annotations

Case = tuple[str, list[tuple[str, str, str]]]

CASES: list[Case] = [
    (
        "Under the deal, the rebels will release 40 soldiers in exchange for the release of 60 fighters by the government.",
        [
            ("the rebels will release 40 soldiers in exchange for the release of 60 fighters", "rebels", "owed"),
            ("in exchange for the release of 60 fighters by the government", "government", "owed"),
        ],
    ),
    (
        "Ukraine accused Russia of breaking the Easter truce with 300 artillery strikes.",
        [("Russia of breaking the Easter truce with 300 artillery strikes", "Russia", "breached")],
    ),
    ("The union has honoured its part of the agreement, the arbitrator said.", [("The union has honoured its part of the agreement", "union", "kept")]),
    ("The Houthis violated the ceasefire within hours, Riyadh said.", [("The Houthis violated the ceasefire within hours", "Houthi", "breached")]),
    (
        "Addis Ababa pledged to let aid convoys into the region under the accord.",
        [("Addis Ababa pledged to let aid convoys into the region under the accord", "Ethiopia", "owed")],
    ),
    (
        "The agreement obliges both armies to withdraw their heavy weapons within ten days.",
        [("The agreement obliges both armies to withdraw their heavy weapons within ten days", "both armies", "owed")],
    ),
    ("The kidnappers freed six of the pupils as part of the deal.", [("The kidnappers freed six of the pupils as part of the deal", "kidnappers", "kept")]),
    (
        "Manila said the rebels had failed to hand over the captured officers as agreed.",
        [("the rebels had failed to hand over the captured officers as agreed", "rebels", "breached")],
    ),
    ("Pakistan denied violating the ceasefire along the border.", [("Pakistan denied violating the ceasefire along the border", "Pakistan", "disputed")]),
    (
        "The garrison must surrender by noon on Thursday or face an assault, the general said.",
        [("The garrison must surrender by noon on Thursday or face an assault", "garrison", "owed")],
    ),
    ("The government gave the miners until Monday to end the walkout.", [("The government gave the miners until Monday to end the walkout", "miners", "owed")]),
    (
        "The militia has not complied with the terms of the Stockholm agreement, the envoy said.",
        [("The militia has not complied with the terms of the Stockholm agreement", "militia", "breached")],
    ),
    (
        "In line with the accord, Armenia handed over the maps of the minefields on Tuesday.",
        [("In line with the accord, Armenia handed over the maps of the minefields", "Armenia", "kept")],
    ),
    ("Repeated violations of the truce by the army have angered the mediators.", [("Repeated violations of the truce by the army", "army", "breached")]),
    (
        "Tehran reneged on its promise to release the two academics, the French minister said.",
        [("Tehran reneged on its promise to release the two academics", "Iran", "breached")],
    ),
    (
        "The company agreed to raise wages by 5 percent in return for an end to the walkout.",
        [("The company agreed to raise wages by 5 percent in return for an end to the walkout", "company", "owed")],
    ),
    ("Both sides have largely respected the ceasefire, the monitors said.", [("Both sides have largely respected the ceasefire", "Both sides", "kept")]),
    (
        '"They have not lived up to their commitments," the rebel commander said of the government.',
        [("They have not lived up to their commitments", "government", "breached")],
    ),
    ("Azerbaijan's breach of the November agreement was condemned in Yerevan.", [("Azerbaijan's breach of the November agreement", "Azerbaijan", "breached")]),
    (
        "The ceasefire calls for Turkey to withdraw its forces from the strip.",
        [("The ceasefire calls for Turkey to withdraw its forces from the strip", "Turkey", "owed")],
    ),
    # --- nothing owed, nothing broken
    ("The singer broke her contract with the label and moved to Lisbon.", []),
    ("The striker agreed to a new contract with the club.", []),
    ("The rebels released 14 prisoners on Monday.", []),
    ("Police said the driver had violated the speed limit.", []),
    ("The talks on an agreement continued in Oslo.", []),
    ("Under such a deal, the army would free all prisoners in return for a permanent truce.", []),
]

HARD: list[str] = [CASES[17][0]]  # only the aside after the quotation says whom "they" means
"""Sentences that are not read right yet, with the reason beside them."""
