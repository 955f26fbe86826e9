"""Sums over reported figures by the identities: whether they add up, by how much not, and which unstated terms might explain it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Literal

from onrecord.reconcile.ledgers.flows import Group, choices, flows_making, grouped, happenings, near, precise, told_flows
from onrecord.reconcile.ledgers.rules import identity, limit, words
from onrecord.reconcile.ledgers.values import Value, number
from onrecord.reconcile.ordering import derived_id
from onrecord.types import Interval, LedgerLine

Verdict = Literal["adds_up", "does_not_add_up", "open", "consistent", "different_scope", "different_as_of", "update", "rounding", "corrected"]


@dataclass(frozen=True, slots=True)
class Book:
    """The values of one ledger, totals (unscoped, no part) apart."""

    family: str
    values: tuple[Value, ...]
    flows: tuple[Group, ...] = field(init=False, compare=False)
    """Releases and rescues, those that may be one report of one thing put together."""
    counts: dict[str, tuple[Group, ...]] = field(init=False, compare=False)
    """Totals by measure, put together likewise, in the order of days."""

    def __post_init__(self) -> None:
        """Puts the values together once: every sum asks for them."""
        by_measure: dict[str, list[Value]] = {}
        for value in self.values:
            if value.total:
                by_measure.setdefault(value.measure, []).append(value)
        object.__setattr__(self, "counts", {measure: tuple(grouped(values)) for measure, values in by_measure.items()})
        object.__setattr__(self, "flows", tuple(told_flows(v for v in self.values if v.measure in ("released", "rescued"))))

    def totals(self, measure: str) -> tuple[Group, ...]:
        """Totals of a measure."""
        return self.counts.get(measure, ())


def line(verdict: Verdict, ids: Sequence[str], words_of_sum: str, **more: object) -> LedgerLine:
    """A ledger line with an id of its figures and kind."""
    made = LedgerLine(derived_id("line", ids, verdict, words_of_sum), tuple(sorted(set(ids))), verdict, words_of_sum)
    return replace(made, **more)  # type: ignore[arg-type]


def plus(groups: Sequence[Group]) -> str:
    """ "4 + 105 + 1 + 2", in the order of measures and days."""
    return " + ".join(number(g.low) for g in groups)


def minus(before: Group, gone: Sequence[Group]) -> str:
    """ "135 - 2 - 4"."""
    return " - ".join(number(g.low) for g in (before, *gone))


def ids_of(*groups: Group) -> list[str]:
    """The statements behind groups."""
    return [i for g in groups for i in g.ids]


def open_words(name: str) -> tuple[str, ...]:
    """The unstated terms of an identity, in words."""
    return tuple(words(t) for t in identity(name).opens)


def freed_lines(book: Book) -> Iterator[LedgerLine]:
    """`freed = released + rescued` for every total of the freed, with flows that surely share nobody."""
    for total in book.totals("freed")[-int(limit("stocks")) :]:
        if total.day is None or not total.first.exact:
            continue
        flows = happenings(book.flows, until=total.day)
        sets = [tuple(sorted(upto(s, total), key=lambda g: (g.first.measure != "released", g.day, g.low))) for s in choices(flows) if len(s) > 1]
        if not sets:
            continue
        exact = [s for s in sets if sum(g.low for g in s) == total.low]
        best = exact[0] if exact else max(sets, key=lambda s: (sum(g.low for g in s), len(s), plus(s)))
        have = sum(g.low for g in best)
        ids = ids_of(total, *best)
        if exact:
            yield line("adds_up", ids, f"{plus(best)} = {number(have)}", note="freed = released + rescued")
        elif have > total.low:
            yield line("does_not_add_up", ids, f"{plus(best)} = {number(have)}, not {number(total.low)}", difference=have - total.low)
        else:
            gap = total.low - have
            yield line(
                "open", ids, f"{plus(best)} = {number(have)} of {number(total.low)}", difference=gap, open_terms=("other releases or rescues",),
                note=f"{number(gap)} of the freed are not accounted for in these reports",
            )


def upto(flows: Sequence[Group], total: Group) -> tuple[Group, ...]:
    """The flows that a count of its day can hold: those of the days about it come in one by one until they make the count or pass it."""
    ordered = sorted(flows, key=lambda g: (g.day is not None, g.day, g.ids))
    sure = [g for g in ordered if not near(g.day, total.day)]
    for group in ordered:
        if near(group.day, total.day) and sum(g.low for g in (*sure, group)) <= total.low:
            sure.append(group)
    return tuple(sure)


def outflow(book: Book, held: Group) -> list[tuple[Group, ...]]:
    """Who had left by the day of a stock: the total freed at that day, else sets of disjoint flows up to it."""
    totals = [g for g in book.totals("freed") if g.first.exact and together(g, held)]
    if totals:
        return [(g,) for g in totals]
    if held.day is None:
        return []
    flows = happenings(book.flows, until=held.day)
    return [tuple(sorted(s, key=lambda g: (g.first.measure != "released", g.day, g.low))) for s in choices(flows) if s]


def whereabouts_lines(book: Book) -> Iterator[LedgerLine]:
    """`taken = freed + held` for every exact stock of the held and every way to put the takings before it together."""
    stocks = [g for g in book.totals("held") if g.first.exact and g.day is not None]
    takings = book.totals("taken")
    for held in stocks[-int(limit("stocks")) :]:
        gone = outflow(book, held)
        before = [g for g in takings if agreed(g, held) and (g.day is None or (held.day is not None and g.day <= held.day) or near(g.day, held.day))]
        bodies = happenings(told_flows(v for v in book.values if v.measure == "bodies_recovered"), until=held.day) if held.day else []
        gone += [(*s, *b) for s in gone for b in choices(bodies) if b]
        for taken in choices(before) if gone and before else []:
            target = sum(g.low for g in taken) if all(g.first.exact for g in taken) else None
            best = min(gone, key=lambda s: (target is None or sum(g.low for g in s) + held.low != target, dead(s), -sum(g.low for g in s), plus(s)))
            if (made := whereabouts_line(taken, held, best)) is not None:
                yield told_apart(book, made, held, best)


def dead(gone: Sequence[Group]) -> bool:
    """Whether bodies are among those gone: a stock may have left out the dead all along, so they count only where they make the sum whole."""
    return any(g.first.measure == "bodies_recovered" for g in gone)


def told_apart(book: Book, made: LedgerLine, held: Group, gone: Sequence[Group]) -> LedgerLine:
    """The line as it is; where flows about the days of the held and of the freed make up its difference, the two were counted at two moments."""
    if made.verdict != "does_not_add_up" or not made.difference or len(gone) != 1 or held.day is None or gone[0].day is None:
        return made
    between = flows_making(book.flows, (held.day, gone[0].day), made.difference)
    if not between:
        return made
    note = f"the difference is the {plus(between)} told as set free about these days: the held and the freed are of two moments"
    return line("different_as_of", made.statements, made.sum, difference=made.difference, note=note)


def together(one: Group, other: Group) -> bool:
    """Whether two groups hold on one day, or stand undated in one report."""
    if one.day is None or other.day is None:
        return bool({v.report for v in one.values} & {v.report for v in other.values})
    return near(one.day, other.day)


def agreed(one: Group, other: Group) -> bool:
    """Whether two groups may be of one party's captives."""
    return one.first.party is None or other.first.party is None or one.first.party == other.first.party


