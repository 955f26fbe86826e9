"""What a page is asked: the record within a scope, and the values in the URL."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from onrecord.types import Snapshot
from onrecord.views.web.book import Book
from onrecord.views.web.frame import Scope


@dataclass(frozen=True, slots=True)
class Asked:
    """One request for a page."""

    snapshot: Snapshot
    scope: Scope
    book: Book
    values: Mapping[str, str] = field(default_factory=dict)
    """The values in the URL, cut to a length that no page exceeds."""
    identity: str = ""
    """The id in the path, for the page of one thing."""

    def value(self, name: str) -> str:
        """A value in the URL; empty where it is not given."""
        return self.values.get(name, "").strip()


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its address, its heading, its template, and what makes its data."""

    path: str
    heading: str
    template: str
    make: Callable[[Asked], Any]
    """The data of the page, drawn by the template and printed by the JSON twin; KeyError where there is none."""
