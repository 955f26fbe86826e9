"""Streams that are counted while they are unpacked, so that nothing unpacks to more than is allowed."""

from __future__ import annotations

import io
import lzma
import tarfile
import zipfile
import zlib
from dataclasses import dataclass
from typing import BinaryIO, Protocol

from onrecord.errors import ReportError

BROKEN = (
    zipfile.BadZipFile, tarfile.TarError, zlib.error, lzma.LZMAError, EOFError, RuntimeError, NotImplementedError, OSError, ValueError, KeyError, IndexError,
    OverflowError, AttributeError,
)
"""What the unpackers raise over bytes that are not what they claim to be; RuntimeError is a password."""
MOST_UNPACKED = 2_000_000_000
"""Bytes that one archive may unpack to, all its members and the archives in it together."""
STEEPEST = 200
"""Bytes out for one in: text packs to a fifth, the most even tables to a hundredth; bombs begin at a thousand."""
UNSUSPECTED = 20_000_000
"""Bytes up to which steepness is not looked at."""
MOST_MEMBERS = 20_000


class Giver(Protocol):
    """What bytes are read from."""

    def read(self, size: int = -1, /) -> bytes: ...


@dataclass(slots=True)
class Budget:
    """How much an archive has unpacked to, and how much it may; shared by its members, lives as long as its reading."""

    left: int = MOST_UNPACKED
    members: int = 0

    def spend(self, size: int) -> None:
        """Counts *size* bytes; ReportError (`limit`) when the archive has unpacked to too much."""
        self.left -= size
        if self.left < 0:
            seen = f"it unpacks to more than {MOST_UNPACKED:,} bytes; the rest of it was not read, unpack it yourself"
            raise ReportError(seen, kind="limit")

    def enter(self) -> None:
        """Counts a member; ReportError (`limit`) at one too many."""
        self.members += 1
        if self.members > MOST_MEMBERS:
            raise ReportError(f"it has more than {MOST_MEMBERS:,} members; the rest of them was not read, split it", kind="limit")


class Counting(io.RawIOBase):
    """The packed bytes as they come, counted."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.count = 0

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: object) -> int:
        """The next bytes."""
        view = memoryview(buffer)  # type: ignore[arg-type]
        data = self._stream.read(len(view))
        self.count += len(data)
        view[: len(data)] = data
        return len(data)


class Metered(io.RawIOBase):
    """Unpacked bytes, paid for out of a budget and compared with what they were unpacked from.

    ReportError where they are broken (`unreadable`) or too many (`limit`).
    """

    def __init__(self, stream: Giver, budget: Budget, packed: Counting | int) -> None:
        self._stream = stream
        self._budget = budget
        self._packed = packed
        self.count = 0
        self.most: int | None = None
        """How far may be read, where somebody knows; what an archive's own head claims is no reason to read on."""

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: object) -> int:
        """The next bytes."""
        view = memoryview(buffer)  # type: ignore[arg-type]
        try:
            data = self._stream.read(len(view))
        except BROKEN as error:
            raise ReportError(f"broken or incomplete ({type(error).__name__}: {error}); get it again") from error
        self.count += len(data)
        self._budget.spend(len(data))
        packed = self._packed if isinstance(self._packed, int) else self._packed.count
        if self.count > UNSUSPECTED and self.count > STEEPEST * max(packed, 1):
            raise ReportError(f"{packed:,} bytes of it unpack to more than {self.count:,}: a bomb; nothing more of it was read", kind="limit")
        if self.most is not None and self.count > self.most:
            raise ReportError("a head in it claims to be larger than any head is; nothing more of it was read", kind="limit")
        view[: len(data)] = data
        return len(data)
