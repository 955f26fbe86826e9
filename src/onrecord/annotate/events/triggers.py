"""Finds the words that tell of an event and the type of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from onrecord.annotate.cast import Cast
from onrecord.annotate.events.duties import duties
from onrecord.annotate.events.frame import Frame, obliques, verb_frame
from onrecord.annotate.events.kinds import fits
from onrecord.annotate.events.lexicons import Rule, longest_first, rules, word_class
from onrecord.annotate.events.needs import concluded, noun_need, verb_need
from onrecord.annotate.events.negation import is_negated
from onrecord.annotate.events.noun_frame import noun_frame
from onrecord.annotate.events.spellings import hyphened, is_infinitive, joined, misread_adjective
from onrecord.annotate.events.trigger import Trigger
from onrecord.types import EventType, Parsed, Token

ERGATIVE: frozenset[EventType] = frozenset({"truce_start", "truce_end", "truce_extend", "suspend_talks", "resume_talks", "operation"})
"""Types whose verbs may have what is acted on as their subject ("talks collapsed")."""
MADE = frozenset({"reach", "strike", "broker", "conclude", "make", "mediate", "negotiate", "agree"})
"""Participles that only say of the deal before them that it was made; what was signed tells of a signing."""
UNCOVERED = frozenset({"people", "party", "captives", "place", "forces", "place_noun", "envoys", "sought", "agenda", "approved"})
"""Classes of themes that tell events of their own beside the verb's: "wants the release of their founder"."""
LEAVING = ("release", "withdraw", "travel")
"""Types by which those who are let go leave."""
REACH = 7
"""How many words after a verb the further words of its phrase may stand."""


def find_triggers(parsed: Parsed, cast: Cast, topic: frozenset[str]) -> tuple[Trigger, ...]:
    """All triggers in the order of the text; a noun whose verb already tells the event is left out. *topic*: what the report is about."""
    known = rules("verb")
    verbs = [
        t
        for token in parsed.tokens
        if token.lemma in known and verbal(token, parsed)
        for t in first_verb(token, parsed, cast, topic)
    ]
    verbs = [t for t in verbs if not refused(t, verbs)]
    verbs += duties(parsed, verbs, cast)
    told = {id(o) for t in verbs if not made_in_relative(t) for o in covered(t, cast)}
    named = [t for t in parsed.tokens if (t.pos in ("NOUN", "PROPN") or hyphened(t, parsed)) and id(t) not in told]
    nouns = [t for token in named for t in first_noun(token, parsed, cast, topic)]
    verbs = [t for t in verbs if not told_by_noun(t, nouns)]
    used = {id(w) for t in verbs for w in t.words}
    return tuple(sorted([*verbs, *(n for n in nouns if id(n.head) not in used)], key=lambda t: t.head.i))


def verbal(token: Token, parsed: Parsed) -> bool:
    """Whether *token* is used as a verb, whatever it was tagged as."""
    return token.pos in ("VERB", "AUX") or token.tag in ("VB", "VBG", "VBN") or is_infinitive(token) or misread_adjective(token, parsed)


def refused(trigger: Trigger, verbs: list[Trigger]) -> bool:
    """Whether the trigger only says what a refusal or failure is of ("refused to hand over"): that is one event, not two."""
    up = trigger.head.head
    if trigger.head.dep not in ("xcomp", "ccomp"):
        return False
    if trigger.rule.type in LEAVING and up.lemma in ("let", "allow", "permit") and any(v.head is up and v.rule.type == "release" for v in verbs):
        return True  # "let the sick go home"
    if trigger.rule.type == "travel" and any(v.head is up and v.rule.type == "withdraw" for v in verbs):
        return True  # "ordered the team to return home"
    over = [v for v in verbs if v.head is up]
    if up.lemma == "rule" and trigger.head.tag == "VBG":
        return False  # "ruled out sending troops": what is ruled out is an event of its own, denied
    return any(v.rule.type == "reject" or v.rule.needs == "stops_doing" or (v.rule.type == "breach" and trigger.head in v.words) for v in over)


