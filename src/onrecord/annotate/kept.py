"""What each layer read of a report, kept under the layer's version, so that a layer which changes is read again with those that lean on it, and no other."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any, get_type_hints

import msgspec

from onrecord.annotate.cast import Cast
from onrecord.annotate.draft import OWN_WORDS, Draft
from onrecord.types import Keeper, Packs, Participant, Problem, Report

CAST = "cast"
Found = tuple[tuple[Any, ...], tuple[Problem, ...]]
"""What a layer gives: its items, and what was not understood."""


@dataclass(frozen=True, slots=True)
class PackedCast:
    """A cast whose places name participants by their number."""

    participants: tuple[Participant, ...]
    places: dict[int, int]
    home: str | None
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Layers:
    """The layers of one report: those that were kept, and those that are read now."""

    report: str = ""
    keys: Mapping[str, bytes] = field(default_factory=dict)
    known: Mapping[bytes, bytes] = field(default_factory=dict)
    fresh: dict[bytes, bytes] = field(default_factory=dict)

    def cast(self, read: Callable[[], Cast]) -> Cast:
        """The cast that was kept, else what *read* gives."""
        had = self.known.get(self.keys.get(CAST, b""))
        if had is not None:
            kept = msgspec.msgpack.decode(had, type=PackedCast)
            places = {token: kept.participants[number] for token, number in kept.places.items()}
            return Cast(kept.participants, places, kept.home, self.ours(kept.problems))
        cast = read()
        if CAST in self.keys:
            numbers = {id(who): number for number, who in enumerate(cast.participants)}
            places_ = {token: numbers[id(who)] for token, who in cast.places.items()}
            self.fresh[self.keys[CAST]] = msgspec.msgpack.encode(PackedCast(cast.participants, places_, cast.home, cast.problems))
        return cast

    def layer(self, name: str, read: Callable[[], Found]) -> Found:
        """The layer that was kept, else what *read* gives."""
        had = self.known.get(self.keys.get(name, b""))
        if had is not None:
            items, problems = decoder(name).decode(had)
            return items, self.ours(problems)
        found = read()
        if name in self.keys:
            self.fresh[self.keys[name]] = msgspec.msgpack.encode(found)
        return found

    def ours(self, problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
        """Problems as this report's, for they may have been met in another one of the same text."""
        return tuple(replace(problem, report=self.report) for problem in problems)


@dataclass(frozen=True, slots=True)
class KeptLayers:
    """Layers kept by *keeper* under their *versions*, by name of the layer; one that has no version is never kept.

    What a layer reads hangs on the text, its blocks and genre, on who issued it where that is who speaks, and on nothing else of a report: so a copy to the
    character takes the layers of the report that was read first.
    """

    keeper: Keeper
    versions: Mapping[str, str]

    @contextmanager
    def of(self, report: Report, packs: Packs) -> Iterator[Layers]:
        """The layers of one report as read with *packs*; what is read meanwhile is kept at the end."""
        outlet = report.outlet if report.genre in OWN_WORDS else None
        hangs_on = (report.text, report.blocks, report.genre, report.published_span, outlet, repr(packs))
        digest = hashlib.sha256(msgspec.msgpack.encode(hangs_on)).hexdigest()
        keys = {name: self.keeper.key(f"{name} {version} {digest}") for name, version in self.versions.items()}
        with self.keeper.opened() as shelf:
            layers = Layers(report.id, keys, shelf.known(list(keys.values())))
            yield layers
            shelf.keep(layers.fresh)


@cache
def decoder(name: str) -> msgspec.msgpack.Decoder[Any]:
    """Reads a layer back as the values that a draft has of it."""
    return msgspec.msgpack.Decoder(tuple[get_type_hints(Draft)[name], tuple[Problem, ...]])  # type: ignore[misc]
