"""Subjects, negation and complements of verbs, through raising, control, participles and relative clauses."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from onrecord.types import Token

D = TypeVar("D")
T = TypeVar("T")

NEGATIVE = frozenset({"not", "n't", "never", "neither", "hardly", "nor", "n’t"})
NO = frozenset({"no", "little", "nothing", "neither", "nobody", "none", "few"})
OBJECT_CONTROL = frozenset(
    {
        "urge",
        "ask",
        "press",
        "pressure",
        "push",
        "persuade",
        "convince",
        "force",
        "want",
        "tell",
        "order",
        "allow",
        "let",
        "call",
        "implore",
        "beg",
        "require",
        "oblige",
        "help",
        "get",
        "encourage",
        "invite",
        "expect",
        "warn",
        "give",
        "prompt",
        "compel",
        "command",
        "instruct",
        "request",
        "permit",
        "enable",
    }
)
"""Verbs whose object, not whose subject, does what the infinitive under them says; a closed class of English grammar."""
ACCUSING = frozenset({"accuse", "blame", "suspect", "criticise", "criticize", "condemn", "denounce", "fault"})
"""Verbs whose object did what stands in the participle under their preposition ("accused the army of refusing")."""
MESSAGES = frozenset({"message", "letter", "note", "statement", "communique", "cable", "signal"})
MODALS = frozenset({"will", "would", "shall", "should", "must", "can", "could", "may", "might", "wo", "'ll", "ca", "'d", "’ll", "’d"})


def heads_clause(token: Token) -> bool:
    """Whether *token* is a verb that says something by itself, not an auxiliary of another."""
    return token.pos in ("VERB", "AUX") and token.dep not in ("aux", "auxpass")


def first_reading(rules: Sequence[Callable[[D, Token], T | None]], draft: D, token: Token) -> T | None:
    """What the first of *rules* that reads anything at the clause of *token* reads there; None for a word that heads no clause."""
    return next((f for rule in rules if (f := rule(draft, token)) is not None), None) if heads_clause(token) else None


def auxiliaries(verb: Token) -> list[Token]:
    """The auxiliaries of *verb* in the order of the text."""
    return [c for c in verb.children if c.dep in ("aux", "auxpass")]


def negated(verb: Token) -> bool:
    """Whether *verb* is denied: by "not", "never", "no longer", or by "no" or "little" before its subject or object."""
    for child in verb.children:
        only = any(c.lower == "only" and c.i == child.i + 1 for c in (*verb.children, *child.children))  # "not only" denies nothing
        if (child.dep == "neg" or child.lower in NEGATIVE) and not only:
            return True
        if child.lower == "longer" and any(c.lower == "no" for c in child.children):
            return True
        if child.dep in ("nsubj", "nsubjpass", "dobj", "attr") and (
            child.lower in NO or any(c.lower in NO and c.dep in ("det", "amod", "neg") and not comparing(c, child) for c in child.children)
        ):
            return True
    return any(c.dep == "neg" for aux in auxiliaries(verb) for c in aux.children)


def comparing(no: Token, child: Token) -> bool:
    """Whether "no" is part of a bound: "no more than 12", "no later than May"."""
    return any(t.i == no.i + 1 and t.lower in ("more", "less", "fewer", "later", "sooner") for t in child.subtree())


def verb_of(token: Token) -> Token:
    """The verb that governs *token*, or the root of its sentence when none does."""
    for head in (token, *token.ancestors()):
        if head.pos in ("VERB", "AUX"):
            return head
    return next(iter(reversed([token, *token.ancestors()])))


def subject(verb: Token, depth: int = 0) -> Token | None:
    """Who does what *verb* says: its own subject or agent, else that of the verb it hangs on; None where the words name nobody."""
    own = verb.has("nsubj", "nsubjpass", "csubj", "expl")
    if own is not None:
        misread = own.dep == "nsubjpass" and not verb.has("auxpass") and any(c.lower in ("has", "have", "had") for c in verb.children)
        if not misread and (own.dep == "nsubjpass" or verb.has("auxpass")):
            return agent(verb) if own.dep == "nsubjpass" else own
        if own.tag in ("WDT", "WP") and verb.dep == "relcl":
            return verb.head
        if own.tag in ("WDT", "WP") and verb.dep == "conj" and verb.head.dep == "relcl":
            return verb.head.head
        return own
    by = agent(verb)
    if by is not None:
        return by
    return inherited(verb, depth)


def inherited(verb: Token, depth: int) -> Token | None:
    """The subject that *verb* has through the word it hangs on."""
    head = verb.head
    if head is verb or depth > 8:
        return None
    if verb.dep == "acl" and verb.tag == "VBG" and (sent_through(head) or head.lemma in MESSAGES):  # "sent messages through envoys proposing to"
        above = verb_of(head.head)
        return surface(above, depth) if above is not head else head
    if verb.dep in ("acl", "relcl"):
        if verb.tag == "VBG" or (head.head is head and head.pos == "NOUN"):  # "Parents … called on": a finite verb that was read as a participle
            return head
        return noun_holder(head, depth)
    if verb.dep == "xcomp" or (verb.dep == "advcl" and verb.tag in ("VB", "VBG")) or verb.dep in ("ccomp", "pcomp"):
        if verb.dep != "advcl" and head.lemma in OBJECT_CONTROL:
            controlled = head.has("dobj", "dative", "nsubjpass")
            if controlled is not None:
                return controlled
        if verb.dep == "pcomp" and head.head.lemma in ACCUSING and head.head.has("dobj") is not None:
            return head.head.has("dobj")
        base = head.head if head.dep in ("acomp", "attr") or head.pos in ("ADP", "SCONJ", "ADJ") else head
        return surface(base, depth)
    if verb.dep in ("conj", "prep", "acomp", "attr", "pobj") or (verb.dep == "dep" and verb.tag in ("VBP", "VBZ", "VBD") and head.pos == "VERB"):
        return surface(head, depth)  # also of a headline: "Rebels free 40, want leader moved"
    return None


def surface(verb: Token, depth: int) -> Token | None:
    """The subject that a verb hands on to what hangs on it: that of a passive too ("are scheduled to meet")."""
    return verb.has("nsubjpass") or subject(verb, depth + 1)


def sent_through(noun: Token) -> bool:
    """Whether *noun* only carries ("through mediators")."""
    return noun.dep == "pobj" and noun.head.lower in ("through", "via")


def agent(verb: Token) -> Token | None:
    """The noun after "by" of a passive."""
    by = verb.has("agent")
    if by is None and verb.has("auxpass", "nsubjpass"):
        by = next((c for c in verb.children if c.dep == "prep" and c.lower == "by"), None)
    return by.has("pobj") if by is not None else None


def noun_holder(noun: Token, depth: int) -> Token | None:
    """Who holds or does the noun: "Varnia's refusal", "the refusal by Varnia"; else the subject of the verb that governs it."""
    owner = noun.has("poss")
    if owner is not None:
        return owner
    for prep in noun.children:
        if prep.dep in ("prep", "agent") and prep.lower in ("by", "from") and prep.has("pobj"):
            return prep.has("pobj")
    above = verb_of(noun.head)
    if above is noun or above.pos not in ("VERB", "AUX") or noun.dep in ("nsubj", "nsubjpass"):
        return None
    return subject(above, depth + 1)


def complements(word: Token, prepositions: frozenset[str] = frozenset()) -> list[Token]:
    """What *word* takes: objects, clauses, and the objects of those *prepositions* ("to" also stands for an infinitive)."""
    found: list[Token] = []
    for child in word.children:
        if (
            (child.dep in ("dobj", "ccomp", "xcomp", "attr", "acl", "oprd", "dative", "pcomp") and child.i > word.i)
            or (child.dep == "advcl" and child.tag == "VB" and child.i > word.i)
            or (child.dep in ("prep", "prt", "agent", "dative") and child.lower in prepositions)
        ):
            found.append(child)
    return found
