"""How two frozen states of a record differ, row by row, each difference with the reports and the reasons."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from onrecord.record.release_reasons import Between
from onrecord.types import Decided, Frozen, FrozenRow, RowChange

SHORT = 60
"""Characters of a value that are shown before and after."""
HIDDEN = frozenset({"id"})
"""Fields that tell nothing by themselves: an id follows from what a row rests on."""


@dataclass(frozen=True, slots=True)
class Difference:
    """All that two states do not have alike, and how many rows of each kind they have alike, under one and the same id."""

    changes: tuple[RowChange, ...]
    unchanged: Mapping[str, int]


def difference(before: Frozen, after: Frozen, judged: Sequence[Decided] = ()) -> Difference:
    """What is added, changed and removed from *before* to *after*; *judged* are the judgements that came between them.

    A row whose id changed because it rests on other statements than before is a changed row: it is told from one that is gone by the
    statements that both rest on.
    """
    between, unchanged = Between(before, after, judged), {}
    changes: list[RowChange] = []
    for kind in sorted(before.rows.keys() | after.rows.keys()):
        old, new = ({r.id: r for r in side.rows.get(kind, ())} for side in (before, after))
        unchanged[kind] = sum(old[i].value == new[i].value for i in old.keys() & new.keys())
        changes += of_kind(kind, old, new, between)
    return Difference(tuple(changes), unchanged)


def of_kind(kind: str, old: Mapping[str, FrozenRow], new: Mapping[str, FrozenRow], between: Between) -> Iterator[RowChange]:
    """The changes of one kind: changed rows, then added ones, then those that are gone."""
    pairs = [(old[i], new[i]) for i in sorted(old.keys() & new.keys()) if old[i].value != new[i].value]
    gone, came = ([side[i] for i in sorted(side.keys() - other.keys())] for side, other in ((old, new), (new, old)))
    followed = succession(gone, came) if kind not in ("report", "statement") else []
    for one, two in (*pairs, *followed):
        yield change("changed", kind, two, between, was=one)
    taken = {r.id for pair in followed for r in pair}
    for row in came:
        if row.id not in taken:
            yield change("added", kind, row, between)
    left = [row for row in gone if row.id not in taken]
    parts = heirs(left, new)
    for row in left:
        yield removed(kind, row, between, parts.get(row.id))


def succession(gone: Sequence[FrozenRow], came: Sequence[FrozenRow]) -> list[tuple[FrozenRow, FrozenRow]]:
    """Pairs of a row that is gone and the one that took its place: the two that have most in common of what they rest on, each row once."""
    scored = in_common(gone, came)
    by_old, by_new = {r.id: r for r in gone}, {r.id: r for r in came}
    pairs = []
    for one, two in sorted(scored, key=lambda p: (-scored[p], p)):
        if one in by_old and two in by_new:
            pairs.append((by_old.pop(one), by_new.pop(two)))
    return pairs


def in_common(gone: Iterable[FrozenRow], came: Iterable[FrozenRow]) -> dict[tuple[str, str], int]:
    """By pair of ids, how much of what the one rests on the other rests on too; only pairs that have something in common."""
    holding: dict[str, list[str]] = {}
    for row in came:
        for place in row.rests_on:
            holding.setdefault(place, []).append(row.id)
    return dict(Counter((row.id, other) for row in gone for place in row.rests_on for other in holding.get(place, ())))


def heirs(gone: Sequence[FrozenRow], new: Mapping[str, FrozenRow]) -> dict[str, FrozenRow]:
    """By id of a row that is gone, the row in which most of what it rested on is now."""
    scored = in_common(gone, new.values())
    return {one: new[two] for one, two in sorted(scored, key=lambda p: (scored[p], p))}


def change(what: Literal["added", "changed", "removed"], kind: str, row: FrozenRow, between: Between, was: FrozenRow | None = None) -> RowChange:
    """One change with its reports and reasons."""
    found = between.why([row, was] if was else [row])
    earlier = was.id if was is not None and was.id != row.id else None
    return RowChange(what, kind, row.id, row.title, found.reasons, found.reports, earlier, tuple(fields(was, row)) if was else ())


def removed(kind: str, row: FrozenRow, between: Between, heir: FrozenRow | None) -> RowChange:
    """A row that is gone, with the row of which it is a part now, if there is one."""
    found = between.why([row, heir] if heir else [row])
    part = (f"now part of {heir.title} ({heir.id[:8]})",) if heir else ()
    return RowChange("removed", kind, row.id, row.title, (*part, *found.reasons), found.reports)


def fields(was: FrozenRow, row: FrozenRow) -> Iterator[tuple[str, str, str]]:
    """(field, before, after) of what differs, as short JSON."""
    for name in sorted(was.value.keys() | row.value.keys()):
        one, two = was.value.get(name), row.value.get(name)
        if one != two and name not in HIDDEN:
            yield name, shortly(one), shortly(two)


def shortly(value: object) -> str:
    """A value as JSON; of a long list only how many things are in it."""
    words = json.dumps(value, ensure_ascii=False)
    if len(words) <= SHORT:
        return words
    return f"[{len(value)}]" if isinstance(value, list) else words[: SHORT - 1] + "…"


def counted(changes: Iterable[RowChange]) -> dict[str, dict[str, int]]:
    """How many rows of each kind are added, changed and removed."""
    found: dict[str, dict[str, int]] = {}
    for one in changes:
        counts = found.setdefault(one.kind, {"added": 0, "changed": 0, "removed": 0})
        counts[one.what] += 1
    return found
