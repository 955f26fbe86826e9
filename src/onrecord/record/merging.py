"""Two desks' records joined: reports and judgements of both are kept, and where two persons decided otherwise it is told."""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from onrecord.errors import RecordError
from onrecord.record.checks import is_excerpt
from onrecord.record.connection import Record
from onrecord.record.judgements import append_within, chain_breaks, cut_off, judgements
from onrecord.types import Judgement

BY = "onrecord merge"
"""Who undoes the earlier of two decisions that cannot both stand; a person may undo that."""
COLUMNS = {
    "raw": "hash, size, packed, came_from, collected_at, collector, extractor",
    "report": """id, name, title, outlet, url, language, genre, text, published, published_basis, published_start, published_end, raw_hash, added_at,
      sentences, used, skipped_json""",
    "block": 'report, n, kind, "start", "end", speaker',
    "page": 'report, n, "start"',
    "reading": "report, annotator, packed",
    "pack": "name, hash, toml, came_from, added_at, added_by",
    "problem": 'id, report, kind, message, "start", "end", came_from, lost',
}
"""What was put in, by table, each after those that it refers to; rows that are there already stay as they are."""
Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two decisions on one thing that cannot both stand; the later one does."""

    stands: Judgement
    undone: Judgement


@dataclass(frozen=True, slots=True)
class Merged:
    """What came from the other record."""

    reports: int
    judgements: int
    conflicts: tuple[Conflict, ...] = ()


def merge(record: Record, other: Record, *, when: dt.datetime) -> Merged:
    """Puts what *other* holds and *record* does not into *record*, all or none; what is derived is not made anew here.

    Done twice it adds nothing. The log of *other* goes after that of *record*, so its judgements get new ids; their words, persons and times stay.
    """
    for each in (record, other):
        if is_excerpt(each):
            raise RecordError(f"{each.path}: an excerpt, made by `onrecord export`, has no readings and cannot be merged; merge the record it was made of")
        if chain_breaks(each) or cut_off(each):
            raise RecordError(f"{each.path}: the log of judgements is not as it was written; `onrecord verify` says where; nothing was merged")
    with record.writing() as sql:
        before = count(sql)
        for table, columns in COLUMNS.items():
            poured(sql, other, table, columns)
        joined = join_logs(sql, judgements(record), judgements(other), when)
        return Merged(count(sql) - before, *joined)


def count(sql: sqlite3.Connection) -> int:
    """How many reports there are."""
    return int(sql.execute("SELECT count(*) FROM report").fetchone()[0])


def poured(sql: sqlite3.Connection, other: Record, table: str, columns: str) -> None:
    """Adds the rows of a table of *other* that are not there by its key; those of a report that both have stay as here."""
    key, wanted = ("report", "") if table in ("block", "page", "reading") else ("", " WHERE kind <> 'judgement_lost'" if table == "problem" else "")
    there = {row[0] for row in sql.execute(f"SELECT DISTINCT report FROM {table}")} if key else set()
    marks = ", ".join("?" * len(columns.split(",")))
    rows = (tuple(row) for row in other.connection.execute(f"SELECT {columns} FROM {table}{wanted}") if not key or row["report"] not in there)
    sql.executemany(f"INSERT OR IGNORE INTO {table} ({columns}) VALUES ({marks})", rows)


def join_logs(
    sql: sqlite3.Connection, ours: Sequence[Judgement], theirs: Sequence[Judgement], when: dt.datetime,
) -> tuple[int, tuple[Conflict, ...]]:
    """Appends the judgements of the other log that are not in ours; gives their number, and the conflicts with what became of them."""
    had = Counter(keys(ours).values())
    known: dict[Key, list[str]] = {}
    for identity, key in keys(ours).items():
        known.setdefault(key, []).append(identity)
    by_id, new_ids = {j.id: j for j in theirs}, dict[str, str]()
    added: list[Judgement] = []
    for identity, key in keys(theirs).items():
        if had[key]:
            had[key] -= 1
            new_ids[identity] = known[key].pop(0)
            continue
        judgement = by_id[identity]
        made = append_within(sql, replace(judgement, target=new_ids.get(judgement.target, judgement.target)))
        new_ids[identity] = made.id
        added.append(made)
    shared = {new_ids[i] for i in new_ids} - {j.id for j in added}
    conflicts = find_conflicts([j for j in ours if j.id not in shared], added, (*ours, *added))
    for conflict in conflicts:
        why = f"{conflict.stands.who} decided otherwise on {conflict.stands.when.date()} (judgement {conflict.stands.id[:12]})"
        append_within(sql, Judgement("", "undo", conflict.undone.id, BY, when, why=why, layer="judgement"))
    return len(added), conflicts


def keys(log: Sequence[Judgement]) -> dict[str, Key]:
    """What each judgement says, wherever it stands in a log, by id; the undoing of one is told by what that one says."""
    found: dict[str, Key] = {}
    for j in log:
        target = "\x1f".join(found[j.target]) if j.target in found else j.target
        found[j.id] = (j.action, target, j.who, j.when.isoformat(), j.why, j.layer or "", j.quote or "", j.context or "", j.value or "")
    return found


def find_conflicts(ours: Sequence[Judgement], theirs: Sequence[Judgement], log: Sequence[Judgement]) -> tuple[Conflict, ...]:
    """Pairs of standing judgements, one of each desk, that cannot both hold, the earlier of them being the one that is undone; each is undone once."""
    undone: set[str] = set()
    for judgement in reversed(log):
        if judgement.action == "undo" and judgement.id not in undone:
            undone.add(judgement.target)
    found: dict[str, Conflict] = {}
    for mine in ours:
        for other in theirs:
            if {mine.id, other.id} & (undone | found.keys()) or not at_odds(mine, other):
                continue
            early, late = sorted((mine, other), key=lambda j: (j.when, j.who, j.action, j.value or ""))
            found[early.id] = Conflict(late, early)
    return tuple(found.values())


def at_odds(one: Judgement, other: Judgement) -> bool:
    """Whether two judgements on the same thing cannot both hold: reject against what is not, two values of one field, merge against split."""
    if "undo" in (one.action, other.action):
        return False
    actions = {one.action, other.action}
    if actions == {"merge", "split"}:
        return len(named(one) & named(other)) > 1
    if one.target != other.target or one.layer != other.layer:
        return False
    if actions in ({"edit"}, {"add"}):
        first, second = fields(one), fields(other)
        return any(first[name] != second[name] for name in first.keys() & second.keys())
    return "reject" in actions and len(actions) == 2


def named(judgement: Judgement) -> set[str]:
    """The things that a judgement joins or parts."""
    return {judgement.target, *json.loads(judgement.value or "[]")}


def fields(judgement: Judgement) -> dict[str, Any]:
    """The fields that a judgement sets."""
    value: dict[str, Any] = json.loads(judgement.value or "{}")
    return value
