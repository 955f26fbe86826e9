"""Texts on the table, over all reports."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.reconcile.agreements.settings import any_of
from onrecord.reconcile.origins.count import count_in
from onrecord.reconcile.proposals.lines import gathered, line_of
from onrecord.reconcile.proposals.settings import book
from onrecord.reconcile.proposals.told import told_in
from onrecord.reconcile.scene import Scene
from onrecord.reconcile.standing import Standing
from onrecord.types import Agreement, ProposalLine

__all__ = ["became", "build_proposals"]


def build_proposals(scene: Scene) -> tuple[ProposalLine, ...]:
    """One line a text on the table, by the day of its first version and its title; an answer to no version that words tell is to none."""
    standing = Standing(scene)
    texts = scene.texts
    lines = []
    for draft in gathered(told_in(scene)):
        made = line_of(standing, draft)
        lines.append(replace(made, origins=count_in([scene.by_id[s] for s in made.statements], texts)))
    return tuple(sorted(lines, key=lambda p: (p.title, p.id)))


def became(scene: Scene, agreements: Sequence[Agreement], proposals: Sequence[ProposalLine]) -> tuple[Agreement, ...]:
    """Agreements with the text that a report says they came of."""
    if not proposals:
        return tuple(agreements)
    standing = Standing(scene)
    source = {s: p.id for p in proposals for s in p.statements}
    out = []
    for agreement in agreements:
        reports = {scene.by_id[s].report for t in agreement.terms for s in t.statements if s in scene.by_id}
        found = sorted(source[s.id] for s in scene.of("proposals") if s.report in reports and s.id in source and said_to_be_source(standing, s.id))
        out.append(replace(agreement, proposal=found[0]) if found else agreement)
    return tuple(out)


def said_to_be_source(standing: Standing, identity: str) -> bool:
    """Whether the sentence of a statement about a text says that something came of it."""
    statement = standing.scene.by_id[identity]
    said = standing.sentence_at(statement.report, statement.span).of(standing.scene.reading_of(statement.report).report.text)
    return any_of(book()["becoming"]["words"]).search(said) is not None
