"""The web view: server-rendered pages over one record, on this machine only."""

from __future__ import annotations

from fastapi import FastAPI, Request, Response
from fastapi.responses import PlainTextResponse
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException

from onrecord.errors import InputError, OnRecordError
from onrecord.views.web.adding import add_adding
from onrecord.views.web.book import Book
from onrecord.views.web.frame import HERE, Frame
from onrecord.views.web.reading import add_reading
from onrecord.views.web.routes import add_pages
from onrecord.views.web.token import Token


def create_app(book: Book) -> FastAPI:
    """The application over *book*; errors become a page that says what to do, never a trace."""
    app = FastAPI(title="onrecord", docs_url=None, redoc_url=None)
    token = Token()
    frame = Frame(token.value)
    app.mount("/static", StaticFiles(directory=HERE / "static"), name="static")
    add_pages(app, book, frame)
    add_adding(app, book, frame, token)
    add_reading(app, book, token)

    def error(request: Request, status: int, heading: str, note: str) -> Response:
        if request.url.path.endswith(".json"):
            return PlainTextResponse(note, status)
        return frame.give(request, "error.html", None, seen=None, status=status, heading=heading, note=note)

    @app.exception_handler(KeyError)
    def missing(request: Request, _: Exception) -> Response:
        return error(request, 404, "Not in this record", "Nothing here has this address. It may have been removed, or left out by the as-of day.")

    @app.exception_handler(HTTPException)
    def http(request: Request, problem: Exception) -> Response:
        status = getattr(problem, "status_code", 400)
        return error(request, status, "No such page" if status == 404 else "That did not work", str(getattr(problem, "detail", "")))

    @app.exception_handler(OnRecordError)
    def known(request: Request, problem: Exception) -> Response:
        return error(request, 400 if isinstance(problem, InputError) else 503, "That did not work", str(problem))

    return app
