"""The parts of a brief: sections of lines, each line with the words it rests on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from onrecord.types import Report, Snapshot, Span


@dataclass(frozen=True, slots=True)
class Cite:
    """One place in one report: its words and where they stand."""

    report: str
    """Report id."""
    name: str
    """What a person calls the report."""
    span: Span
    quote: str
    statement: str | None = None
    pages: str = ""
    """`p. 3` where the report came on printed pages."""

    @property
    def place(self) -> str:
        """`name:start-end`, as every command takes it."""
        return f"{self.name}:{self.span.start}-{self.span.end}"


@dataclass(frozen=True, slots=True)
class Line:
    """One thing the brief says. *date* leads, *text* says it, *marks* qualify it (age, origins, own voice), *cites* prove it."""

    text: str
    date: str = ""
    marks: tuple[str, ...] = ()
    cites: tuple[Cite, ...] = ()
    link: str | None = None
    """Id of the event, ledger, position … that the line shows."""
    level: int = 0
    party: str | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """One question that the brief answers."""

    key: str
    title: str
    lines: tuple[Line, ...]
    more: int = 0
    """How many lines were left out here because others weigh more."""
    note: str = ""
    """What must not be concluded, or why the section is empty."""


@dataclass(frozen=True, slots=True)
class Brief:
    """All sections in their order."""

    title: str
    subtitle: str
    sections: tuple[Section, ...]


@lru_cache(maxsize=32)
def short_names(names: tuple[str, ...]) -> dict[str, str]:
    """Each report's name cut after a part of it, where what is left names no other report and has three characters."""
    parts = {name: [name[: m.start()] for m in re.finditer(r"[_\-. ]", name) if m.start() >= 3] for name in names}
    ordered = sorted(names)
    out = {}
    for i, name in enumerate(ordered):
        near = (*ordered[max(0, i - 1) : i], *ordered[i + 1 : i + 2])
        out[name] = next((p for p in parts[name] if not any(n.startswith(p) for n in near)), name)
    return out


def short_name(snapshot: Snapshot, report: Report) -> str:
    """The short form of a report's name, as commands take it too."""
    if not snapshot.short:
        snapshot.short.update(short_names(tuple(sorted(r.name for r in snapshot.reports))))
    return snapshot.short.get(report.name, report.name)


def cite(snapshot: Snapshot, identity: str) -> Cite | None:
    """The place of a statement; None when the snapshot does not hold it."""
    statement = snapshot.statements.get(identity)
    if statement is None:
        return None
    report = snapshot.report(statement.report)
    return Cite(statement.report, short_name(snapshot, report), statement.span, statement.quote, statement.id, report.pages_of(statement.span))


def cites(snapshot: Snapshot, identities: tuple[str, ...], most: int = 3) -> tuple[Cite, ...]:
    """The places of the first *most* of several statements, one a report before a second of the same."""
    seen: set[str] = set()
    first: list[Cite] = []
    rest: list[Cite] = []
    for place in (c for c in (cite(snapshot, i) for i in identities) if c is not None):
        if len(first) == most:
            break
        (rest if place.report in seen else first).append(place)
        seen.add(place.report)
    return tuple((first + rest)[:most])
