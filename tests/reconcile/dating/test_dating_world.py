"""General facts of the world date a report: what it names that happened once, votes and games beside a weekday, who is called by an office."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.reconcile.dating.test_dating_batches import days, make

from onrecord.parse import SpacyParser
from onrecord.reconcile.dating import date_reports
from onrecord.reconcile.dating.world.lexicon import table, world
from onrecord.reconcile.dating.world.said import ahead, leans, said_of
from onrecord.types import Interval, TimeExpression

LATER = "It was the worst day in the town since the Beslan school siege."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Prime Minister Liz Truss met the envoys of Kenya on Monday.", "2022-09-06/2022-10-25", id="an office that was held for seven weeks"),
        pytest.param("Prime Minister Manuel Valls and Foreign Minister Laurent Fabius flew to Mali on Monday.", None, id="offices held too long together"),
        pytest.param("Former Prime Minister Liz Truss met the envoys on Monday.", None, id="an office held no more"),
        pytest.param("Deputy Prime Minister Liz Truss met the envoys on Monday.", None, id="another office"),
        pytest.param("The envoys would not meet the next Prime Minister Liz Truss on Monday.", None, id="an office not held yet"),
        pytest.param("President Alberto Fernández met President Pedro Castillo and Prime Minister Liz Truss on Monday.", "2022-09-06/2022-10-25", id="three"),
        pytest.param("LONDON, Sept. 20 (Agency) - Prime Minister Liz Truss met the envoys.", "2022-09-19/2022-09-21", id="a dateline's day in the one year"),
        pytest.param("The earthquake in Sichuan last week killed thousands, officials said.", "2008-05-17/2008-05-27", id="last week's earthquake"),
        pytest.param("Rescuers dug in Amatrice on Friday.", None, id="a weekday that it was not"),
        pytest.param("Monday’s explosion at the port of Beirut was heard in Cyprus.", None, id="it was a Tuesday"),
        pytest.param("Tuesday’s explosion at the port of Beirut was heard in Cyprus.", "2020-08-04/2020-08-11", id="Tuesday's explosion"),
        pytest.param("Colombians voted in Sunday’s plebiscite on the deal with the FARC.", "2016-09-26/2016-10-09", id="Sunday's plebiscite"),
        pytest.param("With just ten days until the Brexit referendum, both camps met in Leeds.", "2016-06-11/2016-06-15", id="ten days until a vote"),
        pytest.param("Ten days until the Brexit referendum had seemed long to him in Leeds.", None, id="a length that is not counted from now"),
        pytest.param("Ted Cruz and Marco Rubio hope to win in Iowa’s caucuses on Monday.", "2016-01-26/2016-02-08", id="who stood tells which caucuses"),
        pytest.param("They hope to win in Iowa’s caucuses on Monday.", None, id="caucuses of any year"),
        pytest.param(LATER, None, id="what lies behind alone"),
        pytest.param("He had served under Prime Minister Liz Truss, the minister said on Monday.", None, id="whom somebody served"),
        pytest.param("Since the fall of Prime Minister Liz Truss on Monday the pound has gained.", None, id="who fell"),
        pytest.param("Prime Minister Truss met the envoys of Kenya on Monday.", None, id="a last name that may be another's"),
        pytest.param("Prime Minister Truss met envoys on Monday. Liz Truss hailed them.", "2022-09-06/2022-10-25", id="a last name told in full elsewhere"),
        pytest.param("Nasrallah said on Friday that the army had killed nine men.", None, id="who speaks of the killed is not killed"),
        pytest.param("Both sides met in Tarsk. The tree of life stood in the yard on Monday.", None, id="words that name nothing known"),
    ],
)
def test_general_facts_leave_days_to_a_report(parser: SpacyParser, text: str, expected: str | None) -> None:
    assert days(date_reports([make(parser, "one", text)])[0]) == expected


def test_what_lies_behind_is_told_where_it_gives_no_date(parser: SpacyParser) -> None:
    found = date_reports([make(parser, "one", LATER)])[0]
    assert found.basis == "unknown" and found.constraints == ("it names Beslan school, of 2004-09-01",)


def test_a_last_name_of_two_holders_leaves_the_days_of_both(parser: SpacyParser) -> None:
    text = "Prime Minister Sharif met the envoys on Monday. Nawaz Sharif and Shehbaz Sharif are brothers. Prime Minister Liz Truss was there."
    assert days(date_reports([make(parser, "one", text)])[0]) == "2022-09-06/2022-10-25"


def test_a_bare_number_is_no_name(parser: SpacyParser) -> None:
    assert date_reports([make(parser, "one", "Of the 40 men 9 were freed. Another 11 were not.")])[0].constraints == ()


def test_what_is_told_by_a_date_outweighs_general_facts(parser: SpacyParser) -> None:
    text = "“Read it tomorrow, Wednesday, 6 March 2024,” wrote the fan club of Prime Minister Liz Truss on its board."
    assert days(date_reports([make(parser, "one", text)])[0]) == "2024-03-06/2024-03-20"


def test_the_reason_tells_the_words_and_the_fact(parser: SpacyParser) -> None:
    found = date_reports([make(parser, "one", "Tuesday’s explosion at the port of Beirut was heard in Cyprus.")])[0]
    assert "it tells of Beirut port explosion, of 2020-08-04, as “Tuesday”" in found.reason


WEEKDAY = TimeExpression("weekday", weekday=1, direction="past")
LAST_MONTH = TimeExpression("shift", unit="month", amount=-1, direction="past")


@pytest.mark.parametrize(
    ("expression", "past", "expected"),
    [(WEEKDAY, False, "2020-07-29/2020-08-11"), (WEEKDAY, True, "2020-08-04/2020-08-11"), (LAST_MONTH, True, "2020-08-31/2020-10-01")],
)
def test_a_time_of_a_known_day_is_said_on_the_days_around_it(expression: TimeExpression, past: bool, expected: str) -> None:
    found = said_of(expression, Interval.day(dt.date(2020, 8, 4)), past=past)
    assert leans(expression) and found is not None and found.edtf() == expected


def test_a_length_of_time_leads_to_a_known_day() -> None:
    found = ahead(TimeExpression("duration", unit="week", amount=3), Interval.day(dt.date(2020, 8, 4)))
    assert found is not None and found.edtf() == "2020-07-08/2020-07-20"


def test_every_fact_has_days_in_order_and_every_list_a_note() -> None:
    known = world()
    every = [d for terms in known.terms.values() for t in terms for d in t.days] + [d for rows in known.due.values() for r in rows for d in r.days]
    assert all(d.first is not None and (d.last is None or d.first <= d.last) for d in every)
    assert all(row["note"] and row["holders"] for row in table("terms")["office"]) and all(row["note"] and row["names"] for row in table("due")["due"])
    assert all(section["note"] for section in table("happened").values())


def test_the_facts_are_of_all_parts_of_the_world() -> None:
    words = " ".join(row["note"] for row in table("terms")["office"])
    assert all(part in words for part in ("United States", "Europe", "Americas", "Middle East", "Africa", "Asia"))
