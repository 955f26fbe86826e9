"""The tellings of one captive → their line: latest status, last sign of life, points on which accounts differ."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence

from onrecord.reconcile.ordering import END, START, derived_id
from onrecord.reconcile.origins.count import count_in
from onrecord.reconcile.roster.told import Told
from onrecord.reconcile.standing import Standing, Voice
from onrecord.types import CaptiveStatus, Interval, RosterLine, RosterPoint

FACTS = ("happened", "ongoing")
ENDS: tuple[CaptiveStatus, ...] = ("released", "rescued", "escaped", "said_dead", "body_returned")
"""Statuses after which nobody is held, unless taken again."""
STAGES: tuple[CaptiveStatus, ...] = ("taken", "held", "missing", "seen_alive", "said_dead", "escaped", "released", "rescued", "body_returned")
"""In which order statuses of one day are read; of a death and a body on one day the body is the later news."""
WORDS: dict[CaptiveStatus, str] = {
    "taken": "taken", "held": "held", "seen_alive": "seen alive", "released": "released", "rescued": "rescued", "escaped": "escaped",
    "said_dead": "said to be dead", "body_returned": "body returned", "missing": "missing",
}
NARROW = 3
"""Days up to which a date can contradict another."""


def line_of(standing: Standing, told: Sequence[Told], texts: Mapping[str, str]) -> RosterLine:
    """The line of one captive."""
    ordered = sorted(told, key=place_in_time)
    person = ordered[0].person
    signs = [t for t in ordered if t.status == "seen_alive" and t.factuality in FACTS]
    last = signs[-1] if signs else None
    takers = Counter(t.taker for t in ordered if t.taker and t.factuality in FACTS)
    return RosterLine(
        id=derived_id("roster", (), person.key), name=person.name, status=latest(ordered),
        points=tuple(RosterPoint(t.words, t.status, t.date, standing.told_by(t.words.report, t.chain), t.factuality) for t in ordered),
        entity=person.entity, negotiation=talks_of(standing, ordered),
        taken_by=min(takers, key=lambda n: (-takers[n], n)) if takers else None,
        last_sign=last.words if last else None, last_sign_on=(last.date or last.published) if last else None,
        differs=differences(standing, ordered, takers),
        origins=count_in([Voice(t.words.report, t.chain) for t in ordered], texts),
    )


def place_in_time(told: Told) -> tuple[dt.date, dt.date, int, dt.date, str, int]:
    """A sort key: last day, first day, stage, day of the report; what is told without a day counts by its report's, a capture without one first."""
    days = told.date
    if days is None and told.status != "taken":
        days = told.published
    first, last = (days.first or START, days.last or END) if days else (START, START)
    published = (told.published.last or END) if told.published else START
    return (last, first, STAGES.index(told.status), published, told.words.report, told.words.span.start)


def latest(ordered: Sequence[Told]) -> CaptiveStatus:
    """The status told last as a fact; an end stands until a capture of a later day is told, whatever older reports are added."""
    facts = [t for t in ordered if t.factuality in FACTS] or list(ordered)
    ends = [k for k, t in enumerate(facts) if t.status in ENDS]
    if not ends:
        later = [t for t in facts if t.status != "taken"]
        return (later or facts)[-1].status
    last = facts[ends[-1]]
    again = [t for t in facts[ends[-1] + 1 :] if t.status == "taken" and t.date is not None and after(t.date, last.date or last.published)]
    return again[-1].status if again else last.status


def after(days: Interval, other: Interval | None) -> bool:
    """Whether *days* lie wholly after *other*."""
    return other is not None and days.first is not None and other.last is not None and days.first > other.last


def talks_of(standing: Standing, told: Sequence[Told]) -> str | None:
    """The negotiation that all reports on the captive are about, if it is one."""
    found = {standing.scene.negotiation_of(t.words.report) for t in told}
    return next(iter(found)) if len(found) == 1 else None


def differences(standing: Standing, told: Sequence[Told], takers: Counter[str]) -> tuple[str, ...]:
    """The points on which accounts differ, in words; nobody is held to be right."""
    facts = [t for t in told if t.factuality in FACTS]
    out = []
    ends = {t.status for t in facts if t.status in ENDS}
    dead, living = ends & {"said_dead", "body_returned"}, ends - {"said_dead", "body_returned"}
    if (dead and living) or len(living) > 1:
        out.append("; ".join(by(standing, facts, status) for status in STAGES if status in ends))
    last_seen = [t for t in facts if t.status == "seen_alive" and t.date is not None]
    deaths = [t for t in facts if t.status == "said_dead"]
    if any(after(s.date, d.date or d.published) for s in last_seen for d in deaths if s.date is not None):
        out.append(f"{by(standing, deaths, 'said_dead')} before the last sign of life")
    for status in STAGES:
        denied = [t for t in told if t.status == status and t.factuality == "denied"]
        if denied and any(t.status == status for t in facts):
            out.append(f"{by(standing, facts, status)}; denied by {tellers(standing, denied)}")
        if status not in ("seen_alive", "held", "missing") and dates_clash([t.date for t in facts if t.status == status]):
            out.append(f"{WORDS[status]} on different days")
    if len(takers) > 1:
        out.append("taken by " + " or ".join(sorted(takers)))
    return tuple(dict.fromkeys(out))


def by(standing: Standing, told: Sequence[Told], status: CaptiveStatus) -> str:
    """ "released by the account of A and B"."""
    return f"{WORDS[status]} by the account of {tellers(standing, [t for t in told if t.status == status])}"


def tellers(standing: Standing, told: Sequence[Told]) -> str:
    """By whose account, each once."""
    names = dict.fromkeys(standing.told_by(t.words.report, t.chain) for t in told)
    return " and ".join("the report itself" if n == "own voice" else n for n in names)


def dates_clash(dates: Sequence[Interval | None]) -> bool:
    """Whether two narrow dates of one thing do not meet."""
    narrow = [d for d in dates if d is not None and d.days is not None and d.days <= NARROW]
    return any(not a.overlaps(b) for a in narrow for b in narrow)
