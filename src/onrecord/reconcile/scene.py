"""Everything that reconciling looks at, gathered once."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from onrecord.reconcile.memo import AFRESH, Memo
from onrecord.reconcile.origins.count import one_text
from onrecord.reconcile.said import ById, Own, Said, said_of
from onrecord.types import (
    Asked,
    Entity,
    EventMention,
    EventType,
    Judgement,
    Layer,
    Negotiation,
    OriginLink,
    Packs,
    Reading,
    ReportDate,
    Share,
    Statement,
    Viewed,
    Withdrawn,
)

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Scene:
    """The statements of all reports with who is who, which talks they belong to and where their texts came from."""

    readings: tuple[Reading, ...]
    dates: dict[str, ReportDate]
    """By report id."""
    statements: Sequence[Statement]
    """In the order of their ids, so that the order of the reports changes nothing; whoever walks over all of them makes all of them."""
    entities: tuple[Entity, ...] = ()
    negotiations: tuple[Negotiation, ...] = ()
    origin_links: tuple[OriginLink, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    """All that people decided, for what is put together later."""
    withdrawn: tuple[Withdrawn, ...] = ()
    gone: frozenset[str] = frozenset()
    """Ids of the withdrawn statements: they are kept, and nothing is derived of them."""
    lost: tuple[Judgement, ...] = ()
    """Judgements on what is not read any more."""
    packs: Packs = ()
    """What a person knows beforehand, in the order of the packs' names."""
    by_name: dict[tuple[str, str], Entity] = field(default_factory=dict)
    by_report: dict[str, Reading] = field(default_factory=dict)
    memo: Memo = field(default=AFRESH, compare=False)
    """What may know the result of work on one reading, or on given inputs."""
    seen: Viewed | None = field(default=None, compare=False)
    """What of each report rules that look at it alone can see; None where nothing is remembered of it."""
    asked: dict[str, set[str]] = field(default_factory=dict, compare=False)
    """The names that were looked up in each report that is in it, which those are that are being worked on."""
    met: list[set[Asked]] = field(default_factory=list, compare=False)
    """What was looked up elsewhere, by work on several reports; the last is that which is being done."""
    joined: dict[str, str] = field(default_factory=dict, compare=False)
    """Report → the one that stands for all that share its text, once somebody asked."""
    talks_of: dict[str, tuple[Negotiation, ...]] = field(init=False, compare=False)
    """The negotiations of each report that has any."""

    told: Said = field(init=False, compare=False, repr=False)
    """The statements, a report at a time."""
    by_id: Mapping[str, Statement] = field(init=False, compare=False, repr=False)
    said: Mapping[str, Own] = field(init=False, compare=False, repr=False)
    """The statements of each report, those withdrawn by a later version left out."""

    def __post_init__(self) -> None:
        """Looks up once what every stage asks for: the negotiations of a report, and where its statements are."""
        told = self.statements if isinstance(self.statements, Said) else said_of(self.statements)
        object.__setattr__(self, "told", told)
        object.__setattr__(self, "by_id", ById(told))
        object.__setattr__(self, "said", Left(told, self.gone))
        found: dict[str, tuple[Negotiation, ...]] = {}
        for negotiation in self.negotiations:
            for report in dict.fromkeys(negotiation.reports):
                found[report] = (*found.get(report, ()), negotiation)
        object.__setattr__(self, "talks_of", found)

    def of(self, layer: Layer, kind: EventType | None = None) -> Iterator[Statement]:
        """The statements of one layer in all reports, of *kind* where that is told of an event, those withdrawn by a later version left out."""
        wanted, told = kind or layer, self.told
        if self.seen is not None:
            held = self.each("layers and kinds of events", frozenset[str], self.kinds_in)
            found: Iterable[Statement] = told.layer(layer, (report for report, kinds in zip(self.reports, held, strict=True) if wanted in kinds))
        else:
            found = told
        return (s for s in found if s.layer == layer and s.id not in self.gone and kind in (None, getattr(s.item, "type", None)))

    def kinds_in(self, report: str) -> frozenset[str]:
        """The layers that have statements in a report, and the types of its events."""
        return frozenset({*(s.layer for s in self.said[report]), *(s.item.type for s in self.said[report] if isinstance(s.item, EventMention))})

    def of_report(self, report: str, layer: Layer) -> list[Statement]:
        """The statements of one layer in one report, those withdrawn by a later version left out."""
        return [s for s in self.said[report] if s.layer == layer]

    @property
    def reports(self) -> list[str]:
        """The ids of all reports, in order."""
        return [r.report.id for r in self.readings] if self.readings else sorted(self.told.reports)

    def statement(self, identity: str) -> Statement:
        """The statement with this id; KeyError when there is none."""
        return self.by_id[identity]

    def reading_of(self, report: str) -> Reading:
        """The reading of the report with this id."""
        return self.by_report[report]

    def entity(self, report: str, name: str) -> Entity | None:
        """Whom *name* means in that report; None for a description that was joined to nobody. Where it matters, it is noted that it was asked."""
        if report in self.asked:
            self.asked[report].add(name)
        elif self.met:
            self.met[-1].add((report, name))
        return self.meant(report, name)

    def meant(self, report: str, name: str) -> Entity | None:
        """The same without a note."""
        return self.by_name.get((report, name)) or self.by_name.get(("", name))

    def each(self, name: str, kind: type[T], work: Callable[[str], T]) -> list[T]:
        """The result of *work* on each report by its id, in the order of `reports`; what the memo knows of a report that looks as it did is not done again.

        The work may look at its report only: reading, date, statements, names, talks (parties in their order, mediators in none), later versions.
        """
        return [work(report) for report in self.reports] if self.seen is None else self.memo.of_reports(name, kind, self.seen, self.reports, work)

    def within(self, reports: Collection[str]) -> Scene:
        """The scene of some of the reports: their readings and statements, and everything that is told of all."""
        readings = tuple(r for r in self.readings if r.report.id in reports)
        return replace(self, readings=readings, statements=self.told.within(reports), by_report={r.report.id: r for r in readings})

    def together(self, name: str, kind: type[T], share: Share, work: Callable[[], T]) -> T:
        """The result of *work* on some reports; what the memo knows of reports that look as they did is not done again.

        The work may look at what work on each of the reports may, at all of them, and at the inputs of the share.
        """

        def noted() -> tuple[T, set[Asked]]:
            self.met.append(set())
            made = work()
            return made, self.met.pop()

        return self.memo.of_share(name, kind, self.seen, share, noted)

    @property
    def texts(self) -> Mapping[str, str]:
        """Report → the least id of the reports that share its text, of those that share it with any."""
        if not self.joined:
            self.joined.update(one_text(self.origin_links))
        return self.joined

    def canonical(self, report: str, name: str) -> str:
        """The name that stands for *name* over all reports, or *name* itself."""
        entity = self.entity(report, name)
        return entity.name if entity else name

    def negotiation_of(self, report: str) -> str | None:
        """The negotiation of a report when it belongs to exactly one; None for none or several."""
        found = self.talks_of.get(report, ())
        return found[0].id if len(found) == 1 else None


