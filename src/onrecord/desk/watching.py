"""A folder that fills: which of its files are complete and have not been read yet."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from onrecord.read.paths import in_folder

PARTIAL = (".part", ".partial", ".crdownload", ".download", ".tmp", ".filepart", "~")
"""Endings of files that browsers and copiers are still writing."""
Stamp = tuple[int, int]
"""A file's size and the time of its last change: what is the same at two looks was not written between them."""


class Folder:
    """The files of one folder, with all below it, as they were at the last look."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._seen: dict[Path, Stamp] = {}
        self._given: dict[Path, Stamp] = {}

    def complete(self) -> tuple[Path, ...]:
        """The files that have not changed since the last look and were not given before as they are now, sorted.

        A file is given again when it has changed since; one that goes away is forgotten.
        """
        now = dict(stamped(self.path))
        ready = tuple(p for p, stamp in now.items() if self._seen.get(p) == stamp and self._given.get(p) != stamp)
        self._seen = now
        self._given = {p: s for p, s in self._given.items() if p in now} | {p: now[p] for p in ready}
        return ready

    def back(self, paths: tuple[Path, ...]) -> None:
        """Takes files back that could not be dealt with; they are given again at the next look."""
        for path in paths:
            self._given.pop(path, None)


def stamped(folder: Path) -> Iterator[tuple[Path, Stamp]]:
    """The files that a folder would give to reading, with their stamps; one that goes away meanwhile is passed over."""
    for found in in_folder(folder):
        if found.path is None or found.path.name.lower().endswith(PARTIAL):
            continue
        try:
            state = found.path.stat()
        except OSError:
            continue
        yield found.path, (state.st_size, state.st_mtime_ns)
