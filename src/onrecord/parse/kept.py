"""Parses of blocks that are kept, so that a text which stands in two reports is parsed once, and not again after a change of word lists or rules.

What the layers read is kept beside them (annotate/kept.py).
"""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from collections import OrderedDict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext
from pathlib import Path
from threading import Lock

from onrecord.errors import InputError
from onrecord.types import Shelf

ROOM = 32_000_000
"""Bytes of parses that are held in memory, which is some 20,000 paragraphs: copies of a wire's text come within days of it."""
TOGETHER = 500
"""Keys that are looked up at once."""


class KeptInMemory:
    """The results that were looked for last, at most *room* bytes of them; with none, nothing is kept."""

    lasting = False

    def __init__(self, room: int = ROOM) -> None:
        self._room, self._size, self._lock = room, 0, Lock()
        self._kept: OrderedDict[bytes, bytes] = OrderedDict()

    def opened(self) -> AbstractContextManager[Shelf]:
        """Itself."""
        return nullcontext(self)

    def key(self, text: str) -> bytes:
        """A hash of the text."""
        return key_of(text, "")

    def known(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        """Those of *keys* of which there is a result, with it."""
        with self._lock:
            found = {key: self._kept[key] for key in keys if key in self._kept}
            for key in found:
                self._kept.move_to_end(key)
            return found

    def keep(self, results: Mapping[bytes, bytes]) -> None:
        """Puts results there, and drops those that nobody looked for longest."""
        with self._lock:
            for key, result in results.items():
                self._size += len(result) - len(self._kept.get(key, b""))
                self._kept[key] = result
            while self._size > self._room:
                self._size -= len(self._kept.popitem(last=False)[1])


class KeptInFile:
    """The results of one *version* of the parser in the file at *path*, which is made where it is not there and may be deleted at any time."""

    lasting = True

    def __init__(self, path: Path, version: str) -> None:
        self._path, self._version = path, version

    def key(self, text: str) -> bytes:
        """A hash of the text and the parser."""
        return key_of(text, self._version)

    @contextmanager
    def opened(self) -> Iterator[Shelf]:
        """The file, open."""
        try:
            base = sqlite3.connect(self._path)
            base.execute("CREATE TABLE IF NOT EXISTS kept (key BLOB PRIMARY KEY, result BLOB NOT NULL) WITHOUT ROWID")
            self._path.chmod(0o600)
        except (sqlite3.Error, OSError) as error:
            raise self.refused(error) from error
        with closing(base):
            yield InFile(base, self)

    def refused(self, error: Exception) -> InputError:
        """What is told where the file cannot be read or written."""
        return InputError(f"{self._path}: parses cannot be kept there ({error}); give another `parses` in the settings")


class InFile:
    """The shelf of such a file."""

    def __init__(self, base: sqlite3.Connection, of: KeptInFile) -> None:
        self._base, self._of = base, of

    def known(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        """Those of *keys* of which there is a result, with it."""
        found: dict[bytes, bytes] = {}
        for start in range(0, len(keys), TOGETHER):
            some = keys[start : start + TOGETHER]
            marks = ", ".join("?" * len(some))
            try:
                rows = self._base.execute(f"SELECT key, result FROM kept WHERE key IN ({marks})", some).fetchall()
            except sqlite3.Error as error:
                raise self._of.refused(error) from error
            found.update((key, zlib.decompress(result)) for key, result in rows)
        return found

    def keep(self, results: Mapping[bytes, bytes]) -> None:
        """Puts results there in one transaction."""
        if not results:
            return
        try:
            with self._base:
                self._base.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?)", [(key, zlib.compress(r, 6)) for key, r in results.items()])
        except sqlite3.Error as error:
            raise self._of.refused(error) from error


def key_of(text: str, version: str) -> bytes:
    """A hash of a text and of what parses it."""
    return hashlib.sha256(f"{version}\x1f{text}".encode("utf-8", "surrogatepass")).digest()
