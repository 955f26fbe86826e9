"""Hard sentences of many conflicts, invented: (text, [(quote, obligor, account)]); written before the rules that read them."""

from __future__ import annotations

Case = tuple[str, list[tuple[str, str, str]]]

TERMS: list[Case] = [
    (
        "The accord provides for the withdrawal of Eritrean troops from the district and the reopening of the road. Mediators hailed the agreement.",
        [("The accord provides for the withdrawal of Eritrean troops from the district", "Eritrea", "owed")],
    ),
    (
        "Colombia and the rebels signed a ceasefire in Quito. It commits both sides to halt attacks on pipelines for 90 days.",
        [("It commits both sides to halt attacks on pipelines for 90 days", "rebels", "owed")],
    ),
    (
        "Under the first phase of the agreement, Damascus would release 150 detainees and the faction would evacuate two villages.",
        [("Damascus would release 150 detainees", "Syria", "owed"), ("the faction would evacuate two villages", "faction", "owed")],
    ),
    (
        "The Taliban and the Afghan government agreed in Doha on a swap. The Taliban are to free 1,000 soldiers within ten days.",
        [
            ("The Taliban and the Afghan government agreed in Doha on a swap", "Taliban", "owed"),
            ("The Taliban are to free 1,000 soldiers within ten days", "Taliban", "owed"),
        ],
    ),
    (
        "Armenia promised that the last of the maps would be handed over by Friday, the Azerbaijani negotiator said after the talks.",
        [("Armenia promised that the last of the maps would be handed over by Friday", "Armenia", "owed")],
    ),
    (
        "Juba assured the mediators that the convoys would be let through once the truce began.",
        [("Juba assured the mediators that the convoys would be let through once the truce began", "South Sudan", "owed")],
    ),
    (
        "The labour court ordered the pilots' union to call off its strike and told the airline to reinstate eleven captains.",
        [("ordered the pilots' union to call off its strike", "union", "owed"), ("told the airline to reinstate eleven captains", "airline", "owed")],
    ),
    (
        "As part of the prisoner deal, Belarus will free 14 activists and in exchange Lithuania will reopen the crossing.",
        [("Belarus will free 14 activists", "Belarus", "owed"), ("Lithuania will reopen the crossing", "Lithuania", "owed")],
    ),
    (
        "The rebels consented to a three-day halt in shelling so that the wounded could be taken out of the besieged town.",
        [("The rebels consented to a three-day halt in shelling", "rebels", "owed")],
    ),
    (
        "The truce deal obliged the army to stay in its barracks, and it barred the guerrillas from carrying weapons in towns.",
        [
            ("The truce deal obliged the army to stay in its barracks", "army", "owed"),
            ("it barred the guerrillas from carrying weapons in towns", "guerrillas", "owed"),
        ],
    ),
    (
        "According to the text of the agreement, Khartoum has to lift the state of emergency before the next round of talks.",
        [("Khartoum has to lift the state of emergency before the next round", "Sudan", "owed")],
    ),
    (
        "The Houthis have yet to deliver the maps of the minefields that the Stockholm agreement requires.",
        [("The Houthis have yet to deliver the maps of the minefields", "Houthi", "owed")],
    ),
    (
        "The company and the union signed a settlement on Monday. It undertook to take back the dismissed miners and to pay them for the lost days.",
        [("It undertook to take back the dismissed miners", "company", "owed"), ("to pay them for the lost days", "company", "owed")],
    ),
    (
        "The first stage of the ceasefire plan, which both sides accepted in Cairo, requires Libya's eastern forces to pull out of Sirte.",
        [("requires Libya's eastern forces to pull out of Sirte", "Libya", "owed")],
    ),
    (
        "Neither army may move heavy guns into the valley while the truce lasts, under the terms signed in Geneva.",
        [("Neither army may move heavy guns into the valley while the truce lasts, under the terms signed in Geneva", "army", "owed")],
    ),
    (
        "In return for the four engineers, Ankara would drop charges against two deputies under the deal.",
        [("Ankara would drop charges against two deputies under the deal", "Turkey", "owed")],
    ),
    (
        "The parties agreed as follows: the Government shall lift the blockade by 1 March; the Movement shall withdraw from the port.",
        [("the Government shall lift the blockade by 1 March", "Government", "owed"), ("the Movement shall withdraw from the port", "Movement", "owed")],
    ),
    (
        "The two Koreas swore off leaflets in the armistice talks: Seoul pledged to switch off its loudspeakers.",
        [("Seoul pledged to switch off its loudspeakers", "South Korea", "owed")],
    ),
    (
        "The kidnappers vowed to let the nuns go after the second payment, the bishop who negotiated with them said.",
        [("The kidnappers vowed to let the nuns go after the second payment", "kidnappers", "owed")],
    ),
    (
        "Three Chadian prisoners for every French hostage was the ratio agreed, a mediator said.",
        [("Three Chadian prisoners for every French hostage", "France", "owed")],
    ),
]

