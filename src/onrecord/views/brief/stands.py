"""What each party demands, offers, refuses; what is owed and who says that it was kept."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.types import CommitmentLine, PositionLine, ProposedScore, Snapshot
from onrecord.views.brief.page import Line, Section, cites
from onrecord.views.brief.stances import LONG_TOPIC, stance_words
from onrecord.views.brief.support import owed as is_owed
from onrecord.views.brief.words import date_words, days_in, origins_words, told_by

STANCES = {
    "demands": "demands:", "offers": "offers:", "refuses": "refuses:", "accepts": "accepts:", "conditions": "makes a condition:",
    "considers": "considers:", "not_considering": "is not considering:",
}
ROLES = {"mediator_proposal": "a mediator's proposal", "mediator_ultimatum": "a mediator's ultimatum"}


RETURN = re.compile(r"^(?:in (?:exchange|return) for|against)\s+", re.I)
"""What a return may already begin with."""
WHY = re.compile(r"\),[^()]*$")
"""Behind a change of stance, why both are held to be on one matter."""
LEVELS = ("none", "minimal", "intermediate", "full")
MOST_ACCOUNTS = 4
LONG_WORDS = 400
"""The same where positions are shown in full."""
LONG_SILENT = 14
"""Days after which it is said that nothing more was told of a position."""


def positions_section(snapshot: Snapshot, most: int | None = None) -> Section:
    """Party by party, its current stance on each topic, newest first, and how it moved; at most *most* a party, and then private persons are left out."""
    parties = {p for n in snapshot.derived.negotiations for p in n.parties}
    persons = {e.name for e in snapshot.derived.entities if e.kind == "person"} if most is not None else set()
    ordered = sorted(snapshot.derived.positions, key=lambda p: (p.party not in parties, p.party, -last_told(snapshot, p), p.topic))
    shown: list[PositionLine] = []
    for line in ordered:
        if line.party in persons - parties:
            continue
        if most is None or sum(p.party == line.party for p in shown) < (most if line.party in parties else max(1, most // 3)):
            shown.append(line)
    lines = tuple(position_line(snapshot, p, brief=most is not None) for p in shown)
    more = len(ordered) - len(shown)
    return Section("positions", "What each party wants, offers, refuses", lines, more=more, note="" if ordered else "None was read.")


def last_told(snapshot: Snapshot, line: PositionLine) -> int:
    """The day of the last point, as a number; 0 where no point is dated."""
    days = [p.date.last.toordinal() for p in line.points if p.date and p.date.last]
    published = [s.published.last.toordinal() for p in line.points if (s := snapshot.statements.get(p.statement)) and s.published and s.published.last]
    return max(days or published, default=0)


def day_told(snapshot: Snapshot, line: PositionLine) -> str:
    """When a stance was last told: its own day, else that of its report."""
    last = line.points[-1]
    statement = snapshot.statements.get(last.statement)
    return date_words(last.date or (statement.published if statement else None))


def position_line(snapshot: Snapshot, line: PositionLine, *, brief: bool = False) -> Line:
    """One stance; in *brief* without the sides of its origins and without its silence."""
    statement, date = snapshot.statements.get(line.points[-1].statement), day_told(snapshot, line)
    marks = [ROLES[line.role]] if line.role in ROLES else []
    if statement is not None:
        marks.append(told_by(snapshot, statement))
    if line.moved:
        marks.append(moved_words(WHY.sub(")", line.moved.split("; ")[-1]) if brief else line.moved))
    if line.origins.most > 1 or origins_words(line.origins).startswith("no"):
        marks.append(origins_words(replace(line.origins, by_side=()) if brief else line.origins))
    if not brief and line.silent is not None and line.silent >= LONG_SILENT:
        marks.append(f"nothing told of it for {line.silent} days")
    places = cites(snapshot, tuple(p.statement for p in reversed(line.points)))
    if statement is None:
        return Line(f"{line.party} {STANCES[line.stance]} {line.topic}", date, tuple(marks), places, link=line.id, party=line.party)
    words = stance_words(snapshot, line.party, statement, most=LONG_TOPIC if brief else LONG_WORDS)
    return Line(words, date, tuple(marks), places, link=line.id, party=line.party)


def moved_words(moved: str) -> str:
    """How a stance changed: "closer: refuses (14 Mar 2025), then offers (5 May 2025)"."""
    return days_in(moved).replace("not_considering", "does not consider")


def commitments_section(snapshot: Snapshot, most: int | None = None) -> Section:
    """A line a thing owed, with the accounts of its keeping beneath; those with most accounts first, at most *most*, and then only what is said to be owed."""
    found = [c for c in snapshot.derived.commitments if most is None or is_owed(snapshot, c)]
    ordered = sorted(found, key=lambda c: (-len(c.accounts), c.id))
    lines: list[Line] = []
    for owed in ordered[:most]:
        lines.extend(commitment_lines(snapshot, owed, whole=most is None))
    note = "A breach is always somebody's account, never a finding of this record." if lines else "None was read."
    more = len(snapshot.derived.commitments) - len(ordered[:most])
    return Section("commitments", "Commitments and accounts of them", tuple(lines), more=more, note=note)


def commitment_lines(snapshot: Snapshot, owed: CommitmentLine, *, whole: bool = True) -> list[Line]:
    """What is owed, then who says what of it: every account, or one line for those who say the same."""
    text = f"{owed.obligor}" + (f" to {owed.obligee}" if owed.obligee else "") + f": {owed.what}"
    if owed.in_return:
        text += f" — in return for {RETURN.sub('', owed.in_return)}"
    supports = tuple(s for s, _, _ in owed.accounts)
    date = f"due {date_words(owed.deadline)}" if owed.deadline else ""
    if len(owed.accounts) == 1 and owed.accounts[0][1] == "owed":
        statement = snapshot.statements.get(supports[0])
        return [Line(text, date, ("owed", told_by(snapshot, statement)) if statement else ("owed",), cites(snapshot, supports, 1), link=owed.id)]
    lines = [Line(text, date, (owed.standing,), () if not whole else cites(snapshot, supports, 1), link=owed.id)]
    if not whole:
        return lines + grouped_accounts(snapshot, owed)
    if owed.proposed_score is not None:
        lines.append(score_line(snapshot, owed.proposed_score))
    for identity, account, by in owed.accounts:
        statement = snapshot.statements.get(identity)
        who = told_by(snapshot, statement) if statement else by
        day = date_words(statement.date or statement.published) if statement else ""
        lines.append(Line(f"{account}: {who}", day, (), cites(snapshot, (identity,)), level=1))
    return lines


def score_line(snapshot: Snapshot, score: ProposedScore) -> Line:
    """The score proposed to a coder, with what speaks for it; it says itself that it is no finding."""
    levels = f"{score.low} ({LEVELS[score.low]})" if score.low == score.high else f"{score.low} to {score.high} ({LEVELS[score.low]} to {LEVELS[score.high]})"
    text = f"for a coder to decide, no finding: {levels} of 3 — {'; '.join(score.reasons)}"
    return Line(text, "", (), cites(snapshot, score.evidence), level=1)


def grouped_accounts(snapshot: Snapshot, owed: CommitmentLine) -> list[Line]:
    """A line for each account with everybody who gives it."""
    groups: dict[str, list[str]] = {}
    for identity, account, _ in owed.accounts:
        groups.setdefault(account, []).append(identity)
    lines = []
    for account, identities in groups.items():
        who = list(dict.fromkeys(told_by(snapshot, s) for i in identities if (s := snapshot.statements.get(i))))
        words = "; ".join(who[:MOST_ACCOUNTS]) + (f"; {len(who) - MOST_ACCOUNTS} more" if len(who) > MOST_ACCOUNTS else "")
        lines.append(Line(f"{account}: {words}", "", (), cites(snapshot, tuple(identities)), level=1))
    return lines
