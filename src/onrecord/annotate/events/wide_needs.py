"""Tests of verb entries that turn on what stands beside the verb: held now, called unacceptable, tied to something, told with its time."""

from __future__ import annotations

from onrecord.annotate.cast import Cast
from onrecord.annotate.events.clause_needs import Need
from onrecord.annotate.events.frame import Frame
from onrecord.annotate.events.kinds import fits
from onrecord.annotate.events.lexicons import word_class
from onrecord.annotate.events.negation import is_negated
from onrecord.types import Token

BACK = frozenset({"back", "behind"})


def held_now(token: Token, frame: Frame, cast: Cast) -> bool:
    """People are told as held at the time: "are still being held", "have been holding", "held back two councilmen", "kept 40 underground for a week"."""
    if token.dep in ("amod", "relcl", "acl") or token.has("xcomp", "ccomp", "acomp", "oprd") is not None:
        return False
    words = {c.lower for c in token.children}
    if words & {"hostage", "captive", "prisoner"}:
        return False
    going = token.tag == "VBG" and token.has("aux") is not None
    perfect = any(c.dep == "aux" and c.lemma == "have" for c in token.children)
    inside = any(p in ("in", "at", "inside", "on") and fits(t, ("custody", "hideout", "place_noun"), cast) for p, t in frame.oblique)
    return going or "being" in words or bool(words & BACK) or perfect or inside


def called_bad(token: Token, frame: Frame, cast: Cast) -> bool:
    """A party calls what is on the table unacceptable, a trick, a non-starter."""
    said = [c for c in token.children if c.i > token.i and c.dep in ("oprd", "ccomp", "acomp", "prep", "dobj", "xcomp", "attr")]
    near = {t.lower for c in said for t in (c, *c.children, *(g for p in c.children if p.dep in ("prep", "acomp", "attr", "oprd") for g in p.children))}
    return bool(near & word_class("unacceptable")) and not frame.passive


def tied_to(token: Token, frame: Frame, cast: Cast) -> bool:
    """A party makes one thing hang on another: "tied the release to a ceasefire", "made the talks conditional on", "made that a condition"."""
    if is_negated(token):
        return False
    if token.lemma == "make":
        below = [t for c in token.children if c.i > token.i for t in (c, *c.children)]
        return any(t.lower in ("conditional", "contingent", "dependent", "condition", "precondition") for t in below)
    hung = any(t.lemma in word_class("hung") for t in frame.objects)
    return hung and not frame.passive and any(c.dep == "prep" and c.lower == "to" for t in (token, *frame.objects) for c in t.children)


def promised_that(token: Token, frame: Frame, cast: Cast) -> bool:
    """ "assured the committee that there would be no flights": what is promised stands in a clause with "will" or "would"."""
    clause = token.has("ccomp")
    return clause is not None and clause.i > token.i and any(c.lower in ("will", "would", "wo", "'ll", "'d") for c in clause.children)


def told_when(token: Token, frame: Frame, cast: Cast) -> bool:
    """A named person comes or goes on a day that is told: "the envoy, who arrived on Wednesday"."""
    if frame.objects or frame.passive or token.has("xcomp", "ccomp", "acomp", "attr", "oprd", "dobj") is not None:
        return False
    known = [cast.at(t) for t in frame.subjects]
    person = any(k is not None and k.kind == "person" for k in known) or any(fits(t, ("envoys",), cast) or t.ent == "PERSON" for t in frame.subjects)
    timed = any(t.ent in ("DATE", "TIME") for c in token.children if c.i > token.i and c.dep in ("prep", "npadvmod", "advmod") for t in (c, *c.children))
    return person and timed


def rang_then(token: Token, frame: Frame, cast: Cast) -> bool:
    """Somebody calls without it being said whom: "they called at noon", "the kidnappers rang again"."""
    if frame.objects or frame.passive or token.has("xcomp", "ccomp", "prt", "oprd", "dobj") is not None:
        return False
    if not any(t.lower in ("they", "he", "she") or fits(t, ("captors", "envoys"), cast) for t in frame.subjects):
        return False
    if any(c.dep == "prep" and c.lower in ("for", "on", "upon", "into") and not any(g.ent in ("DATE", "TIME") for g in c.children) for c in token.children):
        return False
    near = [t for c in token.children if c.i > token.i for t in (c, *c.children)]
    return any(t.ent in ("DATE", "TIME") or t.lower in ("again", "back", "noon", "twice", "daily") for t in near)


def dropped_off(token: Token, frame: Frame, cast: Cast) -> bool:
    """Captives are left somewhere by those who held them: "were left at a petrol station"."""
    return frame.passive and any(p in ("at", "by", "near", "outside", "on", "beside") and t.ent not in ("DATE", "TIME") for p, t in frame.oblique)


def gerund_of(token: Token, frame: Frame, cast: Cast) -> bool:
    """ "the shelling of the eastern quarter", where the parse took a noun in -ing for a verb."""
    return token.tag == "VBG" and not frame.objects and not any(c.dep in ("aux", "nsubj") for c in token.children)


WIDE_NEEDS: dict[str, Need] = {
    "held_now": held_now,
    "called_bad": called_bad,
    "tied_to": tied_to,
    "promised_that": promised_that,
    "told_when": told_when,
    "rang_then": rang_then,
    "dropped_off": dropped_off,
    "gerund_of": gerund_of,
}
"""The tests by the name that the lexicon gives them."""
