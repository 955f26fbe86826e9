"""What one report says that bears on its own date."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from onrecord.types import Block, Interval, Reading, Span, Time

ABBREVIATED = "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mr Ms Mrs Dr Gen Col Lt"
SHORT = "".join(rf"(?<!\b{w}\.)" for w in ABBREVIATED.split())
"""A stop behind one of these ends no sentence."""
SENTENCE = re.compile(SHORT + r"(?<=[.!?…])[\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-Z0-9])|\n+")
NAME = re.compile(r"\b[A-Z][\w’'-]*[a-z][\w’'-]*\b")
SILENT = frozenset({"furniture", "credit", "label", "byline"})


@cache
def words(section: str) -> frozenset[str]:
    """A section of `dating.toml`."""
    return frozenset(tomllib.loads((files("onrecord.reconcile.dating") / "dating.toml").read_text(encoding="utf-8"))[section]["words"])


@cache
def pattern(section: str) -> re.Pattern[str]:
    """A section of `dating.toml` as one pattern of whole words."""
    ordered = sorted(words(section), key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in ordered) + r")\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Clue:
    """One time of a report with its words and its sentence; *days* where it needs no date of publication."""

    time: Time
    quote: str
    sentence: Span
    days: Interval | None
    caption: bool

    @property
    def behind(self) -> bool:
        """Whether the words put it in the past."""
        return self.time.expression.direction == "past"

    @property
    def plain(self) -> bool:
        """Whether a finite past verb governs it."""
        return "past tense" in self.time.reason


@dataclass(frozen=True, slots=True)
class Clues:
    """The clues of one report and the names and sentences by which it is compared with others."""

    reading: Reading
    clues: tuple[Clue, ...]
    sentences: tuple[Span, ...]
    names: frozenset[str]
    """Capitalised words within sentences."""

    @property
    def text(self) -> str:
        """The report's text."""
        return self.reading.report.text


def clues_of(reading: Reading, days: dict[str, Interval | None]) -> Clues:
    """The clues of a reading; *days* are its times resolved without a date of publication."""
    report = reading.report
    blocks = [b for b in report.blocks or (Block(Span(0, len(report.text)), "paragraph"),) if b.kind not in SILENT]
    sentences = tuple(s for b in blocks for s in split(report.text, b.span))
    captions = [b.span for b in blocks if b.kind == "caption"]
    out = []
    for time in reading.times:
        home = next((s for s in sentences if s.holds(time.span)), time.span)
        caption = any(c.holds(time.span) for c in captions)
        out.append(Clue(time, time.span.of(report.text), home, days.get(time.id), caption))
    return Clues(reading, tuple(out), sentences, frozenset(n for b in blocks for n in names_of(report.text, b.span)))


def split(text: str, block: Span) -> list[Span]:
    """The sentences of a block, by punctuation alone."""
    out, at = [], block.start
    for m in SENTENCE.finditer(text, block.start, block.end):
        if m.start() > at:
            out.append(Span(at, m.start()))
        at = m.end()
    if block.end > at:
        out.append(Span(at, block.end))
    return out


def names_of(text: str, block: Span) -> frozenset[str]:
    """Names of a block, as single words: capitalised within a sentence at least once, days and months left out."""
    found = set()
    for m in NAME.finditer(text, block.start, block.end):
        if m.start() > block.start + 1 and text[m.start() - 1] in " (-" and text[m.start() - 2] not in ".?!:\n”\"":
            found.add(POSSESSIVE.sub("", m[0]))
    return frozenset(n for n in found if n.lower() not in words("common"))


POSSESSIVE = re.compile(r"['’]s?$")


def same_story(a: Clues, b: Clues) -> bool:
    """Whether two reports share enough names to tell of one matter: three, or two that are half of the shorter list."""
    shared = len(a.names & b.names)
    return shared >= MANY or (shared == MANY - 1 and 2 * shared >= min(len(a.names), len(b.names)))


MANY = 3
"""Names."""


def latest_past(clues: Clues) -> dt.date | None:
    """The first day of the latest date, month or year with its year that lies behind."""
    behind = (c for c in clues.clues if c.time.expression.op == "date" and c.time.expression.year and c.behind)
    return max((c.days.first for c in behind if c.days and c.days.first), default=None)


def on(year: int, month: int, day: int) -> dt.date | None:
    """The day, or None where the calendar has none."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
