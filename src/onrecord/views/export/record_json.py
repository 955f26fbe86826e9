"""The whole record as one JSON value.

Keys: `onrecord` (version), `as_of`, `left_out` (reports that as_of leaves out), `reports` (with text, blocks, date and its derivation), `statements`,
then one key for each kind of thing derived (`entities`, `negotiations`, `origin_links`, `events`, `ledgers`, `positions`, `commitments`, `talks`,
`disputes`, `roster`, `channels`, `proposals`, `agreements`,
`withdrawn`), `judgements` and `problems`. Days are EDTF, spans `[start, end]` in characters of the
report's text; everything derived names the statements it rests on by id, every statement its report by id.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from onrecord.record import Record
from onrecord.versions import version
from onrecord.views.export.book import Book, book_of
from onrecord.views.export.values import jsonable, statement_json

DERIVED = (
    "entities", "negotiations", "origin_links", "events", "ledgers", "positions", "commitments", "talks", "disputes", "roster", "channels", "proposals",
    "agreements", "withdrawn",
)


def write(book: Book, path: Path) -> None:
    """Writes the whole as one JSON value."""
    path.write_text(json.dumps(book_json(book), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def record_json(record: Record) -> dict[str, Any]:
    """The dict of a record that nothing is left out of."""
    return book_json(book_of(record))


def book_json(book: Book) -> dict[str, Any]:
    """The dict to be written."""
    snapshot = book.snapshot
    names = {r.id: r.name for r in snapshot.reports}
    dates = {d.report: d for d in snapshot.derived.dates}
    return {
        "onrecord": version(), "as_of": jsonable(snapshot.as_of), "left_out": list(snapshot.left_out),
        "reports": [{**jsonable(r), "date": jsonable(dates.get(r.id)), "coverage": jsonable(snapshot.coverage[r.id])} for r in snapshot.reports],
        "statements": [statement_json(s, names[s.report]) for s in snapshot.statements.values()],
        **{key: jsonable(getattr(snapshot.derived, key)) for key in DERIVED},
        "judgements": jsonable(book.judgements), "problems": jsonable(snapshot.problems),
    }
