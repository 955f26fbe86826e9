"""Very many reports sorted into negotiations: a sample of reports tells who is who, then each report alone tells who deals with whom.

What reconcile/negotiations does with all readings in memory is done here with what is left of each, in a file: weights by party. Names are joined over
a few reports of each name that at least two reports have, not over all; a name of one report is what that report alone tells.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from onrecord.cluster.profiles import ProfileFile
from onrecord.cluster.spill import Spill
from onrecord.reconcile.entities import folded, join_entities
from onrecord.reconcile.negotiations.carriers import Carriers
from onrecord.reconcile.negotiations.naming import named
from onrecord.reconcile.negotiations.profiles import Canonical, evidence, profile
from onrecord.reconcile.negotiations.sorting import sorted_out
from onrecord.types import Entity, Negotiation, Participant, Reading, Span

SAMPLE = 8
"""Reports of each name over which names are joined: made corpora of 300 to 2,000 reports are sorted as over all (tests/cluster)."""
SHARED = 2
"""Least reports of a name that is joined."""
NAMES = "CREATE TABLE told_name (report INTEGER, name VARCHAR, kind VARCHAR)"
SAMPLED = f"""
SELECT DISTINCT report FROM (
    SELECT report, row_number() OVER (PARTITION BY name, kind ORDER BY report) AS nth, count(*) OVER (PARTITION BY name, kind) AS many FROM told_name
) WHERE many >= {SHARED} AND nth <= {SAMPLE}
"""
ORDER = "SELECT number FROM report ORDER BY report"
Name = tuple[str, str]
"""A folded name and its kind."""


class Joined(Canonical):
    """From a name in a report to its party over all reports, as the sample tells it; else as the report alone does."""

    def __init__(self, sample: Sequence[Reading], entities: Sequence[Entity]) -> None:
        super().__init__(entities)
        votes: defaultdict[Name, Counter[str | None]] = defaultdict(Counter)
        for reading in sample:
            for name, _ in names_in(reading):
                votes[name][super().party(reading.report.id, name[0])] += 1
        self._known = {name: max(sorted(told, key=str), key=lambda n: told[n]) for name, told in votes.items()}
        self._here: dict[str, Name] = {}
        self._alone: Canonical | None = None

    def of(self, reading: Reading) -> Joined:
        """The same, to be asked about one report."""
        self._here = {name[0]: name for name, _ in names_in(reading)}
        self._alone = None
        self._reading = reading
        return self

    def party(self, report: str, name: str) -> str | None:
        """The party that *name* stands or acts for in *report*; None for those who act for nobody."""
        place = self._here.get(folded(name))
        if place is not None and place in self._known:
            return self._known[place]
        self._alone = self._alone or Canonical(join_entities([self._reading]))
        found = self._alone.party(report, name)
        return super().party("", found) or found if found else super().party("", name)


class Talks:
    """Takes in all readings three times (`count`, `gather`, `note`), by the number of their report, then sorts them; of each it keeps 2 KB in a file."""

    def __init__(self, tables: Spill) -> None:
        self._tables = tables
        tables.do(NAMES)
        self._profiles, self._carriers = ProfileFile(tables.folder), Carriers()
        self._telling = set[int]()
        """Numbers of the reports that tell of any party."""
        self._wanted: set[int] | None = None
        self._sample: list[Reading] = []
        self._entities: tuple[Entity, ...] = ()
        self._joined: Joined | None = None

    def count(self, numbered: Sequence[tuple[int, Reading]]) -> None:
        """First: the names that each report has."""
        rows = [(number, *name) for number, reading in numbered for name in sorted({name for name, who in names_in(reading) if tells(who)})]
        numbers, names, kinds = zip(*rows, strict=True) if rows else ((), (), ())
        self._tables.put("told_name", {"report": ("int32", numbers), "name": ("object", names), "kind": ("object", kinds)})

    def gather(self, number: int, reading: Reading) -> None:
        """Second: a reading that is among the first with a name is put into the sample."""
        if self._wanted is None:
            self._wanted = {row[0] for row in self._tables.ask(SAMPLED)}
        if number in self._wanted:
            self._sample.append(bare(reading))

    def note(self, number: int, reading: Reading) -> None:
        """Third: what one reading tells of parties; nothing is kept of one that tells of none."""
        if self._joined is None:
            self._entities = join_entities(self._sample)
            self._joined = Joined(self._sample, self._entities)
            self._sample = []
        found = profile(reading, partial(self._joined.of(reading).party, reading.report.id), evidence(reading))
        if found.single or found.mediators or found.named:
            self._carriers.note(found)
            self._profiles.put(number, found)
            self._telling.add(number)

    def sorted(self) -> tuple[Negotiation, ...]:
        """The negotiations with their reports, by id."""
        self._carriers.settle()
        self._profiles.order.extend(row[0] for row in self._tables.ask(ORDER) if row[0] in self._telling)
        for number, found in zip(self._profiles.order, self._profiles, strict=True):
            self._carriers.drop(found)
            self._profiles.put(number, found)
        states = {e.name for e in self._entities if e.kind == "state"}
        return tuple(sorted((named(group, states) for group in sorted_out(self._profiles).values()), key=lambda n: n.id))

    def close(self) -> None:
        """Lets go of the file."""
        self._profiles.close()


def names_in(reading: Reading) -> Iterator[tuple[Name, Participant]]:
    """Every name of every participant, with whom it names."""
    for who in reading.participants:
        for name in dict.fromkeys((who.name, *who.aliases)):
            yield (folded(name), who.kind), who


def tells(who: Participant) -> bool:
    """Whether a participant may tell who is a party: a state, a body or a person by name."""
    return who.kind in ("state", "body", "person", "place") and who.name[:1].isupper()


def bare(reading: Reading) -> Reading:
    """A reading with what names are joined by: whom it names, and who acts or speaks in it."""
    return replace(
        reading, report=replace(reading.report, text="", blocks=()), times=(), figures=(), commitments=(), proposals=(), status=(), problems=(),
        participants=tuple(replace(who, spans=who.spans[:1] or (Span(0, 0),)) for who in reading.participants),
    )
