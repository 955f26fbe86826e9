"""Annotations are JSON-LD that another program expands, and lead back to the very characters; no network is asked for a context."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pyld import jsonld

from onrecord.types import Confidence, Report, Span
from onrecord.views.export import Book
from onrecord.views.export.webannotation import ANNO, AROUND, statement_annotation, target, webannotation

CONTEXT = json.loads((Path(__file__).parent / "anno_context.json").read_text(encoding="utf-8"))
"""The terms of the recommendation's context that exports use, written down from its vocabulary."""
OA, PROV, DCTERMS = "http://www.w3.org/ns/oa#", "http://www.w3.org/ns/prov#", "http://purl.org/dc/terms/"


def loader(url: str, options: Any) -> dict[str, Any]:
    """The one context that is known; everything else is a mistake."""
    assert url == ANNO, f"{url} is not to be asked for"
    return {"contextUrl": None, "documentUrl": url, "document": CONTEXT}


@pytest.fixture(scope="session")
def made(whole: Book) -> dict[str, Any]:
    return webannotation(whole.snapshot, whole.judgements)


@pytest.fixture(scope="session")
def expanded(made: dict[str, Any]) -> dict[str, Any]:
    found: list[dict[str, Any]] = jsonld.expand(made, {"documentLoader": loader})
    assert len(found) == 1
    return found[0]


def members(expanded: dict[str, Any]) -> list[dict[str, Any]]:
    page = expanded["http://www.w3.org/ns/activitystreams#first"][0]
    found: list[dict[str, Any]] = page["http://www.w3.org/ns/activitystreams#items"][0]["@list"]
    return found


def test_the_file_is_the_collection(exported: Any, made: dict[str, Any]) -> None:
    assert json.loads(exported("webannotation").read_text(encoding="utf-8")) == made
    assert made["@context"][0] == ANNO and made["total"] == len(made["first"]["items"])


def test_every_key_has_a_meaning(made: dict[str, Any]) -> None:
    known = set(CONTEXT["@context"]) | set(made["@context"][1])

    def keys(value: Any) -> set[str]:
        if isinstance(value, dict):
            return set(value) | {k for v in value.values() for k in keys(v)}
        return {k for v in value for k in keys(v)} if isinstance(value, list) else set()

    assert keys({k: v for k, v in made.items() if k != "@context"}) <= known, "a key without a meaning would vanish from the graph"


def test_every_statement_is_an_annotation_with_two_selectors(expanded: dict[str, Any], whole: Book) -> None:
    found = {item["@id"]: item for item in members(expanded)}
    assert set(found) == {f"urn:onrecord:statement:{i}" for i in whole.snapshot.statements}
    for identity, statement in whole.snapshot.statements.items():
        item, text = found[f"urn:onrecord:statement:{identity}"], whole.snapshot.report(statement.report).text
        assert item["@type"] == [f"{OA}Annotation"] and item[f"{OA}motivatedBy"]
        target = item[f"{OA}hasTarget"][0]
        assert target[f"{OA}hasSource"][0]["@id"] == f"urn:onrecord:report:{statement.report}"
        quote, position = target[f"{OA}hasSelector"]
        start, end = position[f"{OA}start"][0]["@value"], position[f"{OA}end"][0]["@value"]
        assert text[start:end] == quote[f"{OA}exact"][0]["@value"] == statement.quote
        prefix, suffix = quote[f"{OA}prefix"][0]["@value"], quote[f"{OA}suffix"][0]["@value"]
        assert text[:start].endswith(prefix) and text[end:].startswith(suffix) and len(prefix) <= AROUND
        assert item[f"{PROV}wasDerivedFrom"][0]["@id"] == f"urn:onrecord:report:{statement.report}"
        assert item[f"{PROV}wasGeneratedBy"][0][f"{PROV}wasAssociatedWith"][0]["@id"].startswith("urn:onrecord:software")


def test_what_stands_around_stops_at_what_is_not_told() -> None:
    text = "···· ·· we met. ··· ·"
    selector = target(Report("a" * 64, "wire", text), Span(8, 14), "we met")["selector"][0]
    assert (selector["exact"], selector["prefix"], selector["suffix"]) == ("we met", " ", ". ")
    selector = target(Report("a" * 64, "wire", ""), Span(8, 14), "we met")["selector"][0]
    assert selector == {"type": "TextQuoteSelector", "exact": "we met"}, "without the text nothing stands around"


def test_a_chain_keeps_its_order_and_its_attributions(expanded: dict[str, Any], whole: Book) -> None:
    found = {item["@id"]: item for item in members(expanded)}
    chained = [s for s in whole.snapshot.statements.values() if s.chain]
    assert any(len(s.chain) > 1 for s in chained)
    for statement in chained:
        links = found[f"urn:onrecord:statement:{statement.id}"]["urn:onrecord:term:chain"][0]["@list"]
        assert [x[f"{PROV}wasDerivedFrom"][0]["@id"] for x in links] == [f"urn:onrecord:statement:{x.attribution}" for x in statement.chain]
        assert [x["urn:onrecord:term:sourceWords"][0]["@value"] for x in links] == [x.source for x in statement.chain]


def test_decisions_are_annotations_by_a_person(decided: Book) -> None:
    made = jsonld.expand(webannotation(decided.snapshot, decided.judgements), {"documentLoader": loader})[0]
    found = {item["@id"]: item for item in members(made) if item["@id"].startswith("urn:onrecord:judgement:")}
    assert len(found) == len(decided.judgements) > 4
    for judgement in decided.judgements:
        item = found[f"urn:onrecord:judgement:{judgement.id}"]
        person = item[f"{DCTERMS}creator"][0]
        assert person["@type"] == ["http://xmlns.com/foaf/0.1/Person"] and person["http://xmlns.com/foaf/0.1/name"][0]["@value"] == "M. Okafor"
        assert item[f"{DCTERMS}created"][0]["@value"] == judgement.when.isoformat()
        target = item[f"{OA}hasTarget"][0]
        if judgement.action == "accept":
            assert target["@id"] == f"urn:onrecord:statement:{judgement.target}"
        if judgement.action == "reject":
            assert judgement.target not in decided.snapshot.statements
            assert target[f"{OA}hasSelector"][0][f"{OA}exact"][0]["@value"] == judgement.quote
        if judgement.action == "undo":
            assert target["@id"] == f"urn:onrecord:judgement:{judgement.target}"


def test_what_a_person_added_is_theirs_and_of_no_reading(whole: Book) -> None:
    read = next(iter(whole.snapshot.statements.values()))
    added = replace(read, item=replace(read.item, confidence=Confidence(1.0, ("added by R. Coder on 2026-01-02: missed",))))
    theirs, ours = (statement_annotation(whole.snapshot, s) for s in (added, read))
    assert theirs["creator"] == {"type": "Person", "name": "R. Coder"} and "wasGeneratedBy" not in theirs
    assert ours["creator"]["type"] != "Person" and "wasGeneratedBy" in ours
