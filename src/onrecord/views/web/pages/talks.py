"""The state of the talks: a strip of states a track, the parties' and the mediators' points in different marks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from onrecord.types import Snapshot, TalksPoint, TalksSpell
from onrecord.views.brief.page import Line
from onrecord.views.brief.talks import spell_line, strands
from onrecord.views.brief.words import by_words, date_words
from onrecord.views.web.asked import Asked
from onrecord.views.web.lanes import LEFT, WIDTH, ends, shaded, ticks, window, wrapped
from onrecord.views.web.pages.timeline import gaps
from onrecord.views.web.paging import Pager

PER = 80
HEIGHTS = {"none": 0, "collapsed": 1, "suspended": 2, "stalled": 3, "exploring": 4, "active": 5, "progress": 6, "agreed": 7}
"""States from the worst to the best for the talks, as steps of the strip; the words stand beside each step."""
STEP, TOP = 17, 10
MOST_POINTS = 300


@dataclass(frozen=True, slots=True)
class TalksPage:
    """Strips, then all states in words."""

    strips: tuple[tuple[str, str], ...]
    """(name of the strand, SVG)."""
    lines: tuple[Line, ...]
    pager: Pager


def ordered(snapshot: Snapshot) -> list[tuple[TalksSpell, bool, str]]:
    """Strand by strand the latest state first, with whether it is the latest and the name of the strand."""
    return [(spell, n == 0, strand.name) for strand in strands(snapshot) for n, spell in enumerate(strand.spells)]


def make(asked: Asked) -> TalksPage:
    """All states, a part at a time, and a strip for each track."""
    shown = asked.part(asked.once(ordered), per=PER, what="states")
    lines = tuple(
        spell_line(asked.snapshot, spell, latest=latest, name=name if latest or n == 0 else "") for n, (spell, latest, name) in enumerate(shown.rows)
    )
    return TalksPage(asked.once(strips), lines, shown.pager)


def strips(snapshot: Snapshot) -> tuple[tuple[str, str], ...]:
    """A strip for each track of each negotiation of which at least two points have a day."""
    mediators = {m for n in snapshot.derived.negotiations for m in n.mediators}
    found = []
    for strand in strands(snapshot):
        points = [(p, *days) for s in strand.spells for p in s.points if p.date and (days := ends(p.date))]
        points = sorted(points, key=lambda row: (row[2], row[1]))[-MOST_POINTS:]
        if len({row[1:] for row in points}) > 1:
            found.append((strand.name, strip(snapshot, points, mediators)))
    return tuple(found)


def strip(snapshot: Snapshot, points: Sequence[tuple[TalksPoint, dt.date, dt.date]], mediators: set[str]) -> str:
    """Every point on the step of its state: a disc by a party, a square by a mediator, a ring by others; stretches of days as lines."""
    days = window([(first, last) for _, first, last in points])
    used = [name for name in reversed(HEIGHTS) if any(p.status == name for p, _, _ in points)]
    places = {name: TOP + n * STEP + STEP / 2 for n, name in enumerate(used)}
    height = TOP + len(used) * STEP + 4
    rows = "".join(f'<text class="lane" x="0" y="{y + 4:.0f}">{name}</text><path class="rule" d="M{LEFT} {y:.1f}H{WIDTH}"/>' for name, y in places.items())
    marks = "".join(
        drawn_point(snapshot, point, (days.x(first), days.x(last + dt.timedelta(days=1))), places[point.status], mediators) for point, first, last in points
    )
    return wrapped(shaded(gaps(snapshot), days, height) + ticks(days, height) + rows + marks, height + 20, "talks")


def drawn_point(snapshot: Snapshot, point: TalksPoint, at: tuple[float, float], y: float, mediators: set[str]) -> str:
    """One point, which leads to its words."""
    statement = snapshot.statements.get(point.statement)
    who = by_words(statement) if statement else point.by or ""
    role = "mediator" if point.side in mediators else "party" if point.side else "other"
    x, end = at
    line = f'<path class="stretch" d="M{x:.1f} {y:.1f}H{end:.1f}"/>' if end - x > 12 else ""
    shapes = {
        "party": f'<circle cx="{x + 5:.1f}" cy="{y:.1f}" r="4.4"/>', "mediator": f'<rect x="{x + 0.8:.1f}" y="{y - 4.2:.1f}" width="8.4" height="8.4"/>',
        "other": f'<circle class="ring" cx="{x + 5:.1f}" cy="{y:.1f}" r="3.8"/>',
    }
    told = f"{point.status} — {who}{f' ({point.side})' if point.side else ''}, {date_words(point.date)}"
    return f'<a href="/statements/{point.statement}" class="{role}"><title>{escape(told)}</title>{line}{shapes[role]}</a>'
