"""How far a commitment was kept by what reports tell, as a proposal to a coder: 0 to 3 after the Peace Accords Matrix, never a finding."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.types import Agreement, AgreementTerm, CommitmentLine, Delivery, ProposedScore

NONE, MINIMAL, INTERMEDIATE, FULL = 0, 1, 2, 3
HALF = 0.5
"""Share of what is owed from which performance is intermediate: the Matrix calls "intermediate" what is on its way to be completed."""
BY_ACCOUNT = {"kept": FULL, "kept in part": INTERMEDIATE, "breached": NONE}


@dataclass(frozen=True, slots=True)
class Point:
    """One thing that speaks for a level."""

    level: int
    reason: str
    statements: tuple[str, ...]


def scored(lines: Sequence[CommitmentLine], agreements: Sequence[Agreement]) -> tuple[CommitmentLine, ...]:
    """The lines, each with a proposed score where somebody tells anything of its keeping; a line of which nothing is told has none, not a nought."""
    terms = {t.commitment: (a, t) for a in agreements for t in a.terms if t.commitment is not None and a.typed_by is None}
    return tuple(replace(line, proposed_score=proposal(line, terms.get(line.id))) for line in lines)


def proposal(line: CommitmentLine, found: tuple[Agreement, AgreementTerm] | None) -> ProposedScore | None:
    """The levels between which the accounts lie, with what speaks for each."""
    points = list(from_accounts(line))
    if found is not None:
        points += from_schedule(*found)
    if not points:
        return None
    levels = [p.level for p in points]
    evidence = tuple(dict.fromkeys(s for p in points for s in p.statements))
    return ProposedScore(min(levels), max(levels), tuple(dict.fromkeys(p.reason for p in points)), evidence)


def from_accounts(line: CommitmentLine) -> Iterator[Point]:
    """What those who speak of its keeping say; a dispute reaches from none to full."""
    for identity, account, by in line.accounts:
        if account in BY_ACCOUNT:
            word = "not kept" if account == "breached" else account
            yield Point(BY_ACCOUNT[account], f"{word} by the account of {by}", (identity,))
        elif account == "disputed":
            yield Point(NONE, f"disputed by the account of {by}", (identity,))
            yield Point(FULL, f"disputed by the account of {by}", (identity,))


def from_schedule(agreement: Agreement, term: AgreementTerm) -> Iterator[Point]:
    """What was told delivered over all that was due: the last running total of each account, else the sum of what was told day by day."""
    asked = sum(d.low or 0 for day in agreement.schedule for d in day.due if d.term == term.id and d.unit != "days")
    told = [d for day in agreement.schedule for d in day.reported if d.term == term.id and d.account in ("delivered", "late") and d.low is not None]
    totals = {d.told_by: d for d in told if d.total}
    if not asked or not told:
        return
    if totals:
        for by, one in totals.items():
            yield share(one.low or 0, asked, term, (f"by the account of {by}", (one.statement,)))
        return
    days: defaultdict[str, list[Delivery]] = defaultdict(list)
    for one in told:
        days[one.date.edtf() if one.date is not None else ""].append(one)
    statements = tuple(d.statement for d in told)
    for total in sorted({sum(pick(d.low or 0 for d in group) for group in days.values()) for pick in (min, max)}):
        yield share(total, asked, term, ("added up over the days", statements))


def share(number: float, asked: float, term: AgreementTerm, told: tuple[str, tuple[str, ...]]) -> Point:
    """The level of so much of what is owed."""
    part = number / asked
    level = FULL if part >= 1 else INTERMEDIATE if part >= HALF else MINIMAL if part > 0 else NONE
    return Point(level, f"{number:g} of {asked:g} {term.about}{'s' * (term.about == 'list')}, {told[0]}", told[1])
