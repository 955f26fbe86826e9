"""The days within which an undated report was likely printed, since dated reports of the same matter were: soft, shown, and never used."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from onrecord.reconcile.dating.bound import closed, span_days
from onrecord.reconcile.dating.clues import MANY, Clues
from onrecord.reconcile.dating.recent import AFTER, lead_weekday
from onrecord.types import Interval

LEAST = 10
"""Dated reports of the same matter below which their days tell too little."""
MISSED = 0.03
"""The share of reports that may lie outside. `bench/dating_gathered.py` prints how many do in batches of PolNeAR train."""
SEASON = 92
"""Days; what is wider is not told."""
SHORT = 7
"""Days: a report dated no better than this is no measure for others."""
MOST = 400
"""Dated reports that are compared, the first by id, so that many undated reports cost no square and one report more changes few of them."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """The days of the dated reports of one matter, with a margin, and in words which they are."""

    days: Interval
    reason: str


class Dated:
    """The dated reports of a batch with which undated ones are compared."""

    def __init__(self, ids: Sequence[str], names: Sequence[bytes], days: Mapping[int, Interval]) -> None:
        """*ids* and packed *names* are those of all reports; *days* the days printed on the dated ones, by number."""
        short = [n for n, printed in days.items() if (printed.days or SHORT + 1) <= SHORT]
        self.reports = sorted(short, key=lambda n: ids[n])[:MOST]
        self.days = [days[n] for n in self.reports]
        each = [np.frombuffer(names[n], dtype=np.int64) for n in self.reports]
        self._names = np.unique(np.concatenate(each)) if each else np.empty(0, dtype=np.int64)
        self._held = np.zeros((len(self._names), len(each)), dtype=np.int16)
        for place, one in enumerate(each):
            self._held[np.searchsorted(self._names, one), place] = 1

    def alike(self, names: bytes) -> list[int]:
        """The places of the dated reports that share so many names with one report that both tell of one matter."""
        mine = np.frombuffer(names, dtype=np.int64)
        if not len(self._names) or not len(mine):
            return []
        places = np.minimum(np.searchsorted(self._names, mine), len(self._names) - 1)
        shared = self._held[places[self._names[places] == mine]].sum(axis=0)
        return np.flatnonzero(shared >= MANY).tolist()


def gathered(undated: Collection[int], names: Sequence[bytes], clues: Sequence[Clues], dated: Dated) -> dict[int, Gathered]:
    """For undated reports, by number, the days within which dated ones of the same matter were printed, where these are a season at most."""
    out = {}
    for number in sorted(undated) if len(dated.reports) >= LEAST else ():
        alike = [dated.days[place] for place in dated.alike(names[number])]
        if len(alike) < LEAST:
            continue
        days, told = around(alike), ""
        if (days.days or 0) > SEASON:
            continue
        weekday = lead_weekday(clues[number])
        if weekday is not None:
            days, told = on_weekday(days, weekday.time.expression.weekday or 0), f"; “{weekday.quote}” in its first sentences"
        out[number] = Gathered(days, f"{len(alike)} dated reports with which it shares {MANY} names or more were printed {spoken(alike)}{told}")
    return out


def around(alike: Sequence[Interval]) -> Interval:
    """The days from the first to the last of these, and so many at either end that a further one lies outside in MISSED of all cases.

    That holds where reports are spread evenly over days that nobody knows: one more of n lies more than g lengths of their stretch
    outside in 2 / (n + 1) * (1 + g) ** (1 - n) of all cases (the prediction interval from the ends of an even sample).
    """
    first, last = min(d.first for d in alike if d.first), max(d.last for d in alike if d.last)
    length, count = (last - first).days + 1, len(alike)
    beyond = (2 / (MISSED * (count + 1))) ** (1 / (count - 1)) - 1
    margin = max(0, math.floor(length * beyond + 0.5))
    low, high = max(1, first.toordinal() - margin), min(dt.date.max.toordinal(), last.toordinal() + margin)
    return Interval(dt.date.fromordinal(low), dt.date.fromordinal(high))


def on_weekday(days: Interval, weekday: int) -> Interval:
    """The days without those at the ends that are not on the weekday of the news or soon after."""
    kept = [d for d in span_days(days) if (d.weekday() - weekday) % 7 <= AFTER]
    return Interval(kept[0], kept[-1]) if kept else days


def spoken(alike: Sequence[Interval]) -> str:
    """From when to when, in words."""
    return f"from {min(d.first for d in alike if d.first)} to {max(d.last for d in alike if d.last)}"


def likely(told: Interval | None, found: Gathered | None) -> Gathered | None:
    """What was gathered within what is told; nothing where the two exclude each other, or where what is told is as narrow. What is told is never widened."""
    if found is None or (told is not None and not told.overlaps(found.days)):
        return None
    days = closed(told.meet(found.days) if told is not None else found.days)
    return Gathered(days, found.reason) if days is not None and days != told else None
