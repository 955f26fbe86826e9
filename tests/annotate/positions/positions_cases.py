"""Invented sentences about other negotiations, with the positions that the guide asks for: (text, [(quote, party, stance)])."""

from __future__ import annotations

Case = tuple[str, list[tuple[str, str, str]]]

CASES: list[Case] = [
    # --- a school kidnapping with a ransom
    (
        "The gunmen demanded a ransom of 50 million naira for the 37 pupils, the state police said.",
        [("The gunmen demanded a ransom of 50 million naira for the 37 pupils", "gunmen", "demands")],
    ),
    ("The governor ruled out paying any ransom to the kidnappers.", [("The governor ruled out paying any ransom to the kidnappers", "governor", "refuses")]),
    (
        "Parents of the abducted girls called on the government to negotiate with the bandits.",
        [("Parents of the abducted girls called on the government to negotiate with the bandits", "Parents of the abducted girls", "demands")],
    ),
    (
        "The kidnappers have threatened to kill the students unless two jailed commanders are freed by Friday.",
        [("The kidnappers have threatened to kill the students unless two jailed commanders are freed by Friday", "kidnappers", "conditions")],
    ),
    ("The bandits want safe passage and an amnesty, a village elder said.", [("The bandits want safe passage and an amnesty", "bandits", "demands")]),
    ("The army is not considering a prisoner swap, its spokesman said.", [("The army is not considering a prisoner swap", "army", "not_considering")]),
    (
        '"Bring our daughters home. Pay whatever they ask," said Hauwa Bello, whose two daughters were taken.',
        [("Bring our daughters home. Pay whatever they ask", "Hauwa Bello", "demands")],
    ),
    # --- an exchange of prisoners of war
    (
        "Varnia offered to hand over 120 wounded soldiers in exchange for the bodies of its pilots.",
        [("Varnia offered to hand over 120 wounded soldiers in exchange for the bodies of its pilots", "Varnia", "offers")],
    ),
    ("Ukraine insists on an all-for-all exchange of prisoners.", [("Ukraine insists on an all-for-all exchange of prisoners", "Ukraine", "demands")]),
    (
        "The Kremlin has rejected the demand for a list of all prisoners of war.",
        [("The Kremlin has rejected the demand for a list of all prisoners of war", "Russia", "refuses")],
    ),
    (
        "Kyiv said it was ready to exchange all prisoners without conditions.",
        [("it was ready to exchange all prisoners without conditions", "Ukraine", "offers")],
    ),
    (
        "Moscow would release the sailors only if Kyiv handed over the captured officers, a Russian official said.",
        [("Moscow would release the sailors only if Kyiv handed over the captured officers", "Russia", "conditions")],
    ),
    ("The wounded must be returned first, the Ukrainian ombudsman said.", [("The wounded must be returned first", "Ukraine", "demands")]),
    ("Russia's refusal to name the prisoners has delayed the swap.", [("Russia's refusal to name the prisoners", "Russia", "refuses")]),
    (
        "Turkey, which is mediating, has proposed a swap of 200 prisoners from each side.",
        [("Turkey, which is mediating, has proposed a swap of 200 prisoners from each side", "Turkey", "offers")],
    ),
    # --- talks with a rebel army
    (
        "The rebels will not lay down their arms until the government frees their leader, their envoy said in Nairobi.",
        [("The rebels will not lay down their arms until the government frees their leader", "rebels", "conditions")],
    ),
    ("Juba is weighing an amnesty for fighters who surrender.", [("Juba is weighing an amnesty for fighters who surrender", "South Sudan", "considers")]),
    ("Both sides have accepted the new proposal, the mediators said.", [("Both sides have accepted the new proposal", "Both sides", "accepts")]),
    (
        "The government's main demand is the withdrawal of the rebels from the capital.",
        [("The government's main demand is the withdrawal of the rebels from the capital", "government", "demands")],
    ),
    (
        "The M23 group has made a direct dialogue with Kinshasa a precondition for any truce.",
        [("The M23 group has made a direct dialogue with Kinshasa a precondition for any truce", "M23", "conditions")],
    ),
    (
        "Khartoum refuses to return to the talks as long as the paramilitaries hold civilian homes.",
        [("Khartoum refuses to return to the talks as long as the paramilitaries hold civilian homes", "Sudan", "conditions")],
    ),
    ("The junta has not ruled out releasing the deposed president.", [("The junta has not ruled out releasing the deposed president", "junta", "considers")]),
    (
        "A permanent ceasefire is not on the table for now, the defence minister of Sudan said.",
        [("A permanent ceasefire is not on the table for now", "Sudan", "not_considering")],
    ),
    ("The Houthis are open to a pause of three months.", [("The Houthis are open to a pause of three months", "Houthi", "considers")]),
    (
        "Norway is pushing both sides to agree to international monitors.",
        [("Norway is pushing both sides to agree to international monitors", "Norway", "demands")],
    ),
    ("The guerrillas turned down the offer of a six-month truce.", [("The guerrillas turned down the offer of a six-month truce", "guerrillas", "refuses")]),
    (
        "Bogotá's insistence that the rebels disarm first angered their negotiators.",
        [("Bogotá's insistence that the rebels disarm first", "Colombia", "demands")],
    ),
    # --- a besieged city
    ("The besiegers gave the garrison 48 hours to surrender.", [("The besiegers gave the garrison 48 hours to surrender", "besiegers", "demands")]),
    (
        "The United Nations urged the army to open a corridor for civilians.",
        [("The United Nations urged the army to open a corridor for civilians", "UN", "demands")],
    ),
    (
        "The army says women, children and the elderly may leave first, but it would not let the fighters go.",
        [("it would not let the fighters go", "army", "refuses")],
    ),
    (
        "Any shelling of the convoy would end the talks, the city's commander warned.",
        [("Any shelling of the convoy would end the talks", "commander", "conditions")],
    ),
    ("The mayor pleaded for aid trucks to be let in.", [("The mayor pleaded for aid trucks to be let in", "mayor", "demands")]),
    # --- a strike
    ("The dockers' union is asking for a wage rise of 12 percent.", [("The dockers' union is asking for a wage rise of 12 percent", "union", "demands")]),
    ("Management has offered 4 percent over two years.", [("Management has offered 4 percent over two years", "Management", "offers")]),
    (
        "The union said it would call off the strike if the company reinstated the dismissed drivers.",
        [("it would call off the strike if the company reinstated the dismissed drivers", "union", "conditions")],
    ),
    ("The company is unwilling to discuss pensions at this stage.", [("The company is unwilling to discuss pensions at this stage", "company", "refuses")]),
    # --- a border truce and a coup
    ("Delhi wants Beijing to pull back its troops from the ridge.", [("Delhi wants Beijing to pull back its troops from the ridge", "India", "demands")]),
    (
        "Beijing has dismissed India's demand for a buffer zone as unacceptable.",
        [("Beijing has dismissed India's demand for a buffer zone as unacceptable", "China", "refuses")],
    ),
    (
        '"We will never recognise that line," a senior Pakistani diplomat said of the proposed border.',
        [("We will never recognise that line", "Pakistan", "refuses")],
    ),
    (
        "The coup leaders agreed to the bloc's timetable for elections.",
        [("The coup leaders agreed to the bloc's timetable for elections", "coup leaders", "accepts")],
    ),
    ("Paris has no intention of negotiating with the putschists.", [("Paris has no intention of negotiating with the putschists", "France", "refuses")]),
    (
        "If the hostages are not freed by Sunday, the army would storm the compound, the general warned the militants.",
        [("If the hostages are not freed by Sunday, the army would storm the compound", "army", "conditions")],
    ),
    (
        "The militia's leaders have shown no interest in the mediators' latest plan.",
        [("The militia's leaders have shown no interest in the mediators' latest plan", "militia", "refuses")],
    ),
    ("The families want the bodies returned before any truce.", [("The families want the bodies returned before any truce", "families", "conditions")]),
    # --- what is no position of a party in a negotiation
    ("The coach wants his players to run more.", []),
    ("The bank refused to comment on its quarterly results.", []),
    ("The two delegations met for three hours in Geneva.", []),
    ("The ministry declined to comment on the talks.", []),
    ("Rebels released 14 prisoners on Monday.", []),
    ("He asked reporters to wait outside the hotel.", []),
    ("Some analysts want to see how the market reacts.", []),
    ("The film offers a tender look at village life.", []),
]

HARD: list[str] = [CASES[2][0]]  # the parser takes "called" for a participle of the girls
"""Sentences that are not read right yet, with the reason beside them."""
