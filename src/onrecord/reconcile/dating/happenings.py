"""The same happening in two reports: "the workers it seized at the dam last week" and "seized 58 workers at the dam on Monday"."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, partial

from onrecord.reconcile.calendar import meaning_on
from onrecord.reconcile.dating.bound import Bound, closed
from onrecord.reconcile.dating.clues import Clue, Clues, words
from onrecord.reconcile.memo import Memo
from onrecord.types import Interval, Span, Time, TimeExpression

WORD = re.compile(r"[A-Za-z][\w’'-]+")
SHARED = 4
"""Content words that two clauses must share, one of them a name."""
REACH = 110
"""Characters before a time (and 40 after) in which its happening is told."""
AFTER = 40
LATEST = 400
"""Days after a happening in which a report that tells it so is looked for."""
CLOSE = 7
"""Days: a happening known no better than this dates nothing."""
CROWD = 40
"""A word that more clauses than this hold tells nothing apart."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A time with the content words around it."""

    report: int
    clue: Clue
    words: frozenset[str]
    names: frozenset[str]


def clauses(number: int, clues: Clues) -> list[Clause]:
    """The clauses of a report that tell of something behind at a time."""
    out: list[Clause] = []
    for clue in clues.clues:
        if clue.time.anchor is not None or not backward(clue):
            continue
        start, end = clue.time.span
        around = clues.text[max(clue.sentence.start, start - REACH) : start] + " " + clues.text[end : min(clue.sentence.end, end + AFTER)]
        found = [w[0].replace("’s", "").replace("'s", "") for w in WORD.finditer(around)]
        content = frozenset(stem(w) for w in found if len(w) > 2 and w.lower() not in words("common"))
        if not content & stems():
            continue
        names = frozenset(stem(w) for w in found if w[0].isupper() and w.lower() not in words("common")) & content
        out.append(Clause(number, clue, content, names))
    return out


def backward(clue: Clue) -> bool:
    """Whether a time is told as behind and near enough to date a report: a weekday, a day, last week, earlier this month."""
    e = clue.time.expression
    if e.op == "shift":
        return (e.amount == -1 and e.unit in ("day", "week", "month")) or (e.amount == 0 and e.mod == "earlier" and e.unit in ("week", "month"))
    return (e.op == "weekday" and e.direction == "past") or (e.op == "date" and e.day is not None and e.direction == "past")


@cache
def stems() -> frozenset[str]:
    """The stems of what happens once."""
    return frozenset(stem(w) for w in words("once"))


def stem(word: str) -> str:
    """A word without the endings that two tellings differ in."""
    low = word.lower()
    for ending in ("ings", "ing", "ed", "es", "s"):
        if low.endswith(ending) and len(low) - len(ending) >= 4:
            return low[: -len(ending)]
    return low


@dataclass(frozen=True, slots=True)
class Told:
    """The clauses of all reports, and where each word stands."""

    clauses: Sequence[Clause]
    by_word: Mapping[str, Sequence[int]]
    by_report: Mapping[int, Sequence[int]]
    alike: dict[int, list[Clause]] = field(default_factory=dict)
    """The partners of the clauses that were asked for, by the place of each."""

    def partners(self, place: int) -> list[Clause]:
        """The clauses of other reports that share enough words with one of these, most first."""
        if place not in self.alike:
            self.alike[place] = partners(self, self.clauses[place])
        return self.alike[place]


def told_in(clauses: Sequence[Clause], words: Sequence[tuple[int, frozenset[str]]]) -> Told:
    """The clauses of a batch, in the order of their reports, with their index; *words* are the report and the content words of each."""
    homes: dict[str, list[int]] = defaultdict(list)
    by_report: dict[int, list[int]] = defaultdict(list)
    for place, (report, held) in enumerate(words):
        by_report[report].append(place)
        for word in held:
            homes[word].append(place)
    return Told(clauses, homes, by_report)


def partners(told: Told, clause: Clause) -> list[Clause]:
    """The clauses of other reports that share enough words with *clause*, most first."""
    counts: dict[int, int] = defaultdict(int)
    for word in clause.words:
        homes = told.by_word[word]
        for place in homes if len(homes) <= CROWD else ():
            counts[place] += 1
    out = []
    for place in counts:
        other = told.clauses[place]
        shared = clause.words & other.words
        if other.report != clause.report and len(shared) >= SHARED and shared & stems() and shared & (clause.names & other.names):
            out.append((len(shared), -place, other))
    return [other for _, _, other in sorted(out, key=lambda x: x[:2], reverse=True)]


class Spoken:
    """On which days a time would mean given days; each is worked out once, and a memo may know it from before."""

    def __init__(self, memo: Memo) -> None:
        self.memo, self.known = memo, dict[tuple[TimeExpression, Interval], tuple[Interval, ...]]()

    def on(self, expression: TimeExpression, known: Interval) -> Interval | None:
        """As `spoken_on`."""
        asked = (expression, known)
        if asked not in self.known:
            self.known[asked] = self.memo.of_inputs("days on which words mean a day", tuple[Interval, ...], asked, partial(spoken_on, *asked))
        return next(iter(self.known[asked]), None)


def bounds(
    number: int, told: Told, days: Mapping[int, Mapping[str, Interval | None]], known_by: tuple[Sequence[str], Spoken]
) -> list[Bound]:
    """What dated reports of the same happening leave for report *number*: the days on which its words would mean that day.

    *known_by* are the names of the reports, and who knows on which days words are said.
    """
    names, spoken = known_by
    out: list[Bound] = []
    for place in told.by_report.get(number, ()):
        clause = told.clauses[place]
        for other in told.partners(place):
            known = closed(days[other.report].get(other.clue.time.id))
            if known is None or (known.days or 99) > CLOSE or known.first is None or known.last is None:
                continue
            window = spoken.on(clause.clue.time.expression, known)
            if window is not None:
                why = f"“{clause.clue.quote}” is of what {names[other.report]} tells of “{other.clue.quote}” ({known.edtf()})"
                out.append(Bound(window, why, sure=False, week=(window.days or 99) <= CLOSE))
                break
    return out


def spoken_on(expression: TimeExpression, known: Interval) -> tuple[Interval, ...]:
    """The days of publication on which a time that leans on no other would mean *known*; nothing where there are none, or they are not together."""
    assert known.first is not None
    good = []
    time = Time("", Span(0, 0), "DATE", expression)
    for k in range(LATEST):
        day = known.first + dt.timedelta(days=k)
        meant = meaning_on(time, day)
        if meant is not None and meant.overlaps(known):
            good.append(day)
    if not good or (good[-1] - good[0]).days + 1 != len(good):
        return ()
    return (Interval(good[0], good[-1]),)
