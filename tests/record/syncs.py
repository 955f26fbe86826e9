"""SQLite's syncs, counted and refused: every file that its VFS opens gets a copy of its methods in which only the one that syncs is another."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import Any

SQLITE_OK, SQLITE_IOERR_FSYNC = 0, 1034
METHODS = (
    "xDelete", "xAccess", "xFullPathname", "xDlOpen", "xDlError", "xDlSym", "xDlClose", "xRandomness", "xSleep", "xCurrentTime", "xGetLastError",
    "xCurrentTimeInt64",
)  # fmt: skip
OPEN = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)
SET = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_char_p, ctypes.c_void_p)
SYNC = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int)
BEFORE, AFTER = ("xClose", "xRead", "xWrite", "xTruncate"), 13
"""The methods of a file before the one that syncs, and how many there are behind it in version 3 of them."""


class Vfs(ctypes.Structure):
    """`sqlite3_vfs` as sqlite3.h has it, up to the last method that is used."""

    _fields_ = [
        ("iVersion", ctypes.c_int), ("szOsFile", ctypes.c_int), ("mxPathname", ctypes.c_int), ("pNext", ctypes.c_void_p), ("zName", ctypes.c_char_p),
        ("pAppData", ctypes.c_void_p), ("xOpen", OPEN), *((name, ctypes.c_void_p) for name in METHODS), ("xSetSystemCall", SET),
    ]  # fmt: skip


class Methods(ctypes.Structure):
    """`sqlite3_io_methods` as sqlite3.h has it."""

    _fields_ = [
        ("iVersion", ctypes.c_int), *((name, ctypes.c_void_p) for name in BEFORE), ("xSync", SYNC), ("others", ctypes.c_void_p * AFTER),
    ]  # fmt: skip


class File(ctypes.Structure):
    """`sqlite3_file`: what stands behind the pointer is the VFS's own."""

    _fields_ = [("pMethods", ctypes.POINTER(Methods))]


def exchange_syncs(vfs: Vfs, refused: Callable[[], int]) -> object:
    """Asks *refused* at each sync of a file that *vfs* opens from now on, which fails where it gives an error number; what comes back must be kept."""
    opens = OPEN(ctypes.cast(vfs.xOpen, ctypes.c_void_p).value or 0)
    kept: list[Any] = [opens]
    made: dict[int, Methods] = {}

    def opened(self: int, name: int | None, place: int, flags: int, out: int) -> int:
        status: int = opens(self, name, place, flags, out)
        file = File.from_address(place)
        if status == SQLITE_OK and file.pMethods:
            own = ctypes.addressof(file.pMethods.contents)
            file.pMethods = ctypes.pointer(made.setdefault(own, other(file.pMethods.contents)))
        return status

    def other(methods: Methods) -> Methods:
        assert methods.iVersion == 3, "NOT RUN: the methods of this SQLite's files are of another version"
        copied, sync = Methods.from_buffer_copy(methods), SYNC(ctypes.cast(methods.xSync, ctypes.c_void_p).value or 0)
        copied.xSync = SYNC(lambda file, flags: SQLITE_IOERR_FSYNC if refused() else sync(file, flags))
        kept.extend((copied, sync))
        return copied

    vfs.xOpen = OPEN(opened)
    kept.append(vfs)
    return kept
