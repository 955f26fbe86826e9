"""Readings that stay packed in the record until something in them is asked for, as most of a reconciling asks for nothing in most of them."""

from __future__ import annotations

from dataclasses import fields
from types import TracebackType
from typing import Any, Self

from onrecord.errors import RecordError
from onrecord.record.codec import unpack_reading
from onrecord.record.connection import Record
from onrecord.record.queries.reports import laid_out, without_texts
from onrecord.types import Reading, Report

IN_READING = frozenset(f.name for f in fields(Reading)) - {"report"}
IN_REPORT = frozenset({"text", "blocks", "pages"})
"""What of a report is read with its text."""
BESIDE_TEXT = tuple(f.name for f in fields(Report) if f.name not in IN_REPORT)


class Shelf:
    """The readings of a record at one moment; one that is asked for after the shelf was closed might be of another, and is refused."""

    def __init__(self, record: Record) -> None:
        self.record, self.open = record, True
        self.readings: tuple[Reading, ...] = tuple(ShelvedReading.of(self, ShelvedReport.of(self, light)) for light in without_texts(record))
        """In the order of their reports' ids."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Gives out nothing more, and lets go of the readings: they hold the shelf, and a circle would keep all of them in memory."""
        self.open, self.readings = False, ()

    def check(self, report: str) -> None:
        """RecordError for a reading that is asked for too late."""
        if not self.open:
            raise RecordError(f"{self.record.path}: the reading of {report} was asked for after the record may have changed; this is a mistake in onrecord")

    def reading(self, report: Report) -> Reading:
        """The reading of a report, unpacked."""
        self.check(report.id)
        (row,) = self.record.rows("SELECT packed FROM reading WHERE report = ?", (report.id,))
        return unpack_reading(row["packed"], report)

    def texts(self, report: str) -> dict[str, object]:
        """What of a report is read with its text, by field."""
        self.check(report)
        ((text,),) = self.record.rows("SELECT text FROM report WHERE id = ?", (report,))
        return {"text": text, **laid_out(self.record, report)}


class ShelvedReport(Report):
    """A report whose text and blocks are read when they are asked for."""

    __slots__ = ("_shelf",)
    _shelf: Shelf

    @classmethod
    def of(cls, shelf: Shelf, light: Report) -> ShelvedReport:
        """The report of *shelf* that is told of without its text."""
        made = object.__new__(cls)
        object.__setattr__(made, "_shelf", shelf)
        for name in BESIDE_TEXT:
            object.__setattr__(made, name, getattr(light, name))
        return made

    def __getattr__(self, name: str) -> Any:
        """Reached where a field is not there yet."""
        if name not in IN_REPORT:
            raise AttributeError(name)
        for field, value in self._shelf.texts(self.id).items():
            object.__setattr__(self, field, value)
        return object.__getattribute__(self, name)


class ShelvedReading(Reading):
    """A reading that is unpacked when something in it is asked for."""

    __slots__ = ("_shelf",)
    _shelf: Shelf

    @classmethod
    def of(cls, shelf: Shelf, report: Report) -> ShelvedReading:
        """The reading of a report of *shelf*."""
        made = object.__new__(cls)
        object.__setattr__(made, "_shelf", shelf)
        object.__setattr__(made, "report", report)
        return made

    def __getattr__(self, name: str) -> Any:
        """Reached where a field is not there yet."""
        if name not in IN_READING:
            raise AttributeError(name)
        whole = self._shelf.reading(self.report)
        for field in IN_READING:
            object.__setattr__(self, field, getattr(whole, field))
        return object.__getattribute__(self, name)