def whereabouts_line(taken: Sequence[Group], held: Group, gone: Sequence[Group]) -> LedgerLine | None:
    """One sum of those gone and those held against those taken; None beside a mere "dozens"."""
    have = sum(g.low for g in gone) + held.low
    low, exact = sum(g.low for g in taken), all(g.first.exact for g in taken)
    ids = ids_of(*taken, held, *gone)
    terms = f"{plus(gone)} + {number(held.low)} = {number(have)}"
    if len(gone) > 1:
        terms = f"{number(held.low)} + {plus(gone)} = {number(have)}"
    told = number(low) if len(taken) == 1 else f"{plus(taken)} = {number(low)}"
    whole = gone[0].first.measure == "freed"
    if not exact and all(g.first.number is None for g in taken):
        return None
    if not exact:
        label = " and ".join(g.first.label for g in taken)
        if have >= low:
            return line("consistent", ids, f"{terms} accounted for; {label}")
        return line("does_not_add_up" if whole else "open", ids, f"{terms}; {label}", difference=low - have, open_terms=open_words("whereabouts"))
    if have == low:
        note = "taken = freed + bodies recovered + held" if dead(gone) else "taken = freed + held"
        return line("adds_up", ids, terms if len(taken) == 1 else f"{terms}; {told}", note=note)
    gap = abs(have - low)
    if have < low and not whole:
        note = f"{number(gap)} of the taken are not accounted for in these reports"
        terms_open = ("other releases or rescues", *open_words("whereabouts"))
        return line("open", ids, f"{terms} of {told}", difference=gap, open_terms=terms_open, note=note)
    return line("does_not_add_up", ids, f"{terms}, not {told}", difference=gap, open_terms=open_words("whereabouts"))


