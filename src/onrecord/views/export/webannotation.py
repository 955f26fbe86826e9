"""Every statement as a W3C Web Annotation (JSON-LD), with its place by quotation and by position, and where it came from in PROV-O.

A statement is an annotation by the program on a report; a decision of a person is an annotation by that person on the statement, or on the words that it was
about where no statement is left. Positions count characters (Unicode code points) of the report's text as extracted, whose id is the SHA-256 of text, outlet
and address; the address of the page is given as `via`. Words before and after a quotation are given only as far as the book holds the report's text.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from onrecord.reconcile.judged import added_by
from onrecord.types import Judgement, Link, Report, Snapshot, Span, Statement
from onrecord.versions import version
from onrecord.views.brief.words import by_words
from onrecord.views.export.days import edtf
from onrecord.views.export.values import jsonable

if TYPE_CHECKING:
    from onrecord.views.export.book import Book

ANNO = "http://www.w3.org/ns/anno.jsonld"
"""The context that the recommendation asks for; a reader brings it along."""
OWN: dict[str, Any] = {
    "onrecord": "urn:onrecord:term:", "prov": "http://www.w3.org/ns/prov#", "dcterms": "http://purl.org/dc/terms/",
    "wasDerivedFrom": {"@id": "prov:wasDerivedFrom", "@type": "@id"}, "wasAttributedTo": {"@id": "prov:wasAttributedTo", "@type": "@id"},
    "wasGeneratedBy": {"@id": "prov:wasGeneratedBy", "@type": "@id"}, "used": {"@id": "prov:used", "@type": "@id"},
    "wasAssociatedWith": {"@id": "prov:wasAssociatedWith", "@type": "@id"}, "reports": {"@id": "prov:hadMember", "@type": "@id"},
    "chain": {"@id": "onrecord:chain", "@type": "@id", "@container": "@list"}, "saidBy": "onrecord:saidBy", "sourceWords": "onrecord:sourceWords",
    "sourceClass": "onrecord:sourceClass", "side": "onrecord:side", "cue": "onrecord:cue", "happened": "onrecord:happened",
    "published": "onrecord:published", "outlet": "dcterms:publisher", "title": "dcterms:title", "sha256": "onrecord:sha256",
}
"""Our own terms; days are EDTF."""
AROUND = 32
"""Characters of prefix and suffix, as the recommendation's examples and common readers have them."""
MASK = "·"
"""What stands for a character that an export of words only does not tell; no prefix or suffix reaches over one, as it could not be found again."""
SOFTWARE = "urn:onrecord:software"
MOTIVES = {"accept": "assessing", "reject": "assessing", "edit": "editing", "undo": "moderating", "merge": "linking", "split": "linking", "add": "describing",
           "code": "classifying"}


