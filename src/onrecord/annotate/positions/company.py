"""What the company of a verb makes of its stance: a demand that must come first is a condition, "insisted that no ransom would be paid" a refusal."""

from __future__ import annotations

from onrecord.annotate.clauses import negated, right_span
from onrecord.annotate.draft import Draft
from onrecord.annotate.positions.adjectives import hedged, talks_of
from onrecord.annotate.positions.denials import denied_thing
from onrecord.annotate.positions.hinges import FUTURE
from onrecord.annotate.positions.senses import senses
from onrecord.annotate.positions.topics import known_topic
from onrecord.types import Stance, Token


def in_company(draft: Draft, verb: Token, stance: Stance, objects: list[Token]) -> Stance:
    """The stance of *verb* once what stands under it is read."""
    if stance == "demands" and any(will_not(draft, o) for o in objects):
        stance = "refuses"
    if stance == "demands" and (first_before(verb) or before_talks(verb)):
        return "conditions"
    if stance in ("offers", "accepts", "considers") and (hedged(draft, verb) or (stance == "accepts" and only_so(verb))):
        return "conditions"
    return stance


def unwanted(draft: Draft, verb: Token, entry: str, turned: Stance) -> bool:
    """Whether a denied wish is no refusal: "never wanted the deal", "not only wanted", "we are not asking for a favour", "did not expect"."""
    if turned != "refuses":
        return entry == "expect" and turned != "demands"
    return entry == "expect" or entry in senses("unsought") or any(c.lower in ("never", "only") for c in verb.children)


def own_wish(draft: Draft, lemma: str, objects: list[Token]) -> bool:
    """Whether what is wanted is an act of one's own that is no matter of talks: "wanted to go home"."""
    if lemma not in ("want", "seek") or objects[0].dep != "xcomp" or objects[0].has("nsubj", "auxpass") is not None:
        return False
    if objects[0].lemma == "see" and objects[0].has("ccomp", "dobj") is not None:  # "wanted to see the laureate walk out first"
        return False
    return known_topic(right_span(draft.parsed, objects).of(draft.parsed.report.text)) is None


def first_before(verb: Token) -> bool:
    """Whether what is demanded must come before something else: "wants the men out of prison before the road is discussed"."""
    return any(t.dep in ("advcl", "pcomp") and before(t) for t in verb.subtree() if t.sent == verb.sent and t.i > verb.i)


def before(clause: Token) -> bool:
    """Whether *clause* opens with "before" and says what somebody would do then."""
    opened = any(c.lower == "before" for c in clause.children if c.dep in ("mark", "advmod")) or (clause.dep == "pcomp" and clause.head.lower == "before")
    willed = any(c.lower in ("even", "would", "will") for c in clause.children)
    if opened and clause.dep == "advcl" and clause.head.lemma in ("want", "seek") and clause.has("nsubj", "nsubjpass") is not None:
        return True  # "want the licence before the plane takes off"
    return opened and willed and clause.lemma in senses("bargained")


def before_talks(verb: Token) -> bool:
    """Whether what is demanded must come before talks or a truce, or is named as their condition: "leave the town before any truce"."""
    for prep in verb.subtree():
        noun = prep.has("pobj") if prep.dep == "prep" and prep.i > verb.i and prep.lower in ("before", "as") else None
        if noun is not None and (noun.lemma in ("condition", "precondition", "price") if prep.lower == "as" else talks_of([noun])):
            return True
        if noun is not None and prep.lower == "before" and any(c.lower in ("next", "another", "further") for c in noun.children):
            return True  # "want the leader moved before the next batch"
    return False


def will_not(draft: Draft, clause: Token) -> bool:
    """Whether an assertion says what will not be: "insisted that no ransom would be paid"."""
    aux = {c.lower for c in clause.children if c.dep == "aux"}
    who = clause.has("nsubj", "nsubjpass", "attr")
    return clause.dep == "ccomp" and bool(aux & FUTURE) and (negated(clause) or (who is not None and denied_thing(draft, who)))


def only_so(verb: Token) -> bool:
    """Whether something would be accepted in one way only ("would accept patrols only by day")."""
    modal = any(c.lower in ("would", "will", "could") for c in verb.children if c.dep == "aux")
    return modal and any(t.lower == "only" for t in verb.subtree())
