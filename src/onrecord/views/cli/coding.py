"""`codings`, `reliability`, `compare`: what coders found, how far they agree, and where they do not."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from onrecord.errors import InputError
from onrecord.views.cli.auditing import chosen
from onrecord.views.cli.console import complain, give_json, say
from onrecord.views.cli.opening import cite_names, now, open_view
from onrecord.views.cli.options import DEFAULT_RECORD, AsOf, Json, RecordPath, last_day

if TYPE_CHECKING:
    from onrecord.record import Record
    from onrecord.score.coders import Coded, Difference, Reliability

MAP_HELP = "Which column holds what, as report=doc,words=quote,measure=var3; what is not mapped is known by its name."
Table = Annotated[Path, typer.Argument(metavar="FILE.csv", help="One coding a row, as docs/concepts/coders.md tells.")]
By = Annotated[str | None, typer.Option("--by", metavar="NAME", help="Who coded the rows that name no coder.")]
Mapped = Annotated[str | None, typer.Option("--map", metavar="FIELD=COLUMN,…", help=MAP_HELP)]
Apply = Annotated[bool, typer.Option("--apply", help="Also decide: accept what both found alike, edit what the coder found otherwise, add what was missed.")]
Layers = Annotated[list[str] | None, typer.Option("--layer", metavar="LAYER", help="Only this layer; may be given several times.")]
Coders = Annotated[
    str | None, typer.Option("--coders", metavar="NAME,NAME…", help="Who is compared; `program` is what the program read. All human coders when not given.")
]
Coder = Annotated[str, typer.Argument(metavar="CODER", help="A coder; `program` is what the program itself read.")]
MOST_LOST = 10
"""Problems that are told one by one."""

codings = typer.Typer(no_args_is_help=True, help="What human coders found in the reports, kept beside what the program read.")


def register(app: typer.Typer) -> None:
    """Puts the commands of this file on *app*."""
    codings.command("import", epilog="Example: onrecord codings import coder-a.csv --by 'A. Coder' --map report=doc,words=quote")(import_)
    codings.command("list", epilog="Example: onrecord codings list --json")(list_all)
    app.add_typer(codings, name="codings")
    app.command("reliability", epilog="Example: onrecord reliability --coders 'A. Coder,program' --layer figures")(reliability)
    app.command("compare", epilog="Example: onrecord compare 'A. Coder' program --layer figures")(compare)


def import_(
    file: Table, by: By = None, mapped: Mapped = None, apply: Apply = False, record: RecordPath = DEFAULT_RECORD, json: Json = False,
) -> None:
    """Keep a table of codings as judgements of the layer `coding`; they change nothing of the record unless --apply is given."""
    import datetime as dt
    from dataclasses import replace

    from onrecord.desk import coding
    from onrecord.record import open_record
    from onrecord.views.export.values import jsonable

    when = dt.datetime.fromisoformat(now())
    open_record(record).close()
    with open_record(record, write=True) as opened:
        kept = coding.import_table(opened, file, by=by, when=when, mapped=pairs(mapped))
        if apply:
            kept = replace(kept, applied=coding.apply(opened, kept.coders, when=when))
    if json:
        give_json(jsonable(kept))
    else:
        say(f"{file}: {kept.rows} rows of {', '.join(kept.coders) or 'nobody'}; {kept.new} new codings, {kept.known} known, {len(kept.problems)} problems")
        for problem in kept.problems[:MOST_LOST]:
            complain(problem.message)
        if len(kept.problems) > MOST_LOST:
            complain(f"{len(kept.problems) - MOST_LOST} more; `onrecord problems` lists all")
        if kept.applied is not None:
            tell_applied(kept.applied)
    if any(p.kind == "coding_lost" for p in kept.problems):
        raise typer.Exit(1)


def tell_applied(done: Any) -> None:
    """What became of codings as decisions."""
    say(f"applied: {done.accepted} accepted, {done.edited} edited, {done.added} added, {done.known} decided so before")
    for message in done.problems[:MOST_LOST]:
        complain(f"not applied: {message}")


def pairs(mapped: str | None) -> dict[str, str]:
    """The fields and columns of `--map`; InputError for a pair that is none."""
    found = {}
    for pair in mapped.split(",") if mapped is not None else ():
        field, sign, column = (part.strip() for part in pair.partition("="))
        if not sign or not field or not column:
            raise InputError(f"--map {mapped}: {pair.strip()!r} is no field=column; write it as words=quote")
        found[field] = column
    return found


def list_all(record: RecordPath = DEFAULT_RECORD, as_of: AsOf = None, json: Json = False) -> None:
    """Who coded what: codings by layer, and in how many reports."""
    from collections import Counter

    from onrecord.desk import coding

    with open_view(record, last_day(as_of, "--as-of")) as opened:
        names = coding.coder_names(opened)
        found = coding.codings_of(opened, names)
    rows = [
        {
            "coder": name, "reports": len({report for report, _ in found.read[name]}),
            "layers": dict(sorted(Counter(c.layer for c in found.coded if c.coder == name).items())),
        }
        for name in names
    ]
    if json:
        give_json({"coders": rows})
    for row in () if json else rows:
        print(f"{row['coder']}: {row['reports']} reports; " + ", ".join(f"{many} {layer}" for layer, many in row["layers"].items()))  # type: ignore[attr-defined]
    if not rows and not json:
        say("Nobody has coded anything yet; `onrecord codings import FILE.csv --by NAME` keeps a table of codings.")


def reliability(coders: Coders = None, layer: Layers = None, record: RecordPath = DEFAULT_RECORD, as_of: AsOf = None, json: Json = False) -> None:
    """How far coders agree: Krippendorff's alpha by layer and attribute."""
    measure(record, coders, layer, as_of, as_json=json)


