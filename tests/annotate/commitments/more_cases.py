"""A second table, written and measured before its constructions were read: (text, [(quote, obligor, account)])."""

from __future__ import annotations

Case = tuple[str, list[tuple[str, str, str]]]

TERMS: list[Case] = [
    (
        "Under the deal Israel returns 15 bodies for every captive whose remains are handed over by Hamas.",
        [("Israel returns 15 bodies for every captive", "Israel", "owed")],
    ),
    ("Hamas still has to hand over eleven bodies under the first phase of the truce.", [("Hamas still has to hand over eleven bodies", "Hamas", "owed")]),
    (
        "Both armies were to pull back ten kilometres by Friday under the Minsk accord. Neither has.",
        [("Both armies were to pull back ten kilometres by Friday", "arm", "owed"), ("Neither has", "", "breached")],
    ),
    (
        "The ceasefire deal says that Ankara must open the crossing and that the fighters must leave the town.",
        [("Ankara must open the crossing", "Turkey", "owed"), ("the fighters must leave the town", "fighters", "owed")],
    ),
    (
        "The elders have guaranteed safe passage for the gang's leader in return for the release of the two nurses.",
        [("The elders have guaranteed safe passage", "elders", "owed"), ("in return for the release of the two nurses", "gang", "owed")],
    ),
    (
        "Sri Lanka promised the release of 14 fishermen once the trawlers had left its waters, the Indian negotiator said.",
        [("Sri Lanka promised the release of 14 fishermen", "Sri Lanka", "owed")],
    ),
    (
        "The settlement commits the company to rehire all 400 miners and to pay each of them two months' wages.",
        [("The settlement commits the company to rehire all 400 miners", "company", "owed"), ("to pay each of them two months' wages", "company", "owed")],
    ),
    (
        "In the second phase, Khartoum would withdraw from the airport in exchange for the prisoners, according to the text of the agreement.",
        [("Khartoum would withdraw from the airport", "Sudan", "owed")],
    ),
    (
        "The rebels are obliged by the accord to disclose where the mines were laid.",
        [("The rebels are obliged by the accord to disclose where the mines were laid", "rebels", "owed")],
    ),
    (
        "The kidnappers and the elders struck a deal: six camels for each hostage. The elders are to deliver the animals at dawn.",
        [("The elders are to deliver the animals at dawn", "elders", "owed")],
    ),
    (
        "The interim agreement foresees an exchange of all sick prisoners within a month by Kyiv and Moscow.",
        [("The interim agreement foresees an exchange of all sick prisoners", "Ukraine", "owed")],
    ),
    (
        "The army has agreed not to enter the camp while the Red Cross is inside, a spokesman for the mediators said.",
        [("The army has agreed not to enter the camp", "army", "owed")],
    ),
    (
        "An arbitration panel ruled that the airline must reinstate the pilots, and the union must end its overtime ban.",
        [("the airline must reinstate the pilots", "airline", "owed"), ("the union must end its overtime ban", "union", "owed")],
    ),
    (
        "The truce terms require that the militia hand its mortars to the monitors by 1 May.",
        [("require that the militia hand its mortars to the monitors by 1 May", "militia", "owed")],
    ),
    (
        "Washington would unfreeze the funds and Tehran would free the two women under the understanding reached in Muscat.",
        [("Washington would unfreeze the funds", "US", "owed"), ("Tehran would free the two women under the understanding", "Iran", "owed")],
    ),
]

ULTIMATUMS: list[Case] = [
    (
        "The militants threatened to behead the engineers if the troops were not out of the valley by Sunday.",
        [("threatened to behead the engineers if the troops were not out of the valley by Sunday", "", "owed")],
    ),
    (
        "The regional government told the strikers to be back at work by Monday, or lose their jobs.",
        [("told the strikers to be back at work by Monday, or lose their jobs", "strikers", "owed")],
    ),
    ("The hijackers' deadline for Cairo to free the prisoners passed at noon.", [("deadline for Cairo to free the prisoners", "Egypt", "owed")]),
    (
        "If the ransom is not delivered within three days, the crew will be moved inland, the pirates warned the shipowner.",
        [("If the ransom is not delivered within three days, the crew will be moved inland", "shipowner", "owed")],
    ),
    (
        "The union has until midnight to call off the strike, otherwise the mill will be shut for good, the owner said.",
        [("The union has until midnight to call off the strike", "union", "owed")],
    ),
]

