"""What each party demands, offers, refuses; what is owed and who says that it was kept."""

from __future__ import annotations

from onrecord.types import CommitmentLine, PositionLine, Snapshot
from onrecord.views.brief.page import Line, Section, cites
from onrecord.views.brief.words import by_words, date_words, origins_words

STANCES = {
    "demands": "demands", "offers": "offers", "refuses": "refuses", "accepts": "accepts", "conditions": "makes a condition:",
    "considers": "considers", "not_considering": "is not considering",
}
ROLES = {"mediator_proposal": "a mediator's proposal", "mediator_ultimatum": "a mediator's ultimatum"}


def positions_section(snapshot: Snapshot) -> Section:
    """Party by party, its current stance on each topic, newest first, and how it moved."""
    parties = {p for n in snapshot.derived.negotiations for p in n.parties}
    ordered = sorted(snapshot.derived.positions, key=lambda p: (p.party not in parties, p.party, -last_told(snapshot, p), p.topic))
    lines = tuple(position_line(snapshot, p) for p in ordered)
    return Section("positions", "What each party wants, offers, refuses", lines, note="" if ordered else "None was read.")


def last_told(snapshot: Snapshot, line: PositionLine) -> int:
    """The day of the last point, as a number; 0 where no point is dated."""
    days = [p.date.last.toordinal() for p in line.points if p.date and p.date.last]
    published = [s.published.last.toordinal() for p in line.points if (s := snapshot.statements.get(p.statement)) and s.published and s.published.last]
    return max(days or published, default=0)


def position_line(snapshot: Snapshot, line: PositionLine) -> Line:
    """One stance."""
    last = line.points[-1]
    statement = snapshot.statements.get(last.statement)
    date = last.date or (statement.published if statement else None)
    marks = [ROLES[line.role]] if line.role in ROLES else []
    if statement is not None:
        marks.append(by_words(statement))
    if line.moved:
        marks.append(line.moved)
    if line.origins.most > 1:
        marks.append(origins_words(line.origins))
    places = cites(snapshot, tuple(p.statement for p in reversed(line.points)))
    return Line(f"{line.party} {STANCES[line.stance]} {line.topic}", date_words(date), tuple(marks), places, link=line.id, party=line.party)


def commitments_section(snapshot: Snapshot) -> Section:
    """A line a thing owed, with each account of its keeping beneath."""
    lines: list[Line] = []
    for owed in snapshot.derived.commitments:
        lines.extend(commitment_lines(snapshot, owed))
    note = "A breach is always somebody's account, never a finding of this record." if lines else "None was read."
    return Section("commitments", "Commitments and accounts of them", tuple(lines), note=note)


def commitment_lines(snapshot: Snapshot, owed: CommitmentLine) -> list[Line]:
    """What is owed, then who says what of it."""
    text = f"{owed.obligor}" + (f" to {owed.obligee}" if owed.obligee else "") + f": {owed.what}"
    if owed.in_return:
        text += f" — in return for {owed.in_return}"
    supports = tuple(s for s, _, _ in owed.accounts)
    date = f"due {date_words(owed.deadline)}" if owed.deadline else ""
    lines = [Line(text, date, (owed.standing,), cites(snapshot, supports, 1), link=owed.id)]
    for identity, account, by in owed.accounts:
        statement = snapshot.statements.get(identity)
        who = by_words(statement) if statement else by
        day = date_words(statement.date or statement.published) if statement else ""
        lines.append(Line(f"{account}: {who}", day, (), cites(snapshot, (identity,)), level=1))
    return lines