ULTIMATUMS: list[Case] = [
    (
        "The gunmen said they would kill the consul unless the prisoners were flown to Tripoli by dawn, Tunisian officials said.",
        [("they would kill the consul unless the prisoners were flown to Tripoli by dawn", "Tunisia", "owed")],
    ),
    (
        "Kyiv has 48 hours to pull its troops out of the salient or face encirclement, the Russian general said.",
        [("Kyiv has 48 hours to pull its troops out of the salient or face encirclement", "Ukraine", "owed")],
    ),
    (
        "The army set the mutineers a deadline of midnight to lay down their arms.",
        [("The army set the mutineers a deadline of midnight to lay down their arms", "mutineers", "owed")],
    ),
    (
        "The junta issued an ultimatum to the strikers: return to work by Monday or be dismissed.",
        [("return to work by Monday or be dismissed", "strikers", "owed")],
    ),
    (
        "The owners were given three days to pay the ransom, the pirates' negotiator said.",
        [("The owners were given three days to pay the ransom", "owners", "owed")],
    ),
    (
        "The union warned that its members would walk out on 4 June if the company did not withdraw the dismissals.",
        [("its members would walk out on 4 June if the company did not withdraw the dismissals", "company", "owed")],
    ),
    (
        "The separatists demanded that the government free their leaders by Sunday, or the hostages would die.",
        [("demanded that the government free their leaders by Sunday, or the hostages would die", "government", "owed")],
    ),
    (
        "ECOWAS gave the putschists one week to restore the president, failing which it would use force.",
        [("ECOWAS gave the putschists one week to restore the president", "putschists", "owed")],
    ),
]

BREACHES: list[Case] = [
    (
        "The rebels promised to free all nine officers and then reneged, the Colombian minister said.",
        [("The rebels promised to free all nine officers and then reneged", "rebels", "breached")],
    ),
    (
        "The army still occupies the two schools that it had undertaken to leave under the truce, monitors said.",
        [("The army still occupies the two schools that it had undertaken to leave under the truce", "army", "breached")],
    ),
    (
        "Moscow had agreed to return 300 bodies. It handed over only 180, the Ukrainian coordination staff said.",
        [("Moscow had agreed to return 300 bodies", "Russia", "owed"), ("It handed over only 180", "Russia", "kept")],
    ),
    (
        "The militia missed the deadline for disarming that the peace agreement had set, the mission reported.",
        [("The militia missed the deadline for disarming that the peace agreement had set", "militia", "breached")],
    ),
    (
        "Under the memorandum each navy must report an arrest within a day. Manila said that Beijing had not done so.",
        [("each navy must report an arrest within a day", "Philippines and China", "owed"), ("Beijing had not done so", "China", "breached")],
    ),
    (
        "The captives have not been returned as promised, Baku complained; Yerevan rejected the charge.",
        [("The captives have not been returned as promised", "Armenia", "breached"), ("Yerevan rejected the charge", "Armenia", "disputed")],
    ),
    (
        "The airline backed out of the settlement within hours, the pilots' union said.",
        [("The airline backed out of the settlement within hours", "airline", "breached")],
    ),
    (
        "The ceasefire lasted eleven minutes. Ethiopian guns shelled Badme at dawn in breach of the truce, Asmara said.",
        [("in breach of the truce", "Ethiopia", "breached")],
    ),
    (
        "Despite the truce, the paramilitaries shelled a market in Omdurman on Tuesday, the Sudanese army said.",
        [("the paramilitaries shelled a market in Omdurman on Tuesday", "paramilitaries", "breached")],
    ),
    (
        "The ministry accused the gang of cheating: it had taken the ransom and kept the two engineers.",
        [("it had taken the ransom and kept the two engineers", "gang", "breached")],
    ),
    (
        "The first tranche of the compensation agreed with the families came nine months late, their lawyer said of the government.",
        [("The first tranche of the compensation agreed with the families came nine months late", "government", "breached")],
    ),
    (
        "India said Pakistan had fired across the Line of Control in violation of the 2003 understanding.",
        [("in violation of the 2003 understanding", "Pakistan", "breached")],
    ),
    (
        "Abiy has kept none of the promises that he made in Pretoria, the Tigrayan leader said.",
        [("Abiy has kept none of the promises that he made in Pretoria", "Abiy", "breached")],
    ),
    (
        "The mediators blamed Minsk for the failure to release the third group of prisoners on time.",
        [("Minsk for the failure to release the third group of prisoners on time", "Belarus", "breached")],
    ),
    (
        "The strikers' committee says the ministry has cheated on the deal and withheld the bonus that it had agreed to pay.",
        [("the ministry has cheated on the deal", "ministry", "breached"), ("withheld the bonus that it had agreed to pay", "ministry", "breached")],
    ),
]

