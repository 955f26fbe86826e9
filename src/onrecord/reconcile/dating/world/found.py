"""Where a report's words name what the world lists know, with the days that each leaves to the report."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.reconcile.dating.clues import Clue, Clues, on
from onrecord.reconcile.dating.world.lexicon import FIRST, Due, Happening, Term, world
from onrecord.reconcile.dating.world.said import ahead, leans, said_of
from onrecord.types import Interval, Span

HEAD = 5
"""Sentences at the head in which who is called by a title holds it (PolNeAR train: 309 of 311 with those beside a weekday; further down 9 of 10)."""
NOT_NOW = re.compile(
    r"""(?:
        \b(?:former|formerly|then|late|onetime|one-time|old|first|next|future|potential|possible|prospective|any|every|no|against|likely|presumed|eventual)
        | \b(?:fire|fired|vice|deputy|assistant|acting|shadow|a|(?:19|20)\d\d) | \b(?:ex|then)- | \bformer\b[^,;]{0,40}\band
        | \b(?:under|during|since|served|by|to|succeed(?:ed|ing|s)?|replac(?:ed|ing|es?)|toppl(?:ed?|ing)|oust(?:ed|ing)?|overthr[eo]w(?:n|ing)?|deposed)
        | \b(?:death|killing|murder|assassination|ouster|overthrow|fall|removal|toppling|arrest|trial|election|resignation|presidency|administration)\s+of
        )\s*$""",
    re.IGNORECASE | re.VERBOSE,
)
"""What stands before a title that is not, or not yet, or no longer held."""
LINK = re.compile(
    r"[’'s\s]*(?:(?:on|in|the|of|night|evening|GOP|Republican|Democratic|presidential|early|late|state|crucial|critical|key|first|final)[’'s\s]+)*"
)
"""What may stand between a name and the time that is told of it (PolNeAR train: 184 of 187 such times are of it; others in a sentence, half)."""
COUNTED = re.compile(
    r"\s+(?:(?:left|to\s+go|away|remaining)\s+)?(?:until|till|before|from|to|ahead\s+of|out\s+from)\s+(?:(?:the|this|next)\s+)?(?:[A-Z][\w’'.]*\s+){0,2}"
)
"""What stands between a length of time and what it leads to."""
COUNTING = re.compile(r"\b(?:with|just|only|now|less\s+than|fewer\s+than|more\s+than|about|is|are|barely|roughly|under)\s+(?:\w+\s+)?$", re.IGNORECASE)
"""What stands before a length of time that is counted from the report's day."""

PLACED = re.compile(r"[A-Z]{2}[A-Z .,’'-]*,?\s*\(?(?:[A-Z][a-z]+\.?,\s*)?")
"""A place in capitals, as it stands before the day in a dateline."""
YEARS = range(1990, 2041)
AROUND = 14
"""Days to either side of a day that is told with its weekday (PolNeAR train: 11 of 11, the farthest 8)."""
DAY = dt.timedelta(days=1)
REACH = 60
"""Characters within which the parts of a name stand, for a time beside them to be told of it."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that leaves days to a report: any of *days*, and why."""

    days: tuple[Interval, ...]
    reason: str


def facts(clues: Clues) -> tuple[list[Fact], list[Fact], list[Fact]]:
    """What lies behind a report, what it is near to, and what held when it was written."""
    behind, near, held = list[Fact](), list(days_told(clues)), list[Fact]()
    for number, sentence in enumerate(clues.sentences):
        here = [c for c in clues.clues if c.sentence == sentence and c.time.anchor is None]
        told = Sentence(clues.text, sentence, [c for c in here if leans(c.time.expression)], [c for c in here if c.time.expression.op == "duration"])
        for word in FIRST.finditer(sentence.of(clues.text)):
            for looked in {word[0], re.sub(r"(?:[’']s|[.,/]+)$", "", word[0])}:
                for happening in world().happened.get(looked, ()):
                    behind.extend(happened(told, happening, word.start()))
                    near.extend(happened_at(told, happening, word.start()))
                for due in world().due.get(looked, ()):
                    near.extend(due_at(told, due, word.start()))
                held.extend(called(told, world().terms.get(looked, ()), word.start()) if number < HEAD or told.leaning else ())
    return behind, near, held


