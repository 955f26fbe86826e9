"""Stances that a verb says together with a noun or an adjective: "gave its consent to", "left the door open to", "called the terms unacceptable"."""

from __future__ import annotations

from functools import cache

from onrecord.annotate.clauses import clause_span, negated, party_at, right_span, speaker_at, subject
from onrecord.annotate.draft import Draft
from onrecord.annotate.lexicon import lexicon
from onrecord.annotate.positions.adjectives import STANCES, denied
from onrecord.annotate.positions.found import Found
from onrecord.annotate.positions.senses import senses
from onrecord.types import Span, Stance, Token

BINDERS = frozenset({"prep", "dative", "acl", "xcomp", "relcl", "ccomp", "advcl", "oprd", "acomp"})


@cache
def phrase_stances() -> dict[tuple[str, str], list[tuple[str, Stance, bool]]]:
    """By verb and noun: the prepositions that may bind the topic, the stance, and whether only the denied phrase has one."""
    found: dict[tuple[str, str], list[tuple[str, Stance, bool]]] = {}
    table = lexicon("positions")["phrases"]
    rows: list[tuple[str, Stance, bool]] = [(e, s, False) for s in STANCES for e in table.get(s, [])]
    rows += [(e, "refuses", True) for e in table["denied"]]
    for entry, stance, only in rows:
        verb, noun, prep = entry.split(" ")
        found.setdefault((verb, noun), []).append((prep, stance, only))
    return found


def by_phrase(draft: Draft, verb: Token) -> Found | None:
    """A phrase of the lexicon with what it is about: after the noun, or (`*`) the object that the verb puts there."""
    for noun in nouns_under(verb):
        for prep, stance, only in phrase_stances().get((verb.lemma, noun.lemma), []):
            about = objects_of(verb, noun, prep)
            answered = noun.lower in ("no", "yes")  # "gave a flat no" denies nothing
            no = (negated(verb) and not answered) or any(c.lower in ("no", "little", "any") and c.dep == "det" for c in noun.children)
            turned: Stance | None = ("refuses" if no else None) if only else "accepts" if no and noun.lemma == "objection" else denied(stance, times=no)
            who = subject(verb)
            party = party_at(draft, who) if who is not None else None
            if about and turned is not None and party is not None:
                own = [t for t in verb.subtree() if t.i > verb.i]
                base, topic = clause_span(draft.parsed, verb, owner=who), right_span(draft.parsed, about)
                span = Span(min(base.start, topic.start), max(base.end, topic.end)) if own else base
                return Found(verb, turned, party, span, topic, 2, "verb", holder=who)
    return None


def nouns_under(verb: Token) -> list[Token]:
    """The objects of a verb and of the prepositions on it."""
    found = [c for c in verb.children if c.dep in ("dobj", "attr") and c.i > verb.i]
    for prep in verb.children:
        if prep.dep in ("prep", "prt", "advmod") and prep.i > verb.i:
            below = [prep, *(g for g in prep.children if g.dep == "prep")]
            found += [p for one in below if (p := one.has("pobj")) is not None]
    return found


def objects_of(verb: Token, noun: Token, prep: str) -> list[Token]:
    """What a phrase is about."""
    if prep == "*":
        return [c for c in verb.children if c.dep == "dobj" and c is not noun]
    after = [t for v in (verb, noun) for c in v.children if c.i > noun.i and c.dep in BINDERS for t in (c, *(c.children if c.pos in ("ADJ", "ADP") else ()))]
    if prep == "to":  # also the infinitive
        acts = [t for t in after if t.tag == "VB" and any(c.lower == "to" for c in t.children)]
        if acts:
            return acts[:1]
    return [t for t in after if t.lower == prep and (t.has("pobj", "pcomp") is not None)][:1]


