"""Stances said by verbs and adjectives: "demands", "ruled out", "is ready to", "is not being considered"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from onrecord.annotate.clauses import clause_span, complements, negated, party_at, right_span, speaker_at, subject
from onrecord.annotate.clauses.actors import party_of
from onrecord.annotate.draft import Draft
from onrecord.annotate.lexicon import lexicon
from onrecord.annotate.positions.adjectives import STANCES, by_adjective, denied
from onrecord.annotate.positions.company import in_company, own_wish, unwanted
from onrecord.annotate.positions.found import Found
from onrecord.annotate.positions.phrases import by_phrase, cleft, verdict
from onrecord.annotate.positions.senses import above_passive, claim_of, concrete, other_sense, senses, subjunctive
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
            found = by_vow(draft, token) or in_principle(draft, token) or yes_or_no(draft, token) or by_phrase(draft, token)
            found = found or verdict(draft, token) or cleft(draft, token) or by_verb(draft, token) or bare_answer(draft, token)
            if found is not None:
                yield found
        elif token.pos in ("ADJ", "VERB", "ADP") and (token.dep in ("acomp", "attr", "oprd", "advcl", "ROOT", "conj") or token.has("nsubj") is not None):
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
    if for_clauses(verb) and (verb.lemma, "for") in table:
        return verb.lemma, "for", table[verb.lemma, "for"]
    for child in after:
        if (verb.lemma, child.lower) in table:
            return verb.lemma, child.lower, table[verb.lemma, child.lower]
    if (verb.lemma, "") in table:
        return verb.lemma, "", table[verb.lemma, ""]
    return None


def for_clauses(verb: Token) -> list[Token]:
    """The infinitives with "for" and a subject under *verb*: "pushed for the talks to be moved"."""
    below = [c for c in verb.children if c.i > verb.i and c.dep in ("advcl", "ccomp")]
    return [c for c in below if any(g.lower == "for" and g.dep == "mark" for g in c.children)]


def governed(verb: Token, prep: str) -> list[Token]:
    """What the stance is about: complements and the objects of the entry's prepositions; for a passive its subject."""
    words = frozenset(prep.split()) | {"to"}
    found = complements(verb, words)
    if not found and verb.lemma in ("want", "need", "expect", "demand"):  # "wants its funds back"
        found = [own for c in verb.children if c.i > verb.i and c.dep == "advmod" and (own := c.has("nsubj")) is not None]
    found += [c for c in for_clauses(verb) if "for" in words and c.dep == "advcl"]
    if not found:  # "stopped short of accepting the plan"
        found = [g for c in verb.children if c.dep == "advmod" and c.lower in words for g in c.children if g.lower in words and g.has("pobj", "pcomp")]
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
    borne = lemma == "live" and any(c.lower in ("can", "could") for c in verb.children if c.dep == "aux")  # "can live with the text"
    words = f"{lemma} {prep}".strip()
    if not objects or not (steered or borne or subjunctive(objects) or concrete(words, objects)) or other_sense(verb, words, objects):
        return None
    if len(objects) == 1 and objects[0].lower in ("that", "this") and not asked_before(draft, verb):  # a claim is rejected, not a demand
        return None
    who = above_passive(verb) or subject(verb)
    if who is None or who in objects:
        return unnamed(draft, verb, stance, objects)
    party = party_at(draft, who) or source_party(draft, who)
    beside = verb.head.lemma == "be" and verb.dep in ("acomp", "ROOT") and negated(verb.head)  # "are not opposed to"
    turned = denied(stance, times=negated(verb) or negated_above(verb) or beside or no_such_thing(verb))
    if stance == "conditions":
        party = party or speaker_at(draft, Span(verb.start, verb.end))
    if party is None or turned is None or not factual(verb, who):
        return None
    if (stance == "demands" and unwanted(draft, verb, f"{lemma} {prep}".strip(), turned)) or own_wish(draft, lemma, objects):
        return None
    turned = in_company(draft, verb, turned, objects)
    claim = claim_of(verb.head) if verb.dep == "relcl" and verb.head in objects else None
    if claim is not None:
        return of_claim(draft, Found(verb, turned, party, span_of(draft, verb, who, objects), span_of(draft, verb, who, objects), 2, "verb", holder=who), claim)
    asked = [o for o in objects if o.dep in ("xcomp", "ccomp") or o.tag == "VB"] if steered else [o for o in objects if o.dep != "prt"] or objects
    strong = lemma in senses("strong") or f"{lemma} {prep}" in senses("strong") or turned == "not_considering"
    strong |= subjunctive(objects)
    strong |= lemma == "want" and any(o.dep == "ccomp" and o.tag == "VBN" for o in objects)  # "wants the exchange done in one go"
    return Found(verb, turned, party, span_of(draft, verb, who, objects), right_span(draft.parsed, asked), 2 if strong else 1, "verb", holder=who)


def of_claim(draft: Draft, found: Found, claim: Token) -> Found:
    """*found* about the claim itself, not about the last noun in it."""
    about = right_span(draft.parsed, [claim])
    words = Span(about.start, min(about.end, found.trigger.start)).of(draft.parsed.report.text).rsplit(",", 1)[0]
    return replace(found, span=Span(min(found.span.start, about.start), found.span.end), about=Span(about.start, about.start + len(words)))


def source_party(draft: Draft, who: Token) -> str | None:
    """The side of the source that an attribution resolved a pronoun to ("He stressed … and demanded their return")."""
    if who.pos != "PRON":
        return None
    found = next((a for a in draft.attributions if any(s.start <= who.start < s.end for s in a.source_spans)), None)
    return party_of(draft, found) if found is not None else None


