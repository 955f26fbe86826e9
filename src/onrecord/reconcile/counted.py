"""Puts the count of independent origins on everything that rests on several statements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from onrecord.reconcile.entities import folded
from onrecord.reconcile.origins.count import Spoken, count_voices, voice_of
from onrecord.reconcile.packed import outlets_by_packs
from onrecord.reconcile.scene import Scene
from onrecord.types import Derived, Origins


def counted(scene: Scene, derived: Derived) -> Derived:
    """*derived* with the origins behind each headline figure, position and side of a dispute."""
    texts = scene.texts
    sided = outlet_sides(scene)

    voices = {i: voice_of(told, texts, sided) for i, told in scene.told.voices(counted_in(derived)).items()}
    known: dict[tuple[str, ...], Origins] = {}

    def origins(identities: Iterable[str]) -> Origins:
        told = tuple(identities)  # the sides of many disputes rest on the same statements
        if told not in known:
            known[told] = count_voices((voices[i] for i in told if i in voices), texts)
        return known[told]

    ledgers = tuple(
        replace(ledger, headlines=tuple(replace(h, origins=origins(h.statements)) for h in ledger.headlines)) for ledger in derived.ledgers
    )
    return replace(
        derived, ledgers=ledgers,
        disputes=tuple(replace(d, origins=tuple(origins(ids) for _, ids in d.sides)) for d in derived.disputes),
        positions=tuple(replace(p, origins=origins(x.statement for x in p.points)) for p in derived.positions),
    )


def counted_in(derived: Derived) -> Iterator[str]:
    """The ids of the statements whose origins are counted."""
    yield from (i for ledger in derived.ledgers for headline in ledger.headlines for i in headline.statements)
    yield from (i for dispute in derived.disputes for _, ids in dispute.sides for i in ids)
    yield from (point.statement for position in derived.positions for point in position.points)


def outlet_sides(scene: Scene) -> dict[str, Spoken]:
    """Report → for whom its outlet speaks in its own voice, where a pack says so."""
    given = outlets_by_packs(scene.packs)
    return {
        r.report.id: Spoken(r.report.outlet, *given[folded(r.report.outlet)]) for r in (scene.readings if given else ())
        if r.report.outlet and folded(r.report.outlet) in given
    }
