"""The addresses of the pages that show the record; each has a twin that ends in `.json`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from fastapi import FastAPI, Request, Response

from onrecord.types import Snapshot
from onrecord.views.brief import build_brief
from onrecord.views.brief.words import by_words, date_words
from onrecord.views.web.book import Book, Hit
from onrecord.views.web.frame import Frame, scope_of
from onrecord.views.web.pages import SECTIONS, Filters, channels, event_page, ledgers, report_page, statement_page, timeline
from onrecord.views.web.tables import Table, entities_table, reports_table, sources_table

LONGEST_QUERY = 500
ONE: tuple[tuple[str, Callable[[Snapshot, str], object]], ...] = (("report", report_page), ("statement", statement_page), ("event", event_page))
TABLES: tuple[tuple[str, str, Callable[[Snapshot], Table]], ...] = (
    ("/reports", "Reports", reports_table),
    ("/entities", "Who is who", entities_table),
    ("/sources", "Sources", sources_table),
)


@dataclass(frozen=True, slots=True)
class Pages:
    """Every page that reads the record, as functions of the request."""

    book: Book
    frame: Frame

    def scoped(self, request: Request) -> Snapshot:
        """The record within the scope that the URL gives."""
        return self.book.snapshot(scope_of(request).as_of)

    def brief(self, request: Request) -> Response:
        """The brief; an empty record leads to the page where reports are added."""
        snapshot = self.scoped(request)
        if not snapshot.reports and not request.url.path.endswith(".json"):
            return Response(status_code=303, headers={"Location": "/add"})
        data = build_brief(snapshot, since=scope_of(request).since)
        return self.frame.give(request, "brief.html", data, snapshot=snapshot, heading="Brief")

    def timeline(self, request: Request) -> Response:
        """Events newest first, narrowed by the filters in the URL."""
        filters = Filters(**{k: request.query_params.get(k, "")[:LONGEST_QUERY] for k in Filters.__slots__})
        snapshot = self.scoped(request)
        return self.frame.give(request, "timeline.html", timeline(snapshot, filters), snapshot=snapshot, heading="Timeline", filters=filters)

    def figures(self, request: Request) -> Response:
        """All ledgers with charts, sums and every value."""
        snapshot = self.scoped(request)
        return self.frame.give(request, "figures.html", ledgers(snapshot), snapshot=snapshot, heading="Figures")

    def channels(self, request: Request) -> Response:
        """The ways that messages go, drawn and listed."""
        snapshot = self.scoped(request)
        return self.frame.give(request, "channels.html", channels(snapshot), snapshot=snapshot, heading="Channels")

    def search(self, request: Request) -> Response:
        """Statements that hold the words in `q`."""
        words = request.query_params.get("q", "")[:LONGEST_QUERY].strip()
        snapshot = self.scoped(request)
        hits = [shown for hit in self.book.search(words) if (shown := found(snapshot, hit)) is not None] if words else []
        return self.frame.give(request, "search.html", hits, snapshot=snapshot, heading="Search", query=words)

    def section(self, key: str) -> Callable[[Request], Response]:
        """The page of one section of the brief, with nothing left out."""

        def show(request: Request) -> Response:
            snapshot = self.scoped(request)
            data = SECTIONS[key](snapshot)
            return self.frame.give(request, "section.html", data, snapshot=snapshot, heading=data.title)

        return show

    def table(self, heading: str, make: Callable[[Snapshot], Table]) -> Callable[[Request], Response]:
        """A page that is one table."""

        def show(request: Request) -> Response:
            snapshot = self.scoped(request)
            return self.frame.give(request, "list.html", make(snapshot), snapshot=snapshot, heading=heading)

        return show

    def one(self, kind: str, make: Callable[[Snapshot, str], object]) -> Callable[[Request], Response]:
        """The page of one report, statement or event; KeyError when there is none."""

        def show(request: Request) -> Response:
            snapshot = self.scoped(request)
            data = make(snapshot, str(request.path_params["identity"]).removesuffix(".json"))
            return self.frame.give(request, f"{kind}.html", data, snapshot=snapshot, heading=kind.capitalize())

        return show


def add_pages(app: FastAPI, book: Book, frame: Frame) -> None:
    """Puts every page that reads the record on *app*, each with its JSON twin."""
    pages = Pages(book, frame)
    shown: dict[str, Callable[[Request], Response]] = {
        "/": pages.brief, "/timeline": pages.timeline, "/figures": pages.figures, "/search": pages.search, "/channels": pages.channels,
        **{f"/{key}": pages.section(key) for key in SECTIONS},
        **{path: pages.table(heading, make) for path, heading, make in TABLES},
    }
    for path, show in shown.items():
        for address in (path, "/index.json" if path == "/" else f"{path}.json"):
            app.add_api_route(address, show, methods=["GET"], response_class=Response, name=address)
    for kind, make in ONE:
        app.add_api_route(f"/{kind}s/{{identity}}", pages.one(kind, make), methods=["GET"], response_class=Response, name=kind)


@dataclass(frozen=True, slots=True)
class Found:
    """One hit with who says it and when."""

    hit: Hit
    layer: str
    by: str
    date: str


def found(snapshot: Snapshot, hit: Hit) -> Found | None:
    """A hit as the page shows it; None where the scope leaves its report out."""
    if snapshot.date_of(hit.report) is None:
        return None
    statement = snapshot.statements.get(hit.statement) if hit.statement else None
    if statement is None:
        return Found(hit, "text", "", "")
    return Found(hit, statement.layer, by_words(statement), date_words(statement.date or statement.published))
