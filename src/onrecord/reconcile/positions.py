"""What each party holds on each topic, with its history."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Mapping

from onrecord.reconcile.events.title import plural
from onrecord.reconcile.matters import item_of, matters, one_matter, topic
from onrecord.reconcile.ordering import days_of, derived_id, moment
from onrecord.reconcile.parties import carriers, party_name, teller
from onrecord.reconcile.scene import Scene
from onrecord.types import Interval, Position, PositionLine, PositionPoint, Stance, Statement

NEARNESS = {"refuses": 0, "not_considering": 0, "conditions": 1, "considers": 2, "offers": 3, "accepts": 4}
"""How near a stance is to granting what is asked; a demand is on another scale."""
WORDS: dict[Stance, str] = {
    "demands": "demands", "offers": "offers", "refuses": "refuses", "accepts": "accepts", "conditions": "makes a condition of", "considers": "considers",
    "not_considering": "is not considering",
}
ONE_OF_MANY = {"makes a condition of": "make a condition of", "is not considering": "are not considering"}
"""Plural forms that do more than lose their "s"."""
Key = tuple[str | None, str, str]
WEEK = 7
"""Days of a stretch that may be that of a report's own telling ("this week")."""
ASKED = re.compile(r"\b(?:the|their|its) government\b", re.I)
OF_THE = re.compile(r"\b(?:the|their|its|a)\s+$", re.I)
NOUN = re.compile(r"\s+[a-z]+\b(?<!\bon)(?<!\bthat)(?<!\bto)(?<!\bfor)(?<!\bin)")


def stance_words(party: str, stance: Stance) -> str:
    """Who holds what stance, with the verb in the number of the party's name: "Norland offers", "families of the captives demand"."""
    word = WORDS[stance]
    return f"{party} {ONE_OF_MANY.get(word, word.removesuffix('s')) if plural(party) or ' and ' in party else word}"


def build_positions(scene: Scene, lasts: Mapping[str | None, dt.date]) -> tuple[PositionLine, ...]:
    """One line a party and topic within one negotiation, its points in the order of time; the last one is the current stance.

    *lasts* are the last days of reports, as `last_reports` gives them.
    """
    groups: defaultdict[Key, list[Statement]] = defaultdict(list)
    for statement in scene.of("positions"):
        item = statement.item
        assert isinstance(item, Position)
        groups[scene.negotiation_of(statement.report), holder(scene, statement), item.topic_key].append(statement)
    lines = [line(scene, key, group, lasts, n) for key, found in groups.items() for n, group in enumerate(matters(found))]
    return tuple(sorted(lines, key=in_order))


def in_order(one: PositionLine) -> tuple[str, str, str, str]:
    """A sort key: negotiation, party, topic."""
    return (one.negotiation or "", one.party, one.topic_key, one.id)


def holder(scene: Scene, statement: Statement) -> str:
    """The party over all reports; people of a country who ask their government for something speak for themselves and not for it."""
    printed, entity = item_of(statement).party, scene.entity(statement.report, item_of(statement).party)
    if entity is not None and entity.kind == "group" and entity.side != entity.name and ASKED.search(statement.quote):
        return entity.name
    return party_name(scene, statement.report, printed)


def line(scene: Scene, key: Key, group: list[Statement], lasts: Mapping[str | None, dt.date], number: int) -> PositionLine:
    """The line of one party on one topic, the *number*th of its matters."""
    negotiation, party, topic_key = key
    ordered = sorted(group, key=moment)
    told = sorted((s.published for s in ordered if s.published and s.published.last), key=lambda d: (d.last or dt.date.max, d.first or dt.date.min))
    points = tuple(PositionPoint(s.id, stance_of(s), held_on(scene, s), teller(scene, s, party)) for s in ordered)
    return PositionLine(
        derived_id("position", (), negotiation or "", party, topic_key, *([min(s.id for s in group)] if number else [])),
        party,
        topic_of(ordered),
        topic_key,
        points[-1].stance,
        points,
        negotiation,
        role_of(scene, party, ordered),
        moved(ordered, points),
        first_told=told[0] if told else None,
        last_told=told[-1] if told else None,
        silent=silence(lasts.get(negotiation), told),
    )


