"""What a page is asked: the record within a scope, and the values in the URL."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from onrecord.types import Snapshot
from onrecord.views.web.book import Book
from onrecord.views.web.paging import LONGEST, Part, number_in, part
from onrecord.views.web.scope import Scope
from onrecord.views.web.seen import Seen

T = TypeVar("T")
MOST_PAGES = 1_000_000


@dataclass(frozen=True, slots=True)
class Asked:
    """One request for a page."""

    seen: Seen
    scope: Scope
    book: Book
    values: Mapping[str, str] = field(default_factory=dict)
    """The values in the URL, cut to a length that no page exceeds."""
    identity: str = ""
    """The id in the path, for the page of one thing."""

    @property
    def snapshot(self) -> Snapshot:
        """The record within the scope."""
        return self.seen.snapshot

    def value(self, name: str) -> str:
        """A value in the URL; empty where it is not given."""
        return self.values.get(name, "").strip()

    def once(self, make: Callable[[Snapshot], T]) -> T:
        """What *make* gives of the snapshot, kept until the record changes."""
        return self.seen.once(make)

    def part(self, items: Sequence[T], *, per: int, what: str = "rows") -> Part[T]:
        """The page of a list that `page` and `per` in the URL ask for, or that holds the thing whose id is in `at`."""
        per = number_in(self.value("per"), "per", default=per, most=LONGEST)
        at, first = self.value("at"), 1
        if at:
            first = next((n for n, item in enumerate(items) if getattr(item, "id", None) == at), 0) // per + 1
        return part(items, page=number_in(self.value("page"), "page", default=first, most=MOST_PAGES), per=per, what=what)


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its address, its heading, its template, and what makes its data."""

    path: str
    heading: str
    template: str
    make: Callable[[Asked], Any]
    """The data of the page, drawn by the template and printed by the JSON twin; KeyError where there is none."""
    takes: tuple[tuple[str, str], ...] = ()
    """Values of the URL that only this page takes, each with what it means."""
