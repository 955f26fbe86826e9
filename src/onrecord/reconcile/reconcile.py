"""All readings → what they say together; the order of the steps stands here and nowhere else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from onrecord.reconcile import judged_places
from onrecord.reconcile.agreements import build_agreements
from onrecord.reconcile.calendar import resolve
from onrecord.reconcile.channels import build_channels
from onrecord.reconcile.commitments import in_order as duties
from onrecord.reconcile.dating import date_reports
from onrecord.reconcile.disputes import happenings, in_order
from onrecord.reconcile.entities import join_entities, with_offices
from onrecord.reconcile.entities.arms import at_home, homes, on_its_side
from onrecord.reconcile.entities.described import groups_meant
from onrecord.reconcile.judged import judge_statements
from onrecord.reconcile.judged_added import with_added
from onrecord.reconcile.judged_dates import judge_dates
from onrecord.reconcile.judged_entities import judge_entities
from onrecord.reconcile.judged_negotiations import judge_negotiations
from onrecord.reconcile.judged_origins import judge_origins
from onrecord.reconcile.memo import AFRESH, Memo
from onrecord.reconcile.negotiations import find_negotiations
from onrecord.reconcile.origins import find_origins
from onrecord.reconcile.packed import called_by_packs, held_by_packs, named_by_packs
from onrecord.reconcile.positions import in_order as stances
from onrecord.reconcile.proposals import became, build_proposals
from onrecord.reconcile.roster import build_roster
from onrecord.reconcile.said import Said
from onrecord.reconcile.scene import Scene, names_of
from onrecord.reconcile.scoring import scored
from onrecord.reconcile.seen import Seen, judged_in
from onrecord.reconcile.shares import CARRIED, shares
from onrecord.reconcile.statements import statements_of
from onrecord.reconcile.versions import find_withdrawn
from onrecord.types import Derived, Judgement, Packs, Reading, ReportDate, Statement


def set_scene(
    readings: Sequence[Reading], judgements: Sequence[Judgement] = (), known: Sequence[ReportDate] | None = None, memo: Memo = AFRESH, *,
    packs: Packs = (),
) -> Scene:
    """Reports dated, statements resolved, entities joined, negotiations told apart and origins found.

    *known* are dates to be used as they are: a report keeps the date that later reports gave it when the record is replayed. *memo* may
    know what the same work gave before; nothing of the result hangs on what it knows. *packs* stand in the order of their names.
    """
    ordered = tuple(sorted(readings, key=lambda r: r.report.id))
    dates = {d.report: d for d in judge_dates(date_reports(ordered, memo) if known is None else known, judgements)}
    by_report = {r.report.id: r for r in ordered}
    found = Said(by_report, partial(said_in, by_report, dates), memo.home)
    beside = with_added(found, judgements, {r.report.id: r.report for r in ordered}, {r: d.published for r, d in dates.items()})
    decided = judge_statements(beside.statements, judgements)
    statements = decided.statements
    entities, held = held_by_packs(called_by_packs(join_entities(ordered, memo), packs), packs, ordered, dates)
    entities = with_offices(judge_entities(entities, judgements, ordered), ordered, dates, memo)
    held = groups_meant(ordered, entities, memo) | held
    lost = (*beside.lost, *decided.lost, *judged_places.lost(judgements, statements, entities))
    scene = Scene(
        ordered, dates, statements, entities, judgements=tuple(judgements), lost=lost, by_name=names_of(entities, held), by_report=by_report,
        memo=memo, packs=packs,
    )
    found_talks = named_by_packs(find_negotiations(ordered, entities, memo), packs, entities)
    negotiations = judge_negotiations(found_talks, judgements, {r: d.published for r, d in dates.items()})
    strays = homes(ordered, negotiations, entities, memo)
    moved = at_home(entities, strays)
    by_name = names_of(moved, held) if moved != entities else scene.by_name
    scene = replace(scene, entities=moved, statements=on_its_side(statements, strays), by_name=by_name, negotiations=negotiations)
    scene = replace(scene, origin_links=judge_origins(find_origins(ordered, dates, memo), judgements, dates))
    withdrawn = find_withdrawn(scene)
    whole = replace(scene, withdrawn=withdrawn, gone=frozenset(w.statement for w in withdrawn))
    seen = Seen(whole, judged_in(found, whole.told))
    whole.told.stated = memo.stated(seen)
    return replace(whole, seen=seen)


def said_in(readings: Mapping[str, Reading], dates: Mapping[str, ReportDate], report: str) -> Iterator[Statement]:
    """The statements of one report."""
    reading, date = readings[report], dates[report]
    return statements_of(reading, date, resolve(reading, date.published))


@dataclass(frozen=True, slots=True)
class Reconciled:
    """What is derived of a scene, and the ids, by field of Derived, of what is left out of it because the record has it already as it is."""

    derived: Derived
    kept: Mapping[str, Sequence[str]]


def reconcile(scene: Scene) -> Derived:
    """Everything that is derived of a scene; all of it where nothing is remembered."""
    return reconciled(scene).derived


def reconciled(scene: Scene) -> Reconciled:
    """The same, with the ids of what did not change."""
    found = list(shares(scene))
    commitments = tuple(sorted((c for one in found for c in one.derived.commitments), key=duties))
    proposals = build_proposals(scene)
    agreements = became(scene, build_agreements(scene, commitments), proposals)
    events, differing = happenings(scene)
    derived = Derived(
        dates=tuple(scene.dates[report] for report in scene.reports), entities=scene.entities, negotiations=scene.negotiations,
        origin_links=scene.origin_links, withdrawn=scene.withdrawn, events=events,
        ledgers=tuple(g for one in found for g in one.derived.ledgers),
        positions=tuple(sorted((p for one in found for p in one.derived.positions), key=stances)),
        commitments=scored(commitments, agreements), talks=tuple(t for one in found for t in one.derived.talks), roster=build_roster(scene),
        channels=build_channels(scene), proposals=proposals, agreements=agreements,
    )
    disputes = in_order((*differing, *(d for one in found for d in one.derived.disputes)))
    kept = {field: [i for one in found for i in one.kept.get(field, ())] for field in CARRIED}
    return Reconciled(replace(derived, disputes=disputes), kept)
