"""Templates of lines.toml → sentences that know where in them each thing is told."""

from __future__ import annotations

import random
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from bench.corpus.when import Day

TOKEN = re.compile(r"<([^|>]*)\|([^>]*)>|\{(\w+)\}")
NAMES = frozenset({"group", "state", "med", "town", "city", "capital", "state_adj", "first_town"})
WORDS = {1: "one", 2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight", 9: "nine"}


@cache
def templates(kind: str) -> tuple[str, ...]:
    """The ways to tell *kind*."""
    return tuple(tomllib.loads((Path(__file__).parent / "lines.toml").read_text(encoding="utf-8"))[kind])


@dataclass(frozen=True)
class Mark:
    """What stands at some characters of a line: *tag* says what, *value* what of it."""

    tag: str
    value: str
    start: int
    end: int
    day: Day | None = None

    def moved(self, by: int) -> Mark:
        """The same mark further on."""
        return replace(self, start=self.start + by, end=self.end + by)


@dataclass(frozen=True)
class Line:
    """A sentence without its full stop, with its marks; *numbers* are the values of its figures by slot."""

    text: str
    marks: tuple[Mark, ...] = ()
    kind: str = ""
    happening: str | None = None
    talks: str | None = None
    way: int = 0
    numbers: Mapping[str, int] = field(default_factory=dict)
    about: str = ""
    """Id of the event that its slots are filled from."""
    side: int | None = None
    """Number of the side by whose account it is told: state, group, mediator; None for the report's own voice."""
    who: int = 0

    def joined(self, before: str, after: str, *marks: Mark) -> Line:
        """The line between other words; *marks* are added as they are."""
        return replace(self, text=before + self.text + after, marks=(*(m.moved(len(before)) for m in self.marks), *marks))


Slots = Mapping[str, str | int | Day]


def said(slot: str, value: str | int | Day, rng: random.Random) -> str:
    """A slot's value in words; small numbers are spelt out, a day is told from the report's."""
    if isinstance(value, Day):
        return value.words
    if isinstance(value, int):
        return WORDS[value] if value in WORDS and slot in ("n", "days") and rng.random() < 0.6 else f"{value:,}"
    return value


def render(kind: str, slots: Slots, rng: random.Random, *, way: int | None = None) -> Line:
    """One line of *kind*; *way* chooses the template."""
    ways = templates(kind)
    chosen = rng.randrange(len(ways)) if way is None else way % len(ways)
    out, marks = fill(ways[chosen], slots, rng)
    numbers = {k: v for k, v in slots.items() if isinstance(v, int)}
    return Line(out, tuple(marks), kind, way=chosen, numbers=numbers)


def fill(template: str, slots: Slots, rng: random.Random) -> tuple[str, list[Mark]]:
    """The words of a template and its marks."""
    out, at, marks = "", 0, list[Mark]()
    for token in TOKEN.finditer(template):
        out += template[at : token.start()]
        at, start = token.end(), len(out)
        tag, inner, slot = token.groups()
        if slot is None:
            words, within = fill(inner, slots, rng)
            out += words
            marks.extend(m.moved(start) for m in within)
            kind, _, value = tag.partition(":")
            marks.append(Mark(kind, value, start, len(out)))
            continue
        value = slots[slot]
        out += said(slot, value, rng)
        if slot in NAMES:
            marks.append(Mark("name", slot, start + (4 if out[start:].startswith("the ") else 0), len(out)))
        elif isinstance(value, Day):
            marks.append(Mark("when", value.op, start + value.lead, len(out), value))
    return out + template[at:], marks


def opening(line: Line) -> Line:
    """The line as the beginning of a sentence."""
    return replace(line, text=line.text[:1].upper() + line.text[1:])


def inside(line: Line) -> Line:
    """The line within a sentence: a common word that begins it loses its capital."""
    proper = any(m.tag == "name" and m.start == 0 for m in line.marks)
    return line if proper else replace(line, text=line.text[:1].lower() + line.text[1:])
