"""Whether a capital is a place or stands for its government."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.annotate.cast.gazetteer import words
from onrecord.annotate.cast.mentions import Mention
from onrecord.types import Parsed, Token


def settle(mentions: Sequence[Mention], parsed: Parsed) -> list[Mention]:
    """The mentions with every capital told as a place or as its state, by its role in the sentence."""
    return [replace(m, kind="state", full=m.full) if m.role == "capital" and acts(parsed.tokens[m.last - 1]) else at_place(m) for m in mentions]


def at_place(mention: Mention) -> Mention:
    """A capital that stays a place: it keeps its own name and has no side."""
    return replace(mention, full=mention.name, side=None) if mention.role == "capital" else mention


def acts(token: Token) -> bool:
    """Whether the capital at *token* does, says or owns something, or is dealt with, as only a government can."""
    verb = token.head.lemma
    if token.dep == "nsubj":
        duty = verb == "be" and any(c.dep == "xcomp" and any(g.lower == "to" for g in c.children) for c in token.head.children)  # "Seoul is to free five"
        willing = verb in ("be", "remain") and any(c.dep == "acomp" and c.lower in words("bodies", "dealings", "willing") for c in token.head.children)
        return token.head.pos in ("VERB", "AUX") and (duty or willing or verb not in ("be", "remain", "fall", "lie"))
    if token.dep in ("nsubjpass", "dobj", "dative"):
        return verb in words("bodies", "dealings", "told")
    if token.dep == "poss":
        return verb in words("bodies", "dealings", "owned")
    if token.dep == "conj":
        return acts(token.head) and token.head.ent in ("GPE", "NORP", "ORG")
    if token.dep != "pobj":
        return False
    over = token.head.head.lemma
    if token.head.lower in ("with", "against"):
        return over in words("bodies", "dealings", "words")
    return token.head.lower in ("between", "by") or (token.head.lower == "in" and over in words("bodies", "dealings", "mind"))
