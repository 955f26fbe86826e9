"""A form as it was sent, once it is known to come from one of our pages."""

from __future__ import annotations

import hmac

from fastapi import Depends, Request
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException

from onrecord.views.web.safety.guard import session_of

MOST_FILES = 200
MOST_FIELDS = 200
OLD = "The form is from an earlier start of the program or was not sent from one of its pages; open the page again and send it once more."


async def given(request: Request) -> FormData:
    """The fields of the form; 403 where it does not carry the token of this session."""
    form = await request.form(max_files=MOST_FILES, max_fields=MOST_FIELDS)
    token = form.get("token")
    if not isinstance(token, str) or not hmac.compare_digest(token.encode("utf-8", "surrogatepass"), session_of(request).csrf.encode()):
        raise HTTPException(403, OLD)
    return form


GIVEN = Depends(given)
"""Stands in the place of a form among the parameters of what answers it."""


def text(form: FormData, name: str) -> str:
    """A field without the space around it; empty where it is not given or a file."""
    value = form.get(name)
    return value.strip() if isinstance(value, str) else ""
