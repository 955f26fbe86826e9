"""The names that packs give, as a table to be looked up, and the sides that they give where the report tells none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from onrecord.annotate.cast.gazetteer import Entry, Role, Table, by_first, pieces, short
from onrecord.annotate.cast.joining import Cluster, bare
from onrecord.types import PackKind, PackName, Packs, Parsed, Problem, Span

ROLES: dict[PackKind, Role] = {"body": "group", "state": "country", "person": "person", "place": "place"}


@lru_cache(64)
def phrases(packs: Packs) -> Table:
    """The names of *packs* by their first token; a name that means two different things in them is used for neither."""
    found: dict[tuple[str, ...], tuple[Entry, str]] = {}
    twice: set[tuple[str, ...]] = set()
    for pack, given in names_of(packs):
        for phrase in given.names:
            entry = Entry(given.name, ROLES[given.kind], given.side, short(phrase), pack)
            earlier = found.setdefault(pieces(phrase), (entry, phrase))[0]
            if (earlier.name, earlier.role, earlier.side) != (entry.name, entry.role, entry.side):
                twice.add(pieces(phrase))
    return by_first({words: row for words, row in found.items() if words not in twice})


def names_of(packs: Packs) -> Iterator[tuple[str, PackName]]:
    """Every name with its pack, holders of offices among them."""
    for pack in packs:
        named = {n for entry in pack.names for n in entry.names}
        yield from ((pack.name, entry) for entry in pack.names)
        sides: dict[str, set[str]] = {}
        for office in pack.offices:
            sides.setdefault(office.holder, set()).add(office.side)
        for holder, told in sides.items():
            if holder not in named:
                yield pack.name, PackName(holder, "person", next(iter(told)) if len(told) == 1 else None, role="person")


def pack_sides(clusters: Sequence[Cluster], parsed: Parsed, packs: Packs) -> tuple[Problem, ...]:
    """Gives those that a pack names its side where the report tells none or lets it only be guessed; a Problem where the report tells another."""
    called = {bare(name): entry.name for _, entry in names_of(packs) for name in entry.names}
    problems = []
    for cluster in clusters:
        entry = cluster.packed
        if entry is None or entry.side is None:
            continue
        if cluster.side is None or cluster.guessed:
            cluster.side, cluster.guessed = entry.side, False
        elif called.get(bare(cluster.side), cluster.side) not in (entry.side, called.get(bare(entry.side))):
            mention = next(m for m in cluster.mentions if m.packed is not None)
            span = Span(parsed.tokens[mention.first].start, parsed.tokens[mention.last - 1].end)
            seen = f"the report places {entry.name} with {cluster.side}, pack {entry.pack} with {entry.side}"
            problems.append(Problem("pack", f"{seen}; the report's words were followed: mend the pack, or judge the statement", parsed.report.id, span))
            cluster.reasons.append(f"{seen}; the report's words were followed")
    return tuple(problems)


def home_by_packs(found: str | None, clusters: Sequence[Cluster], packs: Packs) -> str | None:
    """The state that a report is about: the one *found*; where none is, or a mediator by a pack, the one state that is party to the talks."""
    told = {c.packed.name for c in clusters if c.packed is not None}
    meant = [pack for pack in packs if told & {p.name for p in pack.of("party")}]
    parties = {p.side for pack in meant for p in pack.of("party") if p.kind == "state"}
    carrying = {m.side for pack in packs for m in pack.of("mediator")} - parties
    return next(iter(parties)) if len(parties) == 1 and (found is None or found in carrying) else found