def verdict(draft: Draft, verb: Token) -> Found | None:
    """ "Called the terms unacceptable", "described the plan as a non-starter": refused by who says so."""
    if verb.lemma not in lexicon("positions")["verdicts"]["verbs"] or negated(verb):
        return None
    parts = [c for c in verb.children if c.i > verb.i and c.dep in ("oprd", "ccomp", "acomp", "xcomp", "prep", "dobj", "attr")]
    words = " " + " ".join(t.lower for t in verb.subtree() if t.i > verb.i).replace(" - ", "-") + " "
    if not any(f" {w} " in words for w in lexicon("positions")["verdicts"]["words"]):
        return None
    who = subject(verb)
    party = party_at(draft, who) if who is not None else None
    thing = next((t for c in parts for t in (c, *c.children) if t.dep in ("dobj", "nsubj") and t.pos in ("NOUN", "PROPN", "PRON")), None)
    if party is None or thing is None or thing.lemma in senses("hearsay"):  # "dismissed the report as premature"
        return None
    return Found(verb, "refuses", party, clause_span(draft.parsed, verb, owner=who), right_span(draft.parsed, [thing]), 1, "verb", holder=who)


def judged(draft: Draft, verb: Token) -> Found | None:
    """ "The proposal is premature", "your terms are unacceptable": refused by who says so."""
    thing = verb.has("nsubj")
    known = {*lexicon("positions")["anaphora"]["nouns"], *lexicon("positions")["abstract"]["objects"]}
    if verb.lemma not in ("be", "remain") or thing is None or thing.lemma not in known or negated(verb):
        return None
    words = " " + " ".join(t.lower for t in verb.subtree() if t.i > verb.i).replace(" - ", "-") + " "
    party = speaker_at(draft, Span(verb.start, verb.end))
    if party is None or not any(f" {w} " in words for w in lexicon("positions")["verdicts"]["words"] if w not in ("a red line", "non-negotiable")):
        return None
    return Found(verb, "refuses", party, clause_span(draft.parsed, verb, owner=thing), right_span(draft.parsed, [thing]), 2, "idiom")


def cleft(draft: Draft, verb: Token) -> Found | None:
    """ "What the rebels want is a seat at the table", "all that we ask is that": what is wanted stands after the verb "to be"."""
    before = [t for c in verb.children if c.i < verb.i for t in c.subtree() if t.pos == "VERB"]
    wish = next((t for t in before if t.lemma in ("want", "ask", "demand", "seek", "need")), None)
    if verb.lemma != "be" or wish is None or not any(t.lower in ("what", "all") for t in draft.parsed.tokens[max(wish.i - 8, 0) : wish.i]):
        return None
    thing = [c for c in verb.children if c.i > verb.i and c.dep in ("attr", "ccomp", "xcomp") and c.pos in ("NOUN", "PROPN", "VERB", "AUX")]
    who = wish.has("nsubj")
    party = party_at(draft, who) if who is not None else None
    if party is None or not thing or negated(verb):
        return None
    opener = next((t for t in draft.parsed.tokens[max(wish.i - 8, 0) : wish.i] if t.lower in ("what", "all")), wish)
    topic = right_span(draft.parsed, thing)
    return Found(wish, "demands", party, Span(opener.start, topic.end), topic, 2, "verb", holder=who)


def asked_of_others(draft: Draft, verb: Token) -> Found | None:
    """ "It is up to the army to leave", "it is essential that the road stay open": a demand by who says so."""
    if verb.lemma != "be" or verb.has("nsubj", "nsubjpass", "expl") is None or (verb.has("nsubj", "nsubjpass", "expl") or verb).lower not in ("it", "ball"):
        return None
    words = " " + " ".join(t.lower for t in verb.subtree()) + " "
    if not any(f" {w} " in words for w in lexicon("positions")["duty"]["phrases"]) or negated(verb):
        return None
    acts = [t for t in verb.subtree() if t.i > verb.i and t.pos in ("VERB", "AUX") and t.dep in ("xcomp", "ccomp", "advcl", "acl")]
    party = speaker_at(draft, Span(verb.start, verb.end))
    if not acts or party is None:
        return None
    return Found(verb, "demands", party, clause_span(draft.parsed, verb), right_span(draft.parsed, acts[:1]), 1, "duty")
