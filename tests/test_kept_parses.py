"""Parses that are kept give the readings that parsing anew gives, and nothing is parsed twice by one parser."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from onrecord import pipeline
from onrecord.annotate import annotate
from onrecord.config import Config, load_config
from onrecord.errors import InputError
from onrecord.parse import KeptParses, SpacyParser
from onrecord.read import read_paths
from onrecord.types import Block, Parsed, Report, Span

SAMPLE = Path(__file__).parents[1] / "sample" / "reports"


class Counting:
    """A parser that notes what it was asked to parse."""

    def __init__(self, parser: SpacyParser) -> None:
        self.name, self._parser, self.asked = parser.name, parser, list[str]()

    def parse(self, report: Report) -> Parsed:
        """The parse of one report."""
        return next(self.parse_many([report]))

    def parse_many(self, reports: Iterable[Report]) -> Iterator[Parsed]:
        """The parses of many reports."""
        given = list(reports)
        self.asked += [r.name for r in given]
        return self._parser.parse_many(given)


@pytest.fixture(scope="module")
def reports() -> list[Report]:
    """The sample's reports."""
    return read_paths([SAMPLE])[0]


def test_a_kept_parse_gives_the_same_reading(parser: SpacyParser, reports: list[Report], tmp_path: Path) -> None:
    counting = Counting(parser)
    kept = KeptParses(counting, tmp_path / "parses.db", "1")
    first = [annotate(p) for p in kept.parse_many(reports)]
    again = [annotate(p) for p in kept.parse_many(iter(reports))]
    assert again == first == [annotate(p) for p in parser.parse_many(reports)]
    assert counting.asked == [r.name for r in reports], "once each"
    assert (tmp_path / "parses.db").stat().st_mode & 0o777 == 0o600


def test_another_parser_text_or_block_is_parsed_anew(parser: SpacyParser, reports: list[Report], tmp_path: Path) -> None:
    report, file = reports[0], tmp_path / "parses.db"
    other_text = replace(report, text=report.text.replace("said", "told", 1))
    other_blocks = replace(report, blocks=(Block(Span(0, len(report.text)), "paragraph"),))
    KeptParses(parser, file, "1").parse(report)
    for version, given in (("2", report), ("1", other_text), ("1", other_blocks)):
        counting = Counting(parser)
        assert KeptParses(counting, file, version).parse(given).report == given
        assert counting.asked == [given.name]
    counting = Counting(parser)
    KeptParses(counting, file, "1").parse(replace(report, name="renamed"))
    assert counting.asked == []


def test_the_settings_say_where_parses_are_kept(tmp_path: Path) -> None:
    (tmp_path / "onrecord.toml").write_text('parses = "parses.db"\n')
    config = load_config(tmp_path / "onrecord.toml")
    assert config.parses == str(tmp_path / "parses.db")
    assert isinstance(pipeline.parser_for(config), KeptParses) and isinstance(pipeline.parser_for(Config()), SpacyParser)


def test_a_file_that_is_none_is_told(parser: SpacyParser, reports: list[Report], tmp_path: Path) -> None:
    (tmp_path / "parses.db").write_text("no database at all, and long enough to be read as one" * 20)
    with pytest.raises(InputError, match="give another `parses`"):
        KeptParses(parser, tmp_path / "parses.db", "1").parse(reports[0])
