"""Hard sentences about the state of talks, invented, of many conflicts, each read behind CONTEXT: (text, [(quote, status)])."""

from __future__ import annotations

CONTEXT = "Mediators are speaking to both parties about the prisoners and the truce in the negotiations. "
Case = tuple[str, list[tuple[str, str]]]

FOUND: list[Case] = [
    (
        "Back-channel contacts between the army and the militia have begun in Djibouti.",
        [("Back-channel contacts between the army and the militia have begun in Djibouti", "exploring")],
    ),
    ("The mediators said that something had moved in the talks overnight.", [("something had moved in the talks overnight", "progress")]),
    (
        "The junta and the rebels have agreed to return the bodies of fallen soldiers.",
        [("The junta and the rebels have agreed to return the bodies of fallen soldiers", "agreed")],
    ),
    (
        "There has been no contact at all with the kidnappers since May, the family's negotiator said.",
        [("There has been no contact at all with the kidnappers since May", "none")],
    ),
    (
        "The ministry is in a conversation with the captors about the sailors, an official said.",
        [("The ministry is in a conversation with the captors about the sailors", "exploring")],
    ),
    ("The mediator said he was cautiously optimistic about the negotiations.", [("he was cautiously optimistic about the negotiations", "progress")]),
    (
        "There has been movement on the number of prisoners to be exchanged, a diplomat said.",
        [("There has been movement on the number of prisoners to be exchanged", "progress")],
    ),
    ("There is nothing to negotiate, the president said of the hostage-takers.", [("There is nothing to negotiate", "none")]),
    (
        "Discussions on the prisoners will continue at technical level, the two sides said in a joint statement.",
        [("Discussions on the prisoners will continue at technical level", "active")],
    ),
    (
        "Lawyers for the union and the port were still exchanging drafts of the settlement on Monday night.",
        [("Lawyers for the union and the port were still exchanging drafts of the settlement on Monday night", "active")],
    ),
    ("The rival governments are inching toward a prisoner swap.", [("The rival governments are inching toward a prisoner swap", "progress")]),
    (
        "By Monday night the negotiators had settled the ratio of prisoners to hostages.",
        [("By Monday night the negotiators had settled the ratio of prisoners to hostages", "progress")],
    ),
    (
        "An earlier deal for the journalist's release fell apart in November.",
        [("An earlier deal for the journalist's release fell apart in November", "collapsed")],
    ),
    ("The negotiators on the other side then went silent for six weeks.", [("The negotiators on the other side then went silent for six weeks", "stalled")]),
    ("The Emiratis got the negotiations moving again in June.", [("The Emiratis got the negotiations moving again in June", "active")]),
    ("The draft agreement is 90 percent complete, the chief negotiator said.", [("The draft agreement is 90 percent complete", "progress")]),
    ("The negotiating committee has not met since January.", [("The negotiating committee has not met since January", "suspended")]),
    (
        "The two delegations remain far apart on the timetable of the withdrawal.",
        [("The two delegations remain far apart on the timetable of the withdrawal", "active")],
    ),
    ("Wide gaps remain between the parties, mediators said.", [("Wide gaps remain between the parties", "active")]),
    (
        "Negotiators are putting the finishing touches to a deal that would free the crew.",
        [("Negotiators are putting the finishing touches to a deal that would free the crew", "progress")],
    ),
    ("The outlines of an agreement are taking shape in Muscat, two diplomats said.", [("The outlines of an agreement are taking shape in Muscat", "progress")]),
    (
        "The government and the guerrillas have reached an agreement in principle on a ceasefire.",
        [("The government and the guerrillas have reached an agreement in principle on a ceasefire", "agreed")],
    ),
    ("The rebels have not replied to the mediators' proposal.", [("The rebels have not replied to the mediators' proposal", "stalled")]),
    ("The peace process is in limbo after the envoy resigned.", [("The peace process is in limbo", "stalled")]),
    ("The talks are hanging by a thread, the UN envoy said.", [("The talks are hanging by a thread", "stalled")]),
    ("The delegations entered a third day of talks on Thursday.", [("The delegations entered a third day of talks on Thursday", "active")]),
    ("Negotiating teams are working around the clock to save the truce.", [("Negotiating teams are working around the clock to save the truce", "active")]),
    (
        "The sides traded proposals through the Swiss embassy throughout the week, negotiators said.",
        [("The sides traded proposals through the Swiss embassy throughout the week", "active")],
    ),
    ("The deal is off the table, the rebels' spokesman said.", [("The deal is off the table", "collapsed")]),
    (
        "The negotiations have been overtaken by events and are effectively dead, a diplomat said.",
        [("The negotiations have been overtaken by events and are effectively dead", "collapsed")],
    ),
    (
        "The government froze all contacts with the guerrillas after the bombing.",
        [("The government froze all contacts with the guerrillas after the bombing", "suspended")],
    ),
    ("The parties signed a framework agreement in Nairobi on Friday.", [("The parties signed a framework agreement in Nairobi on Friday", "agreed")]),
    ("Neither side is willing to budge in the wage talks.", [("Neither side is willing to budge in the wage talks", "stalled")]),
    ("The hijackers have broken off contact with the negotiators.", [("The hijackers have broken off contact with the negotiators", "suspended")]),
    (
        "The mediator hopes to bring both parties to the table before Ramadan.",
        [("The mediator hopes to bring both parties to the table before Ramadan", "exploring")],
    ),
    (
        "The two governments are considering whether to open negotiations over the border post.",
        [("The two governments are considering whether to open negotiations over the border post", "exploring")],
    ),
    ("The insurers reached a settlement with the pirates last week.", [("The insurers reached a settlement with the pirates last week", "agreed")]),
    ("A breakthrough in the talks came shortly before midnight.", [("A breakthrough in the talks came shortly before midnight", "progress")]),
    ("Talks with the gang go on, police said.", [("Talks with the gang go on", "active")]),
    ("Hopes for a prisoner exchange rose after the meeting in Ankara.", [("Hopes for a prisoner exchange rose after the meeting in Ankara", "progress")]),
    ("The negotiations ran aground on the question of amnesty.", [("The negotiations ran aground on the question of amnesty", "stalled")]),
    ("The rebels returned to the negotiating table on Sunday.", [("The rebels returned to the negotiating table on Sunday", "active")]),
    ("The pact was never signed, and the talks were abandoned.", [("the talks were abandoned", "collapsed")]),
    ("Contacts between the two armies are limited to a hotline, and no negotiations are planned.", [("no negotiations are planned", "none")]),
    ("The latest round of negotiations ended without a breakthrough.", [("The latest round of negotiations ended without a breakthrough", "stalled")]),
    ("The two sides have agreed on all but one of the points, the mediator said.", [("The two sides have agreed on all but one of the points", "progress")]),
    ("The foreign minister said the negotiations had entered a decisive phase.", [("the negotiations had entered a decisive phase", "active")]),
    ("The talks have made no headway on the wounded.", [("The talks have made no headway on the wounded", "stalled")]),
    ("The ceasefire talks are back on, an African Union official said.", [("The ceasefire talks are back on", "active")]),
]

