"""The controls that hold on every page and stand in the URL: negotiation, as-of and since."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode

from onrecord.errors import InputError

LINK = re.compile(r'(<(?:a|link)\b[^>]*?\bhref=")(/(?!static/)[^"?#]*)(\?[^"#]*)?(#[^"]*)?"')
"""A link to one of our pages in drawn HTML or SVG; quotation marks of what reports say are escaped, so nothing of theirs looks so."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What part of the record is looked at, and from which day on a thing counts as new."""

    negotiation: str | None = None
    """Id of a negotiation; None for all."""
    as_of: dt.date | None = None
    since: dt.date | None = None

    @property
    def values(self) -> dict[str, str]:
        """As they stand in the URL."""
        told = (("negotiation", self.negotiation), ("as_of", self.as_of), ("since", self.since))
        return {k: str(v) for k, v in told if v is not None}

    @property
    def keep(self) -> str:
        """The query string that carries the scope to the next page."""
        return f"?{urlencode(self.values)}" if self.values else ""


def scope_of(values: Mapping[str, str]) -> Scope:
    """The scope in the values of a URL; InputError for what is no date."""
    return Scope(values.get("negotiation", "").strip() or None, day_of(values, "as_of"), day_of(values, "since"))


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
    """The same page with the scope in every link of it that leads to one of our pages."""
    if not scope.values:
        return html

    def add(match: re.Match[str]) -> str:
        own = dict(parse_qsl((match[3] or "?")[1:].replace("&amp;", "&"), keep_blank_values=True))
        query = urlencode({**scope.values, **own}).replace("&", "&amp;")
        return f'{match[1]}{match[2]}?{query}{match[4] or ""}"'

    return LINK.sub(add, html)
