"""Marks for days, moments and numbers in what pages say, over which each reader's manner is written when a page is sent.

What is worked out from a record and kept is so the same for all readers. Outside of `marking` no mark is made: commands, exports and the Python interface
get the plain form at once. A mark carries a sign that no report can know, so that nothing in a report is ever taken for one.
"""

from __future__ import annotations

import datetime as dt
import re
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from decimal import Decimal
from functools import lru_cache
from html import escape

from onrecord.types import Interval
from onrecord.views.writing.manners import PLAIN, Manner

BEGIN, INSIDE, END = "\ue000", "\ue001", "\ue002"
"""A mark in the text of a page, one inside a tag or a picture where no element may stand, and the end of both; of Unicode's private use."""
SIGN = secrets.token_hex(8)
"""The sign of this run of the program."""
APART = re.compile(r"<svg\b.*?</svg>|<(title|option|textarea)\b.*?</\1>|<[^>]*>", re.DOTALL)
GROUPED = re.compile(r"(?<![\d.,:/–-])(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}\.\d+)(?![\d:/]|[,.-]\d)")
"""A number with groups or decimals as the program writes it; a year, a clock time and a day are none."""
QUOTED = re.compile(r"(“[^”]*”)")
_sign: ContextVar[str | None] = ContextVar("onrecord_sign", default=None)


@contextmanager
def marking(sign: str | None) -> Iterator[None]:
    """Within it days and numbers are put down as marks with this sign; with None in the plain form, as a citation has them."""
    before = _sign.set(sign)
    try:
        yield
    finally:
        _sign.reset(before)


def days(first: dt.date, last: dt.date) -> str:
    """A day or a stretch of days."""
    return _put("d", f"{first}/{last}")


def day_of_month(day: dt.date) -> str:
    """A day without its year."""
    return _put("c", f"{day}")


def month(day: dt.date) -> str:
    """The month of a day as a heading."""
    return _put("h", f"{day}")


def moment(moment: dt.datetime) -> str:
    """A day and a clock time, without the zone."""
    return _put("m", f"{moment:%Y-%m-%dT%H:%M}")


def number(value: float, decimals: int | None = None) -> str:
    """A number, rounded to so many decimals where they are given."""
    return _put("n", digits(value) if decimals is None else f"{value:.{decimals}f}")


def digits(value: float) -> str:
    """A number without groups: whole where it is whole, else with six digits that count."""
    return str(int(value)) if value == int(value) else format(Decimal(f"{value:.6g}"), "f")


def numbers_in(words: str) -> str:
    """*words* of the program with every number that has groups or decimals put down so; what stands in quotation marks stays."""
    return words if _sign.get() is None else unquoted(words, lambda own: GROUPED.sub(lambda found: _put("n", found[1].replace(",", "")), own))


def unquoted(words: str, change: Callable[[str], str]) -> str:
    """*words* with all changed but what stands in quotation marks, which is a report's."""
    return "".join(part if part.startswith("“") else change(part) for part in QUOTED.split(words))


def _put(kind: str, value: str) -> str:
    sign = _sign.get()
    return written(PLAIN, kind, value) if sign is None else f"{BEGIN}{sign}{kind}{value}{END}"


@lru_cache(maxsize=20_000)
def written(manner: Manner, kind: str, value: str) -> str:
    """What a mark says in a manner."""
    if kind == "n":
        return manner.number(Decimal(value))
    if kind == "m":
        return manner.moment(dt.datetime.fromisoformat(value))
    first, _, last = value.partition("/")
    day = dt.date.fromisoformat(first)
    if kind == "d":
        return manner.days(day, dt.date.fromisoformat(last))
    return manner.month(day) if kind == "h" else manner.day_of_month(day)


def set_apart(html: str) -> str:
    """A drawn page with the marks told apart that stand where no element may."""
    return APART.sub(lambda found: found[0].replace(BEGIN, INSIDE) if BEGIN in found[0] else found[0], html) if BEGIN in html else html


def filled(body: bytes, sign: str, manner: Manner, *, page: bool = True) -> bytes:
    """What is sent, every mark written in *manner*; in a *page* a day of another form than the plain one is an element that tells machines the day."""
    if sign.encode() not in body:
        return body
    fill = _of_page(manner) if page else _of_data(manner)
    return _pattern(sign).sub(lambda found: fill(found[1], found[2], found[3]), body)


def length(words: str) -> int:
    """Characters of *words* as the plain form has them, however long their marks are."""
    sign = _sign.get()
    return len(words if sign is None else filled(words.encode(), sign, PLAIN, page=False).decode())


@lru_cache(maxsize=64)
def _pattern(sign: str) -> re.Pattern[bytes]:
    begin, inside, end = (mark.encode() for mark in (BEGIN, INSIDE, END))
    return re.compile(b"(%b|%b)%b([a-z])([0-9T:./+-]*)%b" % (begin, inside, sign.encode(), end))


def _of_data(manner: Manner) -> Callable[[bytes, bytes, bytes], bytes]:
    return lambda _, kind, value: written(manner, kind.decode(), value.decode()).encode()


@lru_cache(maxsize=64)
def _of_page(manner: Manner) -> Callable[[bytes, bytes, bytes], bytes]:
    """Fills marks of one manner, each seen before from memory."""

    @lru_cache(maxsize=20_000)
    def fill(mark: bytes, kind: bytes, value: bytes) -> bytes:
        inside = mark.decode() == INSIDE
        return told(manner, kind.decode(), value.decode(), inside=inside).encode()

    return fill


def told(manner: Manner, kind: str, value: str, *, inside: bool) -> str:
    """A mark in a page: escaped words, in an element with machine-readable day and language where the manner is not the plain one."""
    words = escape(written(manner, kind, value))
    if manner is PLAIN or kind == "n":
        return words
    if inside:
        return f"\u2067{words}\u2069" if manner.direction == "rtl" else words
    machine = machine_readable(kind, value)
    spoken = (f' lang="{manner.lang}"' if manner.lang else "") + (' dir="rtl"' if manner.direction == "rtl" else "")
    if not (machine or spoken):
        return words
    return f'<time datetime="{machine}"{spoken}>{words}</time>' if machine else f"<span{spoken}>{words}</span>"


def machine_readable(kind: str, value: str) -> str:
    """What the element of a time says to machines; empty for a stretch of days, which it cannot say."""
    if kind != "d":
        return {"m": value, "h": value[:7], "c": value[:10]}[kind]
    first, _, last = value.partition("/")
    edtf = Interval(dt.date.fromisoformat(first), dt.date.fromisoformat(last)).edtf()
    return "" if "/" in edtf else edtf
