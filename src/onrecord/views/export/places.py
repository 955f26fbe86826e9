"""Where something stands, with all that a reader needs to check it without the program: words, chain, outlet, day, hash, offsets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.reconcile.judged import standing
from onrecord.types import Interval, Judgement, Report, Snapshot, Span
from onrecord.views.brief.words import by_words, date_words
from onrecord.views.export.days import edtf

SHORT = 12
"""Hexadecimal digits of a hash that a note shows where the whole of it stands in a list beneath."""


@dataclass(frozen=True, slots=True)
class Place:
    """One stretch of one report."""

    report: Report
    published: Interval | None
    span: Span
    quote: str
    statement: str = ""
    """Id of the statement at these words; "" where no layer made one."""
    chain: str = ""
    """Who says so, innermost first; "own voice" for the report itself."""
    judged: str = ""
    """What people decided on the statement, each with who, when and why."""

    @property
    def at(self) -> str:
        """`name:start-end`, as every command takes it."""
        return f"{self.report.name}:{self.span.start}-{self.span.end}"

    @property
    def when(self) -> str:
        """The day of publication as EDTF; "" where it is not known."""
        return edtf(self.published)

    def source(self, *, whole: bool = True) -> str:
        """The line beneath a quotation: outlet, day, report, hash, characters, then address and decisions; not *whole* is without the address, for
        texts that list their reports at the end, and with the first digits of the hash."""
        said = f"{self.report.outlet or 'Outlet not named'}, {date_words(self.published) if self.published else 'date not known'}"
        digits = self.report.id if whole else self.report.id[:SHORT] + "…"
        where = f"report {self.report.name}, SHA-256 {digits}, characters {self.span.start}–{self.span.end}"
        return "; ".join(filter(None, (said, where, self.report.url if whole else "", self.judged)))


def decisions(judgements: Sequence[Judgement]) -> dict[str, str]:
    """What people decided, in words, by what it is about; what was undone is left out."""
    said: dict[str, list[str]] = {}
    for judgement in standing(judgements):
        why = f": {judgement.why}" if judgement.why else ""
        said.setdefault(judgement.target, []).append(f"{judgement.action} by {judgement.who} on {judgement.when.date()}{why}")
    return {target: "; ".join(words) for target, words in said.items()}


def place_of(snapshot: Snapshot, identity: str, decided: dict[str, str]) -> Place | None:
    """The place of a statement; None when the snapshot does not hold it."""
    found = snapshot.statements.get(identity)
    if found is None:
        return None
    report, date = snapshot.report(found.report), snapshot.date_of(found.report)
    published = date.published if date else None
    return Place(report, published, found.span, found.quote, found.id, by_words(found), decided.get(found.id, ""))


def places_of(snapshot: Snapshot, identities: Iterable[str], decided: dict[str, str]) -> list[Place]:
    """The places of several statements, in their order."""
    return [place for i in identities if (place := place_of(snapshot, i, decided)) is not None]
