"""The addresses under `/review`: the queue, one thing, the history; and the forms that decide."""

from __future__ import annotations

import json
from typing import Any, cast
from urllib.parse import quote, urlencode

from fastapi import FastAPI, Request, Response
from fastapi.responses import RedirectResponse
from starlette.datastructures import FormData

from onrecord.desk.deciding import Action, Changed, Decision
from onrecord.desk.setting_aside import Aside
from onrecord.desk.tracing import Traced
from onrecord.errors import InputError
from onrecord.reconcile.judged import anchor
from onrecord.reconcile.judged_origins import LAYER as ORIGIN
from onrecord.reconcile.judged_origins import pair_of
from onrecord.reconcile.judged_reports import LAYER as WHOLE
from onrecord.reconcile.judged_reports import named
from onrecord.record.notes import Note
from onrecord.types import Judgement
from onrecord.views.web.book import Choice, Desk
from onrecord.views.web.feed import described
from onrecord.views.web.frame import Frame, as_json
from onrecord.views.web.naming import LONGEST, name_in, remembered, who_of
from onrecord.views.web.paging import number_in
from onrecord.views.web.review.adding import marked_in
from onrecord.views.web.review.fields import changed
from onrecord.views.web.review.meanwhile import state
from onrecord.views.web.review.past import past
from onrecord.views.web.review.queue import CAP, Day, queue
from onrecord.views.web.review.things import Kind, thing_of
from onrecord.views.web.routes import notes_on
from onrecord.views.web.safety.forms import GIVEN, text
from onrecord.views.web.safety.guard import session_of
from onrecord.views.web.safety.policy import HEADERS
from onrecord.views.web.scope import Scope, scope_of
from onrecord.views.web.seen import Seen

MOST_CAP = 500
KINDS: dict[str, Kind] = {"statements": "statements", "events": "events", "entities": "entities", "reports": "reports", "negotiations": "negotiations"}
NOTES = ("note", "take_back")
ACTIONS = {
    "statements": ("accept", "reject", "edit", *NOTES), "events": ("accept", "merge", "split", *NOTES), "entities": ("accept", "merge", "split", *NOTES),
    "reports": ("add", "origin", *NOTES), "negotiations": ("edit", "merge", "split", *NOTES),
}


OTHERS = {"history": "/review/history", "blind": "/review/blind", "packs": "/review/packs"}
"""Where a form that is about no one thing leads back to."""
RUN = "runs"
ADDED = "/add"
"""Where the pages of addings are."""
MOST_NOTES = 999_999_999
DRAWN = ("seed", "size", "as_of")
"""The values of a URL that say which sample is coded blindly."""


