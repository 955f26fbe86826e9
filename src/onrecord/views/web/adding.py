"""The page on which reports are added: paste, files, or the sample."""

from __future__ import annotations

from fastapi import FastAPI, Form, Request, Response, UploadFile

from onrecord.errors import InputError
from onrecord.views.web.book import Book, Outcome
from onrecord.views.web.frame import Frame
from onrecord.views.web.scope import Scope
from onrecord.views.web.token import Token

MOST_FILES = 200
MOST_BYTES = 50_000_000


def add_adding(app: FastAPI, book: Book, frame: Frame, token: Token) -> None:
    """Puts the page and its three forms on *app*; each form carries a token, so that no other page can send it."""
    def show(request: Request, outcome: Outcome | None = None) -> Response:
        return frame.give(request, "add.html", outcome, seen=book.seen(Scope()), heading="Add reports")

    @app.get("/add")
    def page(request: Request) -> Response:
        return show(request)

    @app.post("/add/text")
    def text(request: Request, given: str = Form("", alias="token"), text: str = Form(""), outlet: str = Form(""), published: str = Form("")) -> Response:
        token.checked(given)
        if len(text) > MOST_BYTES:
            raise InputError(f"the text has {len(text)} characters; at most {MOST_BYTES} are read at once")
        return show(request, book.add_text(text, outlet=outlet.strip() or None, published=published.strip() or None))

    @app.post("/add/files")
    def files(request: Request, files: list[UploadFile], given: str = Form("", alias="token"), outlet: str = Form("")) -> Response:
        token.checked(given)
        if len(files) > MOST_FILES:
            raise InputError(f"{len(files)} files; at most {MOST_FILES} are taken at once")
        read = [(file.filename or "pasted.txt", file.file.read(MOST_BYTES + 1)) for file in files]
        return show(request, book.add_files(read, outlet=outlet.strip() or None))

    @app.post("/add/sample")
    def sample(request: Request, given: str = Form("", alias="token")) -> Response:
        token.checked(given)
        return show(request, book.add_sample())
