"""How the talks stood over time, track by track, as told."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from onrecord.reconcile.ordering import END, START, days_of, moment
from onrecord.reconcile.parties import account_of, carriers, negotiation_with, party_name, side_of
from onrecord.reconcile.scene import Scene
from onrecord.types import EventMention, Interval, Proposal, Span, Statement, Status, TalksPoint, TalksSpell, TalksStatus

Key = tuple[str | None, str]
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
    """The spells of one track: every telling joins the last spell of its state, unless a state that ends it was told of days between."""
    passing, clear = parted(scene, told)
    runs: list[Run] = []
    for run in days_runs(clear):
        home = next((r for r in reversed(runs) if r.status == run.status), None)
        if home is None or any(ends(other, home, run) for other in runs):
            runs.append(run)
        else:
            home.told += run.told
    for one in passing:
        place_in(runs, one)
    runs.sort(key=lambda r: place(r.told[0]))
    return [spell(scene, key, run, runs) for run in runs]


def parted(scene: Scene, told: list[Told]) -> tuple[list[Told], list[Told]]:
    """What is told in passing of a time before the report that has no day of its own ("since the talks broke down"), and all else, in the order of time."""
    ordered = sorted(told, key=place)
    return [t for t in ordered if in_passing(scene, t)], [t for t in ordered if not in_passing(scene, t)]


def in_passing(scene: Scene, told: Told) -> bool:
    """Whether a state is only named as known: a noun without a verb of its own, or behind a word of time, and no day told in its words."""
    item, statement = told.statement.item, told.statement
    reading = scene.by_report.get(statement.report)
    if not isinstance(item, Status) or told.status not in BROKEN or reading is None:
        return False
    if any(item.date is not None and item.date.time == t.id and statement.span.holds(t.span) for t in reading.times):
        return False
    before = reading.report.text[max(0, statement.span.start - REACH) : statement.span.start]
    return NAMED.match(statement.quote) is not None or KNOWN.search(before) is not None


def place_in(runs: list[Run], one: Told) -> None:
    """Puts what is told in passing to the last spell before it of its state, else of another state in which the talks are broken off; it opens one where
    there is none."""
    before = [r for r in runs if r.status in BROKEN and place(r.told[0]) <= place(one)]
    home = next((r for r in reversed(before) if r.status == one.status), before[-1] if before else None)
    if home is None:
        runs.insert(0, Run(one.status, [one], before_told=True))
    else:
        home.told.append(one)


def ends(other: Run, home: Run, run: Run) -> bool:
    """Whether *other* tells of days after those of *home* so far, and before those of *run*, a state that ends that of both."""
    if other.status not in ENDED_BY[home.status]:
        return False
    last, first = last_of(home.told), first_of(run.told)
    return any(last < first_of([t]) and last_of([t]) < max(first, last_of(run.told)) for t in other.told)


def spell(scene: Scene, key: Key, run: Run, runs: list[Run]) -> TalksSpell:
    """A run as a spell: from when it was first told, after the last word of another state before; to when another was first told after it."""
    ordered = sorted(run.told, key=place)
    first, last = ordered[0].statement, ordered[-1].statement
    others = [t for r in runs if r is not run for t in r.told if not in_passing(scene, t)]
    before = max((t for t in others if last_of([t]) <= first_of([ordered[0]]) and place(t) < place(ordered[0])), key=place, default=None)
    after = min((t for t in others if place(t) > place(ordered[-1])), key=place, default=None)
    begins = between(before.statement if before else None, first)
    if run.before_told and begins is not None:
        begins = Interval(None, begins.last)
    points = tuple(dict.fromkeys(points_of(scene, ordered)))
    return TalksSpell(key[1], run.status, begins, between(last, after.statement) if after else None, points, key[0])


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


def place(told: Told) -> tuple[dt.date, dt.date, dt.date, str, Span, str]:
    """A sort key in time; within a report the order of its text."""
    return (*moment(told.statement)[:3], told.statement.report, told.statement.span, told.statement.id)


def first_of(told: list[Told]) -> dt.date:
    """The first day of all of these; that of an unknown beginning is the first of all."""
    return min((days.first or START) if (days := days_of(t.statement)) else START for t in told)


def last_of(told: list[Told]) -> dt.date:
    """The last day of any of these."""
    return max((days.last or END) if (days := days_of(t.statement)) else START for t in told)


def days_runs(ordered: list[Told]) -> list[Run]:
    """Tellings by day and report, and within those by state: what most of a report's words say on a day comes first, then the order of the text."""
    runs: list[Run] = []
    for _, group in groupby(ordered, key=lambda t: place(t)[:4]):
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