def told_by_noun(trigger: Trigger, nouns: list[Trigger]) -> bool:
    """Whether a relative clause only says that the deal before it was made ("the agreement they reached"): the noun tells it."""
    return made_in_relative(trigger) and any(n.head is trigger.head.head for n in nouns)


def made_in_relative(trigger: Trigger) -> bool:
    """Whether a verb of agreeing stands in a relative clause with a subject of its own."""
    subject = trigger.head.has("nsubj")
    if trigger.rule.type in ("agree", "truce_start") and trigger.head.dep == "acl" and trigger.head.tag == "VBN" and trigger.head.lemma in MADE:
        return True  # "under an accord reached in May"
    return trigger.rule.type == "agree" and trigger.head.dep == "relcl" and subject is not None and subject.lower not in ("who", "which", "that")


def covered(trigger: Trigger, cast: Cast) -> Iterator[Token]:
    """Nouns of the theme that only name what the verb tells ("reach an agreement", "begin talks")."""
    plain = tuple(c for c in trigger.rule.theme if c not in UNCOVERED)
    broken = trigger.rule.type == "breach"  # "trampled on the pact signed in May" tells of both
    for token in (*trigger.frame.objects, *trigger.frame.subjects, *(t for _, t in trigger.frame.oblique)):
        if not (broken and concluded(token)) and (
            (trigger.rule.type in ("agree", "accept") and token.lemma in word_class("deal"))
            or fits(token, plain, cast)
            or any(token.lower in word_class(c) for _, c in trigger.rule.oblique if c in ("talks", "truce", "deal", "table", "operation", "fight", "terms"))
        ):
            yield token


def first_verb(token: Token, parsed: Parsed, cast: Cast, topic: frozenset[str]) -> Iterator[Trigger]:
    """The trigger that *token* heads as a verb, by the first rule that fits."""
    entries = longest_first("verb", token.lemma)
    misread = misread_adjective(token, parsed)
    if not entries or (token.dep in ("amod", "compound") and not taken(token) and not misread):
        return
    stays = token.lemma == "leave" and frame_is_passive(token)  # "their names be left out", "a door left ajar": nobody goes
    if token.lemma == "be" and any(c.dep == "expl" for c in token.children):
        return  # "there will be no talks under fire": its subject tells
    if token.lemma == "be" and any(c.dep == "xcomp" and c.pos == "VERB" and c.has("aux") is not None for c in token.children):
        return  # "ten are to be freed": the verb under it tells
    near = following(token, parsed) if entries[0][1] else frozenset()
    frame: Frame | None = None
    for rule, rest in entries:
        if (rest and not near.issuperset(rest)) or not in_context(rule, topic) or (stays and rule.needs != "dropped_off"):
            continue
        words = phrase(token, rest, parsed)
        if not words:
            continue
        frame = frame or frame_of(token, parsed, misread)
        if len(words) > 1:
            frame = replace(frame, oblique=frame.oblique + tuple(p for w in words[1:] for p in obliques(w)))
        if (verb_fits(words, rule, frame, cast) or spoken_of(words, rule, frame, parsed, cast)) and verb_need(token, rule, frame, cast):
            yield Trigger(token, words, rule, frame, False)
            return


def frame_of(token: Token, parsed: Parsed, misread: bool) -> Frame:
    """The arguments of *token* as a verb, of a participle before a noun that noun."""
    if token.dep != "amod":
        return verb_frame(token.head if token.lower == "let" and token.dep == "aux" else token)
    before = parsed.tokens[token.i - 1]
    return Frame(token, (before,) if misread and before.lower != "to" else (), (token.head,), passive=not misread)


def frame_is_passive(token: Token) -> bool:
    """Whether a verb stands in the passive, or as a participle behind the noun that it is said of."""
    return token.tag == "VBN" and (token.has("auxpass") is not None or token.dep == "acl")


