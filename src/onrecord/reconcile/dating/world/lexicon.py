"""General facts with their days: who held an office, what happened once, what is set for a day; read from the word lists beside this file."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from onrecord.types import Interval

DAYS = re.compile(r"(\d{4}-\d\d-\d\d)(?:/(\d{4}-\d\d-\d\d|\.\.))?")
FIRST = re.compile(r"[\w’'./-]+")
"""A word, as the words of a sentence are looked up."""


@dataclass(frozen=True, slots=True)
class Happening:
    """What happened once: the name, all of whose parts stand in one sentence, and the day."""

    name: str
    parts: tuple[re.Pattern[str], ...]
    day: dt.date


@dataclass(frozen=True, slots=True)
class Due:
    """What is set for days: its names, the words of which one must stand in the report as well, and the days."""

    names: re.Pattern[str]
    of: re.Pattern[str] | None
    days: tuple[Interval, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """The days for which a person was called by some titles, which end right before the name."""

    name: str
    titles: re.Pattern[str]
    days: tuple[Interval, ...]
    known: bool
    """Whether a report may call the person by title and last name alone, without the full name anywhere."""
    standing: bool
    """Whether it is a candidacy: who stands is named beside the others who do."""


@dataclass(frozen=True, slots=True)
class World:
    """All of it, each by the first word by which it is looked up."""

    happened: Mapping[str, tuple[Happening, ...]]
    due: Mapping[str, tuple[Due, ...]]
    terms: Mapping[str, tuple[Term, ...]]
    standing: tuple[Term, ...]


@cache
def world() -> World:
    """The word lists, read once."""
    terms = [term for office in table("terms")["office"] for term in terms_of(office)]
    by_last: dict[str, list[Term]] = defaultdict(list)
    for term in terms:
        by_last[term.name.rsplit(" ", 1)[-1]].append(term)
    happened: dict[str, list[Happening]] = defaultdict(list)
    for section in table("happened").values():
        for day, names in section.items():
            for name in names if day != "note" else ():
                for first, happening in happenings_of(name, dt.date.fromisoformat(day)):
                    happened[first].append(happening)
    due: dict[str, list[Due]] = defaultdict(list)
    for row in table("due")["due"]:
        entry = Due(whole(row["names"]), whole(row["of"]) if "of" in row else None, tuple(d for text in row["days"] for d in days_in(text)))
        for first in {name.split()[0] for name in row["names"]}:
            due[first].append(entry)
    frozen = [{k: tuple(v) for k, v in found.items()} for found in (happened, due, by_last)]
    return World(frozen[0], frozen[1], frozen[2], tuple(t for t in terms if t.standing))  # type: ignore[arg-type]


def table(name: str) -> dict[str, Any]:
    """One of the word lists."""
    return tomllib.loads((files("onrecord.reconcile.dating.world") / f"{name}.toml").read_text(encoding="utf-8"))


def happenings_of(name: str, day: dt.date) -> Iterable[tuple[str, Happening]]:
    """What a name of the list means, with the first words by which it is looked up."""
    parts = [part.split("/") if part != NUMBERED else [part] for part in name.split(" & ")]
    made = Happening(" ".join(part[0] for part in parts), tuple(whole(part) for part in parts), day)
    return [(first, made) for first in {alternative.split()[0] for alternative in parts[0]}]


NUMBERED = "9/11"
"""A name with the mark in it that parts others."""


def terms_of(office: Mapping[str, Any]) -> Iterable[Term]:
    """The holders of an office."""
    titles = re.compile(whole(office["titles"]).pattern + r"\s+$")
    for holder in office["holders"]:
        start = next(m.start() for m in DAYS.finditer(holder))
        yield Term(holder[: start - 1], titles, tuple(days_in(holder[start:])), office.get("known", False), office.get("standing", False))


def days_in(text: str) -> Iterable[Interval]:
    """The days "2001-01-20/2009-01-20 2017-01-20/..", an interval each."""
    for first, last in DAYS.findall(text):
        yield Interval(dt.date.fromisoformat(first), None if last == ".." else dt.date.fromisoformat(last or first))


def whole(words: Iterable[str]) -> re.Pattern[str]:
    """Any of the words, whole, the longest first."""
    ordered = sorted(words, key=len, reverse=True)
    return re.compile(r"(?<![\w-])(?:" + "|".join(re.escape(w) for w in ordered) + r")(?![\w-])")
