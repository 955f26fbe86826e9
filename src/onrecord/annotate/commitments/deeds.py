"""Deeds told from the other end: "forty women walked free", "has received 195 so far", "the convoy reached the town, as agreed"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from onrecord.annotate.clauses import clause_span, negated, right_span, subject
from onrecord.annotate.clauses.actors import main_parties, ranked_parties
from onrecord.annotate.clauses.shape import np_span
from onrecord.annotate.commitments.accounts import unreal
from onrecord.annotate.commitments.acts import deed_noun
from onrecord.annotate.commitments.doing import as_promised, given_back, held_kind
from onrecord.annotate.commitments.found import Found
from onrecord.annotate.commitments.provisions import doer_of_deed
from onrecord.annotate.commitments.sides import actor, holder_of_captives, keeper, likely_keeper, other_party, people_of, taker, takes_captives
from onrecord.annotate.commitments.terms import hangs_on, in_force, is_agreement, phrase_after, tentative, thought_of, under, words
from onrecord.annotate.draft import Draft
from onrecord.annotate.lexicon import lexicon
from onrecord.types import Span, Token

NEAR = 300
"""Words before a deed in which the agreement must be named."""
AFTER = ("advmod", "acomp", "oprd", "prt", "npadvmod", "dobj", "prep", "ccomp", "xcomp", "attr", "amod")
"""How the parse hangs the second word of an entry ("walk free", "go home") on the verb."""
CLOSE = 70
"""Words before a journey in which people must be told of as let go, for it to be their going home."""


def given_for(draft: Draft, found: Found) -> Iterator[Found]:
    """The account, and that of what was given in return."""
    yield found
    back = given_back(draft, found)
    if back is not None:
        yield back


@cache
def openings(name: str) -> frozenset[str]:
    """The verbs with which the entries of a list begin, looked for first."""
    return frozenset(entry.split()[0] for entry in words("deeds", name))


def meets(verb: Token, name: str) -> bool:
    """Whether a verb alone or with a word after it is an entry of the lexicon's deeds ("walk free", "go home", "cross")."""
    entries = words("deeds", name)
    if verb.lemma not in openings(name):
        return False
    after = [c for c in verb.children if c.i > verb.i and c.dep in AFTER]
    return verb.lemma in entries or any(f"{verb.lemma} {c.lower}" in entries or f"{verb.lemma} {c.lemma}" in entries for c in after)


def past(verb: Token) -> bool:
    """Whether a verb tells of what has happened: a past or perfect tense."""
    bare = verb.tag == "VBN" and verb.has("nsubj") is not None and verb.has("aux", "auxpass") is None  # a past form that the tagger took for a participle
    return verb.tag == "VBD" or bare or any(c.lower in ("has", "have", "had", "did", "'ve", "’ve") for c in verb.children if c.dep == "aux")


def people(thing: Token) -> bool:
    """Whether a noun, or a number that stands for it, means people who may be held."""
    if thing.pos == "NUM":
        return thing.ent not in ("DATE", "TIME", "MONEY", "PERCENT")
    held = {*lexicon("parties")["held"]["nouns"], *lexicon("parties")["private"]["nouns"], *words("deeds", "people")} - words("deeds", "things")
    return held_kind(thing) is not None or bool(people_of(thing) & held) or thing.ent == "NORP"


def went_free(draft: Draft, verb: Token) -> Found | None:
    """ "Forty women crossed the river to freedom", "all 20 captives went home": kept by who held them, where an agreement is in force or a ransom was paid."""
    sure = meets(verb, "freed")
    if not (sure or meets(verb, "going")) or negated(verb) or unreal(verb) or verb.dep in ("relcl", "acl", "advcl", "csubj", "pcomp"):
        return None
    if not past(verb) and not (verb.lemma == "be" and verb.tag in ("VBP", "VBZ")) and verb.has("auxpass") is None:
        return None
    thing = verb.has("nsubj", "nsubjpass")
    counted = thing is not None and (thing.pos == "NUM" or any(c.dep in ("nummod", "det") for c in thing.children))
    if thing is None or not counted or not people(thing) or escaped(draft, verb) or retold(verb):
        return None
    bound = in_force(draft, verb, NEAR)
    truce = bound is not None and bound.lemma in words("hostile", "truces") and not of_people(bound)
    due = bound is not None and (sure or held_kind(thing) is not None or of_people(bound) or (not truce and released_before(draft, verb)))
    if not (due or told_under(draft, verb) or ransomed(draft, verb)):
        return None
    party = let_go_by(draft, verb, thing)
    if party is None:
        return None
    exchange = hangs_on(draft, phrase_after(draft, verb, words("frames", "exchange")), verb)
    what = f"release {np_span(draft.parsed, thing).of(draft.parsed.report.text)}"
    return Found(verb, clause_span(draft.parsed, verb, owner=thing), party, "kept", what, exchange, rule="went free", in_part=True)


def told_under(draft: Draft, verb: Token) -> bool:
    """Whether a deed is put under an agreement or promise by its own words."""
    return under(draft, verb, done=True) is not None or as_promised(verb)


def escaped(draft: Draft, verb: Token) -> bool:
    """Whether people got away, or were got out by force: nobody let them go."""
    line = {t.lower for t in draft.parsed.of(draft.parsed.sentence_of(verb))}
    return bool(line & (words("frames", "gestures") | words("deeds", "escaping")))


def of_people(bound: Token) -> bool:
    """Whether an agreement is by its name about people who are held ("a prisoner deal", "the swap")."""
    table = {*words("people", "taken"), *words("people", "prisoners"), *words("people", "captives")}
    return bound.lemma in ("swap", "exchange") or any(c.lemma in table for c in bound.children if c.dep in ("compound", "nmod", "amod"))


