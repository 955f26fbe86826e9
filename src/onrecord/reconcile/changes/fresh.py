"""Which of the added statements are news, and which only repeat a text that is known."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from onrecord.reconcile.origins.count import one_text
from onrecord.types import Interval, OriginLink, ReportDate, Statement

COVERED = 0.95
"""Share of the earlier reports whose days count as covered: a few that came late say nothing of what all could know."""
SAME_TEXT = ("copy", "rewrite")
"""A later version or a correction says something new; a copy or a rewrite by another hand does not."""


@dataclass(frozen=True, slots=True)
class Fresh:
    """The statements of the added reports by id, which of them are news, and the copies among the reports."""

    statements: Mapping[str, Statement]
    news: frozenset[str]
    """Ids of statements of added reports whose text is their own."""
    added: frozenset[str]
    """Ids of the added reports."""
    own: frozenset[str] = frozenset()
    """Ids of the added reports whose text is their own."""
    repeats: tuple[tuple[str, str], ...] = ()
    since: dt.date | None = None
    """First day on which an added report may have been published."""
    known_until: dt.date | None = None
    """Day by which COVERED of the reports that were there before were published; None where there were none with a date."""

    by_report: Mapping[str, tuple[Statement, ...]] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Looks up once which statements each added report has."""
        found: dict[str, list[Statement]] = {}
        for statement in self.statements.values():
            found.setdefault(statement.report, []).append(statement)
        object.__setattr__(self, "by_report", {report: tuple(own) for report, own in found.items()})

    def beside(self, statement: str) -> tuple[Statement, ...]:
        """All statements of the report that the statement with this id stands in."""
        return self.by_report[self.statements[statement].report]

    def of(self, statements: Iterable[str]) -> tuple[str, ...]:
        """Those of *statements* that are news."""
        return tuple(s for s in statements if s in self.news)

    def texts(self, statements: Iterable[str]) -> int:
        """How many added reports with a text of their own stand behind *statements*."""
        return len({self.statements[s].report for s in statements if s in self.news})


def fresh_of(
    statements: Mapping[str, Statement], links: Sequence[OriginLink], dates: Sequence[ReportDate], added: frozenset[str]
) -> Fresh:
    """What is news among the statements of the *added* reports: of each text that several of them share, the earliest report's."""
    texts = one_text([link for link in links if link.kind in SAME_TEXT])
    published = {d.report: d.published for d in dates}
    known: dict[str, str] = {}
    repeats: list[tuple[str, str]] = []
    asked = {texts.get(report, report) for report in added}
    for report in sorted((r for r in published if texts.get(r, r) in asked), key=lambda r: (r in added, *order(published[r]), r)):
        text = texts.get(report, report)
        if text in known and report in added:
            repeats.append((report, known[text]))
        known.setdefault(text, report)
    own = added - {r for r, _ in repeats}
    days = [p.first for r in added if (p := published.get(r)) and p.first]
    news = frozenset(i for i, s in statements.items() if s.report in own)
    lasts = sorted(p.last for r, p in published.items() if r not in added and p and p.last)
    known_until = lasts[int(COVERED * (len(lasts) - 1))] if lasts else None
    return Fresh(statements, news, added, own, tuple(sorted(repeats)), min(days, default=None), known_until)


def order(days: Interval | None) -> tuple[dt.date, dt.date]:
    """A sort key: dated reports by their last day, then their first; undated ones last."""
    if days is None:
        return dt.date.max, dt.date.max
    return days.last or dt.date.max, days.first or dt.date.min


def told_on(fresh: Fresh, statements: Iterable[str]) -> Interval | None:
    """When the last of the reports of new statements was published, whatever day they tell of; None where no report is dated."""
    days = [s.published for i in statements if (s := fresh.statements.get(i)) and s.published and s.published.last]
    return max(days, key=lambda d: d.last or dt.date.min, default=None)


def latest_days(fresh: Fresh, statements: Iterable[str]) -> Interval | None:
    """The days of the new statement that tells of the latest day, else of its report; None where neither is known."""
    days = [d for i in statements if (s := fresh.statements.get(i)) and (d := s.date or s.published) and d.last]
    return max(days, key=lambda d: d.last or dt.date.min, default=None)
