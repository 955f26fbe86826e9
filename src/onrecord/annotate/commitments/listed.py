"""Terms that stand in a list under words that bind: "Terms of the truce:" and then "the army lifts its roadblocks", "Release of 40 soldiers"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.annotate.clauses import right_span
from onrecord.annotate.commitments.acts import deed_noun, idle
from onrecord.annotate.commitments.found import Found
from onrecord.annotate.commitments.provisions import doer_of_deed
from onrecord.annotate.commitments.sides import actor
from onrecord.annotate.commitments.terms import is_agreement, words
from onrecord.annotate.draft import Draft
from onrecord.types import Block, Span, Token

MARK = re.compile(r"\s*(?:[-–—•*·]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s+")
"""What opens an item of a list."""
LATER = frozenset({"will", "shall", "must", "would", "to", "is", "are", "has", "have"})


def listed_commitments(draft: Draft) -> Iterator[Found]:
    """A commitment for each item that says who is to do what."""
    for number, block in enumerate(draft.parsed.report.blocks):
        if item_of(draft, block) and binding_head(draft, draft.parsed.report.blocks[:number]):
            found = term(draft, block)
            if found is not None:
                yield found


def item_of(draft: Draft, block: Block) -> bool:
    """Whether a block is an item of a list."""
    return block.kind == "list_item" or MARK.match(block.span.of(draft.parsed.report.text)) is not None


def binding_head(draft: Draft, before: Sequence[Block]) -> bool:
    """Whether the words that open the list name an agreement and what it holds, and end in a colon or are a heading."""
    head = next((b for b in reversed(before) if not item_of(draft, b)), None)
    if head is None:
        return False
    text = head.span.of(draft.parsed.report.text).rstrip()
    last = text.rstrip(":").rsplit(". ", 1)[-1].lower()
    tokens = [t for t in draft.parsed.within(head.span) if text.endswith(last) or t.start >= head.span.end - len(last)]
    agreed = any(is_agreement(t) or t.lemma in words("listed", "agreeing") for t in tokens)
    heads = text.endswith(":") or len(last.split()) < 9
    holds = any(w in last.split() for w in words("listed", "heads")) or any(t.lemma in words("listed", "heads") for t in tokens)
    asked = any(t.lemma in words("agreement", "thoughts") for t in tokens)
    return heads and agreed and holds and not asked


def term(draft: Draft, block: Block) -> Found | None:
    """What an item has somebody do: a clause with its subject, else the noun of a deed."""
    tokens = [t for t in draft.parsed.within(block.span) if t.text.strip()]
    opening = MARK.match(block.span.of(draft.parsed.report.text))
    start = block.span.start + (opening.end() if opening else 0)
    tokens = [t for t in tokens if t.start >= start]
    verb = next((t for t in tokens if acting(t)), None)
    who = verb.has("nsubj") if verb is not None else None
    party = actor(draft, who) if who is not None else None
    if verb is not None and party is not None and who is not None:
        span = Span(min(who.start, *(t.start for t in who.subtree())), right_span(draft.parsed, [verb]).end)
        return Found(verb, span, party, "owed", right_span(draft.parsed, [verb]), rule="listed term", act=verb)
    deed = next((t for t in tokens if t.pos in ("NOUN", "PROPN") and deed_noun(t) is t), None)
    party = doer_of_deed(draft, deed) if deed is not None and tokens.index(deed) < 8 else None
    if deed is None or party is None:
        return None
    span = right_span(draft.parsed, [deed])
    return Found(deed, Span(min(start, span.start), span.end), party, "owed", span, rule="listed term")


def acting(verb: Token) -> bool:
    """Whether a verb says what is to be done: present, future, or an infinitive with a subject; what was done is no term."""
    if verb.pos != "VERB" or verb.has("nsubj") is None or verb.tag in ("VBD", "VBN") or idle(verb) or verb.dep in ("relcl", "advcl", "acl"):
        return False
    aux = {c.lower for c in verb.children if c.dep == "aux"}
    return verb.tag in ("VBZ", "VBP") or (verb.tag == "VB" and bool(aux & LATER))
