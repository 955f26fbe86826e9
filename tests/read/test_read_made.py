"""Fixtures that no text editor makes: what they give, whole, cut anywhere and under a wrong name."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from make_fixtures import made

from onrecord.read import Namer, ReadOptions, ReadResult, read_paths
from onrecord.read.forms import Run, read_stream
from onrecord.read.guard import Guard

FIXTURES = Path(__file__).parent / "fixtures"
CASES = [
    ("docx-nexis-uni.docx", 2, []),
    ("docx-talks.docx", 1, []),
    ("docx-truncated.docx", 0, ["unreadable!"]),
    ("parquet-dump.parquet", 2, ["no_text!"]),
    ("parquet-truncated.parquet", 0, ["unreadable!"]),
    ("pdf-locked.pdf", 0, ["unreadable!"]),
    ("pdf-scanned.pdf", 0, ["no_text!"]),
    ("pdf-statement.pdf", 1, []),
    ("pdf-truncated.pdf", 0, ["unreadable!"]),
    ("rtf-factiva-indexed.rtf", 2, []),
    ("rtf-talks.rtf", 1, []),
    ("rtf-truncated.rtf", 1, ["unreadable!"]),
    ("tar-desk.tar.gz", 2, []),
    ("xlsx-tracker.xlsx", 0, ["unreadable!"]),
    ("zip-desk.zip", 2, ["limit!", "binary"]),
    ("zip-in-zip-in-zip.zip", 1, []),
    ("zip-truncated.zip", 0, ["unreadable!"]),
]
"""Fixture, reports, problems in their order; `!` where input was lost."""
WHOLE = [name for name, count, _ in CASES if count]


@pytest.fixture(scope="module")
def run() -> Iterator[Run]:
    with Guard() as guard:
        yield Run(guard=guard)


def read(run: Run, name: str, raw: bytes) -> list[ReadResult]:
    return list(read_stream(io.BytesIO(raw), name, ReadOptions(), replace(run, namer=Namer())))


@pytest.mark.parametrize(("name", "count", "problems"), CASES, ids=[c[0] for c in CASES])
def test_what_a_made_fixture_gives(run: Run, name: str, count: int, problems: list[str]) -> None:
    results = read(run, name, (FIXTURES / name).read_bytes())
    assert sum(r.report is not None for r in results) == count
    told = [p for r in results for p in r.problems]
    assert [p.kind + "!" * p.lost for p in told] == problems
    assert all(p.message.startswith(p.where or "?") and ";" in p.message for p in told), "where, what was seen; what to do"


@pytest.mark.parametrize("name", WHOLE)
def test_a_made_fixture_cut_anywhere_never_breaks_the_run(run: Run, name: str) -> None:
    raw = (FIXTURES / name).read_bytes()
    for part in range(1, 8):
        results = read(run, name, raw[: len(raw) * part // 8])
        assert results and all(r.report or r.problems for r in results)


@pytest.mark.parametrize("name", WHOLE)
def test_content_decides_the_form_of_a_made_fixture(run: Run, name: str) -> None:
    raw = (FIXTURES / name).read_bytes()
    texts = [[r.report.text for r in read(run, given, raw) if r.report] for given in (name, "upload.txt")]
    assert texts[0] == texts[1]


def test_every_made_fixture_is_here_and_in_the_table() -> None:
    assert set(made()) == {name for name, _, _ in CASES} <= {p.name for p in FIXTURES.iterdir()}


def test_the_tracker_is_read_where_a_person_says_that_it_is_one() -> None:
    (report,), (problem,) = read_paths([], ReadOptions(trackers=(str(FIXTURES / "xlsx-tracker.xlsx"),)))
    assert (report.genre, report.published, problem.kind) == ("tracker", "2031-03-03", "no_text")
