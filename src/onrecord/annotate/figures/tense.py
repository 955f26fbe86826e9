"""Whether a freeing has happened or is one to come, and whether it was a release or a rescue."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.annotate.lexicon import lexicon
from onrecord.types import Measure, Token

UNDER = frozenset({"xcomp", "ccomp", "dobj", "prep", "nsubj", "nsubjpass", "pcomp"})


def to_come(trigger: Token) -> bool:
    """Whether the release that *trigger* (a verb or a noun) names is asked for, offered, agreed or foreseen."""
    book = lexicon("figures_measures")
    token: Token = trigger
    for _ in range(6):
        if token.pos in ("VERB", "AUX"):
            told = verb_tells(token)
            if told is not None:
                return told
        elif token is not trigger and token.lemma in book["planned"]["nouns"]:
            return True
        if token.head is token:
            return False
        if token.dep == "pobj" and token.head.lower == "for" and token.head.head.lemma in book["planned"]["for"]:
            return True
        if token.dep == "relcl" and token is not trigger:
            return False
        above = token.head
        if above.pos == "VERB" and above is not trigger and above.lemma in book["planned"]["verbs"] and token.dep in UNDER:
            return True
        token = above
    return False


def verb_tells(verb: Token) -> bool | None:
    """True for a modal or a bare "to" form under a plan, False for a past or perfect form, None where the verb above must tell."""
    book = lexicon("figures_measures")
    if verb.lemma == "be" and (below := verb.has("xcomp")) is not None and below.has("aux") is not None and verb.tag in ("VBZ", "VBP"):
        return True  # "is to be flown out"
    if any(c.dep in ("mark", "advmod") and c.lower in ("if", "unless", "provided", "until", "once") for c in verb.children):
        return True
    helpers = [c.lower for c in verb.children if c.dep in ("aux", "auxpass")]
    if any(h in book["planned"]["modals"] and h != "to" for h in helpers):
        return "have" not in helpers
    if "have" in helpers or "has" in helpers or "had" in helpers or "'ve" in helpers:
        return False
    if "to" in helpers:
        above = verb.head
        if above is not verb and above.pos == "VERB" and above.lemma in book["done"]["verbs"] and above.tag in ("VBD", "VBN"):
            return False
        return True if verb.dep in ("xcomp", "ccomp", "acl", "advcl", "ROOT") else None
    if verb.lemma in book["planned"]["verbs"] and verb.lemma not in book["done"]["verbs"] and verb.tag in ("VBD", "VBZ", "VBP", "VBG"):
        return None
    if verb.tag == "VBD" or any(h in ("was", "were") for h in helpers):
        return False
    if verb.tag == "VBN" and verb.dep in ("acl", "relcl", "amod", "ROOT", "conj") and not any(h in ("be", "being") for h in helpers):
        return False
    return None


def freed_how(words: Sequence[Token], trigger: Token | None, *, rescues: bool, total: bool) -> Measure:
    """Released, rescued, or freed where the words leave it open.

    *rescues*: the report speaks of rescues at all; *total*: the number is followed by its parts ("including 30 in a swap").
    """
    book = lexicon("figures_measures")
    if trigger is not None:
        doer = trigger.has("nsubj", "agent")
        near = {t.lower for t in (doer.subtree() if doer is not None else [])} | {
            t.lower for c in trigger.children if c.dep in ("prep", "npadvmod") for t in c.subtree()
        }
        traded = {t.lower for c in trigger.children if c.dep == "prep" for t in c.subtree()} & set(book["deal"]["words"])
        if near & set(book["force"]["words"]) and not traded:  # an army frees by a raid, unless "in exchange for" says how
            return "rescued"
        if near & set(book["deal"]["words"]):
            return "released"
        if doer is not None and doer.dep == "nsubj" and trigger.has("auxpass") is None:
            return "released"
    if total:
        return "freed"
    said = {t.lower for t in words} | {t.lemma.lower() for t in words}
    if said & set(book["deal"]["words"]) or not rescues:
        return "released"
    return "freed"
