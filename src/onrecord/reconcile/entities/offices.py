"""Offices with the days on which reports tell them, and whether they are told as left."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from onrecord.reconcile.entities.names import table
from onrecord.reconcile.memo import AFRESH, Memo
from onrecord.types import Entity, Interval, OfficeTerm, Participant, Reading, ReportDate, Span, Words

NEAR = 60
"""Characters between a name and the words of its office."""
Key = tuple[str, bool]
Held = tuple[tuple[Span, ...], Key, Words]
"""Where somebody is named, the office with whether it is told as left, and the words from office to name."""


@cache
def past() -> re.Pattern[str]:
    """A word by which an office is told as left, at the end of what stands before it or at its beginning."""
    return re.compile(r"\b(?:" + "|".join(map(re.escape, table("past")["words"])) + r")[\s-]+", re.I)


def with_offices(entities: Sequence[Entity], readings: Sequence[Reading], dates: Mapping[str, ReportDate], memo: Memo = AFRESH) -> tuple[Entity, ...]:
    """The entities, persons with their terms of office. *memo* may know which offices stand beside the names of a report."""
    owner = {(report, span): e.id for e in entities if e.kind == "person" for report, span in e.mentions}
    told: defaultdict[str, defaultdict[Key, list[tuple[str, Interval | None, Words]]]] = defaultdict(lambda: defaultdict(list))
    known = memo.of_readings("offices beside names", tuple[Held, ...], readings, held_in)
    for reading, offices in zip(readings, known, strict=True):
        published = dates[reading.report.id].published
        for spans, key, words in offices:
            identity = next((owner[reading.report.id, s] for s in spans if (reading.report.id, s) in owner), None)
            if identity is not None:
                told[identity][key].append((str(published.first) if published else "~", published, words))
    return tuple(replace(e, terms=terms(told[e.id])) if e.id in told else e for e in entities)


def held_in(reading: Reading) -> tuple[Held, ...]:
    """The offices of the persons of one report, where words of them stand near the name."""
    people = ((who, beside(reading, who)) for who in reading.participants if who.kind == "person" and who.office)
    return tuple((who.spans, *found) for who, found in people if found is not None)


def beside(reading: Reading, who: Participant) -> tuple[Key, Words] | None:
    """(office, whether left) and the words from office to name; None where the office stands nowhere near the name."""
    text, office = reading.report.text, who.office or ""
    bare = past().sub("", office)
    for span in who.spans:
        start = max(0, span.start - len(bare) - NEAR)
        at = text.lower().rfind(bare.lower(), start, span.start)
        if at < 0:
            at = text.lower().find(bare.lower(), span.end, span.end + NEAR + len(bare))
        if at < 0 or "\n" in text[min(at, span.end) : max(at, span.start)]:
            continue
        lead = past().search(text, max(0, at - 14), at)
        left = (lead is not None and lead.end() == at) or bare != office
        whole = Span(min(lead.start() if lead is not None and lead.end() == at else at, span.start), max(at + len(bare), span.end))
        return (bare.lower(), left), Words(reading.report.id, whole, whole.of(text))
    return None


def terms(found: Mapping[Key, list[tuple[str, Interval | None, Words]]]) -> tuple[OfficeTerm, ...]:
    """One term for each office, those told first before those told later."""
    out = []
    for (office, left), rows in found.items():
        ordered = sorted(rows, key=lambda r: (r[0], r[2].report, r[2].span))
        out.append((ordered[0][0], OfficeTerm(office, left, ordered[0][1], ordered[-1][1], ordered[0][2])))
    return tuple(t for _, t in sorted(out, key=lambda r: (r[0], r[1].office, r[1].former)))
