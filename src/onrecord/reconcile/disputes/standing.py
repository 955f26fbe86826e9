"""What one side asks and the other refuses, and states of talks that are told differently on the same days."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from onrecord.reconcile.ordering import derived_id
from onrecord.reconcile.parties import account_of
from onrecord.reconcile.positions import stance_words
from onrecord.reconcile.scene import Scene
from onrecord.types import Derived, Dispute, PositionLine, TalksPoint, TalksStatus

Account = tuple[str, str]
"""A report, and whose account in it."""
ASKING = frozenset({"demands", "offers", "conditions"})
REFUSING = frozenset({"refuses", "not_considering"})
MOVING = frozenset({"progress", "agreed"})
STUCK = frozenset({"stalled", "suspended", "collapsed", "none"})
RUNNING = frozenset({"active", "progress", "agreed"})
DEAD = frozenset({"none", "collapsed", "suspended"})


def position_disputes(derived: Derived) -> Iterator[Dispute]:
    """One dispute for each topic that one party demands or offers and another refuses."""
    topics: defaultdict[tuple[str | None, str], list[PositionLine]] = defaultdict(list)
    for line in derived.positions:
        topics[line.negotiation, line.topic_key].append(line)
    for (negotiation, key), lines in topics.items():
        asking = [line for line in lines if any(p.stance in ASKING for p in line.points)]
        refusing = [line for line in lines if any(p.stance in REFUSING for p in line.points)]
        pairs = [(a, r) for a in asking for r in refusing if a.party != r.party]
        if not pairs:
            continue
        taking = sorted({line.id: line for pair in pairs for line in pair}.values(), key=lambda line: (line.party, line.id))
        sides = tuple((f"{stance_words(line.party, line.stance)}: {line.topic}", tuple(sorted(p.statement for p in line.points))) for line in taking)
        yield Dispute(
            derived_id("dispute", (), negotiation or "", "position", key),
            "conflict",
            "position",
            title(key, pairs),
            sides,
            "A later word of either party on it, or a proposal that both answer",
            negotiation,
        )


def title(key: str, pairs: list[tuple[PositionLine, PositionLine]]) -> str:
    """What is asked by whom and refused by whom, in one line; who refuses some of it is not told as asking for it."""
    refusing = {r.party for _, r in pairs}
    asking = {a.party for a, _ in pairs} - refusing or {a.party for a, _ in pairs}
    return f"{key}: asked by {', '.join(sorted(asking))}, refused by {', '.join(sorted(refusing))}"


def status_disputes(scene: Scene, derived: Derived) -> Iterator[Dispute]:
    """Pairs of states of one track that cannot both be so on the same days, by different accounts."""
    tracks: defaultdict[tuple[str | None, str], list[TalksPoint]] = defaultdict(list)
    for spell in derived.talks:
        tracks[spell.negotiation, spell.track].extend(spell.points)
    for (negotiation, track), points in tracks.items():
        for days, group in same_days(points).items():
            against = at_odds(scene, group)
            if not against:
                continue
            sides: defaultdict[str, list[str]] = defaultdict(list)
            for point in group:
                if point.statement in against:
                    sides[f"{point.status}, {account_of(scene, scene.by_id[point.statement])}"].append(point.statement)
            yield Dispute(
                derived_id("dispute", (), negotiation or "", track, days),
                "conflict",
                "status",
                f"How the {track} stood on {days}",
                tuple((said, tuple(sorted(ids))) for said, ids in sorted(sides.items())),
                "Word of a mediator, or of both parties, for the same day",
                negotiation,
            )


def same_days(points: list[TalksPoint]) -> dict[str, list[TalksPoint]]:
    """Points by the days of which they tell, where those are at most three days."""
    found: defaultdict[str, list[TalksPoint]] = defaultdict(list)
    for point in sorted(points, key=lambda p: p.statement):
        if point.date is not None and point.date.days is not None and point.date.days <= 3:
            found[point.date.edtf()].append(point)
    return dict(sorted(found.items()))


def at_odds(scene: Scene, group: list[TalksPoint]) -> list[str]:
    """The statements of those points whose state another point denies, by another report or another account within one report.

    Points of one state, report and account are taken at once, so that a day of much news costs no square.
    """
    alike: defaultdict[tuple[TalksStatus, Account], list[str]] = defaultdict(list)
    for point in group:
        statement = scene.by_id[point.statement]
        alike[point.status, (statement.report, account_of(scene, statement))].append(point.statement)
    tellers: defaultdict[TalksStatus, set[Account]] = defaultdict(set)
    for status, account in alike:
        tellers[status].add(account)
    against = []
    for (status, account), statements in alike.items():
        if any(contrary(status, other) and accounts - {account} for other, accounts in tellers.items()):
            against.extend(statements)
    return sorted(against)


def contrary(one: TalksStatus, two: TalksStatus) -> bool:
    """Whether two states cannot both be so."""
    return any((a in MOVING and b in STUCK) or (a in RUNNING and b in DEAD) for a, b in ((one, two), (two, one)))
