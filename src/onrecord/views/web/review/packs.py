"""The packs of the record on a page: listed, sent as files, taken out."""

from __future__ import annotations

from collections.abc import Sequence

from fastapi import FastAPI, Request, Response
from starlette.datastructures import FormData

from onrecord.errors import InputError
from onrecord.types import KeptPack
from onrecord.views.web.adding import begun, files_in
from onrecord.views.web.naming import name_in, remembered
from onrecord.views.web.review.routes import Review
from onrecord.views.web.review.told import Told
from onrecord.views.web.safety.forms import GIVEN, text
from onrecord.views.web.scope import scope_of


def add_packs(app: FastAPI, review: Review) -> None:
    """Puts the page and its two forms on *app*; either leads to the page of the run that it began."""

    @app.get("/review/packs")
    @app.get("/review/packs.json")
    def packs(request: Request) -> Response:
        day = scope_of(request.query_params).as_of
        kept = [p for p in review.book.packs() if day is None or p.added_at[:10] <= str(day)]
        return review.show(request, "review_packs.html", packs_told(kept), heading="Packs")

    @app.post("/review/packs")
    def sent(form: FormData = GIVEN) -> Response:
        files, who = files_in(form), name_in(form)
        if len(files) != 1:
            raise InputError(f"{len(files)} files were sent; choose one pack, a TOML file")
        return remembered(begun(review.book, review.book.add_pack(*files[0], who)), who)

    @app.post("/review/packs/remove")
    def gone(form: FormData = GIVEN) -> Response:
        name, who = text(form, "name"), name_in(form)
        if name not in {p.name for p in review.book.packs()}:
            raise InputError(f"no pack is called {name!r}; open the page again")
        return remembered(begun(review.book, review.book.remove_pack(name)), who)


def packs_told(kept: Sequence[KeptPack]) -> Told:
    """The packs of the record, by name."""
    rows = tuple((p.name, p.added_at[:10], p.added_by, p.came_from, p.short) for p in kept)
    note = "What people told the record beforehand: who negotiates, who mediates, how they are called. Reports with a word of a pack are read again with it."
    return Told(("pack", "added", "by", "from", "hash"), rows, note, "None is in the record.")
