"""What is left out of an export is in none of its bytes, whatever the format."""

from __future__ import annotations

import re
import unicodedata
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import duckdb
import pytest

from onrecord.errors import InputError
from onrecord.record import Record
from onrecord.types import report_id
from onrecord.views.export import FORMATS, ExportOptions, book_of

Export = Callable[..., Path]
NAMES = ("José Álvarez", "Lena Varga")
UNTOLD = "nobody counted the gulls"
"""Words of a sentence in which there is no statement."""
FORMAT_NAMES = [f.name for f in FORMATS if f.name != "atom"]
"""All but the one that refuses to be narrowed."""
WORDED = ("csv", "xlsx", "jsonl", "parquet", "json", "page", "ftm", "webannotation", "record")
"""Formats that hold the words of all statements."""


@pytest.fixture(scope="module", name="filled")
def with_a_decision(accepted: Path) -> Path:
    """The record of these tests is one in which a person decided something."""
    return accepted



def readable(path: Path) -> Iterator[str]:
    """Everything in a file or folder that can be read as text, archives and Parquet opened, and the names of files."""
    if path.is_dir():
        for each in sorted(path.rglob("*")):
            yield each.name
            yield from readable(each) if each.is_file() else ()
    elif zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            for name in archive.namelist():
                yield name + archive.read(name).decode("utf-8", "replace")
    elif path.suffix == ".parquet":
        yield str(duckdb.sql(f"SELECT * FROM '{path}'").fetchall())
    else:
        yield path.read_bytes().decode("utf-8", "replace")


def bare(text: str) -> str:
    """Letters alone, without accents and case."""
    return "".join(c for c in unicodedata.normalize("NFD", text.casefold()) if not unicodedata.combining(c))


@pytest.mark.parametrize("form", FORMAT_NAMES)
def test_no_removed_name_is_in_any_byte(exported: Export, form: str) -> None:
    path = exported(form, "clean", redact=NAMES)
    for text in (*readable(path), *(str(p) for p in path.parent.iterdir() if p != path), *(t for p in path.parent.iterdir() for t in readable(p))):
        assert not re.search("alvarez|varga", bare(text)), bare(text)[max(0, re.search("alvarez|varga", bare(text)).start() - 80) :][:160]  # type: ignore[union-attr]
    assert any("Maravel" in text for text in readable(path)), "the rest is there"


@pytest.mark.parametrize("form", FORMAT_NAMES)
def test_of_licensed_texts_only_the_words_of_statements_leave(exported: Export, form: str) -> None:
    path = exported(form, "quotes", quotes_only=True)
    assert all(UNTOLD not in text for each in path.parent.iterdir() for text in readable(each))
    assert any("30 sailors" in text for text in readable(path)) or form not in WORDED, "statements keep their words"


@pytest.mark.parametrize("options", [{"redact": NAMES}, {"quotes_only": True}])
def test_a_feed_of_changes_is_refused_rather_than_made_of_what_is_left_out(exported: Export, tmp_path: Path, options: dict[str, object]) -> None:
    with pytest.raises(InputError, match="leave out what narrows it"):
        exported("atom", **options)
    assert list(tmp_path.iterdir()) == []


def test_places_hold_after_anything_is_left_out(opened: Record) -> None:
    for options in (ExportOptions(redact=NAMES), ExportOptions(quotes_only=True), ExportOptions(redact=NAMES, quotes_only=True, negotiation="Eastland")):
        book = book_of(opened, options)
        texts = {r.id: r.text for r in book.snapshot.reports}
        assert book.record is None and book.snapshot.statements
        for statement in book.snapshot.statements.values():
            assert statement.span.of(texts[statement.report]) == statement.quote
        assert all(w.words.quote == w.words.span.of(texts[w.words.report]) for c in book.snapshot.derived.channels for w in c.uses)
        assert all(j.context is None and j.target in book.snapshot.statements for j in book.judgements)
        assert bool(book.judgements) == (options.negotiation is None)


def test_what_is_left_of_a_report_gives_its_id_and_all_that_rests_on_it_follows(opened: Record) -> None:
    whole, book = book_of(opened).snapshot, book_of(opened, ExportOptions(redact=NAMES))
    clean = book.snapshot
    assert all(report_id(r.text, r.outlet, r.url) == r.id for r in clean.reports)
    same = {r.id for r in whole.reports} & {r.id for r in clean.reports}
    assert len(same) == len(whole.reports) - 2, "two reports held a name; the others keep their ids"
    assert {s.report for s in clean.statements.values()} <= {r.id for r in clean.reports}
    for event in clean.derived.events:
        assert set(event.statements) <= set(clean.statements)
    gone = {e.id for e in whole.derived.entities if "lvarez" in e.name or "Varga" in e.name}
    assert gone and not gone & {e.id for e in clean.derived.entities}, "an id that is a hash of a name would let a guess be tried"
    assert dict(book.removed)["Lena Varga"] == 2 and dict(book.removed)["José Álvarez"] >= 8


def test_quotes_only_keeps_titles_and_masks_the_rest(opened: Record) -> None:
    report = next(r for r in book_of(opened, ExportOptions(quotes_only=True)).snapshot.reports if r.title and r.title.startswith("José"))
    assert report.text.startswith("José Álvarez's return") and "····" in report.text


def test_other_names_of_the_same_are_told_and_none_that_was_removed(opened: Record) -> None:
    book = book_of(opened, ExportOptions(redact=("Highland Front",)))
    assert "Front" in " ".join(book.left) and not any("Highland Front" in name for name in book.left)
    assert book_of(opened).left == ()
