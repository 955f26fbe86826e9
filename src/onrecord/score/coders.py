"""Several coders of the same reports: what they found at the same words, how far they agree, and where they do not."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from onrecord.score.agree import PHRASES, plain, words_of
from onrecord.score.alpha import Metric, Tally, Value, agreed, alpha, tally, together
from onrecord.score.places import Place
from onrecord.score.spread import middle

FOUND = "found"
"""The attribute of a sentence: whether a coder found something of the layer in it."""
YES, NO = "yes", "no"
NUMBERS = frozenset({"value", "low", "high", "number"})
"""Attributes that are amounts: between them lies an interval."""
NAMES = PHRASES | {"source", "through", "what", "title", "who", "whose", "place", "obligee"}
"""Attributes of names and phrases: two spellings of one are the same; two phrases are the same only with the same words."""
SHARED = 0.5
"""Share of the shorter words that must lie in the longer ones; below half, two coders speak of different words."""
DRAWS = 500
LOWEST = -1.0
"""Where the interval of alpha ends when nothing is known: below it lies what only a coder who avoids all agreement gets."""


@dataclass(frozen=True, slots=True)
class Coded:
    """One thing that one coder found at one place of a report, in characters of its text."""

    coder: str
    report: str
    layer: str
    start: int
    end: int
    values: Mapping[str, Value]
    """By attribute; what the coder left open is not there."""
    id: str = ""
    """Of the judgement that keeps it, or of the program's statement."""


@dataclass(frozen=True, slots=True)
class Codings:
    """What coders found, what they read, and the sentences of it."""

    coded: tuple[Coded, ...]
    read: Mapping[str, frozenset[tuple[str, str]]]
    """(report, layer) that each coder read, also where nothing was found."""
    sentences: Mapping[str, tuple[Place, ...]]
    """By report."""


@dataclass(frozen=True, slots=True)
class Reliability:
    """How far coders agree on one attribute of one layer."""

    layer: str
    attribute: str
    metric: Metric
    coders: tuple[str, ...]
    units: int
    """Sentences (`found`) or things found at the same words, on which two coders or more said something."""
    reports: int
    same: float
    """Share of pairs of values that are equal."""
    alpha: float | None
    """None where all values are the same."""
    low: float | None
    high: float | None
    """90 % interval when other reports are drawn."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One place at which two coders do not say the same."""

    layer: str
    report: str
    start: int
    end: int
    one: Coded | None
    other: Coded | None
    """None for who found nothing there."""
    apart: tuple[tuple[str, Value, Value], ...] = ()
    """(attribute, value of the one, value of the other)."""


def reliabilities(codings: Codings, coders: Sequence[str], layers: Collection[str], *, seed: int = 1) -> tuple[Reliability, ...]:
    """Alpha of *coders* by layer: of whether something was found in a sentence, then of every attribute that two of them gave of the same words."""
    found = []
    for layer in sorted(layers):
        mine = [c for c in codings.coded if c.layer == layer and c.coder in coders]
        found.append(reliability((layer, FOUND), found_units(codings, coders, layer, mine), seed))
        units = joined(mine)
        for name in sorted({name for c in mine for name in c.values}):
            valued = ((u[0].report, {c.coder: category(name, c.values[name]) for c in u if name in c.values}) for u in units)
            found.append(reliability((layer, name), valued, seed))
    return tuple(r for r in found if r is not None)


def reliability(what: tuple[str, str], units: Iterable[tuple[str, Mapping[str, Value]]], seed: int) -> Reliability | None:
    """Alpha of one attribute of a layer; None where no unit has the values of two coders."""
    by_report: dict[str, list[Sequence[Value]]] = defaultdict(list)
    coders: set[str] = set()
    for report, values in units:
        if len(values) > 1:
            by_report[report].append(tuple(values.values()))
            coders.update(values)
    numbers = what[1] in NUMBERS and all(isinstance(v, float) for units in by_report.values() for unit in units for v in unit)
    metric: Metric = "interval" if numbers else "nominal"
    tallies = [tally(by_report[report], metric) for report in sorted(by_report)]
    whole = together(tallies)
    same = agreed(whole)
    if same is None:
        return None
    value = alpha(whole, metric)
    low, high = (None, None) if value is None else interval(tallies, metric, seed)
    return Reliability(*what, metric, tuple(sorted(coders)), whole.units, len(tallies), same, value, low, high)