class Left(Mapping[str, Own]):
    """The statements of each report without those that are *gone*; none of a report that is not there."""

    def __init__(self, told: Said, gone: frozenset[str]) -> None:
        self._told, self._gone = told, gone
        self._left: dict[str, Own] = {}

    def __getitem__(self, report: str) -> Own:
        if not self._gone:
            return self._told.of(report)
        if report not in self._left:
            self._left[report] = tuple(s for s in self._told.of(report) if s.id not in self._gone)
        return self._left[report]

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self._told.reports))

    def __len__(self) -> int:
        return len(self._told.reports)


def names_of(entities: tuple[Entity, ...], held: Mapping[tuple[str, str], str]) -> dict[tuple[str, str], Entity]:
    """Look-up from (report id, name in that report) to the entity; ("", name) where only one entity bears the name; *held* give ids of some."""
    found: dict[tuple[str, str], Entity] = {}
    bearers: dict[str, list[Entity]] = {}
    for entity in entities:
        reports = {report for report, _ in entity.mentions}
        for name in {entity.name, *entity.names}:
            bearers.setdefault(name, []).append(entity)
            for report in reports:
                found[report, name] = entity
    for name, owners in bearers.items():
        if len(owners) == 1:
            found["", name] = owners[0]
    by_id = {e.id: e for e in entities}
    found |= {place: by_id[identity] for place, identity in held.items() if identity in by_id}
    return found
