"""`export --release`: what was frozen, whatever came, went or was judged since."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from onrecord import pipeline
from onrecord.errors import InputError
from onrecord.parse import SpacyParser
from onrecord.record import Record, open_record, store
from onrecord.record.released import GONE
from onrecord.record.releases import freeze
from onrecord.types import Release
from onrecord.views.cli.app import app
from onrecord.views.export import ExportOptions, book_of, export

LATER = "June 9, 2025\n\nEastland released twelve sailors on Sunday, its foreign minister Lena Varga said. Westland denied that.\n"


@pytest.fixture
def changed(accepted: Path, tmp_path: Path, parser: SpacyParser) -> Iterator[Record]:
    """A record frozen as `one`, to which a report was added since."""
    path = Path(shutil.copy(accepted, tmp_path / "record.db"))
    (tmp_path / "later.txt").write_text(LATER, encoding="utf-8")
    with open_record(path, write=True) as record:
        export(record, "json", tmp_path / "before.json")
        freeze(record, Release("one", "2025-07-01T12:00:00+00:00", "program 1"))
        pipeline.add([str(tmp_path / "later.txt")], record, parser, pipeline.AddOptions("2025-07-02T12:00:00+00:00"))
        yield record


def told(path: Path) -> dict[str, Any]:
    """An export as data, without the problems, which are not frozen."""
    value: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    value.pop("problems", None)
    return value


def test_a_release_is_exported_as_it_was_frozen(changed: Record, tmp_path: Path) -> None:
    export(changed, "json", tmp_path / "after.json", ExportOptions(release="one"))
    assert told(tmp_path / "after.json") == told(tmp_path / "before.json")
    export(changed, "json", tmp_path / "now.json")
    assert len(told(tmp_path / "now.json")["reports"]) == len(told(tmp_path / "before.json")["reports"]) + 1


def test_of_a_report_that_is_gone_the_frozen_words_stay_at_their_places(changed: Record) -> None:
    before = book_of(changed, ExportOptions(release="one")).snapshot
    gone = max(before.reports, key=lambda r: len(r.text))
    store.remove_report(changed, gone.id)
    pipeline.derive(changed)
    after = book_of(changed, ExportOptions(release="one")).snapshot
    assert after.statements == before.statements and after.derived == before.derived
    text = after.report(gone.id).text
    assert GONE in text and text != gone.text
    assert all(s.span.of(after.report(s.report).text) == s.quote for s in after.statements.values())


@pytest.mark.parametrize("form", ["csv", "xlsx", "jsonl", "parquet", "ftm", "plover", "webannotation", "record", "page"])
def test_every_format_takes_a_release(changed: Record, tmp_path: Path, form: str) -> None:
    assert export(changed, form, tmp_path / "out", ExportOptions(release="one"))


def test_the_command_names_a_release_and_refuses_a_day_beside_it(changed: Record, tmp_path: Path) -> None:
    run = lambda *words: CliRunner().invoke(app, ["export", "json", str(tmp_path / "o.json"), "--record", changed.path, *words])  # noqa: E731
    assert run("--release", "one").exit_code == 0
    assert told(tmp_path / "o.json") == told(tmp_path / "before.json")
    assert run("--release", "one", "--as-of", "2025-05-01", "--force").exit_code == 2
    with pytest.raises(InputError, match="no release is called 'two'"):
        book_of(changed, ExportOptions(release="two"))
