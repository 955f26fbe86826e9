"""Lists of typed values that become dicts and data frames under the columns that exports have."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from html import escape
from importlib import import_module
from importlib.util import find_spec
from typing import Any, TypeVar, cast, overload

from onrecord.api import html
from onrecord.errors import InputError
from onrecord.types import Snapshot
from onrecord.views.brief.words import plural
from onrecord.views.cli.lists import section
from onrecord.views.export.book import Book
from onrecord.views.export.tables import TABLES, Cell
from onrecord.views.export.tables.columns import Look, cell

T = TypeVar("T", covariant=True)
MOST = 30
"""Rows that a notebook shows; the rest are counted."""


def as_it_is(snapshot: Snapshot, value: Any) -> Any:
    """A value that is given as `onrecord.types` has it."""
    return value


@dataclass(frozen=True, slots=True)
class Source:
    """Where the values of a list stand in a snapshot, in which table exports write them, and how they are shown."""

    snapshot: Snapshot
    part: str = ""
    """`statements`, `problems`, or a field of Derived; empty where the values stand in none."""
    table: str = ""
    """The table of `onrecord export csv` that has a row for each; empty where none has."""
    listing: str = ""
    """The command that prints them; empty where none does."""
    show: Callable[[Snapshot, Any], Any] = as_it_is

    def only(self, values: Sequence[Any]) -> Snapshot:
        """The snapshot with these values alone in their place."""
        if self.part == "statements":
            return replace(self.snapshot, statements={v.id: v for v in values})
        if self.part == "problems":
            return replace(self.snapshot, problems=tuple(values))
        return replace(self.snapshot, derived=replace(self.snapshot.derived, **{self.part: tuple(values)}))


class Rows(Sequence[T]):
    """A list of frozen typed values: index, slice and loop over it; `to_frame` and `to_dicts` give it as a table."""

    __slots__ = ("_source", "_values", "as_of", "left_out")

    def __init__(self, values: Sequence[Any], source: Source, *, as_of: dt.date | None = None, left_out: Sequence[str] = ()) -> None:
        self._values = tuple(values)
        self._source = source
        self.as_of = as_of
        self.left_out = tuple(left_out)
        """Names of reports that may be later than *as_of* and were left out."""

    def __len__(self) -> int:
        return len(self._values)

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> Rows[T]: ...
    def __getitem__(self, index: int | slice) -> T | Rows[T]:
        if isinstance(index, slice):
            return Rows(self._values[index], self._source, as_of=self.as_of, left_out=self.left_out)
        return cast("T", self._source.show(self._source.snapshot, self._values[index]))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Rows) and self._values == other._values

    def __hash__(self) -> int:
        return hash(self._values)

    def __repr__(self) -> str:
        when = f", as of {self.as_of}" if self.as_of else ""
        return f"<Rows: {plural(len(self), 'row')}{when}>"

    def to_dicts(self) -> list[dict[str, Cell]]:
        """A dict a row, under the columns of the export's table, which `onrecord export csv` explains; days are dates, dates EDTF.

        Each has its words, their place and who says so. Values of no table give their own fields.
        """
        table = next((t for t in TABLES if t.name == self._source.table), None)
        if table is None:
            return [flat(value) for value in self]
        look = Look(Book(self._source.only(self._values)))
        return [{c.name: c.get(row) for c in table.columns} for row in table.rows(look)]

    def to_frame(self) -> Any:
        """The same as a data frame of pandas, else of polars; InputError where neither is installed."""
        rows, columns = self.to_dicts(), self._columns()
        if find_spec("pandas"):
            return import_module("pandas").DataFrame(rows, columns=columns)
        if find_spec("polars"):
            return import_module("polars").DataFrame(rows, schema=columns, infer_schema_length=None)
        raise InputError("a frame needs pandas or polars, and neither is installed; pip install 'onrecord[notebook]', or use to_dicts()")

    def _columns(self) -> list[str] | None:
        """Names of the columns, also of an empty list; None where its values alone tell them."""
        return next(([c.name for c in t.columns] for t in TABLES if t.name == self._source.table), None)

    def _repr_html_(self) -> str:
        head = f"<p><small>{escape(repr(self)[1:-1])}</small></p>" + html.left_out_html(self.left_out, self.as_of)
        if self._source.listing:
            return head + html.section_html(section(self._source.listing, self._source.only(self._values)), most=MOST)
        shown = "".join(item_html(value) for value in self[:MOST])
        more = len(self) - MOST
        return head + shown + (f"<p>… and {more} more</p>" if more > 0 else "")


def item_html(value: Any) -> str:
    """One value as it shows itself, else its fields."""
    own = getattr(value, "_repr_html_", None)
    if own is not None:
        return str(own())
    told = "; ".join(f"{name}: {field}" for name, field in flat(value).items() if field not in (None, ""))
    return f"<p>{escape(told)}</p>"


def flat(value: Any) -> dict[str, Cell]:
    """The fields of a value as cells, a span as start and end; of a value that has them, its own."""
    own = getattr(value, "to_dict", None)
    if own is not None:
        return cast("dict[str, Cell]", own())
    out: dict[str, Cell] = {}
    for field in fields(value):
        found = getattr(value, field.name)
        if field.name == "span":
            out |= {"start": found.start if found else None, "end": found.end if found else None}
        else:
            out[field.name] = cell(found, "json" if nested(found) else "text")
    return out


def nested(value: Any) -> bool:
    """Whether a value has parts of its own that one cell of text cannot tell."""
    return (is_dataclass(value) and not hasattr(value, "edtf")) or (isinstance(value, tuple) and any(not isinstance(v, str) for v in value))
