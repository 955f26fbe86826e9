"""What a participant of an event is called: the fullest name in the report, or the words of the noun phrase."""

from __future__ import annotations

import itertools
import re

from onrecord.annotate.cast import Cast
from onrecord.annotate.events.kinds import ACTING
from onrecord.types import Participant, Token

INNER = frozenset({"compound", "amod", "nummod", "nmod", "poss", "quantmod", "advmod", "case", "predet", "punct", "det"})
CLOCK = re.compile(r"\d{1,2}[.:h]\d{2}")
OUTER = frozenset({"of"})
PRONOUNS = frozenset(
    {
        "i",
        "me",
        "we",
        "us",
        "you",
        "he",
        "him",
        "she",
        "her",
        "it",
        "they",
        "them",
        "who",
        "whom",
        "which",
        "that",
        "this",
        "these",
        "those",
        "itself",
        "themselves",
        "its",
        "their",
        "his",
        "our",
        "your",
        "my",
        "whose",
        "himself",
        "herself",
        "what",
        "one",
    }
)


def participant(token: Token, cast: Cast) -> Participant | None:
    """The acting participant whose mention holds *token*."""
    known = cast.at(token)
    return known if known is not None and known.kind in (*ACTING, "place", "outlet") else None


def called(known: Participant) -> str:
    """What a participant is called throughout: the initials that the report uses for a body of its own side, else its name."""
    return known.side if known.side is not None and known.side in known.aliases and known.side.isupper() else known.name


def name(token: Token, cast: Cast) -> str | None:
    """The name of who or what *token* heads; None for a pronoun that was resolved to nobody."""
    known = participant(token, cast)
    if known is not None:
        return called(known)
    if token.lower in PRONOUNS:
        return None
    return phrase(token, cast)


def place_name(token: Token, cast: Cast) -> str | None:
    """The name of a place as it stands: a capital is itself here, not the state that it stands for elsewhere."""
    known = participant(token, cast)
    if known is not None and known.kind == "state" and token.lower not in known.name.casefold() and token.pos == "PROPN" and token.ent != "NORP":
        spelled = {a.casefold() for a in known.aliases if a.casefold() != phrase(token, cast).casefold()}
        return known.name if token.lower in spelled and len(token.text) <= 4 else phrase(token, cast)
    return name(token, cast)


def names(tokens: tuple[Token, ...], cast: Cast) -> tuple[str, ...]:
    """The names of several, each once, in their order."""
    found: list[str] = []
    for token in tokens:
        this = name(token, cast)
        if this and not any(f" {this} " in f" {other} " for other in found):
            found.append(this)
    return tuple(found)


def phrase(token: Token, cast: Cast) -> str:
    """The words of a noun phrase: what stands before its head and an of-phrase after it; no article, no relative clause."""
    inside: list[Token] = [token]
    for child in token.children:
        if child.i < token.i and child.dep in INNER:
            inside.extend(child.subtree())
            if child.lower == "whose":
                owner = next((up.head for up in token.ancestors() if up.dep == "relcl"), None)
                known = cast.at(owner) if owner is not None else None
                return f"{known.name}'s {phrase_without(token, child)}" if known else phrase_without(token, child)
        elif child.i > token.i and child.dep == "prep" and child.lower in OUTER:
            for low in child.children:
                if low.dep == "pobj":
                    inside.append(child)
                    inside.extend(nearest(low))
    ordered = sorted({t.i: t for t in inside}.values(), key=lambda t: t.i)
    if len(ordered) > 2 and ordered[0].lower == "how" and ordered[1].lower in ("many", "much"):
        del ordered[:2]
    if len(ordered) > 1 and CLOCK.fullmatch(ordered[0].text):
        ordered.pop(0)  # the time before a live blog's heading
    while len(ordered) > 1 and (ordered[0].lower in ("the", "a", "an") or ordered[0].dep == "punct" or ordered[0].pos == "PUNCT" or ordered[0].tag == "RP"):
        ordered.pop(0)
    return joined(ordered)


def phrase_without(token: Token, left_out: Token) -> str:
    """The head and what stands before it, without one word."""
    return joined(sorted([t for t in nearest(token) if t is not left_out], key=lambda t: t.i))


def nearest(token: Token) -> list[Token]:
    """The head of an of-phrase with what stands before it."""
    return [token, *[g for c in token.children if c.i < token.i and c.dep in INNER for g in c.subtree()]]


def joined(tokens: list[Token]) -> str:
    """Words with the blanks that the text has between them; a gap becomes one blank."""
    out = tokens[0].text
    for left, right in itertools.pairwise(tokens):
        out += ("" if right.start == left.end else " ") + right.text
    return out.strip(" \"“”'‘’")
