"""Work whose result may be kept: a stage hands over what it would do, and whoever runs the stages may know the result already."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Protocol, TypeVar

from onrecord.types import Both, Means, NamedWork, PairWork, Reading, Share, ShareWork, Stated, Viewed

T = TypeVar("T")


class Memo(Protocol):
    """Does work, or gives what the same work gave before.

    *kind* is the type of the result, by which it is read back; *name* says what is done and stands for one function for good. The
    work must be pure: its result may hang on nothing but the reading, or the inputs, and the program itself.
    """

    def of_readings(self, name: str, kind: type[T], readings: Sequence[Reading], work: Callable[[Reading], T]) -> Sequence[T]:
        """The result of *work* for each reading, in their order; what is known stays packed until it is looked at, and is read again by who looks again."""
        ...

    def of_named(self, name: str, kind: type[T], readings: Sequence[Reading], means: Means, work: NamedWork[T]) -> list[T]:
        """The result of *work* for each reading, in their order; beside the reading it may look at nothing but what names in it mean, by what it is given."""
        ...

    def of_reports(self, name: str, kind: type[T], viewed: Viewed, reports: Sequence[str], work: Callable[[str], T]) -> list[T]:
        """The result of *work* for each of *reports* by its id, in their order; it may look at nothing but the report's reading and what its mark holds."""
        ...

    def of_share(self, name: str, kind: type[T], viewed: Viewed | None, share: Share, work: ShareWork[T]) -> T:
        """The result of *work* on some reports together; it may look at nothing but what works on each of them may, and the inputs of the share."""
        ...

    def of_inputs(self, name: str, kind: type[T], inputs: object, work: Callable[[], T]) -> T:
        """The result of *work*, all of whose inputs are in *inputs*."""
        ...

    def stated(self, viewed: Viewed) -> Stated | None:
        """The statements of the reports that look as they did; None where none are known."""
        ...

    def home(self, statement: str) -> str | None:
        """The report in which the statement with this id was, if that is known; only where to look, never whether it is there."""
        ...

    def of_pairs(self, name: str, kind: type[T], keys: Mapping[str, str], work: PairWork[T]) -> dict[Both, T]:
        """What any two of the things with these *keys* have in common, pairs without anything left out; it may hang on the two keys only."""
        ...


class Afresh:
    """A memo that keeps nothing: everything is done anew."""

    def of_readings(self, name: str, kind: type[T], readings: Sequence[Reading], work: Callable[[Reading], T]) -> Sequence[T]:
        """The result of *work* for each reading, in their order."""
        return [work(reading) for reading in readings]

    def of_named(self, name: str, kind: type[T], readings: Sequence[Reading], means: Means, work: NamedWork[T]) -> list[T]:
        """The result of *work* for each reading, in their order."""
        return [work(reading, partial(means, reading.report.id)) for reading in readings]

    def of_reports(self, name: str, kind: type[T], viewed: Viewed, reports: Sequence[str], work: Callable[[str], T]) -> list[T]:
        """The result of *work* for each report, in their order."""
        return [work(report) for report in reports]

    def of_share(self, name: str, kind: type[T], viewed: Viewed | None, share: Share, work: ShareWork[T]) -> T:
        """The result of *work*."""
        return work()[0]

    def of_inputs(self, name: str, kind: type[T], inputs: object, work: Callable[[], T]) -> T:
        """The result of *work*."""
        return work()

    def stated(self, viewed: Viewed) -> Stated | None:
        """No statements are known."""
        return None

    def home(self, statement: str) -> str | None:
        """Nothing is known of where a statement was."""
        return None

    def of_pairs(self, name: str, kind: type[T], keys: Mapping[str, str], work: PairWork[T]) -> dict[Both, T]:
        """What any two of the things have in common."""
        return dict(work.found(frozenset(keys), {one: work.sketch(one) for one in keys}))


AFRESH = Afresh()
