"""Questions: "declined to say who had broken the truce" tells of no breach, for nobody is said to have done it; "was anyone freed?" of no release yet."""

from __future__ import annotations

from onrecord.annotate.events.trigger import Trigger
from onrecord.types import EventType, Parsed, Token

ACCOUNTS: frozenset[EventType] = frozenset({"breach", "truce_end", "accuse"})
"""Types that are always somebody's account; a question gives none. What else is asked about ("who had kidnapped them") did happen."""
ASKING = frozenset({"who", "whom", "which", "whether", "how", "what", "whoever"})
"""Words that open such a question; "why" is left out, for it takes the deed for granted."""
OPEN = frozenset(
    {"ask", "say", "know", "see", "determine", "establish", "find", "check", "decide", "clear", "unclear", "sure", "verify", "tell", "doubt", "wonder"}
)
"""Words under which "if" means "whether"."""


def in_question(trigger: Trigger) -> bool:
    """Whether an account stands in an embedded question."""
    if trigger.rule.type not in ACCOUNTS:
        return False
    verb = trigger.frame.verb or trigger.head
    for token in (verb, *verb.ancestors()):
        if token.pos in ("VERB", "AUX", "NOUN") and opens_question(token):
            return True
        if token.dep not in ("conj", "xcomp", "acl", "pcomp", "pobj", "dobj", "prep", "nsubj", "attr"):
            return False
    return False


def opens_question(verb: Token) -> bool:
    """Whether the clause of *verb* begins with a question word and is asked, said or unknown."""
    if verb.dep not in ("ccomp", "pcomp", "csubj", "csubjpass", "advcl", "xcomp", "attr"):
        return False
    for child in verb.children:
        inner = (child, *child.children) if child.dep in ("nsubj", "nsubjpass", "dobj", "advmod") else (child,)
        if child.i < verb.i and any(t.lower in ASKING for t in inner) and verb.dep != "advcl":
            return True
        if child.lower == "if" and child.dep == "mark" and verb.head.i < verb.i and any(t.lemma in OPEN for t in (verb.head, *verb.head.children)):
            return True
    return False


def asked(trigger: Trigger, parsed: Parsed) -> bool:
    """Whether a sentence asks if it is so ("Has anyone been freed?"); what asks who, when or why takes the deed for granted."""
    sentence = parsed.of(parsed.sentences[trigger.head.sent])
    if not any(t.text == "?" for t in sentence[-2:]):
        return False
    verb = trigger.frame.verb or trigger.head
    while verb.dep in ("conj", "xcomp") and verb.head is not verb:
        verb = verb.head
    if verb.dep == "acl" and verb.head.dep == "nsubj" and verb.head.head.lemma == "be":
        verb = verb.head.head  # "is the army shelling the town?" read as of an army that shells
    subject = verb.has("nsubj", "nsubjpass", "expl")
    before = [c for c in verb.children if c.dep in ("aux", "auxpass") and subject is not None and c.i < subject.i]
    inverted = bool(before) or (verb.lemma == "be" and subject is not None and verb.i < subject.i)
    return inverted and not any(c.tag in ("WRB", "WP", "WDT") and c.i < verb.i for child in verb.children for c in (child, *child.children))
