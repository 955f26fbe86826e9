"""What is bound to a condition: a release that comes "only when the army has left", and the army's leaving in that clause."""

from __future__ import annotations

from onrecord.annotate.events.conditions import agreed, conditioned, marked, rests, traded
from onrecord.annotate.events.lexicons import factual, governors
from onrecord.annotate.events.modality import HYPOTHETICAL, of_verb
from onrecord.types import Factuality, Token

CLIMB = 6
"""Governing words that are climbed at most."""
LOWERED: frozenset[Factuality] = frozenset({"planned", "possible"})
"""What a condition makes conditional; a call stays a call, and what happened happened."""
PASSED = frozenset({"xcomp", "acomp", "dobj", "pobj", "prep", "pcomp", "acl", "attr", "oprd"})
"""Relations through which a condition on the word above reaches the word below."""


def contingent(token: Token, carrier: Token | None, base: Factuality) -> Factuality:
    """*base*, the factuality of *token* without regard to conditions, or "conditional" where it hangs on one or is one; *carrier*: the verb of a noun."""
    if stipulated(token, base) or (carrier is not None and marked(carrier) == "conditional"):
        return "conditional"
    if base in LOWERED and hangs(token):
        return "conditional"
    if base == "denied" and refused_until(carrier or token):
        return "conditional"
    return base


def hangs(token: Token) -> bool:
    """Whether a condition hangs on *token* or on what offers, plans or allows it."""
    if token.dep == "ccomp" and token.head.lemma in ("hope", "fear", "doubt", "wish"):
        return False  # what is hoped for stays so, on whatever terms
    at = token
    for _ in range(CLIMB):
        up = at.head
        if rests(at) or (at.lemma in ("let", "allow") and any(conditioned(c) for c in at.children if c.dep == "ccomp")):
            return True
        if offered(at) and traded(at):
            return True
        if up is at:
            return False
        if at.dep == "conj":
            if any(c.lower == "or" and c.dep == "cc" for c in up.children) and modal(at):
                return True  # "were to be flown home, or a passenger would be shot"
            if at.pos in ("VERB", "AUX") and (modal(at) or at.has("nsubj", "nsubjpass")):
                return False
        elif at.dep == "ccomp":
            return up.lower == "failing" or (modal(at) and trailing(up, at))
        elif at.dep == "nsubj":
            return rests(up)
        elif at.dep not in PASSED or not binds(up):
            return False
        at = up
    return False


def binds(up: Token) -> bool:
    """Whether *up* offers, plans or allows what stands below it, or only joins it."""
    if up.pos in ("ADP", "AUX", "ADJ"):
        return True
    return up.pos in ("VERB", "NOUN") and any(up.lemma in governors(k) for k in ("possible", "planned"))


def offered(at: Token) -> bool:
    """Whether *at* may be an offer that asks for something in return: not a term of an agreement that was reached."""
    over = at.head
    reached = over.lemma in factual("binding", "words") and over.dep != "amod"
    bound = over.lemma == "be" and at.dep == "xcomp"  # "the state was to open three cells for every civilian"
    return not (reached or bound or agreed(at) or at.lemma in factual("binding", "words"))


def modal(verb: Token) -> bool:
    """Whether *verb* speaks of what is to come or may come."""
    near = [c.lower for c in verb.children if c.dep in ("aux", "auxpass")]
    return any(w in factual("modals", k) for w in near for k in ("planned", "possible", "conditional")) or (verb.lower in ("can", "could", "will", "would"))


def shifted(verb: Token) -> bool:
    """Whether *verb* speaks of what is to come from the past ("would"), so that a past tense beside it may do so too."""
    return any(c.lower in ("would", "could", "might", "should", "'d") for c in verb.children if c.dep in ("aux", "auxpass"))


def trailing(saying: Token, below: Token) -> bool:
    """Whether the parse hung a condition that closes or opens the sentence on the verb of saying over *below*."""
    return any(c.dep in ("advcl", "ccomp", "advmod") and c is not below and opens_condition(c) for c in saying.children)


