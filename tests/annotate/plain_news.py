"""Plain news sentences by class of meaning, written before the rules were looked at, each with what it must give and nothing else.

Positions: (text, [(party, stance, a word of the span)]); commitments: (text, [(words of the span, obligor, account)]); status: (text, [(words, status)]).
"""

from __future__ import annotations

Triples = list[tuple[str, str, str]]

POSITIONS: list[tuple[str, Triples]] = [
    # demanding
    ("Talks on the hostages went on. The gunmen have set three conditions for freeing the nurses.", [("gunmen", "conditions", "three conditions")]),
    ("Talks on the prisoners went on. The rebels say they will not let anybody go until the siege is lifted.", [("rebels", "conditions", "siege")]),
    ("The strike is in its third week. Drivers want a rise of eight per cent and two more rest days, their union says.", [("", "demands", "eight per cent")]),
    ("Mediators met the captors. The captors asked for a plane and safe passage to the coast.", [("captors", "demands", "plane")]),
    ("The ceasefire talks resumed. \"We want our sons back before anything else,\" rebel negotiator Ana Brul said.", [("rebel", "demands", "sons")]),
    ("The hijackers have given the government until noon to refuel the plane.", [("hijackers", "demands", "refuel")]),
    ("Negotiations on the border continued. Ubaria's foreign minister told reporters that Kasani must leave the island first.",
     [("Ubaria", "demands", "leave the island")]),
    ("The mutineers held the barracks. Their leader, Sergeant Luc Amara, also wants an amnesty.", [("mutineers", "demands", "amnesty")]),
    ("Talks over the lockout stalled. The union's main demand is that 14 sacked men be taken back.", [("union", "demands", "14 sacked men")]),
    ("The families urged ministers to pay the ransom.", [("families", "demands", "ransom")]),
    # offering
    ("Talks on the hostages went on. The government has promised the gunmen safe passage if they leave the hospital.", [("", "offers", "safe passage")]),
    ("The company promised $3m for a new clinic if the villagers left the platform, mediators said.", [("company", "offers", "clinic")]),
    ("Peace talks resumed in Lome. The rebels said they were prepared to hand over 40 prisoners.", [("rebels", "offers", "40 prisoners")]),
    ("The bishops, who host the talks, proposed that a judge oversee the transfers.", [("bishops", "offers", "judge")]),
    ("The army would stop shelling the town in exchange for the pilots, its commander told mediators.", [("army", "offers", "shelling")]),
    ("The president's envoy said the government could free ten rebels in the first week of a truce.", [("government", "offers", "ten rebels")]),
    # refusing
    ("The gunmen hold 40 pupils. \"We will not pay a single cent,\" the governor said.", [("", "refuses", "single cent")]),
    ("Germany would not be blackmailed, its foreign minister said of the kidnappers' demands.", [("Germany", "refuses", "blackmailed")]),
    ("Talks with the hostage-takers were over, and there was nothing left to discuss, the justice minister said.", [("", "refuses", "nothing left")]),
    ("Norcoal said it would not improve its offer to the striking miners.", [("Norcoal", "refuses", "improve")]),
    ("The junta threw out the mediators' plan for a truce.", [("junta", "refuses", "plan")]),
    ("The rebels saw no point in further talks with the government, a commander said.", [("rebels", "refuses", "further talks")]),
    ("Kasani said no to a meeting with the rebels in Kello.", [("Kasani", "refuses", "meeting")]),
    ("A ceasefire without a withdrawal is worthless, the rebels' negotiator said, and they would not sign one.", [("rebels", "refuses", "sign")]),
    ("The army chief has vowed never to negotiate with the kidnappers.", [("", "refuses", "negotiate")]),
    # accepting, weighing
    ("The rebels said yes to a truce of ten days.", [("rebels", "accepts", "truce")]),
    ("Both delegations had accepted in principle a proposal to open the burial sites, a Swiss official said.", [("delegations", "accepts", "proposal")]),
    ("The prisoners welcomed the bishops' idea of a judge.", [("prisoners", "considers", "idea")]),
    ("The president was weighing a transfer of the prisoner to Qatar, two officials said.", [("", "considers", "transfer")]),
    ("Hostage talks continue. The cabinet has not ruled out a partial release.", [("cabinet", "considers", "partial release")]),
    # conditions
    ("The villagers will not leave the platform without a court order, their leader said.", [("villagers", "conditions", "court order")]),
    ("The miners would go back to work only when the bonus was restored, the union said.", [("", "conditions", "bonus")]),
    ("The rebels made the release of the pilots conditional on a halt to the air raids.", [("rebels", "conditions", "air raids")]),
    ("His men would lay down their arms when the money was in their accounts and not before, the mutineers' leader said.",
     [("", "conditions", "money")]),
    ("The hostages would be freed once the government released seven fighters, the militia said.", [("militia", "conditions", "seven fighters")]),
    ("The fast would go on until the transfers were complete, the prisoners said.", [("prisoners", "conditions", "transfers")]),
    # nothing
    ("The hostages were tired but well, the doctor said.", []),
    ("The rebels said that the bridge had been mined.", []),
    ("Mediators said they expected a long night.", []),
]
COMMITMENTS: list[tuple[str, Triples]] = [
    # owed
    ("Under the accord announced on Saturday, the inmates were to end the protest and the ministry was to move 20 of them.",
     [("the inmates were to end the protest", "inmates", "owed"), ("the ministry was to move 20 of them", "ministry", "owed")]),
    ("A truce took hold on Monday. Both armies are to pull their guns back from the river within a week.",
     [("Both armies are to pull their guns back", "armies", "owed")]),
    ("The hijackers have set a deadline of Friday for the government to free four jailed men.", [("free four jailed men", "government", "owed")]),
    ("The hijackers want the plane refuelled by noon or they will shoot a hostage.", [("refuelled by noon", "", "owed")]),
    ("The rebels undertook to hand over the bodies by the end of March.", [("hand over the bodies", "rebels", "owed")]),
    ("President Ida Marsh promised to pay the mutineers three months of wages.", [("pay the mutineers three months", "", "owed")]),
    ("The deal obliges the company to rehire the 14 men.", [("rehire the 14 men", "company", "owed")]),
    ("The gunmen gave the families five days to pay.", [("five days to pay", "families", "owed")]),
    ("Vostria has received written guarantees from the Kerch Republic that its ports will not be attacked.",
     [("its ports will not be attacked", "Kerch", "owed")]),
    ("In exchange for two officers, the army agreed to open the road to the town.", [("open the road", "army", "owed")]),
    # kept
    ("The militia freed all twelve children on Tuesday, as it had promised the bishop.", [("freed all twelve children", "militia", "kept")]),
    ("The army said it had grounded all aircraft, as agreed.", [("grounded all aircraft", "army", "kept")]),
    ("The rebels kept their word and let the convoy through, the Red Cross said.", [("kept their word", "rebels", "kept")]),
    ("The government says it has met its part of the bargain with the mutineers.", [("met its part of the bargain", "government", "kept")]),
    ("Kasani has returned 11 prisoners under the truce; Ubaria has freed none.",
     [("Kasani has returned 11 prisoners", "Kasani", "kept"), ("Ubaria has freed none", "Ubaria", "breached")]),
    ("The company paid the compensation it owed under the settlement, a mediator said.", [("paid the compensation", "company", "kept")]),
    # breached
    ("The truce is five days old. The army has not moved a single tank, the bishop said.", [("has not moved a single tank", "army", "breached")]),
    ("The rebels promised lists of the graves by February. \"So far we have received not one page,\" the commissioner said.",
     [("promised lists of the graves", "rebels", "owed"), ("received not one page", "rebels", "breached")]),
    ("The prisoners had gone back on a deal to resume eating, the ministry said.", [("gone back on a deal", "prisoners", "breached")]),
    ("We were promised safe access by the rebels and we did not get it, the Red Cross said.", [("promised safe access", "rebels", "breached")]),
    ("Under the accord the ministry was to move 20 inmates. It has moved only four, their lawyer said.",
     [("the ministry was to move 20 inmates", "ministry", "owed"), ("moved only four", "ministry", "kept")]),
    ("The union accused the company of ignoring an agreement to compensate 900 fishermen.", [("ignoring an agreement", "company", "breached")]),
    ("Ubaria cut off the ship's water in breach of an understanding reached on Wednesday, the captors said.", [("in breach of", "Ubaria", "breached")]),
    ("The army shelled the valley two hours into the truce, the rebels said.", [("shelled the valley", "army", "breached")]),
    ("The kidnappers took the ransom and kept the boy.", [("kept the boy", "kidnappers", "breached")]),
    # disputed
    ("The rebels accused the army of breaking the truce. The army denied it.",
     [("accused the army of breaking the truce", "army", "breached"), ("The army denied it", "army", "disputed")]),
    ("Kasani and Ubaria accused each other of breaking the truce.", [("accused each other", "", "disputed")]),
    ("The company disputes that it broke the settlement with the union.", [("disputes that it broke", "company", "disputed")]),
    # nothing
    ("The soldiers kept the barracks and the radio station.", []),
    ("The delegations are to meet again in Lucerne in May for talks on the prisoners.", []),
    ("The mediator broke his leg on the way to the truce talks.", []),
]
STATUS: list[tuple[str, list[tuple[str, str]]]] = [
    ("Mediators shuttled between the sides. It was the first sign of movement since the siege began.", [("first sign of movement", "progress")]),
    ("The negotiations with the captors remain at an early stage, an official said.", [("at an early stage", "exploring")]),
    ("Efforts to free the tourists have run into trouble, a mediator said.", [("run into trouble", "stalled")]),
    ("The envoy sees no quick end to the hostage talks.", [("no quick end", "stalled")]),
    ("For the moment there are no talks with the kidnappers, the general said.", [("there are no talks", "none")]),
    ("The justice ministry broke off talks with the hunger strikers on Monday.", [("broke off talks", "suspended")]),
    ("Negotiations with the villagers were going well, the ombudsman said.", [("going well", "progress")]),
    ("An agreement on the officers was close, the mediator said.", [("was close", "progress")]),
    ("Talks have been deadlocked since November 8.", [("deadlocked", "stalled")]),
    ("Both sides in the grain talks have shown flexibility, the minister said.", [("shown flexibility", "progress")]),
    ("\"We have come a long way and we are nearly there,\" the elder said of the talks.", [("nearly there", "progress")]),
    ("Work on a renewal of the truce deal had not started, a UN official said.", [("had not started", "none")]),
    ("A new round of talks on the hostages opens in Geneva today.", [("opens", "active")]),
    ("The sides haggled over the list of prisoners through the night.", [("haggled", "active")]),
    ("The rebels walked out of the talks on Friday and did not come back.", [("walked out of the talks", "suspended")]),
    ("The mediators have put the negotiations on ice until after the election.", [("on ice", "suspended")]),
    ("After nine hours the union and the company shook hands on a new contract.", [("shook hands", "agreed")]),
    ("The kidnappers have cut all contact with the negotiator.", [("cut all contact", "suspended")]),
    ("The talks with the militia have gone backwards, a diplomat said.", [("gone backwards", "stalled")]),
    ("The hostage negotiations entered a decisive phase on Sunday.", [("decisive phase", "active")]),
    # nothing
    ("The talks took place in a hotel near the lake.", []),
    ("The truce was holding on Monday, residents said.", []),
    ("She has given talks on the siege at two universities.", []),
]
