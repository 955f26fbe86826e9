"""The factuality of what a verb tells, from tense, modality, negation and the words that govern it."""

from __future__ import annotations

from onrecord.annotate.events.conditions import agreed, awaited, conditioned, hedged, in_return, marked
from onrecord.annotate.events.lexicons import factual, governors, word_class
from onrecord.annotate.events.negation import is_negated, unfulfilled
from onrecord.types import Factuality, Token

HYPOTHETICAL: frozenset[Factuality] = frozenset({"called_for", "possible", "planned", "conditional"})
ORDER: tuple[Factuality, ...] = ("called_for", "denied", "planned", "happened", "possible")
"""In which order the classes of governors are asked; a verb may stand in several for its different uses."""
AHEAD = frozenset({"tomorrow", "next", "tonight"})
"""Words by which a present tense speaks of what is to come ("expires tomorrow")."""
UNCHANGED = frozenset({"put", "set", "hit", "cut", "shut", "let", "quit", "cast", "split", "beat", "spread", "bid", "burst", "thrust", "broadcast"})
"""Verbs whose past is their bare form: "the rebels quit the talks" is news, whatever the tagger says."""
DEPTH = 6
"""How many governing words are climbed at most; real sentences rarely nest deeper."""


def progressive(verb: Token) -> bool:
    """Whether *verb* stands in a progressive tense."""
    return verb.tag == "VBG" and verb.has("aux") is not None


def auxiliaries(verb: Token) -> list[Token]:
    """The auxiliaries of *verb*, or those of the verb it is coordinated to."""
    own = [c for c in verb.children if c.dep in ("aux", "auxpass")]
    if not own and verb.dep == "conj" and verb.head.pos in ("VERB", "AUX") and (verb.tag in ("VB", "VBG") or (verb.tag == "VBN" and verb.head.tag == "VBN")):
        return auxiliaries(verb.head)
    return own


def of_verb(verb: Token, *, negated: bool = False, depth: int = 0) -> Factuality:
    """The factuality of what *verb* tells; *negated*: its negation belongs to the event itself ("did not honour")."""
    if wanted(verb):
        return "called_for"
    aux = auxiliaries(verb)
    said = from_modal(verb, aux)
    marker = marked(verb)
    if marker:
        return marker
    if said is None and not negated and any(c.dep == "advmod" and c.lower in factual("adverbs", "short_of") for c in verb.children):
        return "denied"  # "the talks nearly collapsed"
    if not negated and is_negated(verb) and (said is None or said in ("planned", "possible")):
        return "conditional" if said and any(t.lower in ("until", "unless") for t in verb.subtree() if t.i > verb.i) else "denied"
    if said:
        return said
    if any(a.lower == "to" for a in aux) or finiteness(verb, aux) == "none":
        return governed(verb, depth)
    now = ("is", "are", "am", "'re", "'s", "'m")
    lasting = {"have", "has", "been"} & {a.lower for a in aux}  # "has been fighting for months"
    base: Factuality = "ongoing" if progressive(verb) and (any(a.lower in now for a in aux) or len(lasting) == 2) else "happened"
    if base == "happened" and progressive(verb) and verb.dep == "ccomp" and verb.head.tag in ("VBD", "VBN"):
        base = "ongoing"  # "said that the captors were asking for two million": told of when it was said
    if not aux and verb.tag in ("VBZ", "VBP") and not (verb.tag == "VBP" and verb.lemma in UNCHANGED):
        base = "planned" if scheduled(verb) else "ongoing"
    return from_clause(verb, base, depth)


def wanted(verb: Token) -> bool:
    """Whether somebody is told to want it done: "wants all the captives exchanged"."""
    head = verb.head
    return verb.dep == "acl" and verb.tag == "VBN" and head.dep in ("dobj", "nsubj") and head.head.lemma in ("want", "need", "demand", "seek")


def from_modal(verb: Token, aux: list[Token]) -> Factuality | None:
    """What a modal or a modal adverb makes of *verb*."""
    words = {a.lower for a in aux}
    for kind in ("called_for", "possible", "conditional", "planned"):
        if words & factual("modals", kind):
            term = agreed(verb) and (kind == "called_for" or (kind == "conditional" and not hedged(verb)))
            return "planned" if term else softened(verb, kind)
    if any(c.lower in factual("adverbs", "possible") for c in verb.children if c.dep == "advmod"):
        return "possible"
    return None


