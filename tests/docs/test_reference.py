"""The reference pages are what the code gives; nothing is left out of them."""

from __future__ import annotations

import re
import sqlite3
from importlib.resources import files
from pathlib import Path

import pytest
import typer
from docs.build import PAGES, REFERENCE, made
from docs.pages import cli, schema

from onrecord.views.cli.app import app

DOCS = Path(__file__).parents[2] / "docs"
LINK = re.compile(r"\[[^\]]*\]\(([^)#\s]+)(?:#[^)]*)?\)")
CONCEPTS = (
    "statements", "attribution", "dates", "figures-and-ledgers", "origins", "events", "positions-and-commitments", "talks", "disputes", "judgements", "as-of",
    "roster", "channels", "entities", "review",
)


@pytest.mark.parametrize("name", sorted(PAGES))
def test_a_reference_page_is_what_the_code_gives(name: str) -> None:
    assert (REFERENCE / name).read_text(encoding="utf-8") == made(name), f"docs/reference/{name} is out of date: run `make docs`"


def test_every_command_and_option_is_told() -> None:
    text = cli.page()
    for name, command in cli.leaves(typer.main.get_command(app), "onrecord"):
        part = text.split(f"\n## {name}\n")[1].split("\n## ")[0]
        for parameter in command.params:
            assert parameter.hidden or (parameter.opts[0] if cli.is_option(parameter) else parameter.metavar or parameter.name.upper()) in part


def test_every_command_has_an_example_and_every_option_a_meaning() -> None:
    for name, command in cli.leaves(typer.main.get_command(app), "onrecord"):
        assert re.search(r"Examples?: onrecord", f"{command.epilog} {command.help}"), f"{name} --help has no example"
        assert all(p.help for p in command.params if not p.hidden and p.name != "help"), f"{name}: an option without a meaning"


def test_every_column_of_the_schema_has_a_comment() -> None:
    sql = (files("onrecord.record") / "schema.sql").read_text(encoding="utf-8")
    base = sqlite3.connect(":memory:")
    base.executescript(sql)
    said = schema.comments(sql)
    tables = [name for (name,) in base.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE 'CREATE TABLE%'") if "_words_" not in name]
    assert set(tables) == set(said)
    for table in tables:
        assert [c for c, _ in schema.columns(base, table) if not said[table].get(c)] == []


@pytest.mark.parametrize("path", [DOCS.parent / "README.md", DOCS.parent / "sample" / "README.md", *sorted(DOCS.rglob("*.md"))], ids=lambda p: p.name)
def test_links_between_pages_lead_somewhere(path: Path) -> None:
    targets = [t for t in LINK.findall(path.read_text(encoding="utf-8")) if "://" not in t]
    assert [t for t in targets if not (path.parent / t).exists()] == []


@pytest.mark.parametrize("name", CONCEPTS)
def test_a_concept_fits_one_screen_and_says_what_must_not_be_concluded(name: str) -> None:
    text = (DOCS / "concepts" / f"{name}.md").read_text(encoding="utf-8")
    assert "must not be concluded" in text
    assert len(text.splitlines()) <= 60