def held_on(scene: Scene, statement: Statement) -> Interval | None:
    """The days on which a stance was held: those of its report where the words date what is asked and not the asking ("freed by Friday")."""
    days, told = days_of(statement), statement.published
    if days is None or told is None or told.last is None:
        return days
    if dates_topic(scene, statement):
        return told
    if days.last is not None and days.last <= told.last:
        return days
    week = days.days is not None and days.days <= WEEK
    return (days.meet(Interval(None, told.last)) if week else None) or told


def dates_topic(scene: Scene, statement: Statement) -> bool:
    """Whether the words that date a stance stand before a noun of its topic: "the ratio of the April agreement"."""
    item, reading = item_of(statement), scene.by_report.get(statement.report)
    if reading is None or item.date is None:
        return False
    spans = [t.span for t in reading.times if t.id == item.date.time and statement.span.holds(t.span)]
    return any(OF_THE.search(reading.report.text, 0, s.start) and NOUN.match(reading.report.text, s.end) for s in spans)


def last_reports(scene: Scene) -> dict[str | None, dt.date]:
    """The last possible day of the last report of each negotiation, and of all reports under None."""
    found: dict[str | None, dt.date] = {}
    for report in scene.reports:
        published = scene.dates[report].published
        if published is not None and published.last is not None:
            for key in (None, *(n.id for n in scene.talks_of.get(report, ()))):
                found[key] = max(found.get(key, published.last), published.last)
    return found


def silence(last: dt.date | None, told: list[Interval]) -> int | None:
    """Days from the last report that tells of a position to *last*, the last report of its negotiation, both by their last possible day."""
    if not told or told[-1].last is None or last is None:
        return None
    return max((last - told[-1].last).days, 0)


def stance_of(statement: Statement) -> Stance:
    """The stance that a statement tells."""
    return item_of(statement).stance


def topic_of(ordered: list[Statement]) -> str:
    """The words of the topic: the shortest that are given with the current stance, the earliest of equals."""
    return min((item_of(s).topic for s in ordered if stance_of(s) == stance_of(ordered[-1])), key=len)


def role_of(scene: Scene, party: str, ordered: list[Statement]) -> str:
    """As a mediator's where a report says so or the negotiation knows the party as one; the last told first."""
    told = [item_of(s).role for s in ordered]
    marked = Counter(r for r in told if r.startswith("mediator"))
    if marked:
        return sorted(marked, key=lambda r: (-marked[r], r))[0]
    if any(party in carriers(scene, s.report) for s in ordered):
        stance = stance_of(ordered[-1])
        return {"offers": "mediator_proposal", "demands": "mediator_ultimatum" if dated(ordered[-1]) else "other"}.get(stance, "other")
    return told[-1]


def dated(statement: Statement) -> bool:
    """Whether the words set a time by which something is wanted."""
    words = f" {statement.quote.lower()} "
    return any(f" {w} " in words for w in ("within", "by", "deadline", "until", "hours", "days", "weeks"))


def moved(ordered: list[Statement], points: tuple[PositionPoint, ...]) -> str | None:
    """How the stance changed between points on one matter whose order in time is sure, in words, with why they are one matter; None while it did not."""
    steps: list[str] = []
    for number, two in enumerate(points):
        found = ((one, why) for n, one in reversed(list(enumerate(points[:number]))) if (why := one_matter(topic(ordered[n]), topic(ordered[number]))))
        one, why = next(found, (None, None))
        if one is None or one.stance == two.stance or one.date is None or two.date is None or one.date.overlaps(two.date):
            continue
        way = ""
        if one.stance in NEARNESS and two.stance in NEARNESS and NEARNESS[one.stance] != NEARNESS[two.stance]:
            way = "closer: " if NEARNESS[two.stance] > NEARNESS[one.stance] else "apart: "
        steps.append(f"{way}{one.stance} ({one.date.edtf()}), then {two.stance} ({two.date.edtf()}), {why}")
    return "; ".join(steps) or None
