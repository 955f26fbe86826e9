"""One truce, strike or siege told in several reports: how long it lasted, the weekday it ended, the month it fell in.

Each report gives a little; together they leave one stretch of days, and that dates the reports which say that it ended "Friday".
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.reconcile.calendar import thirds
from onrecord.reconcile.dating.bound import Bound, closed, span_days
from onrecord.reconcile.dating.clues import MANY, Clue, Clues, pattern, same_story
from onrecord.reconcile.dating.dealt import Dealt
from onrecord.types import Interval, Span

DAY = dt.timedelta(days=1)
NOBODY: frozenset[int] = frozenset()
LONGEST = 120
"""Days of a window in which the end of a spell is looked for."""
SEEDS = 5
"""Members of a group that a report is compared with, so that a large record costs no square."""
SURE = 3
"""Days: an end known no better than this dates nothing."""
HELD = re.compile(r"\s*(?:that\s+)?(?:lasted|held\s+for)\s*(?:for\s+)?")
OF = re.compile(r"\s+of\s+")


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that one report says of a spell."""

    report: int
    kind: str
    """lasted, ended, began, within or over."""
    words: str
    clue: Clue | None = None
    amount: int | None = None


def told_by(number: int, clues: Clues) -> list[Told]:
    """What report *number* says of spells that are over."""
    out: list[Told] = []
    for sentence in clues.sentences:
        words = sentence.of(clues.text)
        for m in pattern("spells").finditer(words):
            at = sentence.start + m.start()
            here = [c for c in clues.clues if c.sentence == sentence]
            out.extend(lasted(number, clues, m, sentence, here))
            out.extend(turned(number, words, at - sentence.start, sentence, here))
            out.extend(broken(number, words, m, sentence, here))
            out.extend(since(number, words, m, sentence, here))
    return out


def lasted(number: int, clues: Clues, m: re.Match[str], sentence: Span, here: list[Clue]) -> list[Told]:
    """"After a seven-day truce", "the truce lasted six days": its length, and that it is over."""
    start, end = sentence.start + m.start(), sentence.start + m.end()
    out: list[Told] = []
    for clue in here:
        e = clue.time.expression
        if e.op != "duration" or e.unit not in ("day", "week") or not e.amount or e.mod or e.amount % 1:
            continue
        days = int(e.amount) * (7 if e.unit == "week" else 1)
        between = clues.text[clue.time.span.end : start]
        lead = clues.text[max(sentence.start, clue.time.span.start - 24) : clue.time.span.start]
        over = pattern("after").search(lead) is not None
        held = HELD.fullmatch(clues.text, end, max(end, clue.time.span.start))
        if 0 <= clue.time.span.start < start and len(between) < 20 and over and not pattern("open").search(lead + between):
            out.append(Told(number, "lasted", clues.text[clue.time.span.start : end], clue, days))
        elif held or (over_of(clues.text, start) and OF.fullmatch(clues.text, end, max(end, clue.time.span.start))):
            out.append(Told(number, "lasted", clues.text[start : clue.time.span.end], clue, days))
    return out


def over_of(text: str, start: int) -> bool:
    """Whether a spell that begins at *start* is taken for over ("after a truce of …")."""
    return pattern("after").search(text, max(0, start - 14), start) is not None


def turned(number: int, words: str, at: int, sentence: Span, here: list[Clue]) -> list[Told]:
    """"The truce … ended Friday", "which began on Nov. 3": when it ended or began."""
    out: list[Told] = []
    for kind in ("ended", "began"):
        for verb in pattern(kind).finditer(words, at):
            clue = next((c for c in here if 0 <= c.time.span.start - sentence.start - verb.end() <= 12), None)
            if clue is None or not clue.behind or clue.time.expression.op not in ("weekday", "date"):
                continue
            if pattern("open").search(words[max(0, at - 30) : at]):
                continue
            quote = f"{words[at:].split(maxsplit=1)[0].strip(',.;')} {words[verb.start() : clue.time.span.end - sentence.start]}"
            out.append(Told(number, kind, quote, clue))
            break
    return out


