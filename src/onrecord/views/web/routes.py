"""The addresses of the pages that show the record; each has a twin that ends in `.json`."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable

from fastapi import FastAPI, Request, Response

from onrecord.record.notes import Note
from onrecord.views.web.asked import Asked, Page
from onrecord.views.web.book import Book, Desk
from onrecord.views.web.feed import add_feed, description
from onrecord.views.web.frame import Frame
from onrecord.views.web.kept import Answer, Answers
from onrecord.views.web.pages import PAGES, SINGLE
from onrecord.views.web.safety.guard import session_of
from onrecord.views.web.safety.policy import HEADERS
from onrecord.views.web.scope import scope_of
from onrecord.views.web.written import manner_of

LONGEST_VALUE = 500


def add_pages(app: FastAPI, book: Desk, frame: Frame) -> None:
    """Puts every page that reads the record on *app*, each with its JSON twin.

    Answers are kept until the record changes and are the same for every reader: nothing that belongs to one reader may stand in these pages.
    """
    kept = Answers()
    for page in (*PAGES, *SINGLE):
        show = answered(shown(page, book, frame), book, kept, frame.token)
        twins = (page.path,) if page in SINGLE else (page.path, "/index.json" if page.path == "/" else f"{page.path}.json")
        for address in twins:
            app.add_api_route(address, show, methods=["GET"], response_class=Response, name=address, openapi_extra=description(page))
    add_feed(app, book)
    app.add_api_route("/reports/{identity}/bytes", bytes_of(book), methods=["GET"], response_class=Response, name="bytes")


def bytes_of(book: Book) -> Callable[[Request], Response]:
    """The bytes of a report as they came: always as plain text to be saved, whatever they are, so that nothing in them is drawn or run."""

    def give(request: Request) -> Response:
        identity = str(request.path_params["identity"])
        if identity not in book.seen(scope_of(request.query_params)).snapshot.by_id:
            raise KeyError(identity)
        found = {**HEADERS, "Content-Disposition": f'attachment; filename="{identity[:16]}.txt"'}
        return Response(book.raw(identity), 200, found, "text/plain; charset=utf-8")

    return give


def shown(page: Page, book: Desk, frame: Frame) -> Callable[[Request], Response]:
    """The page as a function of the request."""

    def show(request: Request) -> Response:
        asked = asked_of(request, book)
        if page.path == "/" and request.url.path == "/" and not asked.snapshot.reports:
            return Response(status_code=303, headers={"Location": "/add"})
        notes = notes_on(book, asked.identity, asked.scope.as_of) if page in SINGLE else ()
        return frame.give(
            request, page.template, page.make(asked), seen=asked.seen, heading=page.heading, query=asked.value("q"), notes=notes, waiting=book.waiting(),
        )

    return show


def notes_on(book: Desk, identity: str, day: dt.date | None, *, also_taken_back: bool = False) -> tuple[Note, ...]:
    """What the desk noted on the thing with this id, by the end of a day where one is asked for."""
    return tuple(n for n in book.notes(identity, also_taken_back=also_taken_back) if day is None or n.when.date() <= day)


def answered(show: Callable[[Request], Response], book: Book, kept: Answers, token: str) -> Callable[[Request], Response]:
    """The same, with an ETag, and kept by the record's version: what a browser has already is not sent again.

    What is kept holds *token* in its forms; each reader gets the token of their own session in its place, and days and numbers in their manner after that.
    """

    def answer(request: Request) -> Response:
        url = f"{request.url.path}?{request.url.query}"
        version, own = book.version(), session_of(request).csrf
        tag = f'"{hashlib.sha256(f"{kept.start} {own} {version} {manner_of(request).name} {url}".encode()).hexdigest()[:24]}"'
        if request.headers.get("if-none-match") == tag:
            return Response(status_code=304, headers={**HEADERS, "ETag": tag})
        found = kept.get(version, url)
        if found is None:
            made = show(request)
            if made.status_code != 200:
                return made
            found = Answer(bytes(made.body), made.media_type or "text/html")
            kept.put(version, url, found)
        return Response(found.body.replace(token.encode(), own.encode()), 200, {**HEADERS, "ETag": tag}, found.media_type)

    return answer


def asked_of(request: Request, book: Book) -> Asked:
    """What the request asks for."""
    scope = scope_of(request.query_params)
    values = {key: value[:LONGEST_VALUE] for key, value in request.query_params.items()}
    identity = str(request.path_params.get("identity", "")).removesuffix(".json")
    return Asked(book.seen(scope), scope, book, values, identity)
