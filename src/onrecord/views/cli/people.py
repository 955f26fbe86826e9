"""`sources`, `entities`, `problems`: where words came from, who is who, and what was not understood."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from onrecord.views.cli.console import give_json, out
from onrecord.views.cli.lists import filter_of
from onrecord.views.cli.opening import cite_names, open_view
from onrecord.views.cli.options import DEFAULT_RECORD, AsOf, InReport, Json, Outlet, Party, RecordPath, Since, Talks, Until, last_day

if TYPE_CHECKING:
    from onrecord.record import Record
    from onrecord.types import Problem


def register(app: typer.Typer) -> None:
    """Puts the commands of this file on *app*."""
    app.command("sources", epilog="Example: onrecord sources --party 'Red Front'")(sources)
    app.command("entities", epilog="Example: onrecord entities --party 'Red Front' --json")(entities)
    app.command("problems", epilog="Example: onrecord problems --report wire-0302")(problems)


def sources(
    record: RecordPath = DEFAULT_RECORD, party: Party = None, since: Since = None, until: Until = None, outlet: Outlet = None,
    report: InReport = None, negotiation: Talks = None, as_of: AsOf = None, json: Json = False,
) -> None:
    """The reports with their dates and where their texts came from, and everybody who is said to have said something."""
    from onrecord.record import queries
    from onrecord.views.cli.draw import draw_section
    from onrecord.views.cli.origins import origins_section, reports_section, speakers, speakers_section
    from onrecord.views.export.values import jsonable

    with open_view(record, last_day(as_of, "--as-of")) as opened:
        given = {"party": party, "since": since, "until": until, "outlet": outlet, "by": None, "report": report, "negotiation": negotiation}
        where = filter_of(opened, given)
        entries = tuple(e for e in queries.reports(opened) if fits(opened, e, where))
        ids = {e.id for e in entries}
        links = tuple(x for x in queries.origins(opened) if x.report in ids or x.other in ids)
        heard = speakers(queries.statements(opened, where), cite_names(opened))
        if json:
            give_json({"reports": jsonable(entries), "origin_links": jsonable(links), "sources": jsonable(heard)})
            return
        console = out()
        for section in (reports_section(entries), origins_section(links, {e.id: e.name for e in queries.reports(opened)}), speakers_section(heard)):
            draw_section(console, section)
            console.print()


def fits(record: Record, entry: Any, where: Any) -> bool:
    """Whether a report is one that the filter leaves."""
    from onrecord.record.queries.narrowing import mentioning

    allowed = mentioning(record, where)
    return (allowed is None or entry.id in allowed) and where.days_fit(entry.date.published)


def entities(
    record: RecordPath = DEFAULT_RECORD, party: Party = None, outlet: Outlet = None, report: InReport = None, negotiation: Talks = None,
    as_of: AsOf = None, json: Json = False,
) -> None:
    """Persons, bodies, states and places, with the names they go by and why those were held to be one."""
    from onrecord.record import queries
    from onrecord.views.cli.draw import draw_section
    from onrecord.views.cli.origins import entities_section
    from onrecord.views.export.values import jsonable

    with open_view(record, last_day(as_of, "--as-of")) as opened:
        given = {"party": party, "since": None, "until": None, "outlet": outlet, "by": None, "report": report, "negotiation": negotiation}
        found = queries.entities(opened, filter_of(opened, given))
        names = cite_names(opened)
        if json:
            give_json({"entities": jsonable(found)})
        else:
            reports = {r.id: r for r in queries.all_reports(opened, {e.mentions[0][0] for e in found if e.mentions})}
            draw_section(out(), entities_section(found, reports, names))


def problems(
    record: RecordPath = DEFAULT_RECORD, report: InReport = None, outlet: Outlet = None,
    kind: Annotated[str | None, typer.Option("--kind", metavar="KIND", help="Only this kind: missing, language …", rich_help_panel="Filters")] = None,
    as_of: AsOf = None, json: Json = False,
) -> None:
    """What could not be read or was not understood, input that was lost first."""
    from onrecord.record import queries
    from onrecord.types import Snapshot
    from onrecord.views.cli import sections
    from onrecord.views.cli.draw import draw_section
    from onrecord.views.export.values import jsonable

    with open_view(record, last_day(as_of, "--as-of")) as opened:
        found: tuple[Problem, ...] = queries.problems(opened, queries.find_report(opened, report) if report else None, kind)
        reports = queries.all_reports(opened, {p.report for p in found if p.report})
        if outlet:
            kept = {r.id for r in reports if outlet.casefold() in (r.outlet or "").casefold()}
            found = tuple(p for p in found if p.report in kept)
        if json:
            give_json({"problems": jsonable(found)})
        else:
            draw_section(out(), sections.problems(Snapshot(reports=reports, problems=found)))
