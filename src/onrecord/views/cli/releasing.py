"""`release`: what the record says, frozen under a name, and how two such states differ."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from onrecord.errors import InputError
from onrecord.views.cli.console import give_json, out, say
from onrecord.views.cli.opening import now, open_view
from onrecord.views.cli.options import DEFAULT_RECORD, Json, RecordPath

if TYPE_CHECKING:
    from onrecord.record import Record
    from onrecord.record.release_diff import Difference
    from onrecord.types import Frozen, Release

NOW = "now"
"""What stands for the record as it is."""
FREEZE = "freeze"


class Named(TyperGroup):
    """`release NAME` is `release freeze NAME`."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Puts the command in where a name stands first."""
        if args and args[0] not in self.commands and args[0] not in ("-h", "--help"):
            args = [FREEZE, *args]
        return super().parse_args(ctx, args)


Name = Annotated[str, typer.Argument(metavar="NAME", help="The release, as `onrecord release list` names it.")]
Kind = Annotated[str | None, typer.Option("--kind", metavar="KIND", help="Only rows of this kind: statement, event, ledger, position …")]
Most = Annotated[int, typer.Option("--most", metavar="N", min=1, help="Lines of each kind before the rest is counted; --json has all.")]

releasing = typer.Typer(
    cls=Named, no_args_is_help=True, help="`onrecord release NAME` freezes what the record says under a name; list, show and compare what was frozen.",
)


def register(app: typer.Typer) -> None:
    """Puts the group on *app*."""
    releasing.command(FREEZE, epilog="Example: onrecord release 2024-q1 --note 'as handed in'")(freeze)
    releasing.command("list", epilog="Example: onrecord release list --json")(list_all)
    releasing.command("show", epilog="Example: onrecord release show 2024-q1 --kind event")(show)
    releasing.command("diff", epilog="Example: onrecord release diff 2024-q1 now")(diff)
    app.add_typer(releasing, name="release")


def freeze(
    name: Annotated[str, typer.Argument(metavar="NAME", help="What the release shall be called.")],
    note: Annotated[str, typer.Option("--note", metavar="WORDS", help="What to know of it; it is kept.")] = "",
    record: RecordPath = DEFAULT_RECORD, json: Json = False,
) -> None:
    """Freeze what the record says now; the rows and their ids are kept, whatever is added, judged or read anew later."""
    from onrecord.record import open_record
    from onrecord.record.releases import freeze as keep

    if name in (*releasing_names(), NOW) or not name.strip():
        raise InputError(f"{name!r} cannot be the name of a release, as it has a meaning in `onrecord release`; give another")
    open_view(record).close()
    with open_record(record, write=True) as opened:
        made = keep(opened, release_now(name, note))
    if json:
        give_json(told(made.release, {kind: len(rows) for kind, rows in made.rows.items()}))
    else:
        rows = sum(len(rows) for rows in made.rows.values())
        say(f"{name} is frozen: {rows} rows of {len(made.rows['report'])} reports; `onrecord release diff {name} now` tells later what changed")


def releasing_names() -> tuple[str, ...]:
    """The group's own commands."""
    return tuple(str(c.name) for c in releasing.registered_commands)


def release_now(name: str, note: str = "") -> Release:
    """A release made at this moment by this program."""
    from onrecord.types import Release
    from onrecord.versions import reconciler

    return Release(name, now(), reconciler(), note)


def told(release: Release, counts: dict[str, int]) -> dict[str, Any]:
    """A release as JSON."""
    from onrecord.views.export.values import jsonable

    return {**jsonable(release), "rows": counts}


def list_all(record: RecordPath = DEFAULT_RECORD, json: Json = False) -> None:
    """All releases, the oldest first."""
    from onrecord.record.releases import counts, releases
    from onrecord.views.brief import Line, Section
    from onrecord.views.cli.draw import draw_section

    with open_view(record) as opened:
        found = [(r, counts(opened, r.name)) for r in releases(opened)]
    if json:
        give_json({"releases": [told(r, rows) for r, rows in found]})
        return
    lines = []
    for release, rows in found:
        marks = [m for m in (f"{rows.get('report', 0)} reports, {rows.get('statement', 0)} statements", release.note, release.program, release.hash[:12]) if m]
        lines.append(Line(release.name, release.made_at[:10], tuple(marks)))
    draw_section(out(), Section("releases", "Releases", tuple(lines), note="" if lines else "None yet; `onrecord release NAME` freezes what the record says."))


