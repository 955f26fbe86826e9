"""The addresses under `/review` that tell what people gave the record besides decisions: the codings of human coders."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from fastapi import FastAPI, Request, Response

from onrecord.desk.agreed import Pair
from onrecord.score.coders import Codings
from onrecord.views.brief.words import number_words
from onrecord.views.web.review.routes import Review


@dataclass(frozen=True, slots=True)
class Told:
    """A table with what it means."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str
    none: str


@dataclass(frozen=True, slots=True)
class Coders:
    """Who coded what, and how far any two of them agree."""

    told: Told
    pairs: tuple[Pair, ...]


def add_told(app: FastAPI, review: Review) -> None:
    """Puts the page on *app*."""

    @app.get("/review/codings")
    @app.get("/review/codings.json")
    def codings(request: Request) -> Response:
        known = frozenset(review.seen(request).snapshot.by_id)
        data = Coders(coders_told(review.book.codings(), known), review.book.agreed(known))
        return review.show(request, "review_codings.html", data, heading="Who coded what")


def coders_told(found: Codings, known: frozenset[str]) -> Told:
    """Each human coder with how much they coded of the reports *known*, by layer."""
    rows = []
    for name in sorted(found.read):
        coded = Counter(c.layer for c in found.coded if c.coder == name and c.report in known)
        reports = {report for report, _ in found.read[name] if report in known}
        if reports:
            rows.append((name, number_words(len(reports)), ", ".join(f"{number_words(many)} {layer}" for layer, many in sorted(coded.items()))))
    note = "Tables of human codings, kept beside what the program read; onrecord reliability tells more of how far they agree, onrecord compare where not."
    return Told(("coder", "reports", "codings"), tuple(rows), note, "Nobody's codings were imported; the command onrecord codings import keeps a table.")
