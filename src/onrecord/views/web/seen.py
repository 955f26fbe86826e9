"""The record within a scope, with what the pages look up in it again and again."""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable
from dataclasses import replace
from typing import Any, TypeVar, cast

from onrecord.errors import InputError
from onrecord.record.rows import cited_reports
from onrecord.types import Derived, Negotiation, Snapshot, Statement

T = TypeVar("T")
BY_NEGOTIATION = ("events", "ledgers", "positions", "commitments", "talks", "disputes", "roster", "channels", "proposals", "agreements")


class Seen:
    """One snapshot that never changes and what was worked out from it; shared between requests until the record changes."""

    def __init__(self, snapshot: Snapshot, version: str, negotiations: tuple[Negotiation, ...]) -> None:
        self.snapshot = snapshot
        self.version = version
        """Changes whenever an answer may change: what was derived, as of when, of which negotiation."""
        self.negotiations = negotiations
        """All negotiations of the record, to choose from."""
        self._made: dict[Hashable, Any] = {}
        self._making: dict[Hashable, threading.Lock] = {}
        """What is being made alone, each with the lock that those who ask for it meanwhile wait for."""
        self._lock = threading.Lock()

    def once(self, make: Callable[[Snapshot], T]) -> T:
        """What *make* gives of the snapshot, made at the first asking; *make* must be a function of the module level."""
        return self.kept(make, lambda: make(self.snapshot))

    def kept(self, key: Hashable, make: Callable[[], T]) -> T:
        """What *make* gives, made at the first asking under this key."""
        if key not in self._made:
            self._made[key] = make()
        return cast(T, self._made[key])

    def alone(self, key: Hashable, make: Callable[[], T]) -> T:
        """The same of what takes seconds: who asks for it while it is made waits, and it is made once."""
        with self._lock:
            making = self._making.setdefault(key, threading.Lock())
        with making:
            return self.kept(key, make)


def narrowed(snapshot: Snapshot, identity: str) -> Snapshot:
    """Only what belongs to one negotiation; InputError where there is none with this id. A report may belong to several."""
    talks = next((n for n in snapshot.derived.negotiations if n.id == identity), None)
    if talks is None:
        raise InputError(f"negotiation={identity!r} is none of this record; choose one from the list at the head of the page")
    derived = snapshot.derived
    kept: dict[str, Any] = {name: tuple(x for x in getattr(derived, name) if x.negotiation == identity) for name in BY_NEGOTIATION}
    inside = frozenset(talks.reports) | cited_reports(Derived(**kept))
    return replace(
        snapshot, reports=tuple(r for r in snapshot.reports if r.id in inside),
        statements={i: s for i, s in snapshot.statements.items() if s.report in inside},
        problems=tuple(p for p in snapshot.problems if p.report is None or p.report in inside),
        coverage={i: c for i, c in snapshot.coverage.items() if i in inside},
        derived=replace(
            derived, **kept, negotiations=(talks,), dates=tuple(d for d in derived.dates if d.report in inside),
            entities=mentioned(derived, inside), origin_links=tuple(o for o in derived.origin_links if o.report in inside),
            withdrawn=tuple(w for w in derived.withdrawn if w.report in inside),
        ),
    )


def mentioned(derived: Derived, inside: frozenset[str]) -> Any:
    """The entities that some of these reports mention, with only those mentions."""
    found = []
    for entity in derived.entities:
        places = tuple(m for m in entity.mentions if m[0] in inside)
        if places:
            found.append(replace(entity, mentions=places))
    return tuple(found)


def said_by_report(snapshot: Snapshot) -> dict[str, tuple[Statement, ...]]:
    """The statements of each report in the order of its text."""
    groups: dict[str, list[Statement]] = {}
    for statement in snapshot.statements.values():
        groups.setdefault(statement.report, []).append(statement)
    return {report: tuple(sorted(found, key=lambda s: (s.span, s.id))) for report, found in groups.items()}
