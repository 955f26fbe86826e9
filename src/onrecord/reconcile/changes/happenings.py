"""Events and disputes: new, otherwise than before, told again, gone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.reconcile.changes.fresh import Fresh, latest_days
from onrecord.reconcile.changes.match import gone, matched
from onrecord.reconcile.changes.weigh import table, weighed, weight
from onrecord.types import Dispute, Event, Interval
from onrecord.types.changes import Change

ELSEWHERE = ("figure", "date", "place")
"""What disputes are about that the lines of figures and events tell themselves."""


def event_changes(before: Sequence[Event], after: Sequence[Event], fresh: Fresh) -> Iterator[Change]:
    """What happened or is announced that was not known, known events told otherwise, and those no report tells any more."""
    for event, was in matched(before, after, lambda e: e.statements):
        told = fresh.of(event.statements)
        if told:
            yield weighed(fresh, event_change(event, was, told), event.date)
    for event in gone(before, after, lambda e: e.statements):
        title = f"No report tells any more: {event.title}"
        yield weighed(fresh, Change("", "gone", "event", title, weight("gone"), event.statements, event.title, None, event.id, event.negotiation))


def event_change(event: Event, was: Event | None, told: tuple[str, ...]) -> Change:
    """What the added reports make of one event."""
    effect, points = importance(event), tuple(d for d in event.differs if was is None or d not in was.differs)
    if was is None:
        made = Change("", "new", "event", event.title, effect, told, None, event.factuality)
    elif was.factuality != event.factuality:
        title = f"{event.title}: {event.factuality.replace('_', ' ')}, before {was.factuality.replace('_', ' ')}"
        made = Change("", "updates", "event", title, effect, told, was.factuality, event.factuality)
    elif points:
        title = f"{event.title}: told differently: {'; '.join(points)}"
        made = Change("", "contradicts", "event", title, min(effect, weight("dispute")), told, None, "; ".join(points))
    elif narrower(event.date, was.date):
        made = Change("", "updates", "event", f"{event.title}: dated more closely", weight("date"), told, edtf(was.date), edtf(event.date))
    else:
        made = Change("", "confirms", "event", event.title, weight("confirms") * (1 + event.salience), told)
    return replace(made, object=event.id, negotiation=event.negotiation)


def importance(event: Event) -> float:
    """The effect of an event by its type and factuality."""
    kinds, told = table("events"), table("factuality")
    return float(kinds.get(event.type, kinds["other"])) * float(told[event.factuality])


def narrower(now: Interval | None, was: Interval | None) -> bool:
    """Whether the days now known are fewer."""
    if now is None or now.first is None or now.last is None:
        return False
    if was is None or was.first is None or was.last is None:
        return True
    return (now.last - now.first) < (was.last - was.first)


def edtf(days: Interval | None) -> str:
    """The days as EDTF, or that they are not known."""
    return days.edtf() if days else "unknown"


def dispute_changes(before: Sequence[Dispute], after: Sequence[Dispute], fresh: Fresh) -> Iterator[Change]:
    """Conflicts that were not there; those about events and sums are told with them."""
    for dispute, was in matched(before, after, lambda d: (s for _, statements in d.sides for s in statements)):
        told = fresh.of(s for _, statements in dispute.sides for s in statements)
        if was is None and told and dispute.kind == "conflict" and dispute.about not in ELSEWHERE:
            after_words = dispute.settles or None
            made = Change("", "contradicts", "dispute", dispute.title, weight("dispute"), told, None, after_words, dispute.id, dispute.negotiation)
            yield weighed(fresh, made, latest_days(fresh, told))
