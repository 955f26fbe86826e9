"""Terms that stand in a list under words that bind: "Terms of the truce:" and then "the army lifts its roadblocks", "Release of 40 soldiers"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.annotate.clauses import right_span
from onrecord.annotate.commitments.acts import deed_noun, idle
from onrecord.annotate.commitments.due import heading_over
from onrecord.annotate.commitments.found import Found
from onrecord.annotate.commitments.provisions import doer_of_deed
from onrecord.annotate.commitments.sides import actor
from onrecord.annotate.commitments.terms import is_agreement, words
from onrecord.annotate.draft import Draft
from onrecord.types import Block, Span, Token

MARK = re.compile(r"\s*(?:[-–—•*·]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s+")
"""What opens an item of a list."""
NAMED = 8
"""Words of a name before the colon under which its duties stand."""
LATER = frozenset({"will", "shall", "must", "would", "to", "is", "are", "has", "have"})


def listed_commitments(draft: Draft) -> Iterator[Found]:
    """A commitment for each item that says who is to do what."""
    for number, block in enumerate(draft.parsed.report.blocks):
        binds = item_of(draft, block) and binding_head(draft, draft.parsed.report.blocks[:number])
        yield from under_name(draft, block, binds)
        found = term(draft, block) if binds else None
        if found is not None:
            yield found


def under_name(draft: Draft, block: Block, binds: bool) -> Iterator[Found]:
    """ "Kelland: free 70 fighters by 1 March; open the road": what a party has to do, under its name."""
    tokens = [t for t in draft.parsed.within(block.span) if t.text.strip()]
    colon = next((n for n, t in enumerate(tokens[:NAMED]) if t.text == ":"), 0)
    if colon == 0 or colon + 1 >= len(tokens) or not (binds or heading_over(draft, tokens[0])):
        return
    party = next((p for t in reversed(tokens[:colon]) if t.pos in ("NOUN", "PROPN") and (p := actor(draft, t)) is not None), None)
    starts = [colon + 1, *(n + 1 for n, t in enumerate(tokens) if t.text == ";" and n > colon)]
    for start, end in zip(starts, [*starts[1:], len(tokens) + 1], strict=True):
        part = tokens[start : end - 1]
        if party is not None and part and (part[0].lemma in words("delivering", "verbs") or part[0].lower in words("delivering", "verbs")):
            last = part[-2] if part[-1].text == "." and len(part) > 1 else part[-1]
            span = Span(part[0].start, last.end)
            yield Found(part[0], span, party, "owed", span, rule="listed term", act=part[0])


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
    tokens = [t for t in draft.parsed.within(head.span) if text.endswith(last) or t.start >= head.span.end - len(last) - 1]
    agreed = any(is_agreement(t) or t.lemma in words("listed", "agreeing") for t in tokens)
    agreed |= any(t.lemma.lower() in ("term", "condition") for t in tokens) and any(deed_noun(t) is t for t in tokens if t.pos == "NOUN")
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
    if verb.pos != "VERB" or verb.has("nsubj") is None or verb.tag in ("VBD", "VBN") or verb.dep in ("relcl", "advcl", "acl"):
        return False
    if idle(verb) and not holding_fire(verb):
        return False
    aux = {c.lower for c in verb.children if c.dep == "aux"}
    return verb.tag in ("VBZ", "VBP") or (verb.tag == "VB" and bool(aux & LATER))


def holding_fire(verb: Token) -> bool:
    """Whether "hold" has fire or a line as its object, and so is a deed."""
    thing = verb.has("dobj")
    return verb.lemma == "hold" and thing is not None and thing.lemma in ("fire", "line", "position")
