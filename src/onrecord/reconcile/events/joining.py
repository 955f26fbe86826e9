"""Mentions → groups that tell of one event: compared only within blocks, joined best pair first."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import combinations
from typing import Protocol, TypeVar

from onrecord.reconcile.events.compare import JOINED, MUTUAL, ON_PEOPLE, is_narrow, likeness, numbers_clash, once
from onrecord.reconcile.events.mention import Told
from onrecord.reconcile.events.settings import families
from onrecord.types import Interval

LONGEST = 14
"""Days up to which a mention is looked for day by day; a wider one is looked for month by month among the wide ones."""
CROWD = 24
"""Most mentions compared pair by pair within a block; in a larger one each is compared with its neighbours in a fixed order, so that cost stays linear."""
NEAR = 6
"""How many neighbours that is."""
ANYBODY = "anybody"
TOLD_AGAIN = frozenset({"harm", "freeing"})
"""Families of deeds that later reports tell again by whom they hit or freed ("the attack on the dam", "two were rescued")."""
REPORT, UNDATED = "report ", "undated "
"""Begin the places in time of a report's own mentions, and of those without a day."""
MONTH = 7
"""Letters of a day's year and month."""
Key = tuple[str, ...]
Pair = tuple[float, int, int, str]
Joined = tuple[list[int], list[str]]
"""Places of mentions, and why each after the first was joined."""
T = TypeVar("T")


@dataclass(slots=True)
class Group:
    """Mentions joined so far, with the days on which all of them agree and one example of each count that they give."""

    members: list[Told] = field(default_factory=list)
    date: Interval | None = None
    near: Interval | None = None
    """The days that their dates and their places in the reports leave."""
    reasons: list[str] = field(default_factory=list)
    counts: dict[frozenset[str], Told] = field(default_factory=dict)
    earlier: set[str] = field(default_factory=set)
    """Statements that a report puts before one of its members."""

    def take(self, other: Group, reason: str) -> None:
        """Joins *other* to this group."""
        self.members += other.members
        self.reasons += [*other.reasons, reason]
        self.date, self.near = met(self.date, other.date), met(self.near, other.near)
        self.earlier |= other.earlier
        for numbers, example in other.counts.items():
            self.counts.setdefault(numbers, example)


def single(mention: Told) -> Group:
    """A group of one."""
    return Group([mention], mention.date, mention.near, [], {mention.numbers: mention} if mention.numbers else {}, set(mention.earlier))


def order(mention: Told) -> tuple[str, str, str, str]:
    """A fixed order that puts alike mentions side by side, whatever the order of the reports."""
    date = mention.date.edtf() if mention.date else "~"
    return (date, ",".join(sorted(mention.sides)), ",".join(sorted(mention.targets)), mention.mention.id)


class Together(Protocol):
    """Gives the result of work on some mentions together; it may know what the same mentions gave before. *name* and *key* tell the work and the mentions."""

    def __call__(self, name: str, kind: type[T], key: str, mentions: Sequence[Told], work: Callable[[], T]) -> T: ...


def afresh(name: str, kind: type[T], key: str, mentions: Sequence[Told], work: Callable[[], T]) -> T:
    """The result of *work*."""
    return work()


def groups(mentions: Iterable[Told], together: Together = afresh) -> list[Group]:
    """The events that *mentions* tell of, each with why its members were joined."""
    own = said_alike(sorted(mentions, key=order), together)
    leaders = [g.members[0] for g in own]
    at = list(range(len(own)))
    for _, one, other, reason in sorted(all_pairs(leaders, together), key=lambda p: (-p[0], leaders[p[1]].mention.id, leaders[p[2]].mention.id)):
        left, right = root(at, one), root(at, other)
        if left == right or not agree(own[left], own[right]):
            continue
        large, small = (left, right) if (len(own[left].members), right) >= (len(own[right].members), left) else (right, left)
        own[large].take(own[small], reason)
        at[small] = large
    return with_undated([own[i] for i in range(len(own)) if at[i] == i])


def said_alike(ordered: Sequence[Told], together: Together) -> list[Group]:
    """Mentions that say the same of the same, joined at once, in the order of their first: those of one type and month are looked at together."""
    parts: dict[str, list[int]] = {}
    for place, mention in enumerate(ordered):
        parts.setdefault(f"{mention.mention.type} {mention.date.edtf()[:MONTH] if mention.date else '~'}", []).append(place)
    found: dict[int, Group] = {}
    for key, places in parts.items():
        own = [ordered[place] for place in places]
        for numbers, reasons in together("mentions that say the same", tuple[Joined, ...], key, own, partial(alike, own)):
            found[places[numbers[0]]] = group = single(own[numbers[0]])
            group.members += [own[number] for number in numbers[1:]]
            group.earlier.update(*(own[number].earlier for number in numbers[1:]))
            group.reasons += reasons
    return [found[place] for place in sorted(found)]


