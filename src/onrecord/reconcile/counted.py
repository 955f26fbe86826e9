"""Puts the count of independent origins on everything that rests on several statements."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from onrecord.reconcile.origins.count import count_in, one_text
from onrecord.reconcile.scene import Scene
from onrecord.types import Derived, Origins


def counted(scene: Scene, derived: Derived) -> Derived:
    """*derived* with the origins behind each event, headline figure, position and side of a dispute."""
    texts = one_text(scene.origin_links)

    def origins(identities: Iterable[str]) -> Origins:
        return count_in([scene.by_id[i] for i in identities if i in scene.by_id], texts)

    ledgers = tuple(
        replace(ledger, headlines=tuple(replace(h, origins=origins(h.statements)) for h in ledger.headlines)) for ledger in derived.ledgers
    )
    return replace(
        derived, ledgers=ledgers, events=tuple(replace(e, origins=origins(e.statements)) for e in derived.events),
        disputes=tuple(replace(d, origins=tuple(origins(ids) for _, ids in d.sides)) for d in derived.disputes),
        positions=tuple(replace(p, origins=origins(x.statement for x in p.points)) for p in derived.positions),
    )
