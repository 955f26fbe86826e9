"""Releases: ids that stay, and every difference with its reports and its reason."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from bench.corpus.readings import readings
from tests.record.conftest import OTHER, arrival, made

from onrecord import pipeline
from onrecord.errors import InputError, RecordError
from onrecord.parse import SpacyParser
from onrecord.record import Record, open_record, queries, store
from onrecord.record.checks import check
from onrecord.record.judgements import append
from onrecord.record.release_diff import Difference, counted, difference
from onrecord.record.release_reasons import decided
from onrecord.record.releases import counts, freeze, frozen, releases, state
from onrecord.types import Frozen, Judgement, Reading, Release, report_id

FIRST_PART = sorted((Path(__file__).parents[2] / "sample" / "reports").glob("0[1-5]-*"))
NOW = dt.datetime(2026, 1, 2, 3, 4, 5, tzinfo=dt.UTC)


def release(name: str = "one", program: str = "program 1") -> Release:
    """A release made at a set time."""
    return Release(name, NOW.isoformat(), program, "a note")


def put(record: Record, found: Sequence[Reading], *, annotator: str = "v1") -> None:
    """Stores readings and derives."""
    for one in found:
        raw = hashlib.sha256(one.report.text.encode()).hexdigest()
        reading = replace(one, report=replace(one.report, raw_hash=raw))
        store.put_report(record, reading, arrival(reading), annotator=annotator)
    pipeline.derive(record)


def since(record: Record, before: Frozen, program: str = "program 1") -> Difference:
    """What differs from *before* to now."""
    after = state(record, release("now", program))
    return difference(before, after, decided(record, before.release.judged, after.release.judged))


def printed_again(reading: Reading, n: int) -> Reading:
    """The same words as another outlet printed them."""
    outlet = f"Copy {n}"
    identity = report_id(reading.report.text, outlet, None)
    problems = tuple(replace(p, report=identity) for p in reading.problems)
    return replace(reading, report=replace(reading.report, id=identity, name=f"copy-{n}", outlet=outlet, url=None), problems=problems)


@pytest.fixture(scope="module")
def forty_later(parser: SpacyParser) -> Iterator[tuple[Frozen, Frozen, Difference]]:
    """The sample's first part frozen, forty reports added: thirty-six of made-up talks, four that print two of the sample's own again."""
    options = pipeline.ReadOptions()
    found, _ = pipeline.read_inputs([str(p) for p in FIRST_PART], parser, options)
    with open_record(None) as record:
        put(record, found)
        before = freeze(record, release())
        added = [*readings(40, 7)[:36], *(printed_again(r, n) for n, r in enumerate([*found[:2], *found[:2]]))]
        assert len(added) == 40
        put(record, added)
        assert not check(record)
        yield frozen(record, "one"), state(record, release("now")), since(record, before)


def test_no_id_of_an_unchanged_row_changes(forty_later: tuple[Frozen, Frozen, Difference]) -> None:
    """A row whose content is found again has the id that it had, and most rows are found again."""
    before, after, found = forty_later
    for kind, rows in before.rows.items():
        later = {repr({k: v for k, v in r.value.items() if k != "id"}): r.id for r in after.rows[kind]}
        for row in rows:
            content = repr({k: v for k, v in row.value.items() if k != "id"})
            assert later.get(content, row.id) == row.id, f"{kind} {row.title}"
    assert found.unchanged["statement"] == len(before.rows["statement"]) > 100
    assert found.unchanged["event"] > 0 and found.unchanged["entity"] > 0


def test_every_changed_row_has_its_reports_and_its_reason(forty_later: tuple[Frozen, Frozen, Difference]) -> None:
    """Nothing differs without a reason that names a report which was added."""
    before, _, found = forty_later
    had = {r.title for r in before.rows["report"]}
    assert {c.what for c in found.changes} >= {"added", "changed"}
    assert counted(found.changes)["report"]["added"] == 40
    for one in found.changes:
        assert one.reports and set(one.reports) - had, one
        assert any(reason.startswith("report added") for reason in one.reasons), one
        assert one.what != "changed" or one.fields or one.was, one


def test_what_was_frozen_stays_as_it_was_frozen(record: Record) -> None:
    put(record, [made()])
    kept = freeze(record, release())
    put(record, [made(OTHER, "two")])
    assert frozen(record, "one") == kept
    assert [r.name for r in releases(record)] == ["one"]
    assert counts(record, "one")["report"] == 1
    assert kept.release.hash == frozen(record, "one").release.hash != state(record, release()).release.hash


def test_a_name_is_given_once_and_a_release_that_is_not_there_is_said(record: Record) -> None:
    put(record, [made()])
    freeze(record, release())
    with pytest.raises(InputError, match="there already"):
        freeze(record, release())
    with pytest.raises(InputError, match="no release is called 'two'"):
        frozen(record, "two")


def test_a_release_that_was_tampered_with_is_found(record: Record) -> None:
    put(record, [made()])
    freeze(record, release())
    with pytest.raises(RecordError, match="never changed"), record.writing() as sql:
        sql.execute("UPDATE release_part SET rows = 0")
    with record.writing() as sql:
        sql.execute("DELETE FROM release_part WHERE kind = 'event'")
    with pytest.raises(RecordError, match="not as it was frozen"):
        frozen(record, "one")
    assert [f.where for f in check(record)] == ["release one"]


def test_nothing_differs_when_nothing_happened(record: Record) -> None:
    put(record, [made()])
    before = freeze(record, release())
    assert since(record, before).changes == ()


def test_a_report_that_is_removed_is_the_reason_for_what_goes_with_it(record: Record) -> None:
    put(record, [made(), made(OTHER, "two")])
    before = freeze(record, release())
    store.remove_report(record, made(OTHER).report.id)
    pipeline.derive(record)
    found = since(record, before)
    gone = [c for c in found.changes if c.what == "removed"]
    assert {c.kind for c in gone} >= {"report", "statement"}
    assert all(c.reports and any("removed" in r for r in c.reasons) for c in found.changes)


def test_a_judgement_is_the_reason_with_who_and_why(record: Record) -> None:
    """Of the statement itself and of what rested on it."""
    put(record, [made()])
    before = freeze(record, release())
    figure = next(s for s in queries.statements(record) if s.layer == "figures")
    append(record, Judgement("", "reject", figure.id, "A. Coder", NOW, "misread", layer="figures", quote=figure.quote))
    pipeline.derive(record)
    changes = {c.kind: c for c in since(record, before).changes}
    assert changes["statement"].what == "removed" and changes["statement"].reports == ("one",)
    assert all("judgement: reject by A. Coder on 2026-01-02 (misread)" in " ".join(c.reasons) for c in changes.values())


def test_what_another_version_of_the_program_reads_or_derives_is_told_so(record: Record) -> None:
    put(record, [made()])
    before = freeze(record, release())
    reading = made()
    figure = replace(reading.figures[0], measure="released")
    put(record, [replace(reading, figures=(figure,))], annotator="v2")
    reasons = {r for c in since(record, before, "program 2").changes for r in c.reasons}
    assert "report read anew by another version of the program: one" in reasons


def test_a_later_version_at_one_address_is_the_reason(record: Record) -> None:
    url = "https://example.org/a"
    first = made(url=url, published="2026-01-02", published_basis="given")
    second = made(OTHER, "two", url=url, published="2026-01-03", published_basis="given")
    put(record, [first])
    before = freeze(record, release())
    put(record, [second])
    reasons = {r for c in since(record, before).changes for r in c.reasons}
    assert "new version of a report: two" in reasons
