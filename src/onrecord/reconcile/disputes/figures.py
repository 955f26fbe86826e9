"""Figures that do not add up, or that only look as if they did not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

from onrecord.reconcile.ordering import derived_id
from onrecord.types import Derived, Dispute, Ledger, LedgerLine

Kind = Literal["conflict", "update", "different scope", "different as-of", "rounding", "open term"]
KINDS: dict[str, Kind] = {
    "does_not_add_up": "conflict",
    "open": "open term",
    "different_scope": "different scope",
    "different_as_of": "different as-of",
    "update": "update",
    "rounding": "rounding",
}


def figure_disputes(derived: Derived) -> Iterator[Dispute]:
    """One dispute for each line of a ledger whose figures differ, unless they add up."""
    for ledger in derived.ledgers:
        labels = {v.statement: v.label for v in ledger.values}
        for line in ledger.lines:
            if line.verdict in KINDS and line.statements:
                yield dispute(ledger, line, labels)


def dispute(ledger: Ledger, line: LedgerLine, labels: Mapping[str, str]) -> Dispute:
    """The dispute that a line of a ledger shows."""
    kind: Kind = "open term" if line.verdict == "does_not_add_up" and line.open_terms else KINDS[line.verdict]
    sides: dict[str, list[str]] = {}
    for statement in line.statements:
        sides.setdefault(labels.get(statement, "a figure"), []).append(statement)
    return Dispute(
        derived_id("dispute", (), ledger.id, line.id),
        kind,
        "figure",
        f"{ledger.title}: {line.sum}",
        tuple((label, tuple(sorted(ids))) for label, ids in sorted(sides.items())),
        settles(line, kind),
        ledger.negotiation,
    )


def settles(line: LedgerLine, kind: Kind) -> str:
    """What would settle it, in words."""
    if line.open_terms:
        return "A stated figure for: " + ", ".join(line.open_terms)
    return {
        "conflict": "A list of names, or a later figure that says which of these it replaces",
        "update": "Nothing is needed if the later figure was meant to replace the earlier one; a report that says so",
        "different scope": "Figures of one scope: who is counted in each",
        "different as-of": "Figures of one day",
        "rounding": "The exact figure",
        "open term": "A stated figure for the term that nobody gives",
    }[kind]
