"""The made-up world: who talks with whom, through whom, where; and the outlets that tell of it."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import dataclass

from bench.corpus.names import GROUP_OFFICES, OFFICES, PAPERS, Namer

START = dt.date(2018, 2, 5)


@dataclass(frozen=True)
class Person:
    """Somebody who speaks for a side."""

    name: str
    office: str
    side: str

    @property
    def surname(self) -> str:
        """The last part of the name."""
        return self.name.split()[-1]


@dataclass(frozen=True)
class Side:
    """A party or mediator: a state or an armed group."""

    name: str
    adjective: str
    kind: str
    capital: str
    people: tuple[Person, ...]

    @property
    def called(self) -> str:
        """The name in running text."""
        return f"the {self.name}" if self.kind == "group" else self.name


@dataclass(frozen=True)
class Talks:
    """One negotiation: who holds, who wants them back, who carries between them, and where."""

    id: str
    group: Side
    state: Side
    mediator: Side
    city: str
    towns: tuple[str, ...]
    captives: str
    deal: str
    begins: dt.date


@dataclass(frozen=True)
class World:
    """Everything that there is."""

    talks: tuple[Talks, ...]
    outlets: tuple[str, ...]


def side(namer: Namer, kind: str, people: int) -> Side:
    """A party with its speakers."""
    name, adjective = namer.state() if kind == "state" else namer.group()
    offices = OFFICES if kind == "state" else GROUP_OFFICES
    speakers = tuple(Person(namer.once("person"), offices[n], name) for n in range(people))
    return Side(name, adjective, kind, namer.once("town"), speakers)


def make_world(rng: random.Random, *, talks: int, outlets: int) -> World:
    """A world of so many negotiations that run at once, each with its own parties."""
    namer = Namer(rng)
    papers = tuple(PAPERS[n % len(PAPERS)].format(namer.once("town")) for n in range(outlets))
    found = []
    for n in range(talks):
        group, state, mediator = side(namer, "group", 3), side(namer, "state", 4), side(namer, "state", 2)
        towns = tuple(namer.once("town") for _ in range(6))
        begins = START + dt.timedelta(days=rng.randrange(12) + 9 * (n // 2))
        found.append(Talks(f"talks{n + 1}", group, state, mediator, namer.once("town"), towns, "hostages", rng.choice(("truce", "ceasefire")), begins))
    return World(tuple(found), papers)
