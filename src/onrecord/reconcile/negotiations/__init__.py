"""Which talks the reports are about: parties, what is at stake, who carries."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.reconcile.memo import AFRESH, Memo
from onrecord.reconcile.negotiations.carriers import drop_carriers
from onrecord.reconcile.negotiations.groups import InMemory
from onrecord.reconcile.negotiations.naming import named
from onrecord.reconcile.negotiations.profiles import Canonical, Evidence, Party, Weighed, evidence, profile
from onrecord.reconcile.negotiations.sorting import sorted_out
from onrecord.types import Entity, Negotiation, Reading

__all__ = ["find_negotiations"]


def find_negotiations(readings: Sequence[Reading], entities: Sequence[Entity], memo: Memo = AFRESH) -> tuple[Negotiation, ...]:
    """The negotiations that the reports tell of, by id; a report may belong to several or to none, and two pairs of parties are never mixed."""
    canonical = Canonical(entities)
    states = {e.name for e in entities if e.kind == "state"}
    ordered = sorted(readings, key=lambda r: r.report.id)

    def weighed(reading: Reading, party: Party) -> Weighed:
        (known,) = memo.of_readings("words that tell of talks", Evidence, [reading], evidence)
        return Weighed.of(profile(reading, party, known))

    told = memo.of_named("who talks with whom about what", Weighed, ordered, canonical.party, weighed)
    profiles = [one.profile(reading.report.id) for reading, one in zip(ordered, told, strict=True)]
    drop_carriers(profiles)
    groups = sorted_out(InMemory(profiles))
    return tuple(sorted((named(group, states) for group in groups.values()), key=lambda n: n.id))
