"""What can go wrong, as one tree.

OnRecordError
├── InputError       a path, option or value that a person gave cannot be used
├── ReportError      a report that cannot be read (becomes a Problem when others can)
├── ModelError       the parser's model is not installed or cannot be loaded
├── RecordError      the record cannot be opened, read or written
│   ├── RecordTooNew     written by a newer schema than this program knows
│   ├── RecordBusy       locked by another writer
│   └── RecordReadOnly   the file or its folder cannot be written, or the disk is full
└── GoldError        a gold file that does not fit its report
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.types.report import ProblemKind


DEFECTS = (AttributeError, IndexError, KeyError, TypeError, ValueError, RecursionError, AssertionError)
"""What a mistake of ours, or of a library, can raise over one report; it must not cost the other reports, so it becomes a loud Problem."""


class OnRecordError(Exception):
    """Base of all errors this package raises on purpose; the message says what was seen, where, and what to do."""


class InputError(OnRecordError):
    """A path, option or value that a person gave cannot be used."""


class ReportError(OnRecordError):
    """A report that cannot be read; *kind* is that of the Problem which it becomes."""

    def __init__(self, message: str, *, kind: ProblemKind = "unreadable") -> None:
        super().__init__(message)
        self.kind: ProblemKind = kind


class ModelError(OnRecordError):
    """The parser's model is not installed or cannot be loaded."""


class RecordError(OnRecordError):
    """The record cannot be opened, read or written."""


class RecordTooNew(RecordError):
    """The record was written by a newer schema than this program knows."""


class RecordBusy(RecordError):
    """Another process holds the record's write lock."""


class RecordReadOnly(RecordError):
    """The record's file or folder cannot be written, or the disk is full."""


class GoldError(OnRecordError):
    """A gold file that does not fit its report."""
