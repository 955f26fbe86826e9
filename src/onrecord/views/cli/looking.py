"""`report`, `show`, `search`: one text, one thing, one word."""

from __future__ import annotations

import re
from typing import Annotated

import typer

from onrecord.views.cli.console import complain, give_json, out
from onrecord.views.cli.opening import cite_names, open_view
from onrecord.views.cli.options import DEFAULT_RECORD, AsOf, Json, RecordPath, last_day

PLACE = re.compile(r"(.+):(\d+)-(\d+)")


def register(app: typer.Typer) -> None:
    """Puts the commands of this file on *app*."""
    app.command("report", epilog="Examples: onrecord report wire-0302    onrecord report wire-0302:120-164")(report)
    app.command("show", epilog="Examples: onrecord show 9e6bff    onrecord show wire-0302:120-164")(show)
    app.command("search", epilog="Example: onrecord search ceasefire '\"all for all\"' withdr*")(search)


def report(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Name, beginning of the id, or a citation NAME:START-END.")],
    record: RecordPath = DEFAULT_RECORD, as_of: AsOf = None, json: Json = False,
) -> None:
    """The text of a report with its statements marked in it; a citation shows the paragraphs around its words."""
    from onrecord.record import queries
    from onrecord.types import Span
    from onrecord.views.brief.words import withdrawn_words
    from onrecord.views.cli.marked import Shown, draw_report
    from onrecord.views.export.values import jsonable, statement_json

    name, wanted = place_of(name)
    with open_view(record, last_day(as_of, "--as-of")) as opened:
        whole = queries.report(opened, name)
        entry, aside = next(e for e in queries.reports(opened, also_aside=True) if e.id == whole.id), queries.set_aside(opened).get(whole.id)
        found = queries.statements(opened, queries.Filter(report=whole.id))
        gone = queries.withdrawn(opened, whole.id)
        if json:
            value = {"report": jsonable(whole), "date": jsonable(entry.date), "statements": [statement_json(s, whole.name) for s in found]}
            give_json(value | {"withdrawn": jsonable(tuple(gone.values())), "set_aside": jsonable(aside)})
        else:
            told = {s: withdrawn_words(w, queries.unique_names(opened)) for s, w in gone.items()}
            if aside is not None:
                complain(f"set aside by {aside.who} on {aside.when.date()}: nothing rests on it; `onrecord judge undo {aside.id[:8]}` brings it back")
            draw_report(out(), whole, entry, Shown(found, told, Span(*wanted) if wanted else None))


def place_of(name: str) -> tuple[str, tuple[int, int] | None]:
    """Name and characters of a citation; None where only a name was given."""
    found = PLACE.fullmatch(name)
    return (found[1], (int(found[2]), int(found[3]))) if found else (name, None)


def show(
    identity: Annotated[str, typer.Argument(metavar="ID", help="Beginning of the id of anything in the record, or a citation NAME:START-END.")],
    record: RecordPath = DEFAULT_RECORD, as_of: AsOf = None, json: Json = False,
) -> None:
    """One statement, event, ledger, position or dispute, with the chain of who says so and all its words."""
    from onrecord.views.cli.single import draw_thing, thing_json, things

    with open_view(record, last_day(as_of, "--as-of")) as opened:
        name, wanted = place_of(identity)
        found = things(opened, identity) if wanted is None else things(opened, name, wanted)
        if json:
            give_json([thing_json(opened, kind, one) for kind, one in found] if wanted else thing_json(opened, *found[0]))
            return
        console = out()
        for n, (kind, one) in enumerate(found):
            if n:
                console.print()
            draw_thing(console, opened, kind, one)


def search(
    words: Annotated[list[str], typer.Argument(metavar="WORDS", help='Words that must all be there; "phrases in quotation marks", begin*.')],
    record: RecordPath = DEFAULT_RECORD, as_of: AsOf = None,
    limit: Annotated[int, typer.Option("--limit", min=1, help="How many places at most.")] = 30, json: Json = False,
) -> None:
    """Statements and reports that hold all the words, best first."""
    from onrecord.record import queries
    from onrecord.views.brief import Cite, Line, Section
    from onrecord.views.brief.words import date_words, plural
    from onrecord.views.cli.draw import draw_section
    from onrecord.views.export.values import jsonable

    with open_view(record, last_day(as_of, "--as-of")) as opened:
        hits = queries.search(opened, " ".join(words), limit=limit)
        if json:
            give_json({"hits": [{**jsonable(h), "citation": f"{h.name}:{h.span.start}-{h.span.end}"} for h in hits]})
            return
        dates, short = {e.id: e.date.published for e in queries.reports(opened)}, cite_names(opened)
        lines = tuple(
            Line(
                h.title or h.outlet or h.name, date_words(dates.get(h.report)), (f"statement {h.statement[:8]}",) if h.statement else ("text",),
                (Cite(h.report, short[h.report], h.span, h.words, h.statement),),
            )
            for h in hits
        )
        draw_section(out(), Section("search", plural(len(lines), "place"), lines, note="" if lines else "Nothing holds all of these words."))
