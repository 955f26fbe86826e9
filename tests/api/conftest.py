"""One record of the sample for all tests of the Python interface; those that change it take a copy."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

import onrecord
from onrecord import pipeline
from onrecord.desk import pasting
from onrecord.parse import SpacyParser
from onrecord.record import open_record


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory: pytest.TempPathFactory, parser: SpacyParser) -> Path:
    """The file of the sample's record, which no test changes."""
    path = tmp_path_factory.mktemp("python") / "record.db"
    with open_record(path, write=True) as record:
        pasting.add_sample(record, parser, pipeline.AddOptions("2025-07-01T12:00:00+00:00"))
    return path


@pytest.fixture(scope="session")
def record(sample_file: Path) -> Iterator[onrecord.OpenRecord]:
    """The record, open for reading; what it replays is kept for all tests."""
    with onrecord.open(sample_file) as opened:
        yield opened


@pytest.fixture
def folder(sample_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of one's own with a copy of the record, the sample's reports, codings and packs, which is the working folder."""
    shutil.copy(sample_file, tmp_path / "record.db")
    shutil.copytree(pasting.sample_folder(), tmp_path / "reports")
    for other in ("codings", "packs"):
        shutil.copytree(pasting.sample_folder().parent / other, tmp_path / other)
    monkeypatch.chdir(tmp_path)
    return tmp_path
