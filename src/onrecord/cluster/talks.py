"""Very many reports sorted into negotiations: a sample of reports tells who is who, then each report alone tells who deals with whom.

What reconcile/negotiations does with all readings in memory is done here with what is left of each: weights by party. Names are joined over a
few reports of each name that at least two reports have, not over all; a name of one report is what that report alone tells.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from onrecord.reconcile.entities import folded, join_entities
from onrecord.reconcile.negotiations.carriers import drop_carriers
from onrecord.reconcile.negotiations.naming import named
from onrecord.reconcile.negotiations.profiles import Canonical, Profile, evidence, profile, staked
from onrecord.reconcile.negotiations.sorting import sorted_out
from onrecord.types import Entity, Negotiation, Participant, Reading, Span

SAMPLE = 8
"""Reports of each name over which names are joined: made corpora of 300 to 2,000 reports are sorted as over all (tests/cluster)."""
SHARED = 2
"""Least reports of a name that is joined."""
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


@dataclass
class Talks:
    """Takes in all readings three times (`count`, `gather`, `note`), then sorts them; keeps about 2 KB of each report that tells of any party."""

    counted: Counter[Name] = field(default_factory=Counter)
    seen: Counter[Name] = field(default_factory=Counter)
    sample: list[Reading] = field(default_factory=list)
    profiles: list[Profile] = field(default_factory=list)
    entities: tuple[Entity, ...] = ()
    joined: Joined | None = None

    def count(self, reading: Reading) -> None:
        """First: how many reports have each name."""
        self.counted.update({name for name, who in names_in(reading) if tells(who)})

    def gather(self, reading: Reading) -> None:
        """Second: a reading with a name of which the sample has too few is put into it."""
        told = {name for name, who in names_in(reading) if tells(who) and self.counted[name] >= SHARED}
        if any(self.seen[name] < SAMPLE for name in told):
            self.seen.update(told)
            self.sample.append(bare(reading))

    def note(self, reading: Reading) -> None:
        """Third: what one reading tells of parties; nothing is kept of one that tells of none."""
        if self.joined is None:
            self.entities = join_entities(self.sample)
            self.joined = Joined(self.sample, self.entities)
        found = profile(reading, self.joined.of(reading), evidence(reading))
        if found.single or found.mediators or found.named:
            self.profiles.append(found)

    def sorted(self) -> tuple[Negotiation, ...]:
        """The negotiations with their reports, by id."""
        profiles = sorted(self.profiles, key=lambda p: p.report)
        drop_carriers(profiles)
        states = {e.name for e in self.entities if e.kind == "state"}
        groups = sorted_out([(p, staked(p)) for p in profiles])
        return tuple(sorted((named(pair, group, members, states) for (pair, group), members in groups.items()), key=lambda n: n.id))


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
