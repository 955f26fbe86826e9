"""Deals made up by hand: terms in words, what was reported, and the days that must come of it. Names are invented or plain.

Where more or fewer were reported than were due, what a ratio asks for is a range: over what was due, and over what was reported.
"""

from __future__ import annotations

from dataclasses import dataclass, field

Row = tuple[str, str]
"""(day, what the day must say): "8 captives" for something due, "day N of N" for an end."""


@dataclass(frozen=True)
class Case:
    """One deal: (obligor, words) of each term, the first day, what is told, and the days."""

    name: str
    terms: tuple[tuple[str, str], ...]
    first: str
    days: dict[str, tuple[str, ...]]
    """By day: what is due, as "amount unit" or "list HH:MM"; "end" for the last day, "most" for the longest."""
    told: tuple[tuple[str, int, str, float | None, str], ...] = ()
    """(day, place of the term from 0 or -1, account, number, by whom)."""
    says: dict[str, str] = field(default_factory=dict)
    """By day: words that its account must hold."""
    seen: str | None = None


CASES = (
    Case(
        "captives in three groups for prisoners at three for one, with a list on the eve",
        (
            ("Front", "eight captives on the first, fourth and seventh day"), ("Government", "three prisoners for every captive"),
            ("Front", "a list of names by eight o'clock on the evening before each release"), ("both", "a truce of ten days"),
        ),
        "2025-04-07",
        {
            "2025-04-06": ("1 list",), "2025-04-07": ("8 captives", "24 prisoners"), "2025-04-09": ("1 list",), "2025-04-10": ("8 captives", "24 prisoners"),
            "2025-04-12": ("1 list",), "2025-04-13": ("8 captives", "24 prisoners"), "2025-04-16": ("end",),
        },
        (("2025-04-07", 0, "delivered", 8, "Red Cross"), ("2025-04-12", 2, "not delivered", None, "a diplomat"),
         ("2025-04-14", -1, "lapsed", None, "own voice")),
        {
            "2025-04-07": "8 captives: 8 delivered, as due, by the account of Red Cross; 24 prisoners: not reported in what was added",
            "2025-04-12": "list: not delivered, by the account of a diplomat", "2025-04-13": "8 captives: not reported in what was added",
            "2025-04-14": "lapsed by the account of own voice",
        },
    ),
    Case(
        "ten a day for four days, and a day more for ten more",
        (("Militia", "ten hostages a day for four days"), ("State", "three prisoners for every hostage"), ("both", "lasts four days"),
         ("both", "ten more hostages, one more day"), ("Militia", "a list due by seven each morning")),
        "2030-11-24",
        {
            "2030-11-24": ("10 captives", "30 to 39 prisoners", "1 list"), "2030-11-25": ("10 captives", "30 prisoners", "1 list"),
            "2030-11-26": ("10 captives", "30 prisoners", "1 list"), "2030-11-27": ("10 captives", "30 prisoners", "1 list", "end", "more"),
            "2030-11-28": ("10 captives", "30 prisoners", "1 list"), "2030-11-29": ("10 captives", "30 prisoners", "1 list"),
        },
        (("2030-11-27", -1, "extended", 2, "Mediator"), ("2030-11-24", 0, "delivered", 13, "Mediator")),
        {"2030-11-24": "13 delivered, 3 more than due, by the account of Mediator", "2030-11-27": "extended by 2 days by the account of Mediator"},
    ),
    Case(
        "a longest time that nothing reaches",
        (("Militia", "releases all the women"), ("State", "a pause in fighting for up to nine days")),
        "2030-11-24", {"2030-12-02": ("most",)},
    ),
    Case(
        "prisoners of war in equal numbers every third day",
        (("North", "90 prisoners of war every third day"), ("South", "one prisoner for each prisoner"), ("both", "a ceasefire of ten days")),
        "2031-01-10",
        {
            "2031-01-10": ("90 prisoners", "85 to 90 prisoners"),
            "2031-01-13": ("90 prisoners", "90 prisoners"), "2031-01-16": ("90 prisoners", "90 prisoners"),
            "2031-01-19": ("90 prisoners", "90 prisoners", "end"),
        },
        (("2031-01-10", 0, "delivered", 85, "South"),),
        {"2031-01-10": "85 delivered, 5 fewer than due, by the account of South"},
    ),
    Case(
        "a siege emptied by buses, twenty a day",
        (("Army", "20 buses a day for three days"), ("Rebels", "40 rifles for every bus")),
        "2029-05-01",
        {"2029-05-01": ("20 buses", "800 rifles"), "2029-05-02": ("20 buses", "360 to 800 rifles"), "2029-05-03": ("20 buses", "800 rifles")},
        (("2029-05-01", 0, "delivered", 20, "Monitors"), ("2029-05-02", 0, "delivered", 12, "Army"), ("2029-05-02", 0, "delivered", 9, "Rebels")),
        {
            "2029-05-02": "12 delivered, 8 fewer than due, by the account of Army; 9 delivered, 11 fewer than due, by the account of Rebels",
            "2029-05-03": "20 buses: not reported in what was added",
        },
    ),
    Case(
        "people out of a town in convoys, at least so many a day",
        (("Garrison", "at least 200 civilians a day for five days"),),
        "2029-06-10",
        {f"2029-06-{d}": ("at least 200 people",) for d in range(10, 15)},
        (("2029-06-11", 0, "delivered", 260, "UN"),),
        {"2029-06-11": "260 delivered, as due, by the account of UN"},
    ),
    Case(
        "a strike put off for two weeks while talks go on",
        (("Union", "the union suspends its strike for 14 days"), ("Port company", "$2 million in two weekly instalments of $1 million")),
        "2028-09-04",
        {"2028-09-04": ("1000000 dollars",), "2028-09-11": ("1000000 dollars",), "2028-09-17": ("end",)},
        (("2028-09-15", -1, "in breach", None, "Union"), ("2028-09-15", -1, "kept", None, "Port company")),
        {"2028-09-15": "in breach by the account of Union; kept by the account of Port company"},
    ),
    Case(
        "a ransom in three instalments, two weeks apart, against the crew",
        (("Owners", "three instalments of $500,000, two weeks apart"), ("Pirates", "six sailors for every $500,000")),
        "2027-03-01",
        {"2027-03-01": ("500000 dollars",), "2027-03-15": ("500000 dollars",), "2027-03-29": ("500000 dollars",)},
        (("2027-03-01", 0, "delivered", 500000, "Owners"),),
        {"2027-03-01": "500,000 delivered, as due, by the account of Owners"},
    ),
    Case(
        "a ceasefire in phases of six weeks, hostages by the week",
        (("Group", "three hostages a week for six weeks"), ("State", "30 prisoners for each hostage"), ("both", "a six-week ceasefire")),
        "2032-01-19",
        {
            "2032-01-19": ("3 captives", "90 prisoners"), "2032-01-26": ("3 captives", "90 to 120 prisoners"), "2032-02-02": ("3 captives", "90 prisoners"),
            "2032-02-09": ("3 captives", "90 prisoners"), "2032-02-16": ("3 captives", "90 prisoners"), "2032-02-23": ("3 captives", "90 prisoners"),
            "2032-02-29": ("end",),
        },
        seen="2032-02-10", told=(("2032-01-26", 0, "delivered", 4, "State"),),
        says={
            "2032-01-26": "4 delivered, 1 more than due, by the account of State; 90 to 120 prisoners: not reported",
            "2032-02-09": "not reported in what was added", "2032-02-16": "later than any report that was added",
        },
    ),
    Case(
        "all at once by a deadline",
        (("Captors", "releases 40 pupils"), ("State", "the truce lasts seven days")),
        "2026-02-01", {"2026-02-07": ("40 captives", "end")},
        (("2026-02-03", 0, "delivered", 25, "State"),),
        {"2026-02-07": "40 captives: not reported in what was added"},
    ),
    Case(
        "bodies for prisoners, no days set: what is reported makes the ratio due",
        (("East", "returns the bodies of the fallen"), ("West", "one prisoner for every two bodies")),
        "2031-07-01", {"2031-07-05": ("6 prisoners",)},
        (("2031-07-05", 0, "delivered", 12, "West"),),
    ),
    Case(
        "heavy guns drawn back in four stages, a week apart, under monitors",
        (("both", "a ceasefire for 30 days"), ("Brigade", "in four stages of 12 howitzers, one week apart")),
        "2030-03-01",
        {"2030-03-01": ("12 rigs",), "2030-03-08": ("12 rigs",), "2030-03-15": ("12 rigs",), "2030-03-22": ("12 rigs",), "2030-03-30": ("end",)},
        (("2030-03-08", 1, "not delivered", None, "Monitors"), ("2030-03-08", 1, "delivered", 12, "Brigade")),
        {"2030-03-08": "12 delivered, as due, by the account of Brigade; not delivered, by the account of Monitors"},
    ),
    Case(
        "two lengths told: the longer one is the end, both are shown",
        (("both", "a ten-day truce"), ("both", "the truce lasts 12 days"), ("Rebels", "five wounded a day")),
        "2033-08-01",
        {**{f"2033-08-{d:02d}": ("5 people",) for d in range(1, 10)}, "2033-08-10": ("5 people", "end"), "2033-08-11": ("5 people",),
         "2033-08-12": ("5 people", "end")},
    ),
)
"""Thirteen deals of different kinds."""
