"""For whom somebody stands by what is told after the name: "who speaks for the families", "claiming to represent X", "who heads X's committee"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from onrecord.annotate.cast.cast import Cast
from onrecord.annotate.cast.speaking import head_of, side_of
from onrecord.annotate.lexicon import lexicon
from onrecord.types import Token

THROUGH = ("claim", "purport", "say", "appoint", "authorise", "authorize", "choose", "help", "continue")
"""Verbs whose infinitive tells the standing ("claiming to speak for X")."""


def stands_for(noun: Token, cast: Cast) -> str | None:
    """The side told by a relative clause or participle at *noun*, or None."""
    for child in noun.children:
        if child.dep in ("relcl", "acl") and child.i > noun.i:
            for verb in (child, *(c for c in child.children if c.dep in ("xcomp", "conj") and child.lemma in THROUGH)):
                for owner in owners(verb):
                    side = side_at(owner, cast)
                    if side is not None:
                        return side
    return None


def owners(verb: Token) -> Iterator[Token]:
    """The nouns for which *verb* makes its subject stand."""
    prepositions = standing().get(verb.lemma)
    if prepositions is None:
        return
    for child in verb.children:
        if child.dep == "dobj" and "" in prepositions:
            yield child
        noun = child.has("pobj") if child.dep == "prep" else None
        if noun is not None and child.lower in prepositions:
            yield noun
        elif noun is not None and child.lower == "on" and noun.lower == "behalf":
            inner = next((c.has("pobj") for c in noun.children if c.lower == "of"), None)
            if inner is not None:
                yield inner


@cache
def standing() -> dict[str, tuple[str, ...]]:
    """Verbs of standing for somebody with the prepositions before whom they stand for; empty for a direct object."""
    return {verb: tuple(prepositions.split("/")) for verb, prepositions in lexicon("offices")["standing"]["rows"]}


def side_at(noun: Token, cast: Cast) -> str | None:
    """The side of the noun phrase of *noun*; people without a side of their own stand for themselves."""
    phrase = sorted(noun.subtree(), key=lambda t: t.i)
    who = cast.at(noun)
    if who is not None and who.side:
        return who.side
    side = side_of(phrase, cast)
    if side is not None:
        return side
    if noun.lower in lexicon("offices")["standing"]["people"] and head_of(phrase) is noun:
        return noun.lower
    gang = next((p.side for p in cast.participants if p.side and p.side.lower().split()[-1].rstrip("s") == noun.lower), None)
    return gang or (noun.lower + "s" if noun.lower in lexicon("offices")["standing"]["members"] else None)