def left_between(before: Group, after: Group, flows: Sequence[Group]) -> tuple[Group, ...]:
    """Who left between two stocks: flows that explain the difference, if any do, else those surely between the two days.

    A flow of the days just after the second stock may be counted in it already, since counts and reports move at different speeds.
    """
    sure = [g for g in flows if g.day is not None and after.day is not None and g.day <= after.day]
    ways = [*choices(sure), *choices(flows)]
    target = before.low - after.low
    return min(ways, key=lambda s: (sum(g.low for g in s) != target, any(g not in sure for g in s), -sum(g.low for g in s), plus(s)))


def change_lines(book: Book) -> Iterator[LedgerLine]:
    """A stock on two days against the flows between them."""
    stocks = [g for g in book.totals("held") if g.first.exact and g.day is not None]
    for before, after in pairwise(stocks[-int(limit("stocks")) :]):
        if before.day is None or after.day is None or near(before.day, after.day) or not agreed(before, after):
            continue
        told = happenings(book.flows, until=after.day, after=before.day)
        flows = [g for g in told if g.bound]  # what no day of its own ties to these days may be a running total
        gone = left_between(before, after, flows)
        rest = before.low - sum(g.low for g in gone)
        if gone:
            yield change_line(before, after, gone, open_=after.low < rest, note="an update to explain, not to merge")
        elif before.low != after.low:
            yield line(
                "update", ids_of(before, after), f"{number(before.low)} held, later {number(after.low)}", difference=abs(before.low - after.low),
                note="no flow between the two days is told in these reports",
            )


def change_line(before: Group, after: Group, gone: Sequence[Group], *, open_: bool, note: str) -> LedgerLine:
    """One stock less those who left against the next."""
    rest = before.low - sum(g.low for g in gone)
    ids, terms = ids_of(before, after, *gone), f"{minus(before, gone)} = {number(rest)}"
    if rest == after.low:
        return line("adds_up", ids, terms, note="the difference of two stocks is the flows between")
    more = ("identified later", "taken since") if after.low > rest else open_words("whereabouts")
    verdict: Verdict = "open" if open_ else "does_not_add_up"
    return line(verdict, ids, f"{terms}, not {number(after.low)}", difference=abs(rest - after.low), open_terms=more, note=note)


def own_count_lines(book: Book) -> Iterator[LedgerLine]:
    """The first and the last count of the held that one side gives, against all who left between: its own numbers, whatever others count in between.

    Bodies given back are of those who left; a count of a month is left out, as the releases of its days are told too.
    """
    stocks = [g for g in book.totals("held") if g.first.exact and g.day is not None]
    for side in sorted({v.side for g in stocks for v in g.values if v.side is not None}):
        mine = [g for g in stocks if any(v.side == side for v in g.values)]
        before, after = mine[0], mine[-1]
        if len(mine) < 2 or before.day is None or after.day is None or stocks.index(after) - stocks.index(before) < 2 or near(before.day, after.day):
            continue
        narrow = [g for g in happenings(book.flows, until=after.day, after=before.day) if g.bound and precise(g.days)]
        flows = [*narrow, *(g for g in happenings(book.flows, until=after.day) if g not in narrow and under_a_deal(g, before.day))]
        bodies = [g for g in told_flows(v for v in book.values if v.measure == "bodies_recovered") if may_lie(g, before.day, after.day)]
        ways = [(*s, *b) for s in choices(flows) for b in choices(bodies) if s]
        if ways:
            gone = min(ways, key=lambda s: (sum(g.low for g in s) != before.low - after.low, -sum(g.low for g in s), len(s), plus(s)))
            ordered = tuple(sorted(gone, key=lambda g: (g.first.measure != "released", dead((g,)), g.day, g.low)))
            yield change_line(before, after, ordered, open_=False, note=f"by the counts that {side} gives itself")


def under_a_deal(group: Group, after: dt.date) -> bool:
    """Whether a count of those freed under a deal is told of days behind *after* only."""
    days = [v.as_of for v in group.values]
    return group.first.agreement is not None and all(d is not None and d.first is not None and d.first > after for d in days)


def may_lie(group: Group, after: dt.date, until: dt.date) -> bool:
    """Whether a flow may have fallen on the days behind *after* up to *until*."""
    return group.days is None or group.days.overlaps(Interval(after + dt.timedelta(days=1), until))
