"""The weight of a candidate: a logistic sum over named features, with weights counted and fitted on PolNeAR train."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from onrecord.annotate.attributions.candidate import Candidate
from onrecord.annotate.attributions.features import features
from onrecord.annotate.attributions.quotations import Quotation
from onrecord.types import Parsed


@dataclass(frozen=True, slots=True)
class Weighed:
    """A candidate with the chance in [0, 1] that people mark it with just this content, and the chance from which it is kept."""

    candidate: Candidate
    chance: float
    floor: float


@cache
def weights() -> dict[str, float]:
    """Feature → weight, from `lexicons/attribution_weights.json`."""
    found: dict[str, float] = json.loads((files("onrecord.annotate") / "lexicons" / "attribution_weights.json").read_text(encoding="utf-8"))
    return found


def weigh(parsed: Parsed, floors: Iterable[tuple[Candidate, float]], quotations: Sequence[Quotation], known: Mapping[str, float]) -> list[Weighed]:
    """Every candidate, given with its floor, with its chance under the weights *known*."""
    inside = frozenset(i for q in quotations if not q.single for i in range(q.first, q.last))
    return [Weighed(c, 1 / (1 + math.exp(-sum([known[f] for f in features(parsed, c, quotations, inside) if f in known]))), floor) for c, floor in floors]


def reasons(parsed: Parsed, candidate: Candidate, quotations: Sequence[Quotation]) -> list[tuple[str, float]]:
    """The features of a candidate with their weights, heaviest first."""
    known = weights()
    inside = frozenset(i for q in quotations if not q.single for i in range(q.first, q.last))
    found = [(f, known[f]) for f in features(parsed, candidate, quotations, inside) if f in known]
    return sorted(found, key=lambda pair: -abs(pair[1]))
