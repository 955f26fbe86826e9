"""Hard sentences about invented negotiations: the many ways in which reporters tell what a party wants, gives, refuses or weighs.

Written by form, not from errors: (text, [(party, stance, a word of the topic's words)]). Those of WRONG are read wrong, with the reason.
"""

from __future__ import annotations

Case = tuple[str, list[tuple[str, str, str]]]

SENTENCES: list[Case] = [
    ("The rebels are holding out for a seat in the transitional government, envoys said after the talks.", [("rebels", "demands", "seat")]),
    ("Maravel's government does not negotiate with kidnappers, its spokesman said.", [("Maravel", "refuses", "kidnappers")]),
    ("There will be no prisoner swap while the siege lasts, General Okello said.", [("Okello", "refuses", "swap")]),
    ("The union said it would return to the table only after the lockout was lifted.", [("union", "conditions", "table")]),
    ("The ceasefire plan was thrown out by the junta within an hour.", [("junta", "refuses", "plan")]),
    ("The captors agreed in principle to the exchange of the sick, a priest who carries messages said.", [("captors", "accepts", "exchange")]),
    ("Neither side in the talks over the besieged town is ready to give up the port, mediators said.", [("side", "refuses", "port")]),
    ("The rebels balked at a clause on disarmament.", [("rebels", "refuses", "disarmament")]),
    ("Any new shelling would end the talks, the rebel envoy warned.", [("rebel", "conditions", "shelling")]),
    ("The army wants the tunnels blown up before it will discuss a corridor.", [("army", "conditions", "tunnels")]),
    ("The gang dropped its demand for a helicopter.", []),
    ("The hijackers asked when the negotiator would arrive.", []),
    ("The minister declined to say whether the rebels had accepted the truce.", []),
    ("The mediators asked not to be named because the talks are secret.", []),
    ("The rebels must be exhausted after three months of siege, a doctor said.", []),
    ("Diplomats expect the truce to collapse within days.", []),
    ("The withdrawal of foreign troops is a red line, the president told the mediators.", [("president", "refuses", "withdrawal")]),
    ("The government made the release of the miners contingent on an end to the blockade.", [("government", "conditions", "release")]),
    ("The employers have softened their stance and would now consider arbitration to end the strike.", [("employers", "considers", "arbitration")]),
    ("The rebels are open to a pause in the fighting, but not to disarmament.", [("rebels", "considers", "pause")]),
    ('"We will never recognise the occupation," the front\'s leader said of the peace talks.', [("front", "refuses", "occupation")]),
    ('"Our answer is no," the rebel commander said of the ceasefire plan.', [("rebel", "refuses", "answer")]),
    ("The garrison gave the mediators no guarantee, but it has not ruled out a corridor for the wounded.", [("garrison", "considers", "corridor")]),
    ("The families, tired of waiting, begged both sides to bring the prisoners home.", [("families", "demands", "home")]),
    ("A proposal that the rebels had tabled and that the army rejected would have freed 60 prisoners.",
     [("rebels", "offers", "proposal"), ("army", "refuses", "army")]),
    ("Without guarantees the rebels won't sign the ceasefire.", [("rebels", "conditions", "sign")]),
    ("No deal is possible unless the hostages are freed, the prime minister said.", [("prime minister", "conditions", "hostages")]),
    ("The price of a truce is the reopening of the airport, the rebel envoy said.", [("rebel", "conditions", "airport")]),
    ("The pirates have cut their ransom demand to $4 million, the shipowner said.", [("pirates", "demands", "ransom")]),
    ("Kenya urged the warring parties to extend the truce.", [("Kenya", "demands", "truce")]),
    ("The nurses' union rejected the offer and called for arbitration.", [("union", "refuses", "offer"), ("union", "demands", "arbitration")]),
    ("The rebel delegation walked out of the talks over the question of prisoners.", [("rebel", "refuses", "talks")]),
    ("The rebels said yes to the list but no to the date of the exchange.", [("rebels", "accepts", "list"), ("rebels", "refuses", "date")]),
    ("The government is under pressure to accept the kidnappers' demands.", []),
    ("If the talks fail, the rebels could resume the war, analysts said.", []),
    ("The strikers were offered tea by the negotiators.", []),
    ("The mediators are pushing for a 60-day truce.", [("mediators", "demands", "truce")]),
    ("The rebels stuck to their demand that all prisoners be freed first.", [("rebels", "demands", "prisoners")]),
    ("The militia would be content with a partial withdrawal, according to a diplomat close to the truce talks.", [("militia", "accepts", "withdrawal")]),
    ("The two armies are studying a Swiss plan for a buffer zone.", [("armies", "considers", "plan")]),
]

WRONG: dict[str, str] = {
    "The captors agreed in principle to the exchange of the sick, a priest who carries messages said.":
        "the parser hangs the exchange on what the priest said, so that \"agreed\" has a clause of its own",
    "The rebels said yes to the list but no to the date of the exchange.": "the second half has no verb; only the first answer is read",
}
"""Text → why it is read wrong."""
