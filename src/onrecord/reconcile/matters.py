"""Which stances of a party on one topic are on one matter of it, and so can be told as a change of one stance."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

from onrecord.reconcile.ordering import moment
from onrecord.types import Position, Stance, Statement

LONG = re.compile(r"[^\W\d_]{4,}")
STEM = 6
"""Letters of a word that are compared."""


@cache
def table(name: str) -> dict[str, Any]:
    """One section of matters.toml; read once, not to be changed."""
    whole: dict[str, dict[str, Any]] = tomllib.loads((files("onrecord.reconcile") / "lexicons" / "matters.toml").read_text(encoding="utf-8"))
    return whole[name]


@cache
def stems() -> Mapping[str, str]:
    """The beginning of a word → the one that stands for all that mean the same."""
    return {stem: row[0] for row in table("alike")["words"] for stem in row}


@dataclass(frozen=True, slots=True)
class Topic:
    """The words of what a stance is on, comparable."""

    key: str
    words: frozenset[str]
    head: frozenset[str]
    """Those that name the matter itself."""


@cache
def topic_of(key: str, topic: str) -> Topic:
    """The comparable words of a topic."""
    found = plain(topic)
    head = plain(re.split(table("cut")["words"], topic, maxsplit=1)[0])
    return Topic(key, found, head or found)


def plain(words: str) -> frozenset[str]:
    """The longer words that tell of a matter, cut to a stem, one for all that mean the same."""
    small = table("small")["words"]
    told = (w.casefold() for w in LONG.findall(words))
    return frozenset(stems().get(w[:STEM], w[:STEM]) for w in told if w not in small)


def one_matter(one: Topic, other: Topic) -> str | None:
    """Why two topics are one matter, in words: a topic that is one by itself, the same words, or one that narrows the other; None where they are not."""
    if one.key != other.key:
        return None
    if one.key not in table("broad")["keys"]:
        return f"both on {one.key}"
    if one.words == other.words:
        return "in the same words"
    narrow, wide = (one, other) if one.words > other.words else (other, one)
    if wide.words and wide.words < narrow.words and wide.head & narrow.head:
        return "one a narrower form of the other"
    return None


@dataclass(slots=True)
class Matter:
    """What a party holds on one matter of a topic, so far."""

    told: list[Statement] = field(default_factory=list)
    by_report: defaultdict[str, list[Statement]] = field(default_factory=lambda: defaultdict(list))
    topics: set[Topic] = field(default_factory=set)
    """Those of its statements; many statements have the same."""
    stances: set[Stance] = field(default_factory=set)

    def take(self, statement: Statement) -> None:
        """Adds a statement."""
        self.told.append(statement)
        self.by_report[statement.report].append(statement)
        self.topics.add(topic(statement))
        self.stances.add(item_of(statement).stance)

    def nearness(self, statement: Statement) -> tuple[bool, int] | None:
        """How near a statement is to it: whether it is on the very matter, and how many words they share; None where it can be none of it.

        Stances that do not change may be told together where their topics share a word; no change is ever told between them.
        """
        if any(at_odds(statement, other) for other in self.by_report.get(statement.report, ())):
            return None
        mine = topic(statement)
        one = any(one_matter(mine, other) is not None for other in self.topics)
        shared = max(len(mine.words & other.words) for other in self.topics)
        return (one, shared) if one or (shared and self.stances == {item_of(statement).stance}) else None


def matters(group: list[Statement]) -> list[list[Statement]]:
    """What a party holds on one topic, by matter: of two stances that one report tells of one time each is on a matter of its own.

    Each statement, in the order of time, goes to the matter with which it shares most, the last of equals.
    """
    found: list[Matter] = []
    for statement in sorted(group, key=moment):
        near = [(nearness, n) for n, m in enumerate(found) if (nearness := m.nearness(statement)) is not None]
        if not near:
            found.append(Matter())
        home = found[max(near)[1]] if near else found[-1]
        home.take(statement)
    return [m.told for m in found]


def at_odds(one: Statement, other: Statement) -> bool:
    """Whether one report tells two stances that it does not part in time."""
    if one.report != other.report or item_of(one).stance == item_of(other).stance:
        return False
    return one.date is None or other.date is None or one.date.overlaps(other.date)


def topic(statement: Statement) -> Topic:
    """What a stance is on."""
    return topic_of(item_of(statement).topic_key, item_of(statement).topic)


def item_of(statement: Statement) -> Position:
    """The position that a statement of this layer is."""
    assert isinstance(statement.item, Position)
    return statement.item
