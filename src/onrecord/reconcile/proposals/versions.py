"""Which version of a text a statement is about: by its number, its day, or words for a later one; None where nothing tells."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from onrecord.reconcile.agreements.settings import any_of
from onrecord.reconcile.proposals.settings import book
from onrecord.reconcile.proposals.told import Told
from onrecord.types import Interval

NEAR = 3
"""Days within which two tablings without other marks are of one version."""
LATER = 10
"""Days within which "the revised text" is the revision that is known already."""


@dataclass(slots=True)
class Version:
    """A version on the way."""

    number: int
    label: str
    told: list[Told] = field(default_factory=list)
    named: bool = False
    """Whether words tell it from others, not only its being tabled."""

    @property
    def date(self) -> Interval | None:
        """When it was tabled: the narrowest day that is told of it, else of the report that tells of it first."""
        own = [t.statement.date for t in self.told if t.statement.date is not None and t.statement.date.days is not None]
        days = own or [t.day for t in self.told if t.day is not None and t.day.days is not None]
        return min(days, key=lambda d: (d.days or 0, d.first or dt.date.max), default=None)


def version_of(versions: list[Version], told: Told) -> Version | None:
    """The version that a statement is about, made where it is a new one."""
    words = told.item.version or ""
    if re.search(r"\d", words) and told.statement.date is not None:
        return on_day(versions, told) or made(versions, told, words, named=True)
    ordinals = [n for w in re.findall(r"[a-z-]+", words.lower()) if (n := book()["versions"]["ordinals"].get(w)) is not None]
    if ordinals:
        return numbered(versions, ordinals[0]) or made(versions, told, words, number=ordinals[0], named=True)
    if words and any_of(book()["versions"]["later"]).search(words):
        changed = any_of(book()["versions"]["changed"]).search(words) is not None
        return revised(versions, told) or made(versions, told, words, named=True, number=max(2 if changed else 1, latest(versions) + 1))
    if told.item.role in ("tabled", "amended") or (told.item.role == "carried" and told.statement.date is not None):
        return tabled(versions, told)
    return None


def latest(versions: Sequence[Version]) -> int:
    """The highest number."""
    return max((v.number for v in versions), default=0)


def made(versions: list[Version], told: Told, label: str, *, number: int | None = None, named: bool = False) -> Version:
    """A new version; where it is later than one with its number it takes the next."""
    version = Version(number or latest(versions) + 1, label, named=named)
    versions.append(version)
    return version


def numbered(versions: Sequence[Version], number: int) -> Version | None:
    """The version with this number."""
    return next((v for v in versions if v.number == number), None)


def on_day(versions: Sequence[Version], told: Told) -> Version | None:
    """The version tabled on the day by which the words call it."""
    day = told.statement.date
    return next((v for v in versions if v.date is not None and day is not None and v.date.overlaps(day)), None)


def revised(versions: Sequence[Version], told: Told) -> Version | None:
    """The known revision of about the same day."""
    return next((v for v in reversed(versions) if v.number > 1 and close(v.date, told.day, LATER)), None)


def tabled(versions: list[Version], told: Told) -> Version | None:
    """The version that a tabling without marks is of: one of about that day, or a new one where a day is told that is none of theirs."""
    near = next((v for v in versions if close(v.date, told.day, NEAR)), None)
    if near is not None or (versions and told.statement.date is None):
        return near
    return made(versions, told, told.item.title, named=False)


def close(one: Interval | None, other: Interval | None, days: int) -> bool:
    """Whether two days may lie within so many of each other."""
    if one is None or other is None or None in (one.first, one.last, other.first, other.last):
        return False
    assert one.first and one.last and other.first and other.last
    return (one.first - other.last).days <= days and (other.first - one.last).days <= days