class Review:
    """The pages of review over one book."""

    def __init__(self, book: Desk, frame: Frame) -> None:
        self.book = book
        self.frame = frame

    def show(self, request: Request, template: str, data: Any, **values: Any) -> Response:
        """A page with what every form of it needs."""
        judged = self.book.judgements()
        done = next((j for j in judged if j.id == request.query_params.get("done")), None)
        around = {
            "token": session_of(request).csrf, "who": who_of(request), "last": judged[-1].id if judged else "", "done": done,
            "cap": cap_of(request), "waiting": self.book.waiting(),
        }
        return self.frame.give(request, template, data, seen=self.seen(request), **{**around, **values})

    def seen(self, request: Request) -> Seen:
        """The record within the scope of the page."""
        return self.book.seen(scope_of(request.query_params))

    def judged(self, request: Request) -> tuple[Judgement, ...]:
        """All decisions (what coders found is none); as of a day those made by then, on words of reports that could be known then."""
        found, day = tuple(j for j in self.book.judgements() if j.action != "code"), scope_of(request.query_params).as_of
        if day is None:
            return found
        known = self.seen(request).snapshot.by_id
        return tuple(j for j in found if j.when.date() <= day and reports_of(j) <= known.keys())

    def queue(self, request: Request) -> Response:
        """What is worth a look today."""
        data = queue(self.seen(request), self.judged(request), Day(who_of(request), self.book.now().date(), cap_of(request)))
        return self.show(request, "review.html", data, heading="Review")

    def history(self, request: Request) -> Response:
        """All judgements, the last first."""
        return self.show(request, "review_history.html", past(self.judged(request)), heading="What people decided")

    def thing(self, request: Request, kind: str, identity: str) -> Response:
        """One thing with its history."""
        identity = identity.removesuffix(".json")
        data = thing_of(self.seen(request), KINDS[kind], identity, self.judged(request), request.query_params)
        notes = notes_on(self.book, identity, scope_of(request.query_params).as_of, also_taken_back=True)
        new = next((n for n in notes if str(n.n) == request.query_params.get("noted")), None)
        return self.show(request, "review_thing.html", data, heading=data.title[:120], notes=notes, new=new)

    def decide(self, request: Request, kind: str, identity: str, form: FormData) -> Response:
        """Writes what a form decides, or shows what somebody else decided meanwhile."""
        action = text(form, "action")
        if action not in ACTIONS[kind]:
            raise InputError(f"{action!r} is nothing that can be done to {kind}; there are {', '.join(ACTIONS[kind])}")
        if action in NOTES:
            return self.note(kind, identity, form) if action == "note" else self.take_back(form)
        if action == "add":
            return self.written(request, marked_in(form, identity, name_in(form), LONGEST), form)
        if action == "origin":
            return self.written(request, traced_in(form, identity), form)
        decision = Decision(
            action=cast(Action, action), target=identity, who=name_in(form), why=text(form, "why")[:LONGEST], value=self.value(kind, action, identity, form),
            alike=bool(text(form, "alike")), seen=text(form, "seen"),
        )
        return self.written(request, decision, form)

    def note(self, kind: str, identity: str, form: FormData) -> Response:
        """Keeps a desk note; restricted unless the form says that it may leave."""
        thing_of(self.book.seen(Scope()), KINDS[kind], identity, self.book.judgements())
        made = self.book.note(Note(identity, name_in(form), self.book.now(), text(form, "words"), restricted=not text(form, "open")))
        return remembered(RedirectResponse(page_of(form, "", noted=str(made)), 303), name_in(form))

    def take_back(self, form: FormData) -> Response:
        """Takes back a note, or such a taking back; both stay."""
        self.book.take_back(number_in(text(form, "n"), "n", default=0, most=MOST_NOTES), name_in(form))
        return remembered(RedirectResponse(page_of(form, ""), 303), name_in(form))

    def aside(self, request: Request, form: FormData) -> Response:
        """Sets reports aside: those that are named, or all that one adding brought."""
        run = self.book.run(text(form, "on_id")) if text(form, "on_kind") == RUN else None
        brought = run.outcome.added if run and run.outcome else ()
        named = tuple(v for v in form.getlist("report") if isinstance(v, str))
        return self.written(request, Aside(reports=named or brought, who=name_in(form), why=text(form, "why")[:LONGEST], seen=text(form, "seen")), form)

    def value(self, kind: str, action: str, identity: str, form: FormData) -> str | None:
        """The value of a decision: fields of an edit, ids or names that are joined or parted."""
        if action == "edit" and kind == "negotiations":
            return json.dumps({"name": text(form, "name")[:LONGEST]}, ensure_ascii=False)
        if action == "edit":
            statement = self.book.seen(Scope()).snapshot.statements[identity]
            sent = {name.removeprefix("field."): str(value) for name, value in form.items() if name.startswith("field.")}
            return json.dumps(changed(statement, sent, (text(form, "start"), text(form, "end"))), ensure_ascii=False)
        if action not in ("merge", "split"):
            return None
        chosen = [v for v in form.getlist("other" if action == "merge" else "part") if isinstance(v, str) and v.strip()]
        if not chosen:
            raise InputError(f"nothing was chosen to {action}; choose at least one line")
        return json.dumps([v.strip() for v in chosen], ensure_ascii=False)

    def undo(self, request: Request, form: FormData) -> Response:
        """Takes one judgement back."""
        decision = Decision(action="undo", target=text(form, "target"), who=name_in(form), why=text(form, "why")[:LONGEST], seen=text(form, "seen"))
        return self.written(request, decision, form)

    def written(self, request: Request, decision: Choice, form: FormData) -> Response:
        """Back to the page that asked, with the judgement and the way to undo it; 409 with what changed where somebody was faster."""
        try:
            made = self.book.judge(decision)
        except Changed as error:
            return self.frame.give(
                request, "changed.html", past(error.since), seen=None, status=409, heading="Changed meanwhile", note=str(error), again=page_of(form, ""),
            )
        answer = remembered(RedirectResponse(page_of(form, made.id), 303), decision.who)
        return remembered(answer, decision.who, path=ADDED) if text(form, "on_kind") == RUN else answer