def broken(number: int, words: str, m: re.Match[str], sentence: Span, here: list[Clue]) -> list[Told]:
    """"The shells on Kesh ended the truce on Monday": the verb before the spell."""
    verbs = list(pattern("ended").finditer(words, max(0, m.start() - BEFORE), m.start()))
    clue = next((c for c in here if 0 <= c.time.span.start - sentence.start - m.end() <= 6), None)
    if not verbs or clue is None or not clue.behind or clue.time.expression.op not in ("weekday", "date"):
        return []
    return [Told(number, "ended", words[verbs[-1].start() : clue.time.span.end - sentence.start], clue)]


def since(number: int, words: str, m: re.Match[str], sentence: Span, here: list[Clue]) -> list[Told]:
    """"Three weeks after the truce collapsed": how long ago the report puts the end."""
    verb = pattern("ended").search(words, m.end(), min(len(words), m.end() + BEFORE))
    for clue in here:
        e, end = clue.time.expression, clue.time.span.end - sentence.start
        gap = words[end : m.start()] if end < m.start() else ""
        if verb is None or e.op != "duration" or not e.amount or e.unit not in SIZES or not SINCE.fullmatch(gap):
            continue
        return [Told(number, "since", words[clue.time.span.start - sentence.start : verb.end()], clue, round(e.amount * SIZES[e.unit]))]
    return []


BEFORE = 24
"""Characters between a spell and a verb that ends it."""
SINCE = re.compile(r"\s+(?:after|since)\s+(?:the\s+|a\s+|their\s+|its\s+)?(?:[a-z-]+\s+)?")
SIZES = {"day": 1, "week": 7, "month": 30}


def within(number: int, dealt: Iterable[Dealt], counted: Mapping[int, set[int]]) -> list[Told]:
    """What is told of a deal, where a report that tells of the spell counts the same number freed."""
    out: list[Told] = []
    for one in dealt:
        shared = next((n for n in one.counts if counted.get(n, NOBODY) - {number}), None)
        if shared is not None:
            out.append(Told(number, "within", f"{shared} … {one.words}", one.clue))
    return out


@dataclass(frozen=True, slots=True)
class Known:
    """What each report of a batch tells of spells, by its number."""

    told: Sequence[Sequence[Told]]
    """Of spells that are over."""
    odd: Sequence[frozenset[int]]
    """Its rare counts."""
    dealt: Sequence[Sequence[Dealt]]
    spelled: frozenset[int]
    """The reports that name any spell."""


def groups(all_clues: Sequence[Clues], known: Known) -> list[list[Told]]:
    """What is told of one spell by reports that share names, a group each."""
    told, odd, spelled = {i: list(found) for i, found in enumerate(known.told)}, known.odd, known.spelled
    counted: defaultdict[int, set[int]] = defaultdict(set)
    for i in sorted(spelled):
        for n in odd[i] if told[i] else ():
            counted[n].add(i)
    for i, dealt in enumerate(known.dealt):
        fresh = within(i, dealt, counted)
        for n in odd[i] if i in spelled and fresh and not told[i] else ():
            counted[n].add(i)
        told[i].extend(fresh)
    return [[t for i in group for t in told[i]] for group in stories(all_clues, [i for i, t in told.items() if t])]


def stories(all_clues: Sequence[Clues], numbers: Sequence[int]) -> list[list[int]]:
    """Reports that tell of one matter: each is put, in their order, with the first group of whose first few it shares names."""
    by_name: defaultdict[str, list[int]] = defaultdict(list)
    for i in numbers:
        for name in sorted(all_clues[i].names):
            by_name[name].append(i)
    free = set(numbers)
    out: list[list[int]] = []
    for first in numbers:
        if first not in free:
            continue
        free.discard(first)
        group, waiting = [first], list[int]()
        for seed in range(SEEDS):
            if seed < len(group):
                more = [i for i in beside(all_clues, by_name, group[seed]) if i > group[-1] and i in free]
                waiting = sorted({*waiting, *more})
                if waiting:
                    group.append(waiting.pop(0))
        group.extend(waiting)
        free.difference_update(group)
        out.append(group)
    return out


