"""Entities of FollowTheMoney and the statements that they are made of: a folder that Aleph, yente and nomenklatura load.

`entities.ftm.json` has an entity a line: people and bodies, reports as Article, events as Event, every statement as Note, with Mention (where a name stands)
and Documentation (which report tells of which event, with the words) as links. `statements.csv` holds the same, a property value a row, each with the report
that gave it (`origin`) and the days of its first and last report (`first_seen`, `last_seen`). `uncarried.csv` tells what has no place in the model. Dates are
cut to what all possible days share, the whole date stands in words.
"""

from __future__ import annotations

import csv
import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from onrecord.views.export.csv_files import write_table
from onrecord.views.export.ftm_entities import Fact, Thing, things_of

if TYPE_CHECKING:
    from onrecord.views.export.book import Book

DATASET = "onrecord"
COLUMNS = (
    "canonical_id", "entity_id", "prop", "prop_type", "schema", "value", "dataset", "origin", "lang", "original_value", "external", "first_seen",
    "last_seen", "id",
)
"""The columns that followthemoney's reader of statements knows."""
UNCARRIED = ("id", "kind", "name", "reason")


@dataclass(frozen=True, slots=True)
class Row:
    """One property value of one entity with when it was seen."""

    thing: Thing
    fact: Fact
    first_seen: str
    last_seen: str


def write(book: Book, path: Path) -> None:
    """Writes the three files of *book* to the folder *path*."""
    things, uncarried = things_of(book.snapshot, book.judgements, texts=not book.excerpt)
    path.mkdir()
    lines = (json.dumps(entity(thing), ensure_ascii=False) for thing in things)
    (path / "entities.ftm.json").write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    with (path / "statements.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, quoting=csv.QUOTE_ALL, lineterminator="\n")
        writer.writeheader()
        writer.writerows(statement(row) for row in rows(things))
    write_table(path / "uncarried.csv", UNCARRIED, uncarried)


def entity(thing: Thing) -> dict[str, Any]:
    """An entity as one JSON object: id, schema, and lists of values by property."""
    properties: dict[str, list[str]] = {}
    for fact in thing.facts:
        values = properties.setdefault(fact.prop, [])
        if fact.value not in values:
            values.append(fact.value)
    return {"id": thing.id, "schema": thing.schema, "caption": thing.caption, "properties": properties, "datasets": [DATASET]}


def rows(things: Iterable[Thing]) -> Iterable[Row]:
    """A row an entity, property and value, seen from the first to the last report that gave it."""
    for thing in things:
        same: dict[tuple[str, str], list[Fact]] = {}
        for fact in thing.facts:
            same.setdefault((fact.prop, fact.value), []).append(fact)
        for facts in same.values():
            seen = sorted(f.seen for f in facts if f.seen)
            yield Row(thing, facts[0], seen[0] if seen else "", seen[-1] if seen else "")


def statement(row: Row) -> dict[str, str]:
    """One row of the CSV."""
    thing, fact = row.thing, row.fact
    return {
        "canonical_id": thing.id, "entity_id": thing.id, "prop": fact.prop, "prop_type": fact.type, "schema": thing.schema, "value": fact.value,
        "dataset": DATASET, "origin": fact.origin, "lang": "", "original_value": "", "external": "f", "first_seen": row.first_seen,
        "last_seen": row.last_seen, "id": key(thing.id, fact),
    }


def key(identity: str, fact: Fact) -> str:
    """The id that followthemoney gives a statement: SHA-1 of dataset, entity, property and value."""
    return hashlib.sha1(f"{DATASET}.{identity}.{fact.prop}.{fact.value}".encode(), usedforsecurity=False).hexdigest()
