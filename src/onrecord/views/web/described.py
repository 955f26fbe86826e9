"""What OpenAPI says of every address: what its form takes, and every status that it may answer with."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from onrecord.reconcile.judged_added import KINDS as LAYERS
from onrecord.views.web.safety.guard import READS

Text = dict[str, Any]
Forms = Mapping[str, Mapping[str, Text]]


def said(about: str, *choices: str) -> Text:
    """A field of a form that holds words, or one of a few."""
    return {"type": "string", "description": about, **({"enum": list(choices)} if choices else {})}


def several(about: str) -> Text:
    """A field that may come several times."""
    return {"type": "array", "items": {"type": "string"}, "description": about}


def files(about: str) -> Text:
    """One or several files."""
    return {"type": "array", "items": {"type": "string", "format": "binary"}, "description": about}


TOKEN = {"token": said("What the page with the form carries; it holds for one session.")}
WHO = {"who": said("The name under which it is decided."), "why": said("The reason, if any.")}
BACK = {
    "seen": said("Id of the last judgement that the page could show; empty for none."), "cap": said("How many statements a day are asked for."),
    "on_kind": said("Kind of the page that the form leads back to."), "on_id": said("Id of the thing on that page."),
    "next": said("Id of the statement that is looked at next."),
}
SAMPLE = {"seed": said("Number of the sample."), "size": said("How many are drawn."), "as_of": said("A day YYYY-MM-DD: only what could be known then.")}
PLACE = {"start": said("First character of the words that are marked."), "end": said("The character after the last.")}
CODED = {layer: several(f"What the sentence says of {layer}: kinds of that layer.") for layer in LAYERS}
THING = {
    "action": said("What is decided.", "accept", "reject", "edit", "merge", "split", "note", "take_back", "add", "origin"), **PLACE,
    "alike": said("Set where it holds for all alike."), "name": said("How a negotiation is called."), "other": several("Ids that it is joined with."),
    "part": several("What is parted off."), "words": said("A note for the desk."), "open": said("Set where the note may leave."),
    "how": said("What a report is to another."), "kind": said("What two reports were held to be."), "layer": said("What the marked words say."),
    "n": said("Number of the note that is taken back."),
    "by": said("Id of the attribution that they stand in, or `own`."), "of": several("Ids of the statements that a time dates."),
}
FORMS: Forms = {
    "/add/text": {"text": said("The report."), "outlet": said("Who published it."), "published": said("The day, YYYY-MM-DD.")},
    "/add/files": {"files": files("Reports."), "outlet": said("Who published all of them."), "published": said("The day of all.")}, "/add/sample": {},
    "/new/seen": {"reader": said("Name of the reader."), "watch": said("Words with commas between.")},
    "/new/undo": {
        "reader": said("Name of the reader."), "marked": said("Moment of the mark that is undone."), "before": said("Moment of the mark before it, or never."),
        "watched": said("What the reader watched then."),
    },
    "/review/blind": {**SAMPLE, **PLACE, "action": said("What is done.", "begin", "code"), "report": said("Id of the report."), **CODED},
    "/review/packs": {"files": files("A pack, as TOML.")}, "/review/packs/remove": {"name": said("The pack.")},
    "/review/undo": {"target": said("Id of the judgement that is taken back."), **SAMPLE}, "/review/{kind}/{identity}": THING,
    "/review/name": {}, "/review/aside": {"report": several("Ids of the reports that are set aside; left out, all that an adding brought.")},
    "/audit": {"seed": SAMPLE["seed"], "size": SAMPLE["size"]}, "/audit/{identity}/keep": {},
    "/audit/{identity}/{number}": {"seen": BACK["seen"], "answer": said("What is answered.", "accept", "reject", "none", "missed"), "note": said("A remark.")},
    "/enter": {"given": said("A token of this record.")},
}
"""The fields of each form beside those that all forms of its part have."""
NAMED = {
    "/review/{kind}/{identity}": "field.NAME and LAYER.NAME set fields.", "/audit": "layer.LAYER chooses layers.",
    "/audit/{identity}/{number}": "missed.LAYER counts what was missed.",
}
"""Fields whose names are made of others."""


def describe(app: FastAPI) -> None:
    """Has *app* say all of it at `/openapi.json`; made when it is first asked for."""

    def made() -> dict[str, Any]:
        if app.openapi_schema is None:
            found = get_openapi(title=app.title, version=app.version, routes=app.routes)
            for path, methods in found["paths"].items():
                for method, operation in methods.items():
                    complete(path, method.upper(), operation)
            app.openapi_schema = found
        return app.openapi_schema

    app.openapi = made  # type: ignore[method-assign]


def complete(path: str, method: str, operation: dict[str, Any]) -> None:
    """Adds the form and every answer to the description of one operation."""
    operation["responses"].pop("422", None)
    for status, about in answers(path, method).items():
        operation["responses"].setdefault(status, {"description": about})
    if method in READS:
        return
    operation["responses"].pop("200", None) if path != "/enter" else None
    own = {**TOKEN, **FORMS[path]}
    own |= {**WHO, **BACK} if path.startswith("/review") else WHO if path.startswith("/audit") else {}
    schema = {"type": "object", "properties": own, "required": ["token"], "description": NAMED.get(path, ""), "additionalProperties": path in NAMED}
    sent = "multipart/form-data" if "files" in own else "application/x-www-form-urlencoded"
    operation["requestBody"] = {"required": True, "content": {sent: {"schema": schema}}}


def answers(path: str, method: str) -> dict[str, str]:
    """Every status with which an address may answer, beside those that it describes itself."""
    found = {
        "400": "Something that was sent is not understood; the answer says what.", "401": "A token is asked for, where the answer is to be JSON.",
        "403": "The host is not ours, or the token does not do.", "503": "The record or a file of the server cannot be used now; the answer says why.",
    }
    if "{" in path:
        found["404"] = "Nothing has this address."
    if method in READS:
        found["303"] = "Leads to the page that asks for a token, or from an empty record to where reports are added."
        return found | ({"429": "Too many searches; `Retry-After` says when to come again."} if path.startswith("/search") else {})
    found |= {
        "303": "Done, or begun; leads to the page that tells of it.", "408": "The form did not arrive in time.", "413": "More was sent than is taken.",
        "429": "Too many forms; `Retry-After` says when to come again.",
    }
    return found | ({"409": "Somebody judged the same thing meanwhile; nothing was written."} if path.startswith(("/review", "/audit/")) else {})
