"""The page on which reports are added: paste, files, or the sample."""

from __future__ import annotations

from fastapi import FastAPI, Request, Response
from starlette.datastructures import FormData, UploadFile

from onrecord.errors import InputError
from onrecord.views.web.book import Book, Outcome
from onrecord.views.web.frame import Frame
from onrecord.views.web.safety.forms import GIVEN, text
from onrecord.views.web.safety.guard import session_of
from onrecord.views.web.scope import Scope

MOST_BYTES = 50_000_000


def add_adding(app: FastAPI, book: Book, frame: Frame) -> None:
    """Puts the page and its three forms on *app*."""

    def show(request: Request, outcome: Outcome | None = None) -> Response:
        return frame.give(request, "add.html", outcome, seen=book.seen(Scope()), heading="Add reports", token=session_of(request).csrf)

    @app.get("/add")
    def page(request: Request) -> Response:
        return show(request)

    @app.post("/add/text")
    def pasted(request: Request, form: FormData = GIVEN) -> Response:
        words = str(form.get("text", ""))
        if len(words) > MOST_BYTES:
            raise InputError(f"the text has {len(words)} characters; at most {MOST_BYTES} are read at once")
        return show(request, book.add_text(words, outlet=text(form, "outlet") or None, published=text(form, "published") or None))

    @app.post("/add/files")
    def files(request: Request, form: FormData = GIVEN) -> Response:
        sent = [file for file in form.getlist("files") if isinstance(file, UploadFile) and (file.filename or file.size)]
        if not sent:
            raise InputError("no file was sent; choose one or several on the page")
        read = [(file.filename or "pasted.txt", file.file.read(MOST_BYTES + 1)) for file in sent]
        return show(request, book.add_files(read, outlet=text(form, "outlet") or None))

    @app.post("/add/sample")
    def sample(request: Request, form: FormData = GIVEN) -> Response:
        return show(request, book.add_sample())