def measure(path: Path, coders: str | None, layers: list[str] | None, as_of: str | None, *, as_json: bool) -> None:
    """Alpha of the coders asked for, of all there are where none is: by layer, and by attribute."""
    from onrecord.desk import coding
    from onrecord.score.coders import reliabilities
    from onrecord.views.export.values import jsonable

    with open_view(path, last_day(as_of, "--as-of")) as opened:
        names = tuple(n.strip() for n in coders.split(",")) if coders is not None else everybody(opened)
        if len(set(names)) < 2:
            raise InputError(f"{path}: {', '.join(names) or 'nobody'} alone agrees with nobody; name two coders, or one and {coding.PROGRAM}")
        found = reliabilities(coding.codings_of(opened, names), names, chosen(layers))
    if as_json:
        give_json({"coders": list(names), "lines": jsonable(found)})
        return
    print("\n".join(table(names, found)))


def everybody(record: Record) -> tuple[str, ...]:
    """All human coders; where there is only one, the program beside them. InputError where nobody coded anything."""
    from onrecord.desk import coding

    names = coding.coder_names(record)
    if not names:
        raise InputError(f"{record.path}: nobody has coded anything; `onrecord codings import FILE.csv --by NAME` keeps a table of codings")
    return names if len(names) > 1 else (*names, coding.PROGRAM)


def table(names: tuple[str, ...], found: tuple[Reliability, ...]) -> list[str]:
    """Alpha as a table for a terminal."""
    if not found:
        return [f"{', '.join(names)} read no report for the same layer, so nothing can be compared."]
    head = f"{'layer':13}{'attribute':14}{'units':>6}{'reports':>8}{'same':>6}   alpha"
    rows = [f"{r.layer:13}{r.attribute:14}{r.units:6}{r.reports:8}{shown(r.same):>6}   {with_interval(r)}" for r in found]
    note = f"Coders: {', '.join(names)}. In brackets: 90 % intervals. What alpha says, and what not: docs/concepts/coders.md."
    return [head, *rows, note]


def shown(share: float) -> str:
    """A number between -1 and 1 with two digits and without the zero before the point."""
    return f"{share:.2f}".replace("0.", ".", 1)


def with_interval(line: Reliability) -> str:
    """Alpha with its interval and how values differ."""
    if line.alpha is None or line.low is None or line.high is None:
        return "not told: all values are the same"
    kind = " interval" if line.metric == "interval" else ""
    return f"{shown(line.alpha)} [{shown(line.low)} – {shown(line.high)}]{kind}"


def compare(one: Coder, other: Coder, layer: Layers = None, record: RecordPath = DEFAULT_RECORD, as_of: AsOf = None, json: Json = False) -> None:
    """Where two coders, or a coder and the program, do not say the same: only one of them found something, or their values differ."""
    from onrecord.desk import coding
    from onrecord.record import queries
    from onrecord.score.coders import differences
    from onrecord.views.export.values import jsonable

    with open_view(record, last_day(as_of, "--as-of")) as opened:
        found = differences(coding.codings_of(opened, (one, other)), one, other, chosen(layer))
        texts = {r.id: r.text for r in queries.all_reports(opened, {d.report for d in found})}
        names = cite_names(opened)
    if json:
        give_json({"differences": [{**jsonable(d), "words": texts[d.report][d.start : d.end]} for d in found]})
        return
    for each in found:
        print(f"{names[each.report]}:{each.start}-{each.end}  {each.layer}  “{' '.join(texts[each.report][each.start : each.end].split())}”")
        print("\n".join(f"    {line}" for line in told(each, one, other)))
    say(f"{len(found)} places at which {one} and {other} do not say the same")


def told(difference: Difference, one: str, other: str) -> list[str]:
    """What the two say of one place."""
    first, second = difference.one, difference.other
    if first is None or second is None:
        name, there = (one, first) if first is not None else (other, second)
        return [f"only {name}: {values(there)}"]
    return [f"{name}: {one} {a} | {other} {b}" for name, a, b in difference.apart]


def values(coded: Coded | None) -> str:
    """What a coder says of one thing."""
    return "; ".join(f"{name} {value}" for name, value in (coded.values.items() if coded else ()) if value != "-") or "found"
