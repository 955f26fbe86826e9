"""Marking what changed as seen, by the reader's name."""

from __future__ import annotations

from urllib.parse import urlencode

from fastapi import FastAPI, Form, Response

from onrecord.views.web.book import Book
from onrecord.views.web.token import Token


def add_reading(app: FastAPI, book: Book, token: Token) -> None:
    """Puts the form of `/new` on *app*; it leads back to the reader's own list."""

    @app.post("/new/seen")
    def seen(given: str = Form("", alias="token"), reader: str = Form(""), watch: str = Form("")) -> Response:
        token.checked(given)
        book.keep_reader(reader, watch)
        return Response(status_code=303, headers={"Location": f"/new?{urlencode({'reader': reader.strip()})}"})
