"""What is fed hostile bytes, and what must hold after each: a result or an error of ours that says what to do, in time, with places that fit."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

from onrecord.errors import RecordError
from onrecord.read import Namer, ReadOptions
from onrecord.read.forms import FORMS, Run, form_of, read_stream
from onrecord.read.guard import Guard
from onrecord.record import Record, open_record
from onrecord.record.queries.sought import find
from onrecord.views.cli.looking import place_of
from onrecord.views.web.query import read_query

FIXTURES = Path(__file__).parents[1] / "read" / "fixtures"
OPTIONS = ReadOptions(max_bytes=400_000, max_seconds=20)
SEARCHES = (
    b'by:Orlan type:demand before:2023-12-05 "women and children"', b"side:rebels measure:held on:2024-02-30", b'outlet:"Daily" layer:events NEAR(a b)',
    b"report:x status:stalled after:2023-01-01 negotiation:y party:* stance:refuses a-b (c OR d) ^e",
)  # fmt: skip
PLACES = (b"000:12-34", b"report:0-0", b"a:b:1-2", b"x:5-3", b"name with blanks:10\xe2\x80\x9320")


@dataclass(frozen=True, slots=True)
class Target:
    """Something that takes bytes from outside; *run* raises AssertionError, or whatever got out, where it failed."""

    name: str
    seeds: tuple[bytes, ...]
    run: Callable[[bytes], None]
    guided: bool = True
    """Whether it stays in this process, where coverage can be seen."""


def read_whole(ending: str, raw: bytes) -> None:
    """Reads a file: reports whose blocks lie in their text in order, or problems that say what to do; nothing is raised."""
    results = list(read_stream(io.BytesIO(raw), f"hostile{ending}", OPTIONS, Run(Namer(), guard())))
    assert results, "neither a report nor a problem"
    for result in results:
        assert result.report is not None or result.problems, "lost without a word"
        for problem in result.problems:
            assert problem.message.strip(), "a problem without words"
            assert "broke down" not in problem.message, problem.message
        if result.report is not None:
            ends = 0
            for block in result.report.blocks:
                assert ends <= block.span.start < block.span.end <= len(result.report.text), f"block {block.span} out of place"
                ends = block.span.end
            result.report.text.encode()


@cache
def guard() -> Guard:
    """The process in which guarded forms are read, one for all inputs, as in a run over many files; it ends with this one."""
    return Guard()


@cache
def empty_record() -> Record:
    """A record without reports, for searches."""
    return open_record(Path(tempfile.mkdtemp()) / "empty.db", write=True)


def search(raw: bytes) -> None:
    """Reads a search and runs it; what is wrong with it is told, and SQLite never sees it."""
    query = read_query(raw.decode("utf-8", "replace"))
    try:
        find(empty_record(), query.sought)
    except RecordError as error:
        raise AssertionError(f"SQLite was reached: {error}") from error


def place(raw: bytes) -> None:
    """Reads a place as a person types it: a name, and characters only where both are numbers."""
    name, characters = place_of(raw.decode("utf-8", "replace"))
    assert characters is None or (name and characters[0] >= 0)


def fixtures_of(form: str) -> tuple[bytes, ...]:
    """The fixtures that are read as a form."""
    found = {path: path.read_bytes() for path in sorted(FIXTURES.iterdir()) if path.is_file()}
    return tuple(raw for path, raw in found.items() if (known := form_of(raw[:4096], path.name)) is not None and known.name == form and len(raw) < 200_000)


def readers() -> tuple[Target, ...]:
    """One for each form that has fixtures."""
    made = []
    for form in FORMS:
        if seeds := fixtures_of(form.name):
            made.append(Target(f"read {form.name}", seeds, partial(read_whole, (form.extensions or (".txt",))[0]), guided=form.guarded != 0))
    return tuple(made)


def targets() -> tuple[Target, ...]:
    """All of them."""
    return (*readers(), Target("search", SEARCHES, search), Target("place", PLACES, place))


