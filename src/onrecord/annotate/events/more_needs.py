"""Tests of verb entries for clauses whose sense hangs on one word more: a time, a direction, a bare form; verb_needs.py holds the others."""

from __future__ import annotations

from onrecord.annotate.cast import Cast
from onrecord.annotate.events.clause_needs import Need
from onrecord.annotate.events.frame import Frame
from onrecord.annotate.events.kinds import fits
from onrecord.annotate.events.lexicons import word_class
from onrecord.annotate.events.negation import is_empty, is_negated
from onrecord.types import Token

SPANS = frozenset({"minute", "hour", "day", "week", "month", "deadline", "ultimatum", "fortnight"})
"""Nouns of the time that somebody is given to do something."""
NAMELESS = frozenset({"name", "identify", "remain", "see", "know", "stay", "quote", "speak"})
"""What sources ask for themselves, and what is asked only to know."""
ANSWERABLE = frozenset({"responsible", "accountable", "liable"})
FAR = 16
"""Words after "hold" within which "responsible" may stand ("held the brigade, a faction armed by Turkey, responsible")."""


def taken_place(token: Token, frame: Frame, cast: Cast) -> bool:
    """ "the army took the airport": nothing beside it that makes another sense of "take"."""
    return bool(frame.subjects) and token.has("prt", "xcomp", "ccomp", "dative") is None and not frame.at("to", "off", "from")


def convened(token: Token, frame: Frame, cast: Cast) -> bool:
    """ "the Council will discuss the siege": a body or envoys talk a matter over."""
    return bool(frame.objects) and not frame.passive and token.has("ccomp") is None


def several_denied(token: Token, frame: Frame, cast: Cast) -> bool:
    """ "the leaders have not spoken since May"."""
    many = len(frame.subjects) > 1 or any(t.tag in ("NNS", "NNPS") for t in frame.subjects)
    return many and is_negated(token) and not frame.objects and not frame.at("to", "about", "of", "for")


def journey(token: Token, frame: Frame, cast: Cast) -> bool:
    """Those who negotiate set out, come back or fail to come; not "came to believe", "went through the list"."""
    if frame.objects or frame.passive or token.has("xcomp", "acomp", "attr", "prt"):
        return False
    return not any(p in ("through", "into", "over", "on", "by", "along") and t.ent not in ("DATE", "TIME") for p, t in frame.oblique)


def pronoun_object(token: Token, frame: Frame, cast: Cast) -> bool:
    """ "would take it to his leadership"."""
    return bool(frame.objects) and all(t.pos == "PRON" for t in frame.objects)


def bare_signed(token: Token, frame: Frame, cast: Cast) -> bool:
    """ "the rebels will sign", "signed by a general": what was told before is signed."""
    if frame.passive:
        return bool(frame.subjects)
    return not frame.objects and token.has("prt", "ccomp", "xcomp") is None and not frame.at("up", "off", "on", "for", "with")


def something_promised(token: Token, frame: Frame, cast: Cast) -> bool:
    """ "promised 1,500 buses", "has promised nothing of the kind"; a promise to do something has an entry of its own."""
    named = any(t.pos in ("NOUN", "NUM") or t.lower == "nothing" for t in frame.objects)
    return (named or frame.passive) and token.has("xcomp", "ccomp") is None


def given_time(token: Token, frame: Frame, cast: Cast) -> bool:
    """ "gave him twenty minutes to find them"."""
    span = any(t.lemma in SPANS for t in (*frame.objects, *(c for c in token.children if c.dep == "npadvmod")))
    return span and not frame.passive and any(c.lower == "to" for o in (token, *frame.objects) for c in o.subtree() if c.dep == "aux")


def dated_stay(token: Token, frame: Frame, cast: Cast) -> bool:
    """ "the envoy was in Juba on Monday": a stay with its day, or "had been to four prisons"."""
    return any(t.ent in ("DATE", "TIME") for t in token.subtree()) and token.has("acomp", "attr", "auxpass") is None


def again(token: Token, frame: Frame, cast: Cast) -> bool:
    """ "fighting flared again"."""
    return any(t.lower in ("again", "anew", "afresh") for t in token.children)


def asks_leave(token: Token, frame: Frame, cast: Cast) -> bool:
    """ "has asked to attend", "asked leave to resume the bombing"; not "asked to be named"."""
    below = token.has("xcomp")
    if below is not None and below.i > token.i:
        return not frame.passive and below.lemma not in NAMELESS and not any(c.dep == "auxpass" for c in below.children) and not frame.objects
    return any(t.lemma in ("leave", "permission", "access", "safe-conduct") for t in (*frame.objects, *frame.at("for"))) and not frame.passive


def for_something(token: Token, frame: Frame, cast: Cast) -> bool:
    """ "requested the extradition of two men", "renewed its call": something is asked for."""
    return token.lemma != "request" or (bool(frame.objects) and not any(t.lemma in ("anonymity", "comment") for t in frame.objects))


