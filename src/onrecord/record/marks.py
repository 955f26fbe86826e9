"""Which reports look as they did when work on them was remembered, and what is to be remembered of how they look now."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

import msgspec

from onrecord.types import Asked, Viewed

T = TypeVar("T")
DECODER = msgspec.msgpack.Decoder(tuple[bytes, tuple[str, ...]])


class Marks:
    """The marks of the reports of one reconciling; *kept* are those of the one before, each with the names that were asked for in the report."""

    def __init__(self, viewed: Viewed, kept: Mapping[str, bytes]) -> None:
        self.viewed = viewed
        self.names: dict[str, set[str]] = {}
        """The names asked for so far in the reports that are worked on anew."""
        self.same: set[str] = set()
        self.asked: dict[str, tuple[str, ...]] = {}
        """The names asked for in the reports that look as they did."""
        for report in viewed.reports:
            if report in kept:
                mark, names = DECODER.decode(kept[report])
                if viewed.mark(report, names) == mark:
                    self.same.add(report)
                    self.asked[report] = names

    def working(self, report: str, work: Callable[[str], T]) -> T:
        """The result of *work* on a report, the names that it asks for noted beside those that its mark is made of where it looks as it did."""
        self.viewed.asked[report] = self.names.setdefault(report, set(self.asked.get(report, ())))
        value = work(report)
        del self.viewed.asked[report]
        return value

    def beside(self, names: Iterable[Asked]) -> tuple[Asked, ...]:
        """Those of *names* that are not in the mark of their report, in order; to be asked when all work is done."""
        return tuple(sorted((report, name) for report, name in names if name not in self.names.get(report, self.asked.get(report, ()))))

    def fresh(self) -> Iterator[tuple[str, bytes]]:
        """(report, mark with names) of those reports that were worked on anew."""
        for report, asked in self.names.items():
            names = sorted(asked)
            yield report, msgspec.msgpack.encode((self.viewed.mark(report, names), names))
