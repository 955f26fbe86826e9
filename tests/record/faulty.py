"""A disk that refuses to write, put under this process: SQLite's writes and those of Python's own files are counted, and some of them fail.

SQLite lets its system calls be exchanged for tests (`xSetSystemCall` of its unix VFS); Python's files get another innermost layer. What libraries
written in C write beside these is met by the system's own limit on the size of a file.
"""

from __future__ import annotations

import builtins
import ctypes
import errno
import io
import os
import resource
from collections.abc import Callable
from typing import Any

SQLITE_OK = 0
METHODS = (
    "xOpen", "xDelete", "xAccess", "xFullPathname", "xDlOpen", "xDlError", "xDlSym", "xDlClose", "xRandomness", "xSleep", "xCurrentTime",
    "xGetLastError", "xCurrentTimeInt64",
)  # fmt: skip
SET = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_char_p, ctypes.c_void_p)
PWRITE = ctypes.CFUNCTYPE(ctypes.c_ssize_t, ctypes.c_int, ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int64, use_errno=True)
WRITE = ctypes.CFUNCTYPE(ctypes.c_ssize_t, ctypes.c_int, ctypes.c_void_p, ctypes.c_size_t, use_errno=True)


class Vfs(ctypes.Structure):
    """`sqlite3_vfs` as sqlite3.h has it, up to the method that is used."""

    _fields_ = [
        ("iVersion", ctypes.c_int), ("szOsFile", ctypes.c_int), ("mxPathname", ctypes.c_int), ("pNext", ctypes.c_void_p), ("zName", ctypes.c_char_p),
        ("pAppData", ctypes.c_void_p), *((name, ctypes.c_void_p) for name in METHODS), ("xSetSystemCall", SET),
    ]  # fmt: skip


class Disk:
    """Counts writes; *refuse* gives the error number of the next one, 0 where it goes through."""

    def __init__(self, refuse: Callable[[int], int]) -> None:
        """*refuse* is asked with the number of each write, from 1 on."""
        self._refuse = refuse
        self.writes = 0
        self.refused = 0
        self._kept: list[object] = []
        """What C code points to."""

    def next(self) -> int:
        """Counts one write and gives its error number."""
        self.writes += 1
        seen = self._refuse(self.writes)
        self.refused += seen != 0
        return seen

    def install(self) -> bool:
        """Puts the disk under this process for the rest of its life; False where SQLite's calls cannot be reached."""
        disk = self

        class File(io.FileIO):
            def write(self, data: Any) -> int | None:
                if number := disk.next():
                    raise OSError(number, os.strerror(number), self.name)
                return super().write(data)

        plain = io.open

        def opened(file: Any, mode: str = "r", buffering: int = -1, *texts: Any, **more: Any) -> Any:
            if isinstance(file, int) or not set(mode) & set("wax+"):
                return plain(file, mode, buffering, *texts, **more)
            raw = File(file, mode.replace("b", "").replace("t", ""), more.pop("closefd", True), more.pop("opener", None))
            whole = io.BufferedRandom(raw) if "+" in mode else io.BufferedWriter(raw)
            return whole if "b" in mode else io.TextIOWrapper(whole, *texts, **more)

        io.open = builtins.open = opened
        return self.under_sqlite()

    def under_sqlite(self) -> bool:
        """Exchanges the calls by which SQLite writes."""
        import _sqlite3

        library = ctypes.CDLL(_sqlite3.__file__)
        if not hasattr(library, "sqlite3_vfs_find"):
            return False
        library.sqlite3_vfs_find.restype = ctypes.POINTER(Vfs)
        vfs = library.sqlite3_vfs_find(None)

        def pwrite(handle: int, data: int, size: int, place: int) -> int:
            return self.pass_on(lambda: os.pwrite(handle, ctypes.string_at(data, size), place))

        def write(handle: int, data: int, size: int) -> int:
            return self.pass_on(lambda: os.write(handle, ctypes.string_at(data, size)))

        calls = {b"pwrite": PWRITE(pwrite), b"pwrite64": PWRITE(pwrite), b"write": WRITE(write)}
        self._kept += [vfs, *calls.values()]
        return {vfs.contents.xSetSystemCall(vfs, name, ctypes.cast(call, ctypes.c_void_p)) for name, call in calls.items()} == {SQLITE_OK}

    def pass_on(self, write: Callable[[], int]) -> int:
        """Writes, or fails as the system call fails."""
        if number := self.next():
            ctypes.set_errno(number)
            return -1
        try:
            return write()
        except OSError as error:
            ctypes.set_errno(error.errno or errno.EIO)
            return -1


def full_from(point: int) -> Callable[[int], int]:
    """A disk that is full from the *point*-th write on."""
    return lambda n: errno.ENOSPC if n >= point else 0


def broken_at(point: int) -> Callable[[int], int]:
    """A disk that fails at the *point*-th write alone."""
    return lambda n: errno.EIO if n == point else 0


def whole(n: int) -> int:
    """A disk that takes everything."""
    return 0


def limit_files(size: int) -> None:
    """No file of this process grows beyond *size* bytes any more, whoever writes it."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
