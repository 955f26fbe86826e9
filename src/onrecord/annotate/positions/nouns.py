"""Stances said by nouns: "Varnia's refusal to", "a demand by the union", "its main condition is", "has no intention of"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from onrecord.annotate.clauses import clause_span, negated, party_at, right_span, speaker_at, subject
from onrecord.annotate.clauses.actors import acts
from onrecord.annotate.clauses.syntax import noun_holder
from onrecord.annotate.draft import Draft
from onrecord.annotate.lexicon import lexicon
from onrecord.annotate.positions.adjectives import denied
from onrecord.annotate.positions.found import Found
from onrecord.types import Span, Stance, Token

KINDS: tuple[Stance, ...] = ("demands", "offers", "refuses", "accepts", "conditions")
STANDING = ("stand", "remain", "hold")
"""Verbs by which what was asked or offered is still so."""
REACH = 60
"""How many words back an offer may lie whose contents are told."""


@cache
def noun_stances() -> dict[str, Stance]:
    """Stance by noun lemma."""
    table = lexicon("positions")["nouns"]
    return {noun: stance for stance in reversed(KINDS) for noun in table[stance]}


def noun_positions(draft: Draft) -> Iterator[Found]:
    """Every stance whose trigger is a noun that somebody holds."""
    idioms = frozenset(lexicon("positions")["idioms"]["refuse_nouns"])
    for token in draft.parsed.tokens:
        if token.pos not in ("NOUN", "PROPN"):
            continue
        found = None
        if token.lemma in idioms:
            found = no_intention(draft, token)
        if found is None and token.lemma in lexicon("positions")["idioms"]["policies"]:
            found = policy(draft, token)
        if found is None and token.lemma in noun_stances():
            found = by_noun(draft, token, noun_stances()[token.lemma])
        if found is None and token.lemma in ("deadline", "ultimatum"):
            found = still_due(draft, token)
        if found is None and token.lemma in ("term", "demand", "condition", "price"):
            found = simple_terms(draft, token)
        if found is None and token.lemma in ("position", "stance", "line"):
            found = by_noun(draft, token, "demands") if has_duty(token) else None
        if found is not None:
            yield found


def has_duty(noun: Token) -> bool:
    """Whether a "that" clause under *noun* says what somebody must do."""
    return any(
        c.dep in ("acl", "ccomp", "relcl") and any(a.lower in ("must", "should", "has", "have") for a in c.children if a.dep == "aux") for c in noun.children
    )


def below_noun(noun: Token) -> list[Token]:
    """What the stance noun is about: its clause, or what follows "for", "of", "on", "to", "that"."""
    found = [c for c in noun.children if c.i > noun.i and c.dep in ("acl", "ccomp", "xcomp", "prep", "relcl")]
    found = [c for c in found if not (c.dep == "prep" and c.lower not in ("for", "of", "on", "to", "against", "about"))]
    found = [c for c in found if not (c.dep == "prep" and c.lower == "of" and c.has("pobj") is noun_holder(noun, 0))]
    above = noun.head
    if noun.dep == "pobj" and above.lower in ("among", "amongst") and above.head.lemma == "be":
        found += [c for c in above.head.children if c.dep in ("attr", "nsubj") and c.i > above.head.i]
    if noun.dep in ("nsubj", "nsubjpass") and above.lemma in ("be", "remain", "include"):
        found += [c for c in above.children if c.dep in ("attr", "ccomp", "xcomp", "acomp") and c.i > above.i]
    return found


def named_after(draft: Draft, noun: Token) -> list[Token]:
    """What a noun's apposition or the words after a colon name: "its central demand, the release of the clerics", "set out its demands: …"."""
    beside = [c for c in noun.children if c.dep == "appos" and c.i > noun.i]
    if beside or noun.dep not in ("dobj", "pobj", "attr", "conj"):
        return beside
    later = [t for t in draft.parsed.of(draft.parsed.sentence_of(noun)) if t.i > noun.i]
    colon = next((t.i for t in later if t.text == ":"), None)
    among = next((t.i for t in later if t.lower in ("among", "including")), None)
    start = colon if colon is not None else among if noun.tag == "NNS" else None
    return [t for t in later if start is not None and t.i > start and t.pos != "PUNCT"][:1] if start is not None else []


