"""`check` finds each kind of damage, and nothing in a sound record."""

from __future__ import annotations

import pytest
from tests.record.conftest import WHEN, arrival, made

from onrecord.reconcile import reconcile, set_scene
from onrecord.record import Record, queries, store
from onrecord.record.checks import check


@pytest.fixture
def sound(record: Record) -> Record:
    """A record with one report, derived."""
    store.put_report(record, made(), arrival(made()), annotator="v1")
    scene = set_scene(queries.readings(record))
    store.replace_derived(record, scene.statements, reconcile(scene), notes={})
    return record


def test_a_sound_record_gives_no_finding(sound: Record) -> None:
    assert check(sound) == ()


@pytest.mark.parametrize(
    ("rule", "damage"),
    [
        ("a quote is the text at its span", """UPDATE statement SET quote = 'other' WHERE layer = 'figures'"""),
        ("a quote is the text at its span", """UPDATE statement SET "end" = "end" + 1 WHERE layer = 'figures'"""),
        ("evidence is kept as it came", "UPDATE raw SET packed = zeroblob(9)"),
        ("evidence is kept as it came", "UPDATE report SET text = replace(text, '40', '50')"),
        ("dates are in order", "UPDATE report_date SET date_first = '2024-02-02', date_last = '2024-02-01'"),
        ("nothing hangs", "DELETE FROM reading"),
        ("nothing hangs", "DELETE FROM raw"),
        ("nothing hangs", "INSERT INTO dispute VALUES ('d', 'conflict', 'date', 't', '', NULL, '{}')"),
        ("search finds everything", "INSERT INTO statement_words(statement_words, rowid, quote) SELECT 'delete', key, quote FROM statement LIMIT 1"),
        ("judgements are as they were written", f"INSERT INTO judgement VALUES (1, 'x', 'reject', 'y', 'me', '{WHEN}', '', NULL, NULL, NULL, NULL, '')"),
    ],
)
def test_damage_is_found(sound: Record, rule: str, damage: str) -> None:
    sound.connection.execute(damage)
    assert rule in {f.rule for f in check(sound)}


def test_a_span_of_a_reading_outside_of_its_text_is_found(sound: Record) -> None:
    from dataclasses import replace

    from onrecord.types import Span

    reading = made()
    broken = replace(reading, times=(replace(reading.times[0], span=Span(5, 10_000)),))
    store.put_report(sound, broken, arrival(broken), annotator="v1")
    assert [f.where for f in check(sound)] == ["one:5-10000"]
