"""`export`: the record in the forms that other programs take."""

from __future__ import annotations

from typing import Annotated

import typer

from onrecord.views.cli.console import say
from onrecord.views.cli.opening import open_view
from onrecord.views.cli.options import DEFAULT_RECORD, AsOf, RecordPath, Talks, last_day
from onrecord.views.export.formats import FORMATS

Form = Annotated[str, typer.Argument(metavar="FORMAT", help=f"One of: {', '.join(f.name for f in FORMATS)}.")]
Target = Annotated[str, typer.Argument(metavar="PATH", help="The file to write, or the folder for a format of several files; - is standard output.")]
Force = Annotated[bool, typer.Option("--force", help="Replace a file, or a folder that an export made.", rich_help_panel="Output")]
EXAMPLES = "Examples: onrecord export json record.json    onrecord export page record.html --as-of 2025-04-15    onrecord export json - | jq .events"


def register(app: typer.Typer) -> None:
    """Puts the command on *app*."""
    app.command("export", epilog=EXAMPLES, no_args_is_help=True)(export_as)


def export_as(
    form: Form, path: Target, record: RecordPath = DEFAULT_RECORD, as_of: AsOf = None, negotiation: Talks = None, force: Force = False,
) -> None:
    """The record for other programs; every format tells whose words each datum is and where they stand."""
    from onrecord.views.export import ExportOptions, export

    options = ExportOptions(negotiation=negotiation, force=force)
    with open_view(record, last_day(as_of, "--as-of")) as opened:
        for written in export(opened, form, path, options):
            say(f"wrote {written}")
