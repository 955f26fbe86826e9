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
QuotesOnly = Annotated[
    bool, typer.Option("--quotes-only", help="Only the words of statements and the titles, as for licensed texts.", rich_help_panel="Left out")
]
Redact = Annotated[
    str | None, typer.Option("--redact", metavar="NAMES", help="Remove these names everywhere; commas between, or @FILE.", rich_help_panel="Left out")
]
ReleaseOf = Annotated[
    str | None, typer.Option("--release", metavar="NAME", help="What this release froze, as `onrecord release list` names it.", rich_help_panel="Record")
]
CodebookOf = Annotated[
    str | None,
    typer.Option("--codebook", metavar="FILE", help="A TOML file with your variables, or plain, or conflict-data.", rich_help_panel="Output"),
]
LocaleOf = Annotated[
    str,
    typer.Option("--locale", metavar="TAG", help="How site and page write days and numbers: de-DE, en-US, …; plain is 3 Dec 2023.", rich_help_panel="Output"),
]
EXAMPLES = (
    "Examples: onrecord export xlsx record.xlsx    onrecord export csv tables/ --codebook conflict-data    onrecord export json - | jq .events    "
    "onrecord export page record.html --as-of 2025-04-15    onrecord export csv handed-in/ --release 2024-q1"
)


def register(app: typer.Typer) -> None:
    """Puts the command on *app*."""
    app.command("export", epilog=EXAMPLES, no_args_is_help=True)(export_as)


def export_as(
    form: Form, path: Target, record: RecordPath = DEFAULT_RECORD, as_of: AsOf = None, negotiation: Talks = None, force: Force = False,
    quotes_only: QuotesOnly = False, redact: Redact = None, codebook: CodebookOf = None, release: ReleaseOf = None, locale: LocaleOf = "plain",
) -> None:
    """The record for other programs; every format tells whose words each datum is and where they stand.

    What was removed is told on stderr only, as a list of it beside the export would undo it.
    """
    from onrecord.views.export.book import ExportOptions, book_of
    from onrecord.views.export.codebook import load_codebook
    from onrecord.views.export.names import listed
    from onrecord.views.export.placing import Place, export_book

    options = ExportOptions(
        negotiation=negotiation, release=release, quotes_only=quotes_only, redact=listed(redact) if redact is not None else (),
        codebook=load_codebook(codebook) if codebook is not None else None, locale=locale,
    )
    with open_view(record, last_day(as_of, "--as-of")) as opened:
        book = book_of(opened, options)
        written = export_book(book, opened.path, Place(form, path, force))
    for name, count in book.removed:
        say(f"removed {name}: {count} place{'s' * (count != 1)}" + ("" if count else "; it stands nowhere, so check how it is written"))
    if book.left:
        say(f"not asked for and still there, of the same persons or bodies: {', '.join(book.left)}")
    for each in written:
        say(f"wrote {each}")
