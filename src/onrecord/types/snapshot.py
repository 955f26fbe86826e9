"""The record at one moment, as views read it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from onrecord.types.entity import Entity
from onrecord.types.reading import Coverage
from onrecord.types.record import Derived, Judgement, ReportDate, Statement
from onrecord.types.report import Problem, Report


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Reports, statements and what was derived from them, as could be known on *as_of* (None: all that was added)."""

    reports: tuple[Report, ...] = ()
    statements: dict[str, Statement] = field(default_factory=dict)
    """By statement id."""
    derived: Derived = field(default_factory=Derived)
    problems: tuple[Problem, ...] = ()
    coverage: dict[str, Coverage] = field(default_factory=dict)
    """By report id."""
    as_of: dt.date | None = None
    left_out: tuple[str, ...] = ()
    """Names of reports that *as_of* leaves out because they may be later."""
    set_aside: tuple[Judgement, ...] = ()
    """The judgements by which people set reports aside, which are none of *reports*."""
    by_id: dict[str, Report] = field(init=False, compare=False, repr=False)
    dates: dict[str, ReportDate] = field(init=False, compare=False, repr=False)
    short: dict[str, str] = field(init=False, compare=False, repr=False, default_factory=dict)
    """Short names of reports by name, filled when a view first asks for one."""

    called: dict[tuple[str, str], str] = field(init=False, compare=False, repr=False, default_factory=dict)
    """(report, how somebody is named there) → the name over all reports, filled when a view first asks for one."""

    bearers: dict[str, tuple[Entity, ...]] = field(init=False, compare=False, repr=False, default_factory=dict)
    """Name → the entities that are called so, filled when a view first asks for one."""

    def __post_init__(self) -> None:
        """Looks reports and their dates up once: a page asks for them at every quotation."""
        object.__setattr__(self, "by_id", {r.id: r for r in reversed(self.reports)})
        object.__setattr__(self, "dates", {d.report: d for d in reversed(self.derived.dates)})

    def report(self, identity: str) -> Report:
        """The report with this id; KeyError when there is none."""
        return self.by_id[identity]

    def date_of(self, identity: str) -> ReportDate | None:
        """When the report with this id was published."""
        return self.dates.get(identity)

    def entities_called(self, name: str) -> tuple[Entity, ...]:
        """The entities that are called so anywhere, in their order."""
        if not self.bearers:
            found: dict[str, list[Entity]] = {}
            for entity in self.derived.entities:
                for one in dict.fromkeys((entity.name, *entity.names)):
                    found.setdefault(one, []).append(entity)
            self.bearers.update({one: tuple(entities) for one, entities in found.items()})
        return self.bearers.get(name, ())

    def name_of(self, report: str, printed: str) -> str:
        """The name over all reports of whom *printed* means in one; *printed* itself where it is nobody's."""
        if not self.called:
            for entity in self.derived.entities:
                for name in (entity.name, *entity.names):
                    self.called.update({(place, name): entity.name for place, _ in entity.mentions})
        return self.called.get((report, printed), printed)
