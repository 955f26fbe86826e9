"""How the talks stood over time, track by track, as told."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import groupby

from onrecord.reconcile.ordering import days_of, moment
from onrecord.reconcile.parties import account_of, side_of
from onrecord.reconcile.scene import Scene
from onrecord.types import Interval, Statement, Status, TalksPoint, TalksSpell

Key = tuple[str | None, str]


def build_talks(scene: Scene) -> tuple[TalksSpell, ...]:
    """Spells of one state for each negotiation and track, in the order of time; accounts that differ on one day give a spell each."""
    tracks = tracks_of(scene)
    groups: defaultdict[Key, list[Statement]] = defaultdict(list)
    for statement in scene.of("status"):
        negotiation = scene.negotiation_of(statement.report)
        groups[negotiation, tracks[negotiation].get(status_of(statement).track, "talks")].append(statement)
    spells = [spell for key in sorted(groups, key=lambda k: (k[0] or "", k[1])) for spell in spells_of(scene, key, groups[key])]
    return tuple(spells)


def status_of(statement: Statement) -> Status:
    """The status that a statement of this layer is."""
    assert isinstance(statement.item, Status)
    return statement.item


def tracks_of(scene: Scene) -> defaultdict[str | None, dict[str, str]]:
    """For each negotiation which track each named one belongs to: where only one is named, and by no pack, all talk of talks is of that one."""
    named: defaultdict[str | None, set[str]] = defaultdict(set)
    packed = {track.name for pack in scene.packs for track in pack.tracks}
    for statement in scene.of("status"):
        named[scene.negotiation_of(statement.report)].add(status_of(statement).track)
    found: defaultdict[str | None, dict[str, str]] = defaultdict(dict)
    for negotiation, tracks in named.items():
        special = sorted(tracks - {"talks"} - packed)
        only = special[0] if len(special) == 1 and special[0] != "aid" else None
        found[negotiation] = {t: only if only and t != "aid" else t for t in tracks}
    return found


def spells_of(scene: Scene, key: Key, statements: list[Statement]) -> list[TalksSpell]:
    """The spells of one track."""
    runs: list[list[Statement]] = []
    for run in days_runs(statements):
        if runs and status_of(runs[-1][-1]).status == status_of(run[0]).status:
            runs[-1].extend(run)
        else:
            runs.append(run)
    spells: list[TalksSpell] = []
    for number, run in enumerate(runs):
        before = runs[number - 1][-1] if number else None
        after = runs[number + 1][0] if number + 1 < len(runs) else None
        points = tuple(TalksPoint(s.id, status_of(s).status, days_of(s), side_of(scene, s), account_of(scene, s) if s.chain else None) for s in run)
        spells.append(TalksSpell(key[1], points[0].status, between(before, run[0]), between(run[-1], after) if after else None, points, key[0]))
    return spells


def days_runs(statements: list[Statement]) -> list[list[Statement]]:
    """Statements by day and report, and within those by state: what most of a report's words say on a day comes first, then the order of the text."""
    ordered = sorted(statements, key=lambda s: (moment(s)[:3], s.report, s.span, s.id))
    runs: list[list[Statement]] = []
    for _, group in groupby(ordered, key=lambda s: (moment(s)[:3], s.report)):
        rows = list(group)
        counts = Counter(status_of(s).status for s in rows)
        first = {state: min(s.span for s in rows if status_of(s).status == state) for state in counts}
        for state in sorted(counts, key=lambda x: (-counts[x], first[x], x)):
            runs.append([s for s in rows if status_of(s).status == state])
    return runs


def between(earlier: Statement | None, later: Statement) -> Interval | None:
    """The days on which one state gave way to the next: not before the earlier was last told, not after the later was first told."""
    last = days_of(later)
    first = days_of(earlier) if earlier is not None else None
    if last is None:
        return None
    if earlier is None or first is None:
        return last
    low, high = first.first, last.last
    if low is None and high is None:
        return None
    if low is not None and high is not None and low > high:
        return last
    return Interval(low, high)
