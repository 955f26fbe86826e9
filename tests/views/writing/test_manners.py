"""How days, moments and numbers are written: the plain form, that of every locale, and what a browser's header asks for."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal

import pytest
from babel import localedata

from onrecord.views.writing.manners import PLAIN, named, offered, preferred

DAY = dt.date(2023, 12, 3)
WRITTEN = {
    "plain": (
        "3 Dec 2023", "28–29 Oct 2023", "28 Oct – 3 Nov 2023", "28 Dec 2023 – 3 Jan 2024", "Dec 2023", "3 Dec 2023, 14:05", "1,234,567.50",
        "December 2023",
    ),
    "de-DE": (
        "3. Dez. 2023", "28.–29. Okt. 2023", "28. Okt. – 3. Nov. 2023", "28. Dez. 2023 – 3. Jan. 2024", "Dez. 2023", "3. Dez. 2023, 14:05", "1.234.567,50",
        "Dezember 2023",
    ),
    "en-US": (
        "Dec 3, 2023", "Oct 28 – 29, 2023", "Oct 28 – Nov 3, 2023", "Dec 28, 2023 – Jan 3, 2024", "Dec 2023", "Dec 3, 2023, 2:05 PM", "1,234,567.50",
        "December 2023",
    ),
    "en-IN": (
        "3 Dec 2023", "28–29 Oct 2023", "28 Oct – 3 Nov 2023", "28 Dec 2023 – 3 Jan 2024", "Dec 2023", "3 Dec 2023, 2:05 pm", "12,34,567.50", "December 2023",
    ),
    "ja-JP": (
        "2023年12月3日", "2023年10月28日～29日", "2023年10月28日～11月3日", "2023年12月28日～2024年1月3日", "2023年12月", "2023年12月3日, 14:05",
        "1,234,567.50", "2023年12月",
    ),
}
"""Of each manner: a day, days of one month, of two, of two years, a month, a moment, a number, the heading of a month; spaces of all widths as one."""


@pytest.mark.parametrize("tag", WRITTEN)
def test_each_manner_writes_the_same_days_moments_and_numbers_in_its_own_form(tag: str) -> None:
    manner = named(tag)
    assert manner is not None
    told = (
        manner.days(DAY, DAY), manner.days(dt.date(2023, 10, 28), dt.date(2023, 10, 29)), manner.days(dt.date(2023, 10, 28), dt.date(2023, 11, 3)),
        manner.days(dt.date(2023, 12, 28), dt.date(2024, 1, 3)), manner.days(dt.date(2023, 12, 1), dt.date(2023, 12, 31)),
        manner.moment(dt.datetime(2023, 12, 3, 14, 5)), manner.number(Decimal("1234567.50")), manner.month(DAY),
    )
    assert tuple(re.sub(r"\s", " ", words) for words in told) == WRITTEN[tag]


HEADERS = (
    ("", "plain", "no header"),
    ("xx", "plain", "a language that nobody knows"),
    ("en", "plain", "English of no country"),
    ("*", "plain", "any language"),
    ("de-DE,de;q=0.9,en;q=0.8", "de-DE", "what a German browser sends"),
    ("en-US,en;q=0.5", "en-US", "what an American one sends"),
    ("en;q=0.5,fr-CH", "fr-CH", "weight before order"),
    ("fr;q=0,de", "de", "weight 0 is a no"),
    ("xx-YY,tr;q=0.4", "tr", "the next one where the first is not known"),
    ("de-XX", "de", "a country that nobody knows gives way to its language"),
    ("zh-Hant-TW", "zh-Hant-TW", "a script"),
    ("de;q=much", "plain", "a weight that is none"),
    ("../../etc/passwd", "plain", "a path"),
    ("de_DE.UTF-8", "plain", "no language tag"),
    (",;;,=", "plain", "noise"),
    ("a" * 5000, "plain", "a long one"),
)


@pytest.mark.parametrize(("header", "name", "why"), HEADERS)
def test_the_first_known_language_of_the_header_is_taken(header: str, name: str, why: str) -> None:
    assert preferred(header).name == name, why


def test_every_locale_that_unicode_knows_writes_a_day_with_its_year_and_numbers_in_the_ten_digits() -> None:
    for name in localedata.locale_identifiers()[::9]:
        manner = named(name)
        assert manner is not None, name
        for words in (manner.days(DAY, DAY), manner.days(DAY, DAY + dt.timedelta(days=40)), manner.month(DAY), manner.moment(dt.datetime(2023, 12, 3, 14, 5))):
            assert "2023" in words, f"{name}: {words}"
        number = manner.number(Decimal("1234567.5"))
        assert re.sub(r"\D", "", number) == "12345675", f"{name}: {number}"


def test_every_manner_that_is_offered_is_known_and_the_plain_one_stands_first() -> None:
    assert next(iter(offered())) == "plain" and named("plain") is PLAIN
    assert [tag for tag in offered() if named(tag) is None] == []
    assert len({named(tag).number(Decimal(1234)) for tag in offered() if named(tag)}) > 3  # type: ignore[union-attr]
