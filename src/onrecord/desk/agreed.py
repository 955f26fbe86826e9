"""How far the people agree who coded a record, blindly or in tables of their own, pair by pair and each with the program."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations

from onrecord.desk import blind, coding
from onrecord.desk.coding.program import PROGRAM, program_codings
from onrecord.reconcile.judged_added import KINDS
from onrecord.reconcile.statements import LAYERS
from onrecord.record import Record, queries
from onrecord.score.coders import Codings, Reliability, reliabilities
from onrecord.types import Report, Span

FEWEST = 10
"""Sentences that two must both have coded blindly: over fewer, the numbers would tell somebody who is still coding what the other found."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two coders over what both read."""

    one: str
    other: str
    how: str
    """`blindly`, or `tables`."""
    units: int
    """Sentences that both coded blindly; reports that both read, for tables."""
    layers: tuple[Reliability, ...]


def pairs(record: Record, known: frozenset[str]) -> tuple[Pair, ...]:
    """Every two coders with something in common in the reports *known*, and each of them beside the program; numbers only, nothing of a single sentence."""
    return (*blind_pairs(record, known), *table_pairs(record, known))


def blind_pairs(record: Record, known: frozenset[str]) -> tuple[Pair, ...]:
    """Those who coded sentences blindly."""
    found = {name: blind.coded_by(record, name) for name in blind.coders(record)}
    keys = {key for told in found.values() for key in told}
    reports = {r.id: r for r in queries.all_reports(record, known & {report for report, _ in keys})}
    keys = {key for key in keys if key[0] in reports}
    read = [c for c in program_codings(record, reports) if c.layer in KINDS] if keys else []
    sides: dict[str, blind.Sides] = {PROGRAM: {key: blind.within(read, *key) for key in keys}}
    sides |= {name: {key: blind.as_coded(name, key, told[key]) for key in told if key in keys} for name, told in found.items()}
    made = []
    for one, other in (*((name, PROGRAM) for name in found), *combinations(found, 2)):
        both = {key: unit(reports, key) for key in sorted(sides[one].keys() & sides[other].keys())}
        if len(both) >= FEWEST:
            beside = blind.agreement((one, other), sides[one], sides[other], both)
            made.append(Pair(one, other, "blindly", beside.units, beside.layers))
    return tuple(made)


def unit(reports: Mapping[str, Report], key: tuple[str, Span]) -> blind.Unit:
    """The sentence of a key."""
    return blind.unit_of(reports[key[0]], key[1])


def table_pairs(record: Record, known: frozenset[str]) -> tuple[Pair, ...]:
    """Those whose tables were imported."""
    names = coding.coder_names(record)
    whole = coding.codings_of(record, (*names, PROGRAM)) if names else Codings((), {}, {})
    read = {name: frozenset(r for r in told if r[0] in known) for name, told in whole.read.items()}
    codings = Codings(tuple(c for c in whole.coded if c.report in known), read, whole.sentences)
    made = []
    for one, other in (*((name, PROGRAM) for name in names), *combinations(names, 2)):
        both = {report for report, _ in codings.read[one] & codings.read[other]}
        if both:
            made.append(Pair(one, other, "tables", len(both), reliabilities(codings, (one, other), LAYERS)))
    return tuple(made)