def show(name: Name, kind: Kind = None, record: RecordPath = DEFAULT_RECORD, most: Most = 20, json: Json = False) -> None:
    """What a release holds, row by row with ids; its hash is checked."""
    from onrecord.record.releases import frozen
    from onrecord.views.brief import Line, Section
    from onrecord.views.cli.draw import draw_section
    from onrecord.views.export.values import jsonable

    with open_view(record) as opened:
        found = frozen(opened, name)
    rows = of_kind(found, kind)
    if json:
        give_json({"release": jsonable(found.release), "rows": jsonable(rows)})
        return
    release = found.release
    out().print(f"{release.name}, frozen {release.made_at}, {release.program}" + (f": {release.note}" if release.note else ""))
    for one, of in rows.items():
        lines = tuple(Line(r.title, r.id[:8]) for r in of[:most])
        more = f"… {len(of) - most} more; --most or --json shows them" if len(of) > most else ""
        if of:
            draw_section(out(), Section(one, f"{one} ({len(of)})", lines, note=more))


def of_kind(frozen: Frozen, kind: str | None) -> dict[str, Any]:
    """The rows of one kind, or all; InputError for a kind that there is not."""
    if kind is None:
        return dict(frozen.rows)
    if kind not in frozen.rows:
        raise InputError(f"{kind!r}: no kind of row; there are {', '.join(sorted(frozen.rows))}")
    return {kind: frozen.rows[kind]}


def diff(
    first: Annotated[str, typer.Argument(metavar="A", help="The earlier release …")],
    second: Annotated[str, typer.Argument(metavar="B", help="… beside the later one; `now` is the record as it is.")] = NOW,
    kind: Kind = None, record: RecordPath = DEFAULT_RECORD, most: Most = 20, json: Json = False,
) -> None:
    """Rows added, changed and removed between two releases, each with its reports and the reason."""
    with open_view(record) as opened:
        found = compared(opened, first, second)
    if kind is not None and kind not in found.unchanged:
        raise InputError(f"{kind!r}: no kind of row; there are {', '.join(sorted(found.unchanged))}")
    if json:
        give_json(difference_json(found, kind))
    else:
        draw_difference(found, (first, second), kind, most)


def compared(record: Record, first: str, second: str) -> Difference:
    """How two releases differ; InputError where the second was frozen before the first."""
    from onrecord.record.release_diff import difference
    from onrecord.record.release_reasons import decided
    from onrecord.record.releases import frozen, state

    before = frozen(record, first)
    after = state(record, release_now(NOW)) if second == NOW else frozen(record, second)
    if before.release.made_at > after.release.made_at:
        raise InputError(f"{first} was frozen after {second}; write `onrecord release diff {second} {first}`")
    return difference(before, after, decided(record, before.release.judged, after.release.judged))


def difference_json(found: Difference, kind: str | None) -> dict[str, Any]:
    """All changes as data."""
    from onrecord.record.release_diff import counted
    from onrecord.views.export.values import jsonable

    changes = [c for c in found.changes if kind in (None, c.kind)]
    return {"counts": counted(changes), "unchanged": {k: n for k, n in found.unchanged.items() if kind in (None, k)}, "changes": jsonable(changes)}


def draw_difference(found: Difference, names: tuple[str, str], kind: str | None, most: int) -> None:
    """A section a kind, each change with what became of it and why."""
    from onrecord.record.release_diff import counted
    from onrecord.views.brief import Line, Section
    from onrecord.views.cli.draw import draw_section

    counts = counted(found.changes)
    for one, alike in found.unchanged.items():
        if kind not in (None, one) or one not in counts:
            continue
        of = [c for c in found.changes if c.kind == one]
        lines = []
        for change in of[:most]:
            became = [f"{name}: {before} → {after}" for name, before, after in change.fields[:2] if len(before) + len(after) < 100]
            lines.append(Line(change.title, change.what, (*became, *change.reasons, change.id[:8])))
        more = f" … {len(of) - most} more; --most or --json shows them." if len(of) > most else ""
        told_of = ", ".join(f"{n} {what}" for what, n in counts[one].items() if n)
        draw_section(out(), Section(one, f"{one}: {told_of}", tuple(lines), note=f"{alike} unchanged, each under the id that it had.{more}"))
    if not counts:
        out().print(f"Nothing differs between {names[0]} and {names[1]}.")
