"""Undated reports are dated by what they say and by the reports beside them, with reasons, or not at all."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

from onrecord.annotate.times.read import times_of
from onrecord.parse import SpacyParser
from onrecord.reconcile.dating import date_reports
from onrecord.reconcile.dating.bound import Bound, settle
from onrecord.reconcile.dating.printed import edtf_days
from onrecord.types import Block, Interval, Reading, Report, ReportDate, Span

Make = Callable[..., Reading]
DAM = "Rebels of the Oru Front and the government of Vesland"


def make(parser: SpacyParser, name: str, text: str, *, published: str | None = None, caption: str = "") -> Reading:
    """A reading with its times only; *caption* is a second block."""
    whole = f"{text}\n{caption}" if caption else text
    blocks = [Block(Span(0, len(text)), "paragraph")]
    if caption:
        blocks.append(Block(Span(len(text) + 1, len(whole)), "caption"))
    report = Report(name, name, whole, blocks=tuple(blocks), published=published, published_basis="printed" if published else None)
    return Reading(report, times=times_of(parser.parse(report)))


def days(date: ReportDate) -> str | None:
    """The answer as EDTF."""
    return date.published.edtf() if date.published else None


BACKGROUND = f"{DAM} have fought for years. The Oru Front holds the north of Vesland. Vesland says that the Oru Front is weak."


LENGTH = (
    f"{BACKGROUND} Shelling resumed after a six-day truce. "
    "The Oru Front blamed Vesland for the breakdown of talks in Karsa earlier this month."
)
FRIDAY = (
    f"{BACKGROUND} The truce ended Friday, and the Oru Front fired on Sunday. "
    "Vesland said on Sunday that it regretted the breakdown of talks in Karsa. Vesland freed 43 men."
)
LATER = f"{BACKGROUND} So far 61 men were released, including 43 in a deal in late February. Vesland met the Oru Front."


def truce(parser: SpacyParser) -> list[Reading]:
    """Four reports of one truce; only the last is dated, months later."""
    return [
        make(parser, "length", LENGTH),
        make(parser, "friday", FRIDAY),
        make(parser, "months_later", LATER, published="2018-06-20"),
    ]


def test_a_truce_told_in_parts_by_three_reports_dates_the_undated_ones(parser: SpacyParser) -> None:
    length, friday, later = date_reports(truce(parser))
    assert days(later) == "2018-06-20"
    assert friday.published is not None and friday.published.first is not None and friday.published.days is not None
    assert friday.published.days <= 3 and friday.published.first == dt.date(2018, 3, 4)
    assert length.published is not None and length.published.last == dt.date(2018, 3, 31)
    assert "six-day truce" in friday.reason and "late February" in friday.reason


def test_the_order_of_the_reports_changes_no_date(parser: SpacyParser) -> None:
    batch = truce(parser)
    straight = {r.report: r.published for r in date_reports(batch)}
    turned = {r.report: r.published for r in date_reports(batch[::-1])}
    assert straight == turned


def test_a_report_that_tells_nothing_stays_unknown(parser: SpacyParser) -> None:
    date = date_reports([make(parser, "bare", "The Oru Front met the government on Friday, officials said.")])[0]
    assert (date.published, date.basis) == (None, "unknown")


def test_a_printed_date_is_taken_as_it_is(parser: SpacyParser) -> None:
    date = date_reports([make(parser, "printed", "They met on Friday.", published="2018-06-20")])[0]
    assert (days(date), date.basis) == ("2018-06-20", "printed")


def test_a_printed_date_that_the_text_contradicts_says_so(parser: SpacyParser) -> None:
    date = date_reports([make(parser, "early", "The bridge was blown up on 3 July 2018, the army said.", published="2018-06-20")])[0]
    assert days(date) == "2018-06-20"
    assert date.contradicted is not None and "3 July 2018" in date.contradicted


def test_a_caption_with_the_weekday_of_the_text_gives_the_week(parser: SpacyParser) -> None:
    text = "The mediator left on Sunday. The army said on Sunday that it would wait. The rebels answered on Monday. It rained on Monday."
    date = date_reports([make(parser, "caption", text, caption="The mediator at the airport, March 11, 2018.")])[0]
    assert date.published is not None and date.published.first is not None and date.published.last is not None
    assert dt.date(2018, 3, 12) >= date.published.first >= dt.date(2018, 3, 11) and date.published.last <= dt.date(2018, 3, 14)


def test_a_stamped_message_dates_the_report_around_it(parser: SpacyParser) -> None:
    date = date_reports([make(parser, "stamp", 'The ministry denied it. <tweet author="@ministry" date="March 11, 2018">No.</tweet>')])[0]
    assert days(date) == "2018-03-10/2018-03-18"


def test_a_copy_is_dated_by_its_twin(parser: SpacyParser) -> None:
    numbers = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
    text = " ".join(f"Sentence number {word} of the wire tells what the envoy said of the miners." for word in numbers)
    a = make(parser, "first", text, published="2018-03-11")
    b = make(parser, "second", text)
    assert days(date_reports([a, b])[1]) == "2018-03-08/2018-03-14"


def test_the_weekday_of_the_news_narrows_the_date_of_a_copy(parser: SpacyParser) -> None:
    numbers = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
    text = "The envoy left on Sunday, he said. " + " ".join(f"Sentence number {word} of the wire tells what the envoy said of the miners." for word in numbers)
    first, second = date_reports([make(parser, "first", text, published="2018-03-11"), make(parser, "second", text)])
    assert (days(first), days(second)) == ("2018-03-11", "2018-03-11/2018-03-13")
    assert "shares" in second.reason and "Sunday" in second.reason


def test_a_full_date_behind_is_a_lower_bound_only(parser: SpacyParser) -> None:
    date = date_reports([make(parser, "old", "The war began on 11 March 2003, when the army crossed the river.")])[0]
    assert date.published is None
    assert "11 March 2003" in date.reason


def test_sure_bounds_that_exclude_each_other_are_told_and_not_guessed() -> None:
    low = Bound(Interval(dt.date(2018, 3, 2), None), "lies behind: “2 March 2018”")
    high = Bound(Interval(None, dt.date(2018, 2, 1)), "lies ahead: “1 February 2018”")
    window = settle([low, high])
    assert window.days is None and window.conflict is not None and "2 March 2018" in window.conflict


def test_a_bound_that_is_not_sure_gives_way() -> None:
    low = Bound(Interval(dt.date(2018, 3, 2), None), "sure")
    guess = Bound(Interval(None, dt.date(2018, 2, 1)), "guess", sure=False)
    assert settle([guess, low]).days == low.days


def test_printed_dates_may_be_intervals() -> None:
    assert edtf_days("2018-03") == Interval(dt.date(2018, 3, 1), dt.date(2018, 3, 31))
    assert edtf_days("2018-03-02/2018-03-04") == Interval(dt.date(2018, 3, 2), dt.date(2018, 3, 4))
    assert edtf_days("no date") is None


def test_dating_again_with_the_answers_given_changes_nothing(parser: SpacyParser) -> None:
    batch = truce(parser)
    first = date_reports(batch)
    given = [
        replace(r, report=replace(r.report, published=days(d), published_basis="given")) if d.published else r
        for r, d in zip(batch, first, strict=True)
    ]
    assert [d.published for d in date_reports(given)] == [d.published for d in first]


SEIZED = "Fighters of the Oru Front seized 31 miners at the Karsa mine in northern Vesland on Monday, the ministry said."


def test_what_happened_last_week_is_dated_by_the_report_of_the_day(parser: SpacyParser) -> None:
    later = "The Oru Front wants money for the miners it seized at the Karsa mine in Vesland last week, officials in Vesland said."
    batch = [make(parser, "day", SEIZED, published="2018-03-06"), make(parser, "week", later)]
    assert days(date_reports(batch)[1]) == "2018-03-12/2018-03-18"


def test_words_about_another_place_date_nothing(parser: SpacyParser) -> None:
    later = "Police in Harlund seized two boats at the harbour last week, the mayor of Harlund said."
    batch = [make(parser, "day", SEIZED, published="2018-03-06"), make(parser, "other", later)]
    assert date_reports(batch)[1].published is None


def test_weeks_after_a_truce_count_from_its_end(parser: SpacyParser) -> None:
    ended = f"{BACKGROUND} The truce between Vesland and the Oru Front collapsed on Monday."
    later = f"{BACKGROUND} Three weeks after the truce collapsed, the Oru Front wrote to Vesland again."
    date = date_reports([make(parser, "ended", ended, published="2018-03-06"), make(parser, "later", later)])[1]
    assert days(date) == "2018-03-23/2018-03-29"
    assert "2018-03-05" in date.reason


def test_a_quotation_with_three_figures_is_of_the_same_days(parser: SpacyParser) -> None:
    a = "Vesland frees 24 miners for 72 men in a truce of ten days. “Both of us gave what we had sworn never to give,” he said."
    b = "For ten days the guns rest while 72 prisoners go and 24 miners come, he said: “Both of us gave what we had sworn never to give.”"
    date = date_reports([make(parser, "a", a, published="2018-04-06"), make(parser, "b", b)])[1]
    assert days(date) == "2018-04-03/2018-04-09"
