"""What stands around every page: menu, scope, and the two forms (HTML and JSON) in which it is given."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import msgspec
from fastapi import Request, Response
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from onrecord.types import Snapshot
from onrecord.views.brief.page import Cite
from onrecord.views.brief.words import date_words, day_words, days_in, moment_words, number_words
from onrecord.views.web.book import Waiting
from onrecord.views.web.rests import citation, citation_of_words
from onrecord.views.web.safety.policy import FILE_POLICY, HEADERS
from onrecord.views.web.scope import Scope, carried, scope_of
from onrecord.views.web.seen import Seen
from onrecord.views.web.unread import unread
from onrecord.views.writing.manners import offered
from onrecord.views.writing.marks import number, set_apart

HERE = Path(__file__).parent
MENU = (
    ("/", "Brief"), ("/new", "New"), ("/timeline", "Timeline"), ("/figures", "Figures"), ("/positions", "Positions"), ("/commitments", "Commitments"),
    ("/talks", "Talks"), ("/roster", "Roster"), ("/channels", "Channels"), ("/proposals", "Proposals"), ("/agreements", "Agreements"),
    ("/disputes", "Disputes"), ("/sources", "Sources"), ("/entities", "Who is who"), ("/reports", "Reports"),
    ("/problems", "Problems"), ("/review", "Review"), ("/audit", "Audit"), ("/add", "Add"),
)
CONTROLS = ("negotiation", "as_of", "since", "locale")


class Frame:
    """Draws pages: one template each, or the same data as JSON where the path ends in `.json`."""

    def __init__(self, token: str = "") -> None:  # nosec B107 -- of a form, made anew for each session
        """*token* stands in forms for that of the session, which is put there as the page is sent; a page that is written to a file has none."""
        self.token = token
        loader = FileSystemLoader(HERE / "templates")
        self._templates = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
        self._templates.globals.update(cited=cited, token=token, days=date_words, day=day_words, moment=moment_words, file_policy=FILE_POLICY)
        self._templates.filters.update(grouped=number_words, decimal=decimal, dated=days_in)

    def html(self, template: str, **values: Any) -> str:
        """The drawn template; every value from a report is escaped."""
        return self._templates.get_template(template).render(**values)

    def page(self, sight: Sight, template: str, data: Any, **values: Any) -> str:
        """A page with everything that stands around it."""
        seen, scope = sight.seen, sight.scope
        others = [(k, v) for k, v in sight.values.items() if k not in (*CONTROLS, "page")]
        around = {
            "data": data, "snapshot": seen.snapshot if seen else None, "seen": seen, "scope": scope, "menu": MENU, "here": sight.path, "path": sight.path,
            "twin": sight.twin, "live": sight.live, "has_bytes": sight.live, "others": others,
            "heading": "", "note": "", "notes": (), "query": "", "root": "/", "waiting": Waiting(), "unread": seen.once(unread) if seen else (),
            "manners": offered(), "fresh": fresh(seen.snapshot, scope) if seen else frozenset(), "url": url_with(sight.values),
        }
        return set_apart(carried(self.html(template, **{**around, **values}), scope))

    def give(self, request: Request, template: str, data: Any, *, seen: Seen | None, status: int = 200, **values: Any) -> Response:
        """The answer to *request*: *data* as JSON, or in *template*."""
        path = request.url.path
        if path.endswith(".json"):
            return Response(as_json(data), status, HEADERS, "application/json")
        twin = ("/index" if path == "/" else path) + ".json" + (f"?{request.url.query}" if request.url.query else "")
        sight = Sight(path, dict(request.query_params), seen, scope_of(request.query_params), twin) if status == 200 else Sight(path, {}, seen, Scope(), twin)
        return HTMLResponse(self.page(sight, template, data, **values), status, HEADERS)


@dataclass(frozen=True, slots=True)
class Sight:
    """From where a page is looked at."""

    path: str
    values: Mapping[str, str]
    """The values in the URL."""
    seen: Seen | None
    scope: Scope
    twin: str = ""
    """Address of the same page as JSON."""
    live: bool = True
    """Whether a program answers; without one there are no forms."""


def decimal(value: float, digits: int = 2) -> str:
    """For templates: a number rounded to so many decimals."""
    return number(value, digits)


def url_with(given: Mapping[str, str]) -> Callable[..., str]:
    """For templates: the query string of this page with some values changed; None takes one out."""

    def changed(**values: object) -> str:
        return "?" + urlencode({k: v for k, v in {**given, **values}.items() if v is not None})

    return changed


def fresh(snapshot: Snapshot, scope: Scope) -> frozenset[str]:
    """Ids of the reports that were surely published on or after the since day; what only they tell is new."""
    if scope.since is None:
        return frozenset()
    return frozenset(d.report for d in snapshot.derived.dates if d.published and d.published.first and d.published.first >= scope.since)


def cited(snapshot: Snapshot, place: Cite | str) -> str:
    """For templates: the citation of a statement, by its id, or of a place."""
    if isinstance(place, str):
        return citation(snapshot, snapshot.statements[place])
    return citation(snapshot, snapshot.statements[place.statement]) if place.statement else citation_of_words(snapshot, place)


def as_json(data: Any) -> bytes:
    """Dataclasses, dates and spans as indented JSON."""
    return msgspec.json.format(msgspec.json.encode(data), indent=1)
