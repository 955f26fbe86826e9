"""Two reports joined or parted by a person: origins are counted so, on every day on which both could be known, and it is taken back."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from onrecord import pipeline
from onrecord.desk.deciding import Changed, Decision, decide
from onrecord.desk.tracing import Traced, trace
from onrecord.errors import InputError
from onrecord.parse import SpacyParser
from onrecord.past import rests_on
from onrecord.record import Record, checks, open_record, queries
from onrecord.record.merging import merge
from onrecord.rederiving import differences

SAMPLE = Path(__file__).parents[1] / "sample" / "reports"
WHEN = dt.datetime(2026, 1, 2, tzinfo=dt.UTC)
WIRE, COPY = "01-northern-post-seizure", "02-harbour-gazette-seizure"


@pytest.fixture(scope="module")
def raw(tmp_path_factory: pytest.TempPathFactory, parser: SpacyParser) -> Path:
    """A record of a wire text and its copy; not to be written to."""
    path = tmp_path_factory.mktemp("tracing") / "record.db"
    with open_record(path, write=True) as record:
        paths = [str(SAMPLE / f"{name}.txt") for name in (WIRE, COPY)]
        pipeline.add(paths, record, parser, pipeline.AddOptions("2026-01-01T00:00:00+00:00"))
    return path


def copy_of(raw: Path) -> Record:
    """A copy in memory."""
    made = open_record(None)
    with open_record(raw) as record:
        record.connection.backup(made.connection)
    return made


def traced(how: str, *, report: str = COPY, other: str = WIRE, who: str = "M. Okafor", seen: str | None = None) -> Traced:
    """A decision on the two."""
    return Traced(report=report, other=other, how=how, who=who, seen=seen)


def origins(record: Record) -> int:
    """Possibly distinct origins of all events that both reports tell."""
    said = {s.id: s.report for s in queries.statements(record)}
    return sum(e.origins.most for e in queries.events(record) if len({said[i] for i in e.statements}) == 2)


def test_origins_are_counted_as_a_person_decided_until_that_is_undone(raw: Path) -> None:
    record = copy_of(raw)
    before = origins(record)
    assert [k.kind for k in queries.origins(record) if k.score < 1] == ["copy"]
    made = trace(record, traced("apart"), when=WHEN)
    assert origins(record) > before and not any(k.kind == "copy" for k in queries.origins(record))
    assert checks.check(record) == () and differences(record) == ()
    decide(record, Decision(action="undo", target=made.id, who="M. Okafor"), when=WHEN)
    assert origins(record) == before
    trace(record, traced("rewrite", report=WIRE, other=COPY), when=WHEN)
    edge = next(k for k in queries.origins(record) if k.kind == "rewrite")
    assert "joined by M. Okafor" in edge.reasons[0] and queries.report(record, edge.report).name == WIRE and origins(record) == before


def test_it_says_nothing_on_a_day_before_one_of_the_two(raw: Path) -> None:
    record = copy_of(raw)
    made = trace(record, traced("apart"), when=WHEN)
    assert rests_on(made, {queries.find_report(record, WIRE)}) and not rests_on(made, set())


def test_two_desks_at_odds_are_told_when_their_records_are_merged(raw: Path) -> None:
    ours, theirs = copy_of(raw), copy_of(raw)
    trace(ours, traced("apart"), when=WHEN)
    trace(theirs, traced("copy", who="R. Silva"), when=WHEN + dt.timedelta(days=1))
    assert [(c.stands.who, c.undone.who) for c in merge(ours, theirs, when=WHEN).conflicts] == [("R. Silva", "M. Okafor")]


@pytest.mark.parametrize(("asked", "words"), [
    (traced("borrowed"), "no way in which"), (traced("copy", other=COPY), "no origin in itself"), (traced("copy", other="99-nothing"), "99-nothing"),
])
def test_what_does_not_fit_is_refused(raw: Path, asked: Traced, words: str) -> None:
    with pytest.raises(InputError, match=words):
        trace(copy_of(raw), asked, when=WHEN)


def test_a_second_windows_decision_on_the_pair_is_noticed(raw: Path) -> None:
    record = copy_of(raw)
    trace(record, traced("apart", seen=""), when=WHEN)
    with pytest.raises(Changed):
        trace(record, traced("copy", seen=""), when=WHEN)
