"""Who carries between the two sides, learnt from how the report speaks of them."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.annotate.clauses.syntax import subject
from onrecord.annotate.draft import Draft, of_cast
from onrecord.annotate.lexicon import lexicon
from onrecord.types import Token


@of_cast
def mediators(draft: Draft) -> frozenset[str]:
    """The parties that the report calls mediators, brokers or go-betweens, or says to mediate."""
    words = frozenset(lexicon("parties")["mediating"]["words"])
    found: set[str] = set()
    for token in draft.parsed.tokens:
        if token.lower not in words and not (token.lemma in words and token.pos == "VERB"):
            continue
        for named in linked(token):
            known = draft.cast.at(named)
            if known is not None and known.kind in ("state", "body", "person", "group", "place"):
                found.add(known.side or known.name)
    return frozenset(found)


def linked(word: Token) -> Iterator[Token]:
    """The nouns that a word of mediation describes: "Kenyan mediators", "Oman, which is mediating", "Kenya, the mediator"."""
    if word.pos == "VERB":
        who = subject(word)
        if who is not None:
            yield from joined(who)
    for child in word.children:
        if child.dep in ("amod", "compound", "nmod", "poss", "npadvmod", "appos"):
            yield from joined(child)
    at, steps = word, 0
    while at.head is not at and steps < 4:
        if at.dep in ("appos", "compound", "nmod"):
            yield from joined(at.head)
            return
        if at.dep == "attr" and at.head.lemma == "be":
            who = subject(at.head)
            if who is not None:
                yield from joined(who)
            return
        if at.dep in ("acl", "relcl"):
            yield from joined(at.head)
            return
        if at.dep == "pobj" and at.head.lower == "as" and at.head.head.pos == "VERB":
            who = subject(at.head.head)
            if who is not None:
                yield from joined(who)
            return
        if at.dep not in ("conj", "pobj", "prep", "amod"):
            return
        at, steps = at.head, steps + 1


def joined(noun: Token) -> Iterator[Token]:
    """A noun and what is joined to it by "and"."""
    yield noun
    for child in noun.children:
        if child.dep == "conj":
            yield from joined(child)
