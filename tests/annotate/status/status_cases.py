"""Invented sentences about the state of other talks, with what the guide asks for: (text, [(quote, status)])."""

from __future__ import annotations

Case = tuple[str, list[tuple[str, str]]]

CASES: list[Case] = [
    (
        "Peace talks between the rebels and the government have collapsed, the mediator said.",
        [("Peace talks between the rebels and the government have collapsed", "collapsed")],
    ),
    ("Negotiations over the captured sailors are deadlocked.", [("Negotiations over the captured sailors are deadlocked", "stalled")]),
    (
        "The two sides are close to a deal on an exchange of prisoners, two diplomats said.",
        [("The two sides are close to a deal on an exchange of prisoners", "progress")],
    ),
    ("The union has suspended the wage talks.", [("The union has suspended the wage talks", "suspended")]),
    ("There are no talks under way with the kidnappers, the governor said.", [("There are no talks under way with the kidnappers", "none")]),
    (
        "Talks between the pilots and the airline are back on track, two officials said.",
        [("Talks between the pilots and the airline are back on track", "active")],
    ),
    ("Negotiations resumed in Jeddah on Sunday.", [("Negotiations resumed in Jeddah on Sunday", "active")]),
    (
        "Norway is trying to bring the parties back to the negotiating table.",
        [("Norway is trying to bring the parties back to the negotiating table", "exploring")],
    ),
    (
        "Russia and Ukraine reached an agreement on an exchange of 300 prisoners.",
        [("Russia and Ukraine reached an agreement on an exchange of 300 prisoners", "agreed")],
    ),
    ("The talks made little headway.", [("The talks made little headway", "stalled")]),
    ("The negotiations are at an impasse over the rebels' weapons.", [("The negotiations are at an impasse over the rebels' weapons", "stalled")]),
    ("The rebels walked out of the talks in Doha.", [("The rebels walked out of the talks in Doha", "suspended")]),
    ("Talks were continuing late on Tuesday, a spokesman for the junta said.", [("Talks were continuing late on Tuesday", "active")]),
    ("The envoy said that significant progress had been achieved on the corridor.", [("significant progress had been achieved on the corridor", "progress")]),
    ("The parties have narrowed their differences over the timetable.", [("The parties have narrowed their differences over the timetable", "progress")]),
    ("Indirect contacts to revive the negotiations are being explored.", [("Indirect contacts to revive the negotiations are being explored", "exploring")]),
    ("The mediation effort has run into a dead end.", [("The mediation effort has run into a dead end", "stalled")]),
    ("A deal to end the strike was signed overnight.", [("A deal to end the strike was signed overnight", "agreed")]),
    ("Differences remain over the number of prisoners, negotiators said.", [("Differences remain over the number of prisoners", "active")]),
    ("Kinshasa has pulled out of the Nairobi process.", [("Kinshasa has pulled out of the Nairobi process", "suspended")]),
    ("Hopes of a breakthrough are fading, diplomats close to the talks said.", [("Hopes of a breakthrough are fading", "stalled")]),
    ("Efforts to restart the peace talks have so far failed.", [("Efforts to restart the peace talks have so far failed", "stalled")]),
    ("We are not negotiating with the hijackers, the minister said.", [("We are not negotiating with the hijackers", "none")]),
    ("The breakdown of the talks in Oslo has raised fears of new fighting.", [("The breakdown of the talks in Oslo", "collapsed")]),
    ("The two delegations are holding indirect talks in Muscat.", [("The two delegations are holding indirect talks in Muscat", "active")]),
    ("Negotiators are nearing an agreement on the release of the crew.", [("Negotiators are nearing an agreement on the release of the crew", "progress")]),
    ("The negotiations have been put on hold until after the funeral.", [("The negotiations have been put on hold until after the funeral", "suspended")]),
    ("Talks between the carrier and its pilots broke down on Friday.", [("Talks between the carrier and its pilots broke down on Friday", "collapsed")]),
    (
        "Qatar is exploring whether a new round of negotiations is possible.",
        [("Qatar is exploring whether a new round of negotiations is possible", "exploring")],
    ),
    ("A deal is within reach, the US envoy said.", [("A deal is within reach", "progress")]),
    ("The talks ended without an agreement.", [("The talks ended without an agreement", "stalled")]),
    # --- not the state of the talks
    ("The truce collapsed on Friday.", []),
    ("The roof of the stadium collapsed on Friday.", []),
    ("The ceasefire was holding on Sunday.", []),
    ("The company made progress on its new engine.", []),
    ("She talks to her plants every morning.", []),
    ("Traffic was stuck for hours near the bridge.", []),
    ("He reached an agreement with his neighbour about the fence.", []),
    ("The fighting resumed an hour later.", []),
]

HARD: list[str] = ["Kinshasa has pulled out of the Nairobi process."]  # nothing but the place says that the process is one of talks
"""Sentences that are not read right yet, with the reason beside them."""
