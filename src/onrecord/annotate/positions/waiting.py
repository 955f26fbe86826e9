"""What waits for something else: "will go when the drones have gone", "would talk only with a judge present", "as long as the drones fly, nobody will"."""

from __future__ import annotations

from onrecord.annotate.clauses import clause_span, negated, party_at, right_span, speaker_at, subject
from onrecord.annotate.clauses.actors import acts
from onrecord.annotate.draft import Draft
from onrecord.annotate.lexicon import lexicon
from onrecord.annotate.positions.denials import denied_thing
from onrecord.annotate.positions.found import Found
from onrecord.annotate.positions.hinges import FUTURE
from onrecord.annotate.positions.senses import senses
from onrecord.types import Span, Token


def awaited(draft: Draft, verb: Token) -> Found | None:
    """What will be done when something else is, or only so, or not while something lasts."""
    aux = {c.lower for c in verb.children if c.dep == "aux"}
    if not aux & (FUTURE | {"can", "could"}) or "shall" in aux or verb.dep in ("relcl", "advcl", "xcomp"):
        return None
    return done_when(draft, verb, aux) or only_so(draft, verb) or not_as_long(draft, verb)


def bargained(verb: Token) -> bool:
    """Whether *verb* says what parties give, do or withhold in a bargain."""
    return verb.lemma in senses("bargained") or verb.lemma in lexicon("positions")["conditions"]["giving"] or verb.lemma in waits("deeds")


def waits(name: str) -> frozenset[str]:
    """A list of the lexicon of what waits."""
    return frozenset(lexicon("positions")["waiting"][name])


def done_when(draft: Draft, verb: Token, aux: set[str]) -> Found | None:
    """ "The banks would reopen when the first pension arrived", "he will come home when the others come"."""
    clause = next((c for c in verb.children if c.dep == "advcl" and any(g.lower == "when" for g in c.children)), None)
    if clause is None or not aux & FUTURE or not bargained(verb) or negated(verb):
        return None
    doer = clause.has("nsubj", "nsubjpass", "expl")
    if doer is None or doer.lemma in waits("clockwork") or doer.ent in ("DATE", "TIME") or clause.lemma in waits("passing"):
        return None
    thing = verb.has("nsubj", "nsubjpass")
    if thing is not None and thing.lemma in waits("clockwork"):
        return None
    return hung(draft, verb, clause)


def only_so(draft: Draft, verb: Token) -> Found | None:
    """ "He would discuss a surrender only with a judge present", "it will talk only about a transition"."""
    only = next((c for c in verb.children if c.lower == "only" and c.i > verb.i), None)
    prep = next((c for c in verb.children if only is not None and c.dep == "prep" and c.i == only.i + 1), None)
    if prep is None:
        prep = next((c for c in verb.children if c.dep == "prep" and any(g.lower == "only" and g.i == c.i - 1 for g in c.children)), None)
    thing = prep.has("pobj", "pcomp") if prep is not None else None
    if prep is None or thing is None or thing.ent in ("DATE", "TIME", "MONEY", "PERCENT") or not bargained(verb) or negated(verb):
        return None
    return hung(draft, verb, prep)


def not_as_long(draft: Draft, verb: Token) -> Found | None:
    """ "As long as the drones fly, no delegate will travel"; what will not be "while" something lasts is refused."""
    thing = verb.has("attr", "nsubj", "nsubjpass")
    denied = negated(verb) or (thing is not None and denied_thing(draft, thing))
    if not denied:
        return None
    for clause in verb.children:
        lasting = clause.dep == "advmod" and clause.lower == "long" and any(g.lower in ("as", "so") for g in clause.children)
        lasting |= clause.dep == "advcl" and any(g.lower == "long" and g.dep == "advmod" for g in clause.children)
        if lasting and clause.has("nsubj", "nsubjpass", "advcl", "ccomp") is not None:
            return hung(draft, verb, clause, thing)
    return None


def hung(draft: Draft, verb: Token, clause: Token, thing: Token | None = None) -> Found | None:
    """The condition that *clause* sets for what *verb* says: of its subject where that can act, else of who says so."""
    who = subject(verb)
    speaker = speaker_at(draft, Span(verb.start, verb.end))
    able = who is not None and who.dep != "nsubjpass" and who is not thing and (who.pos == "PRON" or acts(who) or draft.cast.at(who) is not None)
    held = who is not None and who.lemma in lexicon("parties")["held"]["nouns"]
    party = (party_at(draft, who) if who is not None and able and not (held and speaker is not None) else None) or speaker
    if party is None or (thing is not None and thing is who and speaker is None):
        return None
    base = clause_span(draft.parsed, verb, owner=who, keep=frozenset(lexicon("positions")["conditions"]["marks"]))
    whole = right_span(draft.parsed, [clause])
    span = Span(min(base.start, whole.start), max(base.end, whole.end))
    return Found(verb, "conditions", party, span, span, 2, "condition", holder=who if able else None)
