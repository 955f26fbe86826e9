"""What changed, as an Atom feed, and the description of all addresses for programs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from fastapi import FastAPI, Request, Response

from onrecord.types import Snapshot
from onrecord.types.changes import Changes
from onrecord.views.export.atom import News, atom
from onrecord.views.export.places import places_of
from onrecord.views.web.asked import Page
from onrecord.views.web.book import Book
from onrecord.views.web.pages.new import last_days
from onrecord.views.web.safety.policy import HEADERS
from onrecord.views.web.scope import scope_of

MOST_ENTRIES = 200


def add_feed(app: FastAPI, book: Book) -> None:
    """Puts `/feed.atom` on *app*: changes since the day in the URL, else since the eighth last day with reports."""

    def feed(request: Request) -> Response:
        scope = scope_of(request.query_params)
        seen = book.seen(scope)
        days = seen.once(last_days)
        since = scope.since or (days[-1] if days else None)
        changes = book.changes(replace(scope, since=since)) if since else Changes()
        return Response(atom(seen.snapshot, news(seen.snapshot, changes, since)), 200, HEADERS, "application/atom+xml")

    app.add_api_route("/feed.atom", feed, methods=["GET"], response_class=Response, name="feed", openapi_extra={"parameters": described(CONTROLS)})


def news(snapshot: Snapshot, changes: Changes, since: dt.date | None) -> Iterator[News]:
    """The changes of most effect, each on the last day on which its reports may have been published."""
    for change in changes.lines[:MOST_ENTRIES]:
        told = [s.published.last for i in change.statements if (s := snapshot.statements.get(i)) and s.published and s.published.last]
        day = max(told, default=since)
        if day is not None:
            yield News(day, change, tuple(places_of(snapshot, change.statements, {})))


CONTROLS = (
    ("negotiation", "Id of a negotiation to which the page is narrowed."), ("as_of", "A day YYYY-MM-DD: the record as it could be known then."),
    ("since", "A day YYYY-MM-DD: what only reports from that day on tell is marked as new."),
    ("locale", "In whose manner a page writes days and numbers: a language tag such as de-DE, or plain; else what Accept-Language asks for."),
)
PARTS = (("page", "Which part of a long list, from 1."), ("per", "How many things a part has, at most 500."))


def described(values: tuple[tuple[str, str], ...]) -> list[dict[str, Any]]:
    """Values of a URL as OpenAPI describes them."""
    return [{"name": name, "in": "query", "required": False, "description": about, "schema": {"type": "string"}} for name, about in values]


def description(page: Page) -> dict[str, Any]:
    """What OpenAPI says of a page."""
    one = [{"name": "identity", "in": "path", "required": True, "schema": {"type": "string"}}] if "{identity}" in page.path else []
    return {
        "parameters": [*one, *described((*CONTROLS, *PARTS, *page.takes))],
        "responses": {
            "200": {"description": page.heading}, "304": {"description": "What the browser has is still right."},
            "400": {"description": "A value in the URL is not understood; the answer says which."}, "404": {"description": "Nothing has this address."},
        },
    }