def taken(token: Token) -> bool:
    """Whether a participle before a noun tells of a capture that nothing else tells: "18 captured soldiers", "three kidnapped priests"."""
    counted = any(c.pos == "NUM" and c.dep in ("nummod", "compound") for c in token.head.children)
    return token.dep == "amod" and token.tag in ("VBN", "VBD") and counted and any(r.type == "capture" for r, _ in rules("verb").get(token.lemma, ()))


def following(token: Token, parsed: Parsed) -> frozenset[str]:
    """The words and lemmas among which the further words of the phrase of *token* may stand."""
    near = parsed.tokens[token.i + 1 : min(token.i + 1 + REACH, parsed.sentence_of(token).last)]
    return frozenset(w for t in near for w in (t.lower, t.lemma))


def phrase(token: Token, rest: tuple[str, ...], parsed: Parsed) -> tuple[Token, ...]:
    """*token* and the further words of its phrase in their order, or nothing when one is missing."""
    found, at = [token], token.i
    for word in rest:
        near = parsed.tokens[at + 1 : min(token.i + 1 + REACH, parsed.sentence_of(token).last)]
        alike = (t for t in near if word in (t.lower, t.lemma) and not timely(t))
        hit = next((t for t in alike if t.head in found or (t.head.head is token and t.i < t.head.i) or beside_it(t, found[-1])), None)
        if hit is None or (token.lemma == "be" and hit.tag == "VB"):  # "are free", not "are to free"
            return ()
        found.append(hit)
        at = hit.i
    return tuple(found)


def beside_it(particle: Token, word: Token) -> bool:
    """Whether the next word of a phrase follows at once, whatever the parse hung it on ("handed over 12", "let go a boy")."""
    return particle.i == word.i + 1 and (particle.tag in ("RP", "RB", "IN") or (word.lower == "let" and particle is word.head))


THINGS = ("truce", "talks", "deal", "proposal")
"""What "it" may stand for under verbs of these: whichever was named last."""
MEMORY = 40
"""Words back over which such a thing is remembered."""


def spoken_of(words: tuple[Token, ...], rule: Rule, frame: Frame, parsed: Parsed, cast: Cast) -> bool:
    """Whether the rule fits when "it" is read as the truce, talks, deal or proposal named last ("a condition for extending it")."""
    if not set(rule.theme) & set(THINGS) or not any(t.lower == "it" for t in (*frame.objects, *frame.subjects)):
        return False
    back = parsed.tokens[max(words[0].i - MEMORY, 0) : words[0].i]
    last = next((t for t in reversed(back) if t.pos == "NOUN" and fits(t, THINGS, cast)), None)
    if last is None:
        return False
    read = replace(frame, objects=tuple(last if t.lower == "it" else t for t in frame.objects))
    read = replace(read, subjects=tuple(last if t.lower == "it" else t for t in read.subjects))
    return verb_fits(words, rule, read, cast)


def timely(token: Token) -> bool:
    """Whether a preposition only brings a date: "called on Monday" is no call on anybody."""
    return token.lower in ("on", "upon") and any(c.dep == "pobj" and c.ent in ("DATE", "TIME") for c in token.children)


def verb_fits(words: tuple[Token, ...], rule: Rule, frame: Frame, cast: Cast) -> bool:
    """Whether the arguments are of the classes that the rule asks for."""
    token = words[0]
    objects = tuple(t for t in frame.objects if t not in words)
    theme = objects or (frame.subjects if not frame.passive and rule.type in ERGATIVE else ())
    if rule.negated and not is_negated(token):
        return False
    if any(fits(t, rule.not_theme, cast) for t in objects):
        return False
    if rule.subject and frame.subjects and not any(fits(t, rule.subject, cast) for t in frame.subjects):
        return False
    if rule.subject and not frame.subjects and not rule.theme and not frame.passive:
        return False
    themed = bool(rule.theme) and any(fits(t, rule.theme, cast) for t in theme)
    if rule.both and not (themed or not rule.theme):
        return False
    themed = themed and not rule.both
    reached = any(beside(token, prep, name, frame, cast) for prep, name in rule.oblique)
    return themed or reached or not (rule.theme or rule.oblique)


