"""A figure as found, and what it takes over from the figures around it: measure, unit and day of the same count, its noun for a unit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.annotate.figures.counted import Family, lemma_of, peoples, plural
from onrecord.types import Figure, Token

HELD: dict[str, Family] = {"hostages": "captives", "prisoners": "prisoners"}


@dataclass(frozen=True, slots=True)
class Found:
    """A figure with its family and the topmost token of its phrase."""

    figure: Figure
    family: Family
    anchor: Token
    framed: bool = False
    """Whether the words say what the set is, rather than its noun alone."""
    noun: Token | None = None


def named(figure: Figure, item: Found) -> Figure:
    """The figure with its own noun for a unit, where nothing but their number is told of persons ("9,000 dockers are on strike")."""
    head = item.noun
    if figure.measure != "other" or item.family != "persons" or head is None or head.ent == "NORP" or head.lower in peoples() or lemma_of(head) == "person":
        return figure
    scope = figure.scope
    if scope is not None and scope.lower().endswith(head.lower):
        scope = scope[: -len(head.text)].strip() or None
    elif scope is not None and f"{head.lower} of " in scope.lower():
        scope = scope[scope.lower().index(f"{head.lower} of ") + len(head.lower) + 4 :]
    return replace(figure, unit=plural(head), scope=scope)


def repeated(found: Sequence[Found]) -> list[Found]:
    """The figures, a set of captives of which nothing is said ("the 240 hostages") counted as the same number was before it."""
    out: list[Found] = []
    for at, item in enumerate(found):
        figure = item.figure
        told = next((f.figure for f in out if f.framed and f.figure.value == figure.value and f.figure.unit == figure.unit and figure.value is not None), None)
        if not item.framed and not figure.some and figure.measure == "held" and told is not None and told.measure in ("taken", "held"):
            figure = replace(figure, measure=told.measure, as_of=told.as_of)
        elif not item.framed and figure.measure == "other" and item.family == "persons" and (same := taken_up(out, item)) is not None:
            figure = replace(figure, measure=same.measure, unit=same.unit, as_of=same.as_of)
        elif not item.framed and figure.measure == "other" and item.family == "persons" and (part := taken_from(found, at)) is not None:
            figure = replace(figure, measure="held", unit=part.unit if part.unit in HELD else figure.unit, as_of=part.as_of)
        out.append(replace(item, figure=figure))
    return out


def taken_from(found: Sequence[Found], at: int) -> Figure | None:
    """Those of a set who are set free ("freed five of the 14 sailors"): the set is held; None where nobody of it is."""
    item = found[at]
    part = next((f for f in found[max(at - 1, 0) : at] if f.noun is not None and f.noun is item.noun and f.framed), None)
    return part.figure if part is not None and part.figure.measure in FREED else None


FREED = frozenset({"released", "freed", "rescued", "to_release"})


def taken_up(before: Sequence[Found], item: Found) -> Figure | None:
    """The captives counted before whom "the 150 servicemen", with the same number, takes up."""
    over = {t.lower for t in item.noun.children} if item.noun is not None else set()
    if item.figure.value is None or item.figure.value < MANY:
        return None
    definite = bool(over & {"the", "these", "those", "all"})
    own = lemma_of(item.noun) if item.noun is not None else ""
    alike = [f for f in before if definite or (f.noun is not None and lemma_of(f.noun) == own)]  # "17 Filipino sailors … 17 sailors"
    told = [f.figure for f in alike if f.framed and f.figure.value == item.figure.value and f.figure.measure in TOLD]
    return told[-1] if told else None


MANY = 6
"""Smaller numbers come back by chance."""
TOLD = frozenset({"released", "freed", "rescued", "held", "taken", "to_release", "prisoners_to_release", "killed", "injured", "missing"})
