"""A description whose noun means the same as an office or title, or tells what somebody is said to do: "the prelate", "the shipowner", "the commander"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from onrecord.annotate.cast.gazetteer import words
from onrecord.annotate.cast.joining import Cluster
from onrecord.annotate.cast.known import Known
from onrecord.annotate.cast.links import plural
from onrecord.annotate.lexicon import lexicon
from onrecord.types import Token

REACH = 24
"""How many sentences back such a description may find whom it means."""
NEAR = 5
"""How many sentences after "a bishop" the bishop's name may follow."""


@cache
def families() -> dict[str, frozenset[str]]:
    """What a noun may be called instead: the offices and titles of which it tells ("prelate" → bishop, archbishop, …), itself included."""
    return {noun: frozenset((noun, *narrower.split("/"))) for noun, narrower in lexicon("offices")["families"]["rows"]}


@cache
def deeds() -> dict[str, frozenset[str]]:
    """Verbs that make of their subject what a noun says ("owner" → own)."""
    out: dict[str, set[str]] = {}
    for verb, nouns in lexicon("offices")["families"]["deeds"]:
        for noun in nouns.split("/"):
            out.setdefault(noun, set()).add(verb)
    return {noun: frozenset(verbs) for noun, verbs in out.items()}


def kindred(known: Known, token: Token, side: str | None) -> Cluster | None:
    """The one named person told of before *token* whose office, title or deeds are what its noun says; None where nobody or more than one fits."""
    if plural(token) or (token.lower not in families() and token.lower not in deeds()):
        return None
    found = [c for c in known.before(token, REACH) if named(c) and fits(known, c, token.lower) and not (side and c.side and c.side != side)]
    return found[0] if len(found) == 1 else None


def named(cluster: Cluster) -> bool:
    """Whether somebody is a person with a name."""
    return cluster.kind == "person" and cluster.fixed_name is None


def fits(known: Known, cluster: Cluster, noun: str) -> bool:
    """Whether what is told of a person makes *noun* a word for him."""
    return bool(told_of(known, cluster) & families().get(noun, frozenset({noun}))) or (noun in deeds() and did(known, cluster, deeds()[noun]))


def told_of(known: Known, cluster: Cluster) -> set[str]:
    """The words of a person's office, of the titles before the name and of the nouns that stood for it."""
    tokens = known.parsed.tokens
    told = set((cluster.office or "").lower().replace("-", " ").split())
    for mention in cluster.mentions:
        if mention.lead is not None:
            told |= {t.lower.rstrip(".") for t in tokens[mention.lead : mention.first]}
        if mention.role == "alias":
            told.add(tokens[mention.last - 1].lower)
    return told


def did(known: Known, cluster: Cluster, verbs: frozenset[str]) -> bool:
    """Whether a person is the subject of one of *verbs*, also in a clause about the name ("Roe, who owns the ship")."""
    return any(verb.lemma in verbs and verb.pos == "VERB" for verb in acts_of(known, cluster))


def acts_of(known: Known, cluster: Cluster) -> Iterator[Token]:
    """The verbs whose subject a person's name, or the "who" behind it, is."""
    for mention in cluster.mentions:
        head = known.parsed.tokens[mention.last - 1]
        if head.dep == "nsubj":
            yield head.head
        yield from (c for c in head.children if c.dep == "relcl" and (subject := c.has("nsubj")) is not None and subject.tag == "WP")


def name_later(known: Known) -> None:
    """Joins one brought in as "a bishop" to the one person who is named right after with that office or title."""
    plain = words("offices", "offices", "plain") | words("offices", "families", "many")
    for cluster in list(known.clusters):
        name, office = cluster.fixed_name, cluster.office
        first = known.parsed.tokens[cluster.mentions[0].first]
        if name is None or office is None or office in plain or cluster.plural or cluster.side is not None:
            continue
        if name.lower().split() not in (["a", office], ["an", office]):
            continue
        later = [c for c in known.clusters if named(c) and c.mentions[0].first > first.i and fits(known, c, office)]
        alike = [c for c in known.clusters if c is not cluster and c.office == office and c.fixed_name is not None]
        if len(later) == 1 and not alike and known.parsed.tokens[later[0].mentions[0].first].sent - first.sent <= NEAR:
            known.merge(cluster, later[0])
            later[0].mentions.sort(key=lambda m: m.first)
