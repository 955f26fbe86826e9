"""A sentence with its people's names put as signs, so that rules over words see who stands where."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from itertools import pairwise

from onrecord.reconcile.roster.settings import NAME
from onrecord.types import CaptiveStatus, Factuality, Participant, Span

LINK = re.compile(
    r"(?:,? (?:aged )?\d{1,3},?)?(?:, (?:an?|the) [\w' -]{1,40},?)?(?:,|,? and|,? &|,? as well as|,? along with|,? together with)(?: (?:the|an?|his|her|their)"
    r"(?: [\w-]+){0,3}?)?(?: [A-Z][\w.]*){0,3} ?"
)
"""What may stand between two names of one list."""
APPOSITION = re.compile(r"(?:,? ?\(?(?:aged )?\d{1,3}\)?)?(?:, (?:an?|the|his|her|their|from|of|aged|who is|one of|both|whose)[^,;:.¤]{1,70})?,?")
"""What may stand behind a name before what is said of it."""
People = list[tuple[Participant, Span]]
"""Persons with one place at which each is mentioned."""
PRONOUNS = frozenset({"he", "she", "his", "her", "hers", "they", "their", "him", "them", "who", "whom", "whose", "i", "we", "my", "me", "himself", "herself"})
OWNED_NEXT = re.compile(r" (?!(?:on|in|at|for|until|to|from|and|or|since|there|by|with|after|before|as|while|when)\b)[a-z]")
CAPTIVE = re.compile(r"(?:[Hh]ostage|[Cc]aptive|[Aa]bductee|[Dd]etainee|[Pp]risoner) (?=[A-Z])")
JOINING = frozenset({" ", ", ", ",  ", " — ", "-"})


@dataclass(frozen=True, slots=True)
class Named:
    """One mention of a person: whom, where in the text, and where its sign stands in the sentence of signs."""

    who: Participant
    span: Span
    at: int
    proper: bool
    """Whether the name itself stands there, not a pronoun or a description."""


@dataclass(frozen=True, slots=True)
class Signed:
    """A sentence of signs with its mentions, and the lists of names that they stand in."""

    words: str
    mentions: tuple[Named, ...]
    places: tuple[int, ...]
    """The character of the text at which each sign or letter begins, and the end of the sentence."""
    runs: tuple[tuple[int, ...], ...]
    """Numbers of mentions that are one list; each mention is in exactly one."""

    def place(self, at: int) -> int:
        """The character of the text that stands at *at*."""
        return self.places[min(at, len(self.places) - 1)]

    def sign(self, place: int) -> int:
        """The first sign or letter that stands at or behind character *place* of the text."""
        return bisect_left(self.places, place)


@dataclass(frozen=True, slots=True)
class Found:
    """A status told at some words of a sentence of signs, for some of its mentions."""

    status: CaptiveStatus
    mentions: tuple[Named, ...]
    words: Span
    """Characters of the sentence of signs that tell it."""
    factuality: Factuality = "happened"
    held_by: bool = True
    """Whether its words may tell who took or holds them."""


def signed(text: str, sentence: Span, people: People) -> Signed | None:
    """The sentence of signs; None where it mentions nobody by name."""
    merged = whole(text, [(who, span) for who, span in people if sentence.holds(span)])
    if not merged:
        return None
    words: list[str] = []
    places: list[int] = []
    mentions: list[Named] = []
    at = sentence.start
    for who, span, proper in merged:
        words.extend(text[at : span.start])
        places.extend(range(at, span.start))
        mentions.append(Named(who, span, len(words), proper))
        words.append(NAME)
        places.append(span.start)
        at = span.end
    words.extend(text[at : sentence.end])
    places.extend((*range(at, sentence.end), sentence.end))
    line = "".join(words).replace("\n", " ")
    return Signed(line, tuple(mentions), tuple(places), lists(line, mentions))


def bare(text: str, span: Span) -> Span:
    """A mention without the word "hostage" or the like that was taken for a part of the name."""
    found = CAPTIVE.match(text, span.start, span.end)
    return Span(found.end(), span.end) if found else span


def whole(text: str, people: People) -> list[tuple[Participant, Span, bool]]:
    """Mentions in their order, the longest of those that overlap, two of one person side by side taken as one ("her son David")."""
    out: list[tuple[Participant, Span, bool]] = []
    for who, span in sorted(((w, bare(text, s)) for w, s in people if not owner(text, s)), key=lambda p: (p[1].start, -p[1].end)):
        proper = span.of(text)[:1].isupper() and span.of(text).split()[0].lower() not in PRONOUNS
        if out and span.start < out[-1][1].end:
            continue
        if out and out[-1][0] is who and text[out[-1][1].end : span.start] in JOINING:
            out[-1] = (who, Span(out[-1][1].start, span.end), out[-1][2] or proper)
            continue
        out.append((who, Span(beside_office(text, who, span), span.end), proper))
    return out


def owner(text: str, span: Span) -> bool:
    """Whether a mention only owns what follows ("his captors", "her lawyer"), so that it is no place for a name."""
    words = span.of(text).lower()
    return words in ("his", "their", "whose", "my", "our") or (words == "her" and OWNED_NEXT.match(text, span.end) is not None)


def beside_office(text: str, who: Participant, span: Span) -> int:
    """Where a mention begins with the office that stands before the name ("rebel commander Samir Khoury")."""
    office = who.office or ""
    start = span.start - len(office) - 1
    return start if office and start >= 0 and text[start : span.start].lower() == f"{office.lower()} " else span.start


def lists(line: str, mentions: list[Named]) -> tuple[tuple[int, ...], ...]:
    """The lists that the mentions stand in."""
    runs: list[list[int]] = [[0]]
    for number, (one, other) in enumerate(pairwise(mentions), 1):
        between = line[one.at + 1 : other.at]
        if ("," in between or " and " in between or "&" in between or " with " in between) and LINK.fullmatch(between):
            runs[-1].append(number)
        else:
            runs.append([number])
    return tuple(tuple(run) for run in runs)