KEPT: list[Case] = [
    (
        "The truce took effect at noon. Eleven captives walked free on its first day and were handed by the rebels to the Red Cross.",
        [("Eleven captives walked free on its first day", "rebels", "kept")],
    ),
    (
        "The second batch of 40 prisoners was handed over by Kyiv on Sunday under the agreement reached in Istanbul.",
        [("The second batch of 40 prisoners was handed over by Kyiv on Sunday under the agreement", "Ukraine", "kept")],
    ),
    ("The convoy left the besieged town on Friday as agreed, and the army held its fire.", [("the army held its fire", "army", "kept")]),
    ("We have done everything we agreed to, the rebel commander said of the truce.", [("We have done everything we agreed to", "rebel", "kept")]),
    (
        "The government paid the first instalment on time, the nurses' union confirmed, as the settlement of May required.",
        [("The government paid the first instalment on time", "government", "kept")],
    ),
    (
        "The Taliban released the two professors on Tuesday in exchange for three commanders whom Kabul had freed the day before.",
        [
            ("The Taliban released the two professors on Tuesday in exchange for three commanders", "Taliban", "kept"),
            ("in exchange for three commanders whom Kabul had freed the day before", "Afghanistan", "kept"),
        ],
    ),
    (
        "Only six of the ten captives whom the agreement covers have been freed by the rebels, the mediator said.",
        [("Only six of the ten captives whom the agreement covers have been freed by the rebels", "rebels", "kept")],
    ),
    (
        "The ransom was paid on Monday, and the pirates let the tanker go the next morning.",
        [("the pirates let the tanker go the next morning", "pirates", "kept")],
    ),
    (
        "The Kurdish forces pulled back from the dam, thereby meeting the first condition of the accord.",
        [("The Kurdish forces pulled back from the dam, thereby meeting the first condition of the accord", "Kurd", "kept")],
    ),
    ("The ELN kept its word and released the last soldier on Christmas Eve, the bishop said.", [("The ELN kept its word", "ELN", "kept")]),
]

DISPUTED: list[Case] = [
    ("Addis Ababa denied that its forces had broken the truce.", [("its forces had broken the truce", "Ethiopia", "disputed")]),
    ("Each side blamed the other for the collapse of the ceasefire.", [("Each side blamed the other for the collapse of the ceasefire", "side", "disputed")]),
    ("The rebels dismissed as lies the army's claim that they had violated the agreement.", [("they had violated the agreement", "rebels", "disputed")]),
    ("We have not violated the ceasefire, the Houthi spokesman said.", [("We have not violated the ceasefire", "Houthi", "disputed")]),
    (
        "Pakistan and India traded accusations of ceasefire violations along the Line of Control.",
        [("Pakistan and India traded accusations of ceasefire violations", "Pakistan", "disputed")],
    ),
]

NOTHING: list[Case] = [
    ("The envoy declined to say who had broken the truce.", []),
    ("The agreement must be signed first, a diplomat close to the talks said.", []),
    ("The two sides agreed to meet again in Muscat next week, the mediators said.", []),
    ("The rebels will hold talks with the government in Oslo on Monday.", []),
    ("Nobody knows whether the ceasefire was violated, the monitors said.", []),
    ("The army freed 12 hostages in a raid on the rebel camp.", []),
    ("If the truce is broken, the mediators will go home, the envoy warned.", []),
    ("A possible deal would free all prisoners, a source close to the talks said.", []),
    ("The minister must be tired after nine rounds of talks with the rebels.", []),
    ("The union promised its members a hot meal on the picket line during the strike.", []),
    ("The rebels agreed that the talks had been useful.", []),
    ("Before the war the hostages' families promised each other to meet every summer.", []),
]

ALL: list[Case] = [*TERMS, *ULTIMATUMS, *BREACHES, *KEPT, *DISPUTED, *NOTHING]

HARD: dict[str, str] = {
    "It commits both sides": "rebels without a name are in no cast, so the two sides cannot be told",
    "The junta issued an ultimatum": "a command after a colon names nobody; the receiver stands in the clause before",
    "Yerevan rejected the charge": "an answer whose charge stands in the clause before",
    "The ministry accused the gang of cheating": "what the cheating was stands after the colon, without a word of breach",
    "came nine months late": "parsed with “agreed” as the verb; who owes is told after the quotation",
    "the army held its fire": "holding fire is no act under “as agreed” of another clause",
    "The government paid the first instalment": "“the government” in a union's words is taken for the union's own",
    "The rebels dismissed as lies": "parsed with “lies” as a verb",
}
"""Openings or parts of sentences that are not read right yet, with the reason."""
