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
DATE_WIDTH = 14
INDENT = 2
GAP = 2
LONG_MARK = 90
"""Characters of a mark that are shown where lines are many."""
ID = 8
"""Digits of an id that are shown."""
LEAST = 18
"""Characters of a quotation that are shown at least."""


@dataclass(frozen=True, slots=True)
class Style:
    """How much is shown: *most* places a line, whether words and marks are cut to what fits on one line, the ids for `onrecord show`, the words."""

    most: int | None = None
    cut: bool = False
    ids: bool = True
    words: bool = True


WHOLE = Style()
BRIEF = Style(most=1, cut=True, ids=False)
PLACES = Style(most=1, cut=True, ids=False, words=False)


def draw_brief(console: Console, brief: Brief, *, words: bool) -> None:
    """All sections of a brief; without *words* each line ends in the place of its words alone."""
    from rich.text import Text

    console.print(Text(brief.title, style="bold"))
    if brief.subtitle:
        console.print(Text(brief.subtitle, style=MARKS))
    for section in brief.sections:
        console.print()
        draw_section(console, section, style=BRIEF if words else PLACES)
    if console.is_terminal and not words:
        hint = "Each line ends in the place of its words: `onrecord report PLACE` shows them in their report, `onrecord brief --words` all."
        console.print(Text("\n" + hint, style=MARKS))


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
    """One line: its date in a column of its own, then what is said, who says so, and the words with their place."""
    from rich.table import Table
    from rich.text import Text

    if not width:
        draw_entry(console, line, style)
        return
    grid = Table.grid(padding=(0, GAP, 0, 0), expand=False)
    grid.add_column(width=width, style=DATE)
    if line.level:
        grid.add_column(width=max(INDENT * line.level - GAP, 0))
    grid.add_column(overflow="fold")
    room = console.width - width - GAP - INDENT * line.level
    grid.add_row(Text(line.date), *([Text("")] if line.level else []), body(line, room, style))
    console.print(grid)


def draw_entry(console: Console, line: Line, style: Style) -> None:
    """A line of a list without dates: what it is about stands out, all else hangs beneath it."""
    from dataclasses import replace

    from rich.padding import Padding
    from rich.text import Text

    if not style.words:
        console.print(Padding(body(line, console.width, style), (0, 0, 0, INDENT * line.level), expand=False))
        return
    head = Text(line.text, style="" if line.level else HEAD)
    marks = " · ".join(marks_of(line, style))
    margin = INDENT * line.level
    fits = len(line.text) + len(marks) + GAP <= console.width - margin
    if marks and fits:
        head.append("  ").append(marks, style=MARKS + " not bold")
    console.print(Padding(head, (0, 0, 0, margin), expand=False))
    if line.cites or (marks and not fits):
        rest = body(replace(line, text="" if fits else marks, marks=(), link=None), console.width - INDENT - margin, style)
        if not fits:
            rest.stylize(MARKS, 0, len(marks))
        if rest.plain.startswith("\n"):
            rest = rest[1:]
        console.print(Padding(rest, (0, 0, 0, margin + INDENT), expand=False))


def marks_of(line: Line, style: Style) -> list[str]:
    """What qualifies a line, with the beginning of the id that `onrecord show` takes."""
    marks = [cut(m, LONG_MARK) if style.cut else m for m in line.marks]
    return [*marks, line.link[:ID]] if style.ids and line.link else marks


def body(line: Line, room: int, style: Style) -> Text:
    """What is said, marks behind it where they fit and below it where not, then the words; *room* is in columns."""
    from rich.text import Text

    text = Text(line.text, style=HEAD if not (line.level or line.date or line.cites or line.marks) else "")
    marks = " · ".join(marks_of(line, style))
    if marks:
        text.append("  " if len(line.text) + len(marks) + 2 <= room or not style.words else "\n").append(marks, style=MARKS)
    shown = line.cites if style.most is None else line.cites[: style.most]
    more = f"  +{len(line.cites) - len(shown)}" if len(line.cites) > len(shown) else ""
    if not style.words:
        return text.append("".join(f"  {place.place}" for place in shown) + more.replace("  +", " +"), style=PLACE)
    for place in shown:
        text.append("\n")
        text.append_text(cited(place, room - len(more) if style.cut else None))
    return text.append(more, style=PLACE)


def cited(place: Cite, room: int | None = None) -> Text:
    """“The words” and `name:start-end`, with the printed page; cut to one line of *room* columns, never below a few words."""
    from rich.text import Text

    words = " ".join(place.quote.split())
    where = f"{place.place} {place.pages}".rstrip()
    if room is not None:
        words = cut(words, max(room - len(where) - 4, LEAST))
    return Text.assemble((f"“{words}”", QUOTE), ("  " + where, PLACE))


def cut(words: str, length: int) -> str:
    """The first *length* characters of *words*, up to a whole word, with a sign that more follows."""
    if len(words) <= length:
        return words
    return words[: length - 1].rsplit(" ", 1)[0].rstrip(",;:") + " …"