def interval(tallies: Sequence[Tally], metric: Metric, seed: int) -> tuple[float, float]:
    """The middle 90 % of alpha over as many reports drawn anew (bootstrap of clusters, Efron 1979); of one report nothing is known of others."""
    if len(tallies) < 2:
        return LOWEST, 1.0
    chance = random.Random(seed)
    drawn = (alpha(together(chance.choices(tallies, k=len(tallies))), metric) for _ in range(DRAWS))
    return middle([d for d in drawn if d is not None])


def found_units(codings: Codings, coders: Sequence[str], layer: str, mine: Sequence[Coded]) -> Iterator[tuple[str, Mapping[str, Value]]]:
    """Each sentence of the reports that two coders read for the layer, with whether each found something in it."""
    at: dict[tuple[str, str], list[Coded]] = defaultdict(list)
    for one in mine:
        at[one.coder, one.report].append(one)
    for report, sentences in sorted(codings.sentences.items()):
        readers = [c for c in coders if (report, layer) in codings.read.get(c, ())]
        for start, end in sentences:
            yield report, {c: YES if any(x.start < end and start < x.end for x in at[c, report]) else NO for c in readers}


def joined(coded: Iterable[Coded]) -> list[tuple[Coded, ...]]:
    """Things at overlapping words as one unit, each coder at most once in it, the closest first; in the order of reports and of the text."""
    here: dict[tuple[str, str], list[Coded]] = defaultdict(list)
    for one in coded:
        here[one.report, one.layer].append(one)
    return [unit for key in sorted(here) for unit in units_of(here[key])]


def units_of(found: Sequence[Coded]) -> list[tuple[Coded, ...]]:
    """The units of one report and layer."""
    ordered = sorted(found, key=lambda c: (c.start, c.end, c.coder, repr(sorted(c.values.items()))))
    close = ((closeness(ordered[i], ordered[j]), -i, -j) for i, j in combinations(range(len(ordered)), 2) if ordered[i].coder != ordered[j].coder)
    unit = {n: [n] for n in range(len(ordered))}
    for _, i, j in sorted((c for c in close if c[0][0] > 0), reverse=True):
        one, other = unit[-i], unit[-j]
        if one is not other and not {ordered[n].coder for n in one} & {ordered[n].coder for n in other}:
            one.extend(other)
            unit.update(dict.fromkeys(other, one))
    return [tuple(ordered[n] for n in sorted(group)) for first, group in unit.items() if min(group) == first]


def closeness(one: Coded, other: Coded) -> tuple[float, int]:
    """How close two things are: shared characters over all of both, then how many attributes are the same; (0, 0) where they are at different words."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    if shared <= 0 or shared < SHARED * min(one.end - one.start, other.end - other.start):
        return 0.0, 0
    alike = len(one.values.keys() & other.values.keys()) - len(apart_in(one, other))
    return shared / (max(one.end, other.end) - min(one.start, other.start)), alike


def differences(codings: Codings, one: str, other: str, layers: Collection[str]) -> list[Difference]:
    """Where two coders who read the same report for the same layer do not say the same, in the order of the text."""
    both = codings.read.get(one, frozenset()) & codings.read.get(other, frozenset())
    mine = [c for c in codings.coded if c.coder in (one, other) and c.layer in layers and (c.report, c.layer) in both]
    found = []
    for unit in joined(mine):
        sides = {c.coder: c for c in unit}
        a, b = sides.get(one), sides.get(other)
        apart = apart_in(a, b) if a and b else ()
        if a is None or b is None or apart:
            found.append(Difference(unit[0].layer, unit[0].report, min(c.start for c in unit), max(c.end for c in unit), a, b, apart))
    return sorted(found, key=lambda d: (d.report, d.start, d.end, d.layer))


def apart_in(one: Coded, other: Coded) -> tuple[tuple[str, Value, Value], ...]:
    """The attributes of which two coders say different things."""
    both = sorted(one.values.keys() & other.values.keys())
    return tuple((n, one.values[n], other.values[n]) for n in both if category(n, one.values[n]) != category(n, other.values[n]))


def category(name: str, value: Value) -> Value:
    """What a value is counted as: a phrase by its words without articles and endings, whatever their order; a code without case; a number as it is."""
    if not isinstance(value, str):
        return value
    return " ".join(sorted(words_of(value))) or value if name in NAMES else str(plain(value))
