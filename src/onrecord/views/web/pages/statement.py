"""One statement: the words around it, its citation, and everything that rests on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from onrecord.types import Report, Snapshot, Statement
from onrecord.views.brief.words import by_words, date_words
from onrecord.views.web.asked import Asked
from onrecord.views.web.rests import Resting, citation, rests
from onrecord.views.writing.marks import number

AROUND = 240
"""Characters shown before and after the words of a statement."""


@dataclass(frozen=True, slots=True)
class StatementPage:
    """One statement with the words around it and everything that rests on it."""

    statement: Statement
    report: Report
    before: str
    after: str
    fields: tuple[tuple[str, str], ...]
    date: str
    by: str
    citation: str
    rests: tuple[Resting, ...] = ()
    """(kind, id, title) of what was derived from it."""


def statement_page(snapshot: Snapshot, identity: str, resting: tuple[Resting, ...] = ()) -> StatementPage:
    """The page of one statement; KeyError when there is none."""
    statement = snapshot.statements[identity]
    report = snapshot.report(statement.report)
    span = statement.span
    return StatementPage(
        statement=statement, report=report, before=before(report.text, span.start),
        after=after(report.text, span.end), fields=fields_of(statement.item), date=date_words(statement.date),
        by=by_words(statement), citation=citation(snapshot, statement), rests=resting,
    )


def before(text: str, place: int) -> str:
    """Some whole words before *place*."""
    words = text[max(0, place - AROUND) : place]
    return words if place <= AROUND else "… " + words.partition(" ")[2]


def after(text: str, place: int) -> str:
    """Some whole words after *place*."""
    words = text[place : place + AROUND]
    return words if place + AROUND >= len(text) else words.rpartition(" ")[0] + " …"


def fields_of(item: Any) -> tuple[tuple[str, str], ...]:
    """The item's own fields that say something, spans and ids left out."""
    skipped = {"id", "span", "confidence", "date", "as_of", "deadline", "by", "inside", "trigger_span"}
    found = []
    for name in item.__dataclass_fields__:
        value = getattr(item, name)
        if name in skipped or name.endswith("_spans") or value in (None, (), "", False):
            continue
        words = ", ".join(map(str, value)) if isinstance(value, tuple) else number(value) if isinstance(value, float) else str(value)
        found.append((name.replace("_", " "), words))
    return tuple(found)


def make(asked: Asked) -> StatementPage:
    """The page of the statement in the path; KeyError when there is none."""
    return statement_page(asked.snapshot, asked.identity, asked.once(rests).get(asked.identity, ()))
