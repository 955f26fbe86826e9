"""Entities and statements are read by followthemoney itself, and each statement has the id that it would give."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest
from followthemoney import model
from followthemoney.proxy import EntityProxy
from followthemoney.statement.serialize import read_csv_statements

from onrecord.types import Entity
from onrecord.views.export import Book
from onrecord.views.export.days import precision
from onrecord.views.export.ftm_entities import schema_of, things_of
from onrecord.views.export.lexicon import lexicon

csv.field_size_limit(131_072)  # its reader raises the limit of the whole process when it is imported; other tests are not to feel that


@pytest.fixture
def folder(exported: Any) -> Path:
    path: Path = exported("ftm", "ftm")
    return path


def proxies(folder: Path) -> dict[str, EntityProxy]:
    lines = (folder / "entities.ftm.json").read_text(encoding="utf-8").splitlines()
    return {p.id: p for p in (EntityProxy.from_dict(json.loads(line)) for line in lines) if p.id}


def test_quotes_only_gives_no_article_a_body(exported: Any, whole: Book) -> None:
    articles = [p for p in proxies(exported("ftm", "quotes", quotes_only=True)).values() if p.schema.name == "Article"]
    assert len(articles) == len(whole.snapshot.reports)
    assert [p.id for p in articles if p.get("bodyText")] == []
    whole_texts = {r.text for r in whole.snapshot.reports}
    assert not any(text in value for p in articles for _, value in p.itervalues() for text in whole_texts)


def test_the_model_takes_every_entity_and_loses_no_value(folder: Path) -> None:
    raw = [json.loads(line) for line in (folder / "entities.ftm.json").read_text(encoding="utf-8").splitlines()]
    assert len({r["id"] for r in raw}) == len(raw) > 500
    for entity in raw:
        schema = model.get(entity["schema"])
        assert schema is not None and not schema.abstract
        assert set(schema.required) <= set(entity["properties"]), entity
        for name, values in entity["properties"].items():
            kind = schema.get(name)
            assert kind is not None and not kind.stub, (entity["schema"], name)
            assert lexicon("ftm")["types"][name] == kind.type.name
            for value in values:
                if kind.type.name in ("date", "language", "entity", "checksum"):
                    assert kind.type.validate(value), (name, value)


def test_links_lead_to_entities_of_the_schema_that_the_property_wants(folder: Path) -> None:
    found = proxies(folder)
    for proxy in found.values():
        for prop, value in proxy.itervalues():
            if prop.type.name == "entity":
                assert value in found, f"{proxy.id}: {prop.name} leads to {value}, which is not there"
                assert prop.range is not None and found[value].schema.is_a(prop.range), (proxy.id, prop.name, found[value].schema.name)


def test_its_own_reader_takes_the_statements_and_agrees_on_their_ids(folder: Path) -> None:
    with (folder / "statements.csv").open("rb") as file:
        statements = list(read_csv_statements(file))
    values = {(p.id, prop.name, value) for p in proxies(folder).values() for prop, value in p.itervalues()}
    assert {(s.entity_id, s.prop, s.value) for s in statements} == values
    for statement in statements:
        assert statement.id == statement.generate_key()
        assert statement.first_seen is None or len(statement.first_seen) == 10
    assert any(s.origin and s.first_seen for s in statements)


def test_every_statement_is_a_note_with_its_words_account_and_place(folder: Path, whole: Book) -> None:
    found = proxies(folder)
    for identity, statement in whole.snapshot.statements.items():
        note = found[f"onrecord-statement-{identity}"]
        assert note.schema.name == "Note" and note.get("description") == [statement.quote]
        assert f"characters {statement.span.start}–{statement.span.end}" in note.first("summary") and statement.report in note.first("summary")


def test_a_date_of_an_event_is_never_closer_than_told(folder: Path, whole: Book) -> None:
    found = proxies(folder)
    for event in whole.snapshot.derived.events:
        dates = found[f"onrecord-event-{event.id}"].get("date")
        if precision(event.date) == "day":
            assert dates == [event.date.edtf()]  # type: ignore[union-attr]
        else:
            assert all(len(d) < 10 for d in dates)
            assert event.date is None or f"Date as EDTF: {event.date.edtf()}" in found[f"onrecord-event-{event.id}"].get("notes")


def test_what_has_no_schema_is_listed(folder: Path, whole: Book) -> None:
    text = (folder / "uncarried.csv").read_text(encoding="utf-8")
    for ledger in whole.snapshot.derived.ledgers:
        assert ledger.id in text
    for entity in whole.snapshot.derived.entities:
        assert (entity.id in text) == (schema_of(entity) is None)


@pytest.mark.parametrize(
    ("kind", "offices", "schema"),
    [
        ("person", ("minister",), "Person"), ("body", ("ministry",), "PublicBody"), ("body", ("company",), "Organization"), ("state", (), "PublicBody"),
        ("group", ("diplomat",), "LegalEntity"), ("outlet", (), "Organization"), ("place", (), "Address"), ("document", (), None), ("thing", (), None),
    ],
)
def test_kinds_and_offices_choose_the_schema(kind: Any, offices: tuple[str, ...], schema: str | None) -> None:
    assert schema_of(Entity("e", "x", kind, offices=offices)) == schema


def test_decisions_are_notes_on_what_they_are_about(decided: Book) -> None:
    things, _ = things_of(decided.snapshot, decided.judgements)
    ids = {t.id for t in things}
    notes = {t.id: {(f.prop, f.value) for f in t.facts} for t in things if t.id.startswith("onrecord-judgement-")}
    assert len(notes) == len(decided.judgements)
    accepted = next(j for j in decided.judgements if j.action == "accept")
    facts = notes[f"onrecord-judgement-{accepted.id}"]
    assert ("entity", f"onrecord-statement-{accepted.target}") in facts and ("summary", "why accept") in facts
    assert all(v in ids for f in notes.values() for p, v in f if p == "entity")
