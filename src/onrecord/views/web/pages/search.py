"""Places that hold the words in `q`."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.types import Snapshot
from onrecord.views.brief.words import by_words, date_words
from onrecord.views.web.asked import Asked
from onrecord.views.web.book import Hit


@dataclass(frozen=True, slots=True)
class Found:
    """One hit with who says it and when."""

    hit: Hit
    layer: str
    by: str
    date: str


def found(snapshot: Snapshot, hit: Hit) -> Found | None:
    """A hit as the page shows it; None where the scope leaves its report out."""
    if snapshot.date_of(hit.report) is None:
        return None
    statement = snapshot.statements.get(hit.statement) if hit.statement else None
    if statement is None:
        return Found(hit, "text", "", "")
    return Found(hit, statement.layer, by_words(statement), date_words(statement.date or statement.published))


def make(asked: Asked) -> list[Found]:
    """What the record holds of the words, the best first."""
    words = asked.value("q")
    return [shown for hit in asked.book.search(words) if (shown := found(asked.snapshot, hit)) is not None] if words else []
