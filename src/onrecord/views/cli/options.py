"""Options that several commands share; the same name means the same everywhere."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer

RECORD_HELP = "The record's file."
DEFAULT_RECORD = Path("record.db")

RecordPath = Annotated[Path, typer.Option("--record", envvar="ONRECORD_RECORD", help=RECORD_HELP, metavar="FILE", rich_help_panel="Record")]
AsOf = Annotated[
    str | None, typer.Option("--as-of", metavar="DATE", help="The record as it could be known on this day.", rich_help_panel="Record")
]
Json = Annotated[bool, typer.Option("--json", help="JSON on stdout, nothing else.", rich_help_panel="Output")]
Party = Annotated[str | None, typer.Option("--party", metavar="NAME", help="Only what names this party, person or side.", rich_help_panel="Filters")]
Since = Annotated[str | None, typer.Option("--since", metavar="DATE", help="Nothing wholly before this day.", rich_help_panel="Filters")]
Until = Annotated[str | None, typer.Option("--until", metavar="DATE", help="Nothing wholly after this day.", rich_help_panel="Filters")]
Outlet = Annotated[str | None, typer.Option("--outlet", metavar="NAME", help="Only what reports of this outlet say.", rich_help_panel="Filters")]
By = Annotated[str | None, typer.Option("--by", metavar="SOURCE", help="Only what this source is said to have said.", rich_help_panel="Filters")]
InReport = Annotated[str | None, typer.Option("--report", metavar="NAME", help="Only what this report says.", rich_help_panel="Filters")]
Talks = Annotated[
    str | None, typer.Option("--negotiation", metavar="NAME", help="Only this negotiation (id or part of its name).", rich_help_panel="Filters")
]


def day(value: str | None, option: str) -> dt.date | None:
    """The day that a person gave, or None; a year or month means its first day. Exit status 2 for anything else."""
    if value is None:
        return None
    parts = value.split("-")
    padded = "-".join(parts + ["01"] * (3 - len(parts)))
    try:
        return dt.date.fromisoformat(padded)
    except ValueError as error:
        raise typer.BadParameter(f"{value!r} is no day; give it as 2024-03-02", param_hint=option) from error


def last_day(value: str | None, option: str) -> dt.date | None:
    """The same for an end: a year or month means its last day."""
    first = day(value, option)
    if first is None or value is None:
        return None
    length = len(value.split("-"))
    if length == 1:
        return dt.date(first.year, 12, 31)
    if length == 2:
        return (first.replace(day=28) + dt.timedelta(days=4)).replace(day=1) - dt.timedelta(days=1)
    return first
