"""How the talks stood over time, track by track, as told."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from itertools import groupby

from onrecord.reconcile.ordering import days_of, moment
from onrecord.reconcile.parties import account_of, carriers, negotiation_with, party_name, side_of
from onrecord.reconcile.scene import Scene
from onrecord.types import EventMention, Interval, Proposal, Span, Statement, Status, TalksPoint, TalksSpell, TalksStatus

Key = tuple[str | None, str]
Place = tuple[dt.date, dt.date, dt.date, str, Span, str]
RUNNING: frozenset[TalksStatus] = frozenset({"active", "progress"})
BROKEN: frozenset[TalksStatus] = frozenset({"stalled", "suspended", "collapsed", "none"})
REACH = 40
"""Characters before the words of a state that are looked at."""
KNOWN = re.compile(r"\b(?:since|after|following|before|until|despite|amid)\s+(?:the\s+|their\s+|its\s+)?$", re.I)
"""What stands before a state that is only named as known."""
NOUNS = "breakdown|collapse|suspension|failure|deadlock|impasse|stalemate|end"
NAMED = re.compile(rf"(?:the|an?|their|its|that|this)\s+(?:[\w-]+\s+){{0,2}}(?:{NOUNS})\s+(?:of|in)\b", re.I)
"""A state told as a noun: "the breakdown in talks"."""
ENDED_BY: dict[TalksStatus, frozenset[TalksStatus]] = {
    **dict.fromkeys(RUNNING, BROKEN | {"agreed"}),
    **dict.fromkeys(BROKEN, RUNNING | {"agreed"}),
    "exploring": RUNNING | {"agreed"},
    "agreed": BROKEN | RUNNING | {"exploring"},
}
"""The states whose telling ends one: talks that go on are ended by a break or a deal, a break by talks that go on, and not by another word for it."""


@dataclass(frozen=True, slots=True)
class Told:
    """One statement of how the talks stood."""

    statement: Statement
    status: TalksStatus
    track: str
    place: Place = field(init=False, compare=False)
    """Last and first day, and those of the report; then the place in it, by which tellings of one day are in order."""

    def __post_init__(self) -> None:
        """Works out the place once."""
        one = self.statement
        object.__setattr__(self, "place", (*moment(one)[:3], one.report, one.span, one.id))


@dataclass(slots=True)
class Run:
    """Tellings of one state that nothing told between them ends."""

    status: TalksStatus
    told: list[Told]
    before_told: bool = False
    """Whether it is only known to have begun before it was told."""


def build_talks(scene: Scene) -> tuple[TalksSpell, ...]:
    """Spells of one state for each negotiation and track, in the order of time; accounts that differ give a spell each, side by side.

    What both parties agreed on, and a text that a mediator put before them, tell how the talks stood as well, in a report that does not say so itself.
    """
    tracks = tracks_of(scene)
    groups: defaultdict[Key, list[Told]] = defaultdict(list)
    for told in (*stated(scene), *deeds(scene)):
        negotiation = scene.negotiation_of(told.statement.report)
        groups[negotiation, tracks[negotiation].get(told.track, "talks")].append(told)
    known = scene.each("states told in passing", tuple[str, ...], partial(told_in_passing, scene))
    passing = frozenset(one for own in known for one in own)
    ordered = sorted(groups, key=lambda k: (k[0] or "", k[1]))
    return tuple(spell for key in ordered for spell in spells_of(scene, key, groups[key], passing))


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


def spells_of(scene: Scene, key: Key, told: list[Told], passing: frozenset[str]) -> list[TalksSpell]:
    """The spells of one track: every telling joins the last spell of its state, unless a state that ends it was told of days between.

    *passing* are the ids of the statements that only name a state as known ("since the talks broke down").
    """
    ordered = sorted(told, key=by_place)
    clear = [t for t in ordered if t.statement.id not in passing]
    runs = joined(clear)
    for one in ordered:
        if one.statement.id in passing:
            place_in(runs, one)
    runs.sort(key=lambda r: r.told[0].place)
    return [spell(scene, key, run, clear) for run in runs]


@dataclass(slots=True)
class Met:
    """The tellings of one state so far, in the order of time."""

    lasts: list[dt.date] = field(default_factory=list)
    """Their last days."""
    latest: list[dt.date] = field(default_factory=list)
    """The latest first day of each with those before it."""

    def take(self, told: Iterable[Told]) -> None:
        """Adds tellings."""
        for one in told:
            self.lasts.append(one.place[0])
            self.latest.append(max((one.place[1], *self.latest[-1:])))

    def between(self, after: dt.date, before: dt.date) -> bool:
        """Whether one of them tells of days that are all after one day and before another."""
        ended = bisect_left(self.lasts, before)
        return ended > 0 and self.latest[ended - 1] > after


def joined(clear: list[Told]) -> list[Run]:
    """Tellings, in the order of time, as runs of one state each."""
    runs: list[Run] = []
    homes: dict[TalksStatus, Run] = {}
    met: defaultdict[TalksStatus, Met] = defaultdict(Met)
    for run in days_runs(clear):
        home = homes.get(run.status)
        first = run.told[0].place
        if home is None or any(met[other].between(home.told[-1].place[0], max(first[:2])) for other in ENDED_BY[run.status]):
            runs.append(run)
            homes[run.status] = run
        else:
            home.told += run.told
        met[run.status].take(run.told)
    return runs


def told_in_passing(scene: Scene, report: str) -> tuple[str, ...]:
    """The statements of a report that only name a state as known."""
    return tuple(s.id for s in scene.of_report(report, "status") if in_passing(scene, s))


def in_passing(scene: Scene, statement: Statement) -> bool:
    """Whether a state is only named as known: a noun without a verb of its own, or behind a word of time, and no day told in its words."""
    item, reading = statement.item, scene.by_report.get(statement.report)
    if not isinstance(item, Status) or item.status not in BROKEN or reading is None:
        return False
    if any(item.date is not None and item.date.time == t.id and statement.span.holds(t.span) for t in reading.times):
        return False
    before = reading.report.text[max(0, statement.span.start - REACH) : statement.span.start]
    return NAMED.match(statement.quote) is not None or KNOWN.search(before) is not None


def place_in(runs: list[Run], one: Told) -> None:
    """Puts what is told in passing to the last spell before it of its state, else of another state in which the talks are broken off; it opens one where
    there is none."""
    before = [r for r in runs if r.status in BROKEN and r.told[0].place <= one.place]
    home = next((r for r in reversed(before) if r.status == one.status), before[-1] if before else None)
    if home is None:
        runs.insert(0, Run(one.status, [one], before_told=True))
    else:
        home.told.append(one)


def spell(scene: Scene, key: Key, run: Run, clear: list[Told]) -> TalksSpell:
    """A run as a spell: from when it was first told, after the last word of another state before; to when another was first told after it."""
    ordered, own = sorted(run.told, key=by_place), {t.statement.id for t in run.told}
    first, last = ordered[0], ordered[-1]
    earlier = reversed(clear[: bisect_left(clear, first.place, key=by_place)])
    before = next((t for t in earlier if t.place[0] <= first.place[1] and t.statement.id not in own), None)
    after = next((t for t in clear[bisect_right(clear, last.place, key=by_place) :] if t.statement.id not in own), None)
    begins = between(before.statement if before else None, first.statement)
    if run.before_told and begins is not None:
        begins = Interval(None, begins.last)
    points = tuple(dict.fromkeys(points_of(scene, ordered)))
    return TalksSpell(key[1], run.status, begins, between(last.statement, after.statement) if after else None, points, key[0])


def points_of(scene: Scene, ordered: list[Told]) -> Iterator[TalksPoint]:
    """What is told as points; what one report tells again of the same days by the same account is one."""
    seen: set[tuple[str, TalksStatus, Interval | None, str]] = set()
    for told in ordered:
        account = (told.statement.report, told.status, days_of(told.statement), account_of(scene, told.statement))
        if account not in seen:
            seen.add(account)
            yield point(scene, told)


def point(scene: Scene, told: Told) -> TalksPoint:
    """One statement as a point of a spell."""
    statement = told.statement
    return TalksPoint(statement.id, told.status, days_of(statement), side_of(scene, statement), account_of(scene, statement) if statement.chain else None)


def by_place(told: Told) -> Place:
    """A sort key in time; within a report the order of its text."""
    return told.place


def days_runs(ordered: list[Told]) -> list[Run]:
    """Tellings by day and report, and within those by state: what most of a report's words say on a day comes first, then the order of the text."""
    runs: list[Run] = []
    for _, group in groupby(ordered, key=lambda t: t.place[:4]):
        rows = list(group)
        counts = Counter(t.status for t in rows)
        first = {state: min(t.statement.span for t in rows if t.status == state) for state in counts}
        for state in sorted(counts, key=lambda x: (-counts[x], first[x], x)):
            runs.append(Run(state, [t for t in rows if t.status == state]))
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
