"""What a record said when it was frozen under a name, and how two such states differ."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Any, Literal


@dataclass(frozen=True, slots=True)
class Release:
    """A state of the record under a name."""

    name: str
    made_at: str
    """When it was frozen, ISO 8601 with zone."""
    program: str
    """Version of the program that had derived it."""
    note: str = ""
    judged: int = 0
    """How many judgements it rests on; they are numbered in their order."""
    hash: str = ""
    """SHA-256 of all rows."""


@dataclass(frozen=True, slots=True)
class FrozenRow:
    """One row of one kind, with its id, its content, and what it rests on."""

    id: str
    title: str
    """One line for a person."""
    value: dict[str, Any]
    """The whole value as onrecord.types has it."""
    reports: tuple[str, ...] = ()
    """Ids of the reports that it rests on."""
    rests_on: tuple[str, ...] = ()
    """Ids of the statements that it rests on; of an entity, its mentions as `report:start-end`."""
    negotiation: str | None = None


@dataclass(frozen=True, slots=True)
class Frozen:
    """A release with its rows by kind."""

    release: Release
    rows: dict[str, tuple[FrozenRow, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Decided:
    """A judgement between two releases, with the ids of all that it is about."""

    id: str
    words: str
    about: frozenset[str]
    when: dt.datetime


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row that two releases do not have alike, with the reports and the reasons."""

    what: Literal["added", "changed", "removed"]
    kind: str
    id: str
    """Its id in the later release; of a removed row that in the earlier."""
    title: str
    reasons: tuple[str, ...]
    """Each a sentence: which reports came, left or were read anew, who judged what, or which program derives now."""
    reports: tuple[str, ...]
    """Names of the reports that it rests on, and of those that are the reason."""
    was: str | None = None
    """Its id in the earlier release, where a row that rests on other statements than before took its place."""
    fields: tuple[tuple[str, str, str], ...] = ()
    """(field, before, after) of a changed row, as short JSON."""
