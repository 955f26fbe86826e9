"""What each format is said to carry, it carries, and no more; and none of them asks a network for anything."""

from __future__ import annotations

import csv
import json
import socket
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import markdown
import pytest
from lxml import etree

from onrecord.record import Record
from onrecord.types import Span, Statement
from onrecord.views.brief.words import by_words
from onrecord.views.export import FORMATS, Book, Format, export
from onrecord.views.export.formats import Carried

BY_CHANCE = 25
"""Characters up to which a quotation may stand in an export by chance."""
MEASURED = [f for f in FORMATS if f.carries is not None]


@pytest.fixture(autouse=True)
def short_feed(monkeypatch: pytest.MonkeyPatch) -> None:
    """A feed of two days, as each costs."""
    monkeypatch.setattr("onrecord.views.export.atom.MOST_DAYS", 2)


@pytest.mark.parametrize("form", FORMATS, ids=lambda f: f.name)
def test_no_export_opens_a_socket(form: Format, opened: Record, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: Any, **more: Any) -> None:
        raise AssertionError("an export asked for a network")

    for name in ("socket", "create_connection", "getaddrinfo"):
        monkeypatch.setattr(socket, name, refuse)
    assert export(opened, form.name, tmp_path / "out")


@pytest.mark.parametrize("form", [f for f in MEASURED if f.name != "atom"], ids=lambda f: f.name)
def test_a_narrowed_record_is_exported_and_says_nothing_of_the_rest(form: Format, exported: Any, whole: Book) -> None:
    path = exported(form.name, "narrowed", negotiation="Eastland")
    text = words_of(path)
    assert "Orlo" not in text and not any(r.id in text for r in whole.snapshot.reports if "Orlo" in r.text)
    assert "Eastland" in text or form.name == "ceasefires", "nothing is told of a truce there"


@pytest.mark.parametrize("form", MEASURED, ids=lambda f: f.name)
def test_a_format_carries_what_its_row_says(form: Format, decided: Book, tmp_path: Path) -> None:
    assert form.carries is not None
    form.writer()(decided, tmp_path / "out")
    text = words_of(tmp_path / "out")
    statements = list(decided.snapshot.statements.values())
    held = {n: any(p in text for p in places(s, decided)) for n, s in enumerate(statements)}
    measured = Carried(
        level(one_line(s.quote) in text for s in statements if len(s.quote) > BY_CHANCE), level(held.values()),
        level(one_line(by_words(s)) in text for s in statements if s.chain), level(j.why in text for j in decided.judgements), form.carries.lost,
    )
    assert measured == form.carries
    told: dict[tuple[str, Span], list[Statement]] = {}  # two layers may say something at one place, each by another account
    for n in (n for n, there in held.items() if there):
        told.setdefault((statements[n].report, statements[n].span), []).append(statements[n])
    assert all(one_line(same[0].quote) in text for same in told.values()), "no place without its words"
    assert all(any(one_line(by_words(s)) in text for s in same) for same in told.values()), "no words without whose they are"


def level(found: Iterable[bool]) -> str:
    """All, some or none."""
    seen = list(found)
    return "all" if all(seen) else "some" if any(seen) else "none"


def places(statement: Statement, book: Book) -> tuple[str, ...]:
    """The ways in which formats tell a place."""
    report, (start, end) = book.snapshot.report(statement.report), statement.span
    return (
        f"report {report.name}, SHA-256 {report.id}, characters {start}–{end}", f"report {report.name}, SHA-256 {report.id[:12]}…, characters {start}–{end}",
        f"{report.id} ¦ {start} ¦ {end} ¦", f"{report.name}:{start}-{end}",
        f"id ¦ urn:onrecord:statement:{statement.id} ¦",
    )


def words_of(path: Path) -> str:
    """All words of an export on one line, without its markup: values are parted by ¦."""
    if path.is_dir():
        return " ".join(words_of(p) for p in sorted(path.iterdir()))
    data = path.read_bytes()
    if data[:2] == b"PK":
        with zipfile.ZipFile(path) as parts:
            return one_line(" ".join("".join(etree.fromstring(parts.read(f"word/{n}.xml")).itertext()) for n in ("document", "footnotes")))
    text = data.decode()
    if text.startswith("<?xml"):
        return one_line(" ".join(etree.fromstring(data).itertext()))
    try:
        return one_line(" ¦ ".join(values(json.loads(text))))
    except json.JSONDecodeError:
        pass
    if path.suffix == ".csv":
        return one_line(" ¦ ".join(cell for row in csv.reader(text.splitlines(keepends=True)) for cell in row))
    if path.suffix == ".json":
        return one_line(" ¦ ".join(v for line in text.splitlines() for v in values(json.loads(line))))
    return unmarked(text)


def unmarked(text: str) -> str:
    """Markdown or HTML as words."""
    return one_line("".join(etree.HTML(markdown.markdown(text, extensions=["footnotes"])).itertext()))


def values(value: Any) -> list[str]:
    """Keys and values of JSON in their order, HTML within them as words."""
    if isinstance(value, dict):
        return [v for key, inner in value.items() for v in (key, *values(inner))]
    if isinstance(value, list):
        return [v for inner in value for v in values(inner)]
    text = str(value)
    return ["".join(etree.HTML(text).itertext())] if text.startswith("<") and text.endswith(">") else [text]


def one_line(words: str) -> str:
    return " ".join(words.split())
