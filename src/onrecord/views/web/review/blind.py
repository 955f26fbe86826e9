"""The addresses under `/review/blind`: a sample coded sentence by sentence without seeing what others found, then how far all agree."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from fastapi import FastAPI, Request, Response
from fastapi.responses import RedirectResponse
from starlette.datastructures import FormData

from onrecord.desk.blind import LAYER, MOST_SIZE, Agreement, Blindly, Draw, Unit, kinds_of
from onrecord.errors import InputError
from onrecord.reconcile.judged import standing
from onrecord.reconcile.judged_added import KINDS
from onrecord.views.web.naming import name_in, remembered, who_of
from onrecord.views.web.paging import sample_in
from onrecord.views.web.review.fields import number
from onrecord.views.web.review.routes import DRAWN, Review
from onrecord.views.web.safety.forms import GIVEN, text
from onrecord.views.web.scope import day_of

SIZE = 20
EACH = 2
"""Things of one layer that the form takes of one sentence."""


@dataclass(frozen=True, slots=True)
class Blind:
    """One sentence to be coded, and how many are left."""

    unit: Unit | None
    """None where all are coded, or nobody gave a name yet."""
    draw: Draw
    done: int
    size: int
    layers: tuple[tuple[str, tuple[str, ...]], ...]
    last: str = ""
    """Id of the last coding of this person, to be taken back."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How far a person agrees with others over one sample."""

    who: str
    draw: Draw
    pairs: tuple[Agreement, ...]


def add_blind(app: FastAPI, review: Review) -> None:
    """Puts the pages of blind coding on *app*."""

    @app.get("/review/blind")
    @app.get("/review/blind.json")
    def asked(request: Request) -> Response:
        return review.show(request, "review_blind.html", blind_of(review, request), heading="Blind coding", each=EACH)

    @app.get("/review/blind/agreement")
    @app.get("/review/blind/agreement.json")
    def agreed(request: Request) -> Response:
        who, draw = who_of(request), draw_in(request.query_params)
        if not who:
            raise InputError("a coding keeps who made it; give your name at /review/blind first")
        return review.show(request, "review_agreement.html", Outcome(who, draw, review.book.blind_agreements(who, draw)), heading="Agreement")

    @app.post("/review/blind")
    def coded(request: Request, form: FormData = GIVEN) -> Response:
        start, end = number(text(form, "from")), number(text(form, "to"))
        who, draw = name_in(form), draw_in({name: text(form, name) for name in DRAWN})
        if text(form, "action") == "code":
            if start is None or end is None:
                raise InputError("no sentence was sent; open the page again")
            things = found_in(form)
            found, words = tuple((layer, kind) for layer, kind, _ in things), tuple(place for *_, place in things)
            review.book.judge(Blindly(report=text(form, "report"), span=(start, end), found=found, who=who, words=words))
        return remembered(RedirectResponse(f"/review/blind?{urlencode(values_of(draw))}", 303), who)


def found_in(form: FormData) -> list[tuple[str, str, tuple[int, int] | None]]:
    """(layer, kind, words) of each thing that a form says a sentence says; words that were marked and belong to no thing yet are those of all."""
    rest = place_in(text(form, "start"), text(form, "end"))
    found = []
    for layer in KINDS:
        kinds, places = form.getlist(layer), form.getlist(f"{layer}.words")
        for n, kind in enumerate(kinds):
            told = places[n] if n < len(places) else ""
            if isinstance(kind, str) and kind:
                first, _, last = told.partition(":") if isinstance(told, str) else ("", "", "")
                found.append((layer, kind, place_in(first, last) or rest))
    return found


def place_in(start: str, end: str) -> tuple[int, int] | None:
    """The characters of words that were marked; None where none were."""
    first, last = number(start), number(end)
    return None if first is None or last is None else (first, last)


def blind_of(review: Review, request: Request) -> Blind:
    """The next sentence of the sample that this person has not coded."""
    draw, who = draw_in(request.query_params), who_of(request)
    units = review.book.blind_sample(draw)
    coded = review.book.blind_coded(who) if who else {}
    left = [u for u in units if (u.report, u.span) not in coded]
    layers = tuple((layer, kinds_of(layer)) for layer in KINDS)
    mine = [j.id for j in standing(review.book.judgements()) if j.layer == LAYER and j.who == who]
    return Blind(left[0] if who and left else None, draw, len(units) - len(left), len(units), layers, mine[-1] if mine else "")


def draw_in(values: Mapping[str, str]) -> Draw:
    """Which sample is meant."""
    return Draw(*sample_in(values.get("seed", ""), values.get("size", ""), default=SIZE, most=MOST_SIZE), day_of(values, "as_of"))


def values_of(draw: Draw) -> dict[str, str]:
    """The values of a URL that ask for a sample."""
    told = zip(DRAWN, (draw.seed, draw.size, draw.day), strict=True)
    return {name: str(value) for name, value in told if value is not None}
