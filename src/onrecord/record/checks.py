"""Whether a record is sound: every datum at its words, nothing hanging, dates in order, nothing tampered with."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from onrecord.record.codec import unpack
from onrecord.record.connection import EXCERPT, Record
from onrecord.record.judgements import chain_breaks, cut_off
from onrecord.record.queries.reports import all_reports, readings
from onrecord.record.releases import altered
from onrecord.types import Reading, report_id


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not as it must be."""

    rule: str
    where: str
    """Table and id, or `report:start-end`."""
    message: str


Rule = Callable[[Record], Iterator[Finding]]

MISPLACED = """SELECT s.id, r.name, s."start", s."end", s.quote, substr(r.text, s."start" + 1, s."end" - s."start") AS words
  FROM statement s JOIN report r ON r.id = s.report WHERE s.quote <> words OR s."end" <= s."start" ORDER BY s.id"""
DERIVED_WORDS = """WITH words (kind, id, value) AS (
    SELECT 'captive', c.id, json_extract(p.value, '$.words') FROM roster_line c, json_each(c.value_json, '$.points') p
    UNION ALL SELECT 'channel', c.id, json_extract(u.value, '$.words') FROM channel c, json_each(c.value_json, '$.uses') u
    UNION ALL SELECT 'channel', c.id, json_extract(b.value, '$.words') FROM channel c, json_each(c.value_json, '$.breaks') b
      WHERE json_extract(b.value, '$.words') IS NOT NULL
    UNION ALL SELECT 'proposal', p.id, t.value FROM proposal_line p, json_each(p.value_json, '$.versions') v, json_each(v.value, '$.terms') t),
  told AS (SELECT kind, id, json_extract(value, '$.report') report, json_extract(value, '$.span[0]') "start", json_extract(value, '$.span[1]') "end",
    json_extract(value, '$.quote') quote FROM words)
  SELECT t.*, substr(r.text, t."start" + 1, t."end" - t."start") AS words FROM told t LEFT JOIN report r ON r.id = t.report
  WHERE words IS NULL OR t.quote <> words OR t."end" <= t."start" ORDER BY t.kind, t.id"""
ORPHANS = {
    "ledger_value.statement": "SELECT v.ledger FROM ledger_value v LEFT JOIN statement s ON s.id = v.statement WHERE s.id IS NULL",
    "report.raw_hash": "SELECT r.id FROM report r LEFT JOIN raw ON raw.hash = r.raw_hash WHERE raw.hash IS NULL",
    "raw.hash": "SELECT raw.hash FROM raw LEFT JOIN report r ON r.raw_hash = raw.hash WHERE r.id IS NULL",
    "report without a reading": "SELECT r.id FROM report r LEFT JOIN reading g ON g.report = r.id WHERE g.report IS NULL",
    "event without support": "SELECT e.id FROM event e LEFT JOIN support u ON u.kind = 'event' AND u.object = e.id WHERE u.object IS NULL",
    "position without support": "SELECT p.id FROM position_line p LEFT JOIN support u ON u.kind = 'position' AND u.object = p.id WHERE u.object IS NULL",
    "commitment without support": "SELECT c.id FROM commitment_line c LEFT JOIN support u ON u.kind = 'commitment' AND u.object = c.id WHERE u.object IS NULL",
    "dispute without support": "SELECT d.id FROM dispute d LEFT JOIN support u ON u.kind = 'dispute' AND u.object = d.id WHERE u.object IS NULL",
    "captive without words": "SELECT id FROM roster_line WHERE json_array_length(value_json, '$.points') = 0",
    "channel without words": "SELECT id FROM channel WHERE json_array_length(value_json, '$.uses') = 0",
    "proposal without support": "SELECT p.id FROM proposal_line p LEFT JOIN support u ON u.kind = 'proposal' AND u.object = p.id WHERE u.object IS NULL",
    "agreement without support": """SELECT a.id FROM agreement a LEFT JOIN support u ON u.kind = 'agreement' AND u.object = a.id
      WHERE u.object IS NULL AND a.typed_by IS NULL""",
    "roster_line.entity": "SELECT c.id FROM roster_line c LEFT JOIN entity e ON e.id = c.entity WHERE c.entity IS NOT NULL AND e.id IS NULL",
    "ledger line without support": "SELECT n.id FROM ledger_line n LEFT JOIN support u ON u.kind = 'ledger_line' AND u.object = n.id WHERE u.object IS NULL",
    "origin_link.report": "SELECT o.report FROM origin_link o LEFT JOIN report r ON r.id = o.report WHERE r.id IS NULL",
}
DATED = (
    ("statement", "id", "date_first", "date_last"), ("report_date", "report", "date_first", "date_last"), ("event", "id", "date_first", "date_last"),
    ("negotiation", "id", "date_first", "date_last"), ("commitment_line", "id", "deadline_first", "deadline_last"),
    ("talks_spell", "n", "begins_first", "begins_last"), ("roster_line", "id", "last_sign_first", "last_sign_last"),
    ("channel", "id", "first_first", "first_last"), ("channel", "id", "last_first", "last_last"), ("agreement", "id", "date_first", "date_last"),
)
"""(table, its key, column of the first day, column of the last)."""


