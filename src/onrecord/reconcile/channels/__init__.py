"""Who reaches whom through whom."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from onrecord.reconcile.channels.nodes import owner
from onrecord.reconcile.channels.remarks import Place, Remark, from_words, looks
from onrecord.reconcile.channels.uses import Use, among_talks, from_events, onward
from onrecord.reconcile.ordering import END, START, derived_id
from onrecord.reconcile.origins.count import count_in
from onrecord.reconcile.scene import Scene
from onrecord.reconcile.standing import Standing, Voice
from onrecord.types import Channel, ChannelBreak, ChannelUse, Interval, Share

__all__ = ["build_channels"]

SILENCE = 14
"""Days between two reported uses from which a stretch without any is shown; by itself it is no evidence of a break."""


def build_channels(scene: Scene) -> tuple[Channel, ...]:
    """A channel for each way that reports show or tell of; one way in both directions is one channel."""
    standing = Standing(scene)
    looked = looks(standing)
    told = scene.each("what shows channels", Shown, lambda report: shown_in(standing, report, looked.get(report, ())))
    groups: defaultdict[tuple[str, ...], list[Use]] = defaultdict(list)
    remarks = [r for one in told for r in one.remarks]
    shown = [list(among_talks(standing, one.events)) for one in told]
    uses = [use for own in shown for use in own]
    for one, known in zip(told, shown, strict=True):
        for found in one.words:
            if not any(found.words.span.overlaps(u.words.span) and set(found.path) <= set(u.path) for u in known):
                known.append(found)
                uses.append(found)
    for use in (*uses, *onward(standing, uses)):
        groups[min(use.path, use.path[::-1])].append(use)
    texts = scene.texts
    made = [
        scene.together("a channel of its uses", Channel, share_of(scene, path, uses, remarks), partial(channel, standing, uses, remarks, texts))
        for path, uses in groups.items()
    ]
    return tuple(sorted(made, key=lambda c: (c.sender, c.receiver, c.through, c.id)))


def share_of(scene: Scene, path: tuple[str, ...], uses: Sequence[Use], remarks: Sequence[Remark]) -> Share:
    """All that a channel is made of."""
    reports = tuple(sorted({u.words.report for u in uses} | {r.report for r in remarks}))
    return Share("\x1f".join(path), reports, (uses, remarks, [scene.texts.get(report, "-") for report in reports]))


@dataclass(frozen=True, slots=True)
class Shown:
    """What one report shows of ways: by its events, of whatever talks, and in words; and what it remarks on any."""

    events: tuple[Use, ...] = ()
    words: tuple[Use, ...] = ()
    remarks: tuple[Remark, ...] = ()


NOTHING = Shown()


def shown_in(standing: Standing, report: str, looked: Sequence[Place]) -> Shown:
    """What one report shows of ways."""
    events = tuple(from_events(standing, report))
    found = list(from_words(standing, standing.scene.reading_of(report), looked)) if looked else []
    if not events and not found:
        return NOTHING
    return Shown(events, tuple(f for f in found if isinstance(f, Use)), tuple(f for f in found if isinstance(f, Remark)))


def channel(standing: Standing, uses: Sequence[Use], remarks: Sequence[Remark], texts: Mapping[str, str]) -> Channel:
    """One channel of all its uses, in the order of time."""
    talks = {standing.scene.negotiation_of(u.words.report) for u in uses}
    negotiation = next(iter(talks)) if len(talks) == 1 else None
    ordered = sorted(dict.fromkeys(uses), key=when)
    ways = Counter(u.path for u in ordered if not u.both)
    path = max(sorted(ways or Counter(u.path for u in ordered)), key=lambda p: ways[p])
    concerned = [r for r in remarks if concerns(r, path)]
    delays = {r.report: r for r in concerned if r.kind == "delays"}
    points = [ChannelUse(u.words, u.kind, u.date, standing.told_by(u.words.report, u.chain), u.state) for u in ordered]
    points += [ChannelUse(r.words, "remark", r.date, teller(standing, r), delay=r.told) for r in delays.values()]
    used = [days(u) for u in ordered if u.state == "used" and u.kind != "remark" and days(u) is not None]
    return Channel(
        id=derived_id("channel", (), *min(path, path[::-1])), sender=path[0], receiver=path[-1], through=path[1:-1], uses=tuple(points),
        both_ways=len(ways) > 1 or any(u.both for u in ordered), first=used[0] if used else None, last=used[-1] if used else None,
        breaks=(*(ChannelBreak(r.date, next_use(r, ordered), r.words) for r in concerned if r.kind == "breaks"), *silences(ordered)),
        negotiation=negotiation, origins=count_in([Voice(u.words.report, u.chain) for u in ordered], texts),
    )


def days(use: Use) -> Interval | None:
    """When the way was used, else the day by which it was told."""
    return use.date or use.published


def when(use: Use) -> tuple[object, ...]:
    """A sort key: last day, first day, place."""
    told = days(use)
    return ((told.last or END) if told else START, (told.first or START) if told else START, use.words.report, use.words.span, use.path)


def concerns(remark: Remark, path: tuple[str, ...]) -> bool:
    """Whether a remark is about a way: all whom it names stand on it, one of them at an end."""
    known = [w for w in remark.who if w in path or any(owner(w) == owner(n) for n in path)]
    ends = {owner(path[0]), owner(path[-1])}
    return len(known) == len(remark.who) > 0 and any(owner(w) in ends for w in known)


def teller(standing: Standing, remark: Remark) -> str:
    """By whose account a remark is."""
    return standing.told_by(remark.report, standing.chain_at(remark.report, remark.words.span))


def next_use(remark: Remark, ordered: Sequence[Use]) -> Interval | None:
    """The first dated use after a break; None where none is reported."""
    last = remark.date.last if remark.date else None
    return next((u.date for u in ordered if u.state == "used" and last and u.date and u.date.first and u.date.first > last), None)


def silences(ordered: Sequence[Use]) -> list[ChannelBreak]:
    """Stretches of more than SILENCE days between two dated uses in which none is reported."""
    dated = [u.date for u in ordered if u.state == "used" and u.date is not None and u.date.first is not None and u.date.last is not None]
    found = []
    for one, two in pairwise(dated):
        assert one.last is not None and two.first is not None
        if (two.first - one.last).days > SILENCE:
            found.append(ChannelBreak(one, two))
    return found
