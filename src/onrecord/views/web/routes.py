"""The addresses of the pages that show the record; each has a twin that ends in `.json`."""

from __future__ import annotations

from collections.abc import Callable

from fastapi import FastAPI, Request, Response

from onrecord.views.web.asked import Asked, Page
from onrecord.views.web.book import Book
from onrecord.views.web.frame import Frame, scope_of
from onrecord.views.web.pages import PAGES, SINGLE

LONGEST_VALUE = 500


def add_pages(app: FastAPI, book: Book, frame: Frame) -> None:
    """Puts every page that reads the record on *app*, each with its JSON twin."""
    for page in PAGES:
        for address in (page.path, "/index.json" if page.path == "/" else f"{page.path}.json"):
            app.add_api_route(address, shown(page, book, frame), methods=["GET"], response_class=Response, name=address)
    for page in SINGLE:
        app.add_api_route(page.path, shown(page, book, frame), methods=["GET"], response_class=Response, name=page.heading)


def shown(page: Page, book: Book, frame: Frame) -> Callable[[Request], Response]:
    """The page as a function of the request."""

    def show(request: Request) -> Response:
        asked = asked_of(request, book)
        if page.path == "/" and request.url.path == "/" and not asked.snapshot.reports:
            return Response(status_code=303, headers={"Location": "/add"})
        return frame.give(request, page.template, page.make(asked), snapshot=asked.snapshot, heading=page.heading, query=asked.value("q"))

    return show


def asked_of(request: Request, book: Book) -> Asked:
    """What the request asks for."""
    scope = scope_of(request)
    values = {key: value[:LONGEST_VALUE] for key, value in request.query_params.items()}
    identity = str(request.path_params.get("identity", "")).removesuffix(".json")
    return Asked(book.snapshot(scope.as_of), scope, book, values, identity)
