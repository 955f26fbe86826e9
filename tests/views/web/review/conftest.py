"""A record that may be judged in, and the pages over it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests.views.web.conftest import Settled, options

from onrecord.parse import SpacyParser
from onrecord.views.web.record_book import RecordBook


@pytest.fixture
def path(filled: Path, tmp_path: Path) -> Path:
    """A copy of the filled record that may be judged in."""
    copy = tmp_path / "record.db"
    shutil.copy(filled, copy)
    return copy


@pytest.fixture
def desk(path: Path, parser: SpacyParser) -> TestClient:
    """The pages over it."""
    return Settled(RecordBook(path, parser, options))
