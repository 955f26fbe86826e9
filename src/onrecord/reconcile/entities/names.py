"""How alike two names of persons are, with the reasons; plain edit distance misleads, so surname, given name and what stands between are told apart."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from rapidfuzz.fuzz import ratio

SURNAME_CLOSE = 88.0
"""Least rapidfuzz ratio of two surnames of six letters or more that may be one misspelt (table of pairs in tests/reconcile)."""
GIVEN_CLOSE = 85.0
"""The same for given names of five letters or more."""
JOINED = 0.8
"""Least likeness at which two names are one person's, nothing else speaking against it."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike, in [0, 1], and why."""

    score: float
    reasons: tuple[str, ...] = ()


LETTERS = str.maketrans({"ı": "i", "ø": "o", "ł": "l", "ß": "ss", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe"})
"""Letters that no accent can be taken from."""
VOWELS = frozenset("aeiouy")


@cache
def table(name: str) -> dict[str, Any]:
    """One section of names.toml; read once, not to be changed."""
    whole = tomllib.loads((files("onrecord.reconcile.entities") / "names.toml").read_text(encoding="utf-8"))
    return dict(whole[name])


@cache
def given_classes() -> dict[str, frozenset[int]]:
    """Given name → the numbers of the classes that hold it."""
    out: dict[str, set[int]] = {}
    for number, row in enumerate(table("given")["classes"]):
        for name in row:
            out.setdefault(name.replace(" ", ""), set()).add(number)
    return {k: frozenset(v) for k, v in out.items()}


@lru_cache(65536)
def folded(name: str) -> str:
    """*name* in lower case without accents, articles, possessives and signs, for comparing."""
    plain = unicodedata.normalize("NFKD", name.replace("’", "'").lower().translate(LETTERS))
    plain = "".join(c for c in plain if not unicodedata.combining(c)).strip()
    plain = re.sub(r"(?<=\w)'s?(?!\w)", "", plain)
    plain = re.sub(r"^(the|a|an)\s+", "", plain)
    return re.sub(r"\s+", " ", re.sub(r"[-–—_/]", " ", re.sub(r"[.,'\"“”‘()]", "", plain))).strip()


@lru_cache(65536)
def parts(name: str) -> tuple[str, ...]:
    """The parts of a person's name without titles and particles, of a bare title the title; "Abd al-Rahman" is one part, "Roe, Jane" is turned."""
    if name.count(",") == 1 and len(name.split(",")[0].split()) == 1 and folded(name.split(",")[1]) not in table("titles")["generations"]:
        name = " ".join(reversed(name.split(",")))
    text = re.sub(r"\bab[du]+[ ]?(?:al|el|ul|ur|ar|er)? ?(?=[a-z]{3})", "abdul", folded(name)) if "abd" in folded(name) else folded(name)
    told = text.split()
    words = [w for k, w in enumerate(told) if w not in table("titles")["words"] or (k == 0 and w in table("titles")["generations"])]
    kept = [w for w in words if w not in table("particles")["words"]]
    return tuple(kept or words or told)


@lru_cache(65536)
def generation(name: str) -> str:
    """jr, sr, ii or iii, where the name says so."""
    told = [w for w in folded(name).split()[1:] if w in table("titles")["generations"]]
    return told[0][:2] if told else ""


@lru_cache(65536)
def skeleton(part: str) -> str:
    """A part of a name with spellings of one sound brought together and double letters made single."""
    out = part
    for old, new in table("spelling")["rules"]:
        out = out.replace(old, new)
    return re.sub(r"(?<=..)(?:ah|a)$", "a", re.sub(r"(.)\1+", r"\1", out))


@lru_cache(65536)
def compare(one: str, other: str) -> Likeness:
    """How alike two names of persons are: 1 the same, at least JOINED one person unless offices or sides forbid, 0.6 a surname alone."""
    a, b = parts(one), parts(other)
    if not a or not b:
        return Likeness(0.0, ("an empty name",))
    if generation(one) != generation(other):
        return Likeness(0.3, ("father and son are told apart",))
    if a == b:
        return Likeness(1.0 if len(a) > 1 else 0.9, ("same name",))
    long, short = (a, b) if len(a) >= len(b) else (b, a)
    if len(short) == 1:
        return surname_alone(long, short[0])
    if sorted(a) == sorted(b) and len(a) == 2 and not fathered(one) and not fathered(other) and not all(p in given_classes() for p in a):
        return Likeness(0.85, ("same parts in another order",))
    if long[: len(short)] == short and len(long) > 2:
        return Likeness(0.85, ("the longer name adds a family name",))
    surname = part_likeness(long[-1], short[-1], SURNAME_CLOSE, 6)
    if surname.score < JOINED and len(long) > len(short) == 2 and skeleton("".join(long[1:])) == skeleton(short[1]):
        surname, long = Likeness(0.95, ("a surname in one word and in two",)), (long[0], short[1])
    if surname.score < JOINED:
        return Likeness(surname.score / 2, ("different surnames",))
    given = given_likeness(long, short)
    if given.score < JOINED:
        return Likeness(given.score / 2, ("same surname, different given names",))
    middle = middle_likeness(long[1:-1], short[1:-1])
    score = min(surname.score, given.score, middle.score)
    return Likeness(score, tuple(dict.fromkeys((*given.reasons, *surname.reasons, *middle.reasons))))


def fathered(name: str) -> bool:
    """Whether a name says whose son or daughter somebody is, so that its order tells generations apart."""
    return bool({"bin", "ibn", "ben", "bint"} & set(folded(name).split()))


def surname_alone(long: tuple[str, ...], short: str) -> Likeness:
    """One part against several: a surname alone is a candidate, never more."""
    if len(long) == 1:
        found = part_likeness(long[0], short, SURNAME_CLOSE, 6)
        return Likeness(found.score * 0.9, found.reasons)
    if part_likeness(long[-1], short, SURNAME_CLOSE, 6).score >= JOINED:
        return Likeness(0.6, ("surname alone",))
    return Likeness(0.0, ("no part in common",))


def part_likeness(one: str, other: str, close: float, length: int) -> Likeness:
    """How alike two single parts are."""
    if one == other:
        return Likeness(1.0)
    if skeleton(one) == skeleton(other):
        return Likeness(0.95, (f"{one} and {other} are spellings of one sound",))
    long, short = (one, other) if len(one) >= len(other) else (other, one)
    if len(short) >= 4 and long[:2] in ("al", "el") and skeleton(long[2:]) == skeleton(short):
        return Likeness(0.85, (f"{long} is {short} with the article grown on",))
    if len(short) >= 5 and vowel_dropped(long, short):
        return Likeness(0.85, (f"{short} is {long} without a vowel",))
    near = ratio(one, other)
    if min(len(one), len(other)) >= length and near >= close:
        return Likeness(0.85, (f"{one} and {other} differ by little ({near:.0f} %)",))
    return Likeness(near / 200)


def vowel_dropped(long: str, short: str) -> bool:
    """Whether *short* is *long* without one vowel between consonants."""
    inside = range(1, len(long) - 1)
    return len(long) == len(short) + 1 and any(long[k] in VOWELS and long[:k] + long[k + 1 :] == short for k in inside)


def given_likeness(long: tuple[str, ...], short: tuple[str, ...]) -> Likeness:
    """How alike the given names are: equal, short forms, initials, spellings; somebody may go by the second one."""
    one, other = long[0], short[0]
    if one == other:
        return Likeness(1.0, ("same given name and surname",))
    classes = given_classes()
    if classes.get(one, frozenset()) & classes.get(other, frozenset()):
        return Likeness(0.95, (f"{one} and {other} are forms of one given name",))
    if one[0] == other[0] and (len(one) == 1 or len(other) == 1):
        return Likeness(0.85, (f"initial {one[0].upper()}",))
    if len(one) == 1 and len(long) > 2 and long[1] == other:
        return Likeness(0.85, ("goes by the second given name",))
    if len(long) > 2 and long[1] == other and other not in classes:
        return Likeness(0.85, ("goes by the second given name, which is no common one",))
    if len(one) == 2 and len(long) == 2 and len(short) > 2 and one == other[0] + short[1][0]:
        return Likeness(0.85, ("initials",))
    if len(other) == 2 and len(short) == 2 and len(long) > 2 and other == one[0] + long[1][0]:
        return Likeness(0.85, ("initials",))
    if one.startswith(other) or other.startswith(one):
        return Likeness(0.4, ("one given name is the beginning of the other",))
    return part_likeness(one, other, GIVEN_CLOSE, 5)


def middle_likeness(long: tuple[str, ...], short: tuple[str, ...]) -> Likeness:
    """How well what stands between agrees: missing is no difference, two different fathers' names are."""
    if not long or not short:
        return Likeness(1.0)
    if len(long) != len(short) and len(long[0]) == len(short[0]) == 1 and long[0] != short[0]:
        return Likeness(0.3, ("different middle initials",))
    for part in short:
        if not any(middle_fits(part, other) for other in long):
            return Likeness(0.3, ("different middle names",))
    return Likeness(0.95, ("middle names agree",))


def middle_fits(one: str, other: str) -> bool:
    """Whether two middle names, or a name and an initial, may be one."""
    if one[0] == other[0] and 1 in (len(one), len(other)):
        return True
    if given_classes().get(one, frozenset()) & given_classes().get(other, frozenset()):
        return True
    return part_likeness(one, other, GIVEN_CLOSE, 5).score >= JOINED