BREACHES: list[Case] = [
    ("Israel said that Hamas was violating the truce by dragging out the return of the bodies.", [("Hamas was violating the truce", "Hamas", "breached")]),
    (
        "The separatists never handed over the maps they had promised, the monitors' chief said.",
        [("The separatists never handed over the maps they had promised", "separatists", "breached")],
    ),
    (
        "Bogota says the rebels have not complied with a single point of the ceasefire protocol.",
        [("the rebels have not complied with a single point", "rebels", "breached")],
    ),
    (
        "The mill's owners broke off the agreed payments after one month, the union complained.",
        [("The mill's owners broke off the agreed payments after one month", "owners", "breached")],
    ),
    (
        "Its pledge to reopen the road was never kept by the army, the elders said of the truce.",
        [("Its pledge to reopen the road was never kept by the army", "army", "breached")],
    ),
    (
        "Under the truce the besiegers were supposed to let bread in; they have turned back every truck, the mayor said.",
        [("the besiegers were supposed to let bread in", "besiegers", "owed"), ("they have turned back every truck", "besiegers", "breached")],
    ),
    (
        "The ceasefire has been breached 40 times by government forces since Friday, the opposition said.",
        [("The ceasefire has been breached 40 times by government forces", "government", "breached")],
    ),
    (
        "Tbilisi accuses the separatists of going back on a promise to release the shepherds.",
        [("the separatists of going back on a promise to release the shepherds", "separatists", "breached")],
    ),
    ("The gang took the money and did not let the girls go, as it had agreed, the governor said.", [("did not let the girls go", "gang", "breached")]),
    (
        "Sanaa has failed to honour the second part of the prisoner agreement, Riyadh said.",
        [("Sanaa has failed to honour the second part", "Yemen", "breached")],
    ),
    (
        "In defiance of the accord, the navy boarded two trawlers on Monday, the fishermen's union said.",
        [("the navy boarded two trawlers on Monday", "navy", "breached")],
    ),
    ("The militia handed over 12 rifles instead of the 300 it had promised to surrender.", [("The militia handed over 12 rifles", "militia", "kept")]),
]

KEPT: list[Case] = [
    (
        "Hamas handed over the remains of two more captives on Wednesday under the ceasefire.",
        [("Hamas handed over the remains of two more captives on Wednesday under the ceasefire", "Hamas", "kept")],
    ),
    ("Israel sent back 30 bodies in return on Thursday, Gaza's health ministry said.", [("Israel sent back 30 bodies in return", "Israel", "kept")]),
    ("As the accord requires, the government has lifted the curfew in the two districts.", [("the government has lifted the curfew", "government", "kept")]),
    ("The rebels have kept to the truce since Monday, the monitors reported.", [("The rebels have kept to the truce since Monday", "rebels", "kept")]),
    ("The company reopened the gates on Monday, as it had promised the conciliator.", [("The company reopened the gates on Monday", "company", "kept")]),
    (
        "Moscow freed 95 Ukrainian soldiers and Kyiv freed 95 Russians on Saturday under a deal brokered by Abu Dhabi.",
        [("Moscow freed 95 Ukrainian soldiers", "Russia", "kept"), ("Kyiv freed 95 Russians on Saturday under a deal", "Ukraine", "kept")],
    ),
    (
        "Three of the five hostages have been let go by the gang since the first payment, the bishop said.",
        [("Three of the five hostages have been let go by the gang", "gang", "kept")],
    ),
    ("The third and last group of wounded left the besieged town on Sunday under the evacuation agreement.", []),
    ("The army said that it was abiding by the ceasefire.", [("it was abiding by the ceasefire", "army", "kept")]),
    (
        "The truce held through its first night, the two governments said. Ethiopia and Eritrea signed it on Monday.",
        [("The truce held through its first night", "Ethiopia", "kept")],
    ),
]

DISPUTED: list[Case] = [
    ("The Sudanese army denied shelling the market and accused the RSF of breaking the truce.", [("the RSF of breaking the truce", "RSF", "breached")]),
    (
        "Baku and Yerevan accused each other of breaking the ceasefire.",
        [("Baku and Yerevan accused each other of breaking the ceasefire", "Azerbaijan", "disputed")],
    ),
    ("The company rejected the union's claim that it had violated the settlement.", [("it had violated the settlement", "company", "disputed")]),
    (
        "There has been no breach of the truce on our side, the rebel commander said.",
        [("There has been no breach of the truce on our side", "rebel", "disputed")],
    ),
]

NOTHING: list[Case] = [
    ("Diplomats hope that the truce will be kept, but nobody believes the generals.", []),
    ("The rebels want the army to leave the valley before the talks begin.", []),
    ("The president promised a better life for all and vowed to crush the rebels.", []),
    ("The mediators will return to Doha on Sunday to discuss the next phase of the deal.", []),
    ("The families pledged to keep up their protest until the hostages are free.", []),
    ("Officials said the deal could collapse if the list is late.", []),
    ("The government offered to free 50 prisoners if the hunger strike ended.", []),
    ("The two sides have agreed that the truce line should be marked on a map.", []),
    ("The army said it would respond to any attack on the convoy.", []),
    ("The talks must go on, the envoy said after the ceasefire.", []),
    ("The hostages were freed by commandos before dawn, hours before the truce.", []),
    ("Egypt has asked Hamas to extend the truce by two days.", []),
]

ALL: list[Case] = [*TERMS, *ULTIMATUMS, *BREACHES, *KEPT, *DISPUTED, *NOTHING]

HARD: dict[str, str] = {
    "Washington would unfreeze": "parsed as “the funds and Tehran”, one object",
    "The mill's owners broke off": "“agreed” is an adjective of the payments, and “break off” is no word of breach elsewhere",
    "they have turned back every truck": "a deed against a term that is known only from the clause before",
    "The militia handed over 12 rifles": "parsed as “over 12”, so that nothing is handed over",
    "Moscow freed 95 Ukrainian soldiers": "parsed as “soldiers and Kyiv freed”",
    "The truce held through its first night": "the two sides are named after it, once each",
}
"""Openings or parts of sentences that are not read right yet, with the reason."""
