"""Which office a name has and whose it is, by the words right before and behind it."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.annotate.cast.gazetteer import look_up, words
from onrecord.annotate.cast.mentions import Atom, Line
from onrecord.types import Token

POSSESSIVE = ("'s", "’s", "'", "’")
BETWEEN = (
    ",", "a", "an", "the", "its", "their", "his", "her", "who", "is", "was", "one", "of", "now", "then", "and", "currently", "also", "whose",
    "has", "been", "serves", "as", "served", "acts", "acting", "heads", "leads", "(", "described", "identified",
)
"""Words that may stand between a name and the office told after it."""
OWNERS = ("demonym", "country", "capital", "seat", "service", "group", "organisation", "body", "name", "outlet")


def words_of(line: Line, first: int, last: int) -> str:
    """The text of places `[first, last)` of a line with single spaces where the report has any space."""
    tokens = line.tokens[first:last]
    out = ""
    for k, token in enumerate(tokens):
        if k and token.start > tokens[k - 1].end:
            out += " "
        out += token.text
    return out


def inner_side(line: Line, atom: Atom) -> str | None:
    """The side named inside a body's own name ("Kenyan Foreign Ministry", "Ministry of Peace of Kenya")."""
    for place in range(atom.first, atom.last):
        hit = look_up(line.tokens[: atom.last], place)
        if place > atom.first and line.tokens[place - 1].lower in ("for", "on", "to", "against"):
            break
        if hit and hit[0].side and hit[0].role in ("country", "demonym", "seat", "service", "group") and not (hit[0].role == "group" and place != atom.first):
            liberation = place > 0 and line.tokens[place - 1].lower in ("of", "the") and "liberation" in words_of(line, atom.first, place).lower()
            return None if liberation else hit[0].side
    return None


def owner(line: Line, found: Sequence[Atom], k: int) -> str | None:
    """Whose the thing of atom *k* is, told directly before it ("Kenya's", "Kenyan", "Front"): the side or the owner's words."""
    if k == 0:
        return None
    before, atom = found[k - 1], found[k]
    gap = line.tokens[before.last : atom.first]
    allowed = words("offices", "offices", "modifiers")
    if before.role not in OWNERS or any(t.lower not in POSSESSIVE and t.lower not in allowed for t in gap):
        return None
    if gap and gap[0].lower not in POSSESSIVE and before.role not in ("demonym", "country", "group", "body", "service"):
        return None
    return side_or_words(line, before)


def side_or_words(line: Line, atom: Atom) -> str | None:
    """The side of a listed atom, the plain words of another."""
    if atom.entry:
        return atom.entry.side
    return inner_side(line, atom) or words_of(line, atom.first, atom.last)


def belongs(line: Line, found: Sequence[Atom], k: int) -> str | None:
    """Whose office atom *k* is, told before it, or after it with "of", "for"."""
    before = owner(line, found, k)
    if before:
        return before
    if k + 1 >= len(found):
        return None
    atom, after = found[k], found[k + 1]
    gap = [t.lower for t in line.tokens[atom.last : after.first]]
    between = words("offices", "offices", "modifiers") | {"the", "a", "an"}
    lands = gap[:1] == ["for"] and atom.office is not None and atom.office.head in SENT and after.role in ("country", "capital")
    if gap and gap[0] in ("of", "for", "at", "with") and not lands and after.role in OWNERS and all(w in between for w in gap[1:]):
        deeper = found[k + 2] if k + 2 < len(found) else None
        if after.role in ("demonym",) and deeper and deeper.first == after.last and deeper.role in ("body", "service"):
            return after.entry.side if after.entry else None
        return side_or_words(line, after)
    return None


SENT = frozenset({"envoy", "coordinator", "rapporteur", "mediator", "representative", "commissioner"})
"""Offices that are held for a country and not by it ("the special envoy for Sudan")."""


def member_of(line: Line, found: Sequence[Atom], k: int) -> str | None:
    """The body told after a name with "of", "from", "with" ("lawmaker Ana Silva of the Green Party")."""
    if k + 1 >= len(found):
        return None
    gap = [t.lower for t in line.tokens[found[k].last : found[k + 1].first]]
    bodies = ("body", "group", "service", "organisation", *(("country", "name") if gap[:1] == ["of"] else ()))
    return side_or_words(line, found[k + 1]) if gap in (["of"], ["of", "the"], ["from", "the"], ["with", "the"]) and found[k + 1].role in bodies else None


def lead_of(found: Sequence[Atom], k: int) -> int:
    """The first place of the titles and offices directly before name *k*."""
    at = found[k].first
    for atom in reversed(found[:k]):
        if atom.last != at or atom.role not in ("rank", "office"):
            break
        at = atom.first
    return at


def before_name(line: Line, found: Sequence[Atom], k: int) -> tuple[bool, str | None, str | None]:
    """Whether a title or office stands directly before name *k*; its office and side."""
    place, at = k - 1, found[k].first
    titled, text, side = False, None, None
    while place >= 0 and found[place].last == at and found[place].role in ("rank", "office"):
        titled = True
        if found[place].role == "office":
            text, side = words_of(line, found[place].first, found[place].last), belongs(line, found, place)
        at = found[place].first
        place -= 1
    if titled and text is None and place >= 0:
        side = owner(line, found, place + 1) if found[place + 1].role == "office" else None
    return titled, text, side


def after_name(line: Line, found: Sequence[Atom], k: int) -> tuple[str | None, str | None]:
    """Office and side told after name *k* in apposition, or before it as "the head of X, NAME"."""
    allowed = words("offices", "offices", "modifiers") | set(BETWEEN) | set(POSSESSIVE)
    for j in range(k + 1, min(k + 4, len(found))):
        gap = line.tokens[found[k].last : found[j].first]
        outside = [t for t in gap if not inside(found, t, line)]
        if not outside or outside[0].text not in (",", "(", "-", "—", "–", "is", "was"):
            break
        if any(t.lower not in allowed and not t.text.isdigit() for t in outside):
            break
        if found[j].role == "office":
            if j + 1 < len(found) and found[j + 1].first == found[j].last and found[j + 1].role == "name":
                break
            return words_of(line, found[j].first, found[j].last), belongs(line, found, j)
    return ahead_of_name(line, found, k)


def ahead_of_name(line: Line, found: Sequence[Atom], k: int) -> tuple[str | None, str | None]:
    """Office and side told before name *k* and parted by a comma: "the head of the Front, NAME, said"."""
    for j in range(k - 1, max(k - 4, -1), -1):
        between = line.tokens[found[j].last : found[k].first]
        if found[j].role != "office" or not between or between[-1].text != "," or len(between) >= 12:
            continue
        if all(inside(found, t, line) or t.lower in (",", "of", "for", "the", "'s", "’s") for t in between):
            closing = line.tokens[found[k].last : found[k].last + 1]
            if closing and (closing[0].text == "," or closing[0].pos in ("VERB", "AUX")):
                return words_of(line, found[j].first, found[j].last), belongs(line, found, j)
    return None, None


def inside(found: Sequence[Atom], token: Token, line: Line) -> bool:
    """Whether *token* lies in one of the atoms."""
    place = token.i - line.tokens[0].i
    return any(a.first <= place < a.last for a in found)
