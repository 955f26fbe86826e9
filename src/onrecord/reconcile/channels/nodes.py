"""Who stands on a way: parties, states and parts of parties; not families, crowds or the press."""

from __future__ import annotations

import re

from onrecord.reconcile.channels.settings import part, words
from onrecord.reconcile.parties import ARTICLE
from onrecord.reconcile.scene import Scene
from onrecord.types import Entity

CAPITAL = re.compile(r"\b[A-Z][\w.]+(?: [A-Z][\w.]+)*")
KINDS = ("state", "body", "place", "person", "group")


def nodes(scene: Scene, report: str, name: str, beside: str | None = None) -> tuple[str, ...]:
    """Those whom *name* means: one, or several where it names several ("Qatari and Egyptian mediators"); nobody where it stands for none of the talks.

    A part that is named without its party ("its leadership") is a part of *beside*'s, the one it is named beside.
    """
    bare = ARTICLE.sub("", name.strip())
    if not bare or words("outsiders").search(bare):
        return ()
    several = [n for n in dict.fromkeys(party(scene, report, found.group()) for found in CAPITAL.finditer(bare)) if n]
    if len(several) > 1 and " and " in bare:
        return tuple(several)
    told = part(bare)
    own = party(scene, report, bare) or (several[0] if several else None)
    if told and beside and (own is None or part(own)):
        own = owner(beside)
    if own is None:
        return ()
    return (f"{own} ({told})",) if told else (own,)


def party(scene: Scene, report: str, name: str) -> str | None:
    """The side of whoever bears a name, else a state or body of that name; None for a person or group of no side, and for a place of no state."""
    entity = scene.entity(report, name)
    if entity is None or entity.kind not in KINDS:
        return None
    side = whole(scene, report, entity.side) if entity.side else None
    if side is not None:
        return side
    return entity.name if entity.kind in ("state", "body") and named(entity) else None


def whole(scene: Scene, report: str, side: str) -> str:
    """The side without its part ("Front's political office" is a part of the Front)."""
    if part(side) is None:
        return side
    found = [e for word in CAPITAL.finditer(side) if (e := scene.entity(report, word.group())) is not None and e.kind in ("state", "body") and e.side]
    return (found[0].side or side) if found else side


def named(entity: Entity) -> bool:
    """Whether a body has a name, not only a common noun."""
    return any(w[:1].isupper() for w in entity.name.split()) and entity.name.split()[0].lower() not in ("his", "her", "its", "their")


def owner(node: str) -> str:
    """The party of a node, without its part."""
    return node.partition(" (")[0]
