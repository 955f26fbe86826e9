"""One thing told of one captive, before the tellings are put together."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.reconcile.scene import Scene
from onrecord.types import CaptiveStatus, Factuality, Interval, Link, Participant, Words

ARTICLES = frozenset({"a", "an", "the", "his", "her", "their", "its", "our", "my"})
CAPTIVE = re.compile(r"^(?:hostage|captive|abductee|detainee|prisoner)s? (?=[A-Z])", re.I)
"""A word before a name that was taken for a part of it."""
OWNED = re.compile(r"['’]s?\s")


@dataclass(frozen=True, slots=True)
class Person:
    """Whom a report means: the entity over all reports, else the participant of that report alone."""

    key: str
    name: str
    entity: str | None = None
    """Its id."""


@dataclass(frozen=True, slots=True)
class Told:
    """What one place says of one person."""

    person: Person
    status: CaptiveStatus
    factuality: Factuality
    words: Words
    date: Interval | None
    published: Interval | None
    chain: tuple[Link, ...]
    taker: str | None = None
    """Who is said there to have taken or to hold them."""


def person_of(scene: Scene, report: str, who: Participant) -> Person:
    """The person over all reports; one who was joined to nobody is a person of that report."""
    entity = scene.entity(report, who.name)
    if entity is None or entity.kind != "person":
        return Person(f"{report}:{who.id}", CAPTIVE.sub("", who.name))
    return Person(entity.id, CAPTIVE.sub("", entity.name), entity.id)


def named(who: Participant) -> bool:
    """Whether a participant is a person with a name of their own, not one described ("the engineer", "Norland's envoy")."""
    words = who.name.split()
    return who.kind == "person" and words[0][:1].isupper() and words[-1][:1].isupper() and words[0].lower() not in ARTICLES and not OWNED.search(who.name)
