"""What reconciling tells of its work to whoever remembers it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar, overload

from onrecord.types.reading import Layer, Reading
from onrecord.types.record import Link, Statement

T = TypeVar("T", covariant=True)
K = TypeVar("K")
Both = tuple[str, str]
"""Two ids, the lesser first."""


class Viewed(Protocol):
    """Reports of which rules look at one at a time."""

    reports: Sequence[str]
    """Their ids, in order."""
    asked: dict[str, set[str]]
    """Where the names are noted that are looked up in a report, for those reports that are in it."""

    def mark(self, report: str, names: Iterable[str]) -> bytes:
        """A hash of all that is seen of a report beside its reading by rules that look up *names* in it."""
        ...

    def meant(self, names: Iterable[Asked]) -> bytes:
        """A hash of whom the names mean in their reports."""
        ...


Means = Callable[[str, str], str | None]
"""Whom a name means in a report, by the report's id; None for nobody."""
NamedWork = Callable[[Reading, Callable[[str], str | None]], T]
"""Work on one reading that asks whom names in it mean."""
Asked = tuple[str, str]
"""A report, and a name that is looked up in it."""
ShareWork = Callable[[], tuple[T, Collection[Asked]]]
"""Work on several reports together: its result, and the names that it looked up."""


@dataclass(frozen=True, slots=True)
class Share:
    """Some reports of which rules look at all together."""

    key: str
    """Tells it from other shares."""
    reports: tuple[str, ...]
    inputs: object
    """All else that the rules look at."""


class PairWork(Protocol[T]):
    """How pairs are found and compared."""

    def sketch(self, one: str) -> bytes:
        """By what one thing is found by others; it hangs on its key only."""
        ...

    def found(self, fresh: frozenset[str], sketches: Mapping[str, bytes]) -> Mapping[Both, T]:
        """What all pairs have in common of which one is in *fresh*; *sketches* are those of all things."""
        ...


class Stated(Protocol):
    """Statements of reports that are known to say what they said, so that they are not made again."""

    reports: frozenset[str]
    """The ids of those reports."""

    def of(self, report: str) -> tuple[Statement, ...]:
        """The statements of one of the reports, in the order of their ids."""
        ...

    def layer(self, layer: Layer, reports: Collection[str]) -> Iterable[Statement]:
        """The statements of one layer in some of the reports."""
        ...

    def one(self, identity: str) -> Statement | None:
        """The statement with this id; None where none of the reports says it."""
        ...

    def voices(self, identities: Iterable[str]) -> Mapping[str, tuple[str, tuple[Link, ...]]]:
        """By id, of those that the reports say, the report and by whose account it says so."""
        ...


class Late(Sequence[K]):
    """So many things, each made when it is looked at."""

    def __init__(self, count: int, make: Callable[[int], K]) -> None:
        self._count, self._make = count, make
        self._made: dict[int, K] = {}

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, place: int) -> K: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[K]: ...

    def __getitem__(self, place: int | slice) -> K | Sequence[K]:
        if isinstance(place, slice):
            return [self[n] for n in range(*place.indices(self._count))]
        if not 0 <= place < self._count:
            raise IndexError(place)
        if place not in self._made:
            self._made[place] = self._make(place)
        return self._made[place]
