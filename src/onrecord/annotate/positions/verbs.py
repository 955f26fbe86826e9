"""Stances said by verbs and adjectives: "demands", "ruled out", "is ready to", "is not being considered"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from onrecord.annotate.clauses import clause_span, complements, negated, party_at, right_span, speaker_at, subject
from onrecord.annotate.clauses.actors import party_of
from onrecord.annotate.draft import Draft
from onrecord.annotate.lexicon import lexicon
from onrecord.annotate.positions.adjectives import STANCES, by_adjective, denied, hedged
from onrecord.annotate.positions.found import Found
from onrecord.annotate.positions.senses import concrete, other_sense, senses
from onrecord.types import Span, Stance, Token

VERBAL: tuple[Stance, ...] = (*STANCES, "conditions")


@cache
def verb_stances() -> dict[tuple[str, str], Stance]:
    """Stance by (lemma, preposition or "")."""
    found: dict[tuple[str, str], Stance] = {}
    for stance in VERBAL:
        for entry in lexicon("positions")["verbs"].get(stance, []):
            lemma, _, prep = entry.partition(" ")
            found[lemma, prep] = stance
    return found


def verb_positions(draft: Draft) -> Iterator[Found]:
    """Every stance whose trigger is a verb or a predicative adjective."""
    for token in draft.parsed.tokens:
        if token.pos in ("VERB", "AUX") or token.tag.startswith("VB"):
            found = by_vow(draft, token) or in_principle(draft, token) or yes_or_no(draft, token) or by_verb(draft, token)
            if found is not None:
                yield found
        elif token.dep in ("acomp", "attr", "oprd", "advcl", "ROOT", "conj") and token.pos in ("ADJ", "VERB", "ADP"):
            found = by_adjective(draft, token)
            if found is not None:
                yield found


def entry_of(verb: Token) -> tuple[str, str, Stance] | None:
    """The lexicon's entry that *verb* meets with its prepositions and particles, the longest first."""
    table = verb_stances()
    after = [c for c in verb.children if c.dep in ("prep", "prt", "agent", "dative", "advmod") and c.i > verb.i]
    for child in after:
        inner = [g for g in child.children if g.dep == "prep"] + [c for c in after if c.i > child.i]
        for second in inner:
            if (verb.lemma, f"{child.lower} {second.lower}") in table:
                return verb.lemma, f"{child.lower} {second.lower}", table[verb.lemma, f"{child.lower} {second.lower}"]
    for child in after:
        if (verb.lemma, child.lower) in table:
            return verb.lemma, child.lower, table[verb.lemma, child.lower]
    if (verb.lemma, "") in table:
        return verb.lemma, "", table[verb.lemma, ""]
    return None


def governed(verb: Token, prep: str) -> list[Token]:
    """What the stance is about: complements and the objects of the entry's prepositions; for a passive its subject."""
    words = frozenset(prep.split()) | {"to"}
    found = complements(verb, words)
    passive = verb.has("nsubjpass")
    if passive is not None and verb.has("auxpass") is not None:
        found.append(passive)
    if not found and verb.dep in ("relcl", "acl") and any(c.lower in ("that", "which") for c in verb.children):
        found.append(verb.head)
    if not found and verb.dep == "relcl":
        relative = next((c for c in verb.children if c.tag in ("WDT", "WP") and c.dep != "nsubj"), None)
        if relative is not None or verb.has("nsubj"):
            found.append(verb.head)
    if not found and verb.dep == "conj" and verb.head.dep in ("relcl", "acl") and any(c.lower in ("that", "which") for c in verb.children):
        found.append(verb.head.head)  # "a settlement that X had tabled and that Y had accepted"
    if not found and verb.dep == "conj" and prep == "":
        found.extend(c for c in verb.head.children if c.dep == "dobj" and c.i > verb.i)
    return found


