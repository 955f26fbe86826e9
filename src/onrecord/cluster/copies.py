"""Which of very many reports share an origin: what reconcile/origins/pairs.py finds, with all tables on disk.

The same measures decide and the same pairs are proposed: MinHash over runs of five words in 32 bands, and names, figures and quotations that at most
forty reports have. Only a band that very many reports share is not compared pair by pair: each of its reports is compared with the first.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from functools import lru_cache

import msgspec

from onrecord.cluster.spill import Spill
from onrecord.reconcile.origins.pairs import BANDS, CROWD, PROPOSING, Shared, judge, sketch
from onrecord.reconcile.origins.texts import COMMON, Anchor, Compared, compared
from onrecord.types import Reading

MOST = 500
"""Reports of one band that are compared pair by pair."""
AT_HAND = 4000
"""Texts that are held ready for comparison, 30 KB each."""
TABLES = """
CREATE TABLE run (report INTEGER, run BIGINT);
CREATE TABLE anchor (report INTEGER, kind VARCHAR, key VARCHAR);
CREATE TABLE band (report INTEGER, band INTEGER, sketch BIGINT);
"""
CROWDED = f"""
CREATE TABLE crowded AS SELECT run FROM run GROUP BY run HAVING count(*) > {CROWD};
CREATE TABLE common AS SELECT kind, key FROM anchor GROUP BY kind, key HAVING count(*) > {CROWD};
"""
KEPT = """
SELECT report, list(run) FROM run ANTI JOIN crowded USING (run) WHERE report BETWEEN ? AND ? GROUP BY report ORDER BY report
"""
PROPOSED = f"""
CREATE TABLE home AS SELECT band, sketch, count(*) AS many, min(report) AS first FROM band GROUP BY band, sketch HAVING count(*) > 1;
CREATE TABLE shared_band AS SELECT report, band, sketch, many, first FROM band JOIN home USING (band, sketch);
CREATE TABLE proposed AS
    SELECT DISTINCT one, other FROM (
        SELECT a.report AS one, b.report AS other FROM shared_band a JOIN shared_band b USING (band, sketch) WHERE a.report < b.report AND a.many <= {MOST}
        UNION ALL SELECT first, report FROM shared_band WHERE many > {MOST} AND report > first
        UNION ALL
        SELECT one, other FROM (
            SELECT a.report AS one, b.report AS other FROM rare a JOIN rare b USING (kind, key) WHERE a.report < b.report
        ) GROUP BY one, other HAVING count(*) >= {PROPOSING}
    );
"""
RARE = f"""
CREATE TABLE rare AS SELECT report, kind, key FROM anchor
    JOIN (SELECT kind, key FROM anchor WHERE kind NOT IN ('s', '{COMMON}') GROUP BY kind, key HAVING count(*) BETWEEN 2 AND {CROWD}) USING (kind, key);
"""


@dataclass(frozen=True, slots=True)
class Found:
    """Two reports by number, in the order of their ids, and what they share."""

    one: int
    other: int
    shared: Shared


class Copies:
    """Takes in readings in the order of their numbers, then gives the pairs; use `note` for each, then `pairs` once."""

    def __init__(self, tables: Spill) -> None:
        self._tables = tables
        self._texts = sqlite3.connect(tables.folder / "texts.db")
        self._texts.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; CREATE TABLE text (report INTEGER PRIMARY KEY, id TEXT, data BLOB)")
        for statement in filter(str.strip, TABLES.split(";")):
            tables.do(statement)
        self._count = 0

    def note(self, numbered: Sequence[tuple[int, Reading]]) -> None:
        """Takes in readings with their numbers, which rise by one from 0."""
        runs, anchors = (array("i"), array("q")), list[tuple[int, Anchor]]()
        for number, reading in numbered:
            text = compared(reading)
            runs[0].extend([number] * len(text.runs))
            runs[1].extend(sorted(text.runs))
            anchors += [(number, anchor) for anchor in sorted(set(text.anchors))]
            self._texts.execute("INSERT INTO text VALUES (?, ?, ?)", (number, text.report, msgspec.msgpack.encode(replace(text, runs=frozenset()))))
            self._count = number + 1
        self._tables.put("run", {"report": ("int32", runs[0]), "run": ("int64", runs[1])})
        numbers, kinds, keys = [n for n, _ in anchors], [a[0] for _, a in anchors], [a[1] for _, a in anchors]
        self._tables.put("anchor", {"report": ("int32", numbers), "kind": ("object", kinds), "key": ("object", keys)})

    def pairs(self) -> Iterator[Found]:
        """All pairs that share an origin or a saying, in the order of their numbers."""
        self._execute(CROWDED)
        common = frozenset((kind, key) for kind, key in self._tables.ask("SELECT kind, key FROM common"))
        for start in range(0, self._count, AT_HAND):
            self._sketch(start, start + AT_HAND - 1, common)
        self._execute(RARE + PROPOSED)
        with closing(self._texts):
            text = lru_cache(AT_HAND)(self._text)
            for one, other in self._tables.ask("SELECT one, other FROM proposed ORDER BY one, other"):
                a, b = sorted((text(one), text(other)), key=lambda t: t.report)
                low, high = (one, other) if a is text(one) else (other, one)
                for shared in judge(a, b):
                    yield Found(low, high, shared)

    def _sketch(self, first: int, last: int, common: frozenset[Anchor]) -> None:
        """Takes what a crowd has out of the texts of some reports, and notes the bands of what is left."""
        bands: tuple[list[int], list[int], list[int]] = ([], [], [])
        runs = dict(self._tables.ask(KEPT, first, last))
        for number, data in self._texts.execute("SELECT report, data FROM text WHERE report BETWEEN ? AND ?", (first, last)).fetchall():
            kept = frozenset(runs.get(number, ()))
            text = msgspec.msgpack.decode(data, type=Compared)
            told = tuple((COMMON, key) if (kind, key) in common else (kind, key) for kind, key in text.anchors)
            self._texts.execute("UPDATE text SET data = ? WHERE report = ?", (msgspec.msgpack.encode(replace(text, runs=kept, anchors=told)), number))
            made = sketch(kept) if kept else b""
            wide = len(made) // BANDS
            for band in range(BANDS if made else 0):
                bands[0].append(number)
                bands[1].append(band)
                bands[2].append(hash_of(made[band * wide : (band + 1) * wide]))
        self._tables.put("band", {"report": ("int32", bands[0]), "band": ("int32", bands[1]), "sketch": ("int64", bands[2])})

    def _text(self, number: int) -> Compared:
        """The text of a report, ready to be compared."""
        (data,) = self._texts.execute("SELECT data FROM text WHERE report = ?", (number,)).fetchone()
        return msgspec.msgpack.decode(data, type=Compared)

    def _execute(self, statements: str) -> None:
        """Executes statements one after another."""
        for statement in filter(str.strip, statements.split(";")):
            self._tables.do(statement)


def hash_of(band: bytes) -> int:
    """Sixteen bytes of a sketch as a signed number of eight: two bands that differ fall together once in 10**19."""
    low, high = int.from_bytes(band[:8], "little"), int.from_bytes(band[8:], "little")
    return int.from_bytes(((low * 0x9E3779B97F4A7C15 + high) % (1 << 64)).to_bytes(8, "little"), "little", signed=True)
