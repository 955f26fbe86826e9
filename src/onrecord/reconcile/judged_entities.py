"""Entities confirmed, joined and parted as people decided, before anything is derived of them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.reconcile.judged import standing
from onrecord.reconcile.judged_places import Place, found, ids, places_told, reason_of, same
from onrecord.types import Confidence, Entity, Judgement, Reading


def judge_entities(entities: Sequence[Entity], judgements: Sequence[Judgement], readings: Sequence[Reading]) -> tuple[Entity, ...]:
    """Entities after all standing judgements; what is joined keeps the first one's id and name.

    An entity whose id has changed is found again by the places where it was mentioned. `split` from another entity's id forbids the two to be one,
    now and when later reports would join them.
    """
    by_id = {e.id: e for e in entities}
    texts = Texts(readings)
    for judgement in standing(judgements):
        if judgement.action not in ("accept", "merge", "split") or (judgement.layer not in (None, "entity") and judgement.target not in by_id):
            continue
        identity = found({i: e.mentions for i, e in by_id.items()}, judgement, judgement.target)
        if identity is not None:
            apply(by_id, by_id[identity], judgement, texts)
    return tuple(sorted(by_id.values(), key=lambda e: e.id))


class Texts(dict[str, str]):
    """The texts of reports by id, each looked up when it is asked for."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        super().__init__()
        self._readings = {r.report.id: r for r in readings}

    def __missing__(self, report: str) -> str:
        self[report] = self._readings[report].report.text
        return self[report]


def apply(by_id: dict[str, Entity], target: Entity, judgement: Judgement, texts: dict[str, str]) -> None:
    """One judgement on one entity, put into *by_id*."""
    reason = reason_of(judgement)
    if judgement.action == "accept":
        by_id[target.id] = replace(target, reasons=(*target.reasons, reason), confidence=Confidence(1.0, (reason,)))
    elif judgement.action == "merge":
        known = {i: e.mentions for i, e in by_id.items()}
        others = {i for told in ids(judgement) if (i := found(known, judgement, told)) is not None and i != target.id}
        if others:
            by_id[target.id] = merged(target, [by_id.pop(i) for i in sorted(others)], reason)
    else:
        names = {told for told in ids(judgement) if not places_told(judgement, told)}
        barred = [places_told(judgement, told) for told in ids(judgement) if places_told(judgement, told)]
        own = places_told(judgement, judgement.target)
        for part in (*parted(target, named(target, names, texts), texts, reason), *forbidden(target, barred, own, (texts, reason))):
            by_id[part.id] = part


def merged(target: Entity, others: Sequence[Entity], reason: str) -> Entity:
    """One entity of several."""
    everyone = (target, *others)
    offices = tuple(dict.fromkeys(o for e in everyone for o in e.offices))
    return replace(
        target, names=tuple(dict.fromkeys(n for e in everyone for n in (e.name, *e.names))), offices=offices,
        mentions=tuple(sorted({m for e in everyone for m in e.mentions})), reasons=(*dict.fromkeys(r for e in everyone for r in e.reasons), reason),
        confidence=Confidence(1.0, (reason,)),
    )


def named(target: Entity, names: set[str], texts: dict[str, str]) -> tuple[Place, ...]:
    """The mentions that use one of *names*."""
    return tuple(m for m in target.mentions if m[1].of(texts[m[0]]) in names)


def forbidden(target: Entity, barred: Sequence[tuple[Place, ...]], own: tuple[Place, ...], told: tuple[dict[str, str], str]) -> Iterator[Entity]:
    """The entity parted from those that a person said are somebody else, where it holds their mentions: theirs are those of their reports."""
    texts, reason = told
    for places in barred:
        theirs = [m for m in target.mentions if any(same(m, p) for p in places)]
        if not theirs:
            continue
        reports = {report for report, _ in theirs} - {report for report, _ in own}
        yield from parted(target, tuple(m for m in target.mentions if m in theirs or m[0] in reports), texts, reason)


def parted(target: Entity, theirs: tuple[Place, ...], texts: dict[str, str], reason: str) -> Iterator[Entity]:
    """The entity without the mentions *theirs*, and another that has them; nothing where neither would be left."""
    ours = tuple(m for m in target.mentions if m not in theirs)
    if not theirs or not ours:
        return
    taken = sorted({n for report, span in theirs if (n := span.of(texts[report])) in target.names or n[:1].isupper()}) or [target.name]
    used = {span.of(texts[report]) for report, span in ours}
    kept = tuple(n for n in target.names if n not in taken or n in used)
    name = target.name if target.name in kept or not kept else kept[0]
    mark = Confidence(1.0, (reason,))
    yield replace(target, name=name, names=kept, mentions=ours, reasons=(*target.reasons, reason), confidence=mark)
    identity = hashlib.sha256("\x1f".join((target.id, *taken)).encode()).hexdigest()[: len(target.id)]
    yield replace(target, id=identity, name=max(taken, key=lambda n: (len(n), n)), names=tuple(taken), mentions=theirs, reasons=(reason,), confidence=mark)
