"""`dossier`: the evidence for one thing, in a folder that can be checked without this program."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from onrecord.errors import InputError
from onrecord.views.cli.console import complain, give_json, out, say
from onrecord.views.cli.opening import now, open_view
from onrecord.views.cli.options import DEFAULT_RECORD, Json, RecordPath

Checked = Annotated[Path | None, typer.Option("--check", metavar="DIR", help="Check a dossier that was made before, instead of making one.")]


def register(app: typer.Typer) -> None:
    """Puts the command on *app*."""
    app.command("dossier", epilog="Examples: onrecord dossier 9e6bff evidence/    onrecord dossier --check evidence/")(dossier)


def dossier(
    target: Annotated[str | None, typer.Argument(metavar="ID", help="Beginning of the id of a statement, event, ledger, position …")] = None,
    folder: Annotated[Path | None, typer.Argument(metavar="DIR", help="The folder to make.")] = None,
    check: Checked = None, record: RecordPath = DEFAULT_RECORD, json: Json = False,
) -> None:
    """Write the evidence for one thing into a folder: originals, texts, places, chains, decisions, hashes, and how to check them by hand."""
    if check is not None:
        checked(check, as_json=json)
        return
    if target is None or folder is None:
        raise InputError("give the id of something and the folder for its evidence, or --check DIR; `onrecord search WORDS` and --json give ids")
    from onrecord.record import queries
    from onrecord.views.cli.single import value_of
    from onrecord.views.export.dossier.writing import Subject, write_dossier

    with open_view(record) as opened:
        kind, identity = queries.lookup(opened, target)
        digest = write_dossier(opened, Subject(kind, identity, value_of(opened, kind, identity)), folder, when=now())
    if json:
        give_json({"kind": kind, "id": identity, "folder": str(folder), "sha256_of_sums": digest})
    else:
        say(f"evidence for {kind} {identity[:12]} written to {folder}; its README.txt says how to check it")
        out().print(f"SHA-256 of SHA256SUMS: {digest}")


def checked(folder: Path, *, as_json: bool) -> None:
    """Tells what of a dossier is not as it was written; exit status 1 where something is."""
    from onrecord.views.export.dossier import check_dossier

    found = check_dossier(folder)
    if as_json:
        give_json({"whole": not found, "findings": list(found)})
    else:
        for seen in found:
            complain(seen)
        out().print(f"{folder}: {'whole' if not found else f'{len(found)} findings'}")
    if found:
        raise typer.Exit(1)
