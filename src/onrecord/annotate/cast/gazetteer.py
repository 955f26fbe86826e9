"""The general lists (countries, bodies, outlets, services, groups) as one table that is looked up token by token."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from onrecord.annotate.lexicon import lexicon
from onrecord.types import Token

Role = Literal["country", "demonym", "people", "capital", "seat", "organisation", "outlet", "service", "group", "faith", "person", "place"]
PIECE = re.compile(r"['’]s(?!\w)|[-–]|[^\s\-–'’]+(?:['’](?!s(?!\w))[^\s\-–]+)?|['’]")


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of a general list: the fullest name, what it is and the side it speaks for."""

    name: str
    role: Role
    side: str | None
    exact: bool = False
    """Whether the capitals must be the same (short names that are also words)."""
    pack: str | None = None
    """The pack that gives it; None for a row of the general lists."""


Table = dict[str, list[tuple[tuple[str, ...], Entry, str]]]


def pieces(phrase: str) -> tuple[str, ...]:
    """The tokens that the parser makes of *phrase*, in lower case with straight apostrophes."""
    return tuple(p.replace("’", "'").lower() for p in PIECE.findall(phrase))


@cache
def table() -> Table:
    """All phrases by their first token, longest first; where two rows share a phrase the earlier list wins."""
    found: dict[tuple[str, ...], tuple[Entry, str]] = {}
    for phrase, entry in rows():
        earlier = found.get(pieces(phrase))
        if earlier is None or (phrase[0].islower() and earlier[0].name == entry.name):
            found[pieces(phrase)] = (entry, phrase)
    return by_first(found)


def by_first(found: Mapping[tuple[str, ...], tuple[Entry, str]]) -> Table:
    """Phrases by their first token, longest first."""
    out: Table = {}
    for words, (entry, phrase) in found.items():
        out.setdefault(words[0], []).append((words, entry, phrase))
    for listed in out.values():
        listed.sort(key=lambda row: -len(row[0]))
    return out


def rows() -> list[tuple[str, Entry]]:
    """(phrase, entry) of every row of the lists, in the order in which they win."""
    countries, bodies = lexicon("countries"), lexicon("bodies")
    out: list[tuple[str, Entry]] = []
    for name, adjectives, people, capitals, others in countries["rows"]:
        out += [(n, Entry(name, "country", name, short(n))) for n in names(name, others)]
        out += [(f"{form} of {name}", Entry(name, "country", name)) for form in ("Republic", "Kingdom", "State", "Islamic Republic", "Federal Republic")]
        out += [(n, Entry(name, "demonym", name, short(n))) for n in names(adjectives)]
        out += [(n, Entry(name, "people", name)) for n in names(people)]
        out += [(n, Entry(name, "capital", name)) for n in names(capitals)]
    out += [(w, Entry(w, "faith", None)) for w in countries["peoples"]["words"]]
    out += [(n, Entry(n, "seat", side or None)) for n, side in countries["seats"]["rows"]]
    for row in bodies["groups"]["rows"]:
        out += listed(row, "group", names(row)[0])
    for row, side in bodies["services"]["rows"]:
        out += listed(row, "service", side or None)
    for row in bodies["organisations"]["rows"]:
        out += listed(row, "organisation", names(row)[0])
    for row in bodies["outlets"]["rows"]:
        out += listed(row, "outlet", None)
    return out


def listed(row: str, role: Role, side: str | None) -> list[tuple[str, Entry]]:
    """The phrases of one row whose alternatives are parted by slashes."""
    return [(n, Entry(names(row)[0], role, side, short(n))) for n in names(row)]


def names(*cells: str) -> list[str]:
    """The alternatives of cells, without empty ones."""
    return [n for cell in cells for n in cell.split("/") if n]


def short(phrase: str) -> bool:
    """Whether *phrase* must be met with its own capitals: short forms in capitals are words otherwise ("US", "IS", "CARE")."""
    return len(phrase) <= 6 and phrase.upper() == phrase


@cache
def lower_firsts() -> frozenset[str]:
    """First words of the rows that begin in lower case ("al-…")."""
    return frozenset(words[0] for listed in table().values() for words, _, phrase in listed if phrase[0].islower())


@cache
def of_states() -> frozenset[str]:
    """The names of listed countries, their peoples and capitals."""
    return frozenset(name for name, entry in rows() if entry.role in ("country", "demonym", "people", "capital", "seat"))


def look_up(tokens: Sequence[Token], at: int) -> tuple[Entry, int] | None:
    """The longest row that begins at place *at* of *tokens*, with how many tokens it takes; None where nothing is listed."""
    if tokens[at].text[0].islower() and tokens[at].text not in lower_firsts():
        return None
    return found_in(table(), tokens, at)


def found_in(known: Table, tokens: Sequence[Token], at: int) -> tuple[Entry, int] | None:
    """The longest row of *known* that begins at place *at*, with how many tokens it takes."""
    first = tokens[at].lower.replace("’", "'")
    for words, entry, phrase in known.get(first, ()):
        size = len(words)
        if at + size > len(tokens) or (size > 1 and tokens[at + 1].lower.replace("’", "'") != words[1]):
            continue
        window = tokens[at : at + size]
        if size > 2 and any(t.lower.replace("’", "'") != w for t, w in zip(window, words, strict=True)):
            continue
        if fits(window, entry, phrase):
            return entry, len(words)
    return None


def fits(window: Sequence[Token], entry: Entry, phrase: str) -> bool:
    """Whether the capitals of *window* allow it to be *phrase*: "us" is no country, "the times" no paper."""
    text = "".join(t.text for t in window)
    if entry.exact:
        return text == phrase.replace(" ", "")
    letters = [t for t in window if t.text[:1].isalpha()]
    if not letters or not (letters[0].text[0].isupper() or phrase[0].islower()):
        return False
    if len(letters) > 1:
        return letters[-1].text[0].isupper() or not pieces_end_upper(phrase)
    return not (entry.role == "outlet" and window[0].pos not in ("PROPN", "X") and window[0].lower == window[0].lemma)


def pieces_end_upper(phrase: str) -> bool:
    """Whether the last word of *phrase* is written with a capital."""
    return phrase.replace("-", " ").split()[-1][0].isupper()


@cache
def of_business(word: str) -> bool:
    """Whether the last word of a name tells that it is a company's: its legal form or its trade."""
    plain = word.lower().rstrip(".")
    return plain in words("bodies", "legal_forms", "words") or plain in words("bodies", "legal_forms", "trades")


def words(name: str, *path: str) -> frozenset[str]:
    """A word list of a lexicon as a set: `words("bodies", "nouns", "words")`."""
    at = lexicon(name)
    for key in path:
        at = at[key]
    return frozenset(w.lower() for w in at)
