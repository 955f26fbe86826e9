"""Terms in every frame, deeds told by those let go, and breaches told by count: sentences of many conflicts and registers, written before the rules."""

from __future__ import annotations

Case = tuple[str, list[tuple[str, str, str]]]

ALL: list[Case] = [
    # terms
    (
        "Chad and the FACT rebels signed a peace deal in Doha on Monday. The deal commits N'Djamena to freeing 200 detained fighters within a month.",
        [("The deal commits N'Djamena to freeing 200 detained fighters within a month", "Chad", "owed")],
    ),
    (
        "Mali's government and the northern rebels reached a truce on Friday. It gives the rebels 60 days to hand over their heavy weapons.",
        [("It gives the rebels 60 days to hand over their heavy weapons", "rebels", "owed")],
    ),
    (
        "Under the settlement the railway undertook to reinstate 34 dismissed guards, and the union is to call off its ballot.",
        [("the railway undertook to reinstate 34 dismissed guards", "railway", "owed"), ("the union is to call off its ballot", "union", "owed")],
    ),
    (
        "The text of the accord, seen by Reuters, calls for the militia to dismantle 11 checkpoints within ten days.",
        [("calls for the militia to dismantle 11 checkpoints within ten days", "militia", "owed")],
    ),
    (
        "Sudan and the SPLM-N signed a cessation of hostilities in Juba. Both armies have two weeks to pull their guns out of range of Kadugli.",
        [("Both armies have two weeks to pull their guns out of range of Kadugli", "Sudan", "owed")],
    ),
    (
        "In exchange for the four monks, the junta will release the general's two sons, according to the swap agreed on Tuesday with the Karen army.",
        [("the junta will release the general's two sons", "junta", "owed")],
    ),
    (
        "The ceasefire between Yerevan and Baku requires each side to return the bodies of the fallen by Sunday.",
        [("requires each side to return the bodies of the fallen by Sunday", "Armenia", "owed")],
    ),
    (
        'A joint communique of Armenia and Azerbaijan said: "The Parties shall exchange all prisoners of war held at the date of '
        'signature. The Republic of Armenia shall open the Kapan crossing."',
        [("The Parties shall exchange all prisoners of war", "Armenia", "owed"), ("The Republic of Armenia shall open the Kapan crossing", "Armenia", "owed")],
    ),
    (
        "Colombia and the ELN announced a ceasefire in Havana. Under its terms, the guerrillas are not to take hostages or blow up pipelines.",
        [("the guerrillas are not to take hostages or blow up pipelines", "ELN", "owed")],
    ),
    (
        "As part of the agreement, the pirates are to leave the tanker once a ransom of $3m has been dropped on its deck.",
        [("the pirates are to leave the tanker once a ransom of $3m has been dropped on its deck", "pirates", "owed")],
    ),
    (
        "The hospital board and the nurses' union initialled a deal on Wednesday night. The board must rehire 19 nurses by June; the union "
        "has to lift its overtime ban at once.",
        [("The board must rehire 19 nurses by June", "board", "owed"), ("the union has to lift its overtime ban at once", "union", "owed")],
    ),
    (
        "According to the protocol, Eritrea would pull its brigades back to the 1998 line while Ethiopia would allow aid convoys through Mekelle.",
        [
            ("Eritrea would pull its brigades back to the 1998 line", "Eritrea", "owed"),
            ("Ethiopia would allow aid convoys through Mekelle", "Ethiopia", "owed"),
        ],
    ),
    (
        "The junta and the Arakan rebels met again. The rebels have agreed to free the 12 policemen in return for the bodies of three "
        "commanders, the Red Cross said.",
        [("The rebels have agreed to free the 12 policemen", "Arakan", "owed"), ("in return for the bodies of three commanders", "junta", "owed")],
    ),
    (
        "Moro rebels and Manila signed an annex in Kuala Lumpur. By it, the rebels put 12,000 men out of service, and Manila pays each 100,000 pesos.",
        [("the rebels put 12,000 men out of service", "rebels", "owed"), ("Manila pays each 100,000 pesos", "Philippines", "owed")],
    ),
    (
        "Terms of the truce between the Taliban and the district elders:\n\n- the Taliban lift their roadblocks\n\n- the elders hand back two "
        "captured motorcycles",
        [("the Taliban lift their roadblocks", "Taliban", "owed"), ("the elders hand back two captured motorcycles", "elders", "owed")],
    ),
    (
        "Islamabad and Delhi agreed in 2003 to a ceasefire, and on Thursday they recommitted themselves to it.",
        [("Islamabad and Delhi agreed in 2003 to a ceasefire", "Pakistan", "owed")],
    ),
    ("The warlord let it be known that he would pay the widow compensation if his brother was freed.", []),
    (
        "The deal provides for the opening of two corridors by Kyiv and Moscow and for the exchange of 320 servicemen.",
        [("The deal provides for the opening of two corridors by Kyiv and Moscow", "Ukraine", "owed")],
    ),
    (
        "Guatemala's government has promised under the accord to resettle 900 families, and the peasants' league has promised to clear the highway.",
        [
            ("Guatemala's government has promised under the accord to resettle 900 families", "Guatemala", "owed"),
            ("the peasants' league has promised to clear the highway", "league", "owed"),
        ],
    ),
    (
        "In the first stage, lasting 14 days, the FARC dissidents will hand over nine soldiers. In the second, the army will quit three "
        "villages. The agreement was signed on Saturday.",
        [("the FARC dissidents will hand over nine soldiers", "FARC", "owed"), ("the army will quit three villages", "army", "owed")],
    ),
    (
        "The trade deal signed in Seoul binds Tokyo to lift its curbs on chip chemicals and Seoul to drop its complaint.",
        [("binds Tokyo to lift its curbs on chip chemicals", "Japan", "owed"), ("Seoul to drop its complaint", "South Korea", "owed")],
    ),
    (
        "The captors gave the family until Friday noon to pay 40 million naira.",
        [("The captors gave the family until Friday noon to pay 40 million naira", "family", "owed")],
    ),
    (
        "The group held up a message to Niger. Unless 60 jailed jihadists are freed by Sunday, it said, it would behead one of the tourists.",
        [("Unless 60 jailed jihadists are freed by Sunday", "", "owed")],
    ),
    (
        "The junta's ultimatum to the students to leave the campus ran out at six on Tuesday evening.",
        [("The junta's ultimatum to the students to leave the campus", "students", "owed")],
    ),
    ("Turkey said Kurdish fighters had 72 hours to withdraw from Manbij.", [("Kurdish fighters had 72 hours to withdraw from Manbij", "Kurd", "owed")]),
    (
        "The government gave an assurance that no striker would be prosecuted, and the miners handed back the shaft.",
        [("The government gave an assurance that no striker would be prosecuted", "government", "owed")],
    ),
    (
        "South Sudan's warring parties had agreed to form a joint force of 83,000 men before November.",
        [("South Sudan's warring parties had agreed to form a joint force of 83,000 men", "", "owed")],
    ),
    (
        "The kidnappers told the bishop that the nuns would be let go as soon as the money had been counted.",
        [("the nuns would be let go as soon as the money had been counted", "kidnappers", "owed")],
    ),
    # accounts of keeping
    (
        "Under the swap agreed last week between Kampala and the rebels, 40 women crossed the river to freedom on Monday.",
        [("40 women crossed the river to freedom on Monday", "rebel", "kept")],
    ),
    (
        "Riyadh and the Houthis agreed a prisoner deal in Muscat in May. On Friday, sixteen Saudi soldiers flew home from Sanaa.",
        [("sixteen Saudi soldiers flew home from Sanaa", "Houthi", "kept")],
    ),
    (
        "The firm paid the gang the ransom on Sunday. A day later the two engineers walked out of the bush, tired but well.",
        [("The firm paid the gang the ransom", "firm", "kept"), ("the two engineers walked out of the bush", "gang", "kept")],
    ),
    (
        "The truce between Damascus and the rebels of Douma entered its third day. 43 trucks of flour reached the town, as agreed.",
        [("43 trucks of flour reached the town, as agreed", "Syria", "kept")],
    ),
    ("Under the accord Kosovo and Serbia signed in May, the last barricade came down on Thursday.", [("the last barricade came down on Thursday", "", "kept")]),
    (
        "As the agreement of 5 May requires, the insurgents pulled their mortars out of the hills on Wednesday.",
        [("the insurgents pulled their mortars out of the hills on Wednesday", "insurgents", "kept")],
    ),
    (
        "The company has paid the first half of the bonus that it owes under the settlement.",
        [("The company has paid the first half of the bonus", "company", "kept")],
    ),
    (
        "Yemen and the southern separatists agreed a cease-fire. Both sides have stuck to the cease-fire since Sunday, the monitors said.",
        [("Both sides have stuck to the cease-fire since Sunday", "", "kept")],
    ),
    (
        "Under the deal with Caracas, ten American prisoners landed in Texas on Friday night.",
        [("ten American prisoners landed in Texas on Friday night", "Venezuela", "kept")],
    ),
    (
        "Manila and the MILF have a ceasefire. The rebels turned over 102 rifles to the monitors on Saturday, the number that the accord names.",
        [("The rebels turned over 102 rifles to the monitors on Saturday", "rebels", "kept")],
    ),
    (
        "The Houthis released 290 detainees on Monday, well short of the 681 they had promised in Stockholm.",
        [("The Houthis released 290 detainees on Monday", "Houthi", "kept")],
    ),
    (
        "Of the 80 pupils whom the gang was to free under the ransom deal, 53 are home.",
        [("whom the gang was to free under the ransom deal", "gang", "owed"), ("53 are home", "gang", "kept")],
    ),
    (
        "The port's owners met the deadline for the payment set in the accord with the dockers.",
        [("The port's owners met the deadline for the payment", "owners", "kept")],
    ),
    (
        "Azerbaijan handed back 15 of the captured Armenians in exchange for a map of mines on Saturday.",
        [("Azerbaijan handed back 15 of the captured Armenians", "Azerbaijan", "kept"), ("a map of mines", "Armenia", "kept")],
    ),
    (
        "The remains of four peacekeepers were handed to the Red Cross by the rebels on Sunday under the truce deal.",
        [("The remains of four peacekeepers were handed to the Red Cross by the rebels on Sunday", "rebels", "kept")],
    ),
    # accounts of breaking
    (
        "Juba and the White Army signed a truce on Monday. Six hours later shells fell on Malakal, and the army blamed the White Army.",
        [("the army blamed the White Army", "White Army", "breached")],
    ),
    (
        "The monitors of the ceasefire between Tbilisi and Tskhinvali counted 47 breaches last week, 31 of them by the separatists.",
        [("31 of them by the separatists", "separatists", "breached")],
    ),
    (
        "Under the deal the gang was to free all nine nuns. It let only four go.",
        [("the gang was to free all nine nuns", "gang", "owed"), ("It let only four go", "gang", "kept")],
    ),
    (
        "Delhi and Islamabad agreed a truce. Delhi said that Pakistani guns had fired across the line 14 times since.",
        [("Pakistani guns had fired across the line 14 times since", "Pakistan", "breached")],
    ),
    (
        "The general denied that his men had fired first and said that the ceasefire with the militia still stood.",
        [("The general denied that his men had fired first", "", "disputed")],
    ),
    (
        "Eritrea's troops are still in Badme, two years after the accord with Ethiopia obliged them to go.",
        [("Eritrea's troops are still in Badme", "Eritrea", "breached"), ("the accord with Ethiopia obliged them to go", "Eritrea", "owed")],
    ),
    (
        "The union says that the airline has not paid a cent of the back wages it owes under the June settlement.",
        [("the airline has not paid a cent of the back wages it owes under the June settlement", "airline", "breached")],
    ),
    (
        "Kyiv says Russia shelled the evacuation route in breach of the ceasefire agreed for the morning; Moscow says that Ukraine did.",
        [("Russia shelled the evacuation route in breach of the ceasefire", "Russia", "breached")],
    ),
    (
        "Bogota's deal with the dissidents lapsed after the guerrillas murdered two mayors, which the government called a violation of the truce.",
        [("the government called a violation of the truce", "guerrillas", "breached")],
    ),
    (
        "The convoy promised for Tuesday under the truce between Addis Ababa and the Tigrayans never arrived.",
        [("The convoy promised for Tuesday", "Ethiopia", "breached")],
    ),
    (
        "The list of prisoners that Sanaa was to supply under the agreement came two days late, Riyadh complained.",
        [("The list of prisoners that Sanaa was to supply under the agreement came two days late", "Yemen", "breached")],
    ),
    (
        "Hours after the truce took effect in Tripoli, Haftar's forces bombed the airport, the government said.",
        [("Haftar's forces bombed the airport", "Haftar", "breached")],
    ),
    (
        "Kinshasa and M23 accused one another on Tuesday of attacks that broke the truce signed in Luanda.",
        [("Kinshasa and M23 accused one another on Tuesday of attacks that broke the truce", "Congo", "disputed")],
    ),
    (
        "Only 12 of the 20 trucks a day for which the truce with the rebels provides have been let in by the army.",
        [("Only 12 of the 20 trucks a day for which the truce with the rebels provides have been let in", "army", "breached")],
    ),
    ("The kidnappers took the ransom and kept the boy.", [("The kidnappers took the ransom and kept the boy", "kidnappers", "breached")]),
    ("The owners went back on the deal within a day, the strike committee said.", [("The owners went back on the deal within a day", "owners", "breached")]),
    (
        "Under the draft accord of 3 May, Oman would host the talks; Riyadh would free 70 Houthi fighters within a week.",
        [("Riyadh would free 70 Houthi fighters within a week", "Saudi", "owed")],
    ),
    (
        "The truce agreed by Baku and Yerevan was short on paper. Each Friday Armenia would hand over five captives.",
        [("Armenia would hand over five captives", "Armenia", "owed")],
    ),
    (
        "The pact between Manila and the Moro rebels was signed in May. Handovers of rifles took place on Monday and Friday.",
        [("Handovers of rifles took place on Monday and Friday", "", "kept")],
    ),
    (
        "Kyiv and Moscow signed the swap deal. Each side accused the other of bringing fewer prisoners than agreed.",
        [("Each side accused the other of bringing fewer prisoners than agreed", "", "disputed")],
    ),
]

HARD = {
    "the junta will release the general's two sons": "who gives the monks is looked for among all who are named",
    "By it, the rebels put 12,000 men": "the present of a digest is taken for what happens",
    "The group held up a message": "an unless that hangs on a pronoun that speaks",
    "the nuns would be let go as soon as": "a promise told by telling",
    "Both sides have stuck to": "both sides where one side has no name",
    "turned over 102 rifles": "the accord is put beside the deed by an apposition",
    "still in Badme": "the duty stands behind its breach and is only obliged",
    "The convoy promised for Tuesday": "the participle is parsed as the main verb",
}
