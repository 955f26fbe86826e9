"""Under which name a person judges: asked once, kept by the browser."""

from __future__ import annotations

from urllib.parse import quote, unquote

from fastapi import Request, Response
from starlette.datastructures import FormData

from onrecord.errors import InputError
from onrecord.views.web.safety.forms import text

WHO = "onrecord_who"
"""The cookie that keeps the name under which a person judges."""
LONGEST = 2000
"""Characters of a reason or a name."""


def remembered(answer: Response, who: str, *, path: str = "/review") -> Response:
    """The same answer, by which the browser remembers the name below *path*."""
    answer.set_cookie(WHO, quote(who), max_age=365 * 86400, httponly=True, samesite="strict", path=path)
    return answer


def who_of(request: Request) -> str:
    """The name that was given before, empty for none."""
    return unquote(request.cookies.get(WHO, ""))[:LONGEST]


def name_in(form: FormData) -> str:
    """The name under which a form decides; InputError where none is given."""
    name = " ".join(text(form, "who").split())
    if not name:
        raise InputError("a decision keeps who made it; give your name above the list once, it is remembered")
    return name[:LONGEST]
