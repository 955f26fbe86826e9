"""What follows from the reports of one negotiation alone: worked out again only where one of them, or what is told of it, changed.

The reports that belong to no negotiation, or to several, are a share of their own. Nothing in a share hangs on a report of another, but who holds
the captives and when the last report came, which are given to it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.reconcile.commitments import build_commitments
from onrecord.reconcile.counted import counted
from onrecord.reconcile.disputes import share_disputes
from onrecord.reconcile.ledgers import build_ledgers
from onrecord.reconcile.ledgers.headlines import copied
from onrecord.reconcile.owing import captors_of
from onrecord.reconcile.positions import build_positions, last_reports
from onrecord.reconcile.scene import Scene
from onrecord.reconcile.talks import build_talks
from onrecord.types import CommitmentLine, Derived, Share, TalksSpell

NONE = ""
"""The key of the share of reports that belong to no negotiation, or to several."""
CARRIED = ("ledgers", "positions", "disputes")
"""The fields of Derived whose values of a share that did not change are not even read."""


@dataclass(frozen=True, slots=True)
class Lasting:
    """What of a share is kept for others to look at: what others ask for whole, and the ids of all else."""

    talks: tuple[TalksSpell, ...]
    commitments: tuple[CommitmentLine, ...]
    ids: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Found:
    """What follows of one share; where it did not change, only ids of some of it."""

    derived: Derived
    kept: Mapping[str, Sequence[str]]
    """By field of Derived the ids of the values that are left out of it, since they are as they were."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What a share sees of other reports."""

    lasts: Mapping[str | None, dt.date]
    captors: Mapping[str, str | None]
    states: frozenset[str]
    """Names of states."""
    links: Mapping[str, Sequence[str]]
    """For each report the others whose text it has."""


def shares(scene: Scene) -> Iterator[Found]:
    """What follows of each share, in the order of the ids of their negotiations."""
    parts: dict[str, list[str]] = {}
    for report in scene.reports:
        parts.setdefault(scene.negotiation_of(report) or NONE, []).append(report)
    states = frozenset(e.side or e.name for e in scene.entities if e.kind == "state")
    beside = Beside(last_reports(scene), captors_of(scene), states, copied(scene.origin_links))
    for key, reports in sorted(parts.items()):
        yield share(scene, key, tuple(reports), beside)


def share(scene: Scene, key: str, reports: tuple[str, ...], beside: Beside) -> Found:
    """What follows of one share."""
    fresh: list[Derived] = []

    def work() -> Lasting:
        made = derived_of(scene.within(frozenset(reports)), beside)
        fresh.append(made)
        ids = {field: tuple(sorted(value.id for value in getattr(made, field))) for field in CARRIED}
        return Lasting(made.talks, made.commitments, ids)

    found = scene.together("what follows within a negotiation", Lasting, Share(key, reports, seen_of(scene, key, reports, beside)), work)
    return Found(fresh[0], {}) if fresh else Found(Derived(talks=found.talks, commitments=found.commitments), found.ids)


def derived_of(part: Scene, beside: Beside) -> Derived:
    """Ledgers, positions, duties, the state of the talks and what is told differently of them."""
    made = Derived(
        ledgers=build_ledgers(part), positions=build_positions(part, beside.lasts), commitments=build_commitments(part, beside.captors),
        talks=build_talks(part),
    )
    return counted(part, replace(made, disputes=tuple(share_disputes(part, made))))


def seen_of(scene: Scene, key: str, reports: tuple[str, ...], beside: Beside) -> tuple[object, ...]:
    """All that the rules see beside what is seen of each report alone."""
    own, talks = frozenset(reports), next((n for n in scene.negotiations if n.id == key), None)
    told = (talks.name, talks.parties, sorted(beside.states & {*talks.parties})) if talks is not None else None
    texts = [scene.texts.get(report, "-") for report in reports]
    copies = [[other for other in beside.links.get(report, ()) if other in own] for report in reports]
    return (bool(scene.negotiations), told, beside.lasts.get(key or None), beside.captors.get(key), texts, copies, [repr(pack) for pack in scene.packs])
