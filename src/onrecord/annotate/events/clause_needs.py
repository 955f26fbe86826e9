"""Tests of verb entries that look at the clause under or over the verb; verb_needs.py holds the others."""

from __future__ import annotations

from collections.abc import Callable

from onrecord.annotate.cast import Cast
from onrecord.annotate.events.frame import Frame
from onrecord.annotate.events.kinds import fits, is_party
from onrecord.annotate.events.lexicons import word_class
from onrecord.annotate.events.negation import is_negated
from onrecord.types import Token

Need = Callable[[Token, Frame, Cast], bool]
NOTHING = frozenset({"failure", "deadlock", "impasse", "stalemate", "disarray", "acrimony", "recrimination", "nothing", "breakdown", "discord", "collapse"})
"""What talks end in or with that lead to nothing."""


def fruitless(token: Token, frame: Frame, cast: Cast) -> bool:
    """Talks that end with nothing: "ended without agreement", "closed with no deal", "ended in deadlock"."""
    if any(c.lower in ("without", "inconclusively", "abruptly", "acrimoniously", "fruitlessly", "early") for c in token.children):
        return True
    below = [t for p, t in frame.oblique if p in ("with", "in")]
    return any(t.lemma in NOTHING or any(c.lower in ("no", "little") for c in t.children) for t in below)


def subjunctive(token: Token, frame: Frame, cast: Cast) -> bool:
    """ "insists that the army stop": what is wanted stands in the bare form or under "must"; "insisted it was right" demands nothing."""
    clause = token.has("ccomp")
    if clause is None or clause.i < token.i:
        return False
    aux = {c.lower for c in clause.children if c.dep in ("aux", "auxpass")}
    return bool(aux & {"must", "should"}) or (clause.tag in ("VB", "VBP") and not aux) or (clause.tag == "VBN" and "be" in aux and len(aux) == 1)


def denied_or_charged(token: Token, frame: Frame, cast: Cast) -> bool:
    """Holding people is told as a deed where it is denied, admitted or charged."""
    up = token.head if token.dep in ("xcomp", "ccomp") else token.head.head if token.dep == "pcomp" else token
    return up.lemma in ("deny", "admit", "acknowledge") or up.lemma in word_class("charging")


def drafted(token: Token, frame: Frame, cast: Cast) -> bool:
    """A deal or terms not yet agreed: a draft, or put before somebody."""
    draft = any(c.lower in ("draft", "revised", "proposed", "amended", "new") for t in frame.objects for c in t.children)
    return draft or bool(frame.dative) or any(is_party(t, cast) for t in frame.at("to", "with"))


def bare_reply(token: Token, frame: Frame, cast: Cast) -> bool:
    """An answer that is sent: "had answered through Qatar", "until July to respond"; not "responded with artillery"."""
    alone = not frame.objects and not frame.passive and token.has("ccomp", "pcomp", "advmod") is None
    return alone and not is_negated(token) and not frame.at("with", "by", "to", "in")


def rang(token: Token, frame: Frame, cast: Cast) -> bool:
    """Somebody calls somebody on the telephone: an object, and nothing that it is called."""
    if frame.passive and not frame.subjects:
        return False
    return bool(frame.objects) and not frame.at("to", "for") and token.has("oprd", "ccomp", "xcomp", "prt", "acomp") is None and any(
        t.pos == "PRON" or t.ent == "PERSON" or fits(t, ("envoys",), cast) or t.lemma in word_class("people") for t in frame.objects
    )


def expected_at(token: Token, frame: Frame, cast: Cast) -> bool:
    """ "is expected in Doha on Friday": a person, and a place where to."""
    return token.has("xcomp", "ccomp") is None and any(fits(t, ("place",), cast) for t in frame.at("in", "at"))


def sent_back(token: Token, frame: Frame, cast: Cast) -> bool:
    """ "ordered the strikers back to work"."""
    return any(c.lower in ("back", "home", "out", "off") for c in token.children)


CLAUSE_NEEDS: dict[str, Need] = {
    "fruitless": fruitless,
    "subjunctive": subjunctive,
    "denied_or_charged": denied_or_charged,
    "drafted": drafted,
    "bare_reply": bare_reply,
    "rang": rang,
    "expected_at": expected_at,
    "sent_back": sent_back,
}
"""The tests by the name that the lexicon gives them."""
