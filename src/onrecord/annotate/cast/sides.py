"""Which party or country somebody speaks for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache

from onrecord.annotate.cast.cast import Cast
from onrecord.annotate.cast.gazetteer import look_up, rows, words
from onrecord.annotate.cast.joining import Cluster, bare
from onrecord.annotate.lexicon import lexicon
from onrecord.types import Parsed, Token

HOME = 1.6
"""How many times as often the foremost state's officials must be told of as the next one's, before an office without a country is given to it."""


def give_sides(clusters: Sequence[Cluster], parsed: Parsed) -> str | None:
    """Sets the canonical side of every cluster and returns the report's foremost state.

    Owners' names are followed to their own side; an office without a country takes the foremost state, else the one told of beside it.
    """
    for cluster in clusters:
        own_side(cluster)
    known = {bare(n): c for c in clusters for n in (*c.names, c.name)}
    owners = {id(c): c.side for c in clusters}
    home = None
    for kinds in (("person",), ("person", "body")):
        for cluster in clusters:
            cluster.side = follow(owners[id(cluster)] or cluster.side, cluster, known)
        home = home or foremost(clusters)
        for cluster in clusters:
            if cluster.kind in kinds:
                stately(cluster, home or beside(cluster, clusters, parsed))
    return home


def own_side(cluster: Cluster) -> None:
    """A state is its own side; places and outlets have none."""
    if cluster.kind == "state":
        cluster.side = cluster.side or cluster.name
    elif cluster.kind in ("place", "outlet", "thing"):
        cluster.side = None


def follow(side: str | None, cluster: Cluster, known: dict[str, Cluster]) -> str | None:
    """The side at the end of the chain of owners ("Roe's office" → Roe → her state); a party's is its usual name."""
    if cluster.is_party:
        return cluster.short
    seen = {id(cluster)}
    while side and (owner := known.get(bare(side))) is not None and id(owner) not in seen:
        seen.add(id(owner))
        if owner.is_party:
            return owner.short
        if owner.kind in ("outlet", "place") or (owner.kind != "body" and owner.side is None):
            return None
        if owner.kind == "state":
            return owner.side
        if owner.side is None or owner.side == owner.name:
            return owner.short
        side = owner.side
    return side if side is None or bare(side) in known or side in listed_sides() else None


@cache
def listed_sides() -> frozenset[str]:
    """Every side that a general list gives."""
    return frozenset(entry.side for _, entry in rows() if entry.side)


def foremost(clusters: Sequence[Cluster]) -> str | None:
    """The one state whose officials and bodies the report tells of most by far, or None."""
    states = {c.name for c in clusters if c.kind == "state"}
    count: Counter[str] = Counter()
    homely: set[str | None] = set(listed_sides())
    for cluster in clusters:
        if cluster.side in states and cluster.kind in ("person", "body") and not carrier(cluster):
            count[cluster.side or ""] += 2 * len(cluster.mentions)
            if any(a in f"{cluster.office or ''} {cluster.name}".lower() for a in lexicon("offices")["arms"]["words"]):
                homely.add(cluster.side)
        elif cluster.kind == "state":
            count[cluster.name] += len(cluster.mentions)
    ranked = [row for row in count.most_common() if row[0] in homely][:2]
    if not ranked or (len(ranked) > 1 and ranked[0][1] < HOME * ranked[1][1]):
        return None
    return ranked[0][0]


BESIDE = ("nsubj", "nsubjpass", "poss", "amod", "compound")
"""The parts of a sentence in which a state acts or owns."""


def beside(cluster: Cluster, clusters: Sequence[Cluster], parsed: Parsed) -> str | None:
    """The state whose side the nearest subject before *cluster*'s first mention is on, in the same paragraph, or one of its own sentence."""
    first = cluster.mentions[0].first
    token = parsed.tokens[first]
    best: tuple[int, str] | None = None
    states = {row[0] for row in lexicon("countries")["rows"]}
    for other in clusters:
        if other is cluster or other.side not in states or other.side is None:
            continue
        for mention in other.mentions:
            near = parsed.tokens[mention.last - 1]
            if token.block - near.block in (0, 1) and near.i < first and near.dep in BESIDE and (best is None or near.i > best[0]):
                best = (near.i, other.side)
    return best[1] if best else None


