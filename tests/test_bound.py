"""SQL text holds only names of the program's own; whatever comes from outside goes to SQLite beside the text, as a bound value."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import onrecord

SOURCE = Path(onrecord.__file__).parent
VERB = re.compile(r"\s*(SELECT|INSERT|UPDATE|DELETE|WITH|PRAGMA|CREATE|COPY|ATTACH|REPLACE|DROP|ALTER|EXISTS|s\.id IN)\b")
CONSTANT = re.compile(r"[A-Z_]+(\.format\('\w+'\))?|', '\.join\('\?' \* len\(\w+\)\)")
"""A constant of the module, or question marks, as many as there are values."""
OWN = frozenset(
    {
        # Names of tables and columns: from the schema, from tables in the code, from the other record's or the scratch journal's own lists.
        "table", "kept.table", "noted.table", "noted.key", "keyed.table", "keyed.key", "row['type']", "row['name']",
        "columns", "names", "index", "key", "first", "last", "order", "sets",
        "same", "columns[0]",
        # Conditions that are written in the code, with question marks for what is asked.
        "marks", "some", "condition", "begins", "below", "chosen", "wanted", "best", "named", "part.where", "' AND '.join(parts) or '1'", "only", "later",
        "only.format('report')", "only.format('id')", "when", "event", "row", "value", "anew",
        # Numbers of the schema.
        "to",
        # DuckDB takes no bound value for the name of a file: a function doubles its quotation marks.
        "quoted(path / f'{table.name}.parquet')", "quoted(beside)", "quoted(path)", "read",
    }
)
"""Expressions that may stand in an SQL text. A new one needs its reason here: where does it come from, and can a person or a report decide it?"""


def texts() -> Iterator[tuple[str, ast.JoinedStr]]:
    """Every formatted text that begins as SQL does, with its place."""
    for path in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.JoinedStr) and node.values and isinstance(node.values[0], ast.Constant) and VERB.match(str(node.values[0].value)):
                yield f"{path.relative_to(SOURCE)}:{node.lineno}", node


def put_in(node: ast.JoinedStr) -> Iterator[str]:
    """The expressions in a formatted text."""
    yield from (ast.unparse(value.value) for value in node.values if isinstance(value, ast.FormattedValue))


def own(told: str) -> bool:
    """Whether an expression may stand in an SQL text."""
    return told in OWN or CONSTANT.fullmatch(told) is not None


def test_only_names_of_our_own_stand_in_sql() -> None:
    assert {f"{place}: {told}" for place, node in texts() for told in put_in(node) if not own(told)} == set()


def test_there_is_sql_to_look_at() -> None:
    assert len(list(texts())) > 20


def test_a_value_in_the_text_would_be_seen() -> None:
    node = ast.parse("f'SELECT id FROM report WHERE name = {asked}'", mode="eval").body
    assert isinstance(node, ast.JoinedStr)
    assert [told for told in put_in(node) if not own(told)] == ["asked"]