def softened(verb: Token, kind: Factuality) -> Factuality:
    """*kind* as its clause stands: "chance that … will" is only possible, "said they would" is planned unless a condition stands by."""
    up = verb.head
    if (
        kind in ("planned", "conditional")
        and verb.dep in ("ccomp", "acl", "relcl")
        and up.lemma in ("chance", "hope", "doubt", "fear", "possibility", "expect", "expectation", "prospect")
    ):
        return "possible"
    if kind == "planned" and (conditioned(verb) or awaited(verb)):
        return "conditional"
    if kind in ("planned", "conditional") and verb.dep == "ccomp" and up.lemma in ("warn", "threaten"):
        return "conditional"
    if verb.dep == "conj" and up.dep == "ccomp":
        up = up.head
    if kind == "conditional" and verb.dep in ("ccomp", "conj") and up.tag in ("VBD", "VBN", "VBG") and not hedged(verb):
        return "planned"
    return kind


def scheduled(verb: Token) -> bool:
    """Whether a simple present speaks of a date on the calendar: "expires on Friday", "meets at noon", "resume today"."""
    if any(t.lower in AHEAD for c in verb.children for t in (c, *c.children)):
        return True
    near = [t for c in verb.children if c.i > verb.i and c.dep in ("npadvmod", "prep", "advmod") for t in (c, *c.children)]
    dated = any(t.ent in ("DATE", "TIME") for t in near) and not any(t.lower in ("every", "each", "daily", "often", "since", "for") for t in near)
    return dated and verb.lemma in governors("calendar")


def finiteness(verb: Token, aux: list[Token]) -> str:
    """ "finite", or "none" for an infinitive, gerund or participle that hangs on another word."""
    if verb.tag in ("VBD", "VBZ", "VBP", "MD") or any(a.tag in ("VBD", "VBZ", "VBP") for a in aux):
        return "finite"
    if verb.tag == "VBN" and (verb.dep in ("acl", "relcl", "ROOT") or (verb.dep == "advcl" and not verb.has("mark"))):
        return "finite"
    if verb.tag == "VBN" and verb.dep == "ccomp" and verb.i < verb.head.i and not aux and verb.has("nsubj", "nsubjpass"):
        return "finite"  # "five sailors freed today are home, the navy says"
    return "none"


def from_clause(verb: Token, base: Factuality, depth: int) -> Factuality:
    """The factuality of a finite clause, lowered by the verb that it is the complement of."""
    up = verb.head
    if verb.dep == "conj" and up.pos in ("VERB", "AUX") and depth < DEPTH:
        return base
    if verb.dep != "ccomp" or up is verb:
        return base
    if up.lemma == "deny" and up.has("dobj") is None and not is_negated(up) and base != "denied":
        return "denied"
    if up.lemma in governors("called_for") and verb.tag in ("VB", "VBP"):
        return "called_for"
    if up.lemma in ("hope", "expect", "fear", "doubt", "wish"):
        return "possible"
    return base


def governed(verb: Token, depth: int) -> Factuality:
    """The factuality of an infinitive or gerund, from what governs it."""
    up, dep = verb.head, verb.dep
    if up is verb or dep == "ROOT" or (dep in ("ccomp", "advcl", "intj", "dep", "preconj") and verb.tag == "VB" and bare(verb) and not_object(up)):
        if any(c.lower == "to" and c.dep == "aux" for c in verb.children) and verb.has("nsubj", "nsubjpass"):
            return "planned"  # a headline's "Delegations to meet on Friday"
        return "called_for" if verb.tag in ("VB", "VBP", "NNP") and not verb.has("nsubj") else "happened"
    if depth > DEPTH:
        return "possible"
    binding = up.pos == "VERB" and not to_infinitive(up) and any(up.lemma in governors(k) for k in ("planned", "called_for"))
    if dep == "conj" and to_infinitive(verb) and binding:
        return under(up, verb, depth)  # "undertook to clear the road by June and to release the drivers", where the first part was misread
    if dep == "conj":
        return of_verb(up, depth=depth + 1) if up.pos in ("VERB", "AUX") else "possible"
    prep = up if up.pos in ("ADP", "SCONJ") or dep == "pcomp" else None
    if prep is not None:
        return after_preposition(verb, prep, depth)
    return under(up, verb, depth)


def to_infinitive(verb: Token) -> bool:
    """Whether *verb* has a "to" of its own."""
    return any(c.lower == "to" and c.dep == "aux" for c in verb.children)


