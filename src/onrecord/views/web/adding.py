"""The page on which reports are added: paste, files, or the sample."""

from __future__ import annotations

import hmac
import secrets

from fastapi import FastAPI, Form, Request, Response, UploadFile

from onrecord.errors import InputError
from onrecord.views.web.book import Book, Outcome
from onrecord.views.web.frame import Frame
from onrecord.views.web.scope import Scope

MOST_FILES = 200
MOST_BYTES = 50_000_000


def add_adding(app: FastAPI, book: Book, frame: Frame) -> None:
    """Puts the page and its three forms on *app*; each form carries a token, so that no other page can send it."""
    token = secrets.token_urlsafe(24)

    def show(request: Request, outcome: Outcome | None = None) -> Response:
        return frame.give(request, "add.html", outcome, seen=book.seen(Scope()), heading="Add reports", token=token)

    def checked(given: str) -> None:
        if not hmac.compare_digest(given.encode(), token.encode()):
            raise InputError("the form is from an earlier start of the program; open the page again and send it once more")

    @app.get("/add")
    def page(request: Request) -> Response:
        return show(request)

    @app.post("/add/text")
    def text(request: Request, token: str = Form(""), text: str = Form(""), outlet: str = Form(""), published: str = Form("")) -> Response:
        checked(token)
        if len(text) > MOST_BYTES:
            raise InputError(f"the text has {len(text)} characters; at most {MOST_BYTES} are read at once")
        return show(request, book.add_text(text, outlet=outlet.strip() or None, published=published.strip() or None))

    @app.post("/add/files")
    def files(request: Request, files: list[UploadFile], token: str = Form(""), outlet: str = Form("")) -> Response:
        checked(token)
        if len(files) > MOST_FILES:
            raise InputError(f"{len(files)} files; at most {MOST_FILES} are taken at once")
        read = [(file.filename or "pasted.txt", file.file.read(MOST_BYTES + 1)) for file in files]
        return show(request, book.add_files(read, outlet=outlet.strip() or None))

    @app.post("/add/sample")
    def sample(request: Request, token: str = Form("")) -> Response:
        checked(token)
        return show(request, book.add_sample())
