"""Which of two deeds a report puts first by its words ("an hour later", "the next day", "two days after"), and the days that follow from it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from onrecord.reconcile.events.settings import spelt, table
from onrecord.reconcile.sentences import sentences
from onrecord.types import EventMention, Interval, Report, Span, Statement

REACH = 90
"""Characters between the words of order and the deed that they put in its place."""
BACK = 2
"""Sentences back in which stands what a sentence follows on."""
BREAK = re.compile(r"[;:]|,\s+(?:but|while|whereas)\b")
COMMA = re.compile(r"[,;:]")
JOINED = re.compile(r"\b(?:and|or)\s+$", re.I)
OPENING = re.compile(r"^[\W_]*(?:(?:and|but|only|just|yet|even)\s+)?$", re.I)
"""What may stand before words of order at the head of a sentence."""
DAYS = {"minute": (0, 0), "hour": (0, 0), "day": (1, 0), "week": (7, 3), "month": (30, 7)}
"""Days of a unit of time, and by how many a number of them may miss."""
FEW = 12
"""Most units of "days later", "weeks later"."""


@dataclass(frozen=True, slots=True)
class Ordered:
    """Two mentions of one report, of which its words put one after the other; by their statements."""

    earlier: str
    later: str
    least: int
    most: int | None
    """Days between them; None where nothing tells at most how many."""
    strict: bool = True
    """Whether one is surely another deed than the other; "meanwhile" only tells that they are of one time."""


@dataclass(frozen=True, slots=True)
class Cue:
    """Words of order at a place of a sentence."""

    span: Span
    least: int
    most: int | None
    kind: str
    """"later": of what stands after, "clause": behind the deed of the clause that it opens, "ahead": before that deed, "same": of one time."""


@cache
def patterns() -> tuple[tuple[str, re.Pattern[str], int, int | None], ...]:
    """(kind, pattern, least, most) of all words of order; what tells a length before what tells none."""
    told = table("order")
    rows = [(kind, words, least, most) for kind in ("later", "ahead", "clause") for words, least, most in told[kind]]
    made = [(kind, words.replace("{L}", told["lengths"]), least, None if most < 0 else most) for kind, words, least, most in rows]
    return tuple((kind, re.compile(rf"(?<!\w)(?:{words})", re.I), least, most) for kind, words, least, most in made) + tuple(
        ("same", re.compile(words, re.I), 0, 0) for words in told["same"]
    )


def ordered_in(report: Report, mentions: Sequence[Statement]) -> tuple[Ordered, ...]:
    """The pairs of deeds that the words of a report put in order; *mentions* are its event statements. Plans and wishes have no place in time."""
    told = sorted((m for m in mentions if deed(m)), key=lambda m: (mention_of(m).trigger_span, m.id))
    found: dict[tuple[str, str], Ordered] = {}
    before: list[list[Statement]] = []
    for sentence in sentences(report) if len(told) > 1 else ():
        own = [m for m in told if sentence.holds(mention_of(m).trigger_span)]
        clauses = set()
        for cue in cues(report.text, sentence) if own else ():
            behind = deed_behind(report.text, cue, own)
            if behind is not None and cue.kind in ("clause", "ahead"):
                clauses.add(behind.id)
            for pair in pairs(Place(report.text, sentence, cue, behind), own, before):
                found.setdefault((pair.earlier, pair.later), pair)
        before.append([m for m in own if m.id not in clauses] or own)
    return tuple(found[key] for key in sorted(found) if key[0] != key[1] and (key[1], key[0]) not in found)


def cues(text: str, sentence: Span) -> Iterator[Cue]:
    """The words of order in a sentence; where two patterns meet the first one holds."""
    words = sentence.of(text)
    taken: list[Span] = []
    for kind, pattern, least, most in patterns():
        for match in pattern.finditer(words):
            span = Span(sentence.start + match.start(), sentence.start + match.end())
            if any(span.overlaps(other) for other in taken):
                continue
            taken.append(span)
            few = gap(match.groupdict()) if match.groupdict().get("unit") else (least, most)
            yield Cue(span, *few, kind)


def gap(told: Mapping[str, str | None]) -> tuple[int, int | None]:
    """The days of a length of time: "an hour" is the day or the next, "two days" two, "weeks" some."""
    size, slack = DAYS[(told["unit"] or "").lower()]
    number = (told["n"] or "").lower()
    count = int(number) if number.isdigit() else 1 if number in ("a", "an", "one") else int(spelt(number) or 0)
    if not size:
        return 0, 1
    return (max(count * size - slack, 1), count * size + slack) if count else (size, FEW * size)


@dataclass(frozen=True, slots=True)
class Place:
    """Words of order in their sentence, with the deed of the clause behind them."""

    text: str
    sentence: Span
    cue: Cue
    behind: Statement | None


def pairs(place: Place, own: Sequence[Statement], before: Sequence[Sequence[Statement]]) -> Iterator[Ordered]:
    """The two deeds that some words of order tell of, if both are told."""
    text, cue, behind = place.text, place.cue, place.behind
    opens = OPENING.match(text[place.sentence.start : cue.span.start]) is not None
    ahead = next((m for m in reversed(own) if mention_of(m).trigger_span.end <= cue.span.start), None)
    last = next((row[0] for row in reversed(before[-BACK:]) if row), None)
    if cue.kind in ("later", "same"):
        if opens and behind is not None and last is not None:
            yield Ordered(last.id, behind.id, cue.least, cue.most, cue.kind == "later")
        elif not opens and cue.kind == "later" and len(own) > 1:
            near = behind if behind is not None and text[cue.span.end : mention_of(behind).trigger_span.start].count(" ") <= 3 else ahead
            first = next((m for m in reversed(own) if near is not None and mention_of(m).trigger_span.end <= mention_of(near).trigger_span.start), None)
            if near is not None and first is not None and first is not near:
                yield Ordered(first.id, near.id, cue.least, cue.most)
        return
    if behind is None:
        return
    subject = ahead if not opens else main_after(text, own, behind)
    if subject is ahead and ahead is not None and JOINED.search(text, mention_of(ahead).trigger_span.end, cue.span.start):
        return  # "when the town fell and after the army left": two times of one deed, which stands before both
    if subject is not None and subject is not behind:
        one, other = (behind, subject) if cue.kind == "clause" else (subject, behind)
        yield Ordered(one.id, other.id, cue.least, cue.most)


def deed_behind(text: str, cue: Cue, own: Sequence[Statement]) -> Statement | None:
    """The deed of the clause behind words of order."""
    return next((m for m in own if reached(text, cue, mention_of(m).trigger_span.start)), None)


def reached(text: str, cue: Cue, at: int) -> bool:
    """Whether a trigger at *at* is of the clause behind a cue; one that a cue opens ends at a comma."""
    start = cue.span.end
    ends = BREAK if cue.kind in ("later", "same") else COMMA
    return start <= at <= start + REACH and ends.search(text, start, at) is None


def main_after(text: str, own: Sequence[Statement], clause: Statement) -> Statement | None:
    """The deed of the main clause behind an opening clause ("after the truce collapsed, the army shelled the town")."""
    end = mention_of(clause).trigger_span.end
    comma = text.find(",", end)
    return next((m for m in own if 0 <= comma < mention_of(m).trigger_span.start), None)


def deed(statement: Statement) -> bool:
    """Whether a mention is of something done or, by its words, not done; also a noun of what was by its day ("the end of the pause")."""
    kind, days, told = mention_of(statement).factuality, statement.date, statement.published
    past = days is not None and told is not None and days.last is not None and told.last is not None and days.last <= told.last
    return kind in ("happened", "ongoing", "denied") or (kind == "possible" and past)


def mention_of(statement: Statement) -> EventMention:
    """The mention that a statement of this layer is."""
    if not isinstance(statement.item, EventMention):
        raise TypeError(f"statement {statement.id} of layer {statement.layer} is no event")
    return statement.item


def earlier_than(orders: Sequence[Ordered]) -> dict[str, frozenset[str]]:
    """Statement → those that its report puts before it, through any number of steps."""
    direct: dict[str, set[str]] = {}
    for one in orders:
        if one.strict:
            direct.setdefault(one.later, set()).add(one.earlier)
    found: dict[str, frozenset[str]] = {}
    for later in sorted(direct):
        seen: set[str] = set()
        waiting = sorted(direct[later])
        while waiting:
            at = waiting.pop()
            if at not in seen and at != later:
                seen.add(at)
                waiting += sorted(direct.get(at, ()))
        found[later] = frozenset(seen)
    return found


def days_by_order(orders: Sequence[Ordered], mentions: Sequence[Statement]) -> dict[str, Interval]:
    """Statement without days of its own → the days that its place before or after dated deeds leaves it, up to its report."""
    told = {m.id: m for m in mentions}
    dated = {m.id: m.date for m in mentions if m.date is not None and m.date.days is not None}
    found: dict[str, Interval] = {}
    for _ in range(2):  # a second time for what follows on what follows
        for one in orders:
            for at, other, after in ((one.later, one.earlier, True), (one.earlier, one.later, False)):
                known = found.get(other) or dated.get(other)
                if at in told and told[at].date is None and known is not None:
                    days = shifted(known, one, after=after)
                    met = days.meet(found[at]) if at in found else days
                    found[at] = met or found[at]
    return {i: bounded for i, days in found.items() if (bounded := by_report(days, told[i])) is not None}


def shifted(days: Interval, one: Ordered, *, after: bool) -> Interval:
    """The days that lie behind or before *days* as an order tells."""
    least, most = dt.timedelta(one.least), None if one.most is None else dt.timedelta(one.most)
    if days.first is None or days.last is None:
        return days
    if after:
        return Interval(days.first + least, None if most is None else days.last + most)
    return Interval(None if most is None else days.first - most, days.last - least)


def by_report(days: Interval, statement: Statement) -> Interval | None:
    """*days* up to the last on which the report can have been published; None where they lie behind it."""
    told = statement.published
    return days if told is None or told.last is None else days.meet(Interval(None, told.last))
