"""Marking what changed as seen, by the reader's name, and undoing it."""

from __future__ import annotations

import datetime as dt
from urllib.parse import urlencode

from fastapi import FastAPI, Response
from fastapi.responses import RedirectResponse
from starlette.datastructures import FormData

from onrecord.errors import InputError
from onrecord.record.readers import Reader
from onrecord.views.web.book import Book
from onrecord.views.web.safety.forms import GIVEN, text

NEVER = "never"
"""Stands for the moment of the mark before, where there was none."""


def add_reading(app: FastAPI, book: Book) -> None:
    """Puts the forms of `/new` on *app*; both lead back to the reader's own list, the first with what undoes it in the address."""

    @app.post("/new/seen")
    def seen(form: FormData = GIVEN) -> Response:
        reader = text(form, "reader").strip()
        before = book.reader(reader)
        book.keep_reader(reader, text(form, "watch"))
        undo = {"before": before.seen_at.isoformat() if before else NEVER, "watched": before.watch if before else ""}
        return RedirectResponse(f"/new?{urlencode({'reader': reader, **undo})}", 303)

    @app.post("/new/undo")
    def unmark(form: FormData = GIVEN) -> Response:
        reader, before = text(form, "reader").strip(), text(form, "before")
        mark = None if before == NEVER else Reader(reader, moment_in(before, "before"), text(form, "watched").strip())
        book.restore_reader(reader, moment_in(text(form, "marked"), "marked"), mark)
        return RedirectResponse(f"/new?{urlencode({'reader': reader})}", 303)


def moment_in(value: str, name: str) -> dt.datetime:
    """A moment with its zone in a form; InputError for what is none."""
    try:
        moment = dt.datetime.fromisoformat(value)
    except ValueError as error:
        raise InputError(f"{name}={value[:40]!r} is no moment; open /new again") from error
    if moment.tzinfo is None:
        raise InputError(f"{name}={value[:40]!r} has no zone; open /new again")
    return moment
