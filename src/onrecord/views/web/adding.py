"""The page on which reports are added: paste, files, or the sample; and the page of each adding, which tells how far it is and then what it changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.responses import RedirectResponse
from starlette.datastructures import FormData, UploadFile

from onrecord.errors import InputError
from onrecord.reconcile.judged_reports import set_aside
from onrecord.types import Judgement, Snapshot
from onrecord.views.brief.changes import MOST_CHANGES, change_line
from onrecord.views.brief.page import Line
from onrecord.views.web.asked import MOST_PAGES
from onrecord.views.web.book import Desk
from onrecord.views.web.frame import Frame
from onrecord.views.web.naming import who_of
from onrecord.views.web.pages.new import note, placed
from onrecord.views.web.paging import Pager, number_in, part
from onrecord.views.web.runs import Run
from onrecord.views.web.safety.forms import GIVEN, text
from onrecord.views.web.safety.guard import session_of
from onrecord.views.web.scope import Scope

MOST_BYTES = 50_000_000
AT_ONCE = 1.5
"""Seconds that a form waits for its adding: a short text is read in less, and its page then tells all at once."""


@dataclass(frozen=True, slots=True)
class Adding:
    """One adding as its page tells it."""

    run: Run
    lines: tuple[Line, ...] = ()
    """What it changed, the most telling first."""
    pager: Pager | None = None
    note: str = ""
    aside: Judgement | None = None
    """The judgement by which all that it brought is set aside."""


def add_adding(app: FastAPI, book: Desk, frame: Frame) -> None:
    """Puts the page, its three forms and the pages of what they began on *app*."""

    @app.get("/add")
    def page(request: Request) -> Response:
        return frame.give(request, "add.html", None, seen=book.seen(Scope()), heading="Add reports", token=session_of(request).csrf)

    @app.get("/add/runs/{identity}")
    def told(request: Request, identity: str) -> Response:
        seen, wanted = book.seen(Scope()), number_in(request.query_params.get("page", ""), "page", default=1, most=MOST_PAGES)
        judged = book.judgements()
        data = adding_of(book.run(identity.removesuffix(".json")), seen.snapshot, judged, wanted)
        around: dict[str, Any] = {"token": session_of(request).csrf, "who": who_of(request), "last": judged[-1].id if judged else "", "done": None, "cap": ""}
        return frame.give(request, "adding.html", data, seen=seen, heading="Adding", waiting=book.waiting(), **around)

    @app.post("/add/text")
    def pasted(form: FormData = GIVEN) -> Response:
        words = str(form.get("text", ""))
        if len(words) > MOST_BYTES:
            raise InputError(f"the text has {len(words)} characters; at most {MOST_BYTES} are read at once")
        return begun(book, book.add_text(words, outlet=text(form, "outlet") or None, published=text(form, "published") or None))

    @app.post("/add/files")
    def files(form: FormData = GIVEN) -> Response:
        sent = files_in(form)
        if not sent:
            raise InputError("no file was sent; choose one or several on the page")
        return begun(book, book.add_files(sent, outlet=text(form, "outlet") or None, published=text(form, "published") or None))

    @app.post("/add/sample")
    def sample(form: FormData = GIVEN) -> Response:
        return begun(book, book.add_sample())


def files_in(form: FormData) -> list[tuple[str, bytes]]:
    """The files of a form, each with the name that it came under."""
    sent = [file for file in form.getlist("files") if isinstance(file, UploadFile) and (file.filename or file.size)]
    return [(file.filename or "pasted.txt", file.file.read(MOST_BYTES + 1)) for file in sent]


def begun(book: Desk, run: str) -> Response:
    """Leads to the page of a run, which is over by then where it is a short one."""
    book.rested(run, AT_ONCE)
    return RedirectResponse(f"/add/runs/{run}", 303)


def adding_of(run: Run, snapshot: Snapshot, judged: Sequence[Judgement], page: int) -> Adding:
    """A run with what it changed, twenty changes a page, or with who set aside what it brought."""
    gone = set_aside(judged)
    if run.outcome and run.outcome.added and all(i in gone for i in run.outcome.added):
        return Adding(run, aside=gone[run.outcome.added[0]])
    if run.outcome is None or run.outcome.changes is None:
        return Adding(run)
    changes = run.outcome.changes
    shown = part(changes.lines, page=page, per=MOST_CHANGES, what="changes")
    return Adding(run, tuple(placed(change_line(snapshot, c), c) for c in shown.rows), shown.pager, note(changes))