def beside(all_clues: Sequence[Clues], by_name: Mapping[str, Sequence[int]], number: int) -> list[int]:
    """The reports that tell of one matter with report *number*, found by the names that they share."""
    shared = Counter(i for name in all_clues[number].names for i in by_name[name])
    return [i for i, n in shared.items() if n >= MANY - 1 and same_story(all_clues[number], all_clues[i])]


def ends(told: Sequence[Told], windows: Sequence[Interval | None], days: Mapping[int, Mapping[str, Interval | None]]) -> list[dt.date]:
    """The days on which the spell can have ended; empty where nothing pins it or the accounts contradict each other."""
    frame = framed(told, days)
    if frame is None:
        return []
    length = next((x.amount for x in told if x.amount and x.kind == "lasted"), None)
    return [day for day in span_days(frame) if all(fits(day, t, length, windows, days) for t in told)]


def framed(told: Sequence[Told], days: Mapping[int, Mapping[str, Interval | None]]) -> Interval | None:
    """The stretch that the dated accounts leave for the end."""
    longest = max((t.amount for t in told if t.amount and t.kind == "lasted"), default=None)
    best: Interval | None = None
    for t in told:
        known = meant(t, days)
        if known is None or known.first is None or known.last is None or (known.days or 999) > LONGEST // 2:
            continue
        if t.kind == "ended":
            frame = known
        elif longest is not None:
            frame = Interval(known.first, known.last + longest * DAY)
        else:
            continue
        best = frame if best is None or (frame.days or 0) < (best.days or 0) else best
    return best


def meant(t: Told, days: Mapping[int, Mapping[str, Interval | None]]) -> Interval | None:
    """The days of the time in *t*, "late November" its last third; None where its report is not dated well enough."""
    if t.clue is None or t.kind in ("lasted", "since"):
        return None
    known = closed(days[t.report].get(t.clue.time.id))
    return thirds(known, t.clue.time.expression.mod) if known is not None else None


def fits(end: dt.date, t: Told, length: int | None, windows: Sequence[Interval | None], days: Mapping[int, Mapping[str, Interval | None]]) -> bool:
    """Whether what *t* says can be true of a spell of *length* days that ended on *end*."""
    starts = [end - (length - k) * DAY for k in (0, 1)] if length else []
    window = windows[t.report]
    if window is not None and window.last is not None and window.last < end:
        return False
    if t.kind in ("lasted", "since") or t.clue is None:
        return True
    e, known = t.clue.time.expression, meant(t, days)
    if t.kind in ("within", "began"):
        weekday = e.op != "weekday" or any(s.weekday() == e.weekday for s in starts)
        return weekday and (known is None or not starts or any(inside(s, known) for s in starts))
    if known is not None:
        return inside(end, known)
    return e.op != "weekday" or end.weekday() == e.weekday


def inside(day: dt.date, days: Interval) -> bool:
    """Whether a day lies in a closed interval."""
    return (days.first is None or day >= days.first) and (days.last is None or day <= days.last)


def bounds(told: Sequence[Told], found: Sequence[dt.date], names: Sequence[str]) -> dict[int, list[Bound]]:
    """What the end of a spell leaves for the reports that tell of it."""
    out: dict[int, list[Bound]] = {}
    if not found or (max(found) - min(found)).days >= SURE:
        return out
    first, last = min(found), max(found)
    how = "; ".join(dict.fromkeys(f"“{t.words}” ({names[t.report]})" for t in told))
    when = f"{first}" if first == last else f"{first}/{last}"
    for t in told:
        if t.kind == "within":
            continue
        bare = t.kind == "ended" and t.clue is not None and t.clue.time.expression.op == "weekday"
        days = Interval(first, last + 6 * DAY if bare else None)
        if t.kind == "since" and t.amount and t.clue is not None:
            slack = SIZES[t.clue.time.expression.unit or "day"] // 2 * DAY
            days, bare = Interval(first + t.amount * DAY - slack, last + t.amount * DAY + slack), slack < 7 * DAY
        what = "counts from the end of" if t.kind == "since" else "is the end of" if t.kind == "ended" else "tells of"
        why = f"“{t.words}” {what} what ended on {when}, as these together leave no other day: {how}"
        out.setdefault(t.report, []).append(Bound(days, why, week=bare))
    return out
