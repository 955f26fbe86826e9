"""`pack`: what a person knows of a negotiation, told to the record in a file, listed and taken back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from onrecord.views.cli.console import complain_of, give_json, out, progress, say
from onrecord.views.cli.inputs import Config
from onrecord.views.cli.opening import now, open_view
from onrecord.views.cli.options import DEFAULT_RECORD, Json, RecordPath

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.config import Config as Settings
    from onrecord.packing import Packed
    from onrecord.record import Record
    from onrecord.types import KeptPack, Pack, Problem

Files = Annotated[list[Path], typer.Argument(metavar="PACK.toml…", help="Pack files, as docs/reference/packs.md tells.")]
Who = Annotated[str | None, typer.Option("--who", metavar="NAME", envvar="ONRECORD_WHO", help="Who adds it; your user name when not given.")]

packing = typer.Typer(no_args_is_help=True, help="Tell the record who negotiates, who mediates, how they are called; check, list and take back such packs.")


def register(app: typer.Typer) -> None:
    """Puts the group on *app*."""
    packing.command("check", epilog="Example: onrecord pack check talks.toml")(check)
    packing.command("add", epilog="Example: onrecord pack add talks.toml --who 'A. Researcher'")(add)
    packing.command("list", epilog="Example: onrecord pack list --json")(list_all)
    packing.command("remove", epilog="Example: onrecord pack remove 'Harbour talks'")(remove)
    app.add_typer(packing, name="pack")


def check(files: Files, json: Json = False) -> None:
    """Look for mistakes in pack files, each with its line, without a record; exit status 1 where there are any."""
    from onrecord.packing import bytes_of, read_pack
    from onrecord.views.export.values import jsonable

    found = [(file, read_pack(bytes_of(file), str(file))) for file in files]
    problems = [p for _, result in found for p in result.problems]
    if json:
        give_json({"packs": [{"file": str(file), "pack": jsonable(r.pack), "problems": jsonable(r.problems)} for file, r in found]})
    else:
        for problem in problems:
            complain_of(problem)
        for file, result in found:
            out().print(f"{file}: {inside(result.pack) if result.pack else 'no pack'}; {len(result.problems)} mistakes")
    if problems:
        raise typer.Exit(1)


def add(files: Files, who: Who = None, record: RecordPath = DEFAULT_RECORD, config: Config = None, json: Json = False) -> None:
    """Put packs into the record and read the reports again that have a name or word of theirs; one of the same name is replaced."""
    from onrecord.config import load_config
    from onrecord.record import open_record
    from onrecord.views.export.values import jsonable

    with open_record(record, write=True) as opened:
        given = put_in(opened, files, who)
        again = read_again(opened, load_config(config))
    if json:
        give_json({"packs": jsonable([g.pack for g in given]), "problems": jsonable(told(given)), "reread": list(again)})
    else:
        tell(given)
        say(f"{len(again)} reports read again" if again else "no report has anything of it that was not known")
    if not all(g.pack for g in given):
        raise typer.Exit(2)
    if any(p.lost for p in told(given)):
        raise typer.Exit(1)


def put_in(record: Record, files: Sequence[Path], who: str | None) -> list[Packed]:
    """Keeps the packs in *files*; what they say is not read or derived yet."""
    import getpass

    from onrecord.packing import bytes_of, keep_pack

    return [keep_pack(record, bytes_of(file), str(file), when=now(), who=who or getpass.getuser()) for file in files]


def tell(given: Sequence[Packed]) -> None:
    """What became of packs that were given."""
    for problem in told(given):
        complain_of(problem)
    for one in given:
        if one.pack is not None:
            say(f"pack {one.pack.name} {'is in the record' if one.changed else 'was there already'}: {inside(one.pack)}")


def told(given: Sequence[Packed]) -> list[Problem]:
    """The mistakes of packs."""
    return [p for one in given for p in one.problems]


def read_again(record: Record, settings: Settings) -> tuple[str, ...]:
    """Brings reports up to the packs that the record has now, telling how far it is; the names of those read again."""
    from onrecord.desk.telling import brought_up
    from onrecord.pipeline import parser_for

    with progress("reading again") as counting:
        return brought_up(record, parser_for(settings), counting)


def inside(pack: Pack) -> str:
    """What a pack holds, in numbers."""
    counts = [
        (len(pack.of("party")), "parties"), (len(pack.of("mediator")), "mediators"), (len(pack.of("person")), "persons"), (len(pack.offices), "offices"),
        (len(pack.of("place")), "places"), (len(pack.tracks), "tracks"), (len(pack.captives), "words for captives"), (len(pack.outlets), "outlets"),
    ]
    return ", ".join(f"{n} {what}" for n, what in counts if n) or "nothing"


def list_all(record: RecordPath = DEFAULT_RECORD, json: Json = False) -> None:
    """All packs of the record: what they hold, who added them when, the file's hash."""
    from onrecord.packing import packs_of
    from onrecord.record.packs import packs
    from onrecord.views.brief import Line, Section
    from onrecord.views.cli.draw import draw_section

    with open_view(record) as opened:
        kept, read = packs(opened), {p.name: p for p in packs_of(opened)}
    if json:
        give_json({"packs": [row(k) for k in kept]})
        return
    held = {k.name: inside(read[k.name]) if k.name in read else "not read by this version" for k in kept}
    lines = tuple(Line(k.name, k.added_at[:10], (held[k.name], f"added by {k.added_by} from {k.came_from}", k.short)) for k in kept)
    draw_section(out(), Section("packs", "Packs", lines, note="" if lines else "None; `onrecord pack add FILE` puts one in."))


def row(kept: KeptPack) -> dict[str, Any]:
    """A pack as JSON."""
    from onrecord.views.export.values import jsonable

    value: dict[str, Any] = jsonable(kept)
    return value


def remove(
    name: Annotated[str, typer.Argument(metavar="NAME", help="The pack, as `onrecord pack list` names it.")],
    record: RecordPath = DEFAULT_RECORD, config: Config = None, json: Json = False,
) -> None:
    """Take a pack out; the reports that had anything of it are read again, and the record is as if it had never been there."""
    from onrecord.config import load_config
    from onrecord.packing import drop_pack
    from onrecord.record import open_record

    open_record(record).close()
    with open_record(record, write=True) as opened:
        gone = drop_pack(opened, name)
        again = read_again(opened, load_config(config))
    if json:
        give_json({"removed": gone.name, "reread": list(again)})
    else:
        say(f"pack {gone.name} is out of the record; {len(again)} reports read again")
