"""What a verb says of its subject or object."""

from __future__ import annotations

from onrecord.annotate.figures.frames import (
    DETAINING,
    Frame,
    bare_of_way,
    book,
    doubted,
    given_back,
    held_place,
    looked_up,
    negated,
    passive_voice,
    sure,
    survived,
)
from onrecord.annotate.lexicon import lexicon
from onrecord.types import Token


def predicate(verb: Token, role: str) -> Frame | None:
    """The measure that *verb* gives its subject or object, complements and light verbs included."""
    if verb.has("auxpass") is not None or (verb.tag == "VBN" and verb.dep in ("acl",)):
        role = "object"
    if role == "object" and (found := grouped(verb) or seized(verb)) is not None:
        return found
    if (stated := complement(verb)) is not None:
        return stated
    if role == "object" and verb.lemma in book()["demanding"]["persons"]:
        return Frame("to_release", verb)
    if goes_free(verb, role):
        return Frame("released", verb)
    if verb.lemma == "let" or (verb.lemma == "leave" and not any(c.lower in ("that", "this", "which") and c.dep == "nsubj" for c in verb.children)):
        return None
    if role == "subject" and verb.lemma in book()["freedom"]["verbs"] and (won := verb.has("dobj")) is not None and won.lemma in book()["freedom"]["nouns"]:
        return Frame("freed", verb)
    if role == "object" and verb.lemma in book()["unseen"]["verbs"] and any(c.dep == "neg" for c in verb.children):
        return Frame("missing", verb)
    fatal = verb.lemma in ("lose", "embrace", "meet", "give") and role == "subject"
    if fatal and (lost := verb.has("dobj")) is not None and lost.lower in book()["phrases"]["killed"]:
        return Frame("killed", verb)
    if verb.lemma in BEARING and (below := verb.has("xcomp", "ccomp")) is not None and below.pos == "VERB":
        return predicate(below, role)
    measure = looked_up(role, verb.lemma)
    if verb.lemma == "shoot" and role == "object" and survived(verb):
        return Frame("injured", verb)
    if measure is None and role == "subject" and verb.tag == "VBN":
        measure = looked_up("object", verb.lemma)
    if measure == "held" and verb.lemma in DETAINING and (verb.tag == "VBD" or any(c.dep == "auxpass" and c.lower in ("was", "were") for c in verb.children)):
        measure = "taken"
    return Frame(measure, verb) if measure else None


BEARING = frozenset({"begin", "start", "continue", "finish", "stop", "help", "try", "manage", "be", "have", "agree", "allow"})
"""Verbs that leave what happens to the verb below them."""


def grouped(verb: Token) -> Frame | None:
    """What an exchange covers, or a group includes, as the objects of "cover", "involve", "include"."""
    if verb.lemma in ("cover", "involve", "include") and (frame := staged(verb)) is not None:
        return frame
    subject = verb.has("nsubj") if verb.lemma in ("include", "comprise") else None
    return among(subject, verb) if subject is not None else None


def seized(verb: Token) -> Frame | None:
    """ "took 12 guards hostage", "drove nine men into the bush", "were taken": a taking by a light verb and what stands with it."""
    taking = book()["taking"]
    if verb.lemma not in taking["verbs"] or given_back(verb):
        return None
    dobj = verb.has("dobj", "nsubjpass") or verb.head
    if any(looked_up("inside", c.lower) == "released" for c in dobj.children):
        return None  # "took the freed prisoners to Sanaa"
    near = [t.lower for t in verb.subtree() if abs(t.i - verb.i) <= 8]
    telling = set(taking["nouns"]) - (set() if verb.lemma == "take" else set(taking["taken"]))  # "a bus carrying freed prisoners" takes nobody
    if telling & set(near) or (verb.lemma in taking["into"] and "into" in near):
        return Frame("taken", verb)
    doer = verb.has("nsubj")
    captor = doer is not None and doer.lemma.lower() in book()["captor"]["hostages"] and doer.lemma not in ("man", "force")
    bare = captor or dobj.lemma in book()["bare_taking"]["words"] or (passive_voice(verb) and bare_of_way(verb))
    return Frame("taken", verb) if verb.lemma == "take" and bare else None


