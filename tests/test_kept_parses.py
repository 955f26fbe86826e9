"""A paragraph that was parsed in one report is not parsed again in another, and every reading is what it is when all is parsed anew."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord import pipeline
from onrecord.annotate import annotate
from onrecord.config import Config, load_config
from onrecord.errors import InputError
from onrecord.parse import KeptInFile, KeptInMemory, SpacyParser
from onrecord.parse.blocks import BlockParse
from onrecord.read import read_paths
from onrecord.types import Block, Keeper, Reading, Report, Span, report_id

SAMPLE = Path(__file__).parents[1] / "sample" / "reports"
OTHERS = (
    "The Red Front freed 14 soldiers on Friday, envoy Ana Ruiz said.", "He denied it.", "Talks resumed the day before, two officials briefed on them said.",
    "“We demand that all 40 be freed by May 10,” Ruiz told reporters in Port Sant.",
)
"""Paragraphs that lean on those before them: who "he" and "them" are, which day is "the day before"."""


class Counting(SpacyParser):
    """A parser that notes which texts it had to parse, with the model of another."""

    def __init__(self, parser: SpacyParser, kept: Keeper) -> None:
        super().__init__(kept=kept)
        self._nlp, self.asked = parser.nlp, list[str]()

    def fresh(self, texts: Sequence[str]) -> list[BlockParse]:
        """The parses of texts of which none is kept."""
        self.asked += texts
        return super().fresh(texts)


@pytest.fixture(scope="module")
def reports() -> list[Report]:
    """The sample's reports."""
    return read_paths([SAMPLE])[0]


@pytest.fixture(scope="module")
def paragraphs(reports: list[Report]) -> list[str]:
    """Paragraphs of three of them, and some that lean on whatever stands before."""
    return [b.span.of(r.text) for r in reports[:3] for b in r.blocks if b.kind == "paragraph"][:16] + list(OTHERS)


def report_of(texts: Sequence[str], outlet: str = "The Herald") -> Report:
    """A report of such paragraphs."""
    blocks, text = list[Block](), ""
    for words in texts:
        blocks.append(Block(Span(len(text), len(text) + len(words)), "paragraph"))
        text += words + "\n\n"
    return Report(report_id(text, outlet, None), "made", text, outlet=outlet, published="2024-05-20", blocks=tuple(blocks))


def alone(parser: SpacyParser, report: Report) -> Reading:
    """The reading of a report of which every block is parsed anew, by itself."""
    return annotate(Counting(parser, KeptInMemory(0)).parse(report))


@settings(max_examples=8, deadline=None)
@given(data=st.data())
def test_near_copies_are_read_as_if_each_were_read_alone(parser: SpacyParser, paragraphs: list[str], data: st.DataObject) -> None:
    some = st.lists(st.sampled_from(range(len(paragraphs))), min_size=1, max_size=6)
    drawn = [[paragraphs[n] for n in data.draw(some)] for _ in range(data.draw(st.integers(1, 3)))]
    changed = [words.replace("said", "told us", 1) if data.draw(st.booleans()) else words for words in drawn[0]]
    made = [report_of(texts, f"outlet {n}") for n, texts in enumerate([*drawn, changed, drawn[0][::-1], drawn[0]])]
    sharing = Counting(parser, KeptInMemory())
    assert [annotate(p) for p in sharing.parse_many(made)] == [alone(parser, report) for report in made]
    assert len(sharing.asked) == len({words for texts in [*drawn, changed] for words in texts}), "each text once"


def test_what_differs_is_parsed_and_nothing_else(parser: SpacyParser, paragraphs: list[str]) -> None:
    counting = Counting(parser, KeptInMemory())
    counting.parse(report_of(paragraphs))
    counting.asked.clear()
    near = [*paragraphs[:4], "The defence ministry denied it on Monday.", *paragraphs[5:]]
    assert annotate(counting.parse(report_of(near, "Daily Example"))) == alone(parser, report_of(near, "Daily Example"))
    assert counting.asked == ["The defence ministry denied it on Monday."]


def test_parses_in_a_file_give_the_same_readings(parser: SpacyParser, reports: list[Report], tmp_path: Path) -> None:
    counting = Counting(parser, KeptInFile(tmp_path / "parses.db", "1"))
    first = [annotate(p) for p in counting.parse_many(reports)]
    once = len(counting.asked)
    again = [annotate(p) for p in counting.parse_many(iter(reports))]
    assert again == first == [alone(parser, report) for report in reports]
    assert len(counting.asked) == once == len(set(counting.asked))
    assert (tmp_path / "parses.db").stat().st_mode & 0o777 == 0o600


def test_another_parser_or_text_is_parsed_anew_and_another_name_or_place_is_not(parser: SpacyParser, reports: list[Report], tmp_path: Path) -> None:
    report, file = reports[0], tmp_path / "parses.db"
    whole = replace(report, blocks=(Block(Span(0, len(report.text)), "paragraph"),))
    moved = report_of(["One line before."], "x")
    moved = replace(
        moved, text=moved.text + report.text,
        blocks=moved.blocks + tuple(replace(b, span=Span(b.span.start + len(moved.text), b.span.end + len(moved.text))) for b in report.blocks),
    )
    Counting(parser, KeptInFile(file, "1")).parse(report)
    texts = {b.span.of(report.text) for b in report.blocks}
    for version, report_, asked in (("2", report, None), ("1", whole, 1), ("1", replace(report, name="renamed"), 0), ("1", moved, 1)):
        counting = Counting(parser, KeptInFile(file, version))
        assert counting.parse(report_).report == report_
        assert len(counting.asked) == asked if asked is not None else 1 < len(counting.asked) <= len(texts)


def test_memory_holds_what_was_looked_for_last(parser: SpacyParser) -> None:
    memory = KeptInMemory(10)
    memory.keep({b"a": b"12345", b"b": b"12345"})
    assert memory.known([b"a"]) == {b"a": b"12345"}
    memory.keep({b"c": b"1234"})
    assert memory.known([b"a", b"b", b"c"]) == {b"a": b"12345", b"c": b"1234"}
    memory.keep({b"a": b"1", b"d": b"12345"})
    assert memory.known([b"a", b"c", b"d"]) == {b"a": b"1", b"c": b"1234", b"d": b"12345"}
    memory.keep({b"e": b"much too much"})
    assert memory.known([b"a", b"c", b"d", b"e"]) == {}


def test_the_settings_say_where_parses_are_kept(tmp_path: Path, reports: list[Report]) -> None:
    (tmp_path / "onrecord.toml").write_text('parses = "parses.db"\n')
    config = load_config(tmp_path / "onrecord.toml")
    assert config.parses == str(tmp_path / "parses.db")
    for asked, there in ((Config(), False), (config, True)):
        assert list(pipeline.parser_for(asked).parse_many([])) == []
        assert Path(config.parses).exists() is there


@pytest.mark.parametrize("words", ["no database at all, and long enough to be read as one" * 20, None])
def test_a_file_that_is_none_or_takes_nothing_is_told(words: str | None, parser: SpacyParser, reports: list[Report], tmp_path: Path) -> None:
    file = tmp_path / "parses.db"
    if words is not None:
        file.write_text(words)
    else:
        file.mkdir()
    with pytest.raises(InputError, match="give another `parses`"):
        Counting(parser, KeptInFile(file, "1")).parse(reports[0])
