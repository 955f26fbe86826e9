"""What is said of the counted: taken, held, released, killed … from the frame that governs the number."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from onrecord.annotate.figures.counted import Counted
from onrecord.annotate.lexicon import lexicon
from onrecord.types import Measure, Token

SKIPPED = frozenset({
    "confirmed", "believed", "feared", "presumed", "known", "reported", "said", "thought", "considered", "listed", "declared", "still", "to", "be",
    "have", "been", "no", "longer", "not", "also", "already", "now", "being", "reportedly", "pronounced", "officially", "either", "in", "later",
    "seriously", "badly", "critically", "lightly", "unharmed", "were", "was", "are", "is", "had", "has", "who", "that", "remain", "remained", "remaining",
    "found", "left", "since", "suspected", "assumed",
})
"""Words that may stand between the counted and the participle or adjective that says what they are ("feared no longer alive")."""


RESTRICTING = frozenset({"taken", "held"})
"""Said under a noun these tell which set is meant; what the main verb says of it is the news ("the nine seized in May were freed")."""


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
        if measure != "note" and lemma in lemmas:
            return measure  # type: ignore[return-value]
    return None


def frame_of(words: Sequence[Token], noun: Counted, anchor: Token) -> Frame | None:
    """The frame of a counted set: said behind it, under its noun, or by what governs it; None where no frame is known.

    *anchor*: the topmost word of its phrase. What stands under the noun of "twelve of the forty miners taken in May" is said of the forty.
    """
    if noun.apart:
        return (under(anchor) if anchor is not noun.head else None) or above(anchor)
    head = noun.head
    said = behind(words, noun.last, anchor) or under(head or anchor) or (under(anchor) if head is not None and anchor is not head else None)
    if said is None or said.measure in RESTRICTING:
        news = (stranded(words, said.by) if said is not None and said.by is not None else None) or above(anchor)
        if said is None:
            return news
        if news is not None and news.by is not None and news.by.pos == "VERB" and news.by is not said.by:
            return replace(news, aside=said.by)
    return said


def stranded(words: Sequence[Token], participle: Token) -> Frame | None:
    """The frame of a verb without a subject behind a participle that the parser took for the main verb ("nine held since May would be freed")."""
    for token in words[participle.i - words[0].i + 1 :]:
        if token.pos == "PUNCT" or token.dep in ("mark", "nsubj", "nsubjpass"):
            return None
        if token.dep in ("aux", "auxpass") and token.lower != "to" and token.head.i > token.i:
            return predicate(token.head, "subject") if token.head.has("nsubj", "nsubjpass") is None else None
    return None


def behind(words: Sequence[Token], last: int, anchor: Token) -> Frame | None:
    """ "confirmed dead", "feared no longer alive", "still missing", "killed" right behind the set."""
    at, doubt, no = last, False, False
    while at < len(words) and at - last < 7:
        token = words[at]
        measure = state(token)
        if measure is not None and not (token.pos == "VERB" and acts(token)):
            subject = (token if token.pos == "VERB" else token.head).has("nsubj", "nsubjpass")
            if subject is not None and subject is not anchor and anchor in list(subject.subtree()) and not coordinate(anchor, subject):
                return None
            return Frame(sure(measure, doubt or doubted(token), no), token, token)
        if token.lower not in SKIPPED:
            return None
        doubt |= token.lower in book()["doubt"]["words"]
        no |= token.lower in ("no", "not")
        at += 1
    return None


def coordinate(token: Token, first: Token) -> bool:
    """Whether *token* is joined to *first* by "and" or a comma."""
    while token.dep in ("conj", "appos") and token.head is not token:
        token = token.head
    return token is first


def doubted(token: Token) -> bool:
    """Whether the clause of *token* stands under a verb of fear or belief ("they fear that twelve are dead")."""
    clause = token if token.pos in ("VERB", "AUX") else token.head
    return clause.dep == "ccomp" and clause.head.lemma in book()["doubt"]["words"]


def acts(token: Token) -> bool:
    """Whether a verb form is the active predicate of its own clause ("twelve gunmen killed two guards")."""
    passive = token.has("auxpass", "nsubjpass") is not None
    return not passive and (token.tag in ("VBD", "VBZ", "VBP") or token.has("aux") is not None) and token.has("dobj", "nsubj") is not None


def state(token: Token) -> Measure | None:
    """The measure of a word that says how a set is."""
    if token.pos == "VERB" and token.has("auxpass") is None and any(c.lemma == "have" and c.dep == "aux" for c in token.children):
        return looked_up("subject", token.lemma)
    if token.pos == "VERB" and token.tag in ("VBN", "VBD", "JJ"):
        return looked_up("object", token.lemma) or looked_up("state", token.lower)
    return looked_up("state", token.lower)


def sure(measure: Measure, doubt: bool, negated: bool) -> Measure:
    """Dead in doubt is feared dead; no longer alive is dead."""
    if negated and measure == "alive":
        measure = "dead"
    return "feared_dead" if doubt and measure in ("dead", "killed") else measure


def under(head: Token) -> Frame | None:
    """What a relative clause, a participle or a place under the noun says."""
    for child in head.children:
        if child.i < head.i:
            continue
        if child.dep in ("relcl", "acl"):
            found = predicate(child, "subject" if child.tag == "VBG" or subject_relative(child) else "object")
            if found is not None:
                return found
        if child.dep == "prep" and child.lower in ("in", "from", "behind", "under", "at") and held_place(child):
            return Frame("held", child)
        if child.dep in ("acomp", "amod", "oprd") and (measure := looked_up("state", child.lower)):
            return Frame(measure, child)
    return None


def subject_relative(verb: Token) -> bool:
    """Whether the relative pronoun is the doer ("who died") rather than the one done to ("whom they hold")."""
    subject = verb.has("nsubj")
    return subject is not None and subject.tag in ("WP", "WDT") and verb.has("auxpass") is None


def held_place(prep: Token) -> bool:
    """Whether "in …" names a prison, captivity or somebody's hands."""
    return any(t.lower in book()["places"]["words"] for t in prep.subtree())


