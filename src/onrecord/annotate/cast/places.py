"""Whether a capital is a place or stands for its government."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.annotate.cast.mentions import Mention
from onrecord.types import Parsed, Token

TALKING = frozenset({"with", "between", "by", "against", "from", "toward", "towards", "to", "of"})
ACTING = frozenset({"deal", "talk", "agreement", "negotiation", "pact", "truce", "ceasefire", "tie", "relation", "pressure", "ally", "war", "dispute", "message", "contact", "accord", "negotiate", "agree", "cooperate"})


def settle(mentions: Sequence[Mention], parsed: Parsed) -> list[Mention]:
    """The mentions with every capital told as a place or as its state, by its role in the sentence."""
    return [replace(m, kind="state", full=m.full) if m.role == "capital" and acts(parsed.tokens[m.last - 1]) else at_place(m) for m in mentions]


def at_place(mention: Mention) -> Mention:
    """A capital that stays a place: it keeps its own name and has no side."""
    return replace(mention, full=mention.name, side=None) if mention.role == "capital" else mention


def acts(token: Token) -> bool:
    """Whether the capital at *token* does, says or owns something, or is dealt with, as only a government can."""
    if token.dep in ("nsubj", "agent") or (token.dep == "nsubjpass" and token.head.lemma in ("accuse", "tell", "warn", "urge", "ask", "inform", "expect")):
        return token.head.pos in ("VERB", "AUX") and token.head.lemma not in ("be", "remain", "fall", "lie")
    if token.dep == "poss":
        return token.head.ent not in ("GPE", "LOC", "FAC") and token.head.lemma in SAID_OF
    if token.dep == "pobj" and token.head.lower in ("with", "between", "by", "against"):
        return token.head.head.lemma in ACTING or token.head.lower == "between" or token.head.head.lemma in ("accuse",)
    if token.dep in ("dobj", "dative") and token.head.lemma in ("tell", "accuse", "urge", "warn", "inform", "press", "blame", "ask", "persuade", "pressure"):
        return True
    if token.dep == "conj":
        return acts(token.head) and token.head.ent in ("GPE", "NORP", "ORG")
    if token.dep == "pobj" and token.head.lower == "in" and token.head.head.lemma in ("feeling", "mood", "view", "thinking", "assessment", "sense", "belief"):
        return True
    return False


SAID_OF = frozenset({"response", "demand", "offer", "position", "refusal", "claim", "government", "decision", "plan", "proposal", "stance", "view", "envoy", "ambassador", "insistence", "ally", "reaction", "policy", "concession", "request", "condition", "word", "answer"})
