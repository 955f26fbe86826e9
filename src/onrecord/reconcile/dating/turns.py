"""Happenings that two reports tell of: "the breakdown of talks earlier this month" in one, with its date or before the other's."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.reconcile.dating.bound import Bound, closed
from onrecord.reconcile.dating.clues import Clue, Clues, pattern, same_story
from onrecord.types import Interval

CONTENT = re.compile(r"[A-Za-z][\w’'-]{3,}")
SHARED = 2
"""Content words beside the noun that two sentences must share, or one where the noun is shared too."""
BACK = 90
"""Characters before "earlier this month" in which its happening is named."""


@dataclass(frozen=True, slots=True)
class Batch:
    """All reports of a batch as far as they are dated."""

    clues: Sequence[Clues]
    windows: Sequence[Interval | None]
    days: Mapping[int, Mapping[str, Interval | None]]
    names: Sequence[str]
    by_day: Mapping[tuple[int, int], Sequence[tuple[int, str]]]
    """Past days named without a year, with the reports that name them, each with the id of the time."""
    by_turn: Mapping[str, Sequence[int]]
    """Nouns of happenings, with the reports that hold them."""


def days_named(clues: Clues) -> Iterator[tuple[int, int, str]]:
    """(month, day, id of the time) of the past days that a report names without a year."""
    for clue in clues.clues:
        e = clue.time.expression
        if e.op == "date" and e.year is None and e.month and e.day and clue.behind:
            yield e.month, e.day, clue.time.id


def by_days(named: Sequence[Sequence[tuple[int, int, str]]]) -> dict[tuple[int, int], list[tuple[int, str]]]:
    """The days that reports name, by month and day; *named* are those of each report."""
    out: dict[tuple[int, int], list[tuple[int, str]]] = defaultdict(list)
    for number, found in enumerate(named):
        for month, day, time in found:
            out[month, day].append((number, time))
    return out


def turns_in(text: str) -> frozenset[str]:
    """The nouns of happenings in a text."""
    return frozenset(m[0].lower() for m in pattern("turns").finditer(text))


def turns_named(nouns: Sequence[frozenset[str]]) -> dict[str, list[int]]:
    """Nouns of happenings, with the reports that hold them; *nouns* are those of each report."""
    out: dict[str, list[int]] = defaultdict(list)
    for number, found in enumerate(nouns):
        for noun in found:
            out[noun].append(number)
    return out


def turn_words(text: str, clue: Clue) -> tuple[str, frozenset[str]] | None:
    """The noun of what happened before *clue*, with the content words around it; None where it names nothing."""
    start = max(clue.sentence.start, clue.time.span.start - BACK)
    before = text[start : clue.time.span.start]
    found = list(pattern("turns").finditer(before))
    if not found:
        return None
    near = before[found[-1].start() :]
    return found[-1][0].lower(), frozenset(w[0].lower().rstrip("s") for w in CONTENT.finditer(near))


def within_unit(clue: Clue) -> str | None:
    """"month", "year" or "week" for "earlier this month"; None for other times."""
    e = clue.time.expression
    within = e.op == "shift" and e.amount == 0 and e.unit in ("month", "year", "week") and e.mod == "earlier"
    return e.unit if within and clue.time.anchor is None else None


def bounds(number: int, batch: Batch) -> list[Bound]:
    """What happenings told by others leave for report *number*: the month of what happened "earlier this month"."""
    mine, out = batch.clues[number], []
    for clue in mine.clues:
        unit = within_unit(clue)
        turn = turn_words(mine.text, clue) if unit else None
        if turn is None:
            continue
        for other in batch.by_turn.get(turn[0], ()):
            clues, known = batch.clues[other], closed(batch.windows[other])
            if other == number or known is None or known.last is None or not same_story(mine, clues):
                continue
            words = told_there(clues, turn)
            if words is None:
                continue
            last = end_of(unit or "month", known.last)
            why = f"“{words}” in {batch.names[other]} ({known.edtf()}) is what happened “{clue.quote}”, so this is at the latest {last}"
            # Shared words are no proof that it is one happening: "the election" of two reports may be two.
            out.append(Bound(Interval(None, last), why, sure=False))
    return out


def second_day(clues: Clues, window: Interval) -> Bound | None:
    """"Earlier this month" is never said on the first of the month."""
    clue = next((c for c in clues.clues if within_unit(c) == "month"), None)
    if clue is None or window.first is None or window.first.day != 1:
        return None
    return Bound(Interval(window.first + dt.timedelta(days=1), None), f"“{clue.quote}” is not said on the first of a month")


def told_there(clues: Clues, turn: tuple[str, frozenset[str]]) -> str | None:
    """The words in which another report tells of the same happening."""
    noun, content = turn
    for sentence in clues.sentences:
        words = sentence.of(clues.text)
        m = re.search(rf"\b{re.escape(noun)}\b", words, re.IGNORECASE)
        if m is None:
            continue
        around = words[max(0, m.start() - 10) : m.end() + 60]
        shared = content & {w[0].lower().rstrip("s") for w in CONTENT.finditer(around)}
        if len(shared) >= SHARED:
            return around[10 if m.start() >= 10 else m.start() :][:60].split(",")[0].strip()
    return None


def end_of(unit: str, day: dt.date) -> dt.date:
    """The last day of the week, month or year of a day."""
    if unit == "week":
        return day + dt.timedelta(days=6 - day.weekday())
    if unit == "year":
        return dt.date(day.year, 12, 31)
    return (day.replace(day=28) + dt.timedelta(days=4)).replace(day=1) - dt.timedelta(days=1)


BEHIND = re.compile(r"\b(?:since|after|following)\b", re.IGNORECASE)
"""Words before a day that put it behind where the verb is too far off to tell."""
RECENT = 60
"""Days: only a report this close to a day without a year tells which year's it is ("Sept. 11" is not always the last one)."""


def anniversaries(number: int, batch: Batch) -> list[Bound]:
    """A day named without its year in two reports ("Oct. 7"): the dated one gives the year, and none names it so a year later."""
    mine, out = batch.clues[number], []
    for clue in mine.clues:
        e = clue.time.expression
        if e.op != "date" or e.year is not None or e.day is None or not clue.behind:
            continue
        if not clue.plain and not BEHIND.search(mine.text[max(0, clue.time.span.start - 30) : clue.time.span.start]):
            continue
        for other, same in batch.by_day.get((e.month or 0, e.day), ()):
            if other == number or not same_story(mine, batch.clues[other]):
                continue
            known = closed(batch.days[other].get(same))
            when = closed(batch.windows[other])
            if known is None or known.first is None or known.first != known.last or when is None or when.last is None:
                continue
            if not 0 <= (when.last - known.first).days <= RECENT:
                continue
            last = known.first + dt.timedelta(days=365)
            out.append(Bound(Interval(known.first, last), f"“{clue.quote}” is {known.first}, as in {batch.names[other]}, and is named without its year"))
            break
    return out
