"""Precision and recall of what a person audited: a sample of statements by layer, and of sentences without any."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.score.spread import Spread, middle
from onrecord.score.wilson import wilson

SENTENCE = "sentence"
"""The stratum of sentences in which nothing was found."""
ALL = "all"
"""The layers together."""
DRAWS = 500
"""Times that the reports are drawn anew: 25 lie beyond each end of the interval."""


@dataclass(frozen=True, slots=True)
class Answered:
    """One place that a person looked at."""

    stratum: str
    """The layer of a statement, or `sentence`."""
    report: str
    size: int
    """How many places its stratum has in all."""
    drawn: int
    """How many of them were drawn."""
    right: bool = True
    """Whether the statement was accepted; nothing for a sentence."""
    missed: tuple[str, ...] = ()
    """The layer of each statement that is not there and should be, in this sentence."""
    beside: int = 1
    """How many statements stand in the sentence, this one too: each could have brought the sentence into the sample."""

    @property
    def weight(self) -> float:
        """How many places of its stratum it stands for."""
        return self.size / self.drawn


@dataclass(frozen=True, slots=True)
class Quality:
    """How good the reading of one layer is, by what a person said of a sample."""

    layer: str
    asked: int
    """Statements of the layer that were answered."""
    accepted: int
    missed: int
    """Statements of the layer that the person missed, in all places that were looked at."""
    precision: Spread | None
    recall: Spread | None
    """None where nothing of the layer was answered, or nothing is there that could be found."""


def quality(rows: Sequence[Answered], *, seed: int = 1) -> tuple[Quality, ...]:
    """Precision and recall with 90 % intervals, by layer and of all layers together (docs/concepts/how-good.md has the formulas)."""
    rows = scaled(rows)
    layers = sorted({r.stratum for r in rows if r.stratum != SENTENCE} | {m for r in rows for m in r.missed})
    draws = redrawn(rows, seed) if layers else []
    return tuple(of_layer(rows, layer, draws) for layer in (*layers, ALL)) if layers else ()


def scaled(rows: Sequence[Answered]) -> list[Answered]:
    """The rows with the number of answers in the place of that of draws, since whoever skips a place tells nothing of it."""
    answers = Counter(r.stratum for r in rows)
    return [Answered(r.stratum, r.report, r.size, answers[r.stratum], r.right, r.missed, r.beside) for r in rows]


def of_layer(rows: Sequence[Answered], layer: str, draws: Sequence[Sequence[Answered]]) -> Quality:
    """One layer, or all."""
    own = [r for r in rows if in_layer(r, layer)]
    accepted = sum(r.right for r in own)
    missed = sum(len(named(r, layer)) for r in rows)
    if layer == ALL:
        precision = with_interval(share_right(own), (share_right([r for r in draw if in_layer(r, layer)]) for draw in draws))
    else:
        precision = wilson(accepted, len(own))
    return Quality(layer, len(own), accepted, missed, bounded(precision, rows), bounded(found_of(rows, layer, draws), rows))


def found_of(rows: Sequence[Answered], layer: str, draws: Sequence[Sequence[Answered]]) -> Spread | None:
    """Recall; where nothing was missed no draw can miss anything, so its lower end is what Wilson's upper end of "none missed" in the sentences allows."""
    value = recall(rows, layer)
    if value is None or any(named(r, layer) for r in rows):
        return with_interval(value, (recall(draw, layer) for draw in draws))
    right = sum(r.weight for r in rows if in_layer(r, layer) and r.right)
    empty = [r for r in rows if r.stratum == SENTENCE]
    most = wilson(0, len(empty))
    return Spread(value, right / (right + most.high * empty[0].size) if most else 0.0, 1.0)


def bounded(spread: Spread | None, rows: Sequence[Answered]) -> Spread | None:
    """The same; of a sample from one report nothing is known of others, so that its interval is everything."""
    one = len({r.report for r in rows}) < 2
    return Spread(spread.value, 0.0, 1.0) if spread is not None and one else spread


def in_layer(row: Answered, layer: str) -> bool:
    """Whether a row is a statement of the layer."""
    return row.stratum == layer or (layer == ALL and row.stratum != SENTENCE)


def named(row: Answered, layer: str) -> list[str]:
    """What was missed of the layer at a row."""
    return [m for m in row.missed if layer in (m, ALL)]


def share_right(own: Sequence[Answered]) -> float | None:
    """The share of accepted statements, each weighing as many as it stands for."""
    whole = sum(r.weight for r in own)
    return sum(r.weight for r in own if r.right) / whole if whole else None


def recall(rows: Sequence[Answered], layer: str) -> float | None:
    """Right ones over right and missed ones, both scaled up to the whole record; None where there are neither."""
    right = sum(r.weight for r in rows if in_layer(r, layer) and r.right)
    missed = sum(r.weight / r.beside * len(named(r, layer)) for r in rows)
    return right / (right + missed) if right + missed else None


def redrawn(rows: Sequence[Answered], seed: int) -> list[list[Answered]]:
    """The rows of as many reports drawn anew with replacement, over and over (bootstrap of clusters, Efron 1979)."""
    by_report: dict[str, list[Answered]] = defaultdict(list)
    for row in rows:
        by_report[row.report].append(row)
    reports, chance = [by_report[r] for r in sorted(by_report)], random.Random(seed)
    return [scaled([r for report in chance.choices(reports, k=len(reports)) for r in report]) for _ in range(DRAWS)]


def with_interval(value: float | None, draws: Iterable[float | None]) -> Spread | None:
    """A value with the middle 90 % of those drawn anew."""
    told = [d for d in draws if d is not None]
    return Spread(value, *middle(told)) if value is not None and told else None


def lines(found: Sequence[Quality]) -> list[str]:
    """A table for a terminal."""
    head = f"{'layer':14}{'asked':>6}{'right':>6}{'missed':>7}   precision          recall"
    return [head, *(f"{q.layer:14}{q.asked:6}{q.accepted:6}{q.missed:7}   {shown(q.precision):19}{shown(q.recall)}".rstrip() for q in found)]


def shown(spread: Spread | None) -> str:
    """A share with its interval, without the zero before the point."""
    if spread is None:
        return "not told"
    return f"{spread.value:.2f} [{spread.low:.2f}–{spread.high:.2f}]"
