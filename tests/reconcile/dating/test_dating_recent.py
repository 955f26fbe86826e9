"""An undated report is dated by a full date close by, by a day told twice and by the weekday of its news; never by an old date."""

from __future__ import annotations

import pytest

from onrecord.annotate.times.read import times_of
from onrecord.parse import SpacyParser
from onrecord.reconcile.dating import date_reports
from onrecord.types import Block, Reading, Report, ReportDate, Span


def dated(parser: SpacyParser, text: str) -> ReportDate:
    """The date of a report of one paragraph a line, the first its title where it ends without a stop."""
    blocks, at = [], 0
    for n, line in enumerate(text.split("\n")):
        kind = "title" if n == 0 and not line.endswith((".", "”")) else "paragraph"
        blocks.append(Block(Span(at, at + len(line)), kind))  # type: ignore[arg-type]
        at += len(line) + 1
    report = Report("r", "r", text, blocks=tuple(blocks))
    return date_reports([Reading(report, times=times_of(parser.parse(report)))])[0]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Six miners were freed yesterday, March 11, 2018, the envoy said. The others wait.", "2018-03-12"),
        ("Six miners were freed yesterday, Sunday, 11 March 2018, the envoy said.", "2018-03-12"),
        ("Rebels stormed the mine on Sunday 11 March 2018, last night. Guards fled.", "2018-03-12"),
        ("The siege began in November 2017. The last buses will leave tomorrow, Wednesday, March 14.", "2018-03-13"),
        ("Both sides of the 2018 pay round met yesterday, 12 March, in the mediator's office.", "2018-03-13"),
        ("Border traffic: Friday 9 March\nThe bridge was shut at noon. It is the third closure since 2018 began.", "2018-03-09"),
    ],
)
def test_a_day_told_twice_gives_the_day_of_the_report(parser: SpacyParser, text: str, date: str) -> None:
    found = dated(parser, text)
    assert (found.published.edtf() if found.published else None, found.basis) == (date, "inferred"), found.reason


@pytest.mark.parametrize(
    ("text", "days"),
    [
        # The weekday of the news counts on from a full date that has its weekday
        ("Rebels on Monday freed six miners, the envoy said.\nShe said the deal was struck on Sunday, March 11, 2018, in Karsa.", "2018-03-12/2018-03-14"),
        ("The miners left the camp on Monday.\nThe deal was struck last Friday, 9 March 2018, a go-between said.", "2018-03-12/2018-03-14"),
        ("The convoy was stopped on Monday, a day after the army agreed to a pause.\nThe army signed on March 11, 2018, in Karsa.", "2018-03-12/2018-03-14"),
        ("Dock strike enters second day\nTalks failed again. The strike, which began on Tuesday, March 13, 2018, has halted 12 ships.", "2018-03-14"),
        ("The truce began on 3 March 2018. Rebels attacked a post on March 6, the army said. The sides will meet again on March 20.", "2018-03-06/2018-03-19"),
        # A weekday that would come late in the week is rather the one before: a week is all that is known
        ("Rebels on Saturday freed six miners, the envoy said.\nShe said the deal was struck on Sunday, March 11, 2018, in Karsa.", "2018-03-11/2018-03-18"),
    ],
)
def test_a_recent_full_date_gives_a_few_days(parser: SpacyParser, text: str, days: str) -> None:
    found = dated(parser, text)
    assert found.published is not None and found.published.edtf() == days, found.reason
    assert found.basis == "inferred" and "“" in found.reason


@pytest.mark.parametrize(
    "text",
    [
        "The talks resumed on Monday, officials said. The war began on 11 March 2003, when the army crossed the river.",
        "Rebels freed six miners on Monday, officials said. The mine was seized on March 11, 2003, and sold.",
        "Both sides of the 2003 accord met yesterday, 12 March, in the mediator's office.",
        "The convoy was stopped on Friday, a day after the army agreed to a pause.\nThe army signed an older pact on March 11, 2003, in Karsa.",
    ],
)
def test_an_old_date_dates_nothing(parser: SpacyParser, text: str) -> None:
    found = dated(parser, text)
    assert (found.published, found.basis) == (None, "unknown"), found.reason


def test_a_later_day_behind_shows_a_full_date_to_be_old(parser: SpacyParser) -> None:
    text = "Rebels on Monday freed six miners.\nThe deal was struck on Sunday, March 11, 2018. The rebels broke it on May 2, the envoy said."
    found = dated(parser, text)
    assert found.published is None or found.published.days is None or found.published.days > 7


@pytest.mark.parametrize(
    ("text", "days"),
    [
        # A lead whose weekday comes with its full date
        ("The rebels freed six miners, the envoy said Sunday, Nov. 11, 2018.\nThe mine was seized in the spring.", "2018-11-11/2018-11-13"),
        # One day told both ways at the head of the text
        ("The ministry on Sunday broke off talks with the rebels.\nIt said so in a statement dated March 11, 2018.", "2018-03-11/2018-03-13"),
        ("Miners held since Sunday were fed on Tuesday, a nurse said.\nThey were seized on 11 March 2018 at the gate.", "2018-03-13/2018-03-15"),
        # Days told one after another
        (
            "Gunmen took the mine on the morning of Sunday, March 11, 2018, and shut it.\nOn Monday they freed two cooks. On Tuesday they asked for a van.\n"
            "On Thursday the last of them walked out, a guard said.", "2018-03-15/2018-03-19",
        ),
        # The year of a weekday's date by the full date soon before it; between it and a day ahead
        (
            "The last 12 miners are free. They were seized on Saturday, 17 March.\nSix left on Monday.\n"
            "The owner broke an accord that the envoy had signed on 9 March 2018. Talks resume on 2 April.", "2018-03-19/2018-03-21",
        ),
        # Later on a weekday is said on that day; "before dawn" sets no end
        (
            "About 60 miners have been let go, a nurse said.\nTheir bus reached the town shortly before dawn on Monday, 12 March 2018.\n"
            "The council is to vote on the deal later on Monday.", "2018-03-12",
        ),
        # A deadline that has passed
        (
            "A deadline for the exchange passed without a deal, and the rebels told reporters on Tuesday that they would wait.\n"
            "Both sides agreed to free the women by Friday, 9 March 2018, and to sign by 12 March.", "2018-03-13/2018-03-15",
        ),
        # Days counted back to a day without its year
        (
            "Six miners who were seized 26 days ago are free.\nThey were let go on Saturday, a nurse said. They were taken on 12 February.\n"
            "The ministry counted 30 such cases in 2017.", "2018-03-10/2018-03-11",
        ),
    ],
)
def test_a_day_told_near_the_head_or_led_on_from(parser: SpacyParser, text: str, days: str) -> None:
    found = dated(parser, text)
    assert found.published is not None and found.published.edtf() == days, found.reason


@pytest.mark.parametrize(
    "text",
    [
        "The army attacked on Tuesday, officials said.\nThe rebels had agreed to free the women by Friday, 9 March 2018.",
        "Six miners who were seized 26 days ago are free.\nThey were let go on Friday, a nurse said. They were taken on 12 February.",
        "Six miners were seized 26 days ago. The envoy was named on 4 January. Talks began on 12 February, on Monday, after the losses of 2017.",
    ],
)
def test_a_deadline_or_a_count_without_a_year_dates_nothing(parser: SpacyParser, text: str) -> None:
    found = dated(parser, text)
    assert (found.published, found.basis) == (None, "unknown") or (found.published is not None and (found.published.days or 0) > 14), found.reason