def by_verb(draft: Draft, verb: Token) -> Found | None:
    """The stance that *verb* expresses about what it governs, or None."""
    entry = entry_of(verb)
    if entry is None or verb.dep in ("amod", "compound"):
        return None
    lemma, prep, stance = entry
    objects = governed(verb, prep)
    steered = any(o.dep == "xcomp" or o.tag == "VB" for o in objects) and len(objects) > 1
    if not objects or not (steered or concrete(f"{lemma} {prep}".strip(), objects)) or other_sense(verb, f"{lemma} {prep}".strip(), objects):
        return None
    who = subject(verb)
    if who is None or who in objects:
        return unnamed(draft, verb, stance, objects)
    party = party_at(draft, who) or source_party(draft, who)
    turned = denied(stance, times=negated(verb) or negated_above(verb))
    if stance == "conditions":
        party = party or speaker_at(draft, Span(verb.start, verb.end))
    if party is None or turned is None or not factual(verb, who):
        return None
    if lemma == "expect" and turned != "demands":
        return None
    if turned == "refuses" and stance == "demands" and any(c.lower == "never" or c.lower == "only" for c in verb.children):
        return None  # "never wanted the deal", "not only wanted": what somebody is said to have wished all along
    if turned == "demands" and first_before(verb):
        turned = "conditions"
    if turned in ("offers", "accepts") and (hedged(draft, verb) or (turned == "accepts" and only_so(verb))):
        turned = "conditions"
    asked = [o for o in objects if o.dep in ("xcomp", "ccomp") or o.tag == "VB"] if steered else [o for o in objects if o.dep != "prt"] or objects
    strong = lemma in senses("strong") or f"{lemma} {prep}" in senses("strong") or turned == "not_considering"
    return Found(verb, turned, party, span_of(draft, verb, who, objects), right_span(draft.parsed, asked), 2 if strong else 1, "verb", holder=who)


def source_party(draft: Draft, who: Token) -> str | None:
    """The side of the source that an attribution resolved a pronoun to ("He stressed … and demanded their return")."""
    if who.pos != "PRON":
        return None
    found = next((a for a in draft.attributions if any(s.start <= who.start < s.end for s in a.source_spans)), None)
    return party_of(draft, found) if found is not None else None


def first_before(verb: Token) -> bool:
    """Whether what is demanded must come before something else: "wants the men out of prison before the road is discussed"."""
    return any(t.dep in ("advcl", "pcomp") and before(t) for t in verb.subtree() if t.sent == verb.sent and t.i > verb.i)


def before(clause: Token) -> bool:
    """Whether *clause* opens with "before" and says what somebody would do then."""
    opened = any(c.lower == "before" for c in clause.children if c.dep in ("mark", "advmod")) or (clause.dep == "pcomp" and clause.head.lower == "before")
    willed = any(c.lower in ("even", "would", "will") for c in clause.children)
    return opened and willed and clause.lemma in senses("bargained")


def only_so(verb: Token) -> bool:
    """Whether something would be accepted in one way only ("would accept patrols only by day")."""
    modal = any(c.lower in ("would", "will", "could") for c in verb.children if c.dep == "aux")
    return modal and any(t.lower == "only" for t in verb.subtree())


def in_principle(draft: Draft, verb: Token) -> Found | None:
    """ "Agreed in principle": accepted, whatever was on the table just before."""
    how = next((c for c in verb.children if c.dep == "prep" and c.lower == "in" and (c.has("pobj") or c).lower == "principle"), None)
    if verb.lemma not in ("agree", "accept", "assent") or how is None or verb.has("dobj", "xcomp", "ccomp") is not None:
        return None
    who = subject(verb)
    party = party_at(draft, who) if who is not None else None
    if party is None or not factual(verb, who or verb) or negated(verb):
        return None
    return Found(verb, "accepts", party, clause_span(draft.parsed, verb, owner=who), Span(verb.start, verb.end), 2, "verb", holder=who)


