"""`diff`, and how `add` ends: what is otherwise than before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from onrecord.views.cli.console import give_json, out
from onrecord.views.cli.opening import open_view
from onrecord.views.cli.options import DEFAULT_RECORD, Json, RecordPath, last_day

if TYPE_CHECKING:
    from onrecord.record import Record
    from onrecord.types.changes import Changes

First = Annotated[str, typer.Argument(metavar="DATE1", help="What was known by the end of this day …")]
Second = Annotated[str, typer.Argument(metavar="DATE2", help="… beside what was known by the end of this one.")]
Most = Annotated[int, typer.Option("--most", metavar="N", min=1, help="Lines before the rest is counted.")]


def register(app: typer.Typer) -> None:
    """Puts the command on *app*."""
    app.command("diff", epilog="Example: onrecord diff 2024-02-24 2024-03-02")(diff)


def diff(first: First, second: Second, record: RecordPath = DEFAULT_RECORD, most: Most = 20, json: Json = False) -> None:
    """What changed between two days, as it could be known on each: most telling first, copies folded."""
    one, two = last_day(first, "DATE1"), last_day(second, "DATE2")
    assert one is not None and two is not None
    if one >= two:
        raise typer.BadParameter(f"{first} is not before {second}; give the earlier day first", param_hint="DATE1")
    from onrecord.desk.changing import between

    with open_view(record) as opened:
        changes, later = between(opened, one, two)
    with later:
        if json:
            give_json(changes_json(later, changes))
        else:
            draw_changes(later, changes, title=f"What changed from {one} to {two}", most=most)


def draw_changes(record: Record, changes: Changes, *, title: str, most: int) -> None:
    """The lines on a terminal, with the words."""
    from onrecord.record import queries
    from onrecord.views.brief.changes import changes_section, shown
    from onrecord.views.cli.draw import BRIEF, draw_section

    snapshot = queries.snapshot_holding(record, shown(changes, most))
    draw_section(out(), changes_section(snapshot, changes, title=title, most=most), style=BRIEF)


def changes_json(record: Record, changes: Changes) -> dict[str, Any]:
    """All changes as data, each with its words and their places."""
    from onrecord.record import queries
    from onrecord.views.brief.page import cites
    from onrecord.views.export.values import jsonable

    every = (*changes.lines, *changes.confirmed)
    snapshot = queries.snapshot_holding(record, (s for c in every for s in c.statements))
    lines = [jsonable(c) | {"words": jsonable(cites(snapshot, c.statements, len(c.statements)))} for c in every]
    count = len(changes.lines)
    return {"changes": lines[:count], "confirmed": lines[count:], "repeats": [{"report": r, "repeats": o} for r, o in changes.repeats]}