def days_told(clues: Clues) -> Iterator[Fact]:
    """A day without its year, in every year: that of the dateline at the head of the text, and one told with its weekday."""
    for clue in clues.clues:
        e = clue.time.expression
        if e.op != "date" or e.year is not None or not e.month or not e.day or clue.time.anchor is not None:
            continue
        days = [d for year in YEARS if (d := on(year, e.month, e.day)) is not None and e.weekday in (None, d.weekday())]
        if PLACED.fullmatch(clues.text, 0, clue.time.span.start) or PLACED.fullmatch(clues.text, clue.sentence.start, clue.time.span.start):
            yield Fact(tuple(Interval(d - DAY, d + DAY) for d in days), f"“{clue.quote}” is the day in its dateline, give or take one")
        elif e.weekday is not None:
            yield Fact(tuple(Interval(d - AROUND * DAY, d + AROUND * DAY) for d in days), f"“{clue.quote}” has that weekday in some years only")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its times that lean on the report's day, and its lengths of time."""

    text: str
    span: Span
    leaning: Sequence[Clue]
    lengths: Sequence[Clue]

    @property
    def words(self) -> str:
        """Its words."""
        return self.span.of(self.text)

    def between(self, start: int, end: int, clue: Clue) -> str | None:
        """What stands between a name and a time; None where they overlap."""
        first, last = clue.time.span.start - self.span.start, clue.time.span.end - self.span.start
        if last <= start:
            return self.words[last:start]
        return self.words[end:first] if first >= end else None


def happened(told: Sentence, happening: Happening, at: int) -> Iterator[Fact]:
    """That a report names what happened puts it on that day or later."""
    if found(told, happening, at) is not None:
        yield Fact((Interval(happening.day, None),), f"it names {happening.name}, of {happening.day}")


def happened_at(told: Sentence, happening: Happening, at: int) -> Iterator[Fact]:
    """A time told of what happened."""
    place = found(told, happening, at)
    for clue in told.leaning if place is not None else ():
        if place is not None and clue.behind and linked(told.between(place.start, place.end, clue)):
            days = said_of(clue.time.expression, Interval.day(happening.day), past=True)
            if days is not None:
                yield Fact((days,), f"it tells of {happening.name}, of {happening.day}, as “{clue.quote}”")


def found(told: Sentence, happening: Happening, at: int) -> Span | None:
    """Where the name of what happened stands in the sentence that has all of its parts, with these as far as they stand together."""
    first = happening.parts[0].match(told.words, at)
    others = [part.search(told.words) for part in happening.parts[1:]]
    if first is None or None in others:
        return None
    every = [first, *(m for m in others if m is not None)]
    start, end = min(m.start() for m in every), max(m.end() for m in every)
    return Span(start, end) if end - start <= REACH else Span(first.start(), first.end())


def due_at(told: Sentence, due: Due, at: int) -> Iterator[Fact]:
    """A time told of what is set for a day, or a length of time that leads to it."""
    name = due.names.match(told.words, at)
    if name is None or (due.of is not None and not due.of.search(told.text)):
        return
    for clue in told.leaning:
        if linked(told.between(name.start(), name.end(), clue)):
            days = [d for known in due.days if (d := said_of(clue.time.expression, known, past=False)) is not None]
            if days:
                yield Fact(tuple(days), f"it tells of {name[0]} as “{clue.quote}”")
    for clue in told.lengths:
        start, end = clue.time.span.start - told.span.start, clue.time.span.end - told.span.start
        if end < at and COUNTED.fullmatch(told.words, end, at) and COUNTING.search(told.words[:start]):
            days = [d for known in due.days if (d := ahead(clue.time.expression, known)) is not None]
            if days:
                yield Fact(tuple(days), f"“{told.words[start : name.end()]}”")


def linked(between: str | None) -> bool:
    """Whether a time is told of a name by what stands between them."""
    return between is not None and LINK.fullmatch(between) is not None


def called(told: Sentence, terms: Sequence[Term], at: int) -> Iterator[Fact]:
    """A person called by a title that is held: the days for which those of the name held it."""
    days, words = list[Interval](), ""
    for term in terms:
        given, _, last = term.name.rpartition(" ")
        before = told.words[:at]
        whole = bool(given) and before.rstrip().endswith(given)
        if given and not whole and not (term.known or term.name in told.text):
            continue
        title = term.titles.search(before.rstrip().removesuffix(given) if whole else before)
        if title is not None and not NOT_NOW.search(before[: title.start()]):
            days, words = [*days, *term.days], before[title.start() :] + last
    if days:
        yield Fact(tuple(days), f"it calls {words} so, as {' or '.join(d.edtf() for d in days)}")
