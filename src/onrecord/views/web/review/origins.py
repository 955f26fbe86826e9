"""Which texts are held to be one, for a person to confirm, turn round or part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.reconcile.judged import standing
from onrecord.reconcile.judged_origins import LAYER, pair_of, set_by_person
from onrecord.reconcile.origins.count import ONE_TEXT
from onrecord.types import Judgement, OriginLink, Snapshot
from onrecord.views.web.pages.names import name_of

MOST = 8
"""Pairs that the queue asks about at once."""
VERBS = {"copy": "copies", "rewrite": "rewrites", "update": "is a later version of", "corrects": "corrects"}


@dataclass(frozen=True, slots=True)
class OriginRow:
    """One edge between two reports of the record."""

    report: str
    other: str
    name: str
    other_name: str
    kind: str
    verb: str
    score: float
    reasons: tuple[str, ...]
    by_person: bool


@dataclass(frozen=True, slots=True)
class Tracing:
    """What the page of a report needs to join and part its origins."""

    rows: tuple[OriginRow, ...]
    others: tuple[tuple[str, str], ...]
    """(id, name) of all other reports."""


def tracing_of(snapshot: Snapshot, identity: str) -> Tracing:
    """The edges of one report, and the reports that it may be joined with."""
    links = [k for k in snapshot.derived.origin_links if k.kind in ONE_TEXT and identity in (k.report, k.other)]
    others = sorted((r.id, r.name) for r in snapshot.reports if r.id != identity)
    return Tracing(tuple(row_of(snapshot, k) for k in links), tuple(sorted(others, key=lambda o: o[1])))


def unsure(snapshot: Snapshot, judged: Sequence[Judgement]) -> tuple[OriginRow, ...]:
    """The edges that count texts as one and that nobody judged, the least alike first."""
    settled = {frozenset(pair_of(j)) for j in standing(judged) if j.layer == LAYER}
    links = [k for k in snapshot.derived.origin_links if k.kind in ONE_TEXT and k.other in snapshot.by_id and frozenset((k.report, k.other)) not in settled]
    return tuple(row_of(snapshot, k) for k in sorted(links, key=lambda k: (k.score, k.report, k.other))[:MOST])


def row_of(snapshot: Snapshot, link: OriginLink) -> OriginRow:
    """One edge in words."""
    names = name_of(snapshot, link.report), name_of(snapshot, link.other)
    return OriginRow(link.report, link.other, *names, link.kind, VERBS[link.kind], link.score, link.reasons, set_by_person(link))
