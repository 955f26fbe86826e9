"""Hard times, as if published on Wednesday 15 May 2019: what each row asks for in a word, the sentence, the values that people would give."""

from __future__ import annotations

Row = tuple[str, str, tuple[tuple[str, str | None], ...]]
"""(rule, sentence, ((words, GUIDE.md's value), …))."""

HARD: tuple[Row, ...] = (
    ("a stamp of date and clock is one time", "Ships leave • 13 May 2019 • 11:20am", (("13 May 2019 • 11:20am", "2019-05-13T11:20"),)),
    ("a stamp with its zone", "Updated Tue May 14, 2019, 7:48 p.m. ET", (("Tue May 14, 2019, 7:48 p.m. ET", "2019-05-14T19:48"),)),
    ("a stamp with a dot", "Sat 4 May 2019 06.00 BST", (("Sat 4 May 2019 06.00 BST", "2019-05-04T06:00"),)),
    ("a bar parts the date from the clock", "May 14, 2019 | 06:12 PM", (("May 14, 2019", "2019-05-14"), ("06:12 PM", "2019-05-14T18:12"))),
    ("a number behind a date is no clock", "On 5 May 2019, 12 miners were freed.", (("5 May 2019", "2019-05-05"),)),
    ("what had been due lies behind", "They had been due to leave on Monday.", (("Monday", "2019-05-13"),)),
    ("what they had agreed to do may lie ahead", "They had agreed to leave on Monday.", (("Monday", "2019-05-20"),)),
    ("what is due lies ahead", "They are due to leave on Monday.", (("Monday", "2019-05-20"),)),
    ("an end told in the past lies ahead", "The truce was extended until 20 May.", (("20 May", "2019-05-20"),)),
    ("an end told long after lies behind", "The ceasefire was extended until 20 April.", (("20 April", "2019-04-20"),)),
    ("what is put off is ahead", "The hearing was postponed to Friday.", (("Friday", "2019-05-17"),)),
    ("a deadline under a condition is ahead", "They said they would walk out unless a deal was reached by Friday.", (("Friday", "2019-05-17"),)),
    ("an end that is granted", "The gunmen gave the bank until Friday to pay.", (("Friday", "2019-05-17"),)),
    ("an end of something past", "The shelling lasted until Friday.", (("Friday", "2019-05-10"),)),
    ("a deadline that is set", "The mutineers set a deadline of Saturday.", (("Saturday", "2019-05-18"),)),
    ("a deadline that is missed", "The junta missed a deadline of Saturday.", (("Saturday", "2019-05-11"),)),
    ("what may come from a day on", "They raised the prospect of a strike from Tuesday, 21 May.", (("Tuesday, 21 May", "2019-05-21"),)),
    ("what was allowed was done", "The nurse had been allowed to see the hostages on Monday night.", (("Monday night", "2019-05-13"),)),
    ("what was agreed is to be done", "The miners agreed to meet the board on Friday.", (("Friday", "2019-05-17"),)),
    ("a clock with a weekday and its date", "The bus was stopped at 06:30 on Monday, 13 May 2019.", (("06:30 on Monday, 13 May 2019", "2019-05-13T06:30"),)),
    ("a condition of not doing", "He threatened to shoot one if the money was not paid by June 1.", (("June 1", "2019-06-01"),)),
    ("planned for", "The strike planned for 24 May shall not take place.", (("24 May", "2019-05-24"),)),
    ("an aside under a modal is past", "Under the deal, reached in Accra on Sunday, the rebels must leave.", (("Sunday", "2019-05-12"),)),
    ("the publication's own weekday ahead", "The delegates are due to vote on Wednesday.", (("Wednesday", "2019-05-15"),)),
    ("a clock and its day", "Shells hit the port at about 04:00 on Tuesday.", (("04:00 on Tuesday", "2019-05-14T04:00"),)),
    ("dawn of a day", "Drones struck at dawn on Monday.", (("dawn on Monday", "2019-05-13"),)),
    ("o'clock this morning", "The gates were shut at six o'clock this morning.", (("six o'clock this morning", "2019-05-15T06:00"),)),
    ("lengths without a number", "A week-long siege ended; a month-old truce held.", (("week-long", "P1W"), ("month-old", "P1M"))),
    ("a limit of one unit", "Paris must answer within a week or lose its seat.", (("within a week", "P1W"),)),
    ("a limit without a number", "The envoys hope to meet in Accra within days.", (("within days", "FUTURE_REF"),)),
    ("many months", "Months-long talks failed.", (("Months-long", "PXM"),)),
    ("a feast", "The captives will be home by Christmas.", (("Christmas", "2019-12-25"),)),
    ("a moving feast", "They have been held since Easter.", (("Easter", "2019-04-21"),)),
    ("two months of one year", "Nineteen were freed in March and April 2018.", (("March", "2018-03"), ("April 2018", "2018-04"))),
    (
        "a tale told onward",
        "They were seized on 3 May. Four days later the first was freed, and the next morning two more.",
        (("3 May", "2019-05-03"), ("Four days later", "2019-05-07"), ("the next morning", "2019-05-08")),
    ),
    ("the middle of a unit", "A second round is expected in mid-June.", (("mid-June", "2019-06"),)),
    ("a range of days", "They met in Oslo from 6 to 8 May.", (("6", "2019-05-06"), ("8 May", "2019-05-08"))),
    ("not a year, not an age", "Some 2,000 people, one aged 14, left room 1950.", ()),
    ("what was due and did not come", "Talks that were due to open in March were called off.", (("March", "2019-03"),)),
    ("a day of a past month", "The convoy left on the 30th.", (("the 30th", "2019-04-30"),)),
)

WRONG: tuple[tuple[str, Row], ...] = (
    (
        "the year of the last full date wins over the year that the tale is about",
        (
            "that year",
            "In December 2017 they promised to end the review of the 2009 pact by June of that year's successor.",
            (("December 2017", "2017-12"), ("2009", "2009"), ("June of that year's successor", "2018-06")),
        ),
    ),
    (
        "a day promised in the past and gone by cannot be told from one ahead",
        ("promised by a day", "He has moved 31 of the 40 guns he had vowed to move by Monday.", (("Monday", "2019-05-13"),)),
    ),
)
"""(why it goes wrong, row)."""

ENTRIES = """Talks in Bern: the day as it happened
Wednesday 15 May 2019

18:40 The envoy says the deadline has been moved to 6 a.m. on Thursday.

• 7.50am A bus was stopped on Tuesday.
"""
HEADED = [("18:40", "2019-05-15T18:40"), ("6 a.m. on Thursday", "2019-05-16T06:00"), ("7.50am", "2019-05-15T07:50"), ("Tuesday", "2019-05-14")]
