"""The controls that hold on every page and stand in the URL: negotiation, as-of, since, and how days and numbers are written."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode

from onrecord.errors import InputError
from onrecord.views.writing.manners import named

LINK = re.compile(r'(<(?:a|link)\b[^>]*?\bhref=")(/(?!static/)[^"?#]*)(\?[^"#]*)?(#[^"]*)?"')
"""A link to one of our pages in drawn HTML or SVG; quotation marks of what reports say are escaped, so nothing of theirs looks so."""

SENT = re.compile(r'(<form\b[^>]*?\bmethod="post"[^>]*?\baction="/[^"?#]*)"')
STAYING = ("negotiation", "as_of", "locale")
"""The controls that a form's page leads on to. A day since which things are new does not stay: "mark as seen" sets another."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What part of the record is looked at, from which day on a thing counts as new, and in whose manner days and numbers are written."""

    negotiation: str | None = None
    """Id of a negotiation; None for all."""
    as_of: dt.date | None = None
    since: dt.date | None = None
    locale: str | None = None
    """A language tag, or `plain`; None for what the browser asks for."""

    @property
    def values(self) -> dict[str, str]:
        """As they stand in the URL."""
        told = (("negotiation", self.negotiation), ("as_of", self.as_of), ("since", self.since), ("locale", self.locale))
        return {k: str(v) for k, v in told if v is not None}

    @property
    def narrowed(self) -> bool:
        """Whether other than the whole record is looked at, or something is marked as new."""
        return bool(self.negotiation or self.as_of or self.since)

    @property
    def keep(self) -> str:
        """The query string that carries the scope to the next page."""
        return f"?{urlencode(self.values)}" if self.values else ""


def scope_of(values: Mapping[str, str]) -> Scope:
    """The scope in the values of a URL; InputError for what is no date, and for a locale that nobody knows."""
    return Scope(values.get("negotiation", "").strip() or None, day_of(values, "as_of"), day_of(values, "since"), locale_of(values))


def locale_of(values: Mapping[str, str]) -> str | None:
    """The tag of a manner of writing, None where it is left empty."""
    tag = values.get("locale", "").strip()
    if tag and named(tag) is None:
        raise InputError(f"locale={tag[:40]!r} is no language that days are written in; give a tag such as de-DE, or plain")
    return tag or None


def day_of(values: Mapping[str, str], name: str) -> dt.date | None:
    """A day given as YYYY-MM-DD, None where it is left empty."""
    value = values.get(name, "").strip()
    if not value:
        return None
    try:
        return dt.date.fromisoformat(value)
    except ValueError as error:
        raise InputError(f"{name}={value!r} is no day; write it as YYYY-MM-DD") from error


def carried(html: str, scope: Scope) -> str:
    """The same page with the scope in every link of it that leads to one of our pages, and what stays of it where forms are sent."""
    if not scope.values:
        return html

    def add(match: re.Match[str]) -> str:
        own = dict(parse_qsl((match[3] or "?")[1:].replace("&amp;", "&"), keep_blank_values=True))
        query = urlencode({**scope.values, **own}).replace("&", "&amp;")
        return f'{match[1]}{match[2]}?{query}{match[4] or ""}"'

    if kept := {k: v for k, v in scope.values.items() if k in STAYING}:
        html = SENT.sub(lambda found: f'{found[1]}?{urlencode(kept).replace("&", "&amp;")}"', html)
    return LINK.sub(add, html)
