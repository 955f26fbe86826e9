"""Marking what changed as seen, by the reader's name."""

from __future__ import annotations

from urllib.parse import urlencode

from fastapi import FastAPI, Response
from starlette.datastructures import FormData

from onrecord.views.web.book import Book
from onrecord.views.web.safety.forms import GIVEN, text


def add_reading(app: FastAPI, book: Book) -> None:
    """Puts the form of `/new` on *app*; it leads back to the reader's own list."""

    @app.post("/new/seen")
    def seen(form: FormData = GIVEN) -> Response:
        reader = text(form, "reader")
        book.keep_reader(reader, text(form, "watch"))
        return Response(status_code=303, headers={"Location": f"/new?{urlencode({'reader': reader})}"})
