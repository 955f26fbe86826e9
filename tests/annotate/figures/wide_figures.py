"""What is said of the counted, in many ways: (text, [(words of the figure, value, measure)]), written before the rules were looked at."""

from __future__ import annotations

Measured = tuple[str, int, str]

WIDE: list[tuple[str, list[Measured]]] = [
    ("Under the truce both armies are to pull heavy guns 20 kilometres back.", [("20 kilometres", 20, "other")]),
    ("The navy freed five of 14 Arvenian sailors.", [("five", 5, "released"), ("14 Arvenian sailors", 14, "held")]),
    ("The mayor said 212 Belmorans had been freed.", [("212 Belmorans", 212, "released")]),
    ("The owner spoke of 40 hostages, and the police gave a figure of 62.", [("figure of 62", 62, "held")]),
    ("The release of 200 jihadists won the freedom of four hostages.", [("four hostages", 4, "released")]),
    # held
    ("The gang's captors of 14 miners let them write home.", [("14 miners", 14, "held")]),
    ("An elder went to win the freedom of nine kidnapped drivers.", [("nine kidnapped drivers", 9, "held")]),
    ("Some 30 foreigners are thought to be in the hands of the jihadists, who live on ransoms.", [("Some 30 foreigners", 30, "held")]),
    ("About a dozen passengers were still on board the hijacked coach.", [("About a dozen passengers", 12, "held")]),
    ("The pirates seized the ship in May. The 17 sailors are fed once a day.", [("17 sailors", 17, "held")]),
    ("More than 150 women are still behind bars in Minsk as political prisoners.", [("150 women", 150, "held")]),
    ("Eight of the hostages remain with the kidnappers.", [("Eight of the hostages", 8, "held")]),
    ("The rebels say they have 40 government soldiers.", [("40 government soldiers", 40, "held")]),
    ("Boko Haram kept 82 of the schoolgirls as hostages.", [("82", 82, "held")]),
    ("The militia is thought to be holding on to six foreign hostages.", [("six foreign hostages", 6, "held")]),
    ("Gunmen took 276 students. About 57 escaped in the first hours, leaving 219 in captivity.", [("219", 219, "held")]),
    ("Gunmen took 276 pupils. It leaves 113 of the pupils in captivity, the ministry said. Campaigners put the figure at 114.",
     [("113 of the pupils", 113, "held"), ("114", 114, "held")]),
    ("Rebels seized 40 nurses in May. That leaves nine of the nurses in the rebels' hands; a union put the number at 11.",
     [("nine", 9, "held"), ("11", 11, "held")]),
    # taken
    ("The kidnappers made off with 23 pupils and are asking for ransom.", [("23 pupils", 23, "taken")]),
    ("Forty farmers were marched into the bush by the rebels, who want a ransom for them.", [("Forty farmers", 40, "taken")]),
    ("The insurgents took 61 soldiers captive in the ambush.", [("61 soldiers", 61, "taken")]),
    ("Pirates boarded the tanker and seized its crew of 21.", [("21", 21, "taken")]),
    # released
    ("The release of 21 students kidnapped in May has raised hopes for the rest.", [("21 students", 21, "released")]),
    ("Rebels freed a hostage on Monday, bringing to 22 the number freed this month.", [("22", 22, "released")]),
    ("The kidnappers let five of the hostages go on Friday.", [("five of the hostages", 5, "released")]),
    ("Five of the ship's 22 crew, among them the master, were freed by the pirates in December.", [("Five of the ship's 22 crew", 5, "released")]),
    ("Twelve hostages walked out of the bank at noon after the gunmen gave way.", [("Twelve hostages", 12, "released")]),
    ("The rebels allowed 19 passengers to leave the hijacked bus.", [("19 passengers", 19, "released")]),
    ("The prisoners of war, 175 from each side, were swapped at the border.", [("175", 175, "released")]),
    ("Ukraine got back 89 soldiers in the exchange of prisoners.", [("89 soldiers", 89, "released")]),
    ("Six captured soldiers were back with their families on Monday under the exchange.", [("Six captured soldiers", 6, "released")]),
    ("The kidnappers set 11 hostages free in exchange for food.", [("11 hostages", 11, "released")]),
    # bodies
    ("The rebels handed over the bodies of 86 soldiers under the truce.", [("86 soldiers", 86, "released")]),
    ("Kyiv received the remains of 61 of its soldiers in a prisoner exchange.", [("61 of its soldiers", 61, "released")]),
    ("The army still keeps the bodies of 12 rebels, their families say of the exchange.", [("12 rebels", 12, "held")]),
    ("The truce let both armies recover 25 bodies from the valley.", [("25 bodies", 25, "released")]),
    # to be released
    ("Moscow is demanding 40 of its officers in return for nine civilians held since the war began.",
     [("40 of its officers", 40, "prisoners_to_release"), ("nine civilians", 9, "to_release")]),
    ("Under the deal the army would pull back and free 19 detainees, four of them women.",
     [("19 detainees", 19, "prisoners_to_release"), ("four of them", 4, "prisoners_to_release")]),
    ("The captors want three jailed comrades in exchange for the hostages.", [("three jailed comrades", 3, "prisoners_to_release")]),
    ("The front must first hand over 25 captured officers, the government said of the truce.",
     [("25 captured officers", 25, "prisoners_to_release")]),
    ("A list of 68 prisoners to be freed was agreed in Minsk.", [("68 prisoners", 68, "prisoners_to_release")]),
    ("Hostages: the bandits will let six pupils go if the ransom is paid.", [("six pupils", 6, "to_release")]),
    # missing, killed, injured, alive
    ("At least 300 soldiers have not been seen since the war and the truce that ended it.", [("300 soldiers", 300, "missing")]),
    ("Four soldiers embraced martyrdom in the attack on the post, where rebels took 12 hostages.", [("Four soldiers", 4, "killed")]),
    ("Two guards lost their lives when gunmen seized the hostages.", [("Two guards", 2, "killed")]),
    ("The ambush left seven soldiers dead and nine wounded as the truce broke.", [("seven soldiers", 7, "killed"), ("nine wounded", 9, "injured")]),
    ("The attack on the convoy claimed 14 lives despite the truce.", [("14 lives", 14, "killed")]),
    ("Three of the hostages have been shown alive on video.", [("Three of the hostages", 3, "alive")]),
    ("The shelling cost the lives of eight villagers, mediators said of the truce.", [("eight villagers", 8, "killed")]),
    ("The death toll in the siege stood at 27, the rebels said.", [("27", 27, "killed")]),
    # other
    ("Seventeen delegates of the rebels flew to the talks.", [("Seventeen delegates", 17, "other")]),
    ("Some 90,000 people are trapped in the besieged town.", [("90,000 people", 90000, "other")]),
    ("The army has massed 2,000 soldiers near the rebels' valley.", [("2,000 soldiers", 2000, "other")]),
    # going on with a set, a sum or a length told before
    ("The army let 14 nurses go on Monday, six more on Tuesday and two on Wednesday; the hostages were tired.",
     [("14 nurses", 14, "released"), ("six more", 6, "released"), ("two on Wednesday", 2, "released")]),
    ("They freed 13 hostages on Friday, ten more on Monday, a dozen on Tuesday.", [("ten more", 10, "released"), ("a dozen", 12, "released")]),
    ("The guerrillas freed a dozen policemen in March and nine in April.", [("nine in April", 9, "released")]),
    ("Rebels killed 12 soldiers on Sunday and nine on Monday.", [("nine on Monday", 9, "killed")]),
    ("Colombo holds 64 fishermen hostage. It offers 22.", [("offers 22", 22, "to_release")]),
    ("Thirty hostages were to board the bus; six refused.", [("six refused", 6, "other")]),
    ("The pirates wanted 12 million dollars in May and 9 million in June.", [("9 million", 9_000_000, "other")]),
    ("The union gave them 48 hours for the truce. They took 72.", [("72", 72, "duration")]),
    # sums
    ("The kidnappers asked for $15m and settled for $2.4m.", [("$15m", 15_000_000, "other"), ("$2.4m", 2_400_000, "other")]),
    ("The pirates wanted Rs. 4 crore, about 3 lakh rupees for each.", [("Rs. 4 crore", 40_000_000, "other"), ("3 lakh rupees", 300_000, "other")]),
    ("The ransom was a quarter of a million dollars.", [("a quarter of a million dollars", 250_000, "other")]),
    # released, by the words beside a plain verb
    ("Seven crew members were put ashore by the pirates, who keep the master hostage.", [("Seven crew members", 7, "released")]),
    ("Velmar gave up 25 captives; Adran took back 30 prisoners in the swap.", [("25 captives", 25, "released"), ("30 prisoners", 30, "released")]),
    ("A bus carrying 23 freed prisoners crossed the line at noon.", [("23 freed prisoners", 23, "released")]),
    ("A flight took 60 freed prisoners to Sanaa.", [("60 freed prisoners", 60, "released")]),
    ("Four of the hostages were ransomed, two died.", [("Four of the hostages", 4, "released")]),
    ("The rebels named 42 jailed comrades whose release they want.", [("42 jailed comrades", 42, "prisoners_to_release")]),
    ("The government wants 19 names struck from the list of prisoners.", [("19 names", 19, "other")]),
    ("About a dozen hostages are still aboard the tanker.", [("About a dozen hostages", 12, "held")]),
]
NUMBERLESS = (
    "The camp where the talks are held lies 60 kilometres north of the city.",
    "Two aid workers said that the hostages were tired.",
    "One of the mediators said that the truce would hold.",
    "The rebels' 32-year-old commander spoke of the truce.",
    "Article 7 of the truce was signed on page 12.",
)
