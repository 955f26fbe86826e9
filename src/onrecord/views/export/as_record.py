"""The record's own file, for `datasette` and any SQLite tool, with a description of its tables beside it.

Where nothing is left out it is a whole copy, which `onrecord` opens as any record. Where something is, it is an excerpt: reports, statements and what rests on
them, without the bytes as they came and without readings; `onrecord` shows it, and adds nothing to it.
"""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from typing import Any

from onrecord.record import Record, open_record
from onrecord.record.copies import claim
from onrecord.record.excerpt import write_excerpt
from onrecord.views.export.book import RESTRICTED, Book

FACETS: dict[str, tuple[str, ...]] = {
    "statements": ("layer", "kind", "source_side", "outlet"), "figures": ("measure", "side"), "timeline": ("type", "factuality"),
    "events": ("type", "factuality"), "positions": ("party", "latest"), "commitments": ("obligor", "standing"), "talks": ("track", "status"),
    "disputes": ("kind", "about"), "proposals": ("party", "answer"), "reports": ("outlet", "genre", "dated_by"), "problems": ("kind",),
    "roster": ("latest", "status"), "channels": ("sender", "receiver"), "judgements": ("action", "who"), "origins": ("kind",), "set_aside": ("outlet", "who"),
}
"""By which columns the pages of each view can be narrowed at once."""
ABOUT = {
    "statements": "One thing that one report says at one place, with its words and who says so.",
    "figures": "Reported values by ledger; values that cannot all be true stand side by side.", "timeline": "Every telling of every event.",
    "events": "What happened, put together from all tellings of it.", "positions": "What each party is said to hold on each topic.",
    "commitments": "What is owed, with every account of its keeping; no account is a finding.", "talks": "How the talks stood, by whose account.",
    "disputes": "Statements that differ or do not add up, side by side.", "proposals": "Answers to texts on the table, by whose account.",
    "agreements": "Terms of agreements.", "reports": "What was read.", "roster": "What is reported of each person held.",
    "channels": "The ways that messages go.", "origins": "Where reports' contents came from.", "judgements": "What people decided.",
    "problems": "What could not be read or was not understood.", "set_aside": "Reports that people set aside: they stay, and nothing rests on them.",
}
"""What a row of each view is."""
REMEMBERED = ("DELETE FROM remembered_reading", "DELETE FROM remembered_inputs")
"""Results kept to save work, which the next reconciling makes again; of a record as of a day they may tell of later reports."""
FROZEN = ("DELETE FROM release_part", "DELETE FROM release")
"""Releases are left out of a copy as of a day: they may tell of later reports."""
SEARCHED = {"statements": "statement_words", "reports": "report_words"}
"""Views that Datasette searches, with their index."""
LABELS = {"report": "name", "statement": "quote", "event": "title", "ledger": "title", "entity": "name", "negotiation": "name"}
"""By which column a row of a table is called where another refers to it."""


def write(book: Book, path: Path) -> None:
    """Writes the file and, beside it, NAME.metadata.json for `datasette NAME.db --metadata NAME.metadata.json`."""
    if book.record is not None:
        copied(book.record, path, then=FROZEN if book.snapshot.as_of else ())
    else:
        claim(path)
        with open_record(path, write=True) as made:
            write_excerpt(made, book.snapshot, book.judgements)
        settled(path)
    path.with_name(f"{path.stem}.metadata.json").write_text(json.dumps(metadata(path.stem, book), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def copied(record: Record, path: Path, *, then: tuple[str, ...] = ()) -> None:
    """A copy of the whole record without what is restricted, of which nothing stays in unused pages of the file."""
    claim(path)
    base = sqlite3.connect(path, isolation_level=None)
    try:
        record.connection.backup(base)
        for statement in (*REMEMBERED, *RESTRICTED, *then):
            base.execute(statement)
    finally:
        base.close()
    settled(path)


def settled(path: Path) -> None:
    """Makes one file of a database: no side files, nothing of what was taken out."""
    base = sqlite3.connect(path, isolation_level=None)
    try:
        base.execute("PRAGMA journal_mode = DELETE")
        base.execute("VACUUM")
    finally:
        base.close()


def metadata(name: str, book: Book) -> dict[str, Any]:
    """What Datasette is told: titles, facets, search and labels; nothing of what the reports say."""
    tables: dict[str, dict[str, Any]] = {view: {"description": about} for view, about in ABOUT.items()}
    for view, columns in FACETS.items():
        tables[view]["facets"] = list(columns)
    for view, index in SEARCHED.items():
        tables[view] |= {"fts_table": index, "fts_pk": "key"}
    tables |= {table: {"label_column": column} for table, column in LABELS.items()}
    when = f", as of {book.snapshot.as_of}" if book.snapshot.as_of else ""
    counted = f"{len(book.snapshot.statements)} statements of {len(book.snapshot.reports)} reports{when}"
    about = f"{counted}. Every datum has its words; what differs stands side by side."
    return {"title": "A record made by onrecord", "databases": {name: {"description": about, "tables": tables}}}
