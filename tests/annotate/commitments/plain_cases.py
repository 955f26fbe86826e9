"""Sentences of wire reports on other conflicts: omissions told plainly, duties of both sides, agentless passives, and what is no commitment."""

from __future__ import annotations

ALL: list[tuple[str, list[tuple[str, str, str]]]] = [
    (
        "Talks in Nairobi broke down on Monday after Asmara failed to hand over maps of the minefields, a mediator said. Addis Ababa said it would wait.",
        [("Asmara failed to hand over maps of the minefields", "Eritrea", "breached")],
    ),
    (
        "The kidnappers failed to provide proof of life for the engineers, so the ransom talks were stopped, the firm said.",
        [("The kidnappers failed to provide proof of life for the engineers", "kidnappers", "breached")],
    ),
    (
        "Negotiators met both armies. It was the junta that failed to comply with the truce, a rebel officer said.",
        [("It was the junta that failed to comply with the truce", "junta", "breached")],
    ),
    (
        "Armenia and Azerbaijan signed a truce in May, mediators said. It was Azerbaijan that did not comply, Armenia said.",
        [("It was Azerbaijan that did not comply", "Azerbaijan", "breached")],
    ),
    (
        "Israel and Hezbollah have had a ceasefire since May. Hezbollah accused Israel of not withdrawing from five hills.",
        [("Hezbollah accused Israel of not withdrawing from five hills", "Israel", "breached")],
    ),
    (
        "Serbia and Kosovo signed an accord in March. Kosovo accused Serbia of failing to remove the barricades.",
        [("failing to remove the barricades", "Serbia", "breached")],
    ),
    (
        "Ethiopia and Eritrea signed a truce in Pretoria. An earlier promise to open the airport was broken twice, diplomats said.",
        [("An earlier promise to open the airport was broken twice", "Eritrea", "disputed")],
    ),
    (
        "Kyrgyzstan and Tajikistan agreed on a ceasefire in May. Neither deadline has been met.",
        [("Kyrgyzstan and Tajikistan agreed on a ceasefire in May", "Tajikistan", "owed"), ("Neither deadline has been met", "Tajikistan", "disputed")],
    ),
    (
        "Under the swap deal, Myanmar was to free 30 students in return but has not done so, a Thai official said.",
        [("Myanmar was to free 30 students in return but has not done so", "Myanmar", "breached")],
    ),
    (
        "The guerrillas have yet to release the two mayors, as they had promised to do in the accord with Lima.",
        [("The guerrillas have yet to release the two mayors", "guerrillas", "breached")],
    ),
    (
        "Under the agreement, the rebels will free 40 policemen. Manila will lift the blockade of the port within a week.",
        [("the rebels will free 40 policemen", "rebels", "owed"), ("Manila will lift the blockade of the port within a week", "Philippines", "owed")],
    ),
    (
        "India and Pakistan agreed a truce last year. On Tuesday India alleged two violations near Uri.",
        [("India alleged two violations near Uri", "Pakistan", "breached")],
    ),
    (
        "Thailand and Cambodia are bound by a truce. Thai officers reported three breaches on Sunday.",
        [("Thai officers reported three breaches on Sunday", "Cambodia", "breached")],
    ),
    (
        "Truce between Sanaa and Riyadh holding for a month, envoys say as talks resume",
        [("Truce between Sanaa and Riyadh holding for a month", "Saudi", "kept")],
    ),
    (
        "The gunmen hold 30 pupils and have asked for a ransom. “They agreed to let the little ones go,” the mediator said.",
        [("They agreed to let the little ones go", "gunmen", "owed")],
    ),
    (
        "The pirates took five Kenyans in March. Three Kenyans who were sick were freed on Friday under a deal made by elders.",
        [("Three Kenyans who were sick were freed on Friday under a deal made by elders", "pirates", "kept")],
    ),
    (
        "Relatives of the hostages met the minister in Lagos. They were promised an answer by Friday, one of them said.",
        [("They were promised an answer by Friday", "minister", "owed")],
    ),
    (
        "The hijackers lowered their ransom demand to $2 million and set a Sunday deadline, the shipowner said.",
        [("The hijackers lowered their ransom demand to $2 million and set a Sunday deadline", "shipowner", "owed")],
    ),
    (
        "The mutineers said of the army, “They promised us on Monday that there would be no attack, and on Tuesday they shelled us.”",
        [("They promised us on Monday that there would be no attack, and on Tuesday they shelled us", "army", "breached")],
    ),
    (
        "The rebels freed nine judges on Sunday, in line with a promise they made to the Church.",
        [("The rebels freed nine judges on Sunday, in line with a promise they made to the Church", "rebels", "kept")],
    ),
    (
        "The junta freed nine judges in line with a promise it made to the envoy. But it has not released the bishop, who was also on the list.",
        [
            ("The junta freed nine judges in line with a promise it made to the envoy", "junta", "kept"),
            ("it has not released the bishop, who was also on the list", "junta", "breached"),
        ],
    ),
    (
        "Under the declaration, Sudan and Chad agreed to exchange captives, to reopen the road by 1 May and to sign a treaty by 9 June.",
        [
            ("Sudan and Chad agreed to exchange captives", "Chad", "owed"),
            ("to reopen the road by 1 May", "Chad", "owed"),
            ("to sign a treaty by 9 June", "Chad", "owed"),
        ],
    ),
    (
        "The envoy gave Managua until May 3 to reply, a source close to the talks on the prisoners said.",
        [("The envoy gave Managua until May 3 to reply", "Nicaragua", "owed")],
    ),
    (
        "The FARC pledged to stop recruiting children, the mediators said after the talks, but it has since recruited at least 40.",
        [("The FARC pledged to stop recruiting children", "FARC", "owed"), ("it has since recruited at least 40", "FARC", "breached")],
    ),
    (
        "The separatists said the ministry had promised to send a list of the detained. The ministry said the list was delivered.",
        [("the ministry had promised to send a list of the detained", "ministry", "owed"), ("The ministry said the list was delivered", "ministry", "kept")],
    ),
    (
        "Congo and M23 signed a truce in May. Congo accused M23 of violating the ceasefire by shelling a camp.",
        [("M23 of violating the ceasefire by shelling a camp", "M23", "breached")],
    ),
    (
        "Serbia and Kosovo signed an accord in March. Each accuses the other of having broken that accord.",
        [("Each accuses the other of having broken that accord", "Kosovo", "disputed")],
    ),
    ("The captors of the nuns talked with the bishop. In March 2019 they freed two priests in exchange for a jailed cousin.", []),
    ("Turkey will send a delegation to Geneva on Monday for talks on a prisoner exchange with Syria, an aide said.", []),
    ("Talks on an exchange of prisoners have stalled, Minsk said, blaming Vilnius for refusing to free a pilot.", []),
    ("Chad and Libya talked on Friday about the prisoners. They had first agreed to a truce in 1987, which broke down within weeks.", []),
]

HARD: dict[str, str] = {
    "set a Sunday deadline": "a shipowner is no party where only he speaks",
    "The ministry said the list was delivered": "a ministry without a name, whose two statements are about one duty",
}
"""Parts of sentences that are not read right yet, with the reason."""
