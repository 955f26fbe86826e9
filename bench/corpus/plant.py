"""Reports that come later: ten changes among what is known already and copies of both."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from bench.corpus.make import Corpus, Desk
from bench.corpus.reports import Made, Writer, write
from bench.corpus.story import DAY, Happening, Story, ledger
from bench.corpus.taken_over import address
from bench.corpus.world import Talks

COUNT, COPIES, TELLERS = 300, 60, 3
KINDS = ("release", "suspend_talks", "rescue", "flip", "revise", "release", "agree", "accuse", "capture", "propose")
"""What changes, in turn in the negotiations."""


@dataclass(frozen=True)
class Added:
    """Reports that are added to a corpus, and what they truly change."""

    corpus: Corpus
    """The same world, its events gone on."""
    reports: tuple[Made, ...]
    changes: tuple[tuple[Happening, tuple[str, ...]], ...]
    """Each change with the reports of their own that tell it."""


def plant(corpus: Corpus, seed: int) -> Added:
    """Three hundred reports: each change told by three, sixty copies, the rest on what is known."""
    rng = random.Random(seed)
    last = max(h.date for events in corpus.events.values() for h in events)
    stories = {t.id: goes_on(t, corpus.events[t.id], last, rng) for t in corpus.world.talks}
    planted = []
    for number, kind in enumerate(KINDS):
        story = stories[corpus.world.talks[number % len(corpus.world.talks)].id]
        planted.append(change(story, kind, rng))
    events = {talks: tuple(story.found) for talks, story in stories.items()}
    desk = Desk(corpus.world, events, rng, count=sum(len(m.id) > 0 for m in corpus.reports))
    news = [(h, tell(desk, h)) for h in planted for _ in range(TELLERS)]
    reports = [made for _, made in news]
    reports.extend(desk.taken("copy" if rng.random() < 0.6 else "near", rng.choice([*reports, *corpus.reports])) for _ in range(COPIES))
    reports.extend(known_again(desk, corpus, last, COUNT - len(reports)))
    rng.shuffle(reports)
    changes = tuple((h, tuple(made.id for other, made in news if other is h)) for h in planted)
    return Added(replace(corpus, events=events, reports=(*corpus.reports, *reports)), tuple(reports), changes)


def goes_on(talks: Talks, events: tuple[Happening, ...], last: dt.date, rng: random.Random) -> Story:
    """A negotiation's story, ready to be told on."""
    return Story(talks, rng, last + DAY, held=ledger(list(events), last).held, found=list(events))


def change(story: Story, kind: str, rng: random.Random) -> Happening:
    """One thing that happens."""
    known = ledger(story.found, story.day)
    n = {"release": min(rng.randrange(17, 30), max(known.held, 1)), "rescue": 2, "capture": rng.randrange(13, 40), "revise": known.taken + 7}.get(kind, 0)
    return story.tell(kind, wait=1, n=n, m=3 * n if kind == "release" else rng.randrange(50, 300), days=rng.randrange(4, 9), count=1)


def tell(desk: Desk, event: Happening) -> Made:
    """A report whose news is the change."""
    talks = next(t for t in desk.world.talks if t.id == event.talks)
    writer = Writer(talks, desk.events[talks.id], event.date + desk.rng.randrange(2) * DAY, desk.rng)
    outlet, identity = desk.rng.choice(desk.world.outlets), desk.name()
    return replace(write(writer, [event], outlet, identity), url=address(outlet, identity))


def known_again(desk: Desk, corpus: Corpus, last: dt.date, number: int) -> Iterator[Made]:
    """Reports of their own on what other reports have told already."""
    told = {h for made in corpus.reports for h in made.happenings}
    every = [(t, h) for t in corpus.world.talks for h in corpus.events[t.id] if h.id in told and (last - h.date).days < 40]
    for _ in range(number):
        talks, event = desk.rng.choice(every)
        writer = Writer(talks, corpus.events[talks.id], event.date + desk.rng.randrange(2) * DAY, desk.rng)
        outlet, identity = desk.rng.choice(desk.world.outlets), desk.name()
        yield replace(write(writer, [event], outlet, identity), url=address(outlet, identity))


def planted_truth(added: Added) -> dict[str, Any]:
    """The changes and the copies, as JSON."""
    told: Mapping[str, Made] = {m.id: m for m in added.reports}
    return {
        "changes": [
            {"id": h.id, "talks": h.talks, "type": h.type, "date": h.date.isoformat(), "n": h.n, "place": h.town, "reports": list(ids)}
            for h, ids in added.changes
        ],
        "copies": sorted(m for m, made in told.items() if made.kind in ("copy", "near")),
    }
