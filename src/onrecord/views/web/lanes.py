"""Events by day and lane as SVG: intervals as bars, uncertain days dashed, days without a report shaded; and their density."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from onrecord.types import Event, Interval
from onrecord.views.brief.words import date_words, number_words, plural
from onrecord.views.writing import marks

LANES = {
    "talks": ("meet", "call", "travel", "message", "propose", "accept", "reject", "agree", "resume_talks", "suspend_talks", "withdraw"),
    "implementation": ("release", "exchange", "truce_start", "truce_extend", "truce_end", "breach"),
    "force": ("attack", "operation", "capture", "rescue", "threaten"),
    "public": ("demand", "accuse", "warn", "protest", "publish", "appeal", "other"),
}
WIDTH, LEFT, RIGHT = 960, 118, 14
ROW, TOP, MOST_ROWS = 13, 8, 7
MARK = 4.6
BINS = 96
STRIP = 44
FEW = 10
"""At most every tenth event may be left at the edge."""
MOST_DRAWN = 400
"""Events that the lanes show; of more only the density is drawn, whose bars lead to their days."""
TOLD = {
    "happened": "happened", "ongoing": "going on", "planned": "planned", "possible": "possible", "called_for": "asked for", "denied": "denied",
    "conditional": "on a condition",
}


@dataclass(frozen=True, slots=True)
class Days:
    """The days that a drawing spans."""

    first: dt.date
    last: dt.date

    @property
    def count(self) -> int:
        """How many days."""
        return (self.last - self.first).days + 1

    def x(self, day: dt.date) -> float:
        """Where a day begins; days outside stand at the edge."""
        inside = min(max((day - self.first).days, 0), self.count)
        return LEFT + (WIDTH - LEFT - RIGHT) * inside / self.count


def lane_of(event: Event) -> str:
    """The lane of an event's type."""
    return next((name for name, types in LANES.items() if event.type in types), "public")


def ends(date: Interval) -> tuple[dt.date, dt.date] | None:
    """Both ends, an open one closed at the other; None where neither is known."""
    first, last = date.first or date.last, date.last or date.first
    return (first, last) if first is not None and last is not None else None


def dated(events: Sequence[Event]) -> list[tuple[Event, dt.date, dt.date]]:
    """The events that have a day, from the first on."""
    found = [(e, *days) for e in events if e.date is not None and (days := ends(e.date)) is not None]
    return sorted(found, key=lambda row: (row[1], row[2], row[0].id))


def span_of(events: Sequence[Event]) -> Days | None:
    """The days from the first to the last event as a drawing shows them; None for fewer than two events with a day."""
    found = dated(events)
    return window([(first, last) for _, first, last in found]) if len(found) > 1 else None


def window(stretches: Sequence[tuple[dt.date, dt.date]]) -> Days:
    """The days from the first to the last of some stretches of days.

    A few that lie or end far from all others are left at the edge, where they would press the others into one place.
    """
    starts, few = sorted(first for first, _ in stretches), len(stretches) // FEW
    low = next((n for n in range(few, 0, -1) if starts[n] - starts[n - 1] > (starts[-1] - starts[0]) / 2), 0)
    stops = sorted(last for _, last in stretches)
    high = next((n for n in range(few, 0, -1) if stops[-n] - stops[-n - 1] > (stops[-1] - starts[low]) / 2), 0)
    return Days(starts[low], max(stops[len(stops) - 1 - high], starts[low]))


def lanes_svg(events: Sequence[Event], days: Days, gaps: Sequence[Interval]) -> str:
    """The events by lane, each mark a link to its event; rows are added to a lane where marks would lie over each other."""
    rows: dict[str, list[float]] = {name: [] for name in LANES}
    marks: dict[str, list[tuple[int, Event, float, float]]] = {name: [] for name in LANES}
    for event, first, last in dated(events):
        lane, at, end = lane_of(event), days.x(first), max(days.x(last + dt.timedelta(days=1)), days.x(first) + 2 * MARK)
        row = next((n for n, busy in enumerate(rows[lane]) if busy <= at), len(rows[lane]))
        row = min(row, MOST_ROWS - 1)
        if row == len(rows[lane]):
            rows[lane].append(0.0)
        rows[lane][row] = end + 1
        marks[lane].append((row, event, at, end))
    y, parts = float(TOP), []
    for name in LANES:
        height = max(1, len(rows[name])) * ROW + 8
        parts.append(f'<path class="rule" d="M{LEFT} {y + height:.0f}H{WIDTH - RIGHT}"/><text class="lane" x="0" y="{y + ROW:.0f}">{name}</text>')
        parts += [mark(event, at, end, y + 4 + row * ROW + ROW / 2) for row, event, at, end in marks[name]]
        y += height
    return wrapped(shaded(gaps, days, y) + ticks(days, y) + "".join(parts), y + 20, "lanes")


