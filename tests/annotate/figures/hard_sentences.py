"""Hard sentences about figures, from many kinds of conflict: the rows that people would give, and those that still go wrong with the reason."""

from __future__ import annotations

from tests.annotate.figures.sentences import Row

HARD: list[tuple[str, list[Row]]] = [
    (
        "Of the 116 sailors, 90 were confirmed to be alive, while 12 are feared dead and another 14 are unaccounted for.",
        [
            ("116 sailors", 116, "exact", "sailors", "other", None), ("90 were confirmed", 90, "exact", "hostages", "alive", None),
            ("12 are feared dead", 12, "exact", "hostages", "feared_dead", None), ("another 14 are unaccounted", 14, "exact", "hostages", "missing", None),
        ],
    ),
    (
        "Eight Australians, seven men and one woman, are still missing in the hostage crisis.",
        [
            ("Eight Australians", 8, "exact", "people", "missing", "Australians"), ("seven men", 7, "exact", "people", "missing", "men"),
            ("one woman", 1, "exact", "people", "missing", "woman"),
        ],
    ),
    (
        "A score of miners and half a dozen engineers were kidnapped.",
        [("score of miners", 20, "exact", "hostages", "taken", "miners"), ("half a dozen engineers", 6, "exact", "hostages", "taken", "engineers")],
    ),
    (
        "None of the 40 captives has been released.",
        [("None of the 40 captives", 0, "exact", "hostages", "released", None), ("40 captives", 40, "exact", "hostages", "held", None)],
    ),
    (
        "All nine hostages were freed, including three children and two of their teachers.",
        [
            ("All nine hostages", 9, "exact", "hostages", "freed", None), ("three children", 3, "exact", "hostages", "released", "children"),
            ("two of their teachers", 2, "exact", "hostages", "released", "teachers"),
        ],
    ),
    (
        "Between 40 and 60 fighters were killed and up to a dozen wounded in the battle.",
        [
            ("Between 40 and 60 fighters", None, "between", "people", "killed", "fighters"),
            ("up to a dozen wounded", 12, "at_most", "people", "injured", None),
        ],
    ),
    ("Colonel Sane, 47, spoke on Channel 7 about Article 12; two officials confirmed it. Call 0800 555 111.", []),
    ("From 1 to 3 September the panels met.", []),
    (
        "Gunmen hold 14 dockers; eight walked free on Monday. That leaves six.",
        [
            ("14 dockers", 14, "exact", "hostages", "held", "dockers"), ("eight walked free", 8, "exact", "hostages", "released", None),
            ("leaves six", 6, "exact", "hostages", "held", None),
        ],
    ),
    (
        "Police arrested 12 men and the gang seized five nurses.",
        [("12 men", 12, "exact", "prisoners", "taken", "men"), ("five nurses", 5, "exact", "hostages", "taken", "nurses")],
    ),
    ("We waited two hours and forty minutes.", [("two hours and forty minutes", 160, "exact", "minutes", "duration", None)]),
    ("The unions agreed to a 30-day cooling-off period.", [("30-day cooling-off period", 30, "exact", "days", "duration", None)]),
    ("They will speak again within a week.", [("within a week", 1, "at_most", "weeks", "duration", None)]),
    (
        "The government paid N170 million for the release of 12 pupils.",
        [("N170 million", 170000000.0, "exact", "naira", "other", None), ("12 pupils", 12, "exact", "hostages", "released", "pupils")],
    ),
    ("Talks over 30 farmers seized in January stalled.", [("30 farmers", 30, "exact", "hostages", "taken", "farmers")]),
    (
        "Rebels who took 40 people hostage have freed more than 30.",
        [("40 people", 40, "exact", "hostages", "taken", None), ("freed more than 30", 30, "more_than", "hostages", "released", None)],
    ),
    ("The army complains that 22 captured guards have not been returned.", [("22 captured guards", 22, "exact", "prisoners", "held", "guards")]),
    (
        "They freed 112 captives, 105 of them under a truce in November.",
        [("112 captives", 112, "exact", "hostages", "released", None), ("105 of them", 105, "exact", "hostages", "released", None)],
    ),
    (
        "The two armies exchanged 206 prisoners, 103 from each side.",
        [("206 prisoners", 206, "exact", "prisoners", "released", None), ("103 from each side", 103, "exact", "prisoners", "released", None)],
    ),
    ("Four drivers were detained by the police last week.", [("Four drivers", 4, "exact", "prisoners", "taken", "drivers")]),
    (
        "Monitors said both sides broke the truce nine times in 48 hours.",
        [("nine times", 9, "exact", "times", "other", None), ("48 hours", 48, "exact", "hours", "duration", None)],
    ),
    (
        "The captors of the schoolchildren want seven of their fighters freed.",
        [("seven of their fighters", 7, "exact", "prisoners", "prisoners_to_release", "fighters")],
    ),
    ("Militants kidnapped nine climbers.", [("nine climbers", 9, "exact", "hostages", "taken", "climbers")]),
    ("The militia captured 30 containers.", [("30 containers", 30, "exact", "containers", "other", None)]),
    (
        "About 90 of the evacuees are wounded, including two dozen children.",
        [("About 90 of the evacuees", 90, "about", "people", "injured", "evacuees"), ("two dozen children", 24, "exact", "people", "injured", "children")],
    ),
]

