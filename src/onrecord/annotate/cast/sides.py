"""Which party or country somebody speaks for."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.annotate.cast.acting import beside, led
from onrecord.annotate.cast.arms import same_arm
from onrecord.annotate.cast.belonging import part_owners
from onrecord.annotate.cast.gazetteer import words
from onrecord.annotate.cast.home import distant, foreign_to, foremost, listed_sides, nameless, region, stately
from onrecord.annotate.cast.joining import Cluster, bare
from onrecord.annotate.cast.learnt import realm_of
from onrecord.annotate.cast.mediating import carriers
from onrecord.annotate.cast.packed import home_by_packs
from onrecord.annotate.cast.scenes import told_in
from onrecord.annotate.cast.speaking import head_of, side_of
from onrecord.annotate.lexicon import lexicon
from onrecord.types import Packs, Parsed

__all__ = ["give_sides", "head_of", "side_of"]


def give_sides(clusters: Sequence[Cluster], parsed: Parsed, told: frozenset[int], packs: Packs = ()) -> str | None:
    """Sets the canonical side of every cluster and returns the report's foremost state.

    *told* are the numbers of the nouns that mediate.
    Owners' names are followed to their own side; an office without a country takes the foremost state, else the one told of beside it.
    """
    for cluster in clusters:
        own_side(cluster)
        cluster.side = cluster.side or told_in(cluster, parsed)
    known = {bare(n): c for c in clusters for n in (*c.names, c.name)}
    for cluster in clusters:
        for full in {m.full for m in cluster.mentions if m.full}:
            known.setdefault(bare(full), cluster)
    for cluster in clusters:
        if (governed := realm_of(cluster.name)) is not None:
            known.setdefault(bare(governed), cluster)
    owners = {id(c): c.side for c in clusters}
    home, carrying = None, carriers(clusters, told) | distant(clusters, parsed)
    bodies = frozenset(c.side for c in clusters if c.side and any(m.role == "organisation" for m in c.mentions))
    governing = nameless(clusters, carrying, parsed)
    for kinds in (("person",), ("person", "body")):
        for cluster in clusters:
            if not (cluster.kind == "body" and neutral(cluster)):
                cluster.side = follow(owners[id(cluster)] or cluster.side, cluster, known)
        home = home or home_by_packs(foremost(clusters, carrying, parsed), clusters, packs)
        for place in (c for c in clusters if c.kind == "place" and c.name == home):
            place.fixed_kind, place.side = "state", home
            owners[id(place)] = home
        for cluster in clusters:
            if cluster.kind in kinds and not watching(cluster, parsed):
                own = home if home is None or not foreign_to(cluster, home, clusters) else None
                own = region(cluster, clusters, parsed) or same_arm(cluster, clusters, parsed) or led(cluster, clusters, parsed, carrying) or own
                stately(cluster, own or beside(cluster, clusters, parsed, carrying) or governing, bodies)
    for cluster in clusters:  # an office of a body that has only now been given to its state
        owner = known.get(bare(owners[id(cluster)] or ""))
        if cluster.kind == "person" and owner is not None and owner.kind == "body" and owner.side not in (None, cluster.side) and not owner.is_party:
            cluster.side = follow(owners[id(cluster)], cluster, known)
    part_owners(clusters)
    return home or governing


def watching(cluster: Cluster, parsed: Parsed) -> bool:
    """Whether a noun before a body's name shows that it speaks for no party ("the monitor Seawatch", "the think tank Orbis")."""
    nouns = words("bodies", "neutral", "beside")
    return cluster.kind == "body" and any(m.first and parsed.tokens[m.first - 1].lower in nouns for m in cluster.mentions)


def own_side(cluster: Cluster) -> None:
    """A state is its own side; places and outlets have none."""
    if cluster.kind == "state":
        cluster.side = cluster.side or cluster.name
    elif cluster.kind in ("place", "outlet", "thing") or labour(cluster) or clergy(cluster) or (cluster.kind == "body" and neutral(cluster)):
        cluster.side = None


def clergy(cluster: Cluster) -> bool:
    """Whether a person's office is one of a church or mosque, which speaks for no state or town of its name ("bishop of Tarma")."""
    last = (cluster.office or "").lower().split()[-1:]
    return cluster.kind == "person" and bool(set(last) & words("offices", "families", "clergy"))


def labour(cluster: Cluster) -> bool:
    """Whether a body is a union of workers by its name, which speaks for itself and not for the country in its name."""
    parts = cluster.name.lower().split()
    listed = any(m.role == "organisation" for m in cluster.mentions)
    return cluster.kind == "body" and len(parts) > 1 and parts[-1] in words("bodies", "unions", "last") and not listed


def neutral(cluster: Cluster) -> bool:
    """Whether a body is a listed aid agency, watchdog or court, which speaks for no party."""
    return any(m.role == "organisation" and m.full in lexicon("bodies")["neutral"]["names"] for m in cluster.mentions)


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
