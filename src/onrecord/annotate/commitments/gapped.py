"""Further debtors of a sentence whose binding verb is said once: "Oslo undertook to open the road and the rebels to release nine soldiers"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from onrecord.annotate.clauses import right_span
from onrecord.annotate.clauses.syntax import OBJECT_CONTROL
from onrecord.annotate.commitments.acts import idle
from onrecord.annotate.commitments.found import Found
from onrecord.annotate.commitments.sides import actor
from onrecord.annotate.draft import Draft
from onrecord.types import Span, Token

OPENERS = frozenset({"and", ",", ";", "but", "while"})
"""What stands before a further debtor."""
NAMED = 5
"""Words of a name or noun phrase between such an opener and "to"."""
WITHIN = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PRON", "PART", "NUM"})


def shared_out(draft: Draft, found: Found) -> Iterator[Found]:
    """*found*, cut before the next debtor, and one commitment for every further debtor of its sentence; parsers hang these where they fall."""
    heads = list(further(draft, found))
    if not heads:
        yield found
        return
    sentence = draft.parsed.sentence_of(found.trigger)
    first = shortened(draft, found.span, heads[0][0])
    what = shortened(draft, found.what, heads[0][0]) if isinstance(found.what, Span) else found.what
    yield replace(found, span=first, what=what)
    for number, (opener, who, act) in enumerate(heads):
        end = heads[number + 1][0].start if number + 1 < len(heads) else draft.parsed.tokens[sentence.last - 1].end
        party = actor(draft, who)
        whole = shortened(draft, Span(act.start, max(min(right_span(draft.parsed, [act]).end, end), act.end)), None)
        if party is not None:
            start = draft.parsed.tokens[opener.i + 1].start
            yield replace(found, trigger=act, span=Span(start, whole.end), obligor=party, obligee=None, what=whole, in_return=None, act=act, rule="shared out")


def further(draft: Draft, found: Found) -> Iterator[tuple[Token, Token, Token]]:
    """The opener, the debtor and the verb of every "and the rebels to release" after the deed of *found*."""
    if found.act is None or found.ultimatum:
        return
    tokens, sentence = draft.parsed.tokens, draft.parsed.sentence_of(found.trigger)
    for i in range(max(found.act.i, found.trigger.i) + 2, sentence.last - 1):
        who, verb = tokens[i - 1], tokens[i + 1]
        if tokens[i].lower != "to" or verb.tag != "VB" or who.pos not in ("NOUN", "PROPN", "PRON") or who.ent in ("DATE", "TIME") or idle(verb):
            continue
        at = i - 1
        while at > found.act.i and i - at <= NAMED and tokens[at].pos in WITHIN and tokens[at].lower not in OPENERS:
            at -= 1
        party = actor(draft, who) if tokens[at].lower in OPENERS and at > found.act.i else None
        if party is not None and party != found.obligor and not made_to(tokens, found.act.i, at):
            yield tokens[at], who, verb


def made_to(tokens: tuple[Token, ...], low: int, at: int) -> bool:
    """Whether the debtor is only joined to the object of a verb of causing: "to persuade the army and the rebels to talk"."""
    for i in range(at - 1, max(low - 1, at - NAMED - 1), -1):
        if tokens[i].lemma in OBJECT_CONTROL and tokens[i].pos == "VERB":
            return True
        if tokens[i].pos not in WITHIN:
            return False
    return False


def shortened(draft: Draft, span: Span, before: Token | None) -> Span:
    """*span* up to the word *before*, without marks and joining words at its end."""
    end = span.end if before is None else min(span.end, max(before.start, span.start + 1))
    text = draft.parsed.report.text[span.start : end].rstrip(" ,;.")
    for word in (" and", " but", " while"):
        text = text.removesuffix(word)
    return Span(span.start, span.start + len(text.rstrip(" ,;")))