def by_noun(draft: Draft, noun: Token, stance: Stance) -> Found | None:
    """The stance of a noun with a holder and a topic; under a verb that reports or makes it, the verb's subject holds it."""
    light = frozenset(lexicon("positions")["light"]["verbs"])
    if noun.dep == "dobj" and noun.head.lemma in lexicon("positions")["dropping"]["verbs"]:
        return None
    if noun.lemma == "price" and not (noun.dep == "nsubj" and noun.head.lemma == "be") and noun.head.lemma != "make":
        return None
    about = told_of(noun, named_after(draft, noun), light)
    who = holder_of(noun, light)
    party = party_at(draft, who) if who is not None else None
    if noun.lemma == "need" or (noun.lemma == "price" and noun.dep == "nsubj" and noun.head.lemma == "be"):
        party = party or speaker_at(draft, Span(noun.start, noun.end))
    if stance == "conditions" and noun.dep == "attr" and noun.head.lemma in ("be", "remain"):  # "a truce is a precondition for any meeting"
        party = party or speaker_at(draft, Span(noun.start, noun.end))
    if noun.dep == "nsubj" and noun.head.lemma in STANDING:  # "the offer of an amnesty stood, the minister said"
        party = party or speaker_at(draft, Span(noun.start, noun.end))
    if party is None or (not about and noun.head.lemma != "be" and stance != "conditions"):
        return None
    if stance == "conditions":
        return condition_noun(draft, noun, party, who)
    turned, span = with_verb(draft, noun, stance, light)
    if turned is None:
        return None
    pointing = about == [noun]
    topic = Span(noun.start, noun.end) if pointing else right_span(draft.parsed, about) if about else span
    if topic.start > span.end and about[0].sent == noun.sent:  # after a colon
        span = Span(span.start, topic.end)
    weak = noun.lemma in lexicon("positions")["nouns"]["weak"]
    return Found(noun, turned, party, span, topic, 1 if weak else 2, "noun", holder=who)


def still_due(draft: Draft, noun: Token) -> Found | None:
    """ "The deadline stands": who says so refuses to put it off."""
    verb = noun.head
    party = speaker_at(draft, Span(noun.start, noun.end))
    if noun.dep != "nsubj" or verb.lemma not in STANDING or verb.has("dobj", "acomp", "attr") is not None or negated(verb) or party is None:
        return None
    span = clause_span(draft.parsed, verb, owner=noun)
    return Found(noun, "refuses", party, span, Span(noun.start, noun.end), 2, "idiom")


def told_of(noun: Token, named: list[Token], light: frozenset[str]) -> list[Token]:
    """What the stance of *noun* is about: what hangs on it, what is *named* after it, to what it is moved, else the noun before it."""
    about = below_noun(noun) or named or [noun for c in noun.children if c.dep == "conj" and below_noun(c)]
    if not about and noun.dep == "dobj" and noun.head.lemma in light:  # "raised its offer to 6 percent"
        moved = noun.head.lemma in lexicon("positions")["light"]["moving"]
        about = sorted((c for c in noun.head.children if moved and c.dep == "prep" and c.lower in ("to", "by", "from")), key=lambda c: c.lower != "to")[:1]
    return about or [c for c in noun.children if c.dep == "compound" and not acts(c)][:1]  # "its ransom demand"


def with_verb(draft: Draft, noun: Token, stance: Stance, light: frozenset[str]) -> tuple[Stance | None, Span]:
    """The stance of *noun* as its verb turns it, and the words of both."""
    verb = noun.head
    if noun.dep == "dobj" and verb.lemma in light:
        return denied(stance, times=negated(verb)), clause_span(draft.parsed, verb, owner=subject(verb))
    own = right_span(draft.parsed, [noun])
    if noun.dep in ("attr", "nsubj") and verb.lemma in ("be", "remain", "include"):
        told = clause_span(draft.parsed, verb)
        return stance, told if told.holds(Span(noun.start, noun.end)) else own  # a subject far from its verb stands alone
    if noun.dep == "nsubj" and verb.lemma in ("change", "stand", "hold", "remain", "continue"):
        told = clause_span(draft.parsed, verb)
        return stance, Span(min(own.start, told.start), told.end)
    return stance, own


def simple_terms(draft: Draft, noun: Token) -> Found | None:
    """ "The hijackers' terms are simple: a plane and two million dollars": what stands after the colon is demanded."""
    owner, verb = noun.has("poss"), noun.head
    later = [t for t in draft.parsed.of(draft.parsed.sentence_of(noun)) if t.i > noun.i]
    colon = next((t.i for t in later if t.text == ":"), None)
    party = party_at(draft, owner) if owner is not None else None
    if noun.dep != "nsubj" or verb.lemma != "be" or colon is None or party is None:
        return None
    named = [t for t in later if t.i > colon and t.text.strip()]
    while named and named[-1].pos == "PUNCT":
        named.pop()
    if not named:
        return None
    about = Span(named[0].start, named[-1].end)
    return Found(noun, "demands", party, Span(right_span(draft.parsed, [owner or noun]).start, about.end), about, 2, "noun", holder=owner)


