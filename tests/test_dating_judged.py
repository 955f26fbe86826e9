"""When a report was published, set by a person: statements and the record go by it, it is taken back, and what is likely is accepted so."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from onrecord import pipeline
from onrecord.desk.dating import Dated, date_report
from onrecord.desk.deciding import Decision, decide
from onrecord.errors import InputError
from onrecord.parse import SpacyParser
from onrecord.reconcile.judged_dates import judge_dates
from onrecord.record import Record, open_record, queries
from onrecord.rederiving import differences
from onrecord.types import Interval, Judgement, ReportDate

WHEN = dt.datetime(2026, 1, 2, tzinfo=dt.UTC)
TEXT = "Envoys of the Oru Front met Minister Kestan of Vesland in Tarsk. The Oru Front said that Minister Kestan had promised Tarsk {n} trucks."


@pytest.fixture(scope="module")
def raw(tmp_path_factory: pytest.TempPathFactory, parser: SpacyParser) -> Path:
    """A record of twelve dated reports of one matter and an undated one; not to be written to."""
    folder = tmp_path_factory.mktemp("dated")
    for n in range(12):
        (folder / f"d{n:02}.txt").write_text(f"Published: 2019-03-{n * 2 + 2:02}\n\n{TEXT.format(n=n + 2)}", encoding="utf-8")
    (folder / "undated.txt").write_text("The Oru Front of Vesland freed nine men in Tarsk, Minister Kestan said.", encoding="utf-8")
    with open_record(folder / "record.db", write=True) as record:
        pipeline.add([str(f) for f in sorted(folder.glob("*.txt"))], record, parser, pipeline.AddOptions("2026-01-01T00:00:00+00:00"))
    return folder / "record.db"


def copy_of(raw: Path) -> Record:
    """A copy in memory."""
    made = open_record(None)
    with open_record(raw) as record:
        record.connection.backup(made.connection)
    return made


def date_of(record: Record) -> ReportDate:
    """The date of the undated report."""
    return next(entry.date for entry in queries.reports(record) if entry.name == "undated")


def dated(days: str | None, report: str = "undated") -> Dated:
    """A decision on it."""
    return Dated(report=report, days=days, who="M. Okafor", why="seen in print")


def test_what_is_likely_is_shown_and_used_once_a_person_accepts_it(raw: Path) -> None:
    with copy_of(raw) as record:
        before = date_of(record)
        assert before.published is None and before.likely is not None and before.likely.edtf() == "2019-02-26/2019-03-28"
        made = date_report(record, dated(None), when=WHEN)
        after = date_of(record)
        assert (after.published, after.basis, after.likely) == (before.likely, "given", None) and "M. Okafor" in after.reason
        assert all(s.published == before.likely for s in queries.statements(record) if s.report == made.target)
        assert not differences(record)
        decide(record, Decision(action="undo", target=made.id, who="M. Okafor"), when=WHEN)
        assert date_of(record) == before


def test_other_days_are_set_and_the_last_word_counts(raw: Path) -> None:
    with copy_of(raw) as record:
        date_report(record, dated("2019-03"), when=WHEN)
        date_report(record, dated("2019-03-04"), when=WHEN)
        assert date_of(record).published == Interval.day(dt.date(2019, 3, 4))


@pytest.mark.parametrize(
    ("days", "report", "words"), [("March", "undated", "no day, month"), (None, "d00", "no days are likely"), ("2019", "nobody", "no report")]
)
def test_what_cannot_be_read_or_found_is_refused(raw: Path, days: str | None, report: str, words: str) -> None:
    with copy_of(raw) as record, pytest.raises(InputError, match=words):
        date_report(record, dated(days, report), when=WHEN)


def test_a_judgement_on_another_layer_or_report_sets_no_date() -> None:
    date = ReportDate("a", None, "unknown", "nothing tells")
    others = [
        Judgement("j1", "accept", "b", "R. Coder", WHEN, layer="published", value='"2019-03-04"'),
        Judgement("j2", "accept", "a", "R. Coder", WHEN, layer="event", value='"2019-03-04"'),
    ]
    assert judge_dates([date], others) == (date,)
