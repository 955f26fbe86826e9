"""How the talks stood over time, track by track, as told."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from onrecord.reconcile.ordering import days_of, moment
from onrecord.reconcile.parties import account_of, carriers, negotiation_with, party_name, side_of
from onrecord.reconcile.scene import Scene
from onrecord.types import EventMention, Interval, Proposal, Statement, Status, TalksPoint, TalksSpell, TalksStatus

Key = tuple[str | None, str]


@dataclass(frozen=True, slots=True)
class Told:
    """One statement of how the talks stood."""

    statement: Statement
    status: TalksStatus
    track: str


def build_talks(scene: Scene) -> tuple[TalksSpell, ...]:
    """Spells of one state for each negotiation and track, in the order of time; accounts that differ on one day give a spell each.

    What both parties agreed on, and a text that a mediator put before them, tell how the talks stood as well, in a report that does not say so itself.
    """
    tracks = tracks_of(scene)
    groups: defaultdict[Key, list[Told]] = defaultdict(list)
    for told in (*stated(scene), *deeds(scene)):
        negotiation = scene.negotiation_of(told.statement.report)
        groups[negotiation, tracks[negotiation].get(told.track, "talks")].append(told)
    spells = [spell for key in sorted(groups, key=lambda k: (k[0] or "", k[1])) for spell in spells_of(scene, key, groups[key])]
    return tuple(spells)


def stated(scene: Scene) -> Iterator[Told]:
    """What the reports say of the talks."""
    for statement in scene.of("status"):
        assert isinstance(statement.item, Status)
        yield Told(statement, statement.item.status, statement.item.track)


def deeds(scene: Scene) -> Iterator[Told]:
    """What was done that tells of the state of the talks: agreed where both parties are told to have agreed, active where a mediator tabled a text."""
    said: defaultdict[str, set[str]] = defaultdict(set)
    for told in stated(scene):
        said[told.statement.report].add(told.status)
    for statement in scene.of("events", "agree"):
        if "agreed" not in said[statement.report] and agreed_by_both(scene, statement):
            yield Told(statement, "agreed", "talks")
    for statement in scene.of("proposals"):
        if isinstance(statement.item, Proposal) and statement.item.role == "tabled" and not said[statement.report] and by_carrier(scene, statement):
            yield Told(statement, "active", "talks")


def agreed_by_both(scene: Scene, statement: Statement) -> bool:
    """Whether the words tell that both parties of the negotiation agreed on something."""
    item, found = statement.item, negotiation_with(scene, statement.report)
    if not isinstance(item, EventMention) or (item.type, item.factuality) != ("agree", "happened") or found is None or len(found.parties) != 2:
        return False
    return set(found.parties) <= {party_name(scene, statement.report, a) for a in item.actors if a not in item.supplied}


def by_carrier(scene: Scene, statement: Statement) -> bool:
    """Whether a mediator of the negotiation put the text on the table."""
    item = statement.item
    assert isinstance(item, Proposal)
    doers = [e.actors for e in scene.reading_of(statement.report).events if e.type == "propose" and e.span.overlaps(item.trigger_span)]
    who = [name for name in (item.who, item.whose) if name] or [name for actors in doers for name in actors]
    return any(party_name(scene, statement.report, name) in carriers(scene, statement.report) for name in who)


def tracks_of(scene: Scene) -> defaultdict[str | None, dict[str, str]]:
    """For each negotiation which track each named one belongs to: where only one is named, and by no pack, all talk of talks is of that one."""
    named: defaultdict[str | None, set[str]] = defaultdict(set)
    packed = {track.name for pack in scene.packs for track in pack.tracks}
    for told in stated(scene):
        named[scene.negotiation_of(told.statement.report)].add(told.track)
    found: defaultdict[str | None, dict[str, str]] = defaultdict(dict)
    for negotiation, tracks in named.items():
        special = sorted(tracks - {"talks"} - packed)
        only = special[0] if len(special) == 1 and special[0] != "aid" else None
        found[negotiation] = {t: only if only and t != "aid" else t for t in tracks}
    return found


def spells_of(scene: Scene, key: Key, told: list[Told]) -> list[TalksSpell]:
    """The spells of one track."""
    runs: list[list[Told]] = []
    for run in days_runs(told):
        if runs and runs[-1][-1].status == run[0].status:
            runs[-1].extend(run)
        else:
            runs.append(run)
    spells: list[TalksSpell] = []
    for number, run in enumerate(runs):
        before = runs[number - 1][-1].statement if number else None
        after = runs[number + 1][0].statement if number + 1 < len(runs) else None
        points = tuple(point(scene, one) for one in run)
        first, last = run[0].statement, run[-1].statement
        spells.append(TalksSpell(key[1], points[0].status, between(before, first), between(last, after) if after else None, points, key[0]))
    return spells


def point(scene: Scene, told: Told) -> TalksPoint:
    """One statement as a point of a spell."""
    statement = told.statement
    return TalksPoint(statement.id, told.status, days_of(statement), side_of(scene, statement), account_of(scene, statement) if statement.chain else None)


def days_runs(told: list[Told]) -> list[list[Told]]:
    """Statements by day and report, and within those by state: what most of a report's words say on a day comes first, then the order of the text."""
    ordered = sorted(told, key=lambda t: (moment(t.statement)[:3], t.statement.report, t.statement.span, t.statement.id))
    runs: list[list[Told]] = []
    for _, group in groupby(ordered, key=lambda t: (moment(t.statement)[:3], t.statement.report)):
        rows = list(group)
        counts = Counter(t.status for t in rows)
        first = {state: min(t.statement.span for t in rows if t.status == state) for state in counts}
        for state in sorted(counts, key=lambda x: (-counts[x], first[x], x)):
            runs.append([t for t in rows if t.status == state])
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
