"""Figures that must add up, and whether they do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from onrecord.reconcile.ledgers.bounds import bounds_of
from onrecord.reconcile.ledgers.corrections import corrected_lines
from onrecord.reconcile.ledgers.flows import Group
from onrecord.reconcile.ledgers.headlines import Links, copied, headlines_of
from onrecord.reconcile.ledgers.pairs import pair_lines, same_scope_lines
from onrecord.reconcile.ledgers.parts import part_lines
from onrecord.reconcile.ledgers.rules import book, identities
from onrecord.reconcile.ledgers.solve import Minimal, minimal_sets
from onrecord.reconcile.ledgers.sums import Book, change_lines, freed_lines, ids_of, line, minus, own_count_lines, plus, whereabouts_lines
from onrecord.reconcile.ledgers.values import Value, number, values_in
from onrecord.reconcile.ordering import derived_id
from onrecord.reconcile.scene import Scene
from onrecord.types import Headline, Ledger, LedgerLine
from onrecord.types.ledger import Bound

SMALLEST = "a smallest set of figures that cannot all be true"
VERDICTS = ("does_not_add_up", "adds_up", "open", "consistent", "rounding", "update", "different_as_of", "different_scope", "corrected")


def build_ledgers(scene: Scene) -> tuple[Ledger, ...]:
    """One ledger for each negotiation and family of counted things, with its values, headlines and sums.

    A report that belongs to no negotiation, or to several, is never added up with another unless no negotiation was told apart at all.
    """
    gathered: dict[tuple[str, str, str], list[Value]] = {}
    told = scene.each("values of ledgers", tuple[tuple[str, Value], ...], lambda report: tuple(values_in(scene, report)))
    for report, values in zip(scene.reports, told, strict=True):
        negotiation = scene.negotiation_of(report) or ""
        alone = report if scene.negotiations and not negotiation else ""
        for family, value in values:
            gathered.setdefault((negotiation, alone, family), []).append(value)
    links = copied(scene.origin_links)
    return tuple(
        ledger(scene, key, tuple(sorted(values, key=lambda v: v.statement)), links) for key, values in sorted(gathered.items())
    )


def ledger(scene: Scene, key: tuple[str, str, str], values: tuple[Value, ...], links: Links) -> Ledger:
    """The ledger of one family of one negotiation."""
    negotiation, alone, family = key
    told = scene.memo.of_inputs("sums of a ledger", Sums, (family, values, among(values, links)), partial(sums_of, family, values, links))
    named = next((n.name for n in scene.negotiations if n.id == negotiation), None)
    title = str(book()["families"][family]["title"]) + (f": {named}" if named else "")
    return Ledger(
        derived_id("ledger", (), negotiation, alone, family), title, str(book()["families"][family]["units"][0]), negotiation or None,
        tuple(v.row() for v in values), told.headlines, told.lines, told.bounds,
    )


@dataclass(frozen=True, slots=True)
class Sums:
    """What follows of the values of one ledger."""

    headlines: tuple[Headline, ...]
    lines: tuple[LedgerLine, ...]
    bounds: tuple[Bound, ...]


def sums_of(family: str, values: tuple[Value, ...], links: Links) -> Sums:
    """The sums of a ledger's values, and which of them stand first."""
    standing = tuple(v for v in values if not v.withdrawn)
    own = Book(family, standing)
    lines = (*lines_of(own), *corrected_lines(values))
    return Sums(headlines_of(standing, lines, links), lines, bounds_of(own))


def among(values: Sequence[Value], links: Links) -> dict[str, list[str]]:
    """The links between reports of *values*: no others bear on their count of origins."""
    reports = {v.report for v in values}
    found = {report: [other for other in links.get(report, ()) if other in reports] for report in reports}
    return {report: others for report, others in found.items() if others}


