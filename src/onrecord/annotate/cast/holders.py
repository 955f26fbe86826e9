"""A description by an office or a deed → the one person who is named with it: before, or further on."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.annotate.cast.gazetteer import words
from onrecord.annotate.cast.joining import Cluster
from onrecord.annotate.cast.kindred import kindred
from onrecord.annotate.cast.known import Known
from onrecord.annotate.cast.links import introduces, plural
from onrecord.annotate.cast.offices import head_at
from onrecord.types import Token

REACH = 12
"""How many sentences back a description may find its antecedent; farther back writers name it again."""


def aliased(known: Known, token: Token) -> Cluster | None:
    """The one person who was told to be what the noun says ("police identified the hijacker as Roe … the hijacker")."""
    if plural(token) or not introduces(token):
        return None
    found = [c for c in known.before(token, REACH * 3) if c.kind == "person" and c.fixed_name is None and called_by(c, token.lower)]
    return found[0] if len(found) == 1 else None


def called_by(cluster: Cluster, noun: str) -> bool:
    """Whether somebody was described by *noun*, with "the" or "a" and nothing else."""
    return any(m.role == "alias" and m.name.lower().split() in (["the", noun], ["a", noun]) for m in cluster.mentions)


def officeholder(known: Known, token: Token, middle: Sequence[Token], side: str | None) -> Cluster | None:
    """The last named person whose office has *token* as a noun ("the president")."""
    if not head_at([token], 0):
        return kindred(known, token, side)
    told = " ".join([t.lower for t in middle if t.text[0].islower()] + [token.lower])
    for cluster in known.before(token, REACH * 3):
        office = (cluster.office or title_of(known, cluster)).lower()
        if cluster.kind != "person" or not office or (side and cluster.side != side):
            continue
        portions = office.replace("former ", "").split()
        fit = office.endswith(told) or token.lower in (portions[-1], portions[0])
        if fit and set(told.split()[:-1]) <= set(portions) | {"former", "senior"}:
            return cluster
    return kindred(known, token, side) or named_later(known, token, side)


def title_of(known: Known, cluster: Cluster) -> str:
    """The last word of the title right before a person's name ("Bishop Ana Roe"), or nothing."""
    led = (known.parsed.tokens[m.first - 1].lower for m in cluster.mentions if m.lead is not None and m.lead < m.first)
    return next((word for word in led if word in words("offices", "offices", "heads")), "")


def named_later(known: Known, token: Token, side: str | None) -> Cluster | None:
    """The one person of the report who is named with the office *token* further on, as where a first line leaves the name out ("the region's bishop")."""
    if plural(token) or token.lower in words("offices", "offices", "plain"):
        return None
    found = []
    for cluster in known.clusters:
        office = (cluster.office or title_of(known, cluster)).lower().split()
        if cluster.kind == "person" and cluster.fixed_name is None and office and office[-1] == token.lower and cluster.mentions[0].first > token.i:
            found.append(cluster)
    alone = len(found) == 1 and not (side and found[0].side and found[0].side != side)
    return found[0] if alone else None
