"""Events that the reports tell differently."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from onrecord.reconcile.ordering import derived_id
from onrecord.reconcile.parties import account_of
from onrecord.reconcile.scene import Scene
from onrecord.types import Derived, Dispute, Event

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


def event_disputes(scene: Scene, derived: Derived) -> Iterator[Dispute]:
    """One dispute for each point on which the accounts of one event differ."""
    for event in derived.events:
        for point in event.differs:
            about: About = next((kind for word, kind in POINTS if word in point.lower()), "whether")
            yield Dispute(
                derived_id("dispute", event.statements, event.id, point),
                "conflict",
                about,
                f"{event.title}: {point}",
                sides(scene, event, about),
                SETTLES.get(about, ""),
                event.negotiation,
            )


def sides(scene: Scene, event: Event, about: About) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """What each account says on the point, with its statements."""
    found: dict[str, list[str]] = {}
    for identity in event.statements:
        statement = scene.by_id.get(identity)
        if statement is None:
            continue
        said = {
            "date": statement.date.edtf() if statement.date else "no date",
            "place": str(getattr(statement.item, "place", None) or "no place"),
            "who": ", ".join(getattr(statement.item, "actors", ())) or "nobody named",
        }.get(about, f"{getattr(statement.item, 'factuality', '')}, {account_of(scene, statement)}")
        found.setdefault(said, []).append(identity)
    return tuple((said, tuple(sorted(ids))) for said, ids in sorted(found.items()))
