"""Who is told of by a part of a name or by what it is alone: a surname that was taken for a body, "the union", a side that is an arm of another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from onrecord.reconcile.entities.names import folded, parts, table
from onrecord.types import Participant, Reading

Row = tuple[Reading, tuple[Participant, ...]]


def told_by_part(rows: Sequence[Row]) -> list[Row]:
    """Each reading with its participants: a body of one word that is the surname of the only such person is that person, a bare union is the one named
    there, and whoever acts for an arm of a side acts for that side."""
    whose = surnames(rows)
    return [(reading, in_whole(with_unions(as_persons(participants, whose)))) for reading, participants in rows]


def surnames(rows: Sequence[Row]) -> dict[str, frozenset[str]]:
    """Surname → all who are named in the reports that name its only bearer in full; those that a longer body bears in its name are left out."""
    bearers: defaultdict[str, set[str]] = defaultdict(set)
    beside: defaultdict[str, set[str]] = defaultdict(set)
    bodies: set[str] = set()
    for _, participants in rows:
        here = {folded(p.name) for p in participants if p.name[:1].isupper()}
        for who in participants:
            own = parts(who.name)
            if who.kind == "person" and len(own) > 1:
                bearers[own[-1]].add(" ".join(own))
                beside[own[-1]] |= here - {folded(who.name)}
            elif who.kind in ("body", "outlet", "place", "state") and " " in who.name:
                bodies |= set(folded(who.name).split())
    return {name: frozenset(beside[name]) for name, full in bearers.items() if len(full) == 1 and name not in bodies}


def as_persons(participants: tuple[Participant, ...], whose: dict[str, frozenset[str]]) -> tuple[Participant, ...]:
    """The participants of one report, those bodies of one word persons that bear the surname of a person told of beside the same names."""
    here = {folded(p.name) for p in participants}
    found = {p.name for p in participants if may_be_person(p) and (whose.get(folded(p.name), frozenset()) & here) - {folded(p.name)}}
    if not found:
        return participants
    told = "the surname of the only person so called"
    made = (replace(p, kind="person", side=None, reasons=(*p.reasons, told)) if p.name in found and p.kind == "body" else p for p in participants)
    return tuple(replace(p, side=None) if p.side in found else p for p in made)


def may_be_person(who: Participant) -> bool:
    """Whether a body may be a person told of by surname: one word that is no acronym, on no side but its own."""
    return who.kind == "body" and " " not in who.name and who.name[:1].isupper() and not who.name.isupper() and who.side in (None, who.name)


def with_unions(participants: tuple[Participant, ...]) -> tuple[Participant, ...]:
    """The participants of one report, a bare "union" on the side of the one union that is named there."""
    heads, bare = set(table("unions")["names"]), set(table("unions")["words"])
    named = {p.side or p.name for p in participants if p.kind == "body" and p.name[:1].isupper() and set(folded(p.name).split()) & heads}
    if len(named) != 1:
        return participants
    side = next(iter(named))
    made = (replace(p, side=side) if folded(p.name) in bare and p.side in (None, p.name) else p for p in participants)
    return tuple(replace(p, side=side) if p.side is not None and folded(p.side) in bare else p for p in made)


def in_whole(participants: tuple[Participant, ...]) -> tuple[Participant, ...]:
    """The participants of one report, those who act for an arm without a name ("the government") for whom that arm acts."""
    sides = {p.name: p.side for p in participants if p.side is not None and p.side != p.name and p.name.islower()}
    return tuple(replace(p, side=sides[p.side]) if p.side is not None and p.side in sides else p for p in participants)
