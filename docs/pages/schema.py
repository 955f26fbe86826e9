"""schema.md: the tables of a record, from the comments of record/schema.sql."""

from __future__ import annotations

import re
import sqlite3
from importlib.resources import files

HEAD = """# The record's tables

One SQLite file, readable by any SQLite tool; write to it through `onrecord` only. Tables up to *judgement* hold what was put in,
the rest is derived from them and replaced whenever they change. Characters are half-open places `[start, end)` in `report.text`.
"""


def page() -> str:
    """The page's text; KeyError where a column has no comment."""
    sql = (files("onrecord.record") / "schema.sql").read_text(encoding="utf-8")
    base = sqlite3.connect(":memory:")
    base.executescript(sql)
    said = comments(sql)
    views = [name for (name,) in base.execute("SELECT name FROM sqlite_schema WHERE type = 'view' ORDER BY rowid")]
    shown = HEAD + "".join(table(name, columns(base, name), said[name]) for name in said)
    listed = "".join(f"| `{name}` | {', '.join(f'`{column}`' for column, _ in columns(base, name))} |\n" for name in views)
    indexes = re.findall(r"CREATE VIRTUAL TABLE (\w+) USING fts5\((.*?), content=", sql)
    found = "".join(f"\n`{name}` is a search index (FTS5) over {words}.\n" for name, words in indexes)
    return f"{shown}\n## Search\n{found}\n## Ready views\n\n| view | columns |\n|---|---|\n{listed}"


def comments(sql: str) -> dict[str, dict[str, str]]:
    """Table → column → its comment."""
    found: dict[str, dict[str, str]] = {}
    for name, body in re.findall(r"^CREATE TABLE (\w+) \(\n(.*?)^\)", sql, re.S | re.M):
        rows = (re.match(r'\s+"?(\w+)"? [A-Z].*?--\s*(.*)$', line) for line in body.splitlines())
        found[name] = {m[1]: m[2].strip() for m in rows if m}
    return found


def columns(base: sqlite3.Connection, name: str) -> list[tuple[str, str]]:
    """(column, type) of a table or view as SQLite knows it."""
    return [(str(row[1]), str(row[2])) for row in base.execute(f"PRAGMA table_info({name})")]


def table(name: str, rows: list[tuple[str, str]], said: dict[str, str]) -> str:
    """One table."""
    lines = "".join(f"| `{column}` | {kind} | {said[column]} |\n" for column, kind in rows)
    return f"\n## {name}\n\n| column | type | meaning |\n|---|---|---|\n{lines}"
