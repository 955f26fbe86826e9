"""Whether a token belongs to a class that the frames ask for."""

from __future__ import annotations

from onrecord.annotate.cast import Cast
from onrecord.annotate.events.lexicons import word_class
from onrecord.types import Token

PERSONAL = frozenset(
    {
        "i",
        "he",
        "she",
        "they",
        "we",
        "us",
        "me",
        "him",
        "her",
        "them",
        "those",
        "all",
        "each",
        "everyone",
        "who",
        "whom",
        "you",
        "both",
        "some",
        "many",
        "none",
        "others",
        "several",
        "anyone",
        "anybody",
        "someone",
        "their",
        "his",
        "our",
    }
)
ANYBODY = frozenset({"somebody", "someone", "everybody", "everyone", "anybody", "anyone", "nobody"})
"""Pronouns for persons that may be tagged as nouns."""
COLLECTIVE = frozenset({"each", "i", "he", "she", "they", "we", "it", "who", "which", "both", "you", "us", "them", "him", "her"})
ARMED = frozenset({"police", "army", "navy", "militia", "commando", "border", "infantry", "security"})
ACTING = frozenset({"person", "body", "state", "group"})


def fits(token: Token, names: tuple[str, ...], cast: Cast) -> bool:
    """Whether *token* is in one of the classes *names*."""
    return any(in_class(token, name, cast) for name in names)


def in_class(token: Token, name: str, cast: Cast) -> bool:
    """Whether *token* is in the class *name*; people, party and place are also told from the parse and the cast."""
    if name == "fight" and token.lemma == "strike" and any(c.lemma in word_class("stoppage_of") for c in token.children):
        return False  # "a hunger strike ended" is no truce
    singular = token.lower[:-2] + "an" if token.lower.endswith("men") else token.lemma
    if not word_class(name).isdisjoint((token.lemma, token.lower, singular)):
        return True
    if name == "captives":
        return token.i in cast.held
    if name == "forces":
        return token.lemma in word_class("people") and any(c.dep == "compound" and c.lemma in ARMED for c in token.children)  # "400 police officers"
    if name == "people":
        return is_people(token, cast) or (token.pos == "NOUN" and singular.endswith(("man", "woman")))
    if name == "party":
        return is_party(token, cast)
    if name == "money":
        return token.ent in ("MONEY", "PERCENT") or (token.text[:1].isalpha() and token.text[1:2].isdigit() and token.pos in ("NUM", "PROPN", "NOUN"))
    if name == "place":
        return is_place(token, cast)
    return False


def is_people(token: Token, cast: Cast) -> bool:
    """Persons by name, pronoun, bare number or demonym."""
    if token.lemma in word_class("captives") or token.ent == "NORP" or token.lower in ANYBODY:
        return True
    if token.pos == "PRON" or token.pos == "DET":
        return token.lower in PERSONAL
    if token.pos == "NUM":
        of = [g for c in token.children if c.lower == "of" for g in c.children if g.dep == "pobj"]
        return token.ent not in ("DATE", "TIME", "MONEY", "PERCENT") and (not of or any(in_class(t, "people", cast) for t in of))
    if token.tag == "NNPS" and any(c.pos == "NUM" for c in token.children):
        return True  # "212 Belmorans": counted, they are people and no party
    known = cast.at(token)
    return known.kind == "person" if known else token.ent == "PERSON"


def is_party(token: Token, cast: Cast) -> bool:
    """Names of persons, bodies and states, and the pronouns for them."""
    known = cast.at(token)
    if known is not None:
        return known.kind in ACTING or (known.kind == "place" and token.dep != "pobj")
    if token.pos in ("PRON", "DET"):
        return token.lower in COLLECTIVE
    if token.lower in ("other", "latter") and token.dep in ("dobj", "nsubj", "pobj"):
        return True  # "accused the other": the other party
    return token.ent in ("ORG", "GPE", "NORP", "PERSON") or token.pos == "PROPN"


def is_place(token: Token, cast: Cast) -> bool:
    """Names of places."""
    known = cast.at(token)
    if known is not None:
        return known.kind in ("place", "state")
    return token.ent in ("GPE", "LOC", "FAC") or (token.pos == "PROPN" and token.ent in ("", "ORG"))
