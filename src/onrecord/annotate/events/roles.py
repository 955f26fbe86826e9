"""Which argument of a trigger is actor, target, mediator, place or topic of its event."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.annotate.cast import Cast
from onrecord.annotate.events.frame import Frame, obliques, subjects_of, verb_frame
from onrecord.annotate.events.kinds import fits, in_class, is_party, is_people, is_place
from onrecord.annotate.events.lexicons import word_class
from onrecord.annotate.events.names import called, name, names, phrase, place_name
from onrecord.annotate.events.trigger import Trigger
from onrecord.types import EventType, Token

TIMELY = frozenset({"DATE", "TIME"})
SPOKEN = frozenset({"accuse", "reject", "demand", "propose", "appeal", "warn", "threaten", "accept", "meet", "call", "protest", "message", "publish"})
"""Types done by speaking or showing up, whose subject is somebody whatever it is called."""
SENT = ("message", "demands", "proposal", "list")
"""What reaches somebody."""
TO = frozenset({"release", "capture", "rescue", "exchange"})
TOWARDS: dict[EventType, tuple[str, ...]] = {
    "attack": ("on", "against", "at", "into"),
    "operation": ("against", "on"),
    "meet": ("with", "between"),
    "call": ("with", "to", "between"),
    "travel": ("to", "in", "for", "into"),
    "message": ("to", "with"),
    "propose": ("to",),
    "demand": ("from", "of", "on"),
    "accept": ("from",),
    "reject": ("from",),
    "agree": ("with",),
    "resume_talks": ("with",),
    "suspend_talks": ("with",),
    "withdraw": ("from", "of"),
    "accuse": (),
    "threaten": ("to", "against"),
    "warn": ("to", "against"),
    "protest": ("against",),
    "publish": (),
    "appeal": ("on", "upon", "to"),
    "truce_start": ("with",),
    "truce_end": ("with",),
    "truce_extend": ("with",),
    "breach": ("with",),
    "other": ("with", "on", "to"),
}
"""Prepositions after which the target of each type stands."""
OBJECT = frozenset(
    {
        "release",
        "capture",
        "rescue",
        "exchange",
        "attack",
        "operation",
        "meet",
        "call",
        "travel",
        "demand",
        "accuse",
        "threaten",
        "warn",
        "publish",
        "appeal",
        "other",
        "withdraw",
    }
)
"""Types whose grammatical object is a target."""
LOCATED = frozenset({"travel", "attack", "operation"})
"""Types whose target may be a place."""
MUTUAL = frozenset({"truce_start", "truce_end", "truce_extend", "suspend_talks", "resume_talks"})
"""Types whose parties may stand after "between" on what begins or ends."""
ADDRESSED = frozenset({"demand", "accuse", "threaten", "warn", "appeal", "meet", "call"})
"""Types whose object must be a party or people to be a target."""


@dataclass(frozen=True, slots=True)
class Roles:
    """Who took part, by name."""

    actors: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    through: tuple[str, ...] = ()
    place: str | None = None
    about: str | None = None


def roles(trigger: Trigger, cast: Cast) -> Roles:
    """The explicit participants of a trigger."""
    frame, kind = trigger.frame, trigger.rule.type
    doers = doers_of(trigger, cast)
    acted = tuple(t for t in targets_of(trigger, cast) if t not in doers)
    through = tuple(t for t in frame.at("through", "via") if is_party(t, cast) or t.lemma in word_class("party"))
    actors, targets = doer_names(doers, cast), names(acted, cast)
    if kind in LOCATED:
        named = (place_name(t, cast) if is_place(t, cast) and t.dep in ("pobj", "conj", "dobj") else name(t, cast) for t in acted)
        targets = tuple(dict.fromkeys(n for n in named if n))
    if kind in MUTUAL and not trigger.is_noun:
        between = tuple(t for noun in (*frame.subjects, *frame.objects) for p, t in obliques(noun) if p == "between")
        actors = names(between, cast) or actors
    if kind in ("meet", "call") and trigger.is_noun and frame.at("between"):
        actors, targets = names(frame.at("between"), cast), ()
    if kind == "attack" and trigger.is_noun:
        targets += names(harmed(trigger, cast), cast)
    return Roles(actors, tuple(t for t in targets if t not in actors), names(through, cast), place_of(trigger, cast), topic_of(frame, cast))


def doer_names(doers: tuple[Token, ...], cast: Cast) -> tuple[str, ...]:
    """The names of those who act, each once; a party that acts by its own people ("its fighters", "his government") by its own name."""
    found: list[str] = []
    for token in doers:
        owner = next((c for c in token.children if c.tag == "PRP$"), None)
        known = cast.at(owner) if owner is not None and token.lemma in word_class("serving") else None
        qualified = any(c.dep in ("nummod", "amod") for c in token.children)
        party = None
        if known is not None and not qualified:
            party = called(known) if known.kind in ("body", "state") else known.side
        found += [party] if party is not None else names((token,), cast)
    return tuple(n for n in dict.fromkeys(found) if not any(f" {n} " in f" {other} " for other in found if other != n))


def doers_of(trigger: Trigger, cast: Cast) -> tuple[Token, ...]:
    """The tokens of those who act."""
    frame, kind = trigger.frame, trigger.rule.type
    if kind in ("truce_end", "truce_start", "suspend_talks", "resume_talks") and not trigger.is_noun and not frame.objects and not frame.at("to", "from"):
        return tuple(t for t in frame.subjects if acts(t, cast))
    if kind == "attack" and trigger.is_noun and not frame.subjects and (claim := claimed(trigger.head)) is not None:
        return tuple(t for t in subjects_of(claim)[0] if acts(t, cast))
    if kind in TO and trigger.is_noun:
        return tuple(t for t in frame.subjects if acts(t, cast) and not held(t, cast) and t.ent != "NORP")
    if kind in ("travel", "other") and not trigger.is_noun and any(fits(t, ("vehicles", "aid"), cast) for t in frame.subjects):
        return frame.subjects
    if kind == "withdraw" and trigger.is_noun:
        return tuple(t for t in (*frame.subjects, *frame.at("of")) if acts(t, cast))
    if freed_themselves(trigger, cast) or trigger.head.lemma in word_class("undergoing"):
        return ()
    if kind == "release" and not frame.passive and trigger.head.lemma in word_class("receiving"):
        return ()  # who receives the remains is not who gave them up
    if arrives(trigger, cast):
        return tuple(c for t in frame.subjects for c in t.children if c.dep == "poss" and acts(c, cast))  # "the demands reached them": whose
    if kind in SPOKEN and not trigger.is_noun:
        return tuple(t for t in frame.subjects if acts(t, cast) or may_speak(t, cast))
    if kind == "attack" and trigger.is_noun:
        return tuple(t for t in frame.subjects if (acts(t, cast) or t.ent == "NORP") and not (t.dep in ("compound", "nmod") and is_spot(t, cast)))
    return tuple(t for t in frame.subjects if acts(t, cast) or (t.ent == "NORP" and trigger.is_noun))


def arrives(trigger: Trigger, cast: Cast) -> bool:
    """Whether what is sent is the subject: "the demands reached the government"."""
    sent = trigger.frame.subjects
    return trigger.rule.type == "message" and not trigger.is_noun and bool(sent) and all(fits(t, SENT, cast) for t in sent)


def freed_themselves(trigger: Trigger, cast: Cast) -> bool:
    """Whether those who are freed are the subject: "eight walk free", "three will leave the jails", "24 have crossed the bridge"."""
    frame, rule = trigger.frame, trigger.rule
    if rule.type not in TO or not rule.subject or rule.theme or frame.passive:
        return False
    return all(is_place(t, cast) or fits(t, ("place_noun", "custody", "border", "home", "vehicles"), cast) or t in trigger.words for t in frame.objects)


def is_spot(token: Token, cast: Cast) -> bool:
    """Whether a word before an attack names where it was ("the Tesh attacks"), not who did it."""
    known = cast.at(token)
    return known is not None and known.kind == "place"


def claimed(noun: Token) -> Token | None:
    """The verb of "took credit for the attack", "claimed responsibility for it", or None."""
    if noun.dep != "pobj" or noun.head.lower != "for":
        return None
    up = noun.head.head
    verb = up.head if up.lower in ("credit", "responsibility") else up
    return verb if any(c.lower in ("credit", "responsibility") for c in verb.children) else None


def may_speak(token: Token, cast: Cast) -> bool:
    """Whether any other noun may stand for somebody who speaks ("the arbitrator"): not a time, a weapon or a thing that goes on."""
    return (
        token.pos in ("NOUN", "PROPN")
        and token.ent not in TIMELY
        and not fits(token, ("weapons", "talks", "truce", "deal", "fight", "operation", "terms"), cast)
    )


def acts(token: Token, cast: Cast) -> bool:
    """Whether *token* may be a doer: a party, people, envoys or forces."""
    return fits(token, ("party", "people", "envoys", "forces"), cast) and token.ent not in TIMELY


def held(token: Token, cast: Cast) -> bool:
    """Whether *token* names people who are held."""
    return in_class(token, "captives", cast) or (is_people(token, cast) and not is_party(token, cast))


def targets_of(trigger: Trigger, cast: Cast) -> tuple[Token, ...]:
    """The tokens of those who are acted upon."""
    frame, kind = trigger.frame, trigger.rule.type
    found: list[Token] = []
    if not trigger.is_noun and kind in OBJECT:
        found = [t for t in frame.objects if t.ent not in TIMELY and t not in trigger.words]
        if kind == "attack":
            found = [t for t in found if not fits(t, ("weapons", "fight"), cast)]
        if kind == "withdraw":
            found = [t for t in found if not fits(t, ("proposal", "demands"), cast) and t.lemma != "table"]
        if kind == "operation":
            found = [t for t in found if not fits(t, ("operation", "fight"), cast)]
        if kind in ADDRESSED:
            found = [t for t in found if acts(t, cast)]
        if kind == "other":
            found = [t for t in found if acts(t, cast) or held(t, cast)]
        if kind == "capture":
            found += [c for w in trigger.words[1:] for c in w.children if c.dep in ("compound", "nmod") and is_people_word(c, cast)]
        if freed_themselves(trigger, cast) or trigger.head.lemma in word_class("undergoing"):
            found = list(frame.subjects)
    if arrives(trigger, cast):
        found += [t for t in frame.objects if acts(t, cast)]
    if kind in ("demand", "appeal") and not found:
        found = [s for c in trigger.head.children if c.dep in ("ccomp", "xcomp") for s in subjects_of(c)[0] if acts(s, cast) and s not in frame.subjects]
    if kind == "attack" and trigger.head.lemma in word_class("clashing"):
        found += [t for t in frame.at("with") if acts(t, cast)]
    found += [t for t in frame.dative if kind in ("message", "propose", "threaten", "demand", "reject", "appeal")]
    preps = ("from",) if kind == "withdraw" and trigger.is_noun else TOWARDS.get(kind, ())
    found += [t for t in frame.at(*preps) if suits(t, kind, cast)]
    if kind in TO:
        found = [t for t in found if not (t.pos == "PRON" and (known := cast.at(t)) is not None and known.kind in ("body", "state", "outlet"))]
    if trigger.is_noun and kind in (*TO, "attack", "accuse", "publish"):
        found += [t for t in frame.at("of") if kind in TO or acts(t, cast) or (kind == "attack" and is_place(t, cast))]
        found += [c for c in trigger.head.children if c.dep == "compound" and kind in TO and in_class(c, "captives", cast)]
        found += [c for c in trigger.head.children if c.dep == "poss" and kind in TO and held(c, cast)]
    if kind == "operation" and trigger.is_noun:
        found += [t for t in frame.at("in", "into", "throughout", "across") if is_place(t, cast)]
        found += [t for t in frame.at("of") if is_place(t, cast)]
    return tuple(t for t in dict.fromkeys(found) if t.ent not in TIMELY and not fits(t, ("furniture",), cast))


def is_people_word(token: Token, cast: Cast) -> bool:
    """Whether the parse made people a modifier of "hostage" ("took 40 people hostage")."""
    return fits(token, ("people", "party"), cast)


def harmed(trigger: Trigger, cast: Cast) -> tuple[Token, ...]:
    """Those whom an attack is said to have killed, hurt or hit, in its relative clause or as its verb."""
    verbs = [c for c in trigger.head.children if c.dep in ("relcl", "acl") and c.lemma in word_class("harming")]
    if trigger.frame.verb is not None and trigger.head.dep == "nsubj" and trigger.frame.verb.lemma in word_class("harming"):
        verbs.append(trigger.frame.verb)
    verbs += [c for v in verbs for c in v.children if c.dep == "conj" and c.lemma in word_class("harming")]
    return tuple(t for v in verbs for t in verb_frame(v).objects)


def suits(token: Token, kind: EventType, cast: Cast) -> bool:
    """Whether a noun after a preposition can be the target of this type."""
    if kind in ("attack", "operation"):
        return acts(token, cast) or is_place(token, cast) or in_class(token, "place_noun", cast)
    if kind in ("travel",):
        return is_place(token, cast) or in_class(token, "place_noun", cast)
    if kind == "withdraw":
        return True
    return acts(token, cast)


def place_of(trigger: Trigger, cast: Cast) -> str | None:
    """Where it was, by a place name after in, at, into …"""
    frame = trigger.frame
    preps: tuple[str, ...] = ("in", "at", "into", "near", "throughout", "across", "outside", "inside", "around")
    if trigger.rule.type in ("travel", "operation"):
        preps += ("to", "on")
    inner = tuple(pair for t in (*frame.objects, *frame.subjects) if t.i > trigger.head.i for pair in obliques(t))
    for prep, found in (*frame.oblique, *inner):
        token = named_place(found)
        if prep in preps and is_place(token, cast) and token.ent not in TIMELY:
            return place_name(token, cast)
    for token in frame.objects:
        if trigger.rule.type == "travel" and is_place(token, cast):
            return place_name(token, cast)
    return None


def named_place(token: Token) -> Token:
    """The name behind "the town of": the token itself elsewhere."""
    if token.lemma not in word_class("place_noun"):
        return token
    below = [g for c in token.children if c.lower == "of" for g in c.children if g.dep == "pobj" and g.pos == "PROPN"]
    return below[0] if below else token


def topic_of(frame: Frame, cast: Cast) -> str | None:
    """What it was about, in the words after about, over, on."""
    found = [t for t in frame.at("about", "over", "regarding", "concerning") if t.ent not in TIMELY]
    return phrase(found[0], cast) if found else None
