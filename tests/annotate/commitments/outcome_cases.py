"""Short reports of invented talks, and what a careful coder finds owed or kept in each; written before the rules were looked at."""

from __future__ import annotations

CASES: list[tuple[str, list[tuple[str, str, str]]]] = [
    (
        "The government and the Blue Front have agreed to exchange 42 miners for 22 prisoners. Under the deal, the rebels will free the "
        "miners in two groups: 20 on Thursday and the rest within three days of the release of the first 11 prisoners. The army will stay "
        "out of a zone around the mine for ten days.",
        [
            ("have agreed to exchange 42 miners for 22 prisoners", "government", "owed"),
            ("the rebels will free the miners in two groups", "Blue Front", "owed"),
            ("20 on Thursday", "Blue Front", "owed"),
            ("the rest within three days of the release of the first 11 prisoners", "Blue Front", "owed"),
            ("The army will stay out of a zone around the mine for ten days", "government", "owed"),
        ],
    ),
    (
        "The company and the union struck a deal on Monday. Under it, the strikers will return to work. The firm will not dismiss anybody "
        "for six months. Analysts say the mine will lose money.",
        [("the strikers will return to work", "strikers", "owed"), ("The firm will not dismiss anybody for six months", "firm", "owed")],
    ),
    (
        "A ceasefire between Tavania and the Ostrel Liberation Army took effect at dawn on Monday. Under the accord: release of all "
        "prisoners within ten days, reopening of the Kelm bridge, and withdrawal of Tavanian artillery from the ridge.",
        [
            ("release of all prisoners within ten days", "Ostrel Liberation Army and Tavania", "owed"),
            ("reopening of the Kelm bridge", "Ostrel Liberation Army and Tavania", "owed"),
            ("withdrawal of Tavanian artillery from the ridge", "Tavania", "owed"),
        ],
    ),
    (
        "Mediators said the rebels had agreed to a two-step formula: half of the 46 captives by noon on Thursday, the rest once the "
        "army has left the valley. The government of Marsia confirmed the terms.",
        [
            ("half of the 46 captives by noon on Thursday", "rebels", "owed"),
            ("the rest once the army has left the valley", "rebels", "owed"),
        ],
    ),
    (
        "Kidnappers holding a Polish geologist in northern Drava have given his employer, Petrolia, until Sunday to pay two million "
        "euros. Police say the gang has already been paid a first sum of 300,000 euros.",
        [
            ("have given his employer, Petrolia, until Sunday to pay two million euros", "Petrolia", "owed"),
        ],
    ),
    (
        "The pirates aboard the tanker Orissa undertook to put the sick ashore within 24 hours. The owners, for their part, agreed to "
        "drop fuel and water by helicopter. Neither has happened, a negotiator in Mombasa said.",
        [
            ("undertook to put the sick ashore within 24 hours", "pirates", "owed"),
            ("The owners, for their part, agreed to drop fuel and water by helicopter", "owners", "owed"),
            ("Neither has happened", "pirates and owners", "breached"),
        ],
    ),
    (
        "Terms of the evacuation of Khorat, as read out by the bishop:\n- 40 buses a day for five days\n- the army holds its fire along "
        "the road\n- fighters leave with one rifle each\n- the wounded go first",
        [
            ("the army holds its fire along the road", "army", "owed"),
            ("fighters leave with one rifle each", "fighters", "owed"),
        ],
    ),
    (
        "The president said he would visit the border soon. He said the government would consider all options. The rebels said they "
        "would fight on. Talks about a truce are to resume next week.",
        [
        ],
    ),
    (
        "The guerrillas had until midnight on Friday to hand over the bodies of the three judges. The deadline passed without word "
        "from them, the prosecutor's office of Camaro said.",
        [
            ("The guerrillas had until midnight on Friday to hand over the bodies", "guerrillas", "owed"),
            ("The deadline passed without word from them", "guerrillas", "breached"),
        ],
    ),
    (
        "The roadmap signed in Doha foresees a three-month truce, the departure of all foreign fighters from Zaran and elections in "
        "the autumn. The Northern Council has signed up to it; the Southern Front has said it feels bound by it only if the siege of "
        "Port Amal is lifted.",
        [
            ("a three-month truce", "Northern Council and Southern Front", "owed"),
            ("the departure of all foreign fighters from Zaran", "Northern Council and Southern Front", "owed"),
        ],
    ),
    (
        "What each side must do\nKelland: free 70 fighters by 1 March; open the Mora road.\nThe Front: hand over the airstrip; return "
        "the bodies of nine policemen.\nThe deal was signed in Oslo on Sunday by Kelland's foreign minister and two commanders of the "
        "People's Front.",
        [
            ("free 70 fighters by 1 March", "Kelland", "owed"),
            ("open the Mora road", "Kelland", "owed"),
            ("hand over the airstrip", "Front", "owed"),
            ("return the bodies of nine policemen", "Front", "owed"),
        ],
    ),
    (
        "The junta vowed to hand power to civilians within 18 months under the agreement with the West African bloc, which in "
        "exchange lifted its trade sanctions last week.",
        [
            ("The junta vowed to hand power to civilians within 18 months", "junta", "owed"),
            ("in exchange lifted its trade sanctions last week", "bloc", "kept"),
        ],
    ),
    (
        "The airline's counter-offer would cost €2m a year. Management paid €2m in bonuses last year. The pilots want 9 percent, and "
        "the company offers 4. Mediator Jan Holm will meet both sides on Thursday.",
        [
        ],
    ),
    (
        "The army will encircle the town by Sunday, a general said, and then cut its water. The rebels plan to bring in 300 fighters. "
        "No truce talks are under way.",
        [
        ],
    ),
    (
        "Terms reached overnight by the tribal mediators oblige the kidnappers to free the two engineers unharmed and the provincial "
        "government to drop charges against four of their relatives.",
        [
            ("oblige the kidnappers to free the two engineers unharmed", "kidnappers", "owed"),
            ("the provincial government to drop charges against four of their relatives", "government", "owed"),
        ],
    ),
    (
        "In the first phase, to last six weeks, the Front will free 33 captives, three a week. For each woman, Marsia is to let 30 "
        "prisoners go; for each soldier, 50. The agreement was signed in Doha on Wednesday.",
        [
            ("the Front will free 33 captives", "Front", "owed"),
            ("For each woman, Marsia is to let 30 prisoners go", "Marsia", "owed"),
        ],
    ),
    (
        'The army denied that it had broken the truce. "Not a single shell has been fired by our side," General Omar Sadiq said. The '
        "rebels had complained of 19 shells since dawn.",
        [
            ("The army denied that it had broken the truce", "army", "disputed"),
        ],
    ),
    (
        "The general told reporters that his troops would take the bridge. The minister said the government would never negotiate. A "
        "rebel spokesman said the truce would be discussed next month.",
        [
        ],
    ),
    (
        "Halden will free its 17 Ostrian prisoners only if Ostria first returns the two priests. There is no agreement yet, both governments said.",
        [
        ],
    ),
]
"""Read right, and nothing else read in them."""

