"""Stances told by a frame rather than a verb, of other negotiations: (text, [(party, stance, a word of the position's span)]), each read after CONTEXT."""

from __future__ import annotations

Case = tuple[str, list[tuple[str, str, str]]]

FRAMES: list[Case] = [
    # what waits for something else
    ("The guns would go when the last drone had gone, the rebel commander said.", [("rebel", "conditions", "guns")]),
    ("The banks would reopen when the first pension arrived, the union said.", [("union", "conditions", "pension")]),
    ('"He will come home when the others come," the rebel leader said.', [("rebel", "conditions", "others")]),
    ("Water will be delivered when the detained drivers are back with their families, the minister said.", [("minister", "conditions", "drivers")]),
    ("The gang leader would discuss a surrender only with a judge present.", [("gang", "conditions", "judge")]),
    ("The government says it will talk only about a transition period.", [("government", "conditions", "transition")]),
    ("As long as the drones fly, no delegate of the Front will travel to Vienna, it said.", [("Front", "conditions", "drones")]),
    ("The envoys will eat when the session ends.", []),
    # without a verb
    ('"No money, no children," the kidnappers told the father.', [("kidnappers", "conditions", "money")]),
    ('"First the money, then the keys," the rebel leader said.', [("rebel", "conditions", "keys")]),
    ('"All or nothing," the rebel leader said.', [("rebel", "demands", "nothing")]),
    ('"No work, no pay," the minister said.', []),
    # what a party says of itself
    ('"We are not leaving," the rebel leader said.', [("rebel", "refuses", "leaving")]),
    ('"We are not going to sign this," the company\'s director said.', [("company", "refuses", "sign")]),
    ('"We are not going to a fourth version," the company\'s director said.', [("company", "refuses", "version")]),
    ('"We are not looking for a fight," the rebel leader said.', []),
    ('"I can pay four hundred thousand," the ship\'s owner said.', [("owner", "offers", "four hundred")]),
    ("The wife said she could offer $90,000.", [("wife", "offers", "$90,000")]),
    ("The ships would not be withdrawn, a British naval spokeswoman said.", [("UK", "refuses", "withdrawn")]),
    # denied adjectives and things
    ("The rebels are not interested in a partial exchange, their spokesman said.", [("rebels", "refuses", "partial")]),
    ("That is not something we are contemplating, the minister said.", [("minister", "not_considering", "contemplating")]),
    ("The dissolution of the guard was never negotiable, the government said.", [("government", "refuses", "dissolution")]),
    ("Sovereignty over the rivers is not on our agenda, the government said.", [("government", "not_considering", "rivers")]),
    ("The gang have not said no.", []),
    # questions tell nobody's stance
    ("Would the rebels accept an exchange of prisoners in two stages?", []),
    # whose spokesman it is
    ("The miners' spokesman called on the company to release the two foremen.", [("miners", "demands", "foremen")]),
]

FRAMES += [
    # a price, a part, a measure
    ("Besieged fighters have agreed in principle to leave the city if the Red Cross escorts the buses.", [("fighters", "conditions", "leave")]),
    ("The gunman agreed to let two women go in exchange for water and sandwiches.", [("gunman", "accepts", "women")]),
    ("The Kenyans agreed only to have a joint commission decide.", [("Kenya", "accepts", "commission")]),
    ("The strikers would stay out till Christmas if that is what it takes.", []),
    # one thing before another
    ("The rebels want the licence before the plane takes off.", [("rebels", "conditions", "licence")]),
    ("Militia frees four, wants jailed leader moved before next batch", [("militia", "conditions", "leader")]),
    # still so
    ("The offer of an amnesty still stood, the government said.", [("government", "offers", "amnesty")]),
    ("The deadline stands, the company said.", [("company", "refuses", "deadline")]),
    # two stances in one sentence, and a stance far from its verb
    ('The council\'s offer of 4 percent was "an insult", the union said.', [("council", "offers", "4 percent"), ("union", "refuses", "insult")]),
    ("Management's refusal to reinstate the workers is the main obstacle, a union official said.", [("management", "refuses", "reinstate")]),
    # bare verbs after "that"
    ("The mediator has suggested that half be paid now.", [("mediator", "offers", "half")]),
    ("A clerk asked that his name be left out.", []),
    # told by others
    ("The guerrillas won't give up their guns, the bishop said.", [("guerrillas", "refuses", "guns")]),
    ("The state would never bargain with thieves, the interior minister said.", [("interior minister", "refuses", "bargain")]),
    # headlines and verbs with a preposition
    ("Rebels ready to free 60 minors if army shows prisoners are alive", [("rebels", "offers", "minors")]),
    ('"We begged for a paper with dates on it," the union\'s secretary said.', [("union", "demands", "paper")]),
    ("The defence ministry is studying the text.", [("defence ministry", "considers", "text")]),
    ("Hauliers blocking the port gave the minister ten days to scrap the toll.", [("Hauliers", "demands", "toll")]),
    # a quotation that nothing frames
    ('Commander Yusuf Hale said his men were hungry. "What we demand is bread and a doctor."', [("Hale", "demands", "bread")]),
]

FRAMES_NOT_YET: list[Case] = [
    ("Negotiators told the hijackers that there would be no car while anyone was inside.", [("negotiators", "conditions", "car")]),
    ("The talks will resume when delegates return from lunch, the mediator said.", []),
]
"""Not read right yet: "while" is read as a refusal, and talks that resume when something is done as a condition."""
