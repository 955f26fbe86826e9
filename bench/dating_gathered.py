"""How often a report lies outside the days that are likely by dated reports of its matter: dating_gathered.py TEXT_FOLDER METADATA.tsv.

Batches are made of articles of so many days, taken at random (the seed is fixed), of which so many are dated and as many are not. A line a
kind of batch: how many undated ones are answered, the share whose true day lies within, the share at most 31 days wide, the median width.
`MISSED` in `onrecord.reconcile.dating.gathered` is what the rule aims at; this is what it does.
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
import statistics
from pathlib import Path

from bench.dating_bench import day_of, readings, truth

from onrecord.reconcile.dating.gathered import Dated, gathered
from onrecord.reconcile.dating.noted import Notes, notes_of
from onrecord.reconcile.memo import AFRESH
from onrecord.types import Interval

KINDS = ((14, 10), (30, 10), (30, 20), (30, 36), (60, 10), (60, 40), (90, 40), (300, 42))
"""(days of a batch, dated reports in it)."""
TIMES = 60
"""Batches of a kind."""


def drawn(days: list[dt.date], span: int, count: int, chance: random.Random) -> tuple[list[int], list[int]]:
    """The undated and the dated of one batch, by number; fewer where so few days hold no more."""
    first = min(days) + dt.timedelta(days=chance.randrange((max(days) - min(days)).days - span + 2))
    inside = [n for n, day in enumerate(days) if 0 <= (day - first).days < span]
    chance.shuffle(inside)
    return inside[:count], inside[count : 2 * count]


def measured(notes: Notes, days: list[dt.date], span: int, count: int) -> str:
    """One kind of batch in words."""
    chance, asked = random.Random(1), 0
    found: list[tuple[Interval, dt.date]] = []
    names, ids = [f.names for f in notes.found], list(notes.names)
    for _ in range(TIMES):
        undated, others = drawn(days, span, count, chance)
        dated = Dated(ids, names, {n: Interval.day(days[n]) for n in others})
        found.extend((g.days, days[n]) for n, g in gathered(undated, names, notes.clues, dated).items())
        asked += len(undated)
    held = sum(i.first is not None and i.last is not None and i.first <= day <= i.last for i, day in found)
    widths = [i.days or 0 for i, _ in found]
    n = max(1, len(found))
    return (
        f"answered {len(found)} of {asked} = {len(found) / asked:.3f}  hold {held / n:.3f}  "
        f"at most 31 days {sum(w <= 31 for w in widths) / n:.3f}  median width {statistics.median(widths) if widths else '-'}"
    )


def main() -> None:
    """All kinds of one folder."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("folder", type=Path), ask.add_argument("metadata", type=Path)
    asked = ask.parse_args()
    known = truth(asked.metadata)
    pairs = [(r, d) for r in readings(asked.folder) if (d := day_of(r.report.name, known)) is not None]
    notes = notes_of([r for r, _ in pairs], AFRESH)
    for span, count in KINDS:
        print(f"{span:3} days, {count} dated: {measured(notes, [d for _, d in pairs], span, count)}")


if __name__ == "__main__":
    main()