def retold(verb: Token) -> bool:
    """Whether the words below tell the release itself ("walked off a plane after Caracas swapped them")."""
    return any(t.lemma in words("hostile", "captive") and t.has("dobj") is not None for c in verb.children if c.dep == "advcl" for t in (c,))


def released_before(draft: Draft, verb: Token) -> bool:
    """Whether a release is told of in the sentence or shortly before, so that those who travel are those let go."""
    first = draft.parsed.sentence_of(verb).first
    before = draft.parsed.tokens[max(first - CLOSE, 0) : verb.i]
    loose = words("hostile", "captive") | words("deeds", "releases")
    return any(t.lemma in loose and t.pos in ("VERB", "NOUN") for t in before)


def ransomed(draft: Draft, verb: Token) -> bool:
    """Whether a ransom is told to have been paid in the sentence or shortly before."""
    first = draft.parsed.sentence_of(verb).first
    before = draft.parsed.tokens[max(first - CLOSE, 0) : draft.parsed.sentence_of(verb).last]
    return any(t.lemma == "ransom" and t.dep in ("nsubjpass", "dobj") and paying(t.head) for t in before)


def paying(verb: Token) -> bool:
    """Whether a ransom was handed over at *verb*, not asked for, denied or supposed."""
    return verb.lemma in words("deeds", "paid") and verb.tag in ("VBD", "VBN") and not negated(verb) and not unreal(verb)


def let_go_by(draft: Draft, verb: Token, thing: Token) -> str | None:
    """Who let people go: by their own words, by their kind where only one side takes captives, else who was last told to release any."""
    pair = main_parties(draft)
    apart = len({takes_captives(draft, p) for p in pair}) == 2 and held_kind(thing) is not None
    party = keeper(draft, thing) or (likely_keeper(draft, thing) if apart else None) or holder_of_captives(draft, verb) or taker(draft, verb, thing)
    if party is None:
        party = next((p for p in ranked_parties(draft) if takes_captives(draft, p)), None) or likely_keeper(draft, thing) or next(iter(pair), None)
    return party


def taken_back(draft: Draft, verb: Token) -> Found | None:
    """ "It had taken back 1,200 bodies", "they had received 195 so far": kept in part by the other side."""
    if not meets(verb, "taking") or negated(verb) or unreal(verb) or not past(verb) or verb.dep in ("relcl", "acl", "advcl"):
        return None
    thing = verb.has("dobj")
    who = subject(verb)
    if thing is None or who is None or in_force(draft, verb, NEAR) is None:
        return None
    counted = thing.pos == "NUM" or any(c.dep == "nummod" for c in thing.children)
    scant = any(t.lower in ("only", "just", "barely", "merely") for t in (*thing.children, *verb.children, *(g for c in thing.children for g in c.children)))
    due = thing.pos == "NUM" or people(thing) or thing.lemma in words("deeds", "goods")
    if not counted or scant or thing.ent in ("DATE", "TIME", "MONEY", "PERCENT") or not due:
        return None
    own = actor(draft, who)
    party = next((p for p in main_parties(draft) if p != own), None) if own in main_parties(draft) else holder_of_captives(draft, verb)
    if party is None or own is None or party == own:
        return None
    what = f"return {right_span(draft.parsed, [thing]).of(draft.parsed.report.text)}"
    return Found(verb, clause_span(draft.parsed, verb, owner=who), party, "kept", what, rule="received", obligee=own, in_part=True)


def arrived(draft: Draft, verb: Token) -> Found | None:
    """ "43 trucks of flour reached the town, as agreed", "under the accord the last barricade came down": done as its words say that it was due."""
    if not meets(verb, "arriving") or negated(verb) or unreal(verb) or not past(verb) or not told_under(draft, verb):
        return None
    thing = verb.has("nsubj", "nsubjpass")
    if thing is None or thing.pos not in ("NOUN", "NUM") or people(thing):
        return None
    party = actor(draft, thing) or likely_keeper(draft, thing) or other_party(draft, verb)
    if party is None:
        return None
    span = clause_span(draft.parsed, verb, owner=thing)
    return Found(verb, Span(min(span.start, np_span(draft.parsed, thing).start), span.end), party, "kept", span, rule="arrived", in_part=True)


def took_place(draft: Draft, verb: Token) -> Found | None:
    """ "Exchanges in those categories took place on Monday", "the first handover was completed": a deed of the agreement, said to be done."""
    noun = verb.has("nsubj", "nsubjpass")
    if noun is None or not meets(verb, "taking_place") or negated(verb) or unreal(verb) or not (past(verb) or verb.has("auxpass") is not None):
        return None
    if deed_noun(noun) is not noun or noun.lemma in words("hostile", "truces") or verb.dep in ("relcl", "acl", "advcl"):
        return None
    first = draft.parsed.sentence_of(verb).first
    near = draft.parsed.tokens[max(first - NEAR, 0) : first]
    bound = next((t for t in reversed(near) if is_agreement(t) and t.pos in ("NOUN", "PROPN") and not tentative(t, done=True) and not thought_of(t)), None)
    party = doer_of_deed(draft, noun)
    if bound is None or party is None or any(c.lower in ("previous", "last", "earlier", "similar", "no") for c in noun.children):
        return None
    return Found(verb, clause_span(draft.parsed, verb, owner=noun), party, "kept", np_span(draft.parsed, noun), rule="took place", in_part=True)


RULES = (went_free, taken_back, arrived, took_place)
"""Every account that something due was done, told by who or what was let go, came or was received."""
