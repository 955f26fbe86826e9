"""Where the talks stand, and what is announced next."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from onrecord.types import Event, Interval, Snapshot, TalksSpell
from onrecord.views.brief.page import Line, Section, cites
from onrecord.views.brief.support import announced, best_told
from onrecord.views.brief.words import age_words, date_words, days_in, last_day, origins_words, told_by

AHEAD = ("planned",)
MOST_AHEAD = 8
FRESH_DAYS = 14


def spell_order(spell: TalksSpell) -> tuple[dt.date, dt.date, bool, dt.date]:
    """Spells in time, of two that may change on one day the one told of later behind, and behind it the one that nothing was told after; the undated first,
    so that they never pose as the latest."""
    told, date = told_last(spell), last_known(spell)
    if date is None:
        return dt.date.min, dt.date.min, False, dt.date.min
    last = told.last if told is not None and told.last is not None else dt.date.min
    return (date.last or date.first or dt.date.min), last, spell.ends is None, (date.first or dt.date.min)


def told_until(spell: TalksSpell) -> Interval | None:
    """When a spell ended, else the days of which it was last told."""
    return spell.ends or told_last(spell)


def told_last(spell: TalksSpell) -> Interval | None:
    """The days of which a spell was last told."""
    days = [p.date for p in spell.points if p.date is not None and p.date.last is not None]
    return max(days, key=lambda d: (d.last or dt.date.min, d.first or dt.date.min), default=None)


def told_first(spell: TalksSpell) -> Interval | None:
    """The days of which a spell was first told: it may have begun before, but nobody said so."""
    days = [p.date for p in spell.points if p.date is not None and p.date.first is not None]
    return min(days, key=lambda d: (d.last or dt.date.max, d.first or dt.date.max), default=None)


def talks_section(snapshot: Snapshot, most: int | None = None) -> Section:
    """The latest state of each track with who says so and its age, then the states before it, at most *most* a track."""
    lines: list[Line] = []
    more = 0
    for strand in strands(snapshot):
        more += max(0, len(strand.spells) - most) if most is not None else 0
        lines += [spell_line(snapshot, spell, latest=i == 0, name="" if i else strand.name) for i, spell in enumerate(strand.spells[:most])]
    note = "" if lines else "No report that was read says how the talks stand."
    return Section("talks", "Where the talks stand", tuple(lines), more=more, note=note)


@dataclass(frozen=True, slots=True)
class Strand:
    """The states of one track of one negotiation."""

    track: str
    name: str
    """Its negotiation and its track as far as the record has others; empty for the only one."""
    spells: tuple[TalksSpell, ...]
    """The latest first."""


def strands(snapshot: Snapshot) -> tuple[Strand, ...]:
    """The talks by negotiation and track, which are never taken for one; negotiations in their order, tracks by name."""
    names = {n.id: n.name for n in snapshot.derived.negotiations}
    groups: dict[tuple[str, str], list[TalksSpell]] = {}
    for spell in snapshot.derived.talks:
        groups.setdefault((spell.negotiation or "", spell.track), []).append(spell)
    several = len({negotiation for negotiation, _ in groups}) > 1
    tracks = len({track for _, track in groups}) > 1
    places = {identity: n for n, identity in enumerate(names)}
    found = []
    for negotiation, track in sorted(groups, key=lambda key: (places.get(key[0], len(places)), key)):
        whose = [names.get(negotiation, "of no negotiation told apart")] if several else []
        spells = sorted(groups[negotiation, track], key=spell_order, reverse=True)
        found.append(Strand(track, ", ".join([*whose, *([track] if tracks else [])]), tuple(spells)))
    return tuple(found)


def spell_line(snapshot: Snapshot, spell: TalksSpell, *, latest: bool, name: str = "") -> Line:
    """One spell: state, days, whose account."""
    who = []
    for point in spell.points:
        statement = snapshot.statements.get(point.statement)
        words = told_by(snapshot, statement) if statement else ""
        if words and words not in who:
            who.append(words)
    text = ("Latest: " if latest else "") + spell.status + (f" ({name})" if name else "")
    if who:
        text += " — " + "; ".join(who[:3]) + (f"; {len(who) - 3} more" if len(who) > 3 else "")
    age = age_words(last_known(spell), last_day(snapshot)) if latest else ""
    return Line(text, date_words(days_told(spell)), (age,) if age else (), cites(snapshot, tuple(p.statement for p in spell.points)), level=0 if latest else 1)


def days_told(spell: TalksSpell) -> Interval | None:
    """From the days of which a spell was first told to its end, or to those of which it was last told."""
    return joined_dates(told_first(spell) or spell.begins, told_until(spell))


def last_known(spell: TalksSpell) -> Interval | None:
    """The last days that are known of a spell."""
    return told_until(spell) or spell.begins


def joined_dates(begins: Interval | None, ends: Interval | None) -> Interval | None:
    """From the first day of the one to the last of the other."""
    if begins is None or ends is None:
        return begins or ends
    return Interval(begins.first, ends.last)


def next_section(snapshot: Snapshot) -> Section:
    """Planned events that are not past, and deadlines that are not past; a plan without a day counts while it is fresh."""
    now = last_day(snapshot)
    planned = [e for e in snapshot.derived.events if e.factuality in AHEAD and announced(e) and (ahead(e.date, now) if e.date else fresh(snapshot, e, now))]
    lines = [event_line(snapshot, e, brief=True) for e in sorted(planned, key=lambda e: (e.date is None, start(e), -e.salience))[:MOST_AHEAD]]
    for line in snapshot.derived.commitments:
        if line.deadline is not None and ahead(line.deadline, now):
            supports = tuple(s for s, _, _ in line.accounts)
            lines.append(Line(f"Due: {line.obligor} to {line.what}", date_words(line.deadline), ("deadline",), cites(snapshot, supports), link=line.id))
    note = "" if lines else "Nothing is announced for a day after the last report."
    return Section("next", "Announced or expected next", tuple(lines), more=max(0, len(planned) - MOST_AHEAD), note=note)


def fresh(snapshot: Snapshot, event: Event, now: dt.date | None) -> bool:
    """Whether an undated plan was told within two weeks of *now*."""
    told = [s.published.last for i in event.statements if (s := snapshot.statements.get(i)) and s.published and s.published.last]
    return now is not None and bool(told) and (now - max(told)).days <= FRESH_DAYS


def ahead(date: Interval | None, now: dt.date | None) -> bool:
    """Whether *date* may still lie on or after *now*; an unknown date of a plan may."""
    return date is None or now is None or date.last is None or date.last >= now


def start(event: Event) -> dt.date:
    """First day an event may have begun; the undated come first."""
    if event.date is None:
        return dt.date.min
    return event.date.first or event.date.last or dt.date.min


def event_line(snapshot: Snapshot, event: Event, *, brief: bool = False) -> Line:
    """One event: date, title, whose account, how many origins (with their sides unless in *brief*), what is told differently."""
    marks = []
    if event.factuality != "happened":
        marks.append(event.factuality.replace("_", " "))
    marks += told_marks(snapshot, event, 1 if brief else 2)
    if event.origins.most > 1 or origins_words(event.origins).startswith("no"):
        marks.append(origins_words(replace(event.origins, by_side=()) if brief else event.origins))
    marks += [f"told differently: {days_in(d)}" for d in event.differs]
    return Line(event.title, date_words(event.date), tuple(marks), cites(snapshot, best_told(snapshot, event)), link=event.id)


def told_marks(snapshot: Snapshot, event: Event, shown: int) -> list[str]:
    """By whose account an event is told: theirs first on whose words its title rests, a report's own voice beside others named as such."""
    accounts = []
    for identity in best_told(snapshot, event):
        statement = snapshot.statements.get(identity)
        words = told_by(snapshot, statement) if statement else ""
        if words and words not in accounts:
            accounts.append(words)
    if not accounts:
        return []
    told = [a for a in accounts if "own voice" not in a]
    more = f"; {len(told) - shown} more" if len(told) > shown else ""
    if "own voice" not in accounts[0]:
        return ["told by " + "; ".join(told[:shown]) + more]
    return [accounts[0] + (", also told by " + "; ".join(told[:shown]) + more if told else "")]
