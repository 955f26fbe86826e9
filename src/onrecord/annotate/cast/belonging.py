"""Whose an unnamed person or body is by a noun or a part of a name before it: "a coalition spokesman", "a fighter", "the Karang delegation"."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.annotate.cast.gazetteer import words
from onrecord.annotate.cast.home import impartial
from onrecord.annotate.cast.joining import Cluster, bare
from onrecord.annotate.cast.known import Known
from onrecord.annotate.cast.speaking import armed_party
from onrecord.types import Token

REACH = 24
"""How many sentences back the body may have been told of."""
SMALL = frozenset({"of", "the", "for", "and", "de", "del"})


def by_noun(known: Known, token: Token, phrase: Sequence[Token]) -> str | None:
    """The side of the last body without a name that the noun before *token* goes back to ("the Marenga-led coalition … a coalition spokesman"), or None."""
    nouns = {t.lower for t in phrase if t.i < token.i and t.dep in ("compound", "nmod") and t.lower in words("bodies", "common_bodies", "words")}
    nouns -= words("bodies", "state_nouns", "words")
    if not nouns:
        return None
    for cluster in known.before(token, REACH):
        called = (cluster.office or "") if cluster.fixed_name is not None else cluster.name.lower().split()[-1]
        if cluster.kind == "body" and cluster.side and called in nouns:
            return cluster.side
    return None


def fighting_for(known: Known, token: Token) -> str | None:
    """The side of the report's only armed party, for one of its fighters told of without it ("a fighter told the BBC"), or None."""
    if plural_of(token.lower) not in words("bodies", "party_owned", "members") or token.tag != "NN":
        return None
    armed = {c.side for c in known.before(token, REACH) if armed_party(c) and not impartial(c.name.lower())}
    return next(iter(armed)) if len(armed) == 1 else None


def plural_of(noun: str) -> str:
    """The plural of a noun for a fighter."""
    return noun[:-3] + "men" if noun.endswith("man") else noun + "s"


def part_owners(clusters: Sequence[Cluster]) -> None:
    """Gives a team or wing called by a part of a party's name the side of the one party that is meant ("the Front's armed wing", "the Karang delegation")."""
    teams = words("parties", "teams", "nouns")
    for cluster in clusters:
        own = cluster.kind == "body" and cluster.fixed_name is None and cluster.side in (cluster.name, cluster.short)
        stem = owner_words(cluster.name) if own and cluster.name.split()[-1] in teams else ""
        parties = [c for c in clusters if stem and c is not cluster and c.kind in ("body", "state") and c.side]
        found = {c.side for c in parties if any(partly(stem, n) for n in c.names)}
        if len(found) == 1:
            cluster.side = next(iter(found))


def owner_words(name: str) -> str:
    """The words of a body's name before its common nouns ("Front's political wing" → Front)."""
    parts = name.replace("’", "'").split()
    count = next((k for k, p in enumerate(parts) if p[:1].islower() and p not in SMALL), len(parts))
    return bare(" ".join(parts[:count]))


def partly(stem: str, name: str) -> bool:
    """Whether *stem* is a name, its beginning or its end."""
    full = bare(name)
    return full == stem or full.startswith(stem + " ") or full.endswith(" " + stem)