def content_positions(draft: Draft, before: list[Found]) -> Iterator[Found]:
    """ "The proposal includes", "under the rebels' plan the port would": what stands in something put on the table, here or just before."""
    for verb in draft.parsed.tokens:
        noun = holding_noun(verb) if verb.pos == "VERB" else None
        stance = content_stance(noun) if noun is not None else None
        objects = [c for c in verb.children if c.i > verb.i and c.dep in ("dobj", "prep", "ccomp", "xcomp", "prt", "agent")]
        if noun is None or stance is None or not objects or negated(verb):
            continue
        owner = holder_of(noun, frozenset())
        party = party_at(draft, owner) if owner is not None else None
        if party is None and verb.lemma in lexicon("positions")["contents"]["verbs"]:
            earlier = [f for f in before if f.trigger.i < verb.i and f.stance == stance and verb.i - f.trigger.i < REACH]
            party = max(earlier, key=lambda f: f.trigger.i).party if earlier else None
        if party is not None:
            first = noun if verb.has("nsubj") is noun else verb.has("nsubj", "nsubjpass")
            span = clause_span(draft.parsed, verb, owner=first)
            yield Found(verb, stance, party, span, right_span(draft.parsed, objects) if first is noun else span, 1, "contents", holder=owner)


def holding_noun(verb: Token) -> Token | None:
    """The proposal or demand in which stands what *verb* says: its subject, or the noun after an opening "under"."""
    would = any(c.lower in ("would", "will") for c in verb.children if c.dep == "aux")
    noun = verb.has("nsubj")
    if noun is not None and (would or verb.lemma in lexicon("positions")["contents"]["verbs"]):
        return noun if content_stance(noun) is not None else None
    under = next((c for c in verb.children if c.dep == "prep" and c.lower == "under" and c.i < verb.i), None)
    return under.has("pobj") if under is not None and would else None


def content_stance(noun: Token) -> Stance | None:
    """Whether a noun is something offered or something demanded."""
    table = lexicon("positions")["contents"]
    return "offers" if noun.lemma in table["offers"] else "demands" if noun.lemma in table["demands"] else None


def holder_of(noun: Token, light: frozenset[str]) -> Token | None:
    """Who holds the stance that *noun* names."""
    owner = noun.has("poss")
    if owner is not None:
        return owner
    for child in noun.children:
        if child.dep in ("prep", "agent") and child.lower in ("by", "from", "of") and child.has("pobj") is not None:
            held = child.has("pobj")
            if child.lower != "of" or (held is not None and (held.ent or acts(held))):
                return held
        if child.dep == "acl" and child.has("agent") is not None:  # "the conditions set by the rebels"
            return (child.has("agent") or child).has("pobj")
        if child.dep == "relcl" and child.has("nsubj") is not None and child.lemma in light:
            return child.has("nsubj")
    verb = noun.head
    if noun.dep == "dobj" and verb.lemma in light:
        return subject(verb)
    if noun.dep == "conj" and noun.head.pos == "NOUN":
        return holder_of(noun.head, light)
    return next((c for c in noun.children if c.dep in ("compound", "amod", "nmod") and c.i < noun.i and acts(c)), None)  # "the rebel offer", "union demands"


def condition_noun(draft: Draft, noun: Token, party: str, who: Token | None) -> Found | None:
    """ "Its condition for a truce is", "has made dialogue a precondition"."""
    verb = noun.head
    if verb.pos not in ("VERB", "AUX") and noun.dep in ("oprd", "attr", "conj", "appos", "dobj", "ccomp"):
        verb = verb.head
    if verb.pos not in ("VERB", "AUX"):
        return None
    span = clause_span(draft.parsed, verb, owner=subject(verb))
    return Found(noun, "conditions", party, span, span, 2, "noun", holder=who)


def policy(draft: Draft, noun: Token) -> Found | None:
    """ "Has a policy of not paying ransoms": refused by whose policy it is."""
    act = next((g for c in noun.children if c.dep == "prep" and c.lower == "of" for g in c.children if g.dep == "pcomp" and negated(g)), None)
    verb = noun.head
    who = noun.has("poss") or (subject(verb) if noun.dep == "dobj" else None)
    party = party_at(draft, who) if who is not None else None
    if act is None or party is None:
        return None
    span = clause_span(draft.parsed, verb, owner=who) if noun.dep == "dobj" else right_span(draft.parsed, [noun])
    return Found(noun, "refuses", party, span, right_span(draft.parsed, [act]), 2, "noun", holder=who)


def no_intention(draft: Draft, noun: Token) -> Found | None:
    """ "Has no intention of", "shows no interest in", "there is no willingness to"."""
    if not any(c.lower in ("no", "little", "scant") for c in noun.children) and not (noun.dep == "dobj" and negated(noun.head)):
        return None
    verb = noun.head
    who = subject(verb) if verb.pos in ("VERB", "AUX") else None
    about = [c for c in noun.children if c.i > noun.i and c.dep in ("prep", "acl")]
    party = party_at(draft, who) if who is not None else None
    if party is None or not about:
        return None
    stance: Stance = "not_considering" if noun.lemma == "plan" else "refuses"
    return Found(noun, stance, party, clause_span(draft.parsed, verb, owner=who), right_span(draft.parsed, about), 1, "idiom", holder=who)
