"""Reports with much text in common appear within days of each other."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from onrecord.reconcile.dating.bound import Bound, closed
from onrecord.reconcile.dating.clues import Clues
from onrecord.types import Interval

RUN = 8
"""Words of a run."""
SHARED = 64
"""Runs in common: PolNeAR train, 8 of 8 such pairs were at most a day apart; from 16 to 63 only three in four within a week."""
SHARE = 0.4
"""Share of a short report's runs that do as well."""
APART = 3
"""Days."""
CROWD = 5
"""A run that more reports than this share is a phrase or furniture."""
WORD = re.compile(r"\w+")


def bounds(clues: Sequence[Clues], windows: Sequence[Interval | None], names: Sequence[str]) -> dict[int, list[Bound]]:
    """For reports without a day, the days around the dated reports that they share text with."""
    runs = [runs_of(c.text) for c in clues]
    homes: dict[int, list[int]] = defaultdict(list)
    for number, found in enumerate(runs):
        for run in found:
            homes[run].append(number)
    common: Counter[tuple[int, int]] = Counter()
    for numbers in homes.values():
        if 2 <= len(numbers) <= CROWD:
            common.update((a, b) for a in numbers for b in numbers if a != b and closed(windows[a]) is None)
    out: dict[int, list[Bound]] = defaultdict(list)
    for (mine, other), count in common.items():
        known = closed(windows[other])
        short = min(len(runs[mine]), len(runs[other]))
        if known is None or known.first is None or known.last is None or (count < SHARED and count < SHARE * short):
            continue
        days = Interval(known.first - dt.timedelta(days=APART), known.last + dt.timedelta(days=APART))
        out[mine].append(Bound(days, f"shares {count} runs of {RUN} words with {names[other]} ({known.edtf()})", sure=False))
    return out


def runs_of(text: str) -> frozenset[int]:
    """The runs of words of a text, hashed (equal within one process only)."""
    found = [w.lower() for w in WORD.findall(text)]
    return frozenset(hash(tuple(found[i : i + RUN])) for i in range(len(found) - RUN + 1))
