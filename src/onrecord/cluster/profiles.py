"""What each of very many reports tells of parties, in a file instead of in memory."""

from __future__ import annotations

import datetime as dt
import sqlite3
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from onrecord.reconcile.negotiations.profiles import Profile

AT_ONCE = 500
"""Profiles that are read at once."""
Weighed = tuple[tuple[tuple[str, ...], float], ...]
Packed = tuple[str, Weighed, Weighed, dict[str, float], dict[str, int], dict[str, int], dict[str, int], tuple[str, ...], dt.date | None, tuple[str, ...]]
"""Report, pairs, fights, single, mediators, stakes, named, anchors, day, aside."""
DECODER = msgspec.msgpack.Decoder(Packed)


class ProfileFile:
    """Profiles by the number of their report; walked through in the order that was set last."""

    def __init__(self, folder: Path) -> None:
        self._base = sqlite3.connect(folder / "profiles.db")
        self._base.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; CREATE TABLE profile (number INTEGER PRIMARY KEY, data BLOB)")
        self.order = array("l")
        """Numbers of reports."""

    def put(self, number: int, profile: Profile) -> None:
        """Puts the profile of a report there, in the place of the one that it had."""
        self._base.execute("INSERT OR REPLACE INTO profile VALUES (?, ?)", (number, packed(profile)))

    def __iter__(self) -> Iterator[Profile]:
        return self.at(range(len(self.order)))

    def at(self, places: Sequence[int]) -> Iterator[Profile]:
        """The profiles at some places of the order, which rise."""
        for start in range(0, len(places), AT_ONCE):
            numbers = [self.order[place] for place in places[start : start + AT_ONCE]]
            marks = ", ".join("?" * len(numbers))
            found = dict(self._base.execute(f"SELECT number, data FROM profile WHERE number IN ({marks})", numbers).fetchall())
            for number in numbers:
                yield unpacked(found[number])

    def close(self) -> None:
        """Lets go of the file."""
        self._base.close()


def packed(p: Profile) -> bytes:
    """A profile as bytes."""
    return msgspec.msgpack.encode(
        (p.report, tuple(p.pairs.items()), tuple(p.fights.items()), p.single, p.mediators, p.stakes, p.named, sorted(p.anchors), p.day, sorted(p.aside))
    )


def unpacked(data: bytes) -> Profile:
    """The profile that was packed."""
    report, pairs, fights, single, mediators, stakes, named, anchors, day, aside = DECODER.decode(data)
    return Profile(
        report, defaultdict(float, pairs), defaultdict(float, fights), defaultdict(float, single), Counter(mediators), Counter(stakes), Counter(named),
        frozenset(anchors), day, frozenset(aside),
    )
