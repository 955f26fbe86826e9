"""A book of licensed texts: the words of the statements and the titles, and nothing else of what was written."""

from __future__ import annotations

from dataclasses import replace

from onrecord.types import Report, Snapshot, Span
from onrecord.views.export.walking import places_of, spans_of

FILL = "·"
"""What stands for each character that is not told, so that every place stays where it was."""


def excerpted(snapshot: Snapshot) -> Snapshot:
    """The snapshot with every character of the texts masked that is in no statement, title or printed date; ids stay those of the whole texts."""
    kept: dict[str, list[Span]] = {r.id: told(r) for r in snapshot.reports}
    for statement in snapshot.statements.values():
        kept[statement.report] += [statement.span, *spans_of(statement.item)]
    for name in ("roster", "channels", "proposals"):
        for report, span in places_of(getattr(snapshot.derived, name)):
            kept[report].append(span)
    return replace(snapshot, reports=tuple(replace(r, text=masked(r.text, kept[r.id]), raw_hash="") for r in snapshot.reports))


def told(report: Report) -> list[Span]:
    """The places that are told of a report without a statement."""
    titles = [b.span for b in report.blocks if b.kind == "title"]
    return [*titles, *([report.published_span] if report.published_span else [])]


def masked(text: str, kept: list[Span]) -> str:
    """The text with everything outside of *kept* masked but the ends of lines."""
    out, at = [], 0
    for span in sorted(kept):
        if span.end > at:
            out += [fill(text[at : max(at, span.start)]), text[max(at, span.start) : span.end]]
            at = span.end
    return "".join((*out, fill(text[at:])))


def fill(text: str) -> str:
    """As many characters, none of which tells anything but where a line ends."""
    return "".join("\n" if c == "\n" else FILL for c in text)
