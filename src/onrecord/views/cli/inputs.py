"""Options of the commands that read reports: what a person says about them, and what the settings say."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.errors import InputError
from onrecord.views.cli.opening import now

if TYPE_CHECKING:
    from onrecord.config import Config as Settings
    from onrecord.pipeline import Fetch, ReadOptions

INPUT_HELP = "Files, folders, archives, patterns, or - for standard input; content decides the form."
Inputs = Annotated[list[str], typer.Argument(metavar="PATH…", help=INPUT_HELP)]
MaybeInputs = Annotated[list[str] | None, typer.Argument(metavar="PATH…", help=INPUT_HELP)]
TRACKER_HELP = "Your own tracker (CSV, .xlsx): each row is a report that is yours, and no origin."
Trackers = Annotated[list[str] | None, typer.Option("--tracker", metavar="FILE", help=TRACKER_HELP)]
Published = Annotated[str | None, typer.Option("--published", metavar="DATE", help="Day of publication of reports that do not give their own.")]
OutletOf = Annotated[str | None, typer.Option("--outlet", metavar="NAME", help="Who published reports that do not say so themselves.")]
Config = Annotated[Path | None, typer.Option("--config", envvar="ONRECORD_CONFIG", metavar="FILE", help="Settings (TOML).")]
MAP_HELP = "Which column or key of JSON and CSV holds what, as text=body,published=date,outlet=source,url=link; what is not mapped is known by its name."
Mapped = Annotated[str | None, typer.Option("--map", metavar="FIELD=COLUMN,…", help=MAP_HELP)]
FETCH_HELP = "Fetch addresses (http, https) among the PATHs; without it nothing is fetched and the network is never opened."
Fetched = Annotated[bool, typer.Option("--fetch", help=FETCH_HELP)]
PACK_HELP = "A pack: who negotiates and mediates, how they are called (TOML); kept in the record."
PacksGiven = Annotated[list[Path] | None, typer.Option("--pack", metavar="FILE", help=PACK_HELP)]
FIELDS = ("id", "text", "title", "outlet", "url", "published", "language", "date", "source")
"""Fields of a map; `date` is `published` and `source` is `outlet`, as trackers have it."""


def read_options(settings: Settings, *, published: str | None = None, outlet: str | None = None, mapped: str | None = None) -> ReadOptions:
    """How reports are read: by the options of a command, then by the settings."""
    from onrecord.pipeline import ReadOptions

    return ReadOptions(
        published=published, outlet=outlet, max_bytes=settings.max_bytes, today=now()[:10], outlets=tuple(settings.outlets.items()), columns=columns(mapped),
    )


def fetcher(settings: Settings, wanted: bool) -> Fetch | None:
    """How addresses are fetched where a person asks for it; None otherwise."""
    if not wanted:
        return None
    from onrecord.fetching import Fetcher, FetchOptions

    return Fetcher(FetchOptions(max_bytes=settings.max_bytes))


def columns(mapped: str | None) -> tuple[tuple[str, str], ...]:
    """The fields and columns of `--map`; InputError for a field that is not known or a pair that is none."""
    found = []
    for pair in (mapped or "").split(",") if mapped is not None else ():
        field, sign, column = (part.strip() for part in pair.partition("="))
        if not sign or not column or field not in FIELDS:
            raise InputError(f"--map {mapped}: {pair.strip()!r} is no field=column; fields are {', '.join(FIELDS)}")
        found.append((field, column))
    return tuple(found)
