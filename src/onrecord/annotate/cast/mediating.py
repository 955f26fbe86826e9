"""Who carries between two sides, learnt from how a report speaks of them: the cast, the clauses and the layers that stand on them know it from here."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.annotate import phrases
from onrecord.annotate.cast.gazetteer import words
from onrecord.annotate.cast.home import domestic, listed_states
from onrecord.annotate.cast.joining import Cluster
from onrecord.types import Parsed, Token

TRADE = re.compile(r"mediat|broker|facilitat|go-between|intermediar|guarantor|middlem|good offices|\bhost", re.I)
"""Without one of these a report tells of nobody who carries."""
AHEAD = re.compile(r"(?:mediat|broker|facilitat)\w*\s+(?:by|from|through)\s+(?:the\s+)?$", re.I)
BEHIND = re.compile(
    r"-(?:mediated|brokered)|\s+(?:mediat|broker)(?:ors?|ion)\b"
    r"|,\s+whose\s+(?:country|government|nation)\s+(?:[a-z]+\s+){0,3}mediat\w*"
    r"|,\s+(?:acting|serving)\s+as\s+(?:[A-Za-z-]+\s+){0,4}(?i:mediator|facilitator|guarantor|intermediary)"
    r"|(?:,\s+(?:which|who|that|an?|the|acting|serving|currently)|\s+(?:is|has|was|acts?|serves?))\s+(?:[a-z-]+\s+){0,7}(?:mediat(?:e[sd]?|ing|ors?)|intermediar\w+|facilitat(?:e[sd]?|ing|ors?)|guarantors?)\b"
)
"""Words of mediation right before and right behind a name."""
STEPS = 8
"""Joined names and nouns that are climbed from a name up to the clause in which it stands."""


def mediating(parsed: Parsed) -> frozenset[int]:
    """Numbers of the nouns that the report calls mediators, brokers or go-betweens, says to mediate, or says to host the talks."""
    text = parsed.report.text
    if not TRADE.search(text):
        return frozenset()
    told, found = words("parties", "mediating", "words"), set()
    for token in parsed.tokens:
        if token.lower in told or (token.pos == "VERB" and (token.lemma in told or hosts(token))):
            found |= {t.i for t in linked(token)}
        named = token.text[0].isupper() or (token.i and parsed.tokens[token.i - 1].text[0].isupper())  # "the Swiss government"
        if token.pos in ("PROPN", "NOUN", "ADJ") and named and (beside(text, token) or carries(token)):
            found.add(token.i)
    return frozenset(found)


def beside(text: str, name: Token) -> bool:
    """Whether words of mediation stand right behind or before a name."""
    return bool(BEHIND.match(text, name.end) or AHEAD.search(text[max(name.start - 40, 0) : name.start]))


def carriers(clusters: Sequence[Cluster], told: frozenset[int]) -> frozenset[str]:
    """The states that are told of as mediators, *told* being the numbers of the nouns that are: no office without a country is theirs."""
    out = set()
    arms = {c.side for c in clusters if domestic(c)}
    for cluster in clusters:
        if cluster.side and ("mediat" in (cluster.office or "") or ("envoy" in (cluster.office or "") and cluster.side not in arms)):
            out.add(cluster.side)
        if cluster.kind != "state" and not (cluster.kind in ("body", "person") and cluster.side in listed_states()):
            continue
        if any(told & set(range(m.first, m.last)) for m in cluster.mentions):
            out.add(cluster.side or cluster.name)
    return frozenset(out)


def hosts(verb: Token) -> bool:
    """Whether a verb tells that its subject has the talks of others in its house ("Ardania, which hosted the talks")."""
    held = verb.has("dobj") if verb.lemma == "host" else None
    return held is not None and held.lemma in words("parties", "mediating", "hosted")


def linked(word: Token) -> Iterator[Token]:
    """The nouns that a word of mediation describes: "Kenyan mediators", "Oman, which is mediating", "Kenya, the mediator"."""
    if word.pos == "VERB":
        yield from subjects(word)
    for child in word.children:
        if child.dep in ("amod", "compound", "nmod", "poss", "npadvmod", "appos"):
            yield from joined(child)
    at, steps = word, 0
    while at.head is not at and steps < 4:
        if at.dep in ("appos", "compound", "nmod", "acl", "relcl"):
            yield from joined(at.head)
            return
        if at.dep == "attr" and at.head.lemma == "be":
            yield from subjects(at.head)
            return
        if at.dep == "pobj" and at.head.lower == "as" and at.head.head.pos == "VERB":
            yield from subjects(at.head.head)
            return
        if at.dep not in ("conj", "pobj", "prep", "amod"):
            return
        at, steps = at.head, steps + 1


def subjects(verb: Token) -> Iterator[Token]:
    """Who does what a verb says, and those joined to it."""
    who = phrases.subject(verb)
    if who is not None and who.tag in ("WDT", "WP") and verb.dep == "relcl":
        who = verb.head
    if who is not None:
        yield from joined(who)


def joined(noun: Token) -> Iterator[Token]:
    """A noun and what is joined to it by "and"."""
    yield noun
    for child in noun.children:
        if child.dep == "conj":
            yield from joined(child)


def carries(name: Token) -> bool:
    """Whether the clause over a name, or over those named together with it, says that they mediate ("brokered by the Red Cross and Ardania")."""
    at, steps = name, 0
    while at.dep in ("conj", "amod", "poss", "compound", "nmod") and steps < STEPS:
        at, steps = at.head, steps + 1
    if at.dep == "pobj" and at.head.lower == "of" and at.head.head.lower in words("countries", "learnt", "realms"):
        at = at.head.head
    told = words("parties", "mediating", "words")
    if at.dep == "pobj" and at.head.lower in ("by", "through"):
        return at.head.head.lemma in told or at.head.head.lower in told
    verb = at.head
    if at.dep not in ("nsubj", "nsubjpass") or verb.pos != "VERB":
        return False
    if verb.lemma in told or any(c.dep == "xcomp" and c.lemma in told for c in verb.children):
        return True
    roles = [p for c in verb.children if c.dep == "prep" and c.lower == "as" for p in c.children if p.dep == "pobj"]
    return any(word in called(role) for role in roles for word in words("parties", "mediating", "roles"))


def called(role: Token) -> str:
    """The words of a noun phrase, without blanks around hyphens."""
    return " ".join(t.lower for t in role.subtree()).replace(" - ", "-")