def intact(record: Record) -> Iterator[Finding]:
    """SQLite's own check of the file, its foreign keys and both search indexes."""
    for row in record.rows("PRAGMA integrity_check"):
        if row[0] != "ok":
            yield Finding("the file is intact", record.path, str(row[0]))
    for row in record.rows("PRAGMA foreign_key_check"):
        yield Finding("nothing hangs", f"{row[0]} row {row[1]}", f"refers to a row of {row[2]} that is not there")
    for index, table in (("report_words", "report"), ("statement_words", "statement")):
        count = record.rows(f"SELECT (SELECT count(*) FROM {index}_docsize), (SELECT count(*) FROM {table})")[0]
        if count[0] != count[1]:
            yield Finding("search finds everything", index, f"{count[0]} texts are indexed, {count[1]} are there")


def words_in_place(record: Record) -> Iterator[Finding]:
    """Every statement's quote is the text at its span."""
    for row in record.rows(MISPLACED):
        where = f"{row['name']}:{row['start']}-{row['end']}"
        yield Finding("a quote is the text at its span", where, f"statement {row['id']} says {row['quote']!r}, the text {row['words']!r}")


def derived_words_in_place(record: Record) -> Iterator[Finding]:
    """The words of every captive and channel are the text at their span."""
    for row in record.rows(DERIVED_WORDS):
        where = f"{row['kind']} {row['id']}"
        yield Finding("a quote is the text at its span", where, f"says {row['quote']!r}, the text {row['words']!r}")


def readings_in_place(record: Record) -> Iterator[Finding]:
    """Every span of every reading lies within its report's text."""
    for reading in readings(record):
        for layer, identity, start, end in spans(reading):
            if not 0 <= start < end <= len(reading.report.text):
                yield Finding("a span lies within its text", f"{reading.report.name}:{start}-{end}", f"{layer} {identity} points outside of the text")


def spans(reading: Reading) -> Iterator[tuple[str, str, int, int]]:
    """(layer, id, start, end) of all items of a reading."""
    for layer in ("times", "attributions", "figures", "events", "positions", "commitments", "proposals", "status"):
        for item in getattr(reading, layer):
            yield (layer, item.id, *item.span)


def evidence_kept(record: Record) -> Iterator[Finding]:
    """Bytes as they came and packs still have their hashes, and every report's id is the hash of its text, outlet and address."""
    for row in record.rows("SELECT hash, packed FROM raw"):
        try:
            found = hashlib.sha256(unpack(row["packed"])).hexdigest()
        except zlib.error as error:
            found = f"unreadable: {error}"
        if found != row["hash"]:
            yield Finding("evidence is kept as it came", f"raw {row['hash'][:12]}", f"the bytes have changed ({found[:12]})")
    for row in record.rows("SELECT name, hash, toml FROM pack"):
        if hashlib.sha256(row["toml"].encode()).hexdigest() != row["hash"]:
            yield Finding("evidence is kept as it came", f"pack {row['name']}", "its text has changed since it was added; add the file again")
    for report in () if is_excerpt(record) else all_reports(record, also_aside=True):
        if report_id(report.text, report.outlet, report.url) != report.id:
            yield Finding("evidence is kept as it came", f"report {report.name}", "text, outlet or address are not those that its id was made of")


def is_excerpt(record: Record) -> bool:
    """Whether something was left out of the record before it was given away: it has no bytes as they came, and texts may be masked."""
    return record.one("SELECT 1 FROM meta WHERE key = ?", (EXCERPT,)) is not None


def nothing_hangs(record: Record) -> Iterator[Finding]:
    """Everything derived rests on a statement, everything named is there."""
    excerpt = is_excerpt(record)
    for what, sql in ORPHANS.items():
        if excerpt and what in OF_WHOLE:
            continue
        for row in record.rows(sql):
            yield Finding("nothing hangs", what, str(row[0]))


def dates_in_order(record: Record) -> Iterator[Finding]:
    """No interval ends before it begins."""
    for table, key, first, last in DATED:
        for row in record.rows(f"SELECT {key}, {first}, {last} FROM {table} WHERE {first} > {last}"):
            yield Finding("dates are in order", f"{table} {row[0]}", f"begins {row[1]}, ends {row[2]}")


def judgements_whole(record: Record) -> Iterator[Finding]:
    """The chain of judgements is unbroken."""
    for identity in chain_breaks(record):
        yield Finding("judgements are as they were written", f"judgement {identity}", "does not follow from the one before it")
    last = cut_off(record)
    if last is not None:
        yield Finding("judgements are as they were written", f"judgement {last}", "was the last one written and is not the last one now")


def releases_kept(record: Record) -> Iterator[Finding]:
    """What was frozen is as it was frozen."""
    for name in altered(record):
        yield Finding("releases are as they were frozen", f"release {name}", "its rows are not those of its hash")


RULES: tuple[Rule, ...] = (
    intact, words_in_place, derived_words_in_place, readings_in_place, evidence_kept, nothing_hangs, dates_in_order, judgements_whole, releases_kept,
)
"""All checks in the order in which they are made."""
OF_WHOLE = frozenset({"report.raw_hash", "report without a reading"})
"""What an excerpt lacks on purpose."""


def check(record: Record) -> tuple[Finding, ...]:
    """Everything that is not as it must be; empty for a sound record. RecordError where the file cannot even be read."""
    found: list[Finding] = []
    for rule in RULES:
        found.extend(rule(record))
    return tuple(found)
