"""Sentences about the reporting itself, which tell of no event: requests for comment, anonymity, leave to speak to reporters."""

from __future__ import annotations

from onrecord.annotate.events.lexicons import word_class
from onrecord.annotate.events.trigger import Trigger

TALKING = frozenset({"message", "meet", "call", "appeal", "reject", "accept", "demand", "other", "publish"})
"""Types that such sentences look like."""


def of_the_trade(trigger: Trigger) -> bool:
    """ "did not respond to a request for comment", "was not authorised to speak to the media", "asked not to be named"."""
    if trigger.rule.type not in TALKING:
        return False
    head = trigger.head
    near = {t.lemma for t in head.subtree() if t.i > head.i}
    if near & word_class("reporting"):
        return True
    if trigger.is_noun:
        near = {t.lemma for t in head.ancestors()} | {t.lemma for t in trigger.frame.verb.subtree()} if trigger.frame.verb else set()
        return bool(near & {"comment", "anonymity"})
    leave = {t.lemma for t in head.ancestors()} & {"authorise", "authorize", "permit", "allow"} and head.lemma in ("speak", "talk", "discuss")
    speaks = head.lemma in ("authorise", "authorize") and any(c.lemma in ("speak", "talk", "discuss", "comment", "brief") for c in head.children)
    speaks = speaks or (head.lemma in ("authorise", "authorize") and "brief" in near)
    unnamed = any(c.dep in ("xcomp", "ccomp") and c.lemma in ("name", "identify", "quote") for c in head.children)
    return bool(leave or speaks or unnamed)
