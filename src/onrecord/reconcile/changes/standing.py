"""How the talks stand, who holds what, and what is owed: otherwise than before?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.reconcile.changes.fresh import Fresh, latest_days
from onrecord.reconcile.changes.match import matched
from onrecord.reconcile.changes.weigh import of_days, table, weight
from onrecord.reconcile.positions import WORDS, stance_words
from onrecord.types import CommitmentLine, PositionLine, TalksSpell
from onrecord.types.changes import Change, ChangeKind

Told = tuple[str, ...]


def talks_changes(before: Sequence[TalksSpell], after: Sequence[TalksSpell], fresh: Fresh) -> Iterator[Change]:
    """For each track and state: whether the talks came to stand so, or to stand so again, by what was added."""
    tracks = sorted({(t.negotiation or "", t.track) for t in after})
    for negotiation, track in tracks:
        now = [t for t in after if (t.negotiation or "", t.track) == (negotiation, track)]
        points = {p.statement for t in now for p in t.points}
        was = [t for t in before if t.track == track and (t.negotiation or "") == negotiation] or [
            t for t in before if t.track == track and any(p.statement in points for p in t.points)
        ]
        yield from states(was, now, fresh)


def states(was: Sequence[TalksSpell], now: Sequence[TalksSpell], fresh: Fresh) -> Iterator[Change]:
    """The changes of one track: one line a state, of its latest spell that no earlier report told of."""
    known = {p.statement for t in was for p in t.points}
    begun: dict[str, tuple[TalksSpell, str | None, Told]] = {}
    for number, spell in enumerate(now):
        told = fresh.of(p.statement for p in spell.points if p.statement not in known)
        if not told:
            continue
        if any(p.statement in known for p in spell.points):
            again = Change("", "confirms", "status", words_of(spell), weight("confirms"), told, negotiation=spell.negotiation)
            yield of_days(again, latest_days(fresh, told))
        else:
            earlier = begun[spell.status][2] if spell.status in begun else ()
            before = now[number - 1].status if number else was[-1].status if was else None
            begun[spell.status] = (spell, before, (*earlier, *told))
    for spell, state, told in begun.values():
        made = state_change(spell, state, told, is_last=spell is now[-1], is_first=all(spell.status != t.status for t in was))
        yield of_days(made, latest_days(fresh, told))


def words_of(spell: TalksSpell) -> str:
    """A state of a track in words."""
    return f"The talks{'' if spell.track == 'talks' else f' ({spell.track})'}: {spell.status}"


def state_change(spell: TalksSpell, earlier: str | None, told: Told, *, is_last: bool, is_first: bool) -> Change:
    """What one state of the talks is beside the one before it."""
    title = words_of(spell) + (f", before {earlier}" if earlier and earlier != spell.status else "")
    kind: ChangeKind = "updates" if earlier else "new"
    news = is_last or spell.status in table("turning")["states"]
    effect = weight("state") if news else weight("state_told") * float(table("states").get(spell.status, table("states")["other"]))
    words = title if news else f"{title}, told besides" if is_first else f"{title}, told again"
    return Change("", kind if news else "new", "status", words, effect, told, earlier, spell.status, negotiation=spell.negotiation)


def position_changes(before: Sequence[PositionLine], after: Sequence[PositionLine], fresh: Fresh) -> Iterator[Change]:
    """Stances that moved, stances that are new, and those told again."""
    for line, was in matched(before, after, lambda p: (x.statement for x in p.points)):
        told = fresh.of(p.statement for p in line.points)
        if told:
            for made in stances(line, was, told):
                yield of_days(replace(made, object=line.id, negotiation=line.negotiation), latest_days(fresh, made.statements))


def stances(line: PositionLine, was: PositionLine | None, told: Told) -> Iterator[Change]:
    """One party's stances on one topic beside those before: each that it was never said to take, then the rest.

    A first acceptance is news on the day on which others repeat the old refusal.
    """
    words = f"{stance_words(line.party, line.stance)}: {line.topic}"
    if was is None:
        yield Change("", "new", "position", words, weight("position"), told, None, line.stance)
        return
    held, left = {p.stance for p in was.points}, set(told)
    for stance in dict.fromkeys(p.stance for p in line.points if p.stance not in held):
        mine = tuple(p.statement for p in line.points if p.stance == stance and p.statement in left)
        if mine:
            left -= set(mine)
            title = f"{stance_words(line.party, stance)}: {line.topic}; before: {WORDS[was.stance]}"
            yield Change("", "moves", "position", title, weight("stance") * stance_weight(stance), mine, was.stance, stance)
    rest = tuple(s for s in told if s in left)
    last = line.points[-1]
    if rest and was.stance != last.stance and last.statement in left:
        title = f"{words}; before: {WORDS[was.stance]}"
        yield Change("", "moves", "position", title, weight("stance_again") * stance_weight(last.stance), rest, was.stance, last.stance)
    elif rest:
        yield Change("", "confirms", "position", words, weight("confirms"), rest)


def stance_weight(stance: str) -> float:
    """How much a stance counts beside the others."""
    return float(table("stances").get(stance, table("stances")["other"]))


def commitment_changes(before: Sequence[CommitmentLine], after: Sequence[CommitmentLine], fresh: Fresh) -> Iterator[Change]:
    """What is newly owed, and what stands otherwise by the accounts of it."""
    for line, was in matched(before, after, accounts_of):
        told = fresh.of(accounts_of(line))
        if told:
            yield of_days(commitment_change(line, was, told), latest_days(fresh, told))


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
