"""Names taken out of a whole book: texts, quotations, titles, chains, entities, addresses and names of files."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from onrecord.types import Attribution, Judgement, Report, Snapshot, Span, Statement, report_id
from onrecord.views.export.names import Eraser, hidden
from onrecord.views.export.walking import HASH, Walk

Removed = tuple[tuple[str, int], ...]
"""(name, in how many places of texts, titles and addresses it stood)."""


def redacted(snapshot: Snapshot, judgements: Sequence[Judgement], names: Sequence[str]) -> tuple[Snapshot, tuple[Judgement, ...], Removed]:
    """Snapshot and judgements without the names, and what was removed.

    Texts keep their length, so that places stay valid and words are the text at them. A report gets the id of what is left of it. Whatever else held a
    name gets an id that tells nothing: its own is a hash by which a guess at the name could be tried.
    """
    others = {n.casefold() for e in snapshot.derived.entities if e.kind != "person" for n in (e.name, *e.names)}
    eraser = Eraser(tuple(hidden(n, person=n.casefold() not in others) for n in sorted(names, key=len, reverse=True)), {})
    reports = {r.id: report_without(r, eraser) for r in snapshot.reports}
    for report in snapshot.reports:
        for text in (report.text, report.title, report.outlet, report.url, report.name):
            eraser.count(text or "")
    ids = new_report_ids(reports)
    texts = {old: r.text for old, r in reports.items()}

    def recut(report: str, span: Span) -> str | None:
        return span.of(texts[report]) if report in texts else None

    walk = Walk(eraser, lambda i: i, recut)
    statements = tuple(statement_without(s, walk) for s in snapshot.statements.values())
    derived = walk.over(snapshot.derived)
    ids |= new_ids((snapshot.derived, tuple(snapshot.statements.values())), (derived, statements))
    renamed = Walk(lambda w: w, lambda i: ids.get(i, i), lambda report, span: None)
    statements = tuple(renamed.over(s) for s in statements)
    made = replace(
        snapshot, reports=tuple(replace(r, id=ids[old]) for old, r in reports.items()), statements={s.id: s for s in statements},
        derived=renamed.over(derived), problems=renamed.over(walk.over(snapshot.problems)),
        coverage={ids[r]: c for r, c in snapshot.coverage.items()}, left_out=tuple(eraser(n) for n in snapshot.left_out),
    )
    return made, tuple(judgement_without(j, eraser, ids) for j in judgements), tuple(sorted(eraser.found.items()))


def names_left(before: Snapshot, after: Snapshot) -> tuple[str, ...]:
    """Other names of those whose names were removed, which stay because nobody asked for them; a name that is a common noun is none."""
    left = set()
    for one, other in zip(before.derived.entities, after.derived.entities, strict=True):
        if one.names != other.names or one.name != other.name:
            left |= {n for n in (one.name, *one.names) if n in (other.name, *other.names) and any(w[:1].isupper() for w in n.split())}
    return tuple(sorted(left))


def report_without(report: Report, eraser: Eraser) -> Report:
    """The report without the names; its bytes as they came are not pointed to any more, as they hold them."""
    clean: Report = Walk(eraser, lambda i: i, lambda r, s: None).over(report)
    return replace(clean, id=report.id, raw_hash="")


def new_report_ids(reports: dict[str, Report]) -> dict[str, str]:
    """Old id → the id of what is left of a report; the same one where nothing was taken from it."""
    made: dict[str, str] = {}
    for old, report in sorted(reports.items()):
        new = report_id(report.text, report.outlet, report.url)
        while new in made.values():
            new = hashlib.sha256(new.encode()).hexdigest()
        made[old] = new
    return made


def statement_without(statement: Statement, walk: Walk) -> Statement:
    """The statement without the names, its words and those of an attribution cut from the text anew."""
    clean: Statement = walk.over(statement)
    item = clean.item
    if isinstance(item, Attribution) and len(item.content_spans) == 1:
        item = replace(item, content=walk.recut(statement.report, item.content_spans[0]) or item.content)
    return replace(clean, quote=walk.recut(statement.report, statement.span) or clean.quote, item=item)


def new_ids(before: Any, after: Any) -> dict[str, str]:
    """Old id → new one of every value in *before* that is not the same in *after*; the new ones are counted, not made of what was there."""
    changed = sorted({old for old, same in pairs(before, after) if not same})
    return {old: hashlib.sha256(f"removed {n}".encode()).hexdigest()[: len(old)] for n, old in enumerate(changed)}


def pairs(before: Any, after: Any) -> Iterable[tuple[str, bool]]:
    """(id, whether nothing changed) of every value that has an id of its own, in two values of one shape."""
    if isinstance(before, tuple) and not isinstance(before, Span):
        for one, other in zip(before, after, strict=True):
            yield from pairs(one, other)
    elif hasattr(before, "__dataclass_fields__"):
        identity = getattr(before, "id", "")
        if HASH.fullmatch(identity or ""):
            yield identity, before == after
        for name in before.__dataclass_fields__:
            yield from pairs(getattr(before, name), getattr(after, name))


def judgement_without(judgement: Judgement, eraser: Eraser, ids: dict[str, str]) -> Judgement:
    """The judgement without the names and without the words around its own, which are the report's."""
    value = judgement.value
    if value is not None:
        value = json.dumps(json_without(json.loads(value), eraser, ids), ensure_ascii=False)
    return replace(
        judgement, target=ids.get(judgement.target, eraser(judgement.target)), who=eraser(judgement.who), why=eraser(judgement.why),
        quote=eraser(judgement.quote) if judgement.quote else judgement.quote, context=None, value=value,
    )


def json_without(value: Any, eraser: Eraser, ids: dict[str, str]) -> Any:
    """A JSON value without the names."""
    if isinstance(value, str):
        return ids.get(value, eraser(value))
    if isinstance(value, list):
        return [json_without(v, eraser, ids) for v in value]
    if isinstance(value, dict):
        return {eraser(k): json_without(v, eraser, ids) for k, v in value.items()}
    return value
