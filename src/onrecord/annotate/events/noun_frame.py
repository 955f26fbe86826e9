"""The arguments of a noun that tells of an event: possessors, modifiers, phrases after it, and those of the verb that carries its tense."""

from __future__ import annotations

from onrecord.annotate.events.frame import RELATIVE, Frame, obliques, sisters, spread, subjects_of, verb_frame
from onrecord.annotate.events.lexicons import word_class
from onrecord.types import Token


def light_verb(noun: Token) -> Token | None:
    """The verb that only carries tense and doer of the event a noun tells; None where there is none."""
    up = noun.head
    if up is noun:
        return None
    if up.lower == "for" and noun.dep == "pobj" and up.head.lemma in ("be", "arrive", "travel", "fly", "gather", "meet", "leave"):
        return up.head
    if up.pos == "ADP" and noun.dep == "pobj" and up.head.lemma in word_class("light") and up.lower == "with":
        return up.head
    if up.pos not in ("VERB", "AUX"):
        return None
    if noun.dep in ("dobj", "nsubjpass") and up.lemma in word_class("light"):
        return up
    return up if noun.dep == "nsubj" and up.lemma in word_class("occur") else None


def charged(noun: Token) -> tuple[Token, ...]:
    """Who is charged with what *noun* tells: "accused the rebels of a massacre"."""
    prep = noun.head
    if noun.dep != "pobj" or prep.lower not in ("of", "for", "over"):
        return ()
    whom = prep.head if prep.head.dep in ("dobj", "nsubjpass") else None  # the parse may hang "of a massacre" on whom is accused
    verb = whom.head if whom is not None else prep.head
    if verb.pos != "VERB" or verb.lemma not in word_class("charging"):
        return ()
    return (whom,) if whom is not None else spread([c for c in verb.children if c.dep in ("dobj", "nsubjpass")])


def noun_frame(noun: Token) -> Frame:
    """The arguments of a noun: possessors, modifiers, phrases after it, and those of its light verb."""
    places = obliques(noun)
    subjects = [s for c in noun.children if c.dep == "poss" for s in sisters(c)]
    subjects += [t for p, t in places if p == "by"]
    subjects += [c for c in noun.children if c.dep in ("amod", "compound", "nmod") and (c.ent in ("NORP", "ORG", "GPE") or c.pos == "PROPN")]
    subjects += list(charged(noun))
    verb = light_verb(noun)
    objects: tuple[Token, ...] = ()
    passive = False
    for child in noun.children:
        if child.dep == "acl" and child.tag == "VBN":
            carried = child.lemma in word_class("mediating") or child.lemma in ("broker", "oversee", "supervise", "arrange")
            subjects += [t for p, t in obliques(child) if p == "by" and not carried]
            places += tuple((p, t) for p, t in obliques(child) if p != "by")
        elif child.dep == "relcl" and child.lemma in word_class("light"):
            subjects += list(subjects_of(child)[0]) if not any(c.lower in RELATIVE for c in child.children if c.dep == "nsubj") else []
    if verb is not None:
        outer = verb_frame(verb)
        places += outer.oblique
        passive = outer.passive
        if noun.dep in ("dobj", "nsubjpass", "pobj"):
            subjects += [s for s in outer.subjects if s is not noun]
    return Frame(verb, tuple(dict.fromkeys(subjects)), objects, (), places, passive, False)
