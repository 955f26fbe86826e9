"""Commitments as a board: terms, deadlines and accounts by side, those that accounts differ on first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.types import CommitmentLine, Snapshot, Statement
from onrecord.views.brief.figures import voice
from onrecord.views.brief.page import Cite, cite
from onrecord.views.brief.words import by_words, date_words, last_day
from onrecord.views.web.asked import Asked
from onrecord.views.web.pages.folding import by_id
from onrecord.views.web.paging import Pager

PER = 60
MOST_ACCOUNTS = 4
ORDER = ("disputed", "breached by several accounts", "breached by one account", "kept in part", "kept", "owed")
TAKES = (("one", "Id of a commitment, shown with every account."), ("standing", "How it stands."))


@dataclass(frozen=True, slots=True)
class Account:
    """What one source says of the keeping."""

    account: str
    by: str
    date: str
    cite: Cite


@dataclass(frozen=True, slots=True)
class Owed:
    """One card of the board."""

    id: str
    obligor: str
    obligee: str
    what: str
    in_return: str
    deadline: str
    past: bool
    """Whether the deadline lies before the last report; that says nothing of its keeping."""
    standing: str
    sides: tuple[tuple[str, tuple[Account, ...], int], ...]
    """(side, its first accounts, how many more)."""
    score: str
    """A score proposed to a coder, in words; empty where nothing is told of its keeping."""


@dataclass(frozen=True, slots=True)
class Board:
    """The cards of one page, by standing."""

    columns: tuple[tuple[str, tuple[Owed, ...]], ...]
    counts: tuple[tuple[str, int], ...]
    pager: Pager


def ordered(snapshot: Snapshot) -> Sequence[CommitmentLine]:
    """By standing, those with most accounts first."""
    return sorted(snapshot.derived.commitments, key=lambda c: (ORDER.index(c.standing), -len(c.accounts), c.id))


def make(asked: Asked) -> Board:
    """A part of the board, or the one commitment in the URL with every account."""
    every, one, standing = asked.once(ordered), asked.value("one"), asked.value("standing")
    kept = (by_id(every, one),) if one else [c for c in every if standing in ("", c.standing)]
    shown = asked.part(kept, per=PER, what="commitments")
    cards = [owed(asked.snapshot, c, whole=bool(one)) for c in shown.rows]
    columns = tuple((name, found) for name in ORDER if (found := tuple(c for c in cards if c.standing == name)))
    return Board(columns, tuple((name, n) for name in ORDER if (n := sum(c.standing == name for c in every))), shown.pager)


def told_by(snapshot: Snapshot, statement: Statement) -> str:
    """The source, or the outlet that says it in its own voice."""
    words = by_words(statement)
    return words if statement.chain else f"{voice(snapshot, snapshot.report(statement.report))}, {words}"


def owed(snapshot: Snapshot, line: CommitmentLine, *, whole: bool) -> Owed:
    """One card."""
    groups: dict[str, list[Account]] = {}
    for identity, account, side in line.accounts:
        statement, place = snapshot.statements.get(identity), cite(snapshot, identity)
        if statement is not None and place is not None:
            groups.setdefault(side, []).append(Account(account, told_by(snapshot, statement), date_words(statement.date or statement.published), place))
    most = len(line.accounts) if whole else MOST_ACCOUNTS
    now, score = last_day(snapshot), line.proposed_score
    past = bool(line.deadline and line.deadline.last and now and line.deadline.last < now)
    return Owed(
        line.id, line.obligor, line.obligee or "", line.what, line.in_return or "", date_words(line.deadline) if line.deadline else "", past, line.standing,
        tuple((side, tuple(found[:most]), max(0, len(found) - most)) for side, found in groups.items()),
        f"{score.low if score.low == score.high else f'{score.low} to {score.high}'} of 3: {'; '.join(score.reasons)}" if score else "",
    )
