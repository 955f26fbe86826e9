"""What can go wrong, as one tree.

OnRecordError
├── InputError       a path, option or value that a person gave cannot be used
├── ReportError      a report that cannot be read (becomes a Problem when others can)
├── ModelError       the parser's model is not installed or cannot be loaded
├── RecordError      the record cannot be opened, read or written
│   ├── RecordTooNew     written by a newer schema than this program knows
│   ├── RecordBusy       locked by another writer
│   ├── RecordDamaged    its file is no readable record
│   └── RecordReadOnly   the file or its folder cannot be written, or the disk is full
├── FileError        the system refused to read or write a file: no room, no right, a failing disk
└── GoldError        a gold file that does not fit its report
"""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.types.report import ProblemKind


DEFECTS = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError, RecursionError, AssertionError)
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


class RecordDamaged(RecordError):
    """The file is no readable record: of another kind, or with damaged pages."""


class RecordReadOnly(RecordError):
    """The record's file or folder cannot be written, or the disk is full."""


class FileError(OnRecordError):
    """The system refused to read or write a file."""


class GoldError(OnRecordError):
    """A gold file that does not fit its report."""


NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
NO_RIGHT = (errno.EACCES, errno.EPERM, errno.EROFS)


def refusal(error: OSError) -> str:
    """What the system refused, and what to do."""
    if error.errno in NO_ROOM:
        return "there is no room left on the disk; free some space, then do it again"
    if error.errno in NO_RIGHT:
        return "may not be read or written; look at its permissions, or give another path"
    return f"the system says: {error.strerror or error}; look at the disk, then do it again"


def of_system(error: OSError) -> FileError:
    """The error of ours that an error of the system becomes where it reaches a person."""
    return FileError(f"{error.filename or 'a file'}: {refusal(error)}")
