"""For whom somebody speaks by the owner of the office: "its president, Roe", "the charity's director, Roe", "a lawyer for the committee"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from onrecord.annotate.cast.cast import Cast
from onrecord.annotate.cast.gazetteer import words
from onrecord.annotate.cast.joining import Cluster, bare
from onrecord.annotate.cast.links import introduces
from onrecord.annotate.lexicon import lexicon
from onrecord.types import Parsed, Token

BEFORE = ("poss", "compound", "nmod")
THROUGH = ("pobj", "prep", "compound", "conj")
"""Ways from the last word of a description up to its noun ("the commissioner for missing persons, Roe")."""
BEHIND = ("for", "of")
FARTHEST = 6
"""Words before an office among which its owner is looked for."""


def give_owners(clusters: Sequence[Cluster], cast: Cast, parsed: Parsed) -> bool:
    """Sets the side of persons and unnamed people that have none, or a guessed one, to that of their office's owner; tells whether any changed."""
    changed = False
    for cluster in clusters:
        if cluster.kind not in ("person", "group", "body") or (cluster.side is not None and not cluster.guessed):
            continue
        if cluster.kind == "body" and cluster.fixed_name is None:
            continue
        side = next((found for noun in nouns_of(cluster, parsed) if (found := owned_by(noun, cast, cluster, parsed))), None) or titled(cluster, cast, parsed)
        if side is not None and side != cluster.side:
            cluster.side, cluster.guessed, changed = side, False, True
    return changed


def titled(cluster: Cluster, cast: Cast, parsed: Parsed) -> str | None:
    """The side of the common noun right before the office of a name ("junta spokesman Major Roe"), or None."""
    common, owned = words("bodies", "common_bodies", "words"), words("bodies", "party_owned", "alone")
    before = [parsed.tokens[m.lead - 1] for m in cluster.mentions if m.lead is not None and m.lead > 0 and cluster.office]
    told = [t for t in before if t.lower in common or t.lower in owned]
    named = (p.side for t in told for p in cast.participants if p.kind == "body" and p.office == t.lower and p.side)
    return next((side for t in told if (side := side_at(t, cast, cluster))), None) or next(named, None)


def nouns_of(cluster: Cluster, parsed: Parsed) -> Iterator[Token]:
    """The nouns that tell what somebody is: the head of a description, or what stands beside the name."""
    for mention in cluster.mentions:
        head = parsed.tokens[mention.last - 1]
        if mention.role == "pronoun":
            continue
        if mention.role in ("unnamed", "alias"):
            yield from (t for t in parsed.tokens[mention.first : mention.last] if t.pos == "NOUN" and (serves(t) or cluster.kind == "body"))
            continue
        yield from beside(head, parsed.tokens[mention.lead if mention.lead is not None else mention.first], parsed)


def beside(head: Token, first: Token, parsed: Parsed) -> Iterator[Token]:
    """The office nouns in apposition to a name, before or behind it, and those right before it."""
    near = [head.head] if head.dep == "appos" else []
    near += [c for c in head.children if c.dep in ("appos", "compound", "nmod")]
    before = parsed.tokens[first.i - 2] if first.i > 1 and parsed.tokens[first.i - 1].text == "," else None
    while before is not None and before.sent == first.sent and before.dep in THROUGH and before.head is not before:
        if introduces(before) or before.lower == "general":
            break
        before = before.head
    if before is not None and before.sent == first.sent:
        near.append(before)
    near += [parsed.tokens[t.i - 2] for t in near if t.lower == "general" and parsed.tokens[t.i - 1].text == "-"]
    yield from (t for t in near if serves(t))


def serves(noun: Token) -> bool:
    """Whether a noun tells of somebody who serves an owner: an official, a lawyer, fighters, but no kin, no people of a place and no clergy."""
    if noun.lower in words("offices", "families", "clergy"):
        return False
    if noun.lower in words("offices", "unnamed", "people") and noun.lower not in words("offices", "standing", "serving"):
        return False
    return introduces(noun)


def left_of(noun: Token, parsed: Parsed) -> Token | None:
    """The owner that stands before *noun* with nothing but an office's words between, whatever the parse says ("its secretary-general")."""
    for at in range(noun.i - 1, max(noun.i - FARTHEST, -1), -1):
        token = parsed.tokens[at]
        if token.tag == "PRP$":
            return token
        if token.tag == "POS" or token.text in ("'s", "’s"):
            return parsed.tokens[at - 1]
        if token.text != "-" and token.pos not in ("ADJ", "NOUN", "PROPN"):
            return None
    return None


def owned_by(noun: Token, cast: Cast, own: Cluster, parsed: Parsed) -> str | None:
    """The side of whoever has the office *noun*, by a possessive, a pronoun, a noun before it or "for" and "of" behind it; None where nobody is told."""
    owners = [*([left] if (left := left_of(noun, parsed)) is not None else []), *(c for c in noun.children if c.dep in BEFORE and c.i < noun.i)]
    owners += [n for c in noun.children if c.dep == "prep" and c.lower in BEHIND and (n := c.has("pobj")) is not None]
    return next((side for owner in owners if (side := side_at(owner, cast, own))), None)


@cache
def stood_for() -> frozenset[str]:
    """Nouns of people and bodies that may stand for themselves."""
    return frozenset(lexicon("offices")["standing"]["people"]) | words("bodies", "party_owned", "alone")


def side_at(owner: Token, cast: Cast, own: Cluster) -> str | None:
    """The side for which an owner stands; a body without one, and people who may be stood for, stand for themselves."""
    who = cast.at(owner)
    if owner.lower in words("offices", "speaking_for", "never"):
        return None
    people = stood_for()
    if who is None or bare(who.name) in (bare(own.name), own.fixed_name):
        return owner.lower if owner.lower in people and owner.pos == "NOUN" else None
    if who.side is not None:
        return who.side
    if who.kind == "body":
        return who.name
    if who.kind == "place" and owner.dep == "poss":
        return who.name
    return owner.lower if owner.lower in people else None
