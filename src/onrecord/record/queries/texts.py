"""Texts on the table, and agreements that run."""

from __future__ import annotations

from onrecord.record.connection import Record
from onrecord.record.queries.filters import ALL, Filter
from onrecord.record.queries.narrowing import any_day, rests, values, wanted
from onrecord.types import Agreement, ProposalLine


def proposals(record: Record, where: Filter = ALL) -> tuple[ProposalLine, ...]:
    """Texts on the table with a version or an answer that *where* asks for."""
    ids = wanted(record, where)
    found = values(record, ProposalLine, "proposal_line", "title, id")
    return tuple(
        p for p in found
        if rests(ids, [*p.statements, *(s for v in p.versions for s in v.statements), *(a.statement for a in p.answers)])
        and any_day(where, [*(v.date for v in p.versions), *(a.date for a in p.answers)])
    )


def agreements(record: Record, where: Filter = ALL) -> tuple[Agreement, ...]:
    """Agreements that rest on a statement that *where* asks for; one typed in by a person is narrowed by its party and days only."""
    ids = wanted(record, where)
    found = values(record, Agreement, "agreement", "name, id")
    return tuple(a for a in found if where.days_fit(a.dates) and (rests(ids, resting(a)) or (a.typed_by is not None and by_party(a, where))))


def resting(agreement: Agreement) -> list[str]:
    """Every statement that an agreement rests on."""
    delivered = [d.statement for day in agreement.schedule for d in day.reported]
    return [*agreement.statements, *(s for t in agreement.terms for s in t.statements), *delivered]


def by_party(agreement: Agreement, where: Filter) -> bool:
    """Whether a party is all that is asked for, and one of the agreement's."""
    asked = (where.layer, where.report, where.by, where.outlet, where.negotiation)
    return where.party is not None and not any(asked) and any(where.party.casefold() in p.casefold() for p in agreement.parties)