def beside(token: Token, prep: str, name: str, frame: Frame, cast: Cast) -> bool:
    """Whether a word of class *name* (any when empty) stands after *prep* in the clause of *token*."""
    if any(p == prep and (not name or fits(t, (name,), cast)) for p, t in frame.oblique):
        return True
    below = [t for t in token.subtree() if token.i < t.i <= token.i + 14] if token.children else []
    for i, t in enumerate(below):
        if t.lemma == prep and t.pos in ("VERB", "ADV", "NOUN") and (not name or any(b.lemma in word_class(name) for b in below[i + 1 :])):
            return True
    return False


def first_noun(token: Token, parsed: Parsed, cast: Cast, topic: frozenset[str]) -> Iterator[Trigger]:
    """The trigger that *token* is as a noun, by the first rule that fits."""
    whole = hyphened(token, parsed)
    entries = rules("noun").get(joined(whole)) or rules("noun").get(token.lemma) or rules("noun").get(token.lower)
    if not entries or token.dep in ("compound", "nmod", "amod") or token.ent == "DATE":
        return
    if token.dep == "pobj" and token.head.lower == "under" and token.lower == "fire":
        return  # "no talks under fire": a state of things
    if token.dep == "pobj" and token.head.lower == "in" and token.lower in ("return", "exchange") and not any(c.i < token.i for c in token.children):
        return  # "in return for", "in exchange for": a condition, not an event
    after = parsed.tokens[token.i + 1].lower if token.i + 1 < len(parsed.tokens) else ""
    before = {c.lower for c in token.children if c.i < token.i} | {c.lemma for c in token.children if c.i < token.i}
    frame = noun_frame(token)
    for rule, _ in entries:
        if before & rule.not_modifier or after in rule.not_after or not in_context(rule, topic):
            continue
        if noun_fits(token, rule, frame, before, cast) and noun_need(token, rule, frame, cast):
            extra = tuple(c for c in token.children if rule.span_modifier and c.lower in rule.modifier)
            yield Trigger(token, whole if (joined(whole),) in rule.words else (*extra, token), rule, frame, True)
            return


def titled(token: Token) -> bool:
    """Whether the noun only stands in somebody's title: "director general of military operations"."""
    over = token.head.head
    return token.dep == "pobj" and token.head.lower == "of" and over.lemma in word_class("titles") and token.tag in ("NNS", "NNPS")


def in_context(rule: Rule, topic: frozenset[str]) -> bool:
    """Whether the report is about what the rule asks for."""
    return not (rule.not_context and rule.not_context in topic) and (rule.context is None or rule.context in topic)


def noun_fits(token: Token, rule: Rule, frame: Frame, before: set[str], cast: Cast) -> bool:
    """Whether modifiers and complements are what the rule asks for."""
    demonym = "demonym" in rule.modifier and any(c.ent == "NORP" and c.i < token.i for c in token.children)
    if rule.modifier and not before & rule.modifier and not demonym and not any(c.text.split("-")[-1] in rule.modifier for c in token.children):
        return False
    if rule.prep and not any(p in rule.prep for p, _ in frame.oblique):
        return False
    if "that" in before or "those" in before or ("this" in before and rule.type == "meet"):
        return False
    if titled(token):
        return False
    around = [t for p, t in frame.oblique if p in ("of", "in", "to", "on", "for")] + [
        c for c in token.children if c.dep in ("compound", "poss", "nmod", "amod")
    ]
    if rule.not_of and any(t.lemma in rule.not_of or fits(t, tuple(rule.not_of & {"media"}), cast) for t in around):
        return False
    return not rule.of or any(fits(t, rule.of, cast) for t in around)