def root(at: list[int], i: int) -> int:
    """The group that *i* belongs to by now; shortens the way there."""
    while at[i] != i:
        at[i] = at[at[i]]
        i = at[i]
    return i


def alike(ordered: Sequence[Told]) -> tuple[Joined, ...]:
    """The mentions that say the same of the same, by their places among these, with why: linear in their number."""
    first: dict[tuple[object, ...], Joined] = {}
    out: list[Joined] = []
    for place, mention in enumerate(ordered):
        said = (mention.actors, mention.targets, mention.place, mention.numbers)
        profile = (mention.mention.type, mention.mood, mention.date, mention.near, *said, mention.negotiations)
        known = first.get(profile)
        found = likeness(ordered[known[0][0]], mention) if known is not None else None
        if known is not None and found is not None and found.score >= JOINED:
            known[0].append(place)
            known[1].append(f"{'; '.join(found.reasons)} ({found.score:.2f})")
        else:
            out.append(([place], []))
            first.setdefault(profile, out[-1])
    return tuple(out)


def met(one: Interval | None, other: Interval | None) -> Interval | None:
    """The days in both; the other where one is unknown."""
    if one is None or other is None:
        return one or other
    return one.meet(other)


def agree(one: Group, other: Group) -> bool:
    """Whether all members of two groups can be dated and counted alike, and none is put before another by its report."""
    if any(m.mention.id in a.earlier for a, b in ((one, other), (other, one)) if a.earlier for m in b.members):
        return False
    if one.near is not None and other.near is not None and not one.near.overlaps(other.near):
        return False
    return not any(numbers_clash(a, b) for a in one.counts.values() for b in other.counts.values())


def all_pairs(leaders: Sequence[Told], together: Together) -> Iterator[Pair]:
    """Pairs alike enough to be joined, with score and reasons; each pair once. Blocks of one kind and month are looked at together."""
    parts: defaultdict[str, set[int]] = defaultdict(set)
    for key, block in blocks(leaders).items():
        parts[part_of(key)].update(block)
    seen: set[tuple[int, int]] = set()
    for part, members in parts.items():
        places = sorted(members)
        own = [leaders[place] for place in places]
        for score, one, other, reason in together("mentions that may be of one event", tuple[Pair, ...], part, own, partial(pairs, own, part)):
            pair = (places[one], places[other])
            if pair not in seen:
                seen.add(pair)
                yield score, *pair, reason


def part_of(key: Key) -> str:
    """The part in which a block is looked at: of one kind, family and month; of a report's own blocks those of reports whose ids begin alike."""
    kind, family, when, _ = key
    return when[: len(REPORT) + 2] if when.startswith(REPORT) else f"{kind} {family} {when if when.startswith(UNDATED) else when[:MONTH]}"


def pairs(leaders: Sequence[Told], part: str) -> tuple[Pair, ...]:
    """Pairs alike enough to be joined, with score and reasons, by their places among *leaders*, of the blocks of one part; each pair once."""
    seen: set[tuple[int, int]] = set()
    out: list[Pair] = []
    for key, block in blocks(leaders).items():
        for one, other in close(block, leaders, only_open=key[-1] == ANYBODY) if part_of(key) == part else ():
            if (one, other) in seen:
                continue
            seen.add((one, other))
            found = likeness(leaders[one], leaders[other])
            if found.score >= JOINED:
                out.append((found.score, one, other, f"{'; '.join(found.reasons)} ({found.score:.2f})"))
    return tuple(out)


def close(block: list[int], leaders: Sequence[Told], *, only_open: bool) -> Iterator[tuple[int, int]]:
    """The pairs of a block that are compared; *only_open*: those of which one names no doer."""
    found = combinations(block, 2) if len(block) <= CROWD else ((one, other) for i, one in enumerate(block) for other in block[i + 1 : i + 1 + NEAR])
    for one, other in found:
        if not only_open or not leaders[one].sides or not leaders[other].sides:
            yield one, other


