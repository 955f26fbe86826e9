"""The addresses under `/audit`: a sample is drawn, looked at place by place by keyboard, and told as precision and recall."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.responses import RedirectResponse
from starlette.datastructures import FormData

from onrecord.desk.auditing import LAYERS, Place, Sample, answered
from onrecord.desk.audits import Answer, Audit
from onrecord.desk.deciding import Changed
from onrecord.errors import InputError
from onrecord.score.audited import Quality, quality
from onrecord.types import Judgement
from onrecord.views.web.book import Desk
from onrecord.views.web.frame import Frame
from onrecord.views.web.naming import LONGEST, name_in, remembered, who_of
from onrecord.views.web.paging import sample_in
from onrecord.views.web.review.past import past
from onrecord.views.web.review.queue import AROUND
from onrecord.views.web.safety.forms import GIVEN, text
from onrecord.views.web.safety.guard import session_of
from onrecord.views.web.scope import Scope, scope_of
from onrecord.views.web.seen import Seen

SIZE = 50
MOST_SIZE = 1000
MOST_MISSED = 9
"""Statements of one layer that one sentence can lack."""


@dataclass(frozen=True, slots=True)
class Line:
    """One audit in the list."""

    id: str
    who: str
    when: dt.datetime
    sample: Sample
    places: int
    answered: int
    next: int | None


@dataclass(frozen=True, slots=True)
class Result:
    """One audit with all its places and what the answers tell."""

    audit: Line
    layers: tuple[Quality, ...]
    reports: int
    """In how many reports the answered places stand."""
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Look:
    """One place to look at, with its words in context."""

    audit: Line
    number: int
    place: Place
    report: str
    """Its id."""
    before: str
    after: str


def line_of(audit: Audit) -> Line:
    """An audit without its places."""
    return Line(audit.id, audit.who, audit.when, audit.sample, len(audit.places), audit.answered, audit.next)


class Audits:
    """The pages of audits over one book."""

    def __init__(self, book: Desk, frame: Frame) -> None:
        self.book = book
        self.frame = frame

    def show(self, request: Request, template: str, data: Any, heading: str, **values: Any) -> Response:
        """A page with what its forms need."""
        around: dict[str, Any] = {"token": session_of(request).csrf, "who": who_of(request), "layers": LAYERS, "waiting": self.book.waiting()}
        return self.frame.give(request, template, data, seen=self.seen(request), heading=heading, **around, **values)

    def seen(self, request: Request) -> Seen:
        """The record as it could be known on the day that the page is asked for; a sample is drawn from all negotiations."""
        return self.book.seen(Scope(as_of=scope_of(request.query_params).as_of))

    def audit(self, identity: str) -> Audit:
        """The audit with this id; KeyError for none."""
        return {a.id: a for a in self.book.audits()}[identity.removesuffix(".json")]

    def every(self, request: Request) -> Response:
        """All audits, the last first, and the form that begins one."""
        return self.show(request, "audits.html", [line_of(a) for a in reversed(self.book.audits())], "Audit", most=MOST_SIZE)

    def begin(self, form: FormData) -> Response:
        """Draws a sample, and leads to its first place."""
        layers = tuple(layer for layer in LAYERS if text(form, f"layer.{layer}"))
        seed, size = sample_in(text(form, "seed"), text(form, "size"), default=SIZE, most=MOST_SIZE)
        made = self.book.start_audit(Sample(size, seed, layers or LAYERS), name_in(form))
        return led(f"/audit/{made}/1", name_in(form))

    def result(self, request: Request, identity: str) -> Response:
        """What the answers tell so far."""
        audit, known = self.audit(identity), self.seen(request).snapshot.by_id
        places = tuple(p for p in audit.places if audit.reports[p.report] in known)
        rows = answered(places)
        data = Result(line_of(audit), quality(rows, seed=audit.sample.seed), len({r.report for r in rows}), places)
        return self.show(request, "audit.html", data, "Audit", kept=request.query_params.get("kept", "")[:9])

    def place(self, request: Request, identity: str, number: int) -> Response:
        """One place; KeyError for a number that is none, and for a place in a report that is left out."""
        audit = self.audit(identity)
        if not 1 <= number <= len(audit.places):
            raise KeyError(number)
        place = audit.places[number - 1]
        report = audit.reports[place.report]
        look = Look(line_of(audit), number, place, report, *around(self.seen(request).snapshot.report(report).text, place))
        return self.show(request, "audit_place.html", look, f"Audit, place {number}", most=MOST_MISSED, last=last_of(self.book.judgements()))

    def answer(self, request: Request, identity: str, number: int, form: FormData) -> Response:
        """Keeps an answer, and leads to the next place without one, or to what the answers tell; 409 with what somebody else answered meanwhile."""
        missed = [layer for layer in LAYERS for _ in range(times(text(form, f"missed.{layer}"), layer))]
        given = Answer(number, text(form, "answer"), " ".join(missed), text(form, "note")[:LONGEST], text(form, "seen"))
        try:
            self.book.answer_audit(identity, given, name_in(form))
        except Changed as error:
            again = f"/audit/{self.audit(identity).id}/{number}"
            return self.frame.give(
                request, "changed.html", past(error.since), seen=None, status=409, heading="Changed meanwhile", note=str(error), again=again,
            )
        audit = self.audit(identity)
        later = next((n for n, p in enumerate(audit.places, 1) if n > number and not p.answer), audit.next)
        return led(f"/audit/{audit.id}" + (f"/{later}" if later else ""), name_in(form))

    def keep(self, identity: str, form: FormData) -> Response:
        """Makes decisions of the answers."""
        made, _ = self.book.keep_audit(self.audit(identity).id, name_in(form))
        return led(f"/audit/{identity}?kept={made}", name_in(form))


def last_of(judged: Sequence[Judgement]) -> str:
    """The id of the last judgement; empty where there is none."""
    return judged[-1].id if judged else ""


def around(text: str, place: Place) -> tuple[str, str]:
    """What stands before and after the words of a place, from word to word."""
    before, after = text[max(0, place.start - AROUND) : place.start], text[place.end : place.end + AROUND]
    if place.start > AROUND and " " in before:
        before = f"… {before.partition(' ')[2]}"
    if place.end + AROUND < len(text) and " " in after:
        after = f"{after.rpartition(' ')[0]} …"
    return before, after


def led(to: str, who: str) -> Response:
    """Leads to a page of audits, the name remembered."""
    return remembered(RedirectResponse(to, 303), who, path="/audit")


def times(typed: str, layer: str) -> int:
    """How many statements of a layer a form says were missed; InputError for what is no such number."""
    if typed in ("", "0"):
        return 0
    if not typed.isascii() or not typed.isdigit() or int(typed) > MOST_MISSED:
        raise InputError(f"{layer}: {typed!r} missed; give a whole number from 0 to {MOST_MISSED}")
    return int(typed)


def add_audit(app: FastAPI, book: Desk, frame: Frame) -> None:
    """Puts the pages of audits and their forms on *app*."""
    audits = Audits(book, frame)

    @app.get("/audit")
    @app.get("/audit.json")
    def every(request: Request) -> Response:
        return audits.every(request)

    @app.post("/audit")
    def begin(form: FormData = GIVEN) -> Response:
        return audits.begin(form)

    @app.get("/audit/{identity}")
    def result(request: Request, identity: str) -> Response:
        return audits.result(request, identity)

    @app.post("/audit/{identity}/keep")
    def keep(identity: str, form: FormData = GIVEN) -> Response:
        return audits.keep(identity, form)

    @app.get("/audit/{identity}/{number}")
    @app.get("/audit/{identity}/{number}.json")
    def place(request: Request, identity: str, number: int) -> Response:
        return audits.place(request, identity, number)

    @app.post("/audit/{identity}/{number}")
    def answer(request: Request, identity: str, number: int, form: FormData = GIVEN) -> Response:
        return audits.answer(request, identity, number, form)