WRONG: list[tuple[str, str, list[Row]]] = [
    (
        "a share told as 'seven in ten' is read as a count of ten",
        "Seven in ten hostages are women.",
        [("Seven in ten hostages", 70, "exact", "percent", "other", "hostages")],
    ),
    (
        "a name on a list is no noun of persons, so nobody is counted",
        "There are 412 names of captured soldiers on it.",
        [("412 names of captured soldiers", 412, "exact", "prisoners", "taken", "captured soldiers")],
    ),
    (
        "a noun without a number is no antecedent",
        "The tankers that got through, 82 of them, had no escort.",
        [("82 of them", 82, "exact", "tankers", "other", None)],
    ),
    (
        "persons told by name only are not counted",
        "Adan, his wife and their son are held hostage.",
        [("Adan, his wife and their son", 3, "exact", "hostages", "held", None)],
    ),
    (
        "'a single' is no number",
        "They would hand over five convicts for a single pilot.",
        [("five convicts", 5, "exact", "prisoners", "to_release", None), ("a single pilot", 1, "exact", "hostages", "to_release", "pilot")],
    ),
]
"""(why it goes wrong, sentence, what people would give)."""

DATED: list[tuple[str, list[tuple[str, str | None]]]] = [
    ("Kidnappers have seized more than 800 pupils since March.", [("more than 800 pupils", "2024-03/2024-05-20")]),
    ("Nineteen hostages were released in March and April.", [("Nineteen hostages", "2024-03/2024-04")]),
    ("Nineteen hostages were released in April and two were rescued by the army.", [("Nineteen hostages", "2024-04"), ("two were rescued", "2024-05-20")]),
    ("The line has hardened since 2021, when the rebels freed 12 soldiers.", [("12 soldiers", "2021")]),
    ("The militia still occupies nine hospitals.", [("nine hospitals", "2024-05-20")]),
    ("Forty hostages are still held.", [("Forty hostages", "2024-05-20")]),
    ("Gunmen demanded $3 million on Sunday.", [("$3 million", None)]),
    ("The militia, which has 9,000 fighters, took the port in 2019.", [("9,000 fighters", "2024-05-20")]),
    ("The ministry had offered in March to free nine prisoners.", [("nine prisoners", None)]),
    (
        "The governor said on Sunday that the army had killed 46 people in 2023, including 12 children.",
        [("46 people", "2023"), ("12 children", "2023")],
    ),
    ("In April the company paid $3 million.", [("$3 million", "2024-04")]),
    ("Each side must hand over 200 prisoners by 30 May.", [("200 prisoners", None)]),
    ("Envoys sat with the hostages' families for five hours on Saturday.", [("five hours", "2024-05-18")]),
    ("The truce would last five days from Saturday.", [("five days", None)]),
    ("The panel condemned the ambush on 2 May in which two soldiers were killed.", [("two soldiers", "2024-05-02")]),
    ("Monitors counted 47 violations on Sunday, down from 112 on Saturday.", [("47 violations", "2024-05-19"), ("112 on Saturday", "2024-05-18")]),
]
"""As if published on Monday 20 May 2024: (sentence, ((words, when it holds), …))."""
