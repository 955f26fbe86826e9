"""Those who are named a sentence or two after they were counted or told of: "gunmen seized two judges. Police named them as A and B"."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.reconcile.roster.names import Found, Signed
from onrecord.reconcile.roster.settings import book, naming
from onrecord.reconcile.standing import Standing
from onrecord.types import CaptiveStatus, EventMention, Factuality, Figure, Span, Statement

REACH = 90
"""Characters before a list of names in which it may be introduced."""
FACTS = ("happened", "ongoing")


def introduces(line: Signed) -> bool:
    """Whether the words before some list of names give names to people told of before."""
    return any(introduced(line, line.mentions[run[0]].at) is not None for run in line.runs)


def introduced(line: Signed, first: int) -> int | None:
    """Where the words begin that introduce the names at *first*; None where none do."""
    found = naming().search(line.words, max(0, first - REACH), first)
    return found.start() if found is not None and found.end() == first else None


def by_naming(standing: Standing, report: str, sentence: Span, line: Signed) -> Iterator[Found]:
    """The status of those whom the paragraph told of last, for the names that the sentence gives them."""
    for run in line.runs:
        first, last = line.mentions[run[0]].at, line.mentions[run[-1]].at
        start = introduced(line, first)
        told = told_before(standing, report, sentence.start) if start is not None and all(line.mentions[k].proper for k in run) else None
        if start is not None and told is not None:
            yield Found(told[0], tuple(line.mentions[k] for k in run), Span(start, last + 1), told[1], held_by=False)


def told_before(standing: Standing, report: str, at: int) -> tuple[CaptiveStatus, Factuality] | None:
    """The status, and whether it is a fact, of the captives whom the paragraph told of last before *at*; None for none."""
    text = standing.scene.reading_of(report).report.text
    start = text.rfind("\n", 0, at) + 1
    before = sorted((s for s in standing.by_report.get(report, ()) if start <= s.span.start and s.span.end <= at), key=lambda s: (-s.span.end, s.id))
    return next((told for s in before if (told := status_in(s)) is not None), None)


def status_in(statement: Statement) -> tuple[CaptiveStatus, Factuality] | None:
    """What a count of captives, or a capture or release of people without names, tells of them."""
    item = statement.item
    if isinstance(item, Figure) and item.unit in book()["counted"]["units"]:
        measured: CaptiveStatus | None = book()["figures"].get(item.measure)
        return (measured, "happened") if measured is not None and item.measure not in ("feared_dead", "to_release") else None
    if isinstance(item, EventMention) and item.type in book()["events"] and item.targets and item.factuality in FACTS:
        return book()["events"][item.type], item.factuality
    return None
