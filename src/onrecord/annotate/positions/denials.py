"""What nobody will do: "no ransom would be paid", "not one soldier will leave", "there will be no truce without land"."""

from __future__ import annotations

from onrecord.annotate.clauses import clause_span, right_span, speaker_at
from onrecord.annotate.draft import Draft
from onrecord.annotate.lexicon import lexicon
from onrecord.annotate.positions.found import Found
from onrecord.annotate.positions.hinges import FUTURE
from onrecord.types import Span, Stance, Token

ABLE = FUTURE | {"can", "could", "ca"}
UNLESS = frozenset({"without", "until", "unless", "before", "till", "absent"})


def denied_thing(draft: Draft, noun: Token) -> bool:
    """Whether a noun is denied: "no ransom", "not one soldier", "nobody"."""
    first = min(t.i for t in noun.subtree())
    opens = draft.parsed.tokens[first].lower
    if opens == "not" or (first > 0 and draft.parsed.tokens[first - 1].lower == "not"):
        return any(t.lower in ("one", "a", "an", "single", "even") for t in draft.parsed.tokens[first : first + 3])
    return noun.lower in ("nobody", "nothing", "none") or opens == "no"


def hanging(verb: Token) -> Token | None:
    """The word that opens what a denial hangs on ("without", "until", "unless")."""
    return next((t for t in verb.subtree() if t.lower in UNLESS and t.dep in ("prep", "mark", "advmod") and t.sent == verb.sent), None)


def nobody_will(draft: Draft, verb: Token) -> Found | None:
    """ "No prisoner will go home before the bodies are returned": refused, or made to hang on something, by who says so."""
    who = verb.has("nsubj", "nsubjpass")
    aux = {c.lower for c in verb.children if c.dep == "aux"}
    if who is None or not aux & ABLE or not denied_thing(draft, who) or verb.dep in ("relcl", "advcl") or promised(verb):
        return None
    return denial(draft, verb, who)


def promised(verb: Token) -> bool:
    """Whether it is what somebody gave a word for ("a promise that nobody would press charges", "was assured that there would be no raid")."""
    table = lexicon("commitments")
    if verb.dep == "acl" and verb.head.lemma in table["nominal"]["duties"]:
        return True
    above = verb.head if verb.dep == "ccomp" else None
    passive = above is not None and above.has("nsubjpass") is not None and above.lemma in table["binding"]["assuring"]
    told = above is not None and above.dep == "parataxis" and above.head.has("nsubjpass") is not None and above.head.lemma in table["binding"]["assuring"]
    return passive or told


def no_question(draft: Draft, verb: Token, thing: Token) -> Found | None:
    """ "There is no question of paying a ransom", "there is no way that they will go home": refused by who says so."""
    below = [c for c in thing.children if c.i > thing.i and c.dep in ("prep", "acl", "relcl")]
    party = speaker_at(draft, Span(verb.start, verb.end))
    if party is None or not below or not any(c.lower == "no" for c in thing.children):
        return None
    about = right_span(draft.parsed, below)
    return Found(verb, "refuses", party, clause_span(draft.parsed, verb, owner=thing), about, 2, "own will")


def nothing_of_it(draft: Draft, verb: Token) -> Found | None:
    """ "There will be no exchange", "there can be no talks under fire", "there must be no more raids"."""
    thing = verb.has("attr", "nsubj", "dobj")
    aux = {c.lower for c in verb.children if c.dep == "aux"}
    bound = bool(aux & {"must", "should"})
    if verb.lemma == "be" and thing is not None and thing.lemma in ("question", "chance", "way") and verb.has("expl") is not None:
        return no_question(draft, verb, thing)
    if promised(verb):
        return None
    if verb.lemma != "be" or verb.has("expl") is None or thing is None or not (aux & ABLE or bound):
        return None
    if not any(c.lower == "no" and c.i < thing.i for c in thing.subtree()) and not any(c.dep == "neg" for c in verb.children):
        return None
    found = denial(draft, verb, thing)
    if found is None or not bound:
        return found
    return Found(verb, "demands", found.party, found.span, found.about, 1, "duty")


def denial(draft: Draft, verb: Token, thing: Token) -> Found | None:
    """The refusal of *thing*, or the condition that "without" and the like make of it."""
    party = speaker_at(draft, Span(verb.start, verb.end))
    if party is None:
        return None
    mark = hanging(verb)
    base = clause_span(draft.parsed, verb, owner=thing, keep=frozenset(lexicon("positions")["conditions"]["marks"]))
    tail = right_span(draft.parsed, [mark if mark.dep == "prep" else mark.head]) if mark is not None else base
    span = Span(min(base.start, tail.start), max(base.end, tail.end))
    stance: Stance = "conditions" if mark is not None else "refuses"
    plain = verb.lemma == "be" and verb.has("expl") is not None
    return Found(verb, stance, party, span, right_span(draft.parsed, [thing]) if plain and mark is None else span, 2, "own will")
