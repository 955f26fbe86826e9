"""Stances told by answers, conditions, prices and idioms of many conflicts, written before the rules: (text, [(party, stance, a word of the span)])."""

from __future__ import annotations

Case = tuple[str, list[tuple[str, str, str]]]

ANSWERS: list[Case] = [
    ("Khartoum made plain that autonomy was a red line.", [("Sudan", "refuses", "autonomy")]),
    ("For the guerrillas, disarmament before a vote is a red line, their envoy said.", [("guerrillas", "refuses", "disarmament")]),
    ("The militia will not let a single bus leave until its wounded are treated.", [("militia", "conditions", "bus")]),
    ("The army's refusal to guarantee safe passage has held up the evacuation.", [("army", "refuses", "passage")]),
    ("Lima ruled out any talks with the hostage takers.", [("Peru", "refuses", "talks")]),
    ("The union gave a flat no to the company's last offer.", [("union", "refuses", "offer")]),
    ("Both delegations balked at the wording on border posts.", [("delegations", "refuses", "wording")]),
    ("Bamako is open to a swap as long as no convicted murderer is in it.", [("Mali", "conditions", "swap")]),
    ("The pirates have lowered their price to $4m.", [("pirates", "demands", "$4m")]),
    ("Damascus is holding out for the return of all its officers.", [("Syria", "demands", "officers")]),
    ("The hijackers' terms are simple: a plane, a pilot and two million dollars.", [("hijackers", "demands", "plane")]),
    ("Manila has yet to answer the rebels' offer.", []),
    ("There is no question of paying a ransom, the foreign minister of Norway said.", [("Norway", "refuses", "ransom")]),
    ("The Tuareg movement wants the exchange done in one go, not in stages.", [("Tuareg", "demands", "exchange")]),
    ("Addis Ababa would agree to a truce only if the rebels first left Lalibela.", [("Ethiopia", "conditions", "truce")]),
    ("The garrison has signalled that it may surrender if its men are treated as prisoners of war.", [("garrison", "conditions", "surrender")]),
    ("The teachers' leaders threw out the offer by 40 votes to 3.", [("teachers", "refuses", "offer")]),
    ("Yerevan insists on the release of all its captives before any talk of borders.", [("Armenia", "conditions", "captives")]),
    ("Tripoli's condition is that the foreign fighters go home.", [("Libya", "conditions", "fighters")]),
    ("The captors are asking 300 million naira for the priest.", [("captors", "demands", "naira")]),
    ("Moscow has shown no interest in a longer pause.", [("Russia", "refuses", "pause")]),
    ("The families want proof that the sailors are alive.", [("families", "demands", "proof")]),
    ("The general's men are prepared to leave the airport in return for an amnesty.", [("", "offers", "airport")]),
    ("Neither side would budge on the number of prisoners.", [("", "refuses", "number")]),
    ("Kabul stopped short of accepting the plan.", [("Afghanistan", "refuses", "plan")]),
    ("The rebels' spokesman dismissed the ceasefire proposal as a trap.", [("rebels", "refuses", "proposal")]),
    ("Bogota has agreed in principle to a bilateral truce.", [("Colombia", "accepts", "truce")]),
    ("The company said it had gone as far as it could and would not improve its offer.", [("company", "refuses", "offer")]),
    ("The Houthis are pressing for the airport to be reopened and for salaries to be paid.", [("Houthi", "demands", "airport")]),
    ("The junta has no plans to free the elected president, its spokesman said.", [("junta", "not_considering", "president")]),
    ("The strikers voted to accept arbitration.", [("strikers", "accepts", "arbitration")]),
    ("Pristina has never accepted the idea of an exchange of land.", [("Kosovo", "refuses", "land")]),
    ("Islamabad's answer to the demand was a blunt refusal.", [("Pakistan", "refuses", "demand")]),
    ("The insurgents set three conditions for a truce.", [("insurgents", "conditions", "truce")]),
    ("Kyiv would trade one officer for five soldiers, the Ukrainian negotiator said.", [("Ukraine", "offers", "officer")]),
    ("The group has made the release of its founder the price of any deal.", [("group", "conditions", "founder")]),
    ("The kidnappers turned up their nose at the sum the village had raised.", [("kidnappers", "refuses", "sum")]),
    ("Ankara is leaning towards a limited withdrawal.", [("Turkey", "considers", "withdrawal")]),
    ("Yangon is weighing an amnesty for the students.", [("Myanmar", "considers", "amnesty")]),
]

ANSWERS_NOT_YET: list[Case] = [
    ("The rebels said yes to a week-long truce but no to monitors.", [("rebels", "accepts", "truce"), ("rebels", "refuses", "monitors")])
]