def opens_condition(token: Token) -> bool:
    """Whether a clause begins with "if", "should the talks" and the like, or the word is "otherwise"."""
    return token.lower in factual("markers", "otherwise") or (token.pos in ("VERB", "AUX") and marked(token) == "conditional")


def refused_until(token: Token) -> bool:
    """Whether what is denied is only denied for as long as something else is not done: "will not talk until …", "no truce without …"."""
    verb = token if token.pos in ("VERB", "AUX") else token.head
    return verb.pos in ("VERB", "AUX") and modal(verb) and (rests(verb) or (without(verb) and token is not verb))


def without(verb: Token) -> bool:
    """Whether "without" names what must come first."""
    near = (*verb.children, *(g for c in verb.children if c.dep in ("attr", "dobj", "nsubj") for g in c.children))
    return any(c.lower == "without" and any(g.dep == "pobj" for g in c.children) for c in near)


def stipulated(token: Token, base: Factuality) -> bool:
    """Whether *token*, *base* by itself, stands in a condition: after "as long as", "on condition that", "for every", or in a clause that must come first."""
    at = token
    for _ in range(CLIMB):
        up = at.head
        if up is at:
            return False
        if at.dep == "conj":
            if at.has("nsubj", "nsubjpass") or at.pos not in ("VERB", "AUX"):
                return False
        elif at.dep == "advcl":
            return required(at, up)
        elif at.dep == "ccomp":
            return up.lower in ("provided", "providing", "supposing")
        elif at.dep == "acl":
            return up.lemma == "condition" and up.head.lower in ("on", "under")
        elif at.dep == "relcl":
            return up.dep == "pobj" and up.head.lower == "for" and any(c.lower in ("every", "each") for c in up.children) and ahead(up.head.head)
        else:
            return tied(at, base)
        if marked(up) == "conditional":
            return True
        at = up
    return False


def tied(token: Token, base: Factuality) -> bool:
    """Whether *token* is what something else is made to hang on, or that thing: "hinges on a transfer", "a condition for extending it", "tied A to B".

    An attack that is tied to somebody has happened: of two things that are tied only what has not happened hangs on the other.
    """
    up = token.head
    if token.dep == "dobj":
        to = any(c.dep == "prep" and c.lower == "to" for t in (up, token) for c in t.children)
        return base != "happened" and to and up.lemma in factual("hinging", "tying")
    if token.dep not in ("pobj", "pcomp"):
        return False
    over = up.head
    if up.lower in ("on", "upon"):
        return over.lemma in factual("hinging", "hanging")
    if up.lower == "to":
        return base != "happened" and (over.lemma in factual("hinging", "tying") or (over.dep == "dobj" and over.head.lemma in factual("hinging", "tying")))
    return up.lower == "for" and over.lemma in ("condition", "precondition", "prerequisite")


def required(clause: Token, over: Token) -> bool:
    """Whether an adverbial clause tells what must come first for what *over* tells."""
    words = {c.lower for c in clause.children if c.dep in ("mark", "advmod") and c.i < clause.i}
    if over.lower in ("long", "soon") and "as" in words:
        return over.lower == "long" or ahead(over.head)
    if words & factual("markers", "conditional") - factual("markers", "future"):
        return True
    told = clause.tag == "VBD" and not shifted(over)  # "was near collapse when they walked out", "will pay after they freed the crew"
    return bool(words & factual("markers", "future")) and ahead(over) and not told and not dated(over)


def dated(verb: Token) -> bool:
    """Whether *verb* has a day of its own, so that a clause of time beside it is no condition ("on Wednesday, when the truce runs out")."""
    return any(t.ent in ("DATE", "TIME") and t.i > verb.i for c in verb.children if c.dep in ("prep", "npadvmod") for t in (c, *c.children))


def ahead(verb: Token) -> bool:
    """Whether what *verb* tells has not happened."""
    if verb.pos == "ADJ":
        return verb.lemma in governors("possible") or (verb.head.pos in ("VERB", "AUX") and of_verb(verb.head) in HYPOTHETICAL)
    return verb.pos in ("VERB", "AUX") and (of_verb(verb) in HYPOTHETICAL or any(c.dep == "acomp" and c.lemma in governors("possible") for c in verb.children))
