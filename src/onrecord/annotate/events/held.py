"""Who is held in a report: the words for them, with the numbers and pronouns that stand for them later ("the six crossed the river on Monday")."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from onrecord.annotate.cast import Cast
from onrecord.annotate.events.frame import sisters, verb_frame
from onrecord.annotate.events.kinds import in_class, is_people
from onrecord.annotate.events.lexicons import word_class
from onrecord.types import Parsed, Participant, Token

LEFT_OVER = frozenset({"rest", "remainder", "other", "others", "all", "both", "last", "first", "each", "everyone", "nobody", "none", "dozen"})
"""Words for some of those who were told of before."""
BACK = 2
"""Sentences back in which those who are held must be named."""
PLURAL = frozenset({"they", "them", "those", "these"})


def with_held(parsed: Parsed, cast: Cast) -> Cast:
    """*cast* with the numbers of the tokens that stand for those who are held; nobody where the report tells of no captivity."""
    heads = tuple(told_held(parsed, cast))
    if not heads:
        return cast
    lemmas = {t.lemma for t in heads if t.pos == "NOUN" and not in_class(t, "forces", cast) and t.lemma not in LEFT_OVER}
    people = [p for t in heads if (p := cast.at(t)) is not None]
    found: set[int] = set()
    for token in parsed.tokens:
        if named_held(token, lemmas, people, cast) or ((counted(token, cast) or pronoun(token, cast)) and stands_for_held(token, parsed, found, cast)):
            found.add(token.i)
    return replace(cast, held=frozenset(found | {t.i for t in heads}))


def told_held(parsed: Parsed, cast: Cast) -> Iterator[Token]:
    """Whom a verb of taking or holding people has as its object, also as a participle before or behind them."""
    for token in parsed.tokens:
        if token.lemma not in word_class("holding") or token.tag == "NN":
            continue
        if token.dep == "amod" and token.tag == "VBN":
            found: tuple[Token, ...] = sisters(token.head)
        elif token.pos == "VERB":
            found = verb_frame(token).objects
        else:
            continue
        yield from (t for t in found if personal(t, cast))


def personal(token: Token, cast: Cast) -> bool:
    """Whether *token* names people who can be held, not a pronoun and not a body or state."""
    known = cast.at(token)
    if known is not None and known.kind not in ("person", "group"):
        return False
    return token.pos not in ("PRON", "DET") and (is_people(token, cast) or in_class(token, "people", cast))


def named_held(token: Token, lemmas: set[str], people: list[Participant], cast: Cast) -> bool:
    """Whether a noun or name is one of those that are held."""
    if token.pos not in ("NOUN", "PROPN"):
        return False
    known = cast.at(token)
    return (known in people or token.lemma in lemmas) and not owned(token)


def owned(token: Token) -> bool:
    """Whether the noun is qualified as other people of the same name: "former hostages", "the strikers' workers"."""
    return any(c.dep == "amod" and c.lower in ("former", "armed", "new") for c in token.children)


def counted(token: Token, cast: Cast) -> bool:
    """Whether a bare number or "the rest" is an argument of its own."""
    if token.dep not in ("nsubj", "nsubjpass", "dobj", "pobj", "conj"):
        return False
    number = token.pos == "NUM" and token.ent not in ("DATE", "TIME", "MONEY", "PERCENT", "QUANTITY")
    nobody = token.lower == "one" and any(c.lower in ("no", "every") for c in token.children)
    return (number or nobody or token.lower in LEFT_OVER) and cast.at(token) is None


def pronoun(token: Token, cast: Cast) -> bool:
    """Whether *token* is a plural pronoun that the cast resolves to nobody who acts."""
    return token.lower in PLURAL and cast.at(token) is None


def stands_for_held(token: Token, parsed: Parsed, found: set[int], cast: Cast) -> bool:
    """Whether the people named last before *token*, in its sentence or the one before, are held; of "of them" the noun behind it."""
    below = [g for c in token.children if c.dep == "prep" and c.lower == "of" for g in c.children if g.dep == "pobj"]
    if below:
        return any(g.i in found or in_class(g, "captives", cast) for g in below)
    start = parsed.sentences[max(token.sent - BACK, 0)].first
    for before in reversed(parsed.tokens[start : token.i]):
        if before.i in found or in_class(before, "captives", cast):
            return True
        plural = before.tag in ("NNS", "NNPS") and in_class(before, "people", cast)
        if plural and before.dep in ("nsubj", "nsubjpass", "dobj", "pobj") and token.lower in PLURAL:
            return False
    return False
