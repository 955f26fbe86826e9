"""Mentions → groups that tell of one event: compared only within blocks, joined best pair first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations

from onrecord.reconcile.events.compare import JOINED, likeness, numbers_clash, once
from onrecord.reconcile.events.mention import Told
from onrecord.reconcile.events.settings import families
from onrecord.types import Interval

LONGEST = 10
"""Days up to which a mention is looked for day by day; a wider one is looked for month by month."""
CROWD = 60
"""Most mentions compared pair by pair within a block; in a larger one each is compared with its neighbours in a fixed order."""
NEAR = 12
"""How many neighbours that is."""


@dataclass(slots=True)
class Group:
    """Mentions joined so far, with the days on which all of them agree."""

    members: list[Told] = field(default_factory=list)
    date: Interval | None = None
    reasons: list[str] = field(default_factory=list)


def order(mention: Told) -> tuple[str, str, str, str]:
    """A fixed order that puts alike mentions side by side, whatever the order of the reports."""
    date = mention.date.edtf() if mention.date else "~"
    return (date, ",".join(sorted(mention.sides)), ",".join(sorted(mention.targets)), mention.statement.id)


def groups(mentions: Iterable[Told]) -> list[Group]:
    """The events that *mentions* tell of, each with why its members were joined."""
    ordered = sorted(mentions, key=order)
    owner = {m.statement.id: Group([m], m.date) for m in ordered}
    scored = sorted(pairs(ordered), key=lambda p: (-p[0], p[1].statement.id, p[2].statement.id))
    for _, one, other, reasons in scored:
        left, right = owner[one.statement.id], owner[other.statement.id]
        if left is right or not agree(left, right):
            continue
        small, large = sorted((left, right), key=lambda g: (len(g.members), g.members[0].statement.id))
        large.members += small.members
        large.reasons += [*small.reasons, reasons]
        large.date = met(large.date, small.date)
        for member in small.members:
            owner[member.statement.id] = large
    found = list({id(g): g for g in owner.values()}.values())
    return with_undated(found)


def met(one: Interval | None, other: Interval | None) -> Interval | None:
    """The days in both; the other where one is unknown."""
    if one is None or other is None:
        return one or other
    return one.meet(other)


def agree(one: Group, other: Group) -> bool:
    """Whether all members of two groups can be dated alike."""
    if one.date is not None and other.date is not None and not one.date.overlaps(other.date):
        return False
    left = [m for m in one.members if m.numbers]
    right = [m for m in other.members if m.numbers]
    return not any(numbers_clash(a, b) for a in left[:CROWD] for b in right[:CROWD])


def pairs(ordered: list[Told]) -> Iterator[tuple[float, Told, Told, str]]:
    """Pairs alike enough to be joined, with score and reasons; each pair once."""
    seen: set[tuple[str, str]] = set()
    for block in blocks(ordered).values():
        for one, other in close(block):
            key = (one.statement.id, other.statement.id)
            if key in seen:
                continue
            seen.add(key)
            found = likeness(one, other)
            if found.score >= JOINED:
                yield found.score, one, other, f"{'; '.join(found.reasons)} ({found.score:.2f})"


def close(block: list[Told]) -> Iterator[tuple[Told, Told]]:
    """The pairs of a block that are compared."""
    if len(block) <= CROWD:
        yield from combinations(block, 2)
        return
    for i, one in enumerate(block):
        for other in block[i + 1 : i + 1 + NEAR]:
            yield one, other


def blocks(ordered: list[Told]) -> dict[tuple[str, ...], list[Told]]:
    """Mentions by what they must share to be one event: family, day (or month), and a side or target."""
    found: dict[tuple[str, ...], list[Told]] = {}
    for mention in ordered:
        who = sorted(mention.sides | mention.target_sides) or ["nobody"]
        for family in sorted(families(mention.item.type)):
            for when in moments(mention):
                for name in (*who, "anybody"):
                    found.setdefault((mention.mood if mention.mood == "idea" else "real", family, when, name), []).append(mention)
    return found


def moments(mention: Told) -> list[str]:
    """Days or months under which a mention is filed; an undated one by its report, and with the other undated ones."""
    date = mention.date
    if date is None:
        return [f"report {mention.statement.report}", f"undated {sorted(mention.negotiations)}"]
    report = f"report {mention.statement.report}"
    if date.first is None or date.last is None:
        return [report, f"open {(date.first or date.last or dt.date.min).isoformat()[:7]}"]
    months = sorted({date.first.isoformat()[:7], date.last.isoformat()[:7]})
    days = (date.last - date.first).days + 1
    if days > LONGEST:
        return [report, *months]
    return [report, *months, *((date.first + dt.timedelta(days=n)).isoformat() for n in range(days))]


def with_undated(found: list[Group]) -> list[Group]:
    """Undated groups of rare types joined to the only dated group of that type, negotiation and actor, if there is exactly one."""
    dated: dict[tuple[str, str, str], list[Group]] = {}
    for group in found:
        if group.date is not None and group.members[0].mood == "fact":
            for key in keys(group):
                dated.setdefault(key, []).append(group)
    kept: list[Group] = []
    for group in found:
        home = only_home(group, dated)
        if home is None:
            kept.append(group)
        else:
            home.members += group.members
            home.reasons += [*group.reasons, f"undated, and the only dated {group.members[0].item.type} by the same actor in these talks"]
    return kept


def keys(group: Group) -> set[tuple[str, str, str]]:
    """(type, negotiation, side) of a group's members."""
    return {(m.item.type, n, s) for m in group.members for n in (m.negotiations or {""}) for s in m.sides}


def only_home(group: Group, dated: dict[tuple[str, str, str], list[Group]]) -> Group | None:
    """The one dated group that an undated group must mean, or None."""
    first = group.members[0]
    if group.date is not None or first.mood != "fact" or not once(first.item.type):
        return None
    homes = {id(g): g for key in keys(group) for g in dated.get(key, [])}
    if len(homes) != 1:
        return None
    home = next(iter(homes.values()))
    told = [m.statement.published for m in group.members]
    early = any(p is not None and p.last is not None and home.date is not None and home.date.first is not None and p.last < home.date.first for p in told)
    return None if early or any(m.numbers and o.numbers and not m.numbers & o.numbers for m in group.members for o in home.members[:NEAR]) else home
