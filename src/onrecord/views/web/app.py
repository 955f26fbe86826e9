"""The web view: server-rendered pages over one record, behind what keeps them safe."""

from __future__ import annotations

import logging
import math
import secrets

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import PlainTextResponse, RedirectResponse
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException

from onrecord.errors import InputError, OnRecordError, refusal
from onrecord.views.web.adding import add_adding
from onrecord.views.web.auditing import add_audit
from onrecord.views.web.book import Desk
from onrecord.views.web.described import describe
from onrecord.views.web.frame import HERE, Frame
from onrecord.views.web.reading import add_reading
from onrecord.views.web.review import add_review
from onrecord.views.web.routes import add_pages
from onrecord.views.web.safety import Guard, Safety
from onrecord.views.web.safety.entering import add_entering
from onrecord.views.web.safety.guard import Refusal
from onrecord.views.web.safety.policy import HEADERS
from onrecord.views.web.written import Written

LOG = logging.getLogger("onrecord.web")
HEADINGS = {
    401: "A token is asked for", 403: "Not allowed", 404: "No such page", 408: "Too slow", 409: "Changed meanwhile", 413: "Too large", 429: "Too fast",
}


def create_app(book: Desk, safety: Safety | None = None) -> FastAPI:
    """The application over *book*; by default for this machine only, which asks for no token. Errors become a page that says what to do, never a trace."""
    rules = safety or Safety()
    app = FastAPI(title="onrecord", docs_url=None, redoc_url=None)
    frame = Frame(secrets.token_urlsafe(24))
    app.mount("/static", StaticFiles(directory=HERE / "static"), name="static")
    add_pages(app, book, frame)
    add_adding(app, book, frame)
    add_reading(app, book)
    add_review(app, book, frame)
    add_audit(app, book, frame)
    add_entering(app, frame, rules)
    add_errors(app, frame)
    describe(app)

    def refuse(request: Request, refusal: Refusal) -> Response:
        if refusal.status == 401 and request.method == "GET" and not request.url.path.endswith(".json"):
            return RedirectResponse("/enter", 303)
        answer = error_page(frame, request, refusal.status, HEADINGS[refusal.status], refusal.note)
        if refusal.after:
            answer.headers["Retry-After"] = str(math.ceil(refusal.after))
        return answer

    app.add_middleware(Written)
    app.add_middleware(Guard, safety=rules, refuse=refuse)
    return app


def error_page(frame: Frame, request: Request, status: int, heading: str, note: str) -> Response:
    """A page that says what went wrong; only words where JSON was asked for."""
    if request.url.path.endswith(".json"):
        return PlainTextResponse(note, status, dict(HEADERS))
    return frame.give(request, "error.html", None, seen=None, status=status, heading=heading, note=note)


def add_errors(app: FastAPI, frame: Frame) -> None:
    """Puts what becomes of each kind of error on *app*."""

    @app.exception_handler(RequestValidationError)
    @app.exception_handler(KeyError)
    def missing(request: Request, _: Exception) -> Response:
        note = "Nothing here has this address. It may have been removed, set aside by a person, or left out by the as-of day."
        return error_page(frame, request, 404, "Not in this record", note)

    @app.exception_handler(HTTPException)
    def http(request: Request, problem: Exception) -> Response:
        status = getattr(problem, "status_code", 400)
        return error_page(frame, request, status, HEADINGS.get(status, "That did not work"), str(getattr(problem, "detail", "")))

    @app.exception_handler(OnRecordError)
    def known(request: Request, problem: Exception) -> Response:
        return error_page(frame, request, 400 if isinstance(problem, InputError) else 503, "That did not work", str(problem))

    @app.exception_handler(OSError)
    def refused(request: Request, problem: Exception) -> Response:
        assert isinstance(problem, OSError)
        LOG.error("refused by the system at %s %r", request.method, request.url.path, exc_info=problem)
        return error_page(frame, request, 503, "That did not work", f"A file of the server: {refusal(problem)}.")

    @app.exception_handler(Exception)
    def unknown(request: Request, problem: Exception) -> Response:
        name = secrets.token_hex(4)
        LOG.error("mistake %s at %s %r", name, request.method, request.url.path, exc_info=problem)
        note = f"This is a mistake in onrecord, noted as {name} where the server runs. Please report it with what stands there."
        answer = error_page(frame, request, 500, "That did not work", note)
        answer.headers.update(HEADERS)
        return answer