def write(book: Book, path: Path) -> None:
    """Writes the annotations of *book* to *path*."""
    path.write_text(json.dumps(webannotation(book.snapshot, book.judgements), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def webannotation(snapshot: Snapshot, judgements: Sequence[Judgement] = ()) -> dict[str, Any]:
    """An annotation collection with one page that holds all, and the reports that they are about."""
    items = [statement_annotation(snapshot, s) for _, s in sorted(snapshot.statements.items())]
    items += [judgement_annotation(snapshot, j) for j in judgements]
    collection = "urn:onrecord:collection"
    page = {"id": f"{collection}:1", "type": "AnnotationPage", "partOf": collection, "startIndex": 0, "items": items}
    return {
        "@context": [ANNO, OWN], "id": collection, "type": "AnnotationCollection", "label": "Statements of reports", "total": len(items),
        "creator": software(), "reports": [report_entity(snapshot, r) for r in snapshot.reports], "first": page,
    }


def software() -> dict[str, str]:
    """The program as an agent."""
    return {"id": f"{SOFTWARE}:{version()}", "type": "Software", "name": f"onrecord {version()}"}


def report_iri(identity: str) -> str:
    """How a report's text is named."""
    return f"urn:onrecord:report:{identity}"


def statement_iri(identity: str) -> str:
    """How a statement is named."""
    return f"urn:onrecord:statement:{identity}"


def report_entity(snapshot: Snapshot, report: Report) -> dict[str, Any]:
    """A report as a thing that annotations are derived from."""
    date = snapshot.date_of(report.id)
    known = {
        "id": report_iri(report.id), "type": "prov:Entity", "sha256": report.id, "title": report.title, "outlet": report.outlet, "language": report.language,
        "published": edtf(date.published) if date else None, "via": report.url,
    }
    return {key: value for key, value in known.items() if value}


def statement_annotation(snapshot: Snapshot, statement: Statement) -> dict[str, Any]:
    """One statement: what kind it is, what it says, by whose account, at which words."""
    person = added_by(statement)
    made: dict[str, Any] = {
        "id": statement_iri(statement.id), "type": "Annotation", "motivation": ["classifying", "describing"],
        "creator": {"type": "Person", "name": person} if person else software(),
        "body": [
            {"type": "TextualBody", "purpose": "classifying", "value": statement.layer, "format": "text/plain"},
            {"type": "TextualBody", "purpose": "describing", "value": json.dumps(jsonable(statement.item), ensure_ascii=False), "format": "application/json"},
        ],
        "target": target(snapshot.report(statement.report), statement.span, statement.quote), "saidBy": by_words(statement),
        "wasDerivedFrom": report_iri(statement.report),
        "wasGeneratedBy": {
            "id": f"urn:onrecord:reading:{statement.report}", "type": "prov:Activity", "used": report_iri(statement.report),
            "wasAssociatedWith": software()["id"],
        },
    }
    if person:
        del made["wasGeneratedBy"]
    if statement.chain:
        made["chain"] = [link(one, n, statement) for n, one in enumerate(statement.chain)]
    if statement.date is not None:
        made["happened"] = edtf(statement.date)
    return made


def link(one: Link, number: int, statement: Statement) -> dict[str, Any]:
    """One source of a chain, outermost first; the words as printed for a source without a name."""
    known = {
        "id": f"{statement_iri(statement.id)}:chain:{number}", "wasDerivedFrom": statement_iri(one.attribution), "saidBy": one.resolved or one.source,
        "sourceWords": one.source, "sourceClass": one.source_class, "side": one.side, "cue": one.cue,
    }
    return {key: value for key, value in known.items() if value}


def target(report: Report, span: Span, quote: str) -> dict[str, Any]:
    """The words in their report, by quotation with what stands around, and by position."""
    source: dict[str, Any] = {"id": report_iri(report.id), "type": "Text", "format": "text/plain", "language": report.language}
    if report.url:
        source["via"] = report.url
    exact: dict[str, Any] = {"type": "TextQuoteSelector", "exact": quote}
    if span.of(report.text) == quote:
        exact["prefix"] = report.text[max(0, span.start - AROUND) : span.start].rsplit(MASK, 1)[-1]
        exact["suffix"] = report.text[span.end : span.end + AROUND].split(MASK, 1)[0]
    return {"type": "SpecificResource", "source": source, "selector": [exact, {"type": "TextPositionSelector", "start": span.start, "end": span.end}]}


def judgement_annotation(snapshot: Snapshot, judgement: Judgement) -> dict[str, Any]:
    """A decision: who, when, what, why, and on what."""
    body = [{"type": "TextualBody", "purpose": MOTIVES[judgement.action], "value": judgement.action, "format": "text/plain"}]
    if judgement.why:
        body.append({"type": "TextualBody", "purpose": "commenting", "value": judgement.why, "format": "text/plain"})
    if judgement.value:
        body.append({"type": "TextualBody", "purpose": "editing", "value": judgement.value, "format": "application/json"})
    return {
        "id": f"urn:onrecord:judgement:{judgement.id}", "type": "Annotation", "motivation": MOTIVES[judgement.action],
        "creator": {"type": "Person", "name": judgement.who}, "created": judgement.when.isoformat(), "body": body, "target": judged(snapshot, judgement),
    }


def judged(snapshot: Snapshot, judgement: Judgement) -> str | dict[str, Any]:
    """What a decision is about: the statement where the book holds it, else the words, else the name of what it was about."""
    if judgement.target in snapshot.statements:
        return statement_iri(judgement.target)
    place: dict[str, Any] = json.loads(judgement.context) if judgement.context else {}
    if judgement.quote and place.get("report") in snapshot.by_id:
        return target(snapshot.report(place["report"]), Span(place["start"], place["end"]), judgement.quote)
    return f"urn:onrecord:{'judgement' if judgement.action == 'undo' else 'thing'}:{judgement.target}"
