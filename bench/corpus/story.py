"""What truly happens in each negotiation, day by day, and the ledger that follows from it."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import dataclass, field

from bench.corpus.world import Talks

DAY = dt.timedelta(days=1)
SAYINGS = 10**9
"""How many numbers of sayings there are."""


@dataclass(frozen=True)
class Happening:
    """One true event: *n* captives or dead, *m* prisoners, *days* of a truce, *saying* the number of the saying that goes with it."""

    id: str
    talks: str
    type: str
    date: dt.date
    town: str
    n: int = 0
    m: int = 0
    days: int = 0
    count: int = 0
    """Which release of its truce it is."""
    saying: int = 0
    speaker: int = 0


@dataclass
class Story:
    """The events of one negotiation as they are told on; lives while it is made."""

    talks: Talks
    rng: random.Random
    day: dt.date
    held: int = 0
    found: list[Happening] = field(default_factory=list)

    def tell(self, kind: str, *, wait: int = 0, **more: int) -> Happening:
        """Adds what happens *wait* days on."""
        self.day += wait * DAY
        made = Happening(
            f"{self.talks.id}-{len(self.found):04}", self.talks.id, kind, self.day, self.rng.choice(self.talks.towns),
            saying=self.rng.randrange(SAYINGS), speaker=self.rng.randrange(12), **more,
        )
        self.found.append(made)
        return made


def story(talks: Talks, rng: random.Random, days: int) -> list[Happening]:
    """The events of *days* days: one capture, then rounds of talks, truces with releases, breaches and fighting."""
    at = Story(talks, rng, talks.begins)
    at.held = rng.randrange(260, 400) * days // 100
    at.tell("capture", n=at.held)
    at.tell("attack", wait=2, n=rng.randrange(11, 60))
    last = talks.begins + days * DAY
    while at.day < last:
        bargain(at)
        truce(at)
        fight(at)
    return [h for h in at.found if h.date <= last]


def bargain(at: Story) -> None:
    """Meetings and proposals until one is taken."""
    rng = at.rng
    at.tell("meet", wait=rng.randrange(2, 5))
    for _ in range(rng.randrange(1, 4)):
        at.tell("propose", wait=rng.randrange(1, 3), n=rng.randrange(10, 60), m=rng.randrange(50, 300), days=rng.randrange(4, 9))
        at.tell("reject", wait=rng.randrange(1, 3))
    at.tell("meet", wait=1)


def truce(at: Story) -> None:
    """An agreement, the releases of each day, an extension sometimes, accusations both ways, the end."""
    rng, days = at.rng, at.rng.randrange(4, 8)
    at.tell("agree", wait=1, days=days)
    at.tell("truce_start", wait=1, days=days)
    left = days
    extended = rng.random() < 0.5
    count = 0
    while left > 0:
        n = min(rng.randrange(3, 16), max(at.held - 12, 0))
        if n:
            count += 1
            at.held -= n
            at.tell("release", n=n, m=3 * n, count=count)
        left -= 1
        if left == 1 and extended:
            extended = False
            more = rng.randrange(2, 4)
            left += more
            at.tell("truce_extend", days=more)
        if rng.random() < 0.3:
            at.tell("accuse")
            at.tell("counter")
        at.day += DAY
    at.tell("truce_end")


def fight(at: Story) -> None:
    """After a truce: talks broken off, shelling, a rescue sometimes, talks taken up again."""
    rng = at.rng
    at.tell("suspend_talks", wait=rng.randrange(0, 2))
    for _ in range(rng.randrange(1, 3)):
        at.tell("attack", wait=rng.randrange(1, 3), n=rng.randrange(4, 40))
    if rng.random() < 0.6 and at.held > 20:
        n = rng.randrange(1, 5)
        at.held -= n
        at.tell("rescue", wait=1, n=n)
    at.tell("resume_talks", wait=rng.randrange(2, 4))


@dataclass(frozen=True)
class Stand:
    """The true counts at the end of a day."""

    taken: int = 0
    released: int = 0
    rescued: int = 0

    @property
    def freed(self) -> int:
        """Released and rescued."""
        return self.released + self.rescued

    @property
    def held(self) -> int:
        """Taken and not freed."""
        return self.taken - self.freed


def ledger(happenings: list[Happening], until: dt.date) -> Stand:
    """The counts at the end of *until*."""
    so_far = [h for h in happenings if h.date <= until]
    taken, released, rescued = (sum(h.n for h in so_far if h.type == kind) for kind in ("capture", "release", "rescue"))
    revised = [h for h in so_far if h.type == "revise"]
    later = sum(h.n for h in so_far if revised and h.type == "capture" and h.date > revised[-1].date)
    return Stand(revised[-1].n + later if revised else taken, released, rescued)
