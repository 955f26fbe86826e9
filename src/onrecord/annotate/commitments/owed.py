"""What is owed: terms of agreements, promises, ultimatums, and the other half of an exchange."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from onrecord.annotate.clauses import right_span
from onrecord.annotate.clauses.shape import np_span
from onrecord.annotate.clauses.syntax import first_reading
from onrecord.annotate.commitments.acts import cut, deed_noun, joined_acts
from onrecord.annotate.commitments.due import is_to, spelled
from onrecord.annotate.commitments.found import Found
from onrecord.annotate.commitments.gapped import shared_out
from onrecord.annotate.commitments.headed import MARKS, batches, deed_head, parts
from onrecord.annotate.commitments.promises import accepted, assured, ordered, promised, promised_to, reassured, yet_to
from onrecord.annotate.commitments.provisions import announced, by_agreement, carried, doer_of_deed, obliged_by, ruled, shall, under_terms
from onrecord.annotate.commitments.ratios import ratio
from onrecord.annotate.commitments.sides import giver
from onrecord.annotate.commitments.terms import words
from onrecord.annotate.commitments.ultimatums import given_until, must_by, noun_of_deadline, or_else
from onrecord.annotate.draft import Draft
from onrecord.types import Span, Token

RULES = (
    promised,
    promised_to,
    reassured,
    assured,
    ordered,
    ruled,
    accepted,
    yet_to,
    under_terms,
    by_agreement,
    obliged_by,
    is_to,
    shall,
    must_by,
    given_until,
    or_else,
    announced,
    carried,
    spelled,
)
"""The readings of a verb, the surest first."""


def in_full(draft: Draft, found: Found) -> Iterator[Found]:
    """A term with all that its sentence binds to: an exchange gives one for each side, a list of infinitives one for each, further debtors their own."""
    found, *others = shared_out(draft, found)
    acts = joined_acts(found.act, found.trigger) if found.act is not None and found.act is not found.trigger else []
    acts = [a for a in acts if all(a is not o.act for o in others)]
    more = list(further_deeds(draft, found))
    yield until(draft, found, more[0].span.start) if more else first_part(draft, found, acts) if acts else with_tail(draft, found) if not others else found
    for act in acts:  # "… and to let patrols monitor the line"
        yield replace(found, trigger=act, span=cut(draft, act, acts), what=cut(draft, act, acts), in_return=None, act=act)
    yield from others
    back = in_return(draft, found)
    if back is not None:
        yield back
    yield from batches(draft, found)
    yield from more


def until(draft: Draft, found: Found, end: int) -> Found:
    """*found* up to the next deed, without the words that join it."""
    span = Span(found.span.start, found.span.start + len(draft.parsed.report.text[found.span.start : end].rstrip(" ,;").removesuffix(" and").rstrip(" ,;")))
    what = found.what if isinstance(found.what, str) or found.what.end <= span.end else Span(found.what.start, span.end)
    return replace(found, span=span, what=what)


def further_deeds(draft: Draft, found: Found) -> Iterator[Found]:
    """The deeds beside the first that an agreement has, each with who is to do it: "foresees a truce, the departure of all fighters and a swap"."""
    if found.rule != "agreement" or found.act is not None or not isinstance(found.what, Span):
        return
    first = next((t for t in draft.parsed.within(found.what) if deed_noun(t) is t), None)
    last = draft.parsed.sentence_of(found.trigger).last
    for part in parts(draft.parsed.tokens[first.i + 1 : last]) if first is not None else ():
        deed = deed_head(part) if draft.parsed.tokens[part[0].i - 1].lower in MARKS else None
        party = doer_of_deed(draft, deed) if deed is not None and deed.dep not in ("nsubj", "nsubjpass") else None
        if deed is not None and party is not None:
            span = np_span(draft.parsed, deed)
            yield replace(found, trigger=deed, span=span, obligor=party, what=span, in_return=None, obligee=None)


def first_part(draft: Draft, found: Found, acts: list[Token]) -> Found:
    """*found* without the further deeds of the same promise or provision."""
    if not acts or found.act is None:
        return found
    own = cut(draft, found.act, acts)
    return replace(found, span=Span(found.span.start, max(own.end, found.trigger.end)), what=own)


def with_tail(draft: Draft, found: Found) -> Found:
    """*found* with the verbs that share its modal and subject: "shall release the funds, and begin work no later than 1 May"."""
    act = found.act
    if act is None or found.in_return is not None or act.dep == "conj":
        return found
    tail = [c for c in act.children if c.dep == "conj" and c.tag == "VB" and c.has("nsubj", "nsubjpass", "aux") is None]
    if not tail:
        return found
    end = max(right_span(draft.parsed, [c]).end for c in tail)
    what = Span(found.what.start, max(found.what.end, end)) if isinstance(found.what, Span) else found.what
    return replace(found, span=Span(found.span.start, max(found.span.end, end)), what=what)


def first_of(draft: Draft, token: Token) -> Found | None:
    """What the surest rule reads at *token*."""
    if token.pos in ("NOUN", "PROPN", "NUM"):
        return ratio(draft, token) or noun_of_deadline(draft, token)
    return first_reading(RULES, draft, token)


def in_return(draft: Draft, found: Found) -> Found | None:
    """The other half of an exchange, owed by the other side."""
    if found.in_return is None or " and " in found.obligor:  # what both owe has no other side
        return None
    party = giver(draft, draft.parsed.within(found.in_return), found.trigger, found.obligor)
    given = found.act.has("dobj") if found.act is not None else None
    if party is None or party == found.obligor or (given is not None and party.lower().endswith(given.lower)):
        return None  # those who are handed over give nothing
    text = found.in_return.of(draft.parsed.report.text)
    back_for = next((text[len(o) :].strip() for o in sorted(words("frames", "exchange")) if text.lower().startswith(o)), text)
    back = found.what if not isinstance(found.what, str) else None
    return Found(found.trigger, found.in_return, party, "owed", back_for, back, found.obligor, rule="in return")
