"""What a person knows of a negotiation beforehand and writes down: a pack, which the reports' own words go before."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

PackKind = Literal["body", "state", "person", "place"]
HeldAs = Literal["hostages", "prisoners"]


@dataclass(frozen=True, slots=True)
class PackName:
    """Somebody or some place that a pack names."""

    name: str
    """How it is called everywhere."""
    kind: PackKind
    side: str | None = None
    """The party or state that it speaks for; a party's is its own name."""
    aliases: tuple[str, ...] = ()
    role: Literal["party", "mediator", "person", "place"] = "party"

    @property
    def names(self) -> tuple[str, ...]:
        """All names, the one that it is called by first."""
        return (self.name, *self.aliases)


@dataclass(frozen=True, slots=True)
class PackOffice:
    """Who holds an office, and from when to when."""

    office: str
    side: str
    holder: str
    first: dt.date | None = None
    last: dt.date | None = None
    """Closed days; None is open."""


@dataclass(frozen=True, slots=True)
class PackTrack:
    """A strand of the talks and the words by which reports tell of it."""

    name: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PackCaptives:
    """A noun that means those held, and whether they are hostages or prisoners."""

    word: str
    held_as: HeldAs


@dataclass(frozen=True, slots=True)
class PackOutlet:
    """An outlet that speaks for a side in its own voice."""

    name: str
    side: str


@dataclass(frozen=True, slots=True)
class Pack:
    """One pack as read: what in it was no mistake."""

    name: str
    talks: str | None = None
    """How the negotiation between the parties is called."""
    names: tuple[PackName, ...] = ()
    offices: tuple[PackOffice, ...] = ()
    tracks: tuple[PackTrack, ...] = ()
    captives: tuple[PackCaptives, ...] = ()
    outlets: tuple[PackOutlet, ...] = ()

    def of(self, role: str) -> tuple[PackName, ...]:
        """The names of one role, in the order of the file."""
        return tuple(n for n in self.names if n.role == role)


Packs = tuple[Pack, ...]
"""Packs in the order of their names, so that the order in which they were given changes nothing."""


@dataclass(frozen=True, slots=True)
class KeptPack:
    """A pack as the record keeps it."""

    name: str
    hash: str
    """SHA-256 (hex) of the file's text as UTF-8."""
    came_from: str
    added_at: str
    """ISO 8601 with zone."""
    added_by: str
    toml: str
    """The file's text."""

    @property
    def short(self) -> str:
        """The hash as lists show it: its first twelve digits, which no two packs of one desk will share."""
        return self.hash[:12]
