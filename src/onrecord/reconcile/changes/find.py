"""All changes between two states of what was derived."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from onrecord.reconcile.changes.figures import figure_changes
from onrecord.reconcile.changes.fold import folded
from onrecord.reconcile.changes.fresh import Fresh, latest_days
from onrecord.reconcile.changes.happenings import dispute_changes, event_changes
from onrecord.reconcile.changes.standing import commitment_changes, position_changes, talks_changes
from onrecord.reconcile.changes.texts import proposal_changes, roster_changes
from onrecord.reconcile.changes.weigh import of_days, weighed, weight
from onrecord.types import Derived, Interval, Negotiation, ReportDate
from onrecord.types.changes import Change, Changes


def find_changes(before: Derived, after: Derived, fresh: Fresh) -> Changes:
    """What is otherwise in *after*; the two may be parts, as long as whatever differs stands in both."""
    found = chain(
        talks_changes(before.talks, after.talks, fresh), figure_changes(before.ledgers, after.ledgers, fresh),
        position_changes(before.positions, after.positions, fresh), commitment_changes(before.commitments, after.commitments, fresh),
        event_changes(before.events, after.events, fresh), dispute_changes(before.disputes, after.disputes, fresh),
        proposal_changes(before.proposals, after.proposals, fresh), roster_changes(before.roster, after.roster, fresh),
        negotiation_changes(before.negotiations, after.negotiations, fresh), date_changes(before.dates, after.dates, fresh),
    )
    drafts = {(made := weighed(fresh, draft)).id: (made, draft) for draft in found}
    kept = sorted(joined(made for made, _ in drafts.values()), key=effect_first)
    lines = folded([(c, drafts[c.id][1]) for c in kept if c.kind != "confirms"], after, fresh)
    return Changes(tuple(sorted(lines, key=effect_first)), tuple(c for c in kept if c.kind == "confirms"), fresh.repeats)


def effect_first(change: Change) -> tuple[float, str, str, str]:
    """A sort key: the most effect first."""
    return -change.effect, change.about, change.title, change.id


def joined(found: Iterable[Change]) -> Iterator[Change]:
    """Each change once: of two that rest on the same words, the one with less effect is left out when it says no more than that something is new."""
    ordered = sorted(found, key=lambda c: (-c.effect, c.id))
    told: dict[str, Change] = {}
    for one in ordered:
        same = one.kind == "new" and one.about in ("event", "position") and all(s in told and told[s].about == one.about for s in one.statements)
        if not same:
            yield one
        for statement in one.statements:
            told.setdefault(statement, one)


def negotiation_changes(before: Sequence[Negotiation], after: Sequence[Negotiation], fresh: Fresh) -> Iterator[Change]:
    """Talks that no report told of before."""
    known, reports = {n.id for n in before}, {r for n in before for r in n.reports}
    for negotiation in after:
        if negotiation.id in known or not before or set(negotiation.reports) & (reports - fresh.added):
            continue
        told = tuple(sorted(i for i in fresh.news if fresh.statements[i].report in negotiation.reports))[:3]
        title, one = f"Another negotiation: {negotiation.name}", negotiation.id
        yield of_days(Change("", "new", "negotiation", title, weight("negotiation"), told, object=one, negotiation=one), latest_days(fresh, told))


def date_changes(before: Sequence[ReportDate], after: Sequence[ReportDate], fresh: Fresh) -> Iterator[Change]:
    """Reports that were there and are now dated otherwise because of what came."""
    was = {d.report: d.published for d in before}
    for date in after:
        if date.report in was and date.report not in fresh.added and was[date.report] != date.published:
            yield dated_otherwise(date, was[date.report])


def dated_otherwise(date: ReportDate, earlier: Interval | None) -> Change:
    """A report whose date others have moved; it rests on no new words of its own, so its reason is given."""
    before, after = (d.edtf() if d else "unknown" for d in (earlier, date.published))
    title = f"A report that was there is dated {after}, before {before}: {date.reason}"
    return Change("", "updates", "date", title, weight("date"), (), before, after, date.report)
