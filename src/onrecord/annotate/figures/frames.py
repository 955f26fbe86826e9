"""A frame: the measure of a counted set with the word that gave it, and the look-ups in the lexicon of frames."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.annotate.lexicon import lexicon
from onrecord.types import Measure, Token


@dataclass(frozen=True, slots=True)
class Frame:
    """A measure with the word that gave it (*by* None: the family's default)."""

    measure: Measure
    by: Token | None = None
    end: Token | None = None
    """The last word of the expression where it follows the number ("confirmed to be alive")."""
    aside: Token | None = None
    """A participle under the noun that only says which set is meant; its times are not the news'."""


def book() -> dict[str, dict[str, list[str]]]:
    """The lexicon of frames."""
    return lexicon("figures_measures")


def looked_up(section: str, lemma: str) -> Measure | None:
    """The measure that *section* gives for *lemma*."""
    for measure, lemmas in book()[section].items():
        if measure not in ("note", "words") and lemma in lemmas:
            return measure  # type: ignore[return-value]
    return None


DETAINING = frozenset({"detain", "jail", "imprison", "intern"})
"""In the past tense these tell of a taking ("four drivers were detained"), else of a state."""


def state(token: Token) -> Measure | None:
    """The measure of a word that says how a set is."""
    if token.pos == "VERB" and token.has("auxpass") is None and any(c.lemma == "have" and c.dep == "aux" for c in token.children):
        return looked_up("subject", token.lemma)
    if token.lemma in DETAINING and any(c.dep == "auxpass" and c.lower in ("was", "were") for c in token.children):
        return "taken"
    if token.lemma == "shoot" and survived(token):
        return "injured"
    if token.pos == "VERB" and token.tag in ("VBN", "VBD", "JJ"):
        return looked_up("object", token.lemma) or looked_up("state", token.lower)
    return looked_up("state", token.lower)


def survived(verb: Token) -> bool:
    """Whether who was shot lives: "shot and wounded", "shot in the leg"."""
    limbs = book()["violence"]["limbs"]
    joined = any(c.dep == "conj" and looked_up("object", c.lemma) == "injured" for c in verb.children)
    return joined or any(g.lemma in limbs for c in verb.children if c.dep == "prep" and c.lower in ("in", "through") for g in c.children)


def sure(measure: Measure, doubt: bool, negated: bool) -> Measure:
    """Dead in doubt is feared dead; no longer alive is dead."""
    if negated and measure == "alive":
        measure = "dead"
    return "feared_dead" if doubt and measure in ("dead", "killed") else measure


DONE_TO = frozenset({"taken", "held", "released", "freed", "rescued", "killed", "injured"})
"""Without an object these tell, in a headline, what is done to the subject ("38 still held", "nine freed")."""


def acts(token: Token) -> bool:
    """Whether a verb form is the active predicate of its own clause ("twelve gunmen killed two guards")."""
    passive = token.has("auxpass", "nsubjpass") is not None
    if token.tag == "VBD" and token.has("dobj", "aux") is None and looked_up("subject", token.lemma) is None and looked_up("object", token.lemma) in DONE_TO:
        return False
    return not passive and (token.tag in ("VBD", "VBZ", "VBP") or token.has("aux") is not None) and token.has("dobj", "nsubj") is not None


def coordinate(token: Token, first: Token) -> bool:
    """Whether *token* is joined to *first* by "and" or a comma."""
    while token.dep in ("conj", "appos") and token.head is not token:
        token = token.head
    return token is first


def doubted(token: Token) -> bool:
    """Whether the clause of *token* stands under a verb of fear or belief ("they fear that twelve are dead")."""
    clause = token if token.pos in ("VERB", "AUX") else token.head
    return clause.dep == "ccomp" and clause.head.lemma in book()["doubt"]["words"]


def negated(token: Token) -> bool:
    """Whether "no longer" or "not" stands under the word."""
    return any(t.lower in ("no", "not") for t in token.subtree())


def passive_voice(verb: Token) -> bool:
    """Whether something is done to the subject."""
    return verb.has("auxpass") is not None or (verb.tag == "VBN" and verb.dep in ("acl", "relcl", "ROOT", "amod"))


def given_back(verb: Token) -> bool:
    """Whether the verb gives or gets back by the particle beside it ("got 31 back", "gave up 25", "took back its dead")."""
    particles = lexicon("figures_measures")["home"]["back"].get(verb.lemma, ())
    return any(c.lower in particles and c.dep in ("prt", "advmod", "prep") for c in verb.children)


def bare_of_way(verb: Token) -> bool:
    """Whether no goal stands with the verb ("were taken", not "were taken to hospital", "were taken out")."""
    return not any(c.dep == "prt" or (c.dep == "prep" and c.lower in ("to", "out", "from", "into", "onto")) for c in verb.children)


def held_place(prep: Token) -> bool:
    """Whether "in …" names a prison, captivity or somebody's hands."""
    return any(t.lower in book()["places"]["words"] and not qualifies(t) for t in prep.subtree())


def qualifies(token: Token) -> bool:
    """Whether a place of captivity only qualifies a noun that is none ("a prison standoff", "custody talks")."""
    head = token.head
    return token.dep in ("compound", "amod", "nmod") and head.pos in ("NOUN", "PROPN") and head.lemma.lower() not in book()["places"]["houses"] and (
        head.lower not in book()["places"]["words"]
    )
