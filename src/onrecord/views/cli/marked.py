"""A report's text with its statements marked in it, and who says what beneath each paragraph."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from onrecord.record.queries import ReportEntry
from onrecord.types import QUIET_BLOCKS, Block, Report, Span, Statement
from onrecord.views.brief.words import by_words, date_words

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

COLOURS = {
    "figures": "green", "events": "cyan", "positions": "magenta", "commitments": "yellow", "proposals": "red", "status": "blue", "attributions": "dim",
}


@dataclass(frozen=True, slots=True)
class Shown:
    """What of a report is shown: its statements, what a later version withdrew of them (words by statement id), and the place asked for."""

    found: Sequence[Statement]
    withdrawn: Mapping[str, str]
    wanted: Span | None = None


def draw_report(console: Console, report: Report, entry: ReportEntry, shown: Shown) -> None:
    """Head, then block by block the text and the statements in it; with a place asked for only the blocks around it, its words reversed."""
    from rich.text import Text

    console.print(Text(report.title or report.name, style="bold"))
    head = [report.name, report.outlet or "outlet not known", date_words(entry.date.published), f"date {entry.date.basis}"]
    console.print(Text(" · ".join(head), style="dim"))
    if entry.date.basis == "inferred":
        console.print(Text(entry.date.reason, style="dim"))
    if entry.date.likely is not None:
        console.print(Text(f"likely {date_words(entry.date.likely)}, not used: {entry.date.likely_reason}", style="dim"))
    legend = Text()
    for layer, colour in COLOURS.items():
        legend.append(f"{layer} ", style=colour)
    console.print(legend)
    page = None
    for block in report.blocks or (Block(Span(0, len(report.text)), "paragraph"),):
        if shown.wanted is None or block.span.overlaps(shown.wanted):
            console.print()
            if report.pages and page != report.pages_of(block.span):
                page = report.pages_of(block.span)
                console.print(Text(f"— {page} —", style="dim"))
            inside = [s for s in shown.found if block.span.start <= s.span.start < block.span.end]
            draw_block(console, report, block, replace(shown, found=inside))


def draw_block(console: Console, report: Report, block: Block, shown: Shown) -> None:
    """One block and a line for each of its statements."""
    from rich.padding import Padding
    from rich.text import Text

    quiet, inside = block.kind in QUIET_BLOCKS, shown.found
    text = marked_text(report, block.span, inside)
    if quiet:
        text.stylize("dim")
        text.append(f"  [{block.kind}]", style="dim")
    elif block.kind == "title":
        text.stylize("bold")
    for statement in inside:
        if statement.id in shown.withdrawn:
            text.stylize("strike", *shifted(statement.span, block.span, inside))
    if shown.wanted is not None:
        text.stylize("reverse", *shifted(shown.wanted, block.span, inside))
    console.print(text)
    for statement in inside:
        if statement.layer != "attributions":
            words = Text.assemble((f"⟨{statement.local}⟩ ", COLOURS[statement.layer]), statement_words(statement))
            if statement.id in shown.withdrawn:
                words.append(f"  {shown.withdrawn[statement.id]}", style="bold")
            console.print(Padding(words, (0, 0, 0, 2)))


def ends_of(inside: Sequence[Statement]) -> list[tuple[int, Statement]]:
    """Where a mark stands for each statement: at the end of its words, inner ones first."""
    return sorted(((s.span.end, s) for s in inside), key=lambda x: (x[0], -x[1].span.start, x[1].local))


def marked_text(report: Report, span: Span, inside: Sequence[Statement]) -> Text:
    """The words of a block, each statement's in the colour of its layer and closed by ⟨its id⟩."""
    from rich.text import Text

    text, at = Text(), span.start
    for end, statement in ends_of(inside):
        end = min(end, span.end)
        if end > at:
            text.append(report.text[at:end])
            at = end
        text.append(f"⟨{statement.local}⟩", style=COLOURS[statement.layer])
    text.append(report.text[at : span.end].rstrip())
    for statement in sorted(inside, key=lambda s: s.span.start - s.span.end):
        if statement.layer != "attributions":
            text.stylize(COLOURS[statement.layer], *shifted(statement.span, span, inside))
    return text


def shifted(span: Span, block: Span, inside: Sequence[Statement]) -> tuple[int, int]:
    """Where *span* lies in the block's text once the marks are put in."""
    marks = [(end, len(s.local) + 2) for end, s in ends_of(inside)]
    start = max(span.start, block.start)
    end = min(span.end, block.end)
    return (
        start - block.start + sum(n for at, n in marks if at <= start), end - block.start + sum(n for at, n in marks if at < end),
    )


def statement_words(statement: Statement) -> str:
    """One line about a statement: what, when, by whom, its id."""
    from onrecord.record.rows import kind_of

    parts = [statement.layer.rstrip("s") if statement.layer != "status" else "status", kind_of(statement).replace("_", " ")]
    if statement.date is not None:
        parts.append(date_words(statement.date))
    parts.append(by_words(statement))
    return " · ".join(parts) + f"  {statement.id[:8]}"
