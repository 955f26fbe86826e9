"""Events that the reports tell differently."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Literal

from onrecord.reconcile.counted import counted
from onrecord.reconcile.events import chained, each_event, mentions, told_before
from onrecord.reconcile.events.mention import counted as numbers
from onrecord.reconcile.events.mention import signed
from onrecord.reconcile.ordering import derived_id
from onrecord.reconcile.parties import account_of
from onrecord.reconcile.scene import Scene
from onrecord.types import Derived, Dispute, Event, EventMention, Statement

About = Literal["figure", "date", "place", "who", "breach", "whether", "position", "status"]
POINTS: tuple[tuple[str, About], ...] = (
    ("date", "date"),
    ("day", "date"),
    ("place", "place"),
    ("where", "place"),
    ("actor", "who"),
    ("who", "who"),
    ("target", "who"),
    ("number", "figure"),
    ("count", "figure"),
    ("happened", "whether"),
    ("denied", "whether"),
    ("factuality", "whether"),
    ("type", "whether"),
)
SETTLES: dict[str, str] = {
    "date": "A report that dates it, or a document of the day",
    "place": "A report from the place",
    "who": "A claim or an identification at first hand",
    "whether": "A witness or document that tells whether it happened",
    "figure": "A list or an official count",
}


@dataclass(frozen=True, slots=True)
class Happened:
    """An event, and what is told differently of it."""

    event: Event
    disputes: tuple[Dispute, ...]


def happenings(scene: Scene) -> tuple[tuple[Event, ...], tuple[Dispute, ...]]:
    """The events, oldest first, and the disputes on them."""
    told = mentions(scene)
    found = each_event(scene, told, "an event of its mentions, and disputes", Happened, partial(happened, scene))
    return chained((one.event for one in found), told_before(told)), tuple(dispute for one in found for dispute in one.disputes)


def happened(scene: Scene, event: Event) -> Happened:
    """An event with the disputes on it, the origins behind each side counted."""
    return Happened(event, counted(scene, Derived(disputes=tuple(event_disputes(scene, event)))).disputes)


def event_disputes(scene: Scene, event: Event) -> Iterator[Dispute]:
    """One dispute for each point on which the accounts of one event differ."""
    for point in event.differs:
        about: About = next((kind for word, kind in POINTS if word in point.lower()), "whether")
        yield Dispute(
            derived_id("dispute", (), event.id, point), "conflict", about, f"{event.title}: {point}", sides(scene, event, about), SETTLES.get(about, ""),
            event.negotiation,
        )


def sides(scene: Scene, event: Event, about: About) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """What each account says on the point, with its statements."""
    found: dict[str, list[str]] = {}
    for identity in event.statements:
        statement = scene.by_id.get(identity)
        said = side(scene, statement, about) if statement is not None else None
        if said is not None:
            found.setdefault(said, []).append(identity)
    return tuple((said, tuple(sorted(ids))) for said, ids in sorted(found.items()))


def side(scene: Scene, statement: Statement, about: About) -> str | None:
    """What one account says on the point and whose it is; None where it says nothing of it."""
    item, whose = statement.item, account_of(scene, statement)
    if not isinstance(item, EventMention):
        return None
    said = {
        "date": statement.date.edtf() if statement.date else None,
        "place": item.place,
        "who": ", ".join(item.actors) or None,
        "figure": " and ".join(signed(n) for n in sorted(numbers(item), key=lambda n: (len(n), n))) or None,
    }.get(about, item.factuality.replace("_", " "))
    return f"{said}, {whose}" if said is not None else None
