"""Which states a report tells of as mediators: an office without a country is none of theirs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.annotate.cast.gazetteer import words
from onrecord.annotate.cast.home import domestic, listed_states
from onrecord.annotate.cast.joining import Cluster
from onrecord.types import Parsed, Token

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


def carriers(clusters: Sequence[Cluster], parsed: Parsed) -> frozenset[str]:
    """The states that are told of as mediators: no office without a country is theirs."""
    text = parsed.report.text
    out = set()
    arms = {c.side for c in clusters if domestic(c)}
    for cluster in clusters:
        if cluster.side and ("mediat" in (cluster.office or "") or ("envoy" in (cluster.office or "") and cluster.side not in arms)):
            out.add(cluster.side)
        if cluster.kind != "state" and not (cluster.kind in ("body", "person") and cluster.side in listed_states()):
            continue
        for mention in cluster.mentions:
            start, end = parsed.tokens[mention.first].start, parsed.tokens[mention.last - 1].end
            if BEHIND.match(text, end) or AHEAD.search(text[max(start - 40, 0) : start]) or carries(parsed.tokens[mention.last - 1]):
                out.add(cluster.side or cluster.name)
    return frozenset(out)


def carries(name: Token) -> bool:
    """Whether the clause over a name, or over those named together with it, says that they mediate ("brokered by the Red Cross and Ardania")."""
    at, steps = name, 0
    while at.dep in ("conj", "amod", "poss", "compound", "nmod") and steps < STEPS:
        at, steps = at.head, steps + 1
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
