"""`audit`: how good the reading of one's own reports is, by a sample that a person looks at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from onrecord.errors import InputError
from onrecord.views.cli.console import err, give_json, say
from onrecord.views.cli.opening import now, open_view
from onrecord.views.cli.options import DEFAULT_RECORD, Json, RecordPath

if TYPE_CHECKING:
    from onrecord.desk.auditing import Place

Size = Annotated[int, typer.Option("--sample", metavar="N", min=1, help="Statements to look at; half as many sentences without any come with them.")]
Seed = Annotated[int, typer.Option("--seed", metavar="N", help="The same seed draws the same sample from the same record.")]
Layers = Annotated[list[str] | None, typer.Option("--layer", metavar="LAYER", help="Only this layer; may be given several times.")]
Out = Annotated[Path | None, typer.Option("--out", metavar="FILE.csv", help="Write the sample to be filled in (answer, missed), ask nothing.")]
Filled = Annotated[Path | None, typer.Option("--read", metavar="FILE.csv", help="Read the file that --out made and somebody filled in.")]
Keep = Annotated[bool, typer.Option("--keep", help="Make judgements of the answers: accepted and rejected statements.")]
Who = Annotated[str | None, typer.Option("--who", metavar="NAME", envvar="ONRECORD_WHO", help="Who answers, for --keep; your user name when not given.")]
QUIT, SKIP = "q", "s"


def register(app: typer.Typer) -> None:
    """Puts the command on *app*."""
    app.command("audit", epilog="Example: onrecord audit --sample 50 --out audit.csv, then onrecord audit --read audit.csv")(audit)


def audit(
    sample: Size = 50, seed: Seed = 1, layer: Layers = None, out: Out = None, read: Filled = None, keep: Keep = False, who: Who = None,
    record: RecordPath = DEFAULT_RECORD, json: Json = False,
) -> None:
    """Look at a sample of statements, and of sentences without any: precision and recall on your own reports, with 90 % intervals."""
    from onrecord.desk import auditing

    if out is not None and (read is not None or keep):
        raise InputError("--out writes a sample that nobody has answered yet; fill it in, then give it with --read (and --keep)")
    places = auditing.read(read) if read is not None else drawn(record, auditing.Sample(sample, seed, chosen(layer)))
    if out is not None:
        auditing.write(places, out)
        say(f"{out}: {len(places)} places; fill in `answer` and `missed`, then `onrecord audit --read {out}`")
        return
    if read is None:
        places = asked(places)
    if keep:
        kept(record, places, who)
    tell(places, seed, as_json=json)


def chosen(layers: Sequence[str] | None) -> tuple[str, ...]:
    """The layers asked for; InputError for one that there is not."""
    from onrecord.desk.auditing import LAYERS

    for one in layers or ():
        if one not in LAYERS:
            raise InputError(f"{one!r} is no layer; there are {', '.join(LAYERS)}")
    return tuple(layers or LAYERS)


def drawn(path: Path, sample: Any) -> list[Place]:
    """The sample; InputError where the record has nothing to look at."""
    from onrecord.desk.auditing import draw

    with open_view(path) as opened:
        places = draw(opened, sample)
    if not places:
        raise InputError(f"{path}: no statement and no sentence to look at; add reports first (`onrecord add PATH…`)")
    return places


def asked(places: Sequence[Place]) -> list[Place]:
    """The places with the answers that were typed; what comes after q stays without."""
    found = []
    for n, place in enumerate(places, 1):
        answer = ask(place, f"{n}/{len(places)}")
        if answer is None:
            break
        found.append(answer)
    return found


def ask(place: Place, at: str) -> Place | None:
    """One place with its answer; None to end."""
    from onrecord.desk.auditing import checked

    console = err()
    console.print(f"\n{at}  {place.report}:{place.start}-{place.end}", style="bold")
    console.print(place.sentence)
    if place.what == "statement":
        console.print(f"{place.layer}: “{place.words}”\n{place.reading} · by {place.by}", style="green")
    question = "[a]ccept, [r]eject, [s]kip, [q]uit" if place.what == "statement" else "Nothing was found here. [n]one is right, [m]issed, [s]kip, [q]uit"
    while True:
        answer = typer.prompt(question, default=SKIP, err=True).strip().casefold()
        if answer == QUIT:
            return None
        if answer == SKIP:
            return place
        more = "" if answer in ("n", "none") else typer.prompt("Layers missed in this sentence, or Enter", default="", show_default=False, err=True)
        try:
            return checked(replace(place, answer=answer, missed=more), "typed")
        except InputError as error:
            say(str(error))


def kept(path: Path, places: Sequence[Place], who: str | None) -> None:
    """Judgements of the accepted and rejected statements, then one reconciling; a statement that is no more is told and left."""
    import datetime as dt
    import getpass

    from onrecord.desk.audits import keep
    from onrecord.pipeline import settle
    from onrecord.record import open_record

    name, when = who or getpass.getuser(), dt.datetime.fromisoformat(now())
    open_record(path).close()
    with open_record(path, write=True) as opened:
        made, gone = keep(opened, places, who=name, when=when)
        settle(opened)
    say(f"{made} answers kept as judgements of {name}" + (f"; {gone} statements of the sample are no longer in the record" if gone else ""))


def tell(places: Sequence[Place], seed: int, *, as_json: bool) -> None:
    """Precision and recall by layer, and how much of the sample was answered."""
    from onrecord.desk.auditing import answered
    from onrecord.score.audited import lines, quality
    from onrecord.views.export.values import jsonable

    rows = answered(places)
    found = quality(rows, seed=seed)
    if as_json:
        give_json({"places": len(places), "answered": len(rows), "reports": len({r.report for r in rows}), "layers": jsonable(found)})
        return
    if not found:
        say("Nothing was answered, so nothing can be told; a sample of fifty takes about half an hour.")
        return
    told = f"{len(rows)} of {len(places)} places answered, in {len({r.report for r in rows})} reports. In brackets: 90 % intervals (docs/concepts/how-good.md)."
    print("\n".join((*lines(found), told)))
