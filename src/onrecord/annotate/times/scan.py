"""One pass over a block: at each word the first rule that fits, of those that can begin with it, longest kinds of expression first."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from re import Match, Pattern

from onrecord.annotate.times import business, clocks, dates, feasts, periods, sets, spans
from onrecord.annotate.times import words as w
from onrecord.annotate.times.found import Found
from onrecord.annotate.times.opening import DIGIT, openings
from onrecord.types import Span, TimeExpression

Build = Callable[[Match[str]], Found | tuple[Found, ...] | None]


def reference(value: str, section: str) -> tuple[str, Build]:
    """A rule for the fixed phrases of a section of the lexicon."""

    def build(m: Match[str]) -> Found | None:
        follow = w.WORDS["weak"].get(m.group(0).lower())
        if follow and re.match(rf"\s+{w.either(follow)}\b", m.string[m.end() : m.end() + 20], re.IGNORECASE):
            return None
        return Found(Span(m.start(), m.end()), "DATE", TimeExpression("ref", value=value))

    return w.either(w.WORDS[section]["words"]) + r"(?![\w])", build


RULES: tuple[tuple[str, str, Build], ...] = (
    ("iso", dates.ISO, dates.iso),
    ("group", business.GROUP, business.group),
    ("numeric", dates.NUMERIC, dates.numeric),
    ("ago", dates.AGO, dates.sundays_ago),
    ("nth", dates.NTH, dates.nth),
    ("each", sets.EACH, sets.each),
    ("plural_day", sets.PLURAL, sets.plural),
    ("feast", feasts.FEAST, feasts.feast),
    ("days", dates.RANGE, dates.days),
    ("date", dates.DATE, dates.date),
    ("weekday", dates.WEEKDAY, dates.weekday),
    ("rolling", spans.ROLLING, spans.rolling),
    ("period", business.PERIOD, business.period),
    ("day_rel", spans.DAY_REL, spans.day_rel),
    ("quarter", periods.QUARTER, periods.quarter),
    ("short_quarter", periods.SHORT_QUARTER, periods.short_quarter),
    ("century", periods.CENTURY, periods.century),
    ("decade", periods.DECADE, periods.decade),
    ("recent", spans.RECENT, spans.recent),
    ("season", periods.SEASON, periods.season),
    ("unit_rel", spans.UNIT_REL, spans.unit_rel),
    ("weekend", spans.BARE_WEEKEND, spans.weekend),
    ("clock", clocks.CLOCK, clocks.clock),
    ("dotted", clocks.DOTTED, clocks.dotted),
    ("year", dates.YEAR, dates.year),
    ("present", *reference("PRESENT_REF", "present")),
    ("past", *reference("PAST_REF", "past")),
    ("opening", r"(?-i:Previously)(?=,|\s+(?:the|a|he|she|it|they|[A-Z]))", spans.opening),
    ("future", *reference("FUTURE_REF", "future")),
    ("within_one", spans.WITHIN_ONE, spans.within_one),
    ("span", spans.SPAN, spans.quantity),
    ("long", spans.LONG, spans.long),
    ("unit_the", spans.UNIT_THE, spans.unit_the),
    ("deictic", spans.DEICTIC, spans.deictic),
    ("part_of_day", clocks.PART_OF_DAY, clocks.part_of_day),
    ("plural", spans.PLURAL, spans.plural),
)
START = re.compile(r"(?<![\w$£€#@/.])(?<!\d[,])")
WORD = re.compile(r"[^\W\d_]+|\d+|['’](?=\d0)")
Rule = tuple[Pattern[str], Build]


@cache
def by_opening() -> dict[str, list[Rule]]:
    """The rules that can begin with a word, in their order, by the word; at other words nothing is tried, which is most of the speed."""
    found: dict[str, list[Rule]] = {}
    for _, text, build in RULES:
        rule = re.compile(text, re.IGNORECASE), build
        for word in openings(text):
            found.setdefault(word, []).append(rule)
    return found


def scan(text: str, start: int, end: int) -> Iterator[Found]:
    """The expressions of `text[start:end]` in their order, none overlapping."""
    rules = by_opening()
    at = start
    for word in WORD.finditer(text, start, end):
        first = word[0]
        fitting = rules.get(DIGIT if first[0].isdigit() else first.lower())
        place = word.start()
        if fitting is None or place < at or START.match(text, place) is None or tail_of_compound(text, place):
            continue
        found = first_that_fits(text, place, end, fitting)
        if found:
            yield from (f for f in found if f.expression.op != "none")
            at = max(found[-1].span.end, place + 1)


COMPOUND = re.compile(r"([A-Za-z]+)[-–]$")
OPEN = frozenset(w.MONTHS) | frozenset(w.WEEKDAYS) | frozenset(w.SEASONS) | {"mid"}


def tail_of_compound(text: str, start: int) -> bool:
    """Whether the place stands behind a hyphen whose first half is no time ("year-earlier", but "May-June")."""
    if start < 2 or text[start - 1] not in "-–" or not text[start - 2].isalpha():
        return False
    head = COMPOUND.search(text, max(0, start - 16), start)
    return head is not None and head[1].lower() not in OPEN


def first_that_fits(text: str, place: int, end: int, rules: Sequence[Rule]) -> tuple[Found, ...]:
    """What the first rule that matches at *place* and makes something of it builds."""
    for pattern, build in rules:
        m = pattern.match(text, place, end)
        if m is None or not m.group(0) or not whole_word(text, m.end()):
            continue
        found = build(m)
        if found is not None:
            return found if isinstance(found, tuple) else (found,)
    return ()


def whole_word(text: str, end: int) -> bool:
    """Whether a match that ends at *end* does not cut a word."""
    return not (end < len(text) and text[end - 1].isalnum() and text[end].isalnum())