def add_things(app: FastAPI, review: Review) -> None:
    """Puts the queue, the things and the history on *app*."""

    @app.get("/review")
    @app.get("/review.json")
    def shown(request: Request) -> Response:
        return review.queue(request)

    @app.post("/review/name")
    def named_so(form: FormData = GIVEN) -> Response:
        return remembered(RedirectResponse(page_of(form, ""), 303), name_in(form))

    @app.get("/review/history")
    @app.get("/review/history.json")
    def decided(request: Request) -> Response:
        return review.history(request)

    @app.get("/review/state.json", openapi_extra={"parameters": described((("seen", "Id of the last judgement that a page shows; later ones are told."),))})
    def now(request: Request) -> Response:
        seen = request.query_params.get("seen")
        judged = review.book.judgements() if seen is not None else ()
        return Response(as_json(state(judged, review.book.waiting(), seen)), 200, HEADERS, "application/json")

    @app.post("/review/undo")
    def undo(request: Request, form: FormData = GIVEN) -> Response:
        return review.undo(request, form)

    @app.post("/review/aside")
    def aside(request: Request, form: FormData = GIVEN) -> Response:
        return review.aside(request, form)

    @app.get("/review/{kind}/{identity}")
    def thing(request: Request, kind: str, identity: str) -> Response:
        return review.thing(request, kind, identity)

    @app.post("/review/{kind}/{identity}")
    def decide(request: Request, kind: str, identity: str, form: FormData = GIVEN) -> Response:
        return review.decide(request, kind, identity, form)


def reports_of(judgement: Judgement) -> frozenset[str]:
    """The reports without which a judgement would name nothing: that of its words, the two whose origin it is about, or those that it sets aside."""
    if judgement.layer == ORIGIN:
        return frozenset(pair_of(judgement))
    if judgement.layer == WHOLE:
        return frozenset(named(judgement))
    return frozenset((anchor(judgement)["report"],)) if judgement.quote is not None and anchor(judgement).get("report") else frozenset()


def traced_in(form: FormData, report: str) -> Traced:
    """What a form says of two reports; a kind told the other way round is the same of the other report."""
    how, other = text(form, "how"), text(form, "other")
    if not other:
        raise InputError("no other report was chosen; choose the one that this has its text from")
    turned = {"copied": "copy", "rewritten": "rewrite", "back": text(form, "kind")}
    one, from_whom = (other, report) if how in turned else (report, other)
    return Traced(report=one, other=from_whom, how=turned.get(how, how), who=name_in(form), why=text(form, "why")[:LONGEST], seen=text(form, "seen"))


def cap_of(request: Request) -> int:
    """How many statements a day the page asks for."""
    return number_in(request.query_params.get("cap", ""), "cap", default=CAP, most=MOST_CAP)



def page_of(form: FormData, done: str, *, noted: str = "") -> str:
    """Where a form leads back to: one of the pages of review or of addings, never an address that was sent."""
    kind, identity, cap, after = (text(form, name) for name in ("on_kind", "on_id", "cap", "next"))
    drawn = ((name, text(form, name)) for name in DRAWN if kind == "blind")
    query = urlencode({k: v for k, v in (*drawn, ("cap", cap if cap.isdecimal() else ""), ("done", done), ("noted", noted)) if v})
    path = f"/review/{kind}/{quote(identity, safe='')}" if kind in KINDS and identity else OTHERS.get(kind, "/review")
    if kind == RUN and identity:
        path = f"{ADDED}/runs/{quote(identity, safe='')}"
    return path + (f"?{query}" if query else "") + (f"#q-{quote(after, safe='')}" if after else "")
