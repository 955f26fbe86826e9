"""The page on which a reader from elsewhere gives a token, and the way out."""

from __future__ import annotations

from fastapi import FastAPI, Request, Response
from fastapi.responses import RedirectResponse
from starlette.datastructures import FormData

from onrecord.views.web.frame import Frame
from onrecord.views.web.safety.forms import GIVEN, text
from onrecord.views.web.safety.guard import SESSION, session_of
from onrecord.views.web.safety.policy import Safety
from onrecord.views.web.safety.tokens import role_of


def add_entering(app: FastAPI, frame: Frame, safety: Safety) -> None:
    """Puts `/enter` on *app*; where no token is asked for, it leads to the brief."""
    tokens = safety.tokens
    if tokens is None:
        return

    def show(request: Request, status: int = 200, note: str = "") -> Response:
        return frame.give(request, "enter.html", None, seen=None, status=status, heading="A token, please", note=note, token=session_of(request).csrf)

    @app.get("/enter")
    def page(request: Request) -> Response:
        return show(request)

    @app.post("/enter")
    def enter(request: Request, form: FormData = GIVEN) -> Response:
        role = role_of(text(form, "given"), tokens)
        if role is None:
            return show(request, 403, "That is no token of this record.")
        request.scope[SESSION] = request.scope["onrecord.guard"].sessions.start(role)
        return RedirectResponse("/", 303)
