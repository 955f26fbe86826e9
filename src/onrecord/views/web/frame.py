"""What stands around every page: menu, scope, and the two forms (HTML and JSON) in which it is given."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import msgspec
from fastapi import Request, Response
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from onrecord.errors import InputError
from onrecord.types import Snapshot

HERE = Path(__file__).parent
MENU = (
    ("/", "Brief"), ("/timeline", "Timeline"), ("/figures", "Figures"), ("/positions", "Positions"), ("/commitments", "Commitments"),
    ("/talks", "Talks"), ("/roster", "Roster"), ("/channels", "Channels"), ("/proposals", "Proposals"), ("/agreements", "Agreements"),
    ("/disputes", "Disputes"), ("/sources", "Sources"), ("/entities", "Who is who"), ("/reports", "Reports"),
    ("/problems", "Problems"), ("/add", "Add"),
)
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-cache",
}
"""Nothing from elsewhere and no script at all; inline style is what the drawn charts carry."""


@dataclass(frozen=True, slots=True)
class Scope:
    """The controls that hold on every page and stand in the URL."""

    as_of: dt.date | None = None
    since: dt.date | None = None

    @property
    def keep(self) -> str:
        """The query string that carries the scope to the next page."""
        values = {k: str(v) for k, v in (("as_of", self.as_of), ("since", self.since)) if v is not None}
        return f"?{urlencode(values)}" if values else ""


def scope_of(request: Request) -> Scope:
    """The scope in the request's URL; InputError for what is no date."""
    return Scope(day_of(request, "as_of"), day_of(request, "since"))


def day_of(request: Request, name: str) -> dt.date | None:
    """A day given as YYYY-MM-DD, None where it is left empty."""
    value = request.query_params.get(name, "").strip()
    if not value:
        return None
    try:
        return dt.date.fromisoformat(value)
    except ValueError as error:
        raise InputError(f"{name}={value!r} is no day; write it as YYYY-MM-DD") from error


class Frame:
    """Draws pages: one template each, or the same data as JSON where the path ends in `.json`."""

    def __init__(self) -> None:
        loader = FileSystemLoader(HERE / "templates")
        self._templates = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)

    def html(self, template: str, **values: Any) -> str:
        """The drawn template; every value from a report is escaped."""
        return self._templates.get_template(template).render(**values)

    def give(self, request: Request, template: str, data: Any, *, snapshot: Snapshot | None, status: int = 200, **values: Any) -> Response:
        """The answer to *request*: *data* as JSON, or in *template*."""
        path = request.url.path
        if path.endswith(".json"):
            return Response(as_json(data), status, HEADERS, "application/json")
        scope = scope_of(request) if status == 200 else Scope()
        twin = ("/index" if path == "/" else path) + ".json" + (f"?{request.url.query}" if request.url.query else "")
        around = {
            "data": data, "snapshot": snapshot, "menu": MENU, "here": path, "path": path, "keep": scope.keep, "since": scope.since, "twin": twin,
            "heading": "", "note": "", "query": "", "root": "/", "unread": unread(snapshot),
        }
        return HTMLResponse(self.html(template, **{**around, **values}), status, HEADERS)


def unread(snapshot: Snapshot | None) -> str:
    """What was not read, in the header of every page: problems that lost input."""
    if snapshot is None:
        return ""
    lost = Counter(p.kind.replace("_", " ") for p in snapshot.problems if p.lost)
    return ", ".join(f"{n} not read: {kind}" for kind, n in lost.most_common())


def as_json(data: Any) -> bytes:
    """Dataclasses, dates and spans as indented JSON."""
    return msgspec.json.format(msgspec.json.encode(data), indent=1)