def goes_free(verb: Token, role: str) -> bool:
    """Whether a verb of motion with its goal sets free ("came home", "were put ashore", "left prison", "got back", "let go")."""
    home = book()["home"]
    if verb.lemma in home["verbs"] and any(c.lower in home["goals"] and abs(c.i - verb.i) <= 6 for c in verb.children):
        return True
    if role == "subject" and verb.lemma == "leave" and any(t.lower in book()["places"]["words"] for t in verb.subtree() if t.dep in ("dobj", "pobj")):
        return True
    if given_back(verb) or walks_free(verb, role):
        return True
    return verb.lemma == "let" and any(t.lower in ("go", "free") for t in verb.children)


def walks_free(verb: Token, role: str) -> bool:
    """Whether those who are held walk out ("27 have come out", "were walking down the steps", "the six crossed the river")."""
    walking = book()["walking"]
    if role != "subject" or verb.lemma not in walking["verbs"]:
        return False
    if verb.lemma in ("emerge", "stumble", "cross"):
        return verb.has("xcomp") is None
    return any(c.lower in walking["ways"] and c.dep in ("prt", "advmod", "prep") and c.i > verb.i for c in verb.children) and verb.has("dobj") is None


def staged(verb: Token) -> Frame | None:
    """ "a second phase covering 300 detainees", "the swap involved nine soldiers": what an exchange or a stage of one covers is freed in it."""
    over = verb.has("nsubj") or (verb.head if verb.dep == "acl" else None)
    if over is None or looked_up("noun", over.lemma) == "released" or over.lemma in STAGES:
        return Frame("released", verb) if over is not None else None
    return None


STAGES = frozenset({"phase", "stage", "batch", "tranche", "round", "instalment", "installment", "deal", "leg"})


def complement(verb: Token) -> Frame | None:
    """ "are dead", "remain missing", "is believed to be alive", "were found dead": the state below the verb."""
    doubt, no = verb.lemma in book()["doubt"]["words"], False
    stack: list[Token] = [verb]
    while stack:
        token = stack.pop(0)
        for child in token.children:
            no |= child.dep == "neg" or (child.lower == "longer" and negated(child))
            doubt |= child.lower in book()["doubt"]["words"] and child.dep in ("advmod", "amod")
            if child.dep in ("acomp", "oprd", "advmod", "attr", "dobj") and child.i > verb.i and (measure := looked_up("state", child.lower)):
                return Frame(sure(measure, doubt or doubted(child), no or negated(child)), child)
            if child.dep in ("xcomp", "ccomp") and child.i > verb.i and token is verb and verb.lemma not in ("say", "tell"):
                if child.has("nsubj") is None:
                    if child.lemma == "be" and (where := placed(child)) is not None:  # "are thought to be in the hands of"
                        return where
                    stack.append(child)
                elif looked_up("state", child.lower):
                    return Frame(sure(looked_up("state", child.lower) or "other", doubt, no), child)
    if doubt and (below := verb.has("xcomp")) is not None and (measure := looked_up("object", below.lemma) or looked_up("subject", below.lemma)):
        return Frame(sure(measure, True, no), below)
    if verb.lemma == "be":
        for prep in verb.children:
            if prep.lower == "among" and (noun := prep.has("pobj")) is not None and (found := among(noun, verb)) is not None:
                return found
    if verb.lemma in ("be", "remain", "stay"):
        return placed(verb)
    return None


def placed(verb: Token) -> Frame | None:
    """What the place says where a set is: in captivity, "inside", "on board" held; "out", "home" released."""
    for child in verb.children:
        if child.dep == "prep" and held_place(child):
            return Frame("held", verb)
        if child.dep == "prep" and child.lower in ("in", "with", "inside", "under") and any(c.lower == "still" for c in verb.children) and verb.lemma == "be":
            return Frame("held", child)  # "another 20 are still in the forest"
        if child.i > verb.i and (where := looked_up("whereabouts", child.lower)) and child.dep in ("advmod", "prt", "prep", "acomp"):
            pobj = child.has("pobj")
            return Frame(where, child) if pobj is None or child.dep != "prep" or pobj.lower == "board" or child.lower == "aboard" else None
    return None


def among(noun: Token, verb: Token) -> Frame | None:
    """What a set is that is some of those whom *noun* names ("the captives include two cooks", "two of us are among the dead")."""
    units = lexicon("figures_units")
    if noun.lemma in (*units["captives"]["words"], *units["prisoners"]["words"]):
        return Frame("held", verb)
    if noun.lemma.lower() in lexicon("figures_measures")["aboard"]["groups"] and verb.lemma != "be":
        return Frame("held", verb)
    measure = looked_up("state", noun.lower) or ("killed" if noun.lemma in ("victim", "fatality", "death") else None)
    return Frame(measure, verb) if measure else None
