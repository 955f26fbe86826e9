"""Reads what is said to have been done with texts on the table: proposals, drafts, plans, offers, papers, frameworks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from onrecord.annotate.clauses import clause_span, party_at, subject
from onrecord.annotate.clauses.when import own_time
from onrecord.annotate.draft import Draft
from onrecord.annotate.holding import holder
from onrecord.annotate.positions.read import SHORT, negotiating
from onrecord.annotate.proposals.found import Found, Text, words
from onrecord.annotate.proposals.nominal import by_disowning, by_mention, by_nouns, by_predicate, by_yes_or_no
from onrecord.annotate.proposals.reality import outcome
from onrecord.annotate.proposals.texts import earlier, texts_of
from onrecord.annotate.proposals.verbs import ANSWERS, by_verbs, listed
from onrecord.types import Confidence, Problem, Proposal, Span, Token

ENOUGH = 2
"""Different words of the trade that a report of full length needs before a plan or paper in it is one on the table."""
POINTING = frozenset({"it", "this", "that", "them"})


def read_proposals(draft: Draft) -> tuple[tuple[Proposal, ...], tuple[Problem, ...]]:
    """What one report says of texts on the table, in the order of the text, and what was not understood."""
    if negotiating(draft) < (1 if len(draft.parsed.tokens) < SHORT else ENOUGH):
        return (), ()
    texts = list(texts_of(draft))
    found = [f for t in texts for f in (*by_verbs(draft, t), *by_nouns(draft, t), *by_predicate(draft, t), *by_yes_or_no(draft, t))]
    found += [*by_pointing(draft, texts), *(f for t in texts if (f := by_disowning(draft, t)) is not None)]
    done = {f.text.noun.i for f in found}
    found += [f for t in texts if t.noun.i not in done and (f := by_mention(draft, t)) is not None]
    chosen = sorted(distinct(found), key=lambda f: (f.span.start, f.span.end, f.trigger.start))
    return tuple(proposal(draft, f, i) for i, f in enumerate(chosen, 1)), ()


def by_pointing(draft: Draft, texts: list[Text]) -> Iterator[Found]:
    """ "The rebels rejected it", "has not replied": an answer to the text that was named last."""
    for verb in draft.parsed.tokens:
        if verb.pos != "VERB" or verb.dep in ("amod", "compound"):
            continue
        pointer = next((c for c in verb.children if c.dep in ("dobj", "nsubjpass") and c.lower in POINTING), None)
        prep = next((c for c in verb.children if c.dep == "prep" and c.has("pobj") is not None and (c.has("pobj") or c).lower in POINTING), None)
        bare = verb.lemma in ("respond", "reply") and verb.has("dobj", "ccomp", "xcomp") is None and not any(c.lower == "to" for c in verb.children)
        if pointer is None and prep is None and not bare:
            continue
        entry = prep.lower if prep is not None and pointer is None else next((c.lower for c in verb.children if c.dep == "prt"), "")
        answer = next((n for n in ANSWERS if listed(verb, entry, "answers", n)), None)
        text, value = earlier(texts, verb), outcome(verb, answer) if answer is not None else None
        if text is None or value is None or (bare and value == "reply"):
            continue
        yield pointed(draft, verb, text, value)


def pointed(draft: Draft, verb: Token, text: Text, value: str) -> Found:
    """The answer to a text that is only pointed back to."""
    passive = verb.has("nsubjpass") is not None
    who = subject(verb) if not passive or subject(verb) is not verb.has("nsubjpass") else None
    name = party_at(draft, who) if who is not None else None
    span = clause_span(draft.parsed, verb, owner=who)
    return Found(text, Span(verb.start, verb.end), span, "answered", name, None if value == "reply" else value, None, "points back", 0.6)  # type: ignore[arg-type]


def distinct(found: list[Found]) -> list[Found]:
    """One finding a trigger and role; the first rule that saw it stays."""
    kept: dict[tuple[Span, str], Found] = {}
    for one in found:
        before = kept.get((one.trigger, one.role))
        if before is None:
            kept[one.trigger, one.role] = one
        elif before.who is None and one.who is not None:
            kept[one.trigger, one.role] = replace(before, who=one.who, to=before.to or one.to)
    return list(kept.values())


def proposal(draft: Draft, found: Found, number: int) -> Proposal:
    """The statement that a finding becomes."""
    by = holder(draft.attributions, found.span, outside=found.trigger) or holder(draft.attributions, found.trigger, outside=found.trigger)
    reasons = (found.rule,) + (() if found.who else ("nobody is named who did it",))
    unsure = found.text.noun.lemma.lower() in words("texts", "wide") and not found.text.sure
    value = found.value - (0.1 if unsure else 0.0)
    return Proposal(
        id=f"d{number}", span=found.span, trigger_span=found.trigger, title=found.text.title, role=found.role, who=found.who, answer=found.answer,
        version=found.text.version, whose=found.text.whose, to=found.to, date=own_time(draft, found.span), by=by.id if by else None,
        confidence=Confidence(round(value, 2), reasons),
    )
