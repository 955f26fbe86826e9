"""Lines that say alike of one day, or rest on the same words → one line with the others counted in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from onrecord.reconcile.changes.fresh import Fresh
from onrecord.reconcile.changes.weigh import weighed
from onrecord.types import Derived, Dispute, Event, Interval, Span
from onrecord.types.changes import Change

NEXT = dt.timedelta(days=1)
"""Two outlets tell one happening a day apart."""
CHARGES = ("accuse", "breach")
"""A breach is told by whoever accuses somebody of it, and as such."""
Key = tuple[str, ...]


@dataclass(slots=True)
class Head:
    """A line with those folded into it so far."""

    line: Change
    draft: Change
    """The line before it was weighed."""
    days: Interval | None
    who: frozenset[str]
    alike: list[Change] = field(default_factory=list)

    def made(self, fresh: Fresh) -> Change:
        """The one line that stands for all, weighed by all texts that tell any of them."""
        if not self.alike:
            return self.line
        statements = tuple(dict.fromkeys(s for c in (self.line, *self.alike) for s in c.statements))
        title = f"{self.line.title} (and {len(self.alike)} alike)"
        both = weighed(fresh, replace(self.draft, statements=statements, days=self.days))
        return replace(both, title=title, alike=tuple(c.title for c in self.alike), effect=max(both.effect, self.line.effect))


def folded(ordered: Sequence[tuple[Change, Change]], after: Derived, fresh: Fresh) -> list[Change]:
    """*ordered* changes with their drafts, most effect first; each that says alike of the same days and parties, or makes another thing of the same words,
    as one before it is counted there."""
    events, disputes = {e.id: e for e in after.events}, {d.id: d for d in after.disputes}
    heads: dict[Key, list[Head]] = {}
    out: list[Head] = []
    places: dict[str, list[tuple[Span, Head]]] = {}
    for change, draft in ordered:
        event = events.get(change.object or "")
        mine = Head(change, draft, change.days, parties(change, event))
        key = kind_of(change, event, disputes.get(change.object or ""))
        home = next((h for h in heads.get(key, ()) if key and alike(h, mine)), None) or same_words(change, places, fresh)
        for one in (fresh.statements[s] for s in change.statements if s in fresh.statements):
            places.setdefault(one.report, []).append((one.span, home or mine))
        if home is not None:
            home.alike.append(change)
        else:
            heads.setdefault(key, []).append(mine)
            out.append(mine)
    return [head.made(fresh) for head in out]


def same_words(change: Change, places: Mapping[str, Sequence[tuple[Span, Head]]], fresh: Fresh) -> Head | None:
    """The first line at whose words all those of *change* stand: one sentence gives one line, whatever the layers make of it."""
    told = [fresh.statements[s] for s in change.statements if s in fresh.statements]
    if not told or change.kind == "contradicts":
        return None
    found = [{id(h): h for span, h in places.get(s.report, ()) if span.overlaps(s.span)} for s in told]
    shared = set.intersection(*(set(f) for f in found))
    return next((h for i, h in found[0].items() if i in shared), None)


def kind_of(change: Change, event: Event | None, dispute: Dispute | None) -> Key:
    """What two lines must share to be folded; empty for a line that always stands for itself."""
    if event is not None:
        point = (change.after or "").split(":")[0] if change.kind == "contradicts" else ""
        return (change.about, change.kind, "charge" if event.type in CHARGES else event.type, point)
    if dispute is not None:
        return (change.about, dispute.about)
    if change.about in ("commitment", "figure", "proposal"):
        return (change.about, change.kind, *([change.after] if change.after and change.about != "proposal" else []))
    return ()


def parties(change: Change, event: Event | None) -> frozenset[str]:
    """Who is in it: the participants of an event, and the talks."""
    named: Iterable[str] = (*event.actors, *event.targets) if event is not None else ()
    return frozenset({*named, *([change.negotiation] if change.negotiation else [])})


def alike(one: Head, other: Head) -> bool:
    """Whether two lines of one kind are of the same days and share a party, or rest on the same words."""
    if set(one.line.statements) & set(other.line.statements):
        return True
    if one.line.about == "dispute" or one.line.kind == "contradicts":
        return one.line.about != "figure" and bool(one.who & other.who)
    return close(one.days, other.days) and bool(one.who & other.who)


def close(one: Interval | None, other: Interval | None) -> bool:
    """Whether two days are the same or next to each other; days that are not known are close to none."""
    if one is None or other is None or one.first is None or one.last is None or other.first is None or other.last is None:
        return False
    return one.first - NEXT <= other.last and other.first - NEXT <= one.last
