"""Finds the participants of a report: names, then who is who, then sides, then pronouns."""

from __future__ import annotations

from onrecord.annotate.cast.cast import Cast
from onrecord.annotate.cast.joining import Cluster, join
from onrecord.annotate.cast.kinds import decide
from onrecord.annotate.cast.mentions import Mention, lines
from onrecord.annotate.cast.people import line_mentions
from onrecord.annotate.cast.places import settle
from onrecord.annotate.cast.sides import give_sides
from onrecord.types import Parsed, Participant, Span


def read_cast(parsed: Parsed) -> Cast:
    """The cast of one report: every named participant with all its mentions, pronouns and descriptions resolved to it."""
    found = [m for line in lines(parsed) for m in line_mentions(line)]
    mentions = settle(decide(found, parsed), parsed)
    clusters = join([m for m in mentions if m.role != "office" and m.kind != "thing"], parsed)
    participants = give_sides([participant(k, c, parsed) for k, c in enumerate(clusters, 1)], clusters)
    return Cast(participants, places(participants, clusters))


def participant(number: int, cluster: Cluster, parsed: Parsed) -> Participant:
    """One cluster as a participant, its side as first told."""
    spans = tuple(dict.fromkeys(Span(parsed.tokens[m.first].start, parsed.tokens[m.last - 1].end) for m in cluster.mentions))
    name = cluster.name
    aliases = tuple(dict.fromkeys(m.name for m in cluster.mentions if m.name != name))
    offices = [m.office for m in cluster.mentions if m.office]
    side = next((m.side for m in cluster.mentions if m.side), None)
    return Participant(
        f"w{number}", name, cluster.kind, side, max(offices, key=len, default=None), spans, aliases, tuple(cluster.reasons)  # type: ignore[arg-type]
    )


def places(participants: tuple[Participant, ...], clusters: list[Cluster]) -> dict[int, Participant]:
    """Token number → participant; where mentions overlap the longer one wins."""
    rows: list[tuple[Mention, Participant]] = [(m, p) for p, c in zip(participants, clusters, strict=True) for m in c.mentions]
    rows.sort(key=lambda row: row[0].last - row[0].first)
    out: dict[int, Participant] = {}
    for mention, who in rows:
        for at in range(mention.first, mention.last):
            out[at] = who
    return out
