"""A statement that a person added stays: after reading again, reconciling, a replay, a merge; it is told as theirs, and taken back."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from onrecord import pipeline
from onrecord.desk.deciding import Decision, decide
from onrecord.desk.marking import Marked, add_statement, words_at
from onrecord.errors import InputError
from onrecord.parse import SpacyParser
from onrecord.record import Record, checks, open_record, queries, store
from onrecord.record.judgement_log import log_lines, read_log, replay
from onrecord.record.merging import merge
from onrecord.rederiving import differences
from onrecord.views.brief.words import by_words

SAMPLE = Path(__file__).parents[1] / "sample" / "reports"
WHEN = dt.datetime(2026, 1, 2, tzinfo=dt.UTC)
NAME = "05-interior-ministry-statement"
WORDS = "the 58 persons"


@pytest.fixture(scope="module")
def raw(tmp_path_factory: pytest.TempPathFactory, parser: SpacyParser) -> Path:
    """A record of two reports; not to be written to."""
    path = tmp_path_factory.mktemp("marking") / "record.db"
    with open_record(path, write=True) as record:
        paths = [str(SAMPLE / f"{NAME}.txt"), str(SAMPLE / "01-northern-post-seizure.txt")]
        pipeline.add(paths, record, parser, pipeline.AddOptions("2026-01-01T00:00:00+00:00"))
    return path


def copy_of(raw: Path) -> Record:
    """A copy in memory."""
    made = open_record(None)
    with open_record(raw) as record:
        record.connection.backup(made.connection)
    return made


def marked(record: Record, words: str = WORDS, **more: Any) -> Marked:
    """A figure that was missed."""
    values = {"layer": "figure", "values": {"measure": "taken", "unit": "hostages", "value": 58}, "who": "M. Okafor", "why": "missed"}
    return Marked(report=NAME, span=words_at(queries.report(record, NAME), words), **{**values, **more})


def added(record: Record) -> list[str]:
    """Who says it, of each statement that a person added."""
    return [by_words(s) for s in queries.statements(record) if "added by" in by_words(s)]


def test_it_enters_what_is_derived_and_stays_after_reading_again(raw: Path) -> None:
    record = copy_of(raw)
    made = add_statement(record, marked(record), when=WHEN)
    assert added(record) == ["own voice (added by M. Okafor)"] and made.quote == WORDS
    assert any(v.statement == made.target for ledger in queries.ledgers(record) for v in ledger.values)
    reading = next(r for r in queries.readings(record) if r.report.name == NAME)
    with record.writing() as sql:
        sql.execute("UPDATE reading SET annotator = 'another' WHERE report = ?", (reading.report.id,))
    pipeline.settle(record)
    assert len(added(record)) == 1 and checks.check(record) == ()
    decide(record, Decision(action="undo", target=made.id, who="M. Okafor"), when=WHEN)
    assert added(record) == [] and queries.problems(record, kind="judgement_lost") == ()


@pytest.mark.parametrize(("layer", "values"), [
    ("event", {"type": "exchange", "factuality": "denied"}), ("position", {"party": "Maravel", "stance": "refuses", "topic": "an exchange"}),
    ("commitment", {"obligor": "Maravel", "what": "free prisoners"}), ("proposal", {"title": "exchange", "role": "tabled"}), ("status", {"status": "stalled"}),
    ("attribution", {"source": "prisoners", "cue": "were freed", "source_class": "group"}), ("figure", {"measure": "held", "unit": "prisoners", "value": 3}),
])
def test_what_is_kept_of_each_report_is_the_same_as_made_anew(raw: Path, layer: str, values: dict[str, Any]) -> None:
    record = copy_of(raw)
    made = add_statement(record, marked(record, "prisoners were freed in return", layer=layer, values=values), when=WHEN)
    assert made.target in queries.statements_by_id(record, [made.target]) and differences(record) == ()
    decide(record, Decision(action="undo", target=made.id, who="M. Okafor"), when=WHEN)
    assert made.target not in queries.statements_by_id(record, [made.target]) and differences(record) == ()


def test_it_goes_with_its_report_and_comes_back_with_it(raw: Path) -> None:
    record = copy_of(raw)
    add_statement(record, marked(record), when=WHEN)
    with open_record(raw) as whole:
        identity = queries.find_report(whole, NAME)
        store.remove_report(record, identity)
        pipeline.settle(record)
        assert added(record) == [] and queries.problems(record, kind="judgement_lost") == ()
        merge(record, whole, when=WHEN)
    pipeline.settle(record)
    assert len(added(record)) == 1


def test_a_log_and_a_merge_carry_it(raw: Path, tmp_path: Path) -> None:
    ours, theirs, third = copy_of(raw), copy_of(raw), copy_of(raw)
    add_statement(ours, marked(ours), when=WHEN)
    add_statement(theirs, marked(theirs, who="R. Silva", values={"measure": "held", "unit": "persons", "value": 58}), when=WHEN + dt.timedelta(days=1))
    (tmp_path / "log.jsonl").write_text("".join(log_lines(ours)), encoding="utf-8")
    assert replay(third, read_log(tmp_path / "log.jsonl")) == 1
    pipeline.settle(third)
    assert queries.statements(third) == queries.statements(ours)
    assert merge(ours, theirs, when=WHEN).conflicts == ()
    pipeline.settle(ours)
    assert sorted(added(ours)) == ["own voice (added by M. Okafor)", "own voice (added by R. Silva)"]


def test_two_values_for_the_same_words_are_a_conflict_of_two_desks(raw: Path) -> None:
    ours, theirs = copy_of(raw), copy_of(raw)
    add_statement(ours, marked(ours), when=WHEN)
    add_statement(theirs, marked(theirs, who="R. Silva", values={"measure": "taken", "unit": "persons", "value": 57}), when=WHEN + dt.timedelta(days=1))
    found = merge(ours, theirs, when=WHEN).conflicts
    assert [(c.stands.who, c.undone.who) for c in found] == [("R. Silva", "M. Okafor")]


def test_it_counts_on_every_day_on_which_its_report_could_be_known(raw: Path) -> None:
    record = copy_of(raw)
    add_statement(record, marked(record), when=WHEN)
    with pipeline.known_on(record, dt.date(2025, 4, 1)) as then:
        assert len(added(then)) == 1
    with pipeline.known_on(record, dt.date(2025, 3, 10)) as earlier:
        assert added(earlier) == []


@pytest.mark.parametrize(("more", "words"), [
    ({"layer": "colour"}, "nothing that can be added"), ({"span": (5, 5)}, "no place"), ({"span": (0, 10**6)}, "no place"), ({"by": "zzz"}, "no attribution"),
    ({"layer": "time", "values": {"days": "2025-03-20"}}, "give the ids of statements"), ({"layer": "time", "values": {"of": ["x"]}}, "days: is missing"),
    ({"values": {"measure": "taken", "unit": "persons", "value": 58, "as_of": "yesterday"}}, "no days"),
])
def test_what_does_not_fit_is_refused_and_writes_nothing(raw: Path, more: dict[str, Any], words: str) -> None:
    record = copy_of(raw)
    with pytest.raises(InputError, match=words):
        add_statement(record, Marked(**{**{f: getattr(marked(record), f) for f in Marked.__slots__}, **more}), when=WHEN)
    assert log_lines(record) == []


@pytest.mark.parametrize(("words", "said"), [("The Ministry", "times; say which"), ("nobody wrote this", "does not stand in")])
def test_words_must_stand_in_one_place(raw: Path, words: str, said: str) -> None:
    with open_record(raw) as record, pytest.raises(InputError, match=said):
        marked(record, words)


def test_what_was_added_is_not_added_twice(raw: Path) -> None:
    record = copy_of(raw)
    add_statement(record, marked(record), when=WHEN)
    with pytest.raises(InputError, match="says this of these words already"):
        add_statement(record, marked(record), when=WHEN)
