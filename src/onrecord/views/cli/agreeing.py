"""`agreement`: an agreement of the parties that a person types in, kept with who and when, taken back by an undo."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from onrecord.errors import InputError
from onrecord.views.cli.coding import Coders, Layers, measure
from onrecord.views.cli.console import complain, give_json, out, say
from onrecord.views.cli.opening import now, open_view
from onrecord.views.cli.options import DEFAULT_RECORD, AsOf, Json, RecordPath, last_day

if TYPE_CHECKING:
    from onrecord.record import Record
    from onrecord.types import Agreement

Name = Annotated[str, typer.Argument(metavar="ID", help="Beginning of the id of an agreement, or its whole name.")]
Who = Annotated[str | None, typer.Option("--who", metavar="NAME", envvar="ONRECORD_WHO", help="Who types it in; your user name when not given.")]
Why = Annotated[str, typer.Option("--why", metavar="WORDS", help="Where the terms come from, or why they go; it is kept.")]

agreeing = typer.Typer(invoke_without_command=True)


def register(app: typer.Typer) -> None:
    """Puts the group on *app*."""
    agreeing.callback(epilog="Example: onrecord agreement show 15be29")(agreement)
    agreeing.command("add", epilog="Example: onrecord agreement add terms.toml --why 'text handed out at the ministry'")(add)
    agreeing.command("list", epilog="Example: onrecord agreement list --json")(list_all)
    agreeing.command("show", epilog="Example: onrecord agreement show 15be29")(show)
    agreeing.command("remove", epilog="Example: onrecord agreement remove 15be29 --why 'another text was signed'")(remove)
    app.add_typer(agreeing, name="agreement")


def agreement(
    context: typer.Context, coders: Coders = None, layer: Layers = None, record: RecordPath = DEFAULT_RECORD, as_of: AsOf = None, json: Json = False,
) -> None:
    """Agreements of the parties: put one on record, list, show, take back. Without a command it is the former name of `onrecord reliability`."""
    if context.invoked_subcommand is None:
        complain("how far coders agree is told by `onrecord reliability` now; this name for it still works")
        measure(record, coders, layer, as_of, as_json=json)
    elif coders is not None or layer or as_of is not None or json:
        raise InputError(f"put the options behind `onrecord agreement {context.invoked_subcommand}`; --coders and --layer are of `onrecord reliability`")


def add(
    file: Annotated[Path, typer.Argument(metavar="TERMS.toml", help="The terms, as docs/reference/formats.md tells.")],
    why: Why = "", who: Who = None, record: RecordPath = DEFAULT_RECORD, json: Json = False,
) -> None:
    """Put an agreement on record that no report gives whole; the reports stay as they are."""
    import datetime as dt

    from onrecord.reconcile.agreements.typed import LAYER, agreement_of
    from onrecord.record.codec import to_json
    from onrecord.types import Judgement

    made = agreement_of(loaded(file))
    judgement = Judgement("", "add", made.id, "", dt.datetime.fromisoformat(now()), why, layer=LAYER, value=to_json(made))
    kept = decided(record, judgement, who, twice=made.id)
    found = one(record, made.id)
    if json:
        give_json({"agreement": with_days(found), "judgement": kept})
    else:
        say(f"{found.name} is on record as {found.id[:8]}, {len(found.schedule)} days; `onrecord agreement show {found.id[:8]}` shows them")


def loaded(file: Path) -> dict[str, Any]:
    """The fields of a TOML file; InputError with the line where it is none."""
    import tomllib

    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{file}: cannot be read as text ({error}); give the path of a TOML file") from error
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"{file}: no TOML ({error}); docs/reference/formats.md has an example to start from") from error


def decided(path: Path, judgement: Any, who: str | None, *, twice: str | None = None) -> str:
    """Writes a judgement and reconciles; the id of what was written. InputError where the agreement is there already."""
    import getpass
    from dataclasses import replace

    from onrecord.pipeline import settle
    from onrecord.record import open_record, queries
    from onrecord.record.judgements import append

    open_record(path).close()
    with open_record(path, write=True) as opened:
        if twice is not None and any(a.id == twice for a in queries.agreements(opened)):
            raise InputError(f"this agreement is on record already as {twice[:8]}; change its name or terms to add another")
        made = append(opened, replace(judgement, who=who or getpass.getuser()))
        settle(opened)
    return made.id


def one(path: Path, name: str) -> Agreement:
    """The agreement with this beginning of an id or this name."""
    with open_view(path) as opened:
        return found_in(opened, name)


def found_in(record: Record, name: str) -> Agreement:
    """The same in an open record; InputError for none or several."""
    from onrecord.record import queries

    found = [a for a in queries.agreements(record) if a.name == name or (name and a.id.startswith(name))]
    if len(found) != 1:
        what = "no agreement" if not found else f"{len(found)} agreements"
        raise InputError(f"{record.path}: {what} with an id that begins with {name!r}, or of that name; `onrecord agreement list` has them")
    return found[0]


def with_days(agreement: Agreement) -> Any:
    """An agreement as JSON."""
    from onrecord.views.export.values import jsonable

    return jsonable(agreement)


def list_all(record: RecordPath = DEFAULT_RECORD, as_of: AsOf = None, json: Json = False) -> None:
    """Every agreement by name, those put together from reports and those typed in."""
    from onrecord.record import queries
    from onrecord.views.brief import Section
    from onrecord.views.brief.texts import head_line
    from onrecord.views.cli.draw import draw_section

    with open_view(record, last_day(as_of, "--as-of")) as opened:
        found = queries.agreements(opened)
    if json:
        give_json({"agreements": [with_days(a) for a in found]})
        return
    lines = tuple(head_line(a) for a in found)
    none = "None is on record; `onrecord agreement add terms.toml` types one in."
    draw_section(out(), Section("agreements", "Agreements", lines, note="" if lines else none))


def show(name: Name, record: RecordPath = DEFAULT_RECORD, as_of: AsOf = None, json: Json = False) -> None:
    """One agreement: its terms, what was due and told on each day, and what is due next."""
    from onrecord.record import queries
    from onrecord.types import Derived
    from onrecord.views.brief.texts import agreement_lines
    from onrecord.views.cli.draw import draw_lines
    from onrecord.views.export.values import with_words

    with open_view(record, last_day(as_of, "--as-of")) as opened:
        found = found_in(opened, name)
        snapshot = queries.snapshot_of(opened, Derived(agreements=(found,)))
        if json:
            give_json(with_words(snapshot, "agreement", found))
        else:
            draw_lines(out(), agreement_lines(snapshot, found))


def remove(name: Name, why: Why = "", who: Who = None, record: RecordPath = DEFAULT_RECORD, json: Json = False) -> None:
    """Take back an agreement that was typed in; that it was, and who took it back, stays on record."""
    import datetime as dt

    from onrecord.reconcile.judged import standing
    from onrecord.record import open_record
    from onrecord.record.judgements import judgements
    from onrecord.types import Judgement

    found = one(record, name)
    if found.typed_by is None:
        seen = f"{found.name}: put together from reports, not typed in"
        raise InputError(f"{seen}; `onrecord judge reject` leaves out the statements that it rests on (`onrecord agreement show {found.id[:8]}`)")
    with open_record(record) as opened:
        typed = next(j for j in standing(judgements(opened)) if j.action == "add" and j.target == found.id)
    kept = decided(record, Judgement("", "undo", typed.id, "", dt.datetime.fromisoformat(now()), why, layer="judgement"), who)
    if json:
        give_json({"removed": found.id, "judgement": kept})
    else:
        say(f"{found.name} is taken back; `onrecord judge undo {kept[:8]}` puts it on record again")
