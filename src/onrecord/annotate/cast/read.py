"""Finds the participants of a report: names, then who is who, then sides, then descriptions and pronouns."""

from __future__ import annotations

from dataclasses import replace

from onrecord.annotate.cast.cast import Cast
from onrecord.annotate.cast.descriptions import describe, firm, unionised
from onrecord.annotate.cast.gazetteer import words
from onrecord.annotate.cast.joining import Cluster, join
from onrecord.annotate.cast.kindred import name_later
from onrecord.annotate.cast.kinds import decide
from onrecord.annotate.cast.known import Known
from onrecord.annotate.cast.mediating import mediating
from onrecord.annotate.cast.mentions import lines
from onrecord.annotate.cast.owners import give_owners
from onrecord.annotate.cast.packed import pack_sides, phrases
from onrecord.annotate.cast.people import line_mentions
from onrecord.annotate.cast.places import settle
from onrecord.annotate.cast.pronouns import resolve_pronouns
from onrecord.annotate.cast.sides import give_sides
from onrecord.annotate.cast.speaking import second_look
from onrecord.annotate.cast.standing import stands_for
from onrecord.types import Packs, Parsed, Participant, Span

CHAIN = 2
"""Owners that are followed one after the other: "a lawyer for the committee" of the prisoners."""


def read_cast(parsed: Parsed, packs: Packs = ()) -> Cast:
    """The cast of one report: every participant with all its mentions, pronouns and descriptions resolved to it, called and placed as *packs* say."""
    found = [m for line in lines(parsed, phrases(packs)) for m in line_mentions(line)]
    mentions = [m for m in settle(decide(found, parsed), parsed) if m.role != "office" and m.kind != "thing"]
    clusters = join(mentions, parsed)
    for cluster in clusters:
        offices = [m.office for m in cluster.mentions if m.office]
        cluster.office = max(offices, key=len, default=None)
        cluster.side = next((m.side for m in cluster.mentions if m.side), None)
        cluster.packed = next((m.packed for m in cluster.mentions if m.packed), None)
    told = mediating(parsed)
    home = give_sides(clusters, parsed, told, packs)
    problems = pack_sides(clusters, parsed, packs)
    known = Known(parsed, clusters, home)
    describe(known, cast_of(known))
    name_later(known)
    resolve_pronouns(known)
    cast = cast_of(known)
    changed = second_look(known.clusters, cast, parsed)
    for _ in range(CHAIN):
        if not give_owners(known.clusters, cast_of(known) if changed else cast, parsed):
            break
        changed = True
    return replace(cast_of(known) if stand(known, cast) or changed else cast, problems=problems, mediating=told)


def stand(known: Known, cast: Cast) -> bool:
    """Gives persons and unnamed people without a side the one that is told after them ("who speaks for the families"); tells whether any changed."""
    changed = False
    unions = [c for c in known.clusters if c.is_party and c.fixed_name is None and unionised(c)]
    for cluster in known.clusters:
        told = (cluster.fixed_name or "").lower() in ("their union", "the union", "its union")
        if told and len(unions) == 1 and cluster.side != unions[0].side:
            cluster.side, changed = unions[0].side, True
        if cluster.side is None and (cluster.office or "").lower() in words("offices", "business", "words"):
            before = known.before(known.parsed.tokens[cluster.mentions[0].first], len(known.parsed.sentences))
            cluster.side = next((c.side for c in before if c.side and firm(c)), None)
            changed = changed or cluster.side is not None
        if cluster.side is None and (cluster.office or "").lower().startswith("union "):
            before = known.before(known.parsed.tokens[cluster.mentions[0].first], len(known.parsed.sentences))
            cluster.side = next((c.side for c in before if c.is_party and unionised(c)), None)
            changed = changed or cluster.side is not None
        if cluster.kind not in ("person", "group") or (cluster.side is not None and not cluster.guessed):
            continue
        heads = [known.parsed.tokens[m.last - 1] for m in cluster.mentions if m.role != "pronoun"]
        heads += [t for m in cluster.mentions if m.role == "unnamed" for t in known.parsed.tokens[m.first : m.last - 1] if t.pos == "NOUN"]
        side = next((found for head in heads if (found := stands_for(head, cast))), None)
        if side is not None:
            cluster.side, changed = side, True
    return changed


def cast_of(known: Known) -> Cast:
    """What is known, as a Cast, participants in the order of their first mention."""
    ordered = sorted(known.clusters, key=lambda c: min(m.first for m in c.mentions))
    made = {id(c): participant(k, c, known.parsed) for k, c in enumerate(ordered, 1)}
    return Cast(tuple(made[id(c)] for c in ordered), {at: made[id(c)] for at, c in known.at.items()}, known.home)


def participant(number: int, cluster: Cluster, parsed: Parsed) -> Participant:
    """One cluster as a participant."""
    mentions = sorted(cluster.mentions, key=lambda m: m.first)
    spans = tuple(dict.fromkeys(Span(parsed.tokens[m.first].start, parsed.tokens[m.last - 1].end) for m in mentions))
    name = cluster.name
    aliases = tuple(dict.fromkeys(n for n in cluster.names if n != name))
    return Participant(f"w{number}", name, cluster.kind, cluster.side, cluster.office, spans, aliases, tuple(cluster.reasons))