def yes_or_no(draft: Draft, verb: Token) -> Found | None:
    """ "Said yes to the list", "says no to talks"."""
    word = draft.parsed.tokens[verb.i + 1] if verb.lemma == "say" and verb.i + 2 < len(draft.parsed.tokens) else None
    prep = draft.parsed.tokens[verb.i + 2] if word is not None and word.lower in ("yes", "no") else None
    about = prep.has("pobj") if prep is not None and prep.lower == "to" else None
    who = subject(verb)
    party = party_at(draft, who) if who is not None else None
    if word is None or about is None or party is None or not factual(verb, who or verb):
        return None
    base, topic = clause_span(draft.parsed, verb, owner=who), right_span(draft.parsed, [about])
    stance: Stance = "accepts" if word.lower == "yes" else "refuses"
    return Found(verb, stance, party, Span(base.start, max(base.end, topic.end)), topic, 2, "verb", holder=who)


def by_vow(draft: Draft, verb: Token) -> Found | None:
    """ "Vowed not to pay": who binds itself not to do something refuses it."""
    if verb.lemma not in lexicon("positions")["vows"]["verbs"]:
        return None
    act = verb.has("xcomp")
    who = subject(verb)
    if act is None or who is None or not (negated(act) or any(c.dep == "neg" for c in verb.children if c.i > verb.i)):
        return None
    party = party_at(draft, who)
    if party is None or not factual(verb, who):
        return None
    return Found(verb, "refuses", party, clause_span(draft.parsed, verb, owner=who), right_span(draft.parsed, [act]), 2, "verb", holder=who)


def unnamed(draft: Draft, verb: Token, stance: Stance, objects: list[Token]) -> Found | None:
    """A passive without agent: only what nobody considers or what is ruled out is a stance, of the source's own party."""
    if verb.has("nsubjpass") is None or stance not in ("considers", "refuses"):
        return None
    turned = denied(stance, times=negated(verb))
    by = next((c.has("pobj") for c in verb.children if c.dep in ("agent", "prep") and c.lower == "by" and c.has("pobj")), None)
    party = party_at(draft, by) if by is not None else speaker_at(draft, Span(verb.start, verb.end))
    if party is None or turned is None:
        return None
    return Found(verb, turned, party, clause_span(draft.parsed, verb), right_span(draft.parsed, objects), 1, "passive", holder=by)


def negated_above(verb: Token) -> bool:
    """Whether a raising verb or light phrase above denies it: "does not want to accept", "has no plan to consider"."""
    head = verb.head
    return verb.dep == "xcomp" and head.lemma in ("seem", "appear", "intend", "plan", "want", "wish", "mean") and negated(head)


def factual(verb: Token, who: Token) -> bool:
    """Whether the stance is held, not asked of somebody: an infinitive under a demand or a modal of duty tells no stance of its own."""
    helped = [verb, verb.head] if verb.dep == "conj" and verb.tag == "VB" else [verb]
    if any(c.lower in ("must", "should", "ought", "may", "might", "could", "can") for v in helped for c in v.children if c.dep == "aux"):
        return False
    at = verb
    while at.dep in ("conj", "xcomp", "ccomp", "advcl", "pcomp", "acl", "prep", "relcl") and at.head is not at:
        marks = {c.lower for c in at.children if c.dep in ("mark", "aux")}
        if at.dep == "advcl" and marks & {"if", "unless", "until", "to", "lest", "before"}:
            return False
        if (
            at.dep in ("xcomp", "ccomp")
            and "to" in marks
            and at.head.lemma not in ("continue", "keep", "seem", "appear", "begin", "start", "try", "work", "vow", "say", "want", "intend")
        ):
            return False
        if at.dep == "acl" and "to" in marks and at.head.lemma not in ("effort", "attempt", "decision", "bid"):
            return False
        if (at.dep == "relcl" and at is not verb) or (at.dep == "pcomp" and at.head.lower == "by"):
            return True
        at = at.head
    return True


def span_of(draft: Draft, verb: Token, who: Token, objects: list[Token]) -> Span:
    """The clause of the stance, from its subject if that stands near."""
    owner = who if who.i < verb.i and verb.i - who.i <= 6 else None
    base = clause_span(draft.parsed, verb, owner=owner, keep=frozenset(lexicon("positions")["conditions"]["marks"]))
    if verb.dep in ("relcl", "acl") and verb.head in objects:
        return Span(min(base.start, right_span(draft.parsed, [verb.head]).start), base.end)
    return base
