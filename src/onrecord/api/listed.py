"""The lists of an open record, which it and whatever else can be read inherit."""

from __future__ import annotations

import datetime as dt
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Any, Unpack, get_args

from onrecord.api import lists
from onrecord.api.asked import Where, day_of, narrowing, one_of
from onrecord.api.lists import statement_row
from onrecord.api.rows import Rows, Source
from onrecord.api.shown import BriefView, EventRow, LedgerRow, ReportRow, ReportText, StatementRow, told
from onrecord.record import Record, queries
from onrecord.record.codec import ITEMS
from onrecord.record.queries import Hit
from onrecord.types import (
    Agreement,
    Channel,
    CommitmentLine,
    Dispute,
    Entity,
    Judgement,
    Layer,
    Measure,
    Negotiation,
    OriginLink,
    PositionLine,
    Problem,
    ProposalLine,
    RosterLine,
    Snapshot,
    TalksSpell,
)
from onrecord.views.brief import build_brief
from onrecord.views.export.book import ExportOptions, book_of


class Listed(ABC):
    """What can be asked of a record."""

    @abstractmethod
    def _read(self, as_of: dt.date | str | None) -> AbstractContextManager[Record]:
        """The record for reading, as it could be known on a day."""

    def reports(self, **where: Unpack[Where]) -> Rows[ReportRow]:
        """The reports without their texts, oldest first; narrowed by `as_of`, `negotiation`, `outlet`, `report`."""
        with self._read(where.get("as_of")) as record:
            return lists.report_rows(record, narrowing(where, "reports()"))

    def report(self, name: str, *, as_of: dt.date | str | None = None) -> ReportText:
        """One report whole, by name or the beginning of its id, with its statements; a notebook shows them marked in the text."""
        with self._read(as_of) as record:
            found = queries.report(record, queries.find_report(record, name))
            snapshot = Snapshot(reports=(found,))
            said = tuple(statement_row(snapshot, s) for s in queries.statements(record, queries.Filter(report=found.id)))
            return told(ReportText, found, statements=said, withdrawn=frozenset(queries.withdrawn(record, found.id)))

    def statements(self, kind: Layer | None = None, **where: Unpack[Where]) -> Rows[StatementRow]:
        """What single reports say at single places; *kind* is one of `figures`, `events`, `positions`, `attributions` and the other layers.

        >>> record.statements("positions", party="Highland Front")[0].item.stance
        'conditions'
        """
        one_of(kind, tuple(ITEMS), "kind")
        with self._read(where.get("as_of")) as record:
            return lists.statement_rows(record, narrowing(where, "statements()"), kind, "statements")

    def figures(self, measure: Measure | None = None, **where: Unpack[Where]) -> Rows[StatementRow]:
        """Every quantity as reported, of one *measure* (`held`, `released` …) or of all.

        >>> row = record.figures("held", report="05-interior")[0]
        >>> row.quote, row.item.value, row.by
        ('55 of the 58 persons', 55.0, 'own voice')
        """
        one_of(measure, get_args(Measure), "measure")
        with self._read(where.get("as_of")) as record:
            return lists.statement_rows(record, narrowing(where, "figures()"), "figures", "figures", measure)

    def _derived(self, name: str, where: Mapping[str, Any]) -> Rows[Any]:
        """One list of what was derived."""
        with self._read(where.get("as_of")) as record:
            return lists.derived_rows(record, name, narrowing(where, f"{name}()"))

    def _other(self, name: str, where: Mapping[str, Any]) -> Rows[Any]:
        """One list that few filters fit."""
        with self._read(where.get("as_of")) as record:
            return lists.other_rows(record, name, narrowing(where, f"{name}()"))

    def ledgers(self, **where: Unpack[Where]) -> Rows[LedgerRow]:
        """What is counted, with all values, the headline by its rule, and the sums that add up and those that do not; in a notebook with a chart."""
        return self._derived("ledgers", where)

    def timeline(self, **where: Unpack[Where]) -> Rows[EventRow]:
        """What happened, is planned or was denied, newest first, undated last.

        >>> event = record.timeline(until="2025-04-12")[0]
        >>> event.factuality, len(event.words) >= 1
        ('happened', True)
        """
        return self._derived("timeline", where)

    def positions(self, **where: Unpack[Where]) -> Rows[PositionLine]:
        """What each party demands, offers, refuses or makes a condition, with its history."""
        return self._derived("positions", where)

    def commitments(self, **where: Unpack[Where]) -> Rows[CommitmentLine]:
        """What is owed, and who says that it was kept or breached."""
        return self._derived("commitments", where)

    def talks(self, **where: Unpack[Where]) -> Rows[TalksSpell]:
        """How the talks stood over time, by whose account."""
        return self._derived("talks", where)

    def disputes(self, **where: Unpack[Where]) -> Rows[Dispute]:
        """What is told differently or does not add up, with the statements on each side."""
        return self._derived("disputes", where)

    def roster(self, **where: Unpack[Where]) -> Rows[RosterLine]:
        """The captives who are named, with all that is reported of each."""
        return self._derived("roster", where)

    def channels(self, **where: Unpack[Where]) -> Rows[Channel]:
        """Who reaches whom through whom."""
        return self._derived("channels", where)

    def proposals(self, **where: Unpack[Where]) -> Rows[ProposalLine]:
        """Texts on the table with their versions and the answers to each."""
        return self._derived("proposals", where)

    def agreements(self, **where: Unpack[Where]) -> Rows[Agreement]:
        """Agreements: what was due and told on each day, by whose account."""
        return self._derived("agreements", where)

    def sources(self, **where: Unpack[Where]) -> Rows[OriginLink]:
        """Where the reports' contents came from: copies, rewrites, wires, citations; narrowed as `reports` is."""
        with self._read(where.get("as_of")) as record:
            return lists.link_rows(record, narrowing(where, "sources()"))

    def entities(self, **where: Unpack[Where]) -> Rows[Entity]:
        """Persons, bodies and places over all reports; narrowed by `as_of`, `negotiation`, `party`, `outlet`, `report`."""
        return self._other("entities", where)

    def negotiations(self, **where: Unpack[Where]) -> Rows[Negotiation]:
        """The negotiations that the reports are about; takes `as_of`."""
        return self._other("negotiations", where)

    def problems(self, **where: Unpack[Where]) -> Rows[Problem]:
        """What could not be read or was not understood, lost input first; narrowed by `as_of` and `report`."""
        return self._other("problems", where)

    def judgements(self, **where: Unpack[Where]) -> Rows[Judgement]:
        """People's decisions in their order, those undone too; takes `as_of`."""
        return self._other("judgements", where)

    def brief(self, *, as_of: dt.date | str | None = None, negotiation: str | None = None, since: dt.date | str | None = None) -> BriefView:
        """What an analyst reads first; with *since* also what is new after that day. `str()` of it is text, a notebook shows it with the words.

        >>> print(record.brief(as_of="2025-04-12").subtitle)
        as it could be known on 12 Apr 2025, reports of 4 Mar – 11 Apr 2025
        """
        with self._read(as_of) as record:
            made = build_brief(book_of(record, ExportOptions(negotiation=negotiation)).snapshot, since=day_of(since, "since"))
            return told(BriefView, made)

    def search(self, words: str, *, limit: int = 50, as_of: dt.date | str | None = None, negotiation: str | None = None) -> Rows[Hit]:
        """Places where all *words* stand, best first; `"a phrase"` stays one, `begin*` asks for a beginning.

        >>> record.search('"55 of the 58"')[0].name
        '05-interior-ministry-statement'
        """
        with self._read(as_of) as record:
            hits: Sequence[Hit] = queries.search(record, words, limit=limit)
            if negotiation is not None:
                there = {r.id for r in lists.report_rows(record, {"negotiation": negotiation})}
                hits = [h for h in hits if h.report in there]
            return lists.rows(record, hits, Source(Snapshot()))
