"""The whole corpus: a world, its stories, the reports on them and those that take from others."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from bench.corpus import taken_over
from bench.corpus.laid import later
from bench.corpus.reports import Made, Writer, days_on, write
from bench.corpus.story import Happening, story
from bench.corpus.world import Talks, World, make_world

SHARES = (("copy", 0.13), ("near", 0.07), ("rewrite", 0.09), ("update", 0.04))
LATE, UNDATED, SLIPS = 0.05, 0.12, 0.03


@dataclass(frozen=True)
class Corpus:
    """Reports in no order, with everything true about them."""

    seed: int
    world: World
    events: Mapping[str, tuple[Happening, ...]]
    """By negotiation."""
    reports: tuple[Made, ...]


@dataclass
class Desk:
    """Makes the reports; lives as long as that takes."""

    world: World
    events: Mapping[str, tuple[Happening, ...]]
    rng: random.Random
    originals: list[Made] = field(default_factory=list)
    count: int = 0

    def name(self) -> str:
        """The next report's id."""
        self.count += 1
        return f"r{self.count:06}"

    def writer(self, made: Made, days: int = 0) -> Writer:
        """Who writes on the matter of *made*."""
        talks = next(t for t in self.world.talks if t.id == made.talks)
        return Writer(talks, self.events[made.talks], later(made.date, days), self.rng, full=not made.printed)

    def original(self, talks: Talks, event: Happening, *, slip: bool = False) -> Made:
        """A report of its own on an event."""
        rng = self.rng
        late = rng.randrange(5, 20) if rng.random() < LATE else rng.randrange(2)
        writer = Writer(talks, self.events[talks.id], later(event.date, late), rng, full=rng.random() < UNDATED)
        if slip and event.n > 12:
            writer.wrong[event.id] = event.n + rng.choice((-3, -2, 2, 3, 4))
        beside = [h for h in days_on(writer.date, self.events[talks.id]) if h.id != event.id and h.date <= event.date][: rng.randrange(3)]
        identity = self.name()
        made = write(writer, [event, *beside], rng.choice(self.world.outlets), identity)
        slips = tuple((event.id, event.type, n, event.n) for n in writer.wrong.values())
        return replace(made, slips=slips, url=taken_over.address(made.outlet, identity))

    def taken(self, kind: str, made: Made) -> Made:
        """A report that takes from *made*."""
        rng, outlet = self.rng, taken_over.other_outlet(made, self.world.outlets, self.rng)
        known = {h.id: h for h in self.events[made.talks]}
        if kind == "copy":
            return taken_over.copy(made, self.name(), outlet, rng)
        if kind == "near":
            return taken_over.near_copy(made, self.name(), outlet, rng)
        if kind == "rewrite":
            return taken_over.rewrite(made, self.name(), outlet, self.writer(made, rng.randrange(2)), known)
        return taken_over.update(made, self.name(), self.writer(made, 1), known[made.title.about])


def make_corpus(reports: int, seed: int, *, talks: int = 2, days: int = 100) -> Corpus:
    """A corpus of so many reports; the same seed gives the same one."""
    rng = random.Random(seed)
    world = make_world(rng, talks=talks, outlets=12)
    events = {t.id: tuple(story(t, rng, days)) for t in world.talks}
    desk = Desk(world, events, rng)
    found = list(tell_all(desk, reports))
    rng.shuffle(found)
    return Corpus(seed, world, events, tuple(found))


def tell_all(desk: Desk, reports: int) -> Iterator[Made]:
    """The reports: originals first, then those that take from them, corrections among them."""
    rng = desk.rng
    wanted = {kind: round(share * reports) for kind, share in SHARES}
    every = [(t, h) for t in desk.world.talks for h in desk.events[t.id]]
    slips = round(SLIPS * reports)
    corrections = slips // 3
    for number in range(max(reports - sum(wanted.values()) - corrections, 1)):
        talks, event = rng.choice(every)
        slip = number < slips
        if slip:
            talks, event = rng.choice([(t, h) for t, h in every if h.type in ("release", "capture") and h.n > 12] or every)
        made = desk.original(talks, event, slip=slip)
        desk.originals.append(made)
        yield made
    for kind, number in wanted.items():
        for _ in range(number):
            yield desk.taken(kind, rng.choice(desk.originals))
    slipped = [m for m in desk.originals if m.slips][:corrections]
    for made in slipped:
        event = next(h for h in desk.events[made.talks] if h.id == made.slips[0][0])
        yield taken_over.corrected(made, desk.name(), event)
