"""Why a row is otherwise than it was: which reports came, left or were read anew, who judged, which program derives."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.record.connection import Record
from onrecord.record.judgements import judgements
from onrecord.types import Decided, Frozen, FrozenRow, Judgement

NAMED = 5
"""Reports that a reason names; the others are counted in it and stand in the change's list."""


@dataclass(frozen=True, slots=True)
class Why:
    """Reasons as sentences, and the names of the reports in them and of those that the row rests on."""

    reasons: tuple[str, ...]
    reports: tuple[str, ...]


class Between:
    """What came between two frozen states, looked up once for all rows."""

    def __init__(self, before: Frozen, after: Frozen, judged: Sequence[Decided]) -> None:
        old, new = ({r.id: r for r in side.rows.get("report", ())} for side in (before, after))
        self.names = {i: r.title for side in (old, new) for i, r in side.items()}
        self.added, self.gone = new.keys() - old.keys(), old.keys() - new.keys()
        self.reread = {i for i in old.keys() & new.keys() if old[i].value["read_by"] != new[i].value["read_by"]}
        self.judged = judged
        self.programs = (before.release.program, after.release.program)
        self.versions = versions(old, new, self.added)
        self.linked = linked(self.added | self.gone, (*before.rows.get("origin", ()), *after.rows.get("origin", ())))
        self.talks = talks((*before.rows.get("negotiation", ()), *after.rows.get("negotiation", ())))

    def why(self, rows: Sequence[FrozenRow]) -> Why:
        """The reasons that touch a row itself; where none does, those that touch what stands around it, the nearest first."""
        of = {report for row in rows for report in row.reports}
        about = {row.id for row in rows} | {s for row in rows for s in row.rests_on}
        near = list(self.itself(of, about)) or list(self.around(of, {row.negotiation for row in rows})) or list(self.anywhere())
        causes = {report for _, reports in near for report in reports}
        return Why(tuple(words for words, _ in near), tuple(sorted(self.names[r] for r in of | causes if r in self.names)))

    def itself(self, of: set[str], about: set[str]) -> Iterator[tuple[str, set[str]]]:
        """Reports and judgements of the row itself."""
        later = {new for old, new in self.versions if old in of}
        yield from self.told("report added: {}", (of & self.added) - later)
        yield from self.told("new version of a report: {}", later)
        yield from self.told("report removed: {}", of & self.gone)
        yield from self.told("report read anew by another version of the program: {}", of & self.reread)
        for one in self.judged:
            if one.about & about:
                yield one.words, set()

    def around(self, of: set[str], negotiations: set[str | None]) -> Iterator[tuple[str, set[str]]]:
        """Reports that share an origin with the row's, or that tell of the same talks; another program."""
        yield from self.told("report added or removed that shares an origin with its reports: {}", {n for r in of for n in self.linked.get(r, ())})
        if self.programs[0] != self.programs[1]:
            yield f"another version of the program derived it: {self.programs[1]} (before: {self.programs[0]})", set()
        own = {n for n in negotiations if n} or {n for n, reports in self.talks.items() if reports & of}
        same = {r for n in own for r in self.talks.get(n, ())}
        yield from self.told("report added to the same negotiation: {}", same & self.added)
        yield from self.told("report removed from the same negotiation: {}", same & self.gone)

    def anywhere(self) -> Iterator[tuple[str, set[str]]]:
        """All that came between, for a row whose own reports and talks are as they were: names, dates and origins are told over all reports."""
        yield from self.told("report added elsewhere in the record: {}", set(self.added))
        yield from self.told("report removed elsewhere in the record: {}", set(self.gone))
        yield from self.told("report elsewhere in the record read anew by another version of the program: {}", self.reread)
        for one in self.judged:
            yield f"elsewhere in the record: {one.words}", set()

    def told(self, words: str, reports: Iterable[str]) -> Iterator[tuple[str, set[str]]]:
        """One reason with the names of its reports, where there are any."""
        found = set(reports)
        if found:
            names = sorted(self.names.get(r, r[:12]) for r in found)
            more = f" and {len(names) - NAMED} more" if len(names) > NAMED else ""
            yield words.format(", ".join(names[:NAMED]) + more), found


def versions(old: Mapping[str, FrozenRow], new: Mapping[str, FrozenRow], added: Iterable[str]) -> list[tuple[str, str]]:
    """(earlier, later) of reports at one address of which the later was added."""
    at: dict[str, list[str]] = {}
    for identity, row in old.items():
        if row.value["url"]:
            at.setdefault(row.value["url"], []).append(identity)
    return [(earlier, later) for later in added for earlier in at.get(new[later].value["url"] or "", ())]


def linked(wanted: Iterable[str], origins: Iterable[FrozenRow]) -> dict[str, set[str]]:
    """By report, those of the *wanted* with which it shares an origin."""
    found: dict[str, set[str]] = {}
    some = set(wanted)
    for row in origins:
        for one in row.reports:
            found.setdefault(one, set()).update(r for r in row.reports if r != one and r in some)
    return found


def talks(negotiations: Iterable[FrozenRow]) -> dict[str, set[str]]:
    """The reports of each negotiation, in either state."""
    found: dict[str, set[str]] = {}
    for row in negotiations:
        found.setdefault(row.id, set()).update(row.reports)
    return found


def decided(record: Record, since: int, until: int) -> tuple[Decided, ...]:
    """The judgements numbered above *since* up to *until*, each with the ids of all that it is about."""
    every = judgements(record)
    about = {j.id: about_of(j) for j in every}
    found = []
    for one in every[since:until]:
        touched = {one.target, *about[one.id]} | (about.get(one.target, set()) if one.action == "undo" else set())
        why = f" ({one.why})" if one.why else ""
        words = f"judgement: {one.action} by {one.who} on {one.when.date()}{why}, {one.id[:8]}"
        found.append(Decided(one.id, words, frozenset(touched), one.when))
    return tuple(found)


def about_of(judgement: Judgement) -> set[str]:
    """Ids of what a judgement joins, parts or is on."""
    told = json.loads(judgement.value) if judgement.value and (judgement.action in ("merge", "split") or judgement.layer == "report") else []
    return {judgement.target, *(str(i) for i in told)}