def above(anchor: Token) -> Frame | None:
    """What governs the set: a verb of which it is subject or object, or a noun of which it is the "of"."""
    top = anchor
    while top.dep in ("conj", "appos") and top.head is not top and top.head.pos in ("NOUN", "PROPN", "NUM", "PRON", "VERB"):
        if top.head.pos == "VERB":
            return None
        top = top.head
    parent = top.head
    if parent is top:
        return None
    if top.dep in ("nsubj", "csubj"):
        return predicate(parent, "subject")
    if top.dep in ("nsubjpass", "dobj", "dative", "npadvmod", "oprd") or (top.dep in ("advmod", "dep") and top.lower in ("more", "others")):
        return predicate(parent, "object")
    if top.dep == "attr":
        return predicate(parent, "subject")
    if top.dep == "pobj" and parent.dep in ("prep", "agent", "dative"):
        return governed(parent)
    if top.dep in ("compound", "nmod", "poss"):
        measure = looked_up("noun", parent.lemma)
        return Frame(measure, parent) if measure else None
    return None


TALLIES = frozenset({"number", "toll", "total", "count", "figure", "tally"})


def governed(prep: Token) -> Frame | None:
    """What the noun or verb before a preposition says of its object."""
    noun = prep.head
    if prep.lower in ("of", "for", "between") and noun.pos in ("NOUN", "PROPN"):
        measure = looked_up("noun", noun.lemma)
        if measure is None and prep.lower == "of" and noun.lemma in ("total", "number", "group", "batch", "set", "list", "count", "figure"):
            return above(noun)
        return Frame(measure, noun) if measure else None
    if prep.lower in ("for", "to") and noun.lemma in ("return", "exchange", "swap", "trade"):
        return Frame("released", noun)
    if prep.lower in ("to", "at", "by") and noun.pos == "VERB":
        told = [t for c in noun.children if c.dep in ("nsubj", "nsubjpass", "dobj") for t in c.subtree()]
        if any(t.lemma in TALLIES for t in told):
            return next((Frame(m, noun) for t in told if (m := looked_up("noun", t.lemma) or looked_up("state", t.lower))), None)
    if prep.lower in ("against", "on", "at") and noun.pos == "NOUN" and noun.lemma in lexicon("figures_units")["strikes"]["hitting"]:
        return Frame("struck", noun)
    if prep.lower in ("for", "of") and noun.pos == "VERB" and noun.lemma in ("exchange", "swap", "trade"):
        return Frame("released", noun)
    if prep.lower == "including":
        return above(noun) if noun.pos in ("NOUN", "NUM", "PROPN") else predicate(noun, "subject")
    return None


