"""How the talks stand, who holds what, and what is owed: otherwise than before?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.reconcile.changes.fresh import Fresh, latest_days
from onrecord.reconcile.changes.match import matched
from onrecord.reconcile.changes.weigh import weighed, weight
from onrecord.types import CommitmentLine, PositionLine, TalksSpell
from onrecord.types.changes import Change, ChangeKind

Told = tuple[str, ...]
STANCES = {"demands": "demands", "offers": "offers", "refuses": "refuses", "accepts": "accepts", "conditions": "makes a condition of",
           "considers": "considers", "not_considering": "is not considering"}


def talks_changes(before: Sequence[TalksSpell], after: Sequence[TalksSpell], fresh: Fresh) -> Iterator[Change]:
    """For each track whether its latest state is another than before, and other states that were not told before."""
    tracks = sorted({(t.negotiation or "", t.track) for t in after})
    for negotiation, track in tracks:
        now = [t for t in after if (t.negotiation or "", t.track) == (negotiation, track)]
        points = {p.statement for t in now for p in t.points}
        was = [t for t in before if t.track == track and (t.negotiation or "") == negotiation] or [
            t for t in before if t.track == track and any(p.statement in points for p in t.points)
        ]
        yield from latest_state(was, now, fresh)


def latest_state(was: Sequence[TalksSpell], now: Sequence[TalksSpell], fresh: Fresh) -> Iterator[Change]:
    """The change of one track: its last state beside the last before, then states that are news within it."""
    earlier = was[-1].status if was else None
    known = {(t.status, p.statement) for t in was for p in t.points}
    for spell in now:
        told = fresh.of(p.statement for p in spell.points if (spell.status, p.statement) not in known)
        if told:
            first = all(spell.status != t.status for t in was)
            made = state_change(spell, earlier, told, is_last=spell is now[-1] and spell.status != earlier, is_first=first)
            yield weighed(fresh, made, fresh.statements[told[-1]].date or fresh.statements[told[-1]].published)


def state_change(spell: TalksSpell, earlier: str | None, told: Told, *, is_last: bool, is_first: bool) -> Change:
    """What one state of the talks is beside the last one known before."""
    what = f"The talks{'' if spell.track == 'talks' else f' ({spell.track})'}: {spell.status}"
    if is_last:
        title = what + (f", before {earlier}" if earlier else "")
        kind: ChangeKind = "updates" if earlier else "new"
        return Change("", kind, "status", title, weight("state"), told, earlier, spell.status, negotiation=spell.negotiation)
    if is_first:
        return Change("", "new", "status", f"{what}, told besides", weight("state_told"), told, after=spell.status, negotiation=spell.negotiation)
    return Change("", "confirms", "status", what, weight("confirms"), told, negotiation=spell.negotiation)


def position_changes(before: Sequence[PositionLine], after: Sequence[PositionLine], fresh: Fresh) -> Iterator[Change]:
    """Stances that moved, stances that are new, and those told again."""
    for line, was in matched(before, after, lambda p: (x.statement for x in p.points)):
        told = fresh.of(p.statement for p in line.points)
        if told:
            yield weighed(fresh, position_change(line, was, told), line.points[-1].date)


def position_change(line: PositionLine, was: PositionLine | None, told: Told) -> Change:
    """One party's stance on one topic beside the one before."""
    words = f"{line.party} {STANCES[line.stance]}: {line.topic}"
    if was is None:
        made = Change("", "new", "position", words, weight("position"), told, None, line.stance)
    elif was.stance != line.stance and line.points[-1].statement in told:
        made = Change("", "moves", "position", f"{words}; before: {STANCES[was.stance]}", weight("stance"), told, was.stance, line.stance)
    else:
        made = Change("", "confirms", "position", words, weight("confirms"), told)
    return replace(made, object=line.id, negotiation=line.negotiation)


def commitment_changes(before: Sequence[CommitmentLine], after: Sequence[CommitmentLine], fresh: Fresh) -> Iterator[Change]:
    """What is newly owed, and what stands otherwise by the accounts of it."""
    for line, was in matched(before, after, accounts_of):
        told = fresh.of(accounts_of(line))
        if told:
            yield weighed(fresh, commitment_change(line, was, told), latest_days(fresh, told))


def accounts_of(line: CommitmentLine) -> Iterator[str]:
    """The statements that give an account of it."""
    return (statement for statement, _, _ in line.accounts)


def commitment_change(line: CommitmentLine, was: CommitmentLine | None, told: Told) -> Change:
    """One thing owed beside how it stood before."""
    words = f"{line.obligor}{f' to {line.obligee}' if line.obligee else ''}: {line.what} — {line.standing}"
    if was is None:
        made = Change("", "new", "commitment", words, weight("commitment" if line.standing == "owed" else "standing"), told, None, line.standing)
    elif was.standing != line.standing:
        kind: ChangeKind = "contradicts" if line.standing == "disputed" else "updates"
        made = Change("", kind, "commitment", f"{words}, before: {was.standing}", weight("standing"), told, was.standing, line.standing)
    else:
        made = Change("", "confirms", "commitment", words, weight("confirms"), told)
    return replace(made, object=line.id, negotiation=line.negotiation)