def blocks(leaders: Sequence[Told]) -> dict[Key, list[int]]:
    """Mentions by what they must share to be one event: family, day (or month, or report), and a side or target."""
    found: dict[Key, list[int]] = {}
    for i, mention in enumerate(leaders):
        mutual = mention.mention.type in MUTUAL
        who = [*sorted((mention.sides | mention.target_sides) if mutual else (mention.sides or mention.target_sides)), ANYBODY]
        kind = "idea" if mention.mood == "idea" else "real"
        for family in sorted(families(mention.mention.type)):
            for when in moments(mention):
                for name in who:
                    found.setdefault((kind, family, when, name), []).append(i)
    return found


def moments(mention: Told) -> list[str]:
    """Days or months under which a mention is filed; an undated one with the other undated ones of its talks; each by its report."""
    date, report = mention.near, f"{REPORT}{mention.mention.report}"
    undated = [] if mention.date is not None else [f"{UNDATED}{sorted(mention.negotiations)}"]
    if date is None:
        return [report, *undated]
    if date.first is None or date.last is None:
        return [report, f"open {(date.first or date.last or dt.date.min).isoformat()[:7]}"]
    days = (date.last - date.first).days + 1
    if days > LONGEST:
        return [report, *sorted({date.first.isoformat()[:7], date.last.isoformat()[:7]})]
    return [report, *undated, *((date.first + dt.timedelta(days=n)).isoformat() for n in range(days))]


def with_undated(found: list[Group]) -> list[Group]:
    """Groups without a day of their own joined to the only dated group that they can mean: by a rare type and its actor, or by whom it hit or freed."""
    dated: dict[Key, list[Group]] = {}
    for group in found:
        if group.date is not None and any(m.mood == "fact" for m in group.members):
            for key in keys(group):
                dated.setdefault(key, []).append(group)
    kept: list[Group] = []
    for group in found:
        home = only_home(group, dated)
        if home is None or home is group:
            kept.append(group)
        else:
            home.take(group, f"without a day of its own, and the only dated {group.members[0].mention.type} that it can mean in these talks")
    return kept


def keys(group: Group) -> set[Key]:
    """(type, negotiation, side) of a group's members, and the same of whom it hit or freed, by number or name."""
    told = {(m.mention.type, n, s) for m in group.members for n in (m.negotiations or {""}) for s in (*m.sides, ANYBODY)}
    return told | {k for m in group.members for k in marks(m)}


def marks(mention: Told) -> set[Key]:
    """What tells a capture, rescue or attack again: (family, negotiation, target or count)."""
    if mention.mood != "fact":
        return set()
    found = [f for f in families(mention.mention.type) if f in TOLD_AGAIN]
    whom = {*mention.targets, *(f"number {n}" for n in mention.numbers)} - mention.target_sides
    whom |= {mention.place} if mention.place else set()
    counted = {w for w in whom if w.startswith("number ")}
    told = {(f, w) for f in found for w in (counted if f == "freeing" else whom)}
    told |= {(f, f"person {p}") for f in families(mention.mention.type) for p in mention.persons if mention.mention.type in ON_PEOPLE}
    return {(f, n, w) for f, w in told for n in (mention.negotiations or {""})}


def only_home(group: Group, dated: dict[Key, list[Group]]) -> Group | None:
    """The one dated group that a group without a day must mean, or None."""
    first = group.members[0]
    if is_narrow(group.date) or first.mood != "fact":
        return None
    wanted = {k for m in group.members for k in marks(m)}
    if once(first.mention.type):
        sides = {s for m in group.members for s in m.sides} or {ANYBODY}
        wanted |= {(first.mention.type, n, s) for m in group.members for n in (m.negotiations or {""}) for s in sides}
    homes = {id(g): g for key in sorted(wanted) for g in dated.get(key, []) if is_narrow(g.date) or group.date is None}
    if len(homes) > 1:
        homes = {k: g for k, g in homes.items() if is_narrow(g.date)}
    if len(homes) != 1:
        return None
    home = next(iter(homes.values()))
    if not sides_meet(group, home):
        return None
    start = home.date.first if home.date is not None else None
    early = any(m.mention.published is not None and m.mention.published.last and start and m.mention.published.last < start for m in group.members)
    return None if early or not agree(group, home) else home


def sides_meet(one: Group, other: Group) -> bool:
    """Whether two groups share a doer's side, or one of them names none."""
    mine, theirs = ({s for m in g.members for s in m.sides} for g in (one, other))
    return not mine or not theirs or bool(mine & theirs)
