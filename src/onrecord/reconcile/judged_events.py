"""Mentions joined and parted as people decided, after the program has grouped them and before an event is made of each group."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.reconcile.events.joining import Group, single
from onrecord.reconcile.events.mention import Told
from onrecord.reconcile.judged import standing
from onrecord.reconcile.judged_places import Place, found, ids, places_told, reason_of, same
from onrecord.reconcile.ordering import derived_id
from onrecord.types import Judgement


def judge_groups(groups: Sequence[Group], judgements: Sequence[Judgement]) -> list[Group]:
    """The groups after all standing judgements on events; one that speaks of an event no longer read changes nothing."""
    asked = [j for j in standing(judgements) if j.layer == "event" and j.action in ("merge", "split")]
    kept = list(groups)
    for judgement in asked:
        by_id = {event_id(g.members): g for g in kept}
        known = {i: [place(m) for m in g.members] for i, g in by_id.items()}
        target = found(known, judgement, judgement.target)
        if target is None:
            continue
        if judgement.action == "merge":
            others = {i for told in ids(judgement) if (i := found(known, judgement, told)) is not None and i != target}
            kept = [g for i, g in by_id.items() if i not in others]
            for other in sorted(others):
                by_id[target].take(by_id[other], reason_of(judgement))
        else:
            kept = [g for i, g in by_id.items() if i != target] + parted(by_id[target], judgement)
    return kept


def event_id(members: Sequence[Told]) -> str:
    """The id of the event that these mentions make."""
    return derived_id("event", (min(m.mention.id for m in members),))


def place(mention: Told) -> Place:
    """Where a mention stands."""
    return mention.mention.report, mention.mention.span


def parted(group: Group, judgement: Judgement) -> list[Group]:
    """The group without the statements that a person named, and another of them; the group as it was where nothing would be left of either."""
    told = ids(judgement)
    places = [p for i in told for p in places_told(judgement, i)]
    theirs = [m for m in group.members if m.mention.id in told or any(same(place(m), p) for p in places)]
    ours = [m for m in group.members if m not in theirs]
    if not theirs or not ours:
        return [group]
    return [together(part, [*reasons, reason_of(judgement)]) for part, reasons in ((ours, group.reasons), (theirs, []))]


def together(members: Sequence[Told], reasons: list[str]) -> Group:
    """One group of these mentions."""
    made = single(members[0])
    for mention in members[1:]:
        made.take(single(mention), "")
    made.reasons = [r for r in reasons if r]
    return made
