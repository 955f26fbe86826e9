"""A disk that refuses to write or to sync, put under this process: SQLite's writes and syncs and those of Python's own files are counted, and some fail.

SQLite lets its system calls be exchanged for tests (`xSetSystemCall` of its unix VFS), all but those that sync: there each file that it opens gets other
methods (`tests/record/syncs.py`). Python's files get another innermost layer. What libraries written in C write beside these is met by the system's own
limit on the size of a file.
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

from tests.record.syncs import SQLITE_OK, Vfs, exchange_syncs

PWRITE = ctypes.CFUNCTYPE(ctypes.c_ssize_t, ctypes.c_int, ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int64, use_errno=True)
WRITE = ctypes.CFUNCTYPE(ctypes.c_ssize_t, ctypes.c_int, ctypes.c_void_p, ctypes.c_size_t, use_errno=True)


class Disk:
    """Counts writes and syncs; *refuse* and *refuse_sync* give the error number of the next one, 0 where it goes through."""

    def __init__(self, refuse: Callable[[int], int], refuse_sync: Callable[[int], int] | None = None) -> None:
        """Both are asked with the number of each write or sync, from 1 on; every sync goes through where nothing is said of them."""
        self._refuse, self._refuse_sync = refuse, refuse_sync or whole
        self.writes = self.syncs = 0
        self.refused = 0
        self._kept: list[object] = []
        """What C code points to."""

    def next(self) -> int:
        """Counts one write and gives its error number."""
        self.writes += 1
        seen = self._refuse(self.writes)
        self.refused += seen != 0
        return seen

    def next_sync(self) -> int:
        """Counts one sync and gives its error number."""
        self.syncs += 1
        seen = self._refuse_sync(self.syncs)
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
        sync = os.fsync

        def synced(handle: Any) -> None:
            if number := disk.next_sync():
                raise OSError(number, os.strerror(number))
            sync(handle)

        os.fsync = synced
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
        self._kept += [vfs, *calls.values(), exchange_syncs(vfs.contents, self.next_sync)]
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
