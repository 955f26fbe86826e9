"""Sentences with the times that must be read in them, as if published on Wednesday 15 May 2019."""

from __future__ import annotations

PUBLISHED = "2019-05-15"

Expected = tuple[str, str, str, str | None]
"""(words, TIMEX3 type, TIMEX3 value, GUIDE.md's value)."""

CASES: tuple[tuple[str, tuple[Expected, ...]], ...] = (
    # weekdays: the tense of the verb that governs them tells past from ahead
    ("The rebels freed twelve soldiers on Tuesday.", (("Tuesday", "DATE", "2019-05-14", "2019-05-14"),)),
    ("The envoy will meet the rebels on Tuesday.", (("Tuesday", "DATE", "2019-05-21", "2019-05-21"),)),
    ("The envoy is scheduled to return Friday.", (("Friday", "DATE", "2019-05-17", "2019-05-17"),)),
    ("Both sides signed the text on Wednesday.", (("Wednesday", "DATE", "2019-05-15", "2019-05-15"),)),
    ("The delegates will vote on Wednesday.", (("Wednesday", "DATE", "2019-05-15", "2019-05-15"),)),
    ("The army left the town last Wednesday.", (("last Wednesday", "DATE", "2019-05-08", "2019-05-08"),)),
    ("Two Sundays ago the bridge reopened.", (("Two Sundays ago", "DATE", "2019-05-05", "2019-05-05"),)),
    ("The convoy left late Monday.", (("late Monday", "DATE", "2019-05-13", "2019-05-13"),)),
    ("They were seized on Sunday night.", (("Sunday night", "TIME", "2019-05-12TNI", "2019-05-12"),)),
    # dates with and without their year
    ("The truce of 12 April 2017 is over.", (("12 April 2017", "DATE", "2017-04-12", "2017-04-12"),)),
    ("The miners have been held since Feb. 2.", (("Feb. 2", "DATE", "2019-02-02", "2019-02-02"),)),
    ("The miners were taken on Nov. 20.", (("Nov. 20", "DATE", "2018-11-20", "2018-11-20"),)),
    ("The swap will take place on June 2.", (("June 2", "DATE", "2019-06-02", "2019-06-02"),)),
    ("The talks ran from 3-5 March 2018.", (("3", "DATE", "2018-03-03", "2018-03-03"), ("5 March 2018", "DATE", "2018-03-05", "2018-03-05"))),
    ("They met on the 14th and again on 2019-05-10.", (("the 14th", "DATE", "2019-05-14", "2019-05-14"), ("2019-05-10", "DATE", "2019-05-10", "2019-05-10"))),
    ("It was agreed in late April.", (("late April", "DATE", "2019-04", "2019-04"),)),
    # hours of armies, of the night, lengths in two units, ages of happenings, short quarters
    ("The exchange took place at 141200Z MAY 18 on the northern road.", (("141200Z MAY 18", "TIME", "2018-05-14T12:00", "2018-05-14T12:00"),)),
    ("The exchange took place at 141200Z.", (("141200Z", "TIME", "2019-05-14T12:00", "2019-05-14T12:00"),)),
    ("The convoy left at 0600 local on Tuesday.", (("0600 local on Tuesday", "TIME", "2019-05-14T06:00", "2019-05-14T06:00"),)),
    ("They freed him in the early hours of Sunday.", (("the early hours of Sunday", "DATE", "2019-05-12", "2019-05-12"),)),
    ("The call lasted two hours and forty minutes.", (("two hours and forty minutes", "DURATION", "PT2H40M", "PT2H40M"),)),
    ("A five-day-old truce is fraying.", (("five-day-old", "DURATION", "P5D", "P5D"),)),
    ("A five-day-old baby was freed.", ()),
    ("A five-year-old boy was freed.", ()),
    ("They had met in Q1 2018.", (("Q1 2018", "DATE", "2018-Q1", "2018-01/2018-03"),)),
    # calendar units are intervals, rolling spans durations
    ("They met over the weekend.", (("the weekend", "DATE", "2019-W19-WE", "2019-05-11/2019-05-12"),)),
    ("Last week the lines were closed.", (("Last week", "DATE", "2019-W19", "2019-05-06/2019-05-12"),)),
    ("They were seized late last week.", (("late last week", "DATE", "2019-W19", "2019-05-09/2019-05-10"),)),
    ("The strike began earlier this month.", (("earlier this month", "DATE", "2019-05", "2019-05"),)),
    ("Over the last week nobody was freed.", (("the last week", "DURATION", "P1W", "P1W"),)),
    ("Nothing moved in the past 48 hours.", (("the past 48 hours", "DURATION", "PT48H", "PT48H"),)),
    ("They must answer within two weeks.", (("two weeks", "DURATION", "P2W", "P2W"),)),
    ("A seven-day truce followed.", (("seven-day", "DURATION", "P7D", "P7D"),)),
    ("The guns were silent for an hour and a half.", (("an hour and a half", "DURATION", "PT1H30M", "PT1H30M"),)),
    ("In recent days they have met twice.", (("recent days", "DATE", "PAST_REF", "PAST_REF"),)),
    ("Talks in the last few weeks went nowhere.", (("the last few weeks", "DURATION", "PXW", "PAST_REF"),)),
    # steps from the report's date or from the time before
    ("Three days ago the road reopened.", (("Three days ago", "DATE", "2019-05-12", "2019-05-12"),)),
    (
        "The lists were exchanged on 3 May; the next day they were withdrawn.",
        (("3 May", "DATE", "2019-05-03", "2019-05-03"), ("the next day", "DATE", "2019-05-04", "2019-05-04")),
    ),
    (
        "He called on 3 May. Two days later he flew in.",
        (("3 May", "DATE", "2019-05-03", "2019-05-03"), ("Two days later", "DATE", "2019-05-05", "2019-05-05")),
    ),
    ("Shelling went on overnight.", (("overnight", "TIME", "2019-05-14TNI", "2019-05-14/2019-05-15"),)),
    (
        "They were freed in an overnight raid Monday.",
        (("overnight", "TIME", "2019-05-12TNI", "2019-05-12/2019-05-13"), ("Monday", "DATE", "2019-05-13", "2019-05-13")),
    ),
    # words of a quotation count from the day on which they were said
    (
        "“Today we made no progress,” a mediator said on Sunday.",
        (("Today", "DATE", "2019-05-12", "2019-05-12"), ("Sunday", "DATE", "2019-05-12", "2019-05-12")),
    ),
    # clock times
    ("The deadline is 6 p.m. on Friday.", (("6 p.m. on Friday", "TIME", "2019-05-17T18:00", "2019-05-17T18:00"),)),
    # seasons, quarters, decades, feasts
    ("They have been held since last autumn.", (("last autumn", "DATE", "2018-FA", "2018-09-01/2018-11-30"),)),
    ("It fell in the third quarter of 2018.", (("the third quarter of 2018", "DATE", "2018-Q3", "2018-07/2018-09"),)),
    ("The feud dates from the 1990s.", (("the 1990s", "DATE", "199", "1990/1999"),)),
    ("They were freed on Christmas Eve 2017.", (("Christmas Eve 2017", "DATE", "2017-12-24", "2017-12-24"),)),
    # what recurs
    ("They meet every Thursday.", (("every Thursday", "SET", "XXXX-WXX-4", "XXXX-WXX-4"),)),
    # clock times with a dot, twilight before a full date, halves
    ("The buses reached the town shortly before dawn on Monday, 6 May 2019.", (("dawn on Monday, 6 May 2019", "TIME", "2019-05-06TMO", "2019-05-06"),)),
    ("Guards shut the gate at 11.20 on Tuesday night.", (("11.20 on Tuesday night", "TIME", "2019-05-14T23:20", "2019-05-14T23:20"),)),
    (
        "The ferry was boarded on Tuesday. At 16.40 the captain sent a signal.",
        (("Tuesday", "DATE", "2019-05-14", "2019-05-14"), ("16.40", "TIME", "2019-05-14T16:40", "2019-05-14T16:40")),
    ),
    ("They parted after three and a half hours.", (("three and a half hours", "DURATION", "PT3H30M", "PT3H30M"),)),
    # what is arranged for, promised or asked by a day lies ahead; what has gone on since one began before
    ("The mayor has convened a new round for Friday.", (("Friday", "DATE", "2019-05-17", "2019-05-17"),)),
    ("The family had been promised word of him by Saturday.", (("Saturday", "DATE", "2019-05-18", "2019-05-18"),)),
    ("The union was told to call it off by Friday.", (("Friday", "DATE", "2019-05-17", "2019-05-17"),)),
    ("They agreed on the date of their next session, 4 June.", (("4 June", "DATE", "2019-06-04", "2019-06-04"),)),
    ("Rights groups count 300 abductions since October.", (("October", "DATE", "2018-10", "2018-10"),)),
    ("The army will leave the pass, as it undertook to do on 3 May.", (("3 May", "DATE", "2019-05-03", "2019-05-03"),)),
    ("The convoy had reached the town by Saturday.", (("Saturday", "DATE", "2019-05-11", "2019-05-11"),)),
    # what befalls lies behind, whatever governs it; what is set for a day does not
    ("The army agreed to let judges visit the site of Sunday's attack.", (("Sunday", "DATE", "2019-05-12", "2019-05-12"),)),
    ("A court will look into Friday's collapse of the talks.", (("Friday", "DATE", "2019-05-10", "2019-05-10"),)),
    ("The envoy will prepare Friday's meeting.", (("Friday", "DATE", "2019-05-17", "2019-05-17"),)),
    ("The mediator had invited both sides to a meeting on Friday.", (("Friday", "DATE", "2019-05-17", "2019-05-17"),)),
    # vague
    ("The matter is now closed and will be forgotten soon.", (("now", "DATE", "PRESENT_REF", "PRESENT_REF"), ("soon", "DATE", "FUTURE_REF", "FUTURE_REF"))),
)

NO_TIMES: tuple[str, ...] = (
    "The mayor, 52 years old, may march again.",
    "The Sunday Times reported that Theresa May had resigned.",
    "Monday Night Football drew 1950 people.",
    "Section 14 of Resolution 1701 binds both, on the second floor of room 2014.",
    "After the fall of the city the army soon withdrew.",
    "Inflation stood at 11.20 percent and the rupee at 16.40, traders said.",
)
"""Sentences in which no time may be read."""