NOTHING: list[str] = [
    "The negotiators' bus was stuck in traffic near the airport for an hour.",
    "Funds stuck in foreign banks are part of the talks.",
    "The airport is not a bargaining chip, the rebel spokesman said.",
    "Talks should resume as soon as possible, the ambassador said.",
    "If the talks collapse, the army will attack, the minister said.",
    "The truce held through the night, negotiators said.",
    "The ceasefire collapsed within hours, and the talks' host appealed for calm.",
    "Progress of the convoy towards the town was slow, negotiators said.",
    "The rebels warned that they would leave the talks.",
]


WRONG: list[tuple[Case, str]] = [
    (
        ("Direct talks that were due to open in March were called off.", [("Direct talks that were due to open in March were called off", "suspended")]),
        "the relative clause hides the verb of the main clause from the parser",
    ),
    (
        (
            "What is left to settle in the talks is the question of who moves first.",
            [("What is left to settle in the talks is the question of who moves first", "progress")],
        ),
        "a free relative as subject is no clause with talks in it",
    ),
    (
        ("No date has been set for the next round of talks.", [("No date has been set for the next round of talks", "stalled")]),
        "whether talks without a date stall is not told by the words",
    ),
    (
        ("The army made significant progress in the eastern suburbs while the delegations slept.", []),
        "an army beside delegations is taken for a party that makes progress in talks",
    ),
]
"""What is still read wrong, with the reason; a test that begins to pass is to be moved up."""
