"""What the reports say, a report at a time: statements are made when somebody asks for those of a report, so that most are never made."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, overload

from onrecord.types import Layer, Link, Stated, Statement

Own = tuple[Statement, ...]
"""The statements of one report in the order of their ids."""


def nowhere(identity: str) -> str | None:
    """Where a statement stands, for whoever does not know."""
    return None


class Heard(NamedTuple):
    """Of a statement, which report says it and by whose account."""

    report: str
    chain: tuple[Link, ...]


class Said(Sequence[Statement]):
    """The statements of all reports in the order of their ids; *make* gives those of a report, *home* tells which report a statement was in, if it knows.

    Whoever walks over them, or counts them, makes all of them. `changed` are the reports in which they are not as they were read.
    """

    def __init__(
        self, reports: Iterable[str], make: Callable[[str], Iterable[Statement]], home: Callable[[str], str | None] = nowhere,
        changed: frozenset[str] = frozenset(), stated: Stated | None = None,
    ) -> None:
        self.reports, self.changed = frozenset(reports), changed
        self.stated = stated
        """Where those of reports that say what they said are looked up."""
        self._make, self._home = make, home
        self._own: dict[str, Own] = {}
        self._by_id: dict[str, Statement] = {}
        self._all: tuple[Statement, ...] | None = None

    def of(self, report: str) -> Own:
        """The statements of one report; none of one that is not among the reports."""
        known = self._own.get(report)
        if known is None:
            known = self._told(report) if report in self.reports else ()
            self._own[report] = known
            self._by_id.update((s.id, s) for s in known)
        return known

    def _told(self, report: str) -> Own:
        """The statements of one of the reports, looked up or made."""
        return self.stated.of(report) if self.stated is not None and report in self.stated.reports else tuple(sorted(self._make(report), key=by_id))

    def layer(self, layer: Layer, reports: Iterable[str]) -> list[Statement]:
        """The statements of one layer in some of the reports, in the order of their ids."""
        wanted = self.reports.intersection(reports)
        known = wanted & self.stated.reports - self._own.keys() if self.stated is not None else frozenset[str]()
        found = [s for report in wanted - known for s in self.of(report) if s.layer == layer]
        return sorted([*found, *(self.stated.layer(layer, known) if self.stated is not None else ())], key=by_id)

    def find(self, identity: str) -> Statement | None:
        """The statement with this id; None where no report says it."""
        one = self.stated.one(identity) if self.stated is not None and identity not in self._by_id else None
        if one is not None and one.report in self.reports:
            self._by_id[identity] = one
        elif identity not in self._by_id:
            home = self._home(identity)
            if home in self.reports:
                self.of(home or "")
            elif self._all is None:
                self.all()
        return self._by_id.get(identity)

    def voices(self, identities: Iterable[str]) -> dict[str, Heard]:
        """By id the report and the account of each statement that some report says, without the statements where they are looked up."""
        wanted = frozenset(identities)
        found = self.stated.voices(wanted) if self.stated is not None else {}
        known = {one: Heard(*told) for one, told in found.items() if told[0] in self.reports}
        made = ((one, self.find(one)) for one in wanted - known.keys())
        return known | {one: Heard(told.report, told.chain) for one, told in made if told is not None}

    def all(self) -> tuple[Statement, ...]:
        """All statements."""
        if self._all is None:
            self._all = tuple(sorted((s for report in self.reports for s in self.of(report)), key=by_id))
        return self._all

    def otherwise(self, changed: Mapping[str, Iterable[Statement]]) -> Said:
        """The same with other statements in some of the reports."""
        if not changed:
            return self
        make: Callable[[str], Iterable[Statement]] = lambda report: changed[report] if report in changed else self.of(report)  # noqa: E731
        return Said(self.reports | changed.keys(), make, self._home, self.changed | changed.keys())

    def within(self, reports: Iterable[str]) -> Said:
        """Those of some reports."""
        return Said(self.reports & frozenset(reports), self.of, self._home, stated=self.stated)

    def __iter__(self) -> Iterator[Statement]:
        return iter(self.all())

    def __len__(self) -> int:
        return len(self.all())

    @overload
    def __getitem__(self, place: int) -> Statement: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[Statement]: ...

    def __getitem__(self, place: int | slice) -> Statement | Sequence[Statement]:
        return self.all()[place]


class ById(Mapping[str, Statement]):
    """Statements by their ids."""

    def __init__(self, said: Said) -> None:
        self.said = said

    def __getitem__(self, identity: str) -> Statement:
        found = self.said.find(identity)
        if found is None:
            raise KeyError(identity)
        return found

    def __contains__(self, identity: object) -> bool:
        return isinstance(identity, str) and self.said.find(identity) is not None

    def __iter__(self) -> Iterator[str]:
        return (s.id for s in self.said)

    def __len__(self) -> int:
        return len(self.said)


def by_id(statement: Statement) -> str:
    """A sort key."""
    return statement.id


def said_of(statements: Iterable[Statement]) -> Said:
    """Statements that are there already."""
    found: dict[str, list[Statement]] = {}
    for statement in statements:
        found.setdefault(statement.report, []).append(statement)
    return Said(found, found.__getitem__)