def mark(event: Event, at: float, end: float, y: float) -> str:
    """One event: a bar where its day is a stretch, a sign for how it is told; dashed where the stretch is only all that is known."""
    told = event.factuality
    known = event.date is not None and event.date.first is not None and event.date.last is not None
    middle = at + MARK + 1
    kind = "sure" if known and event.date is not None and event.date.first == event.date.last else "wide"
    bar = f'<rect class="{kind}" x="{at:.1f}" y="{y - 3:.1f}" width="{end - at - 1:.1f}" height="6" rx="3"/>' if known and end - at > 2 * MARK + 2 else ""
    title = f"{event.title} — {date_words(event.date)}, {TOLD[told]}" + (", told differently" if event.differs else "")
    if event.date is not None and not known:
        back = event.date.first is None
        bar += f'<path class="open-end" d="M{middle:.1f} {y:.1f}h{-16 if back else 16}"/>'
    ring = f'<circle class="differs" cx="{middle:.1f}" cy="{y:.1f}" r="{MARK + 1.8:.1f}"/>' if event.differs else ""
    return f'<a href="/events/{event.id}" class="{lane_of(event)}"><title>{escape(title)}</title>{bar}{ring}{sign(told, middle, y)}</a>'


def sign(told: str, x: float, y: float) -> str:
    """A filled circle for what is told as a fact, open signs for what is not."""
    r = MARK
    if told in ("happened", "ongoing"):
        return f'<circle class="fact" cx="{x:.1f}" cy="{y:.1f}" r="{r}"/>'
    paths = {
        "planned": f"M{x - r:.1f} {y + r * 0.8:.1f}L{x:.1f} {y - r:.1f}L{x + r:.1f} {y + r * 0.8:.1f}z",
        "denied": f"M{x - r:.1f} {y - r:.1f}L{x + r:.1f} {y + r:.1f}M{x - r:.1f} {y + r:.1f}L{x + r:.1f} {y - r:.1f}",
        "called_for": f"M{x - r:.1f} {y - r:.1f}h{2 * r}v{2 * r}h{-2 * r}z",
    }
    return f'<path class="open" d="{paths.get(told, f"M{x:.1f} {y - r:.1f}L{x + r:.1f} {y:.1f}L{x:.1f} {y + r:.1f}L{x - r:.1f} {y:.1f}z")}"/>'


def shaded(gaps: Sequence[Interval], days: Days, height: float) -> str:
    """Days of which no report was read."""
    out = []
    for gap in gaps:
        if gap.first is None or gap.last is None or gap.last < days.first or gap.first > days.last:
            continue
        x, end = days.x(gap.first), days.x(gap.last + dt.timedelta(days=1))
        out.append(f'<rect class="gap" x="{x:.1f}" y="0" width="{end - x:.1f}" height="{height:.0f}"><title>no report read: {date_words(gap)}</title></rect>')
    return "".join(out)


def ticks(days: Days, y: float) -> str:
    """Days, months or years along the bottom, at most ten."""
    places = starts(days)
    step = max(1, -(-len(places) // 9))
    return "".join(
        f'<path class="tick" d="M{days.x(day):.1f} 0V{y:.0f}"/><text x="{days.x(day) + 2:.1f}" y="{y + 13:.0f}">{words}</text>' for day, words in places[::step]
    )


def starts(days: Days) -> list[tuple[dt.date, str]]:
    """Where days or months begin, with their names."""
    every = [days.first + dt.timedelta(days=n) for n in range(days.count)]
    if days.count <= 45:
        return [(d, marks.days(d, d) if n == 0 else marks.day_of_month(d)) for n, d in enumerate(every)]
    return [(d, marks.days(d, last_of_month(d))) for d in every if d.day == 1]


def last_of_month(day: dt.date) -> dt.date:
    """The last day of a day's month."""
    return (day.replace(day=1) + dt.timedelta(days=31)).replace(day=1) - dt.timedelta(days=1)


def density_svg(events: Sequence[Event], days: Days, gaps: Sequence[Interval], address: str) -> str:
    """How many events each stretch of days has; a bar leads to *address* with the stretch as from and to."""
    step = max(1, -(-days.count // BINS))
    counts: Counter[int] = Counter(min(max((first - days.first).days, 0), days.count - 1) // step for _, first, _ in dated(events))
    most = max(counts.values(), default=1)
    bars = []
    for n, count in sorted(counts.items()):
        first = days.first + dt.timedelta(days=n * step)
        last = min(first + dt.timedelta(days=step - 1), days.last)
        height = max(2.0, (STRIP - 6) * count / most)
        x, end = days.x(first), days.x(last + dt.timedelta(days=1))
        told = f"{plural(count, 'event')}, {date_words(Interval(first, last))}"
        bars.append(
            f'<a href="{address}from={first}&amp;to={last}"><title>{told}</title>'
            f'<rect class="bar" x="{x:.1f}" y="{STRIP - height:.1f}" width="{max(1.5, end - x - 1):.1f}" height="{height:.1f}"/></a>'
        )
    label = f'<text class="lane" x="0" y="{STRIP - 4}">{number_words(sum(counts.values()))} with a day</text>'
    return wrapped(shaded(gaps, days, STRIP) + label + "".join(bars) + ticks(days, STRIP), STRIP + 20, "density")


def wrapped(inner: str, height: float, name: str) -> str:
    """The picture around its parts."""
    return f'<svg class="{name}" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height:.0f}" width="{WIDTH}" height="{height:.0f}">{inner}</svg>'
