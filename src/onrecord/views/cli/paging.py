"""`export page`: the record as one HTML file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from onrecord.errors import InputError
from onrecord.views.cli.console import say
from onrecord.views.cli.opening import open_view
from onrecord.views.cli.options import DEFAULT_RECORD, AsOf, RecordPath, last_day


def register(exporting: typer.Typer) -> None:
    """Puts the command among those of `export`."""
    exporting.command("page", epilog="Example: onrecord export page record.html --record demo/record.db")(export_page)


def export_page(
    file: Annotated[Path, typer.Argument(metavar="FILE.html", help="Where to write.")],
    record: RecordPath = DEFAULT_RECORD, as_of: AsOf = None,
    force: Annotated[bool, typer.Option("--force", help="Write over a file that is there.")] = False,
) -> None:
    """The brief, timeline, figures and every report as one page that opens without a server and can be mailed."""
    from onrecord.record import queries
    from onrecord.views.export.page import whole_page

    if file.exists() and not force:
        raise InputError(f"{file}: is there already; give another name, or --force to write over it")
    with open_view(record, last_day(as_of, "--as-of")) as opened:
        page = whole_page(queries.snapshot(opened))
    part = file.with_name(f".{file.name}.part")
    try:
        part.write_text(page, encoding="utf-8")
        part.replace(file)
    except OSError as error:
        raise InputError(f"{file}: cannot be written ({error.strerror}); give another path") from error
    say(f"wrote {file}")