def lines_of(own: Book) -> tuple[LedgerLine, ...]:
    """All lines of a ledger: one a set of figures, verdicts that need a reader first."""
    found: dict[tuple[str, ...], LedgerLine] = {}
    for made in drawn(own):
        known = found.get(made.statements)
        if known is None or VERDICTS.index(made.verdict) < VERDICTS.index(known.verdict):
            found[made.statements] = made
    if any(own.family in i.families for i in identities()):
        for core in minimal_sets(own):
            made = minimal_line(core)
            known = found.get(made.statements)
            keep = known is not None and known.verdict in ("does_not_add_up", made.verdict)
            found[made.statements] = replace(known, minimal=True) if keep and known is not None else made
    named = with_lasting_ids(found.values())
    return tuple(sorted(named, key=lambda n: (VERDICTS.index(n.verdict), n.note.startswith(SMALLEST), -len(n.statements), n.id)))


def with_lasting_ids(lines: Iterable[LedgerLine]) -> Iterator[LedgerLine]:
    """Lines with ids of their words and the least of their statements, as far as that tells them apart: one report more of a figure makes no other sum.

    Of lines of the same words and least statement each has the least of the statements that not all of them rest on in its id as well.
    """
    alike: dict[str, list[LedgerLine]] = {}
    for one in lines:
        alike.setdefault(lasting(one, ()), []).append(one)
    for group in alike.values():
        common = frozenset.intersection(*(frozenset(one.statements) for one in group))
        named = [lasting(one, [min(own)] if (own := set(one.statements) - common) else ()) for one in group]
        yield from (replace(one, id=identity) if named.count(identity) == 1 else one for one, identity in zip(group, named, strict=True))


def lasting(one: LedgerLine, more: Sequence[str]) -> str:
    """An id of the words of a line, its least statement and those of *more*."""
    return derived_id("line", [*one.statements[:1], *more], one.verdict, one.sum)


def drawn(own: Book) -> Iterator[LedgerLine]:
    """The lines of the identities, of totals and parts, and of neighbouring values."""
    if any(own.family in i.families for i in identities()):
        yield from freed_lines(own)
        yield from whereabouts_lines(own)
        yield from change_lines(own)
        yield from own_count_lines(own)
    yield from part_lines(own)
    yield from pair_lines(own)
    yield from same_scope_lines(own.values)


def minimal_line(core: Minimal) -> LedgerLine:
    """The line of a minimal set of figures that cannot all be true."""
    terms = core.explained_by
    note = SMALLEST + ("" if terms else " whatever the terms that nobody states")
    gap, words = arithmetic(core.groups)
    if core.rounding:
        return line("rounding", ids_of(*core.groups), words, difference=gap, note="a round number among them, read as rounded, settles it", minimal=True)
    return line("does_not_add_up", ids_of(*core.groups), words, difference=gap, open_terms=terms, note=note, minimal=True)


def arithmetic(groups: Sequence[Group]) -> tuple[float | None, str]:
    """The difference and the sum in words; (None, the labels) where the figures make no single sum."""
    kinds: dict[str, list[Group]] = {}
    for group in groups:
        kinds.setdefault(group.first.measure, []).append(group)
    held, taken, freed = kinds.get("held", []), kinds.get("taken", []), kinds.get("freed", [])
    flows = kinds.get("released", []) + kinds.get("rescued", [])
    gone = freed + flows
    if len(taken) == 1 and len(held) == 1 and gone and not (freed and flows) and set(kinds) <= {"taken", "held", "freed", "released", "rescued"}:
        have = held[0].low + sum(g.low for g in gone)
        return abs(have - taken[0].low), f"{plus(gone)} + {number(held[0].low)} = {number(have)}, not {taken[0].first.short}"
    if len(held) == 2 and flows and len(groups) == 2 + len(flows):
        before, after = sorted(held, key=lambda g: (g.day is not None, g.day))
        rest = before.low - sum(g.low for g in flows)
        return abs(rest - after.low), f"{minus(before, flows)} = {number(rest)}, not {after.first.short}"
    if len(taken) == len(held) == 1 and len(groups) == 2:
        return held[0].low - taken[0].low, f"{held[0].first.label}, more than {taken[0].first.label}"
    if len(freed) == 1 and flows and len(groups) == 1 + len(flows):
        have = sum(g.low for g in flows)
        return abs(have - freed[0].low), f"{plus(flows)} = {number(have)}, not {freed[0].first.short}"
    return None, "Not all of these: " + "; ".join(g.first.label for g in groups)
