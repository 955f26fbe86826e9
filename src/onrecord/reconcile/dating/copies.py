"""Reports with much text in common appear within days of each other."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Sequence

from onrecord.reconcile.dating.bound import Bound, closed, span_days
from onrecord.reconcile.dating.clues import Clues
from onrecord.reconcile.dating.quotations import same_news
from onrecord.reconcile.dating.recent import AFTER, lead_weekday
from onrecord.reconcile.runs import runs_in, shared, size
from onrecord.types import Interval

RUN = 8
"""Words of a run."""
SHARED = 64
"""Runs in common: PolNeAR train, 8 of 8 such pairs were at most a day apart; from 16 to 63 only three in four within a week."""
SHARE = 0.4
"""Share of a short report's runs that do as well."""
LEAST = 30
"""Runs below which a share says nothing."""
APART = 3
"""Days."""
WEEK = 7
CROWD = 5
"""A run that more reports than this share is a phrase or furniture."""
WORD = re.compile(r"\w+")


Twin = tuple[int, int, int]
"""A report, another that shares text with it, and how many runs; no runs where a quotation and figures are shared."""


def twins(undated: frozenset[int], runs: Sequence[bytes], quoted: Sequence[bytes], figures: Sequence[frozenset[str]]) -> list[Twin]:
    """For each undated report the reports that share much of its text; *runs* and *quoted* are those of each report, packed, *figures* as they are compared."""
    common = shared(runs, undated, CROWD)
    sizes = [size(found) for found in runs]
    alike = [(a, b, n) for (a, b), n in sorted(common.items()) if n >= SHARED or n >= max(LEAST, SHARE * min(sizes[a], sizes[b]))]
    known = {(a, b) for a, b, _ in alike}
    return alike + [(a, b, 0) for a, b in same_news(undated, quoted, figures) if (a, b) not in known]


def bounds(found: Sequence[Twin], clues: Sequence[Clues], windows: Sequence[Interval | None], names: Sequence[str]) -> dict[int, list[Bound]]:
    """The days around the dated reports with which an undated one shares its text, narrowed by the weekday of its news."""
    out: dict[int, list[Bound]] = defaultdict(list)
    for mine, other, count in found:
        known = closed(windows[other])
        if known is None or known.first is None or known.last is None:
            continue
        days = Interval(known.first - dt.timedelta(days=APART), known.last + dt.timedelta(days=APART))
        what = f"{count} runs of {RUN} words" if count else "a quotation and figures"
        out[mine].append(Bound(days, f"shares {what} with {names[other]} ({known.edtf()})", sure=False))
        told = newsdays(clues[mine], days)
        if told is not None:
            out[mine].append(told)
    return out


def newsdays(clues: Clues, days: Interval) -> Bound | None:
    """The days of a week at most that lie on or soon after the weekday of the report's news; None where they are not together."""
    news = lead_weekday(clues)
    if news is None or (days.days or 99) > WEEK:
        return None
    kept = [d for d in span_days(days) if (d.weekday() - (news.time.expression.weekday or 0)) % 7 <= AFTER]
    if not kept or (kept[-1] - kept[0]).days > AFTER:
        return None
    return Bound(Interval(kept[0], kept[-1]), f"“{news.quote}” in its first sentences is at most {AFTER} days before", sure=False)


def runs_of(text: str) -> list[int]:
    """The runs of words of a text, as numbers."""
    return runs_in([w.lower() for w in WORD.findall(text)], RUN)
