"""Tests of noun entries: what makes a call, talks, a shot or a promise one that was made, held, heard or given."""

from __future__ import annotations

from collections.abc import Callable

from onrecord.annotate.cast import Cast
from onrecord.annotate.events.frame import Frame
from onrecord.annotate.events.kinds import fits
from onrecord.types import Token

NounNeed = Callable[[Token, Frame, Cast], bool]
LED = frozenset({"mediate", "broker", "host", "lead", "chair", "facilitate", "moderate", "sponsor", "convene", "hold"})
"""Participles that say by whom talks were held."""
LONG = frozenset({"overnight", "marathon", "day-long", "all-night", "hours-long", "closed-door", "face-to-face", "secret", "tense", "fruitless"})
"""What is said of talks that took place."""
LENGTHS = frozenset({"hour", "day", "week", "month", "round", "night"})
DATED = frozenset({"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"})


def rung(token: Token, frame: Frame, cast: Cast) -> bool:
    """ "in a call that lasted a minute", "on a call on 19 July", "in a call to Radio Costa": talk over a line, not an appeal."""
    if any(c.dep == "prep" and c.lower == "for" for c in token.children) or token.dep != "pobj" or token.head.lower not in ("in", "on", "during", "after"):
        return False
    if not any(c.dep == "det" and c.lower in ("a", "an", "another", "the") for c in token.children):
        return False
    lasting = any(c.dep == "relcl" for c in token.children)
    to = any(p in ("to", "with", "between") and fits(t, ("party", "people", "envoys"), cast) for p, t in frame.oblique)
    return lasting or to or any(g.ent in ("DATE", "TIME") for c in token.children if c.dep == "prep" for g in c.children)


def called_by(token: Token, frame: Frame, cast: Cast) -> bool:
    """ "a call by the migrants' group to send an envoy": somebody's, with what is asked for."""
    owner = any(p in ("by", "from") and fits(t, ("party", "people", "envoys", "forces"), cast) for p, t in frame.oblique)
    owner = owner or any(c.dep == "poss" and fits(c, ("party", "people", "envoys"), cast) for c in token.children)
    asked = any(c.dep == "acl" and any(g.lower == "to" for g in c.children) for c in token.children)
    return owner and (asked or any(p == "for" for p, _ in frame.oblique))


def talks_held(token: Token, frame: Frame, cast: Cast) -> bool:
    """Talks told with their length, host or course: "after nine days of negotiations", "overnight talks mediated by the bishop", "talks were continuing"."""
    if any(c.dep == "acl" and c.lemma in LED and c.tag == "VBN" for c in token.children):
        return True
    over = token.head.head if token.dep == "pobj" and token.head.lower == "of" else None
    if over is not None and over.lemma in LENGTHS and any(c.dep == "nummod" for c in over.children) and token.tag in ("NNS", "NN"):
        return True
    if token.dep == "nsubj" and (token.head.lemma == "continue" or any(c.lower in ("underway", "ongoing") for c in token.head.children)):
        return token.head.pos in ("VERB", "AUX")
    after = token.dep == "pobj" and token.head.lower in ("after", "during", "in", "following")
    return (after or token.dep == "nsubj") and any(c.lower in LONG or (c.lemma in LENGTHS and c.i < token.i) for c in token.children)


def heard(token: Token, frame: Frame, cast: Cast) -> bool:
    """ "a shot rang out", "heard 14 shots", "turned back by a shot": fire that nobody is told to have opened."""
    up = token.head
    if token.dep in ("nsubj", "nsubjpass"):
        return up.lemma in ("ring", "come", "hear", "fire", "echo", "crackle", "hit", "erupt", "follow", "strike")
    if token.dep == "dobj":
        return up.lemma in ("hear", "report", "record")
    return token.dep == "pobj" and up.dep == "agent"


def given_then(token: Token, frame: Frame, cast: Cast) -> bool:
    """ "an undertaking of last December", "a June protocol", "gave no such assurance", "the interim accord they live under": one that was given."""
    if any(c.dep == "acl" and c.lemma in ("give", "make", "reach", "sign") and c.tag == "VBN" for c in token.children):
        return True
    if token.dep == "dobj" and token.head.lemma == "give":
        return True
    before = {c.lower for c in token.children if c.i < token.i}
    if before & DATED and "the" not in before:
        return True
    days = [g for p, t in frame.oblique if p == "of" for g in t.subtree()]
    dated = any(g.lower in DATED or (g.tag == "CD" and len(g.text) == 4) for g in days)
    return dated or (token.dep == "pobj" and token.head.lower == "under" and "interim" in before)


TOLD_NEEDS: dict[str, NounNeed] = {
    "rung": rung,
    "called_by": called_by,
    "talks_held": talks_held,
    "heard": heard,
    "given_then": given_then,
}
"""The tests by the name that the lexicon gives them."""
