"""The addresses under `/review` that tell what people gave the record besides decisions: packs, and the codings of human coders."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from fastapi import FastAPI, Request, Response

from onrecord.score.coders import Codings
from onrecord.types import KeptPack
from onrecord.views.web.review.routes import Review
from onrecord.views.web.scope import scope_of


@dataclass(frozen=True, slots=True)
class Told:
    """A table with what it means."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str
    none: str


def add_told(app: FastAPI, review: Review) -> None:
    """Puts both pages on *app*."""

    @app.get("/review/packs")
    @app.get("/review/packs.json")
    def packs(request: Request) -> Response:
        day = scope_of(request.query_params).as_of
        kept = [p for p in review.book.packs() if day is None or p.added_at[:10] <= str(day)]
        return review.show(request, "review_told.html", packs_told(kept), heading="Packs")

    @app.get("/review/codings")
    @app.get("/review/codings.json")
    def codings(request: Request) -> Response:
        known = frozenset(review.seen(request).snapshot.by_id)
        return review.show(request, "review_told.html", coders_told(review.book.codings(), known), heading="Who coded what")


def packs_told(kept: Sequence[KeptPack]) -> Told:
    """The packs of the record, by name."""
    rows = tuple((p.name, p.added_at[:10], p.added_by, p.came_from, p.short) for p in kept)
    note = "What people told the record beforehand: who negotiates, who mediates, how they are called; onrecord pack add and onrecord pack remove change it."
    return Told(("pack", "added", "by", "from", "hash"), rows, note, "None is in the record.")


def coders_told(found: Codings, known: frozenset[str]) -> Told:
    """Each human coder with how much they coded of the reports *known*, by layer."""
    rows = []
    for name in sorted(found.read):
        coded = Counter(c.layer for c in found.coded if c.coder == name and c.report in known)
        reports = {report for report, _ in found.read[name] if report in known}
        if reports:
            rows.append((name, str(len(reports)), ", ".join(f"{many} {layer}" for layer, many in sorted(coded.items()))))
    note = "Tables of human codings, kept beside what the program read; the command onrecord agreement tells how far coders agree, onrecord compare where not."
    return Told(("coder", "reports", "codings"), tuple(rows), note, "Nobody's codings were imported; the command onrecord codings import keeps a table.")
