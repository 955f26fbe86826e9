"""Events and disputes: new, otherwise than before, told again, gone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.reconcile.changes.fresh import Fresh, latest_days
from onrecord.reconcile.changes.match import gone, matched
from onrecord.reconcile.changes.weigh import of_days, table, weight
from onrecord.types import Commitment, Dispute, Event, EventMention, Interval
from onrecord.types.changes import Change

FACTS = frozenset({"happened", "ongoing"})
ELSEWHERE = ("figure", "date", "place")
"""What disputes are about that the lines of figures and events tell themselves."""


def event_changes(before: Sequence[Event], after: Sequence[Event], fresh: Fresh) -> Iterator[Change]:
    """What happened or is announced that was not known, known events told otherwise, and those no report tells any more."""
    for event, was in matched(before, after, lambda e: e.statements):
        told = fresh.of(event.statements)
        if told and not all(is_total(fresh, s) for s in told):
            made = event_change(event, was, told)
            if made.kind == "new" and any(charges(fresh, s) for s in told):
                made = replace(made, effect=max(made.effect, weight("charge")))
            yield of_days(made, event.date if event.date and event.date.days else latest_days(fresh, told))
    for event in gone(before, after, lambda e: e.statements):
        title = f"No report tells any more: {event.title}"
        yield Change("", "gone", "event", title, weight("gone"), event.statements, event.title, None, event.id, event.negotiation)


def event_change(event: Event, was: Event | None, told: tuple[str, ...]) -> Change:
    """What the added reports make of one event."""
    effect, points = importance(event), tuple(d for d in event.differs if was is None or d not in was.differs)
    if was is None:
        made = Change("", "new", "event", event.title, effect, told, None, event.factuality)
    elif was.factuality != event.factuality and not {was.factuality, event.factuality} <= FACTS:
        title = f"{event.title}: {event.factuality.replace('_', ' ')}, before {was.factuality.replace('_', ' ')}"
        made = Change("", "updates", "event", title, effect, told, was.factuality, event.factuality)
    elif points:
        title = f"{event.title}: told differently: {'; '.join(points)}"
        least = min(effect, max(point_weight(p.split(":")[0].split()[0]) for p in points))
        made = Change("", "contradicts", "event", title, least, told, None, "; ".join(points))
    elif narrower(event.date, was.date):
        made = Change("", "updates", "event", f"{event.title}: dated more closely", weight("date"), told, edtf(was.date), edtf(event.date))
    else:
        made = Change("", "confirms", "event", event.title, weight("confirms") * (1 + event.salience), told)
    return replace(made, object=event.id, negotiation=event.negotiation)


def is_total(fresh: Fresh, statement: str) -> bool:
    """Whether the words only tell how many it has been by now ("so far 257 have been freed"): the line of that figure tells them."""
    words = f" {fresh.statements[statement].quote.lower()} "
    return any(f" {w} " in words for w in table("totals")["words"])


def charges(fresh: Fresh, statement: str) -> bool:
    """Whether the words accuse somebody of a breach of what was agreed."""
    one = fresh.statements[statement]
    if not isinstance(one.item, EventMention) or one.item.type not in ("accuse", "breach"):
        return False
    return any(isinstance(s.item, Commitment) and s.item.account == "breached" and s.span.overlaps(one.span) for s in fresh.beside(statement))


def importance(event: Event) -> float:
    """The effect of an event by its type and factuality."""
    kinds, told = table("events"), table("factuality")
    return float(kinds.get(event.type, kinds["other"])) * float(told[event.factuality])


def point_weight(point: str) -> float:
    """The effect of accounts that differ on a point."""
    return float(table("points").get(point, weight("dispute")))


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
    own = [d for d in after if d.kind == "conflict" and d.about not in ELSEWHERE and fresh.of(resting(d))]
    for dispute, was in matched(before, own, resting):
        if was is None:
            told = fresh.of(resting(dispute))
            after_words = dispute.settles or None
            made = Change("", "contradicts", "dispute", dispute.title, point_weight(dispute.about), told, None, after_words, dispute.id, dispute.negotiation)
            yield of_days(made, latest_days(fresh, told))


def resting(dispute: Dispute) -> Iterator[str]:
    """The statements of all sides of a dispute."""
    return (s for _, statements in dispute.sides for s in statements)