def carrier(cluster: Cluster) -> bool:
    """Whether an office is one that is held among others: envoys and mediators make no state the one a report is about."""
    return any(word in (cluster.office or "").lower() for word in ("envoy", "mediator", "ambassador", "intermediary"))


def stately(cluster: Cluster, home: str | None) -> None:
    """Sets the side that an office or a body's name implies where none was told."""
    if cluster.side is not None:
        return
    told = (cluster.office or (cluster.name if cluster.kind == "body" else "")).lower()
    offices = lexicon("offices")
    for phrase, side in offices["default_sides"]["rows"]:
        if side and phrase in told:
            cluster.side = side
            cluster.reasons.append(f"{phrase}: a title of the {side}")
            return
    arm = any(a in told for a in offices["arms"]["words"])
    if arm and home:
        cluster.side = home
        cluster.reasons.append(f"office without a country; {home} is the state told of most or beside it")
    elif cluster.kind == "body" and not arm:
        cluster.side = "US" if told.endswith(" administration") else cluster.short


def side_of(phrase: Sequence[Token], cast: Cast) -> str | None:
    """The side that the noun phrase *phrase* speaks for ("two Kenyan officials" → Kenya), None for families, outlets and the like."""
    if not phrase:
        return None
    head = head_of(phrase)
    if head.lower in words("offices", "speaking_for", "never"):
        return None
    who = cast.at(head)
    if who is not None and who.side and who.kind != "group" and who.side != who.name:
        return who.side
    if who is not None and who.side and head.pos == "PROPN":
        return who.side
    spot = head.i
    before = [(t, side) for t in phrase if t.i < spot and (side := modifier_side(t, phrase, cast))]
    if not before:
        return complement_side(head, phrase, cast)
    joined = any(t.lower in ("and", "or") and before[0][0].i < t.i < before[-1][0].i for t in phrase)
    if joined and len({side for _, side in before}) > 1:
        return None
    return before[-1][1]


def second_look(clusters: Sequence[Cluster], cast: Cast, parsed: Parsed) -> bool:
    """Sets the sides of unnamed participants that hang on a pronoun ("its leadership"), once pronouns are resolved; tells whether any changed."""
    changed = False
    for cluster in clusters:
        if cluster.fixed_name is None or cluster.side not in (None, cluster.fixed_name):
            continue
        first = cluster.mentions[0]
        phrase = parsed.tokens[first.first : first.last]
        if any(t.tag == "PRP$" for t in phrase):
            side = side_of(phrase, cast) or cluster.side
            changed, cluster.side = changed or side != cluster.side, side
    return changed


def head_of(phrase: Sequence[Token]) -> Token:
    """The token of *phrase* whose head lies outside it."""
    inside = {t.i for t in phrase}
    tops = [t for t in phrase if (t.head is t or t.head.i not in inside) and t.pos not in ("PUNCT", "DET", "ADP")]
    return tops[0] if tops else phrase[-1]


def modifier_side(token: Token, phrase: Sequence[Token], cast: Cast) -> str | None:
    """The side of a word before the head: a demonym, a state, a party, or a person whose office it is."""
    at = next((k for k, t in enumerate(phrase) if t is token), 0)
    after = phrase[at + 2] if at + 2 < len(phrase) and phrase[at + 1].text == "-" else None
    if after is not None and after.lower in ("mediated", "backed", "held", "occupied", "based", "brokered", "born", "allied", "sponsored", "made", "language"):
        return None
    who = cast.at(token)
    if who is not None:
        return who.side if who.kind in ("state", "body", "person", "group") else None
    hit = look_up(phrase, at)
    if hit and hit[0].role in ("demonym", "country", "seat", "service", "group"):
        return hit[0].side
    return None


def complement_side(head: Token, phrase: Sequence[Token], cast: Cast) -> str | None:
    """The side told after the head with "of", "for", "from", "at", "in the … ministry"."""
    inside = {t.i for t in phrase}
    for prep in head.children:
        if prep.lower not in ("of", "for", "from", "at", "with", "in") or prep.i not in inside:
            continue
        for noun in prep.children:
            if noun.dep != "pobj" or noun.i not in inside:
                continue
            who = cast.at(noun)
            if who is not None and who.kind in ("body", "state", "person") and not (prep.lower in ("in", "with") and who.kind != "body"):
                return who.side
            if who is None and noun.lower not in words("offices", "speaking_for", "never"):
                side = side_of(noun.subtree(), cast)
                if side:
                    return side
    return None
