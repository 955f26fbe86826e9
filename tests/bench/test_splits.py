"""Reports that are added in several lots, in any order, make the record that they make at once."""

from __future__ import annotations

import random

import pytest
from bench.corpus.readings import readings
from bench.cost_reconcile import put

from onrecord.pipeline import derive
from onrecord.record import Record, open_record, store

LEFT_OUT = ("report_words", "statement_words", "sqlite_", "raw", "judgement")
SIZE = 70


def rows(record: Record) -> dict[str, list[tuple[object, ...]]]:
    """Every table's rows without row numbers and times of arrival."""
    tables = [r[0] for r in record.rows("SELECT name FROM sqlite_schema WHERE type = 'table'") if not r[0].startswith(LEFT_OUT)]
    out = {}
    for table in tables:
        names = ", ".join(f'"{c[1]}"' for c in record.rows(f"PRAGMA table_info({table})") if c[1] not in ("key", "added_at"))
        out[table] = sorted((tuple(r) for r in record.rows(f"SELECT {names} FROM {table}")), key=repr)
    return out


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_random_splits_give_the_record_made_at_once(seed: int) -> None:
    """With undated reports, copies, corrections and two negotiations among them; one report is added, removed and added again."""
    rng = random.Random(seed)
    made = readings(SIZE, seed, days=25)
    with open_record(None, write=True) as whole, open_record(None, write=True) as grown:
        put(whole, made)
        derive(whole)
        rng.shuffle(made)
        cuts = sorted(rng.sample(range(1, SIZE), 3))
        for start, end in zip([0, *cuts], [*cuts, SIZE], strict=True):
            put(grown, made[start:end])
            derive(grown)
        store.remove_report(grown, made[0].report.id)
        derive(grown)
        put(grown, made[:1])
        derive(grown)
        assert rows(grown) == rows(whole)