def charges_that(token: Token, frame: Frame, cast: Cast) -> bool:
    """ "charged that the army had shot prisoners"."""
    clause = token.has("ccomp")
    return clause is not None and any(c.lower == "that" and c.dep == "mark" for c in clause.children)


def held_responsible(token: Token, frame: Frame, cast: Cast) -> bool:
    """ "held the brigade, a faction armed by Turkey, responsible"."""
    return any(t.lower in ANSWERABLE and t.i - token.i <= FAR for t in token.subtree() if t.i > token.i)


def stops_doing(token: Token, frame: Frame, cast: Cast) -> bool:
    """ "stopped handing over maps": what is stopped stands as a gerund."""
    below = token.has("xcomp")
    return below is not None and below.tag == "VBG" and below.i > token.i and below.lemma in word_class("duties")


def held_since(token: Token, frame: Frame, cast: Cast) -> bool:
    """People are held since a time, or nobody at all is: "held since Tuesday by masked men", "holds no one"."""
    since = any(c.lower == "since" and c.dep in ("prep", "mark") for c in token.children)
    return since or (not frame.passive and any(is_empty(t) for t in frame.objects))


def blocks(token: Token, frame: Frame, cast: Cast) -> bool:
    """People block a road or gate: they are told, and it is not "kept its gates shut"."""
    return bool(frame.subjects) and not frame.passive and token.dep not in ("oprd", "amod")


def met_with(token: Token, frame: Frame, cast: Cast) -> bool:
    """People meet; what "is met with force" meets nobody."""
    return not (frame.passive and bool(frame.at("with")))


def left_by(token: Token, frame: Frame, cast: Cast) -> bool:
    """Fighters leave in trucks, in numbers or on a day, without a place being named."""
    if frame.objects or frame.passive or token.has("xcomp", "ccomp", "acomp", "oprd"):
        return False
    told = any(fits(t, ("vehicles",), cast) or t.ent in ("DATE", "TIME") for _, t in frame.oblique) or token.has("npadvmod") is not None
    return told and not any(fits(t, ("envoys_only",), cast) for t in frame.subjects)


def by_police(token: Token, frame: Frame, cast: Cast) -> bool:
    """Police and commandos raid a place; who does it is told."""
    return bool(frame.subjects)


def goes_free(token: Token, frame: Frame, cast: Cast) -> bool:
    """Those who are held leave where they are held: "the six crossed the river", "the rest are to follow", "the sick go first"."""
    if frame.passive or frame.dative or token.has("xcomp", "acomp", "ccomp", "attr") is not None or (is_negated(token) and token.lemma == "follow"):
        return False
    ways = word_class(f"ways_{token.lemma}") if token.lemma in ("go", "come", "walk", "get", "fly") else frozenset()
    if not ways:
        return token.lemma != "follow" or not frame.objects
    near = (*token.children, *(g for c in token.children if c.dep in ("prep", "npadvmod", "advmod") for g in c.children))
    return any(t.lower in ways for t in near) and not kept_in(frame, cast)


def brought_out(token: Token, frame: Frame, cast: Cast) -> bool:
    """Those who are held are brought out: to a border, to the surface, home, not to a cell or a doctor."""
    if any(c.dep == "amod" and c.lower in ("freed", "released", "rescued") for t in frame.objects for c in t.children) or kept_in(frame, cast):
        return False
    out = any(c.lower in word_class("ways_out") for c in token.children)
    aims = [t for p, t in frame.oblique if p in ("to", "across", "over", "onto", "out") and t.pos != "NUM" and t.ent not in ("DATE", "TIME")]
    return out or any(not fits(t, ("away", "custody"), cast) for t in aims)


def kept_in(frame: Frame, cast: Cast) -> bool:
    """Whether somebody is moved to another place of captivity or treatment."""
    return any(p in ("to", "into", "in", "for", "inside") and (fits(t, ("custody", "hideout", "treatment"), cast)) for p, t in frame.oblique)


MORE_NEEDS: dict[str, Need] = {
    "taken_place": taken_place,
    "convened": convened,
    "several_denied": several_denied,
    "journey": journey,
    "passive": lambda token, frame, cast: frame.passive,
    "pronoun_object": pronoun_object,
    "bare_signed": bare_signed,
    "something_promised": something_promised,
    "given_time": given_time,
    "asks_leave": asks_leave,
    "for_something": for_something,
    "charges_that": charges_that,
    "held_responsible": held_responsible,
    "stops_doing": stops_doing,
    "held_since": held_since,
    "left_by": left_by,
    "blocks": blocks,
    "dated_stay": dated_stay,
    "again": again,
    "by_police": by_police,
    "goes_free": goes_free,
    "brought_out": brought_out,
    "met_with": met_with,
}
"""The tests by the name that the lexicon gives them."""
