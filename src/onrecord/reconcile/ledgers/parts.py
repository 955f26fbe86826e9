"""Totals and their named parts, and the condition of those who are held."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.reconcile.ledgers.sums import Book, line
from onrecord.reconcile.ledgers.values import Value, number
from onrecord.types import LedgerLine

CONDITIONS = ("dead", "feared_dead")
SAID = {"dead": "said to be dead", "feared_dead": "feared dead"}


def part_lines(book: Book) -> Iterator[LedgerLine]:
    """One line for every total that names parts; the words of a rest never say that it is alive or dead."""
    named: dict[str | None, list[Value]] = {}
    for value in book.values:
        named.setdefault(value.part_of, []).append(value)
    for total in sorted(book.values, key=lambda v: v.statement):
        parts = sorted(named.get(total.statement, ()), key=lambda v: (-v.low, v.statement))
        if not parts or total.high is None:
            continue
        if any(p.measure in (*CONDITIONS, "alive") and p.measure != total.measure for p in parts):
            yield condition_line(total, parts)
        else:
            yield breakdown_line(total, parts)


def breakdown_line(total: Value, parts: Sequence[Value]) -> LedgerLine:
    """A breakdown: its parts make the total, or leave a rest of which nothing is said."""
    ids = [total.statement, *(p.statement for p in parts)]
    have, most = sum(p.low for p in parts), total.high or total.low
    terms = " + ".join(p.short for p in parts)
    if have > most:
        return line("does_not_add_up", ids, f"{terms} = {number(have)}, more than {total.short}", difference=have - most, note="parts larger than their total")
    if have == total.low == most and all(p.exact for p in parts):
        return line("adds_up", ids, f"{terms} = {number(have)}", note="a total and its named parts")
    return line("consistent", ids, f"{terms} of {total.short}", note=f"{number(most - have)} of these are not broken down")


def condition_line(total: Value, parts: Sequence[Value]) -> LedgerLine:
    """What is said of the held: how many at most are not said to be dead, never that they live."""
    ids = [total.statement, *(p.statement for p in parts)]
    have, most = sum(p.low for p in parts), total.high or total.low
    terms = " + ".join(f"{p.short} {p.measure.replace('_', ' ')}" for p in parts)
    if have > most:
        return line("does_not_add_up", ids, f"{terms} = {number(have)}, more than {total.short} {total.measure}", difference=have - most)
    rests, left, doomed = [], most, list[str]()
    for measure in CONDITIONS:
        told = [p for p in parts if p.measure == measure]
        if told:
            left -= sum(p.low for p in told)
            doomed.append(SAID[measure])
            rests.append(f"at most {number(left)} not {' or '.join(doomed)}")
    alive = sum(p.low for p in parts if p.measure == "alive")
    if alive:
        rests.append(f"{number(most - alive)} not said to be alive")
    return line("consistent", ids, ", ".join(rests), note="no arithmetic says that anybody is alive or dead")
