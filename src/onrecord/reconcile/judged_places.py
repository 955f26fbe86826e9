"""Finding again what a judgement is about when its id has changed: by the places in reports that it rested on."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence

from onrecord.reconcile.judged import anchor, shared, standing
from onrecord.types import Entity, Judgement, Span, Statement

Place = tuple[str, Span]
LEAST = 0.5
"""Share of characters that two places must have in common to be one, as for statements."""


def places_told(judgement: Judgement, identity: str) -> tuple[Place, ...]:
    """The places that were written down for the thing with this id when the judgement was made."""
    told = anchor(judgement).get("places", {}).get(identity, ())
    return tuple((report, Span(start, end)) for report, start, end in told)


def same(one: Place, other: Place) -> bool:
    """Whether two places are one, small changes of a re-reading allowed for."""
    return one[0] == other[0] and one[1].overlaps(other[1]) and shared(one[1], other[1]) >= LEAST


def found(things: Mapping[str, Collection[Place]], judgement: Judgement, identity: str) -> str | None:
    """The id of what *identity* was when the judgement was made: itself where it is there still, else what holds most of its places."""
    if identity in things:
        return identity
    told = places_told(judgement, identity)
    counts = {key: sum(any(same(p, q) for q in held) for p in told) for key, held in things.items()}
    best = max(sorted(counts), key=lambda k: counts[k], default=None)
    return best if best is not None and counts[best] else None


def lost(judgements: Sequence[Judgement], statements: Iterable[Statement], entities: Iterable[Entity]) -> tuple[Judgement, ...]:
    """Judgements on events and entities none of whose places is read any more, though their reports are in the record."""
    asked = [j for j in standing(judgements) if j.layer in ("event", "entity") and j.action in ("merge", "split") and anchor(j).get("places")]
    if not asked:
        return ()
    told: list[Place] = [(s.report, s.span) for s in statements]
    met: list[Place] = [m for e in entities for m in e.mentions]
    reports = {report for report, _ in told}
    out = []
    for judgement in asked:
        places = places_told(judgement, judgement.target)
        there = [p for p in places if p[0] in reports]
        if there and not any(same(p, q) for p in there for q in (told if judgement.layer == "event" else met)):
            out.append(judgement)
    return tuple(out)


def ids(judgement: Judgement) -> list[str]:
    """The ids or names that a judgement joins to its target or parts from it."""
    value = json.loads(judgement.value or "[]")
    return [str(v) for v in value] if isinstance(value, list) else []


def reason_of(judgement: Judgement) -> str:
    """Who decided what, when and why."""
    return f"{judgement.action} by {judgement.who} on {judgement.when.date()}" + (f": {judgement.why}" if judgement.why else "")
