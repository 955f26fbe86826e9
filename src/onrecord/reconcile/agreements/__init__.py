"""Agreements that run: put together from their terms across reports, or typed in, with their days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from onrecord.reconcile.agreements.deliveries import AFTER, OPEN, Account, Told, Window, accounts, reported
from onrecord.reconcile.agreements.joining import Draft, days_told, holds, joined, terms_of, with_lines
from onrecord.reconcile.agreements.schedule import schedule
from onrecord.reconcile.agreements.terms import Telling, telling, with_lines_of
from onrecord.reconcile.agreements.typed import typed_in
from onrecord.reconcile.ordering import derived_id
from onrecord.reconcile.origins.count import count_in
from onrecord.reconcile.scene import Scene
from onrecord.reconcile.standing import Standing
from onrecord.types import Agreement, CommitmentLine, Interval, Origins, Share

__all__ = ["build_agreements"]

NO_DAY = "no report tells its first day to the day, so that no day can be put to its terms"


def build_agreements(scene: Scene, commitments: Sequence[CommitmentLine] = ()) -> tuple[Agreement, ...]:
    """Every agreement of which some report tells a term with a rule, and those typed in by people, with their days; by first day and name."""
    standing = Standing(scene)
    lines = {s: line.id for line in commitments for s, _, _ in line.accounts}
    told_of = scene.each("what is told of agreements", tuple[Telling, ...], lambda report: tuple(telling(standing, report)))
    drafts = joined(scene, [with_lines_of(t, lines) for own in told_of for t in own])
    found = [assembled(draft, lines) for draft in drafts]
    tellers = {a.id: tuple(sorted({t.report for t in draft.tellings})) for a, draft in zip(found, drafts, strict=True)}
    last = seen(scene)
    typed = list(typed_in(scene))
    kept = scene.each("what is told of keeping", tuple[Account, ...], lambda report: tuple(accounts(standing, report)))
    told = Told({report: own for report, own in zip(scene.reports, kept, strict=True) if own})
    talks = {n.id: frozenset(n.reports) for n in scene.negotiations}
    look = Look(scene, told, (*found, *typed), tellers, last, talks)
    return tuple(sorted((run(look, a) for a in look.every), key=lambda a: (a.dates.first if a.dates and a.dates.first else dt.date.max, a.name, a.id)))


@dataclass(frozen=True, slots=True)
class Look:
    """Where it is looked up what became of an agreement."""

    scene: Scene
    told: Told
    """What the reports tell of keeping."""
    every: tuple[Agreement, ...]
    tellers: Mapping[str, tuple[str, ...]]
    """The reports that tell of an agreement, by its id; of one that is only typed in none."""
    last: dt.date | None
    """The last day of which a report could tell."""
    talks: Mapping[str, frozenset[str]]
    """The reports of each negotiation."""


def seen(scene: Scene) -> dt.date | None:
    """The last day on which a report of the scene can have been published."""
    days = [d.published.last for d in scene.dates.values() if d.published is not None and d.published.last is not None]
    return max(days, default=None)


def assembled(draft: Draft, lines: dict[str, str]) -> Agreement:
    """The agreement of a draft, without its days."""
    terms = with_lines(terms_of(draft), lines)
    talks = sorted({(-len(t.parties), t.negotiation or "", t.parties) for t in draft.tellings})
    parties = talks[0][2]
    told = min(days_told(t)[0] for t in draft.tellings)
    dates = holds(draft.first, terms)
    statements = tuple(sorted({s for t in draft.tellings for s in t.statements}))
    name = f"{' – '.join(parties) or 'parties not told'}: agreement" + (f" of {told.day} {told:%B %Y}" if told < dt.date.max else "")
    everything = [*statements, *(s for t in terms for s in t.statements)]
    clash = sorted(draft.starts)
    note = NO_DAY if dates is None else ""
    if len(clash) > 1:
        note = f"reports tell different first days ({', '.join(map(str, clash))}); the days are counted from {draft.first}"
    return Agreement(
        derived_id("agreement", [min(everything)]), name, parties, terms, statements=statements, dates=dates, negotiation=talks[0][1] or None, note=note,
    )


def run(look: Look, agreement: Agreement) -> Agreement:
    """*agreement* with its days and the origins behind its terms."""
    scene, reports = look.scene, look.tellers.get(agreement.id, ())
    ids = sorted({*agreement.statements, *(s for t in agreement.terms for s in t.statements)})
    share = Share(agreement.id, reports, (ids, [scene.texts.get(report, "-") for report in reports]))
    work = partial(origins_of, scene, ids)
    counted = replace(agreement, origins=scene.together("origins behind an agreement", Origins, share, work) if reports else work())
    first = agreement.dates.first if agreement.dates is not None else None
    if first is None:
        return counted
    return replace(counted, schedule=schedule(agreement.terms, first, reported(look.told, window_of(look, agreement, first)), look.last))


def origins_of(scene: Scene, ids: Sequence[str]) -> Origins:
    """The origins behind statements; what is not in these reports counts for nothing."""
    return count_in([scene.by_id[s] for s in ids if s in scene.by_id], scene.texts)


def window_of(look: Look, agreement: Agreement, first: dt.date) -> Window:
    """The reports of the agreement's negotiation that tell of keeping, and the days up to some after its end, or to the next agreement of the same talks."""
    scene = look.scene
    own, tellers = look.talks.get(agreement.negotiation or "", frozenset()), frozenset(look.tellers.get(agreement.id, ()))
    end = agreement.dates.last if agreement.dates is not None else None
    last = (end + dt.timedelta(days=AFTER)) if end is not None else first + dt.timedelta(days=OPEN)
    later = [a.dates.first for a in look.every if a.negotiation == agreement.negotiation and a.dates and a.dates.first and a.dates.first > first]
    if later and end is None:
        last = min(last, min(later))
    eve, after = first - dt.timedelta(days=1), last + dt.timedelta(days=OPEN)

    def tells(report: str) -> bool:
        return (report in own or report in tellers) and could_tell(scene.dates[report].published, eve, after)

    return Window(tells, agreement.terms, agreement.parties, first, last)


def could_tell(published: Interval | None, eve: dt.date, after: dt.date) -> bool:
    """Whether a report of these days may have been published from the eve of an agreement on and not too long after it."""
    if published is None:
        return True
    early = published.last is not None and published.last < eve
    late = published.first is not None and published.first > after
    return not early and not late