def bare(verb: Token) -> bool:
    """Whether *verb* has no "to" and no subject: an imperative when it stands in nobody's complement."""
    return not any(c.lower == "to" and c.dep == "aux" for c in verb.children) and not verb.has("nsubj", "nsubjpass")


def not_object(up: Token) -> bool:
    """Whether *up* takes a clause as speech, not a bare infinitive ("let", "make", "help", "see")."""
    return up.lemma not in ("let", "make", "help", "see", "have", "demand", "urge", "insist", "watch")


def after_preposition(verb: Token, prep: Token, depth: int) -> Factuality:
    """The factuality of a gerund after a preposition."""
    up = prep.head
    if prep.lower in ("without", "instead", "than"):
        return "denied"
    if prep.lower in ("by", "after", "since", "while", "following", "during", "despite"):
        own = of_verb(up, depth=depth + 1) if up.pos in ("VERB", "AUX") and prep.lower == "by" else "happened"
        return "happened" if own == "denied" else own
    if prep.lower in ("of", "for", "with") and up.lemma in (
        "accuse",
        "blame",
        "condemn",
        "criticise",
        "criticize",
        "suspect",
        "accusation",
        "scold",
        "responsible",
        "responsibility",
        "guilty",
        "thank",
        "praise",
        "denounce",
    ):
        return "happened"
    return under(up, verb, depth)


def under(up: Token, below: Token, depth: int) -> Factuality:
    """What the governing word *up* makes of *below*."""
    bound = up.lemma in word_class("control") or (up.lemma in factual("binding", "words") and up.has("dobj") is not None)  # "committed themselves to"
    purpose = below.dep == "advcl" and to_infinitive(below) and not bound
    if purpose:
        return "possible" if below.tag == "VB" else of_verb(up, depth=depth + 1)
    if below.dep == "advcl" and below.tag == "VBG":
        return of_verb(up, depth=depth + 1)
    if unfulfilled(up, below):
        return "denied"
    if up.lemma == "be" and below.dep == "xcomp":
        return "planned" if below.lemma != "blame" else of_verb(up, depth=depth + 1)
    own: Factuality | None = of_verb(up, depth=depth + 1) if up.pos in ("VERB", "AUX") else None
    kind = governor_kind(up, nominal=below.pos in ("NOUN", "PROPN"))
    if kind == "possible" and up.lemma in ("expect", "anticipate") and up.has("auxpass"):
        kind = "planned"
    if kind == "possible" and (conditioned(below) or conditioned(up) or (up.dep == "acomp" and conditioned(up.head))):
        return "conditional"  # "is ready to withdraw if the pilots are freed"
    if kind == "possible" and own is not None and below.lemma in ("persuade", "press", "convince", "pressure", "appeal", "lobby"):
        return own
    if up.lemma in ("have", "need") and below.dep == "xcomp" and up.tag in ("VBZ", "VBP") and not any(c.lower == "yet" for c in up.children):
        return "called_for"  # "has to reach the mediators by eight"
    if up.lemma in ("have", "be") and any(c.lower == "yet" for c in up.children):
        return "denied"
    if up.lemma == "order" and up.head.lower == "in":
        return "possible"
    if up.lemma == "threaten" or (up.lemma == "vow" and (hedged(below) or hedged(up))):
        return "conditional"  # what is threatened is done unless something else is
    if up.lemma in ("offer", "propose", "volunteer") and (hedged(below) or hedged(up) or in_return(below) or in_return(up)):
        return "conditional"
    if kind == "happened":
        return own or "happened"
    if kind == "denied":
        return "denied" if own in (None, "happened", "ongoing") else own
    if kind is not None:
        return "conditional" if own == "conditional" and kind == "possible" else kind
    if own in HYPOTHETICAL and own is not None:
        return own
    if up.pos in ("NOUN", "ADJ") and any(c.lower == "to" for c in below.children):
        return "possible"
    return own or "happened"


def governor_kind(up: Token, *, nominal: bool) -> Factuality | None:
    """The class of a governing word, or None."""
    if nominal and up.lemma in ("order", "want", "need"):
        return "called_for"
    if up.lemma == "rule" and any(c.lower == "out" for c in up.children):
        return "denied"  # "ruled out sending troops"
    for kind in ORDER:
        if up.lemma in governors(kind) or up.lower in governors(kind):
            return kind
    return None
