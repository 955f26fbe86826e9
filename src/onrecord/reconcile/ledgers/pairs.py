"""Two values of one measure: the same, an update, of another scope or day, a rounding, or a conflict."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from onrecord.reconcile.ledgers.flows import Group, apart, bound_part, flows_making, grouped, near, next_door, precise
from onrecord.reconcile.ledgers.rules import identities, limit
from onrecord.reconcile.ledgers.sums import Book, agreed, ids_of, line, plus
from onrecord.reconcile.ledgers.sums import together as together_on
from onrecord.reconcile.ledgers.values import Value, number
from onrecord.types import LedgerLine

COMPARED = ("taken", "held", "alive", "dead", "feared_dead", "missing", "freed", "killed", "injured", "struck", "released")
MOVING = ("held", "freed")
"""Counts that each release moves: within the days that are as good as one, several numbers of them may be true one after the other."""
NEXT, LATER = 8, 1
"""Each value is compared with the next eight of its days and the next one of a later day."""
SCOPED = ("taken", "held", "alive", "missing", "freed", "released", "to_release")
"""Measures of one set of people, of which a scope names some; the killed of two kinds are not some of one another."""


def pair_lines(book: Book) -> Iterator[LedgerLine]:
    """Lines for neighbouring values of each measure, and for a scoped value beside its total."""
    summed = any(book.family in i.families for i in identities())
    for measure in COMPARED:
        values = [v for v in book.values if v.measure == measure]
        for one, other in neighbours(book.totals(measure)):
            if agreed(one, other) and (made := compared(book, one, other)) is not None and (summed or made.verdict != "consistent"):
                yield made
        if measure in SCOPED:
            yield from scope_lines(values)


def neighbours(groups: Sequence[Group]) -> Iterator[tuple[Group, Group]]:
    """Every group with those of its own days and the first few after them: the pairs whose difference tells something."""
    for i, one in enumerate(groups):
        later = 0
        for other in groups[i + 1 : i + 1 + NEXT]:
            yield one, other
            later += not near(one.day, other.day)
            if later >= LATER:
                break


def compared(book: Book, one: Group, other: Group) -> LedgerLine | None:
    """The line of two totals of one measure, the earlier first; None where there is nothing to say."""
    a, b = one.first, other.first
    if a.unit != b.unit:
        return None
    if one.bound and other.bound and a.flow:
        return happening_line(one, other)
    ids, terms, together = ids_of(one, other), f"{a.label}; {b.label}", together_on(one, other) and not moved_on(one, other)
    if overlap(a, b):
        if not together or (a.exact and b.exact):
            return None
        return line("rounding" if rough(a, b) else "consistent", ids, terms)
    gap = distance(a, b)
    if together and gap <= limit("rounding") * max(a.low, b.low) and (a.rounded or b.rounded or round_number(a) != round_number(b)):
        return line("rounding", ids, f"{terms}: a round number beside an exact one", difference=gap)
    if together and not (a.flow and not (a.cumulative and b.cumulative)):
        if between := flows_between(book, one, other):
            note = f"the difference is the {plus(between)} told as set free about these days: one count is from before, the other from after"
            return line("update" if a.flow else "different_as_of", ids, f"{a.label}; {b.label}", difference=gap, note=note)
        return line("does_not_add_up", ids, f"{terms}, on the same day", difference=gap, note="two counts of one day")
    if a.flow and b.cumulative and not a.cumulative and precise(a.as_of) and a.exact and b.exact and b.low > a.low:
        return line("update", ids, f"{a.label}, later {b.label} in all", difference=gap, note="one of several, and their count so far")
    if a.flow and not (a.cumulative and b.cumulative):
        return None
    if a.flow and b.high is not None and b.high < a.low:
        return line("does_not_add_up", ids, f"{a.label}, later {b.label}", difference=gap, note="a count that only grows has fallen")
    if a.measure == "held" and a.exact and b.exact:
        return None
    return line("update" if a.flow else "different_as_of", ids, f"{a.label}, later {b.label}", difference=gap)


def moving(group: Group) -> bool:
    """Whether each release moves a count: of those held or freed, or of those released so far."""
    return group.first.measure in MOVING or (group.first.measure == "released" and group.first.cumulative)


def moved_on(one: Group, other: Group) -> bool:
    """Whether a count is as releases make it two days or more after another: lower of the held, higher of the freed; and no second count of one day."""
    if not moving(one) or not moving(other) or one.day is None or other.day is None or next_door(one.day, other.day):
        return False
    early, late = sorted((one, other), key=lambda g: (g.day is not None, g.day))
    return late.low < early.low if one.first.measure == "held" else late.low > early.low


def flows_between(book: Book, one: Group, other: Group) -> Sequence[Group]:
    """The releases and rescues in a row, about the days of two exact counts that each release moves, that make up their difference; empty if none do."""
    if not (moving(one) and moving(other) and one.first.exact and other.first.exact) or one.day is None or other.day is None:
        return ()
    return flows_making(book.flows, (one.day, other.day), abs(one.low - other.low))


def rough(a: Value, b: Value) -> bool:
    """Whether one of two values that go together only rounds the other."""
    return (a.rounded or b.rounded) and a.number != b.number


def happening_line(one: Group, other: Group) -> LedgerLine | None:
    """Two happenings of one measure: different counts of one, by different reports, unless their days part them."""
    a, b = one.first, other.first
    reports = {v.report for v in one.values} & {v.report for v in other.values}
    if reports or not precise(one.days) or not precise(other.days) or apart(one.days, other.days) or overlap(a, b):
        return None
    terms = f"{a.label}; {b.label}, on one day"
    return line("open", ids_of(one, other), terms, difference=distance(a, b), open_terms=("whether both tell of one happening",))


def overlap(a: Value, b: Value) -> bool:
    """Whether one number may be both."""
    return (a.high is None or b.low <= a.high) and (b.high is None or a.low <= b.high)


def distance(a: Value, b: Value) -> float:
    """How far two intervals that do not overlap are from each other."""
    return b.low - (a.high or 0) if a.high is not None and a.high < b.low else a.low - (b.high or 0)


def round_number(value: Value) -> bool:
    """Whether the number looks round: three figures or more, the last of them noughts."""
    return value.number is not None and value.number >= 100 and value.number % 50 == 0


def scope_lines(values: Sequence[Value]) -> Iterator[LedgerLine]:
    """A count of some of them beside a count of all: no difference to settle, unless some are more than all."""
    totals = [g for g in grouped(v for v in values if v.total or bound_part(v)) if g.first.exact]
    calendar = Calendar(totals)
    for part in grouped(v for v in values if v.of is not None and v.part_of is None):
        some = part.first
        for total in calendar.nearest(some.day, 2):
            if not (may_hold(total, some) if total.first.flow else together_on(part, total)):
                continue
            ids, gap = ids_of(part, total), part.low - (total.high or part.low)
            if some.scope == total.first.scope and gap == 0:
                continue  # the same count, told once in a row and once alone
            if gap > 0 and total.first.flow:
                continue
            if gap > 0 and some.own:
                note = "a body counts its own people: its list may hold some whom the other count leaves out"
                yield line("different_scope", ids, f"{some.label}; {total.first.label}", difference=gap, note=note)
                continue
            if gap > 0:
                yield line("does_not_add_up", ids, f"{some.label}, more than {total.first.label}", difference=gap, note="a part larger than its total")
            else:
                yield line("different_scope", ids, f"{some.label}; {total.first.label}")


class Calendar:
    """Groups by day, for those nearest to a day without looking at all."""

    def __init__(self, groups: Sequence[Group]) -> None:
        self.groups = groups
        self.undated = [i for i, g in enumerate(groups) if g.day is None]
        self.dated = sorted((g.day.toordinal(), i) for i, g in enumerate(groups) if g.day is not None)

    def nearest(self, day: dt.date | None, most: int) -> list[Group]:
        """The groups fewest days from *day*, the first ones of equals; no day, theirs or this, counts as no distance."""
        if day is None:
            return list(self.groups[:most])
        at = bisect_left(self.dated, (day.toordinal(), -1))
        found = [(0, i) for i in self.undated[:most]]
        low, high = at - 1, at
        while True:
            sides = [abs(self.dated[k][0] - day.toordinal()) for k in (low, high) if 0 <= k < len(self.dated)]
            if not sides or (len(found) >= most and min(sides) > sorted(found)[most - 1][0]):
                return [self.groups[i] for _, i in sorted(found)[:most]]
            if low >= 0 and (high >= len(self.dated) or day.toordinal() - self.dated[low][0] <= self.dated[high][0] - day.toordinal()):
                found.append((day.toordinal() - self.dated[low][0], self.dated[low][1]))
                low -= 1
            else:
                found.append((self.dated[high][0] - day.toordinal(), self.dated[high][1]))
                high += 1


def may_hold(total: Group, part: Value) -> bool:
    """Whether the days of a flow may hold those of its part."""
    if total.days is None or part.as_of is None:
        return True
    return total.days.overlaps(part.as_of) or (total.day is not None and part.day is not None and part.day <= total.day)


def same_scope_lines(values: Sequence[Value]) -> Iterator[LedgerLine]:
    """Values of one scope that differ on one day."""
    by_scope: dict[str, list[Value]] = {}
    for value in values:
        if value.scope is not None:
            by_scope.setdefault(value.scope.lower(), []).append(value)
    for scope in sorted(by_scope):
        for one, other in pairwise(grouped(by_scope[scope])):
            if one.first.measure == other.first.measure and near(one.day, other.day) and not overlap(one.first, other.first):
                yield line(
                    "does_not_add_up", ids_of(one, other), f"{one.first.label}; {other.first.label}", difference=distance(one.first, other.first),
                    note=f"two counts of one scope on one day: {number(one.low)} and {number(other.low)}",
                )
