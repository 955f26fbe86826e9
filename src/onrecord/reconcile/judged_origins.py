"""Origins of reports joined and parted as people decided, before any origin is counted."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence

from onrecord.reconcile.judged import anchor, standing
from onrecord.reconcile.origins.count import ONE_TEXT
from onrecord.types import Judgement, OriginLink

LAYER = "origin"
"""The layer of a judgement on two reports: `merge` says that the first has its text from the second, `split` that the two are no one text."""
BY_PERSON = 1.0


def judge_origins(links: Sequence[OriginLink], judgements: Sequence[Judgement], reports: Collection[str]) -> tuple[OriginLink, ...]:
    """The edges after all standing judgements in their order; an edge that a person set says so in its reasons and has the score 1.

    Two reports that a person parted stay apart also where others join them: of the edges that lead from the one to the other, the weakest that
    no person set is left out until none leads there. A judgement on a report that is not in the record waits for it.
    """
    kept = list(links)
    for judgement in standing(judgements):
        if judgement.layer != LAYER or judgement.action not in ("merge", "split"):
            continue
        one, other = pair_of(judgement)
        if one not in reports or other not in reports:
            continue
        if judgement.action == "merge":
            kept = [k for k in kept if not between(k, one, other)]
            kept.append(OriginLink(one, other, anchor(judgement)["kind"], BY_PERSON, (reason_of(judgement),)))
        else:
            kept = parted([k for k in kept if not (between(k, one, other) and k.kind in ONE_TEXT)], one, other)
    return tuple(sorted(kept, key=lambda k: (k.report, k.kind, k.other, -k.score)))


def pair_of(judgement: Judgement) -> tuple[str, str]:
    """Ids of the two reports."""
    return judgement.target, str(json.loads(judgement.value or '[""]')[0])


def between(link: OriginLink, one: str, other: str) -> bool:
    """Whether an edge stands between these two reports, in whichever direction."""
    return {link.report, link.other} == {one, other}


def reason_of(judgement: Judgement) -> str:
    """Who decided it, when and why."""
    return f"joined by {judgement.who} on {judgement.when.date()}" + (f": {judgement.why}" if judgement.why else "")


def set_by_person(link: OriginLink) -> bool:
    """Whether a person set an edge."""
    return any(reason.startswith("joined by ") for reason in link.reasons)


def parted(links: Iterable[OriginLink], one: str, other: str) -> list[OriginLink]:
    """The edges without those by which the two reports would still share a text; what persons set stays, and may hold them together."""
    kept = list(links)
    while (way := way_between([k for k in kept if k.kind in ONE_TEXT], one, other)) is not None:
        loose = [k for k in way if not set_by_person(k)]
        if not loose:
            return kept
        kept.remove(min(loose, key=lambda k: (k.score, k.report, k.other)))
    return kept


def way_between(links: Sequence[OriginLink], one: str, other: str) -> list[OriginLink] | None:
    """The shortest way over edges from one report to another, found in a fixed order; None where there is none."""
    came: dict[str, OriginLink | None] = {one: None}
    edge = [one]
    while edge and other not in came:
        beyond = []
        for link in links:
            for here, there in ((link.report, link.other), (link.other, link.report)):
                if here in edge and there not in came:
                    came[there] = link
                    beyond.append(there)
        edge = beyond
    if other not in came:
        return None
    way, at = list[OriginLink](), other
    while (last := came[at]) is not None:
        way.append(last)
        at = last.other if last.report == at else last.report
    return way