def predicate(verb: Token, role: str) -> Frame | None:
    """The measure that *verb* gives its subject or object, complements and light verbs included."""
    passive = verb.has("auxpass") is not None
    if passive or (verb.tag == "VBN" and verb.dep in ("acl",)):
        role = "object"
    if role == "object" and verb.lemma in book()["taking"]["verbs"]:
        near = [t.lower for t in verb.subtree() if abs(t.i - verb.i) <= 8]
        if any(w in book()["taking"]["nouns"] for w in near) or (verb.lemma in book()["taking"]["into"] and "into" in near):
            return Frame("taken", verb)
        dobj = verb.has("dobj", "nsubjpass") or verb.head
        if verb.lemma == "take" and dobj.lemma in book()["bare_taking"]["words"]:
            return Frame("taken", verb)
    if (stated := complement(verb)) is not None:
        return stated
    if verb.lemma in book()["home"]["verbs"] and any(c.lower in ("home", "free") and abs(c.i - verb.i) <= 6 for c in verb.children):
        return Frame("released", verb)
    if verb.lemma == "leave" and not any(c.lower in ("that", "this", "which") and c.dep == "nsubj" for c in verb.children):
        return None
    if verb.lemma == "let":
        return Frame("released", verb) if any(t.lower in ("go", "free") for t in verb.children) else None
    if role == "subject" and verb.lemma == "lose" and (lost := verb.has("dobj")) is not None and lost.lower in book()["phrases"]["killed"]:
        return Frame("killed", verb)
    if verb.lemma in ("begin", "start", "continue", "finish", "stop", "help", "try", "manage", "be", "have", "agree", "allow"):
        below = verb.has("xcomp", "ccomp")
        if below is not None and below.pos == "VERB":
            return predicate(below, role)
    measure = looked_up(role, verb.lemma)
    if measure is None and role == "subject" and verb.tag == "VBN":
        measure = looked_up("object", verb.lemma)
    return Frame(measure, verb) if measure else None


def complement(verb: Token) -> Frame | None:
    """ "are dead", "remain missing", "is believed to be alive", "were found dead": the state below the verb."""
    doubt, no = verb.lemma in book()["doubt"]["words"], False
    stack: list[Token] = [verb]
    while stack:
        token = stack.pop(0)
        for child in token.children:
            no |= child.dep == "neg"
            doubt |= child.lower in book()["doubt"]["words"] and child.dep in ("advmod", "amod")
            if child.dep in ("acomp", "oprd", "advmod", "attr", "dobj") and child.i > verb.i and (measure := looked_up("state", child.lower)):
                return Frame(sure(measure, doubt or doubted(child), no or negated(child)), child)
            if child.dep in ("xcomp", "ccomp") and child.i > verb.i and token is verb and verb.lemma not in ("say", "tell"):
                if child.has("nsubj") is None:
                    stack.append(child)
                elif looked_up("state", child.lower):
                    return Frame(sure(looked_up("state", child.lower) or "other", doubt, no), child)
    if doubt and (below := verb.has("xcomp")) is not None and (measure := looked_up("object", below.lemma) or looked_up("subject", below.lemma)):
        return Frame(sure(measure, True, no), below)
    if verb.lemma in ("be", "remain", "stay") and any(c.dep == "prep" and held_place(c) for c in verb.children):
        return Frame("held", verb)
    return None


def negated(token: Token) -> bool:
    """Whether "no longer" or "not" stands under the word."""
    return any(t.lower in ("no", "not") for t in token.subtree())


def lemmas(tokens: Iterable[Token]) -> set[str]:
    """The lemmas of *tokens*, lower case."""
    return {t.lemma.lower() for t in tokens}
