"""Values from short words: "taken >235 05-01 A" is more than 235 taken on 1 May 2031 by report A."""

from __future__ import annotations

import datetime as dt

from onrecord.reconcile.ledgers.sums import Book
from onrecord.reconcile.ledgers.values import Value, number
from onrecord.types import Interval

YEAR = 2031


def day(text: str) -> dt.date:
    """ "05-01" → 1 May 2031."""
    month, number_of_day = text.split("-")
    return dt.date(YEAR, int(month), int(number_of_day))


def days(text: str) -> Interval:
    """ "05-01" or "05-01/05-07"."""
    first, _, last = text.partition("/")
    return Interval(day(first), day(last or first))


def amount(text: str) -> tuple[float, float | None, bool]:
    """Bounds, and whether the words round: ">235", "<50", "~200", "80+", "15-20", "240"."""
    if text.startswith(">"):
        return float(text[1:]) + 1, None, False
    if text.startswith("<"):
        return 0.0, float(text[1:]) - 1, False
    if text.startswith("~"):
        return float(text[1:]) * 0.9, float(text[1:]) * 1.1, True
    if text.endswith("+"):
        return float(text[:-1]), None, False
    low, _, high = text.partition("-")
    return float(low), float(high or low), False


def value(index: int, text: str) -> Value:
    """One value; more words are options: `cum`, `some`, `scope=…`, `deal=…`, `of=INDEX`, `party=…`, `own`, `besides=INDEX`, `side=…`,
    `withdrawn`."""
    measure, told, when, report, *more = text.split()
    options = dict(m.partition("=")[::2] for m in more)
    low, high, rough = amount(told)
    held = days(when)
    return Value(
        statement=f"s{index:03}",
        report=report,
        measure=measure,
        told=measure,
        scope=options.get("scope"),
        low=low,
        high=high,
        number=float(told.strip("><~+").split("-")[0]),
        label=f"{told} {measure}",
        short=told,
        as_of=held,
        published=Interval.day(held.last or day("12-31")),
        agreement=options.get("deal"),
        cumulative="cum" in options,
        part_of=f"s{int(options['of']):03}" if "of" in options else None,
        party=options.get("party"),
        side=options.get("side"),
        some="some" in options,
        sure="unsure" not in options,
        rounded=rough,
        own="own" in options,
        besides=f"s{int(options['besides']):03}" if "besides" in options else None,
        withdrawn="withdrawn" in options,
    )


def book(*texts: str, family: str = "captives") -> Book:
    """The book of these values; their statements are s000, s001 … in the order given."""
    return Book(family, tuple(value(i, t) for i, t in enumerate(texts)))


__all__ = ["book", "number", "value"]