def asked_before(draft: Draft, verb: Token) -> bool:
    """Whether something was asked or offered shortly before *verb*, so that its "that" or "this" may mean it."""
    lemmas = {lemma for (lemma, _), stance in verb_stances().items() if stance in ("demands", "offers", "conditions", "accepts")} | {"must", "should"}
    nouns = frozenset(lexicon("positions")["anaphora"]["nouns"])
    return any(t.lemma in lemmas or t.lower in lemmas or t.lemma in nouns for t in draft.parsed.tokens[max(verb.i - 30, 0) : verb.i] if t is not verb)


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
    if prep is not None and prep.pos in ("PUNCT", "CCONJ"):
        about = word
    who = subject(verb)
    party = party_at(draft, who) if who is not None else None
    if word is None or about is None or party is None or negated(verb) or not factual(verb, who or verb):
        return None
    base, topic = clause_span(draft.parsed, verb, owner=who), Span(word.start, word.end) if about is word else right_span(draft.parsed, [about])
    base = Span(base.start, word.end) if about is word else base
    stance: Stance = "accepts" if word.lower == "yes" else "refuses"
    trigger = word if about is word else verb
    return Found(trigger, stance, party, Span(base.start, max(base.end, topic.end)), topic, 2, "verb", holder=who)


def bare_answer(draft: Draft, verb: Token) -> Found | None:
    """ "The Georgian side refused": an answer without an object, to what was asked or offered just before."""
    stance = lexicon("positions")["answers"]["bare"].get(verb.lemma)
    if stance is None or verb.tag not in ("VBD", "VBN") or verb.dep in ("acl", "relcl", "advcl", "amod", "xcomp") or verb.has("auxpass") is not None:
        return None
    after = [c for c in verb.children if c.i > verb.i and c.dep in ("dobj", "xcomp", "ccomp", "prep", "dative", "prt")]
    who = verb.has("nsubj")
    party = party_at(draft, who) if who is not None else None
    if after or party is None or who is None or negated(verb) or not asked_before(draft, verb):
        return None
    return Found(verb, stance, party, clause_span(draft.parsed, verb, owner=who), Span(verb.start, verb.end), 2, "verb", holder=who)


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


def no_such_thing(verb: Token) -> bool:
    """Whether "not something that we are weighing" or "nothing we would accept" denies what the relative clause says."""
    thing = verb.head
    if verb.dep != "relcl" or thing.dep != "attr":
        return False
    return thing.lower == "nothing" or (thing.lower in senses("things") and negated(thing.head))


def factual(verb: Token, who: Token) -> bool:
    """Whether the stance is held, not asked of somebody: an infinitive under a demand or a modal of duty tells no stance of its own."""
    if verb.lemma == "live":  # "we can live with monitors"
        return True
    helped = [verb, verb.head] if verb.dep == "conj" and verb.tag == "VB" else [verb]
    if any(c.lower in ("must", "should", "ought", "may", "might", "could", "can") for v in helped for c in v.children if c.dep == "aux"):
        return False
    at = verb
    while at.dep in ("conj", "xcomp", "ccomp", "advcl", "pcomp", "acl", "prep", "relcl") and at.head is not at:
        marks = {c.lower for c in at.children if c.dep in ("mark", "aux")}
        voted = at.head.lemma in lexicon("positions")["vows"]["choosing"] and "to" in marks  # "voted by 900 to 300 to reject"
        sent = at is verb and marks == {"to"} and at.head.lemma in senses("errands") and not negated(at.head)  # "are back in the capital to press for"
        if at.dep == "advcl" and marks & {"if", "unless", "until", "to", "lest", "before"} and not (voted or sent):
            return False
        if (
            at.dep in ("xcomp", "ccomp")
            and "to" in marks
            and at.head.lemma not in ("continue", "keep", "seem", "appear", "begin", "start", "try", "work", "vow", "say", "want", "intend")
            and at.head.lemma not in lexicon("positions")["vows"]["choosing"]
            and not (at.head.lemma == "threaten" and verb.lemma in ("veto", "reject"))
        ):
            return False
        if (at.dep in ("acl", "ccomp") or (at.dep == "relcl" and "that" in marks)) and rejected(at.head):
            return False
        if at.dep == "acl" and "to" in marks and at.head.lemma not in ("effort", "attempt", "decision", "bid"):
            return False
        if (at.dep == "relcl" and at is not verb) or (at.dep == "pcomp" and at.head.lower == "by"):
            return True
        at = at.head
    return True


def rejected(claim: Token) -> bool:
    """Whether a clause hangs on "denied", or on a claim that is denied: what it says is nobody's stance."""
    above = claim.head if claim.lemma in senses("hearsay") and claim.dep in ("dobj", "nsubjpass") else claim
    return above.lemma in lexicon("commitments")["breaking"]["denying"] and not negated(above)


def span_of(draft: Draft, verb: Token, who: Token, objects: list[Token]) -> Span:
    """The clause of the stance, from its subject if that stands near."""
    owner = who if who.i < verb.i and verb.i - who.i <= 6 else None
    base = clause_span(draft.parsed, verb, owner=owner, keep=frozenset(lexicon("positions")["conditions"]["marks"]))
    if verb.dep in ("relcl", "acl") and verb.head in objects:
        return Span(min(base.start, right_span(draft.parsed, [verb.head]).start), base.end)
    return base