HARD: list[tuple[str, list[tuple[str, str, str]]]] = [
    (
        "The deal struck late on Tuesday in Muscat provides for the withdrawal of government troops from the port of Sarra in return "
        "for the release of 33 sailors held by the Red Banner militia.",
        [
            ("the withdrawal of government troops from the port of Sarra", "government", "owed"),
            ("the release of 33 sailors", "Red Banner militia", "owed"),
        ],
    ),
    (
        "The union and the Halden shipyard signed a settlement on Friday. Work resumes on Monday. The company will reinstate the 41 "
        "dismissed welders and pay them for March; the union in turn drops its complaint before the labour court.",
        [
            ("Work resumes on Monday", "union", "owed"),
            ("The company will reinstate the 41 dismissed welders", "company", "owed"),
            ("the union in turn drops its complaint", "union", "owed"),
        ],
    ),
    (
        "Inmates at Corvo prison promised to free the doctor as soon as the water came back on. The water returned at six. The doctor "
        "was still inside at midnight, the warden said.",
        [
            ("Inmates at Corvo prison promised to free the doctor", "inmates", "owed"),
            ("The doctor was still inside at midnight", "inmates", "breached"),
        ],
    ),
    (
        "Under the truce signed in Geneva, neither army is to move heavy weapons within 20 kilometres of the river, and both are "
        "obliged to hand over maps of their minefields within 30 days. Lurania has handed over its maps. Beskia has not.",
        [
            ("neither army is to move heavy weapons within 20 kilometres of the river", "Lurania and Beskia", "owed"),
            ("both are obliged to hand over maps of their minefields within 30 days", "Lurania and Beskia", "owed"),
            ("Lurania has handed over its maps", "Lurania", "kept"),
            ("Beskia has not", "Beskia", "breached"),
        ],
    ),
    (
        "The two sides are bound by the protocol to let ambulances through the checkpoint at Dorn. The militia accuses the army of "
        "turning back six ambulances since Friday. The army says that it lets every ambulance through.",
        [
            ("The two sides are bound by the protocol to let ambulances through", "army and militia", "owed"),
            ("accuses the army of turning back six ambulances", "army", "breached"),
            ("it lets every ambulance through", "army", "disputed"),
        ],
    ),
    (
        "The grain corridor agreement expires on Thursday. It obliges Sevria to let ships pass without inspection and commits Ostria "
        "not to mine its own harbours. Sevria has inspected 11 ships this month in breach of the agreement, Ostria's port authority "
        "said.",
        [
            ("It obliges Sevria to let ships pass without inspection", "Sevria", "owed"),
            ("commits Ostria not to mine its own harbours", "Ostria", "owed"),
            ("Sevria has inspected 11 ships this month in breach of the agreement", "Sevria", "breached"),
        ],
    ),
    (
        '"If the army pulls back to the old line, we will free the two pilots the same evening," rebel commander Daud Sale said after '
        "the agreement was signed. The army pulled back at noon on Sunday. The pilots walked into a Red Cross post on Monday morning.",
        [
            ("we will free the two pilots the same evening", "rebels", "owed"),
            ("The army pulled back at noon on Sunday", "army", "kept"),
            ("The pilots walked into a Red Cross post on Monday morning", "rebels", "kept"),
        ],
    ),
    (
        "The hostage takers in the Lindhof school released the children from the first two classes at 10 a.m., as they had promised "
        "the negotiator. They are due to let the teachers go by evening in return for a car.",
        [
            ("released the children from the first two classes", "hostage takers", "kept"),
            ("They are due to let the teachers go by evening", "hostage takers", "owed"),
        ],
    ),
    (
        "Prisoners: Dolvania is to get back 212 soldiers, Resht 190. The exchange takes place on 4 May at the Orlik crossing under an "
        "agreement brokered by Switzerland.",
        [
            ("Dolvania is to get back 212 soldiers", "Resht", "owed"),
            ("Resht 190", "Dolvania", "owed"),
        ],
    ),
    (
        "The general staff of Beskia accused Lurania of firing 14 mortar rounds at Pol hill overnight, hours after the ceasefire came "
        "into force. Lurania's defence ministry called the accusation a fabrication.",
        [
            ("firing 14 mortar rounds at Pol hill overnight", "Lurania", "breached"),
            ("called the accusation a fabrication", "Lurania", "disputed"),
        ],
    ),
    (
        "The strike at Arkon Steel ended on Tuesday after management bound itself to hire back all 60 sacked furnace men by the end "
        'of June. By Friday it had taken back 12. "They are living up to the letter of the deal, slowly," said union leader Karin '
        "Dahl.",
        [
            ("management bound itself to hire back all 60 sacked furnace men", "management", "owed"),
            ("By Friday it had taken back 12", "management", "kept"),
            ("They are living up to the letter of the deal", "management", "kept"),
        ],
    ),
    (
        "The ransom was to be paid in two parts. The family handed over 80,000 dollars on 3 June, and the abductors let the younger "
        "brother go the next day. The second payment never came, a man who said he spoke for the abductors told Radio Kesh.",
        [
            ("The ransom was to be paid in two parts", "family", "owed"),
            ("The family handed over 80,000 dollars on 3 June", "family", "kept"),
            ("the abductors let the younger brother go the next day", "abductors", "kept"),
            ("The second payment never came", "family", "breached"),
        ],
    ),
    (
        "The army of Nerida had undertaken not to fly drones over the Sabo forest while the captives were being handed over. A drone "
        "was seen on Wednesday at nine, and the handover was broken off after 17 of 50 had crossed.",
        [
            ("The army of Nerida had undertaken not to fly drones over the Sabo forest", "Nerida", "owed"),
            ("A drone was seen on Wednesday at nine", "army", "breached"),
        ],
    ),
    (
        "The militia let 12 fuel lorries into Ras Amin on Monday, short of the 30 a day that the arrangement requires. Aid agencies "
        "said six more were turned back.",
        [
            ("The militia let 12 fuel lorries into Ras Amin on Monday", "militia", "breached"),
        ],
    ),
]
"""Not read right yet."""
