"""Sections and lines on a terminal: what is said, who says so, and the words it rests on with their place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.views.brief import Brief, Cite, Line, Section

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

HEAD = "bold"
DATE = "cyan"
MARKS = "dim"
QUOTE = "italic"
PLACE = "dim"
DATE_WIDTH = 20
INDENT = 2
SHORT = 88
"""Characters of a quotation that are shown where lines are many."""


@dataclass(frozen=True, slots=True)
class Style:
    """How much of the words is shown: *most* places a line, each cut to *length* characters (None: whole)."""

    most: int | None = None
    length: int | None = None


WHOLE = Style()
BRIEF = Style(most=1, length=SHORT)


def draw_brief(console: Console, brief: Brief) -> None:
    """All sections of a brief."""
    from rich.text import Text

    console.print(Text(brief.title, style="bold"))
    if brief.subtitle:
        console.print(Text(brief.subtitle, style=MARKS))
    for section in brief.sections:
        console.print()
        draw_section(console, section, style=BRIEF)


def draw_section(console: Console, section: Section, *, style: Style = WHOLE) -> None:
    """A heading with a rule, the lines, and what must not be concluded."""
    from rich.rule import Rule
    from rich.text import Text

    console.print(Rule(Text(section.title, style=HEAD), align="left", style=MARKS, characters="─"))
    draw_lines(console, section.lines, style=style)
    if section.more:
        console.print(Text(f"… and {section.more} more of less weight", style=MARKS))
    if section.note:
        console.print(Text(section.note, style=MARKS))


def draw_lines(console: Console, lines: Iterable[Line], *, style: Style = WHOLE) -> None:
    """Lines one under another; the dates stand in a column of their own where there are any."""
    lines = list(lines)
    width = min(max((len(line.date) for line in lines), default=0), DATE_WIDTH)
    for line in lines:
        draw_line(console, line, width, style)


def draw_line(console: Console, line: Line, width: int, style: Style) -> None:
    """One line: date, text, marks, then the words and where they stand."""
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

    body = Text(line.text, style="" if line.level or line.date or line.cites else HEAD)
    if line.marks:
        body.append(("\n" if len(line.text) + sum(map(len, line.marks)) > console.width - width - 8 else "  ") + " · ".join(line.marks), style=MARKS)
    shown = line.cites if style.most is None else line.cites[: style.most]
    for place in shown:
        body.append("\n")
        body.append_text(cited(place, style.length))
    if len(line.cites) > len(shown):
        body.append(f"  +{len(line.cites) - len(shown)}", style=PLACE)
    grid = Table.grid(padding=(0, 2, 0, 0), expand=False)
    if width:
        grid.add_column(width=width, style=DATE)
    grid.add_column(overflow="fold")
    grid.add_row(*([Text(line.date), body] if width else [body]))
    console.print(Padding(grid, (0, 0, 0, INDENT * line.level)))


def cited(place: Cite, length: int | None = None) -> Text:
    """“The words” and `name:start-end`."""
    from rich.text import Text

    words = " ".join(place.quote.split())
    if length is not None and len(words) > length:
        words = words[: length - 1].rsplit(" ", 1)[0] + " …"
    return Text.assemble((f"“{words}”", QUOTE), ("  " + place.place, PLACE))
