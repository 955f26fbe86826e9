"""Who somebody is in the record: the side and the id behind a name, where the record knows but one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.types import Entity, Negotiation, Snapshot


@dataclass(frozen=True, slots=True)
class Who:
    """Entities by the names that they bear."""

    named: dict[str, tuple[Entity, ...]]
    negotiations: dict[str, Negotiation]

    def entity(self, name: str) -> Entity | None:
        """The one entity of this name; None where there is none or several, for a name alone does not tell them apart."""
        found = self.named.get(name, ())
        return found[0] if len(found) == 1 else None

    def side(self, name: str) -> str | None:
        """The side of a name: a party or mediator is its own; of others the one that all who bear the name are told to be of."""
        if any(name in (*n.parties, *n.mediators) for n in self.negotiations.values()):
            return name
        sides = {e.side for e in self.named.get(name, ())}
        return sides.pop() if len(sides) == 1 else None

    def sides(self, names: Iterable[str]) -> tuple[str, ...]:
        """The sides of several names, each once; names without one are left out."""
        return tuple(dict.fromkeys(side for name in names if (side := self.side(name))))

    def negotiation(self, identity: str | None) -> Negotiation | None:
        """The negotiation with this id; None for none."""
        return self.negotiations.get(identity or "")


def who_of(snapshot: Snapshot) -> Who:
    """The names of *snapshot*."""
    named: dict[str, list[Entity]] = {}
    for entity in snapshot.derived.entities:
        for name in dict.fromkeys((entity.name, *entity.names)):
            named.setdefault(name, []).append(entity)
    return Who({name: tuple(found) for name, found in named.items()}, {n.id: n for n in snapshot.derived.negotiations})
