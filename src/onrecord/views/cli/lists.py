"""The lists of what was derived, from the timeline to the disputes — each with filters and with the words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from onrecord.views.cli.console import give_json, out
from onrecord.views.cli.opening import open_view
from onrecord.views.cli.options import (
    DEFAULT_RECORD,
    AsOf,
    By,
    InReport,
    Json,
    Outlet,
    Party,
    RecordPath,
    Since,
    Talks,
    Until,
    day,
    last_day,
)

if TYPE_CHECKING:
    from onrecord.record import Record
    from onrecord.record.queries import Filter
    from onrecord.types import Derived, Snapshot
    from onrecord.views.brief import Section


@dataclass(frozen=True, slots=True)
class Listing:
    """One list: its name, what it is for, which part of what was derived it shows, and as which section."""

    name: str
    help: str
    example: str


LISTINGS = (
    Listing("timeline", "What happened, is planned or was denied: a line an event, newest first.", "onrecord timeline --party 'Red Front' --since 2024-02"),
    Listing("figures", "Every quantity as reported, ledger by ledger, with the sums that add up and those that do not.", "onrecord figures --until 2024-03-02"),
    Listing("positions", "What each party demands, offers, refuses or makes a condition, with its history.", "onrecord positions --party 'Red Front'"),
    Listing("commitments", "What is owed under an agreement or ultimatum, and who says that it was kept or breached.", "onrecord commitments --json"),
    Listing("talks", "How the talks stood over time, by whose account.", "onrecord talks --as-of 2024-03-02"),
    Listing("roster", "Every captive who is named, with all that is reported of them and the last sign of life.", "onrecord roster --party 'Red Front'"),
    Listing("channels", "Who reaches whom through whom, with first and last use, delays and breaks.", "onrecord channels --party Norland --json"),
    Listing("proposals", "Texts on the table: versions, who tabled and carried them, each answer and to which version.", "onrecord proposals --party Norland"),
    Listing("agreements", "Agreements: what was due and told on each day, by whose account; what is due next.", "onrecord agreements --as-of 2024-03-02"),
    Listing("disputes", "What is told differently or does not add up, with both sides' words.", "onrecord disputes --outlet 'Daily Example'"),
)


def register(app: typer.Typer) -> None:
    """Puts a command for every list on *app*."""
    for listing in LISTINGS:
        app.command(listing.name, help=listing.help, epilog=f"Example: {listing.example}")(command(listing.name))


def command(name: str) -> Callable[..., None]:
    """The function behind one list's command; all take the same filters."""

    def show(
        record: RecordPath = DEFAULT_RECORD, party: Party = None, since: Since = None, until: Until = None, outlet: Outlet = None,
        by: By = None, report: InReport = None, negotiation: Talks = None, as_of: AsOf = None, json: Json = False,
    ) -> None:
        given = {"party": party, "since": since, "until": until, "outlet": outlet, "by": by, "report": report, "negotiation": negotiation}
        run(name, record, given, as_of=as_of, as_json=json)

    show.__name__ = name
    return show


def run(name: str, path: Path, given: dict[str, str | None], *, as_of: str | None, as_json: bool) -> None:
    """Opens the record, narrows it, and shows one list of it."""
    from onrecord.views.cli.draw import draw_section
    from onrecord.views.export.values import with_words

    with open_view(path, last_day(as_of, "--as-of")) as opened:
        where = filter_of(opened, given)
        snapshot, values = narrowed(opened, name, where)
        if as_json:
            give_json(with_words(snapshot, name, values))
        else:
            draw_section(out(), section(name, snapshot))


def filter_of(record: Record, given: dict[str, str | None]) -> Filter:
    """The filter that a person's options make; a report's name becomes its id."""
    from onrecord.record.queries import Filter, find_report

    return Filter(
        report=find_report(record, given["report"]) if given["report"] else None, party=given["party"], by=given["by"], outlet=given["outlet"],
        since=day(given["since"], "--since"), until=last_day(given["until"], "--until"), negotiation=given["negotiation"],
    )


def narrowed(record: Record, name: str, where: Filter) -> tuple[Snapshot, Any]:
    """A snapshot of only what a list shows, and the values themselves."""
    from onrecord.record import queries

    values = {
        "timeline": queries.events, "figures": queries.ledgers, "positions": queries.positions, "commitments": queries.commitments,
        "talks": queries.talks, "disputes": queries.disputes, "roster": queries.roster, "channels": queries.channels,
        "agreements": queries.agreements, "proposals": queries.proposals,
    }[name](record, where)
    if name == "disputes" and where == queries.ALL:  # what outlets did not carry needs all events
        return queries.snapshot(record), values
    return queries.snapshot_of(record, part(name, values)), values


def part(name: str, values: Any) -> Derived:
    """Derived that holds nothing but one list's values."""
    from onrecord.types import Derived

    field = {"timeline": "events", "figures": "ledgers"}.get(name, name)
    return Derived(**{field: values})


def section(name: str, snapshot: Snapshot) -> Section:
    """The lines of one list."""
    from onrecord.views.brief.captives import channels_section, roster_section
    from onrecord.views.brief.stands import commitments_section
    from onrecord.views.brief.talks import talks_section
    from onrecord.views.brief.texts import agreements_section, proposals_section
    from onrecord.views.cli import sections

    made: dict[str, Callable[[Snapshot], Section]] = {
        "timeline": sections.timeline, "figures": sections.figures, "positions": sections.positions, "commitments": commitments_section,
        "talks": talks_section, "disputes": sections.disputes, "roster": roster_section, "channels": channels_section, "agreements": agreements_section,
        "proposals": proposals_section,
    }
    return made[name](snapshot)
