"""A record of the sample and of one report about other talks, which no test changes, and a way to export it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from onrecord import pipeline
from onrecord.parse import SpacyParser
from onrecord.record import Record, open_record
from onrecord.views.export import ExportOptions, export

SAMPLE = Path(__file__).parents[3] / "sample" / "reports"
OTHER = (  # a second negotiation, so that narrowing to one has something to leave out
    "The Coast Guard Exchange\n\n3 June 2025\n\nEastland and Westland agreed on Monday to exchange 20 prisoners each, "
    "Eastland's foreign minister Lena Varga said. "
    "Westland said that it was still holding 31 Eastland sailors.\n\nEastland demanded that Westland free every sailor by 20 June.\n"
)

Export = Callable[..., Path]


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory, parser: SpacyParser) -> Path:
    """The record's file."""
    home = tmp_path_factory.mktemp("exported")
    (home / "other.txt").write_text(OTHER, encoding="utf-8")
    path = home / "record.db"
    with open_record(path, write=True) as record:
        pipeline.add([str(SAMPLE), str(home / "other.txt")], record, parser, pipeline.AddOptions("2025-07-01T12:00:00+00:00"))
    return path


@pytest.fixture
def opened(filled: Path) -> Iterator[Record]:
    """The record, open for reading."""
    with open_record(filled) as record:
        yield record


@pytest.fixture
def exported(opened: Record, tmp_path: Path) -> Export:
    """Exports in a format with options, and gives the path."""

    def make(form: str, name: str | None = None, **options: object) -> Path:
        path = tmp_path / (name or f"out.{form}")
        export(opened, form, path, ExportOptions(**options))  # type: ignore[arg-type]
        return path

    return make
