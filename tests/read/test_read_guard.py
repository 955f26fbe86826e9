"""A reader that hangs, swells or dies costs one file, never the run."""

from __future__ import annotations

import io
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest
from papermaker import GOOD, statement_pdf, word

from onrecord.errors import ReportError
from onrecord.read import ReadOptions, read_bytes
from onrecord.read import guard as guarding
from onrecord.read.form import Form, Source, Taken
from onrecord.read.forms import FORMS
from onrecord.read.guard import Answer, Asked, Guard, answered

PDF = next(f for f in FORMS if f.name == "pdf")
BAD_WORKER = """
import sys, time
from onrecord.read import forms, worker
from onrecord.read.form import Form
import dataclasses
def bad(source):
    if source.where == "hangs.pdf":
        time.sleep(60)
    if source.where == "swells.pdf":
        bytearray(4_000_000_000)
    if source.where == "dies.pdf":
        import os; os._exit(3)
    if source.where == "prints.pdf":
        print("noise")
    yield from real(source)
real = next(f for f in forms.FORMS if f.name == "pdf").read
worker.FORMS = tuple(dataclasses.replace(f, read=bad) if f.name == "pdf" else f for f in forms.FORMS)
worker.main()
"""


def source_of(name: str, options: ReadOptions | None = None) -> Source:
    return Source(name, statement_pdf(), io.BytesIO(), options or ReadOptions(max_memory=800_000_000))


@pytest.fixture
def bad(monkeypatch: pytest.MonkeyPatch) -> Iterator[Guard]:
    """A guard whose process has a reader that does what the file's name says."""
    real = subprocess.Popen

    def popen(command: list[str], **rest: object) -> subprocess.Popen[bytes]:
        return real([command[0], "-c", BAD_WORKER, command[-1]], **rest)  # type: ignore[call-overload, no-any-return]

    monkeypatch.setattr(guarding.subprocess, "Popen", popen)
    with Guard() as guard:
        yield guard


def kind_of(guard: Guard, name: str, options: ReadOptions | None = None) -> str:
    with pytest.raises(ReportError) as error:
        list(guard.read(PDF, source_of(name, options)))
    return f"{error.value.kind}: {error.value}"


def test_a_file_that_hangs_swells_or_kills_its_reader_is_told_and_the_next_is_read(bad: Guard) -> None:
    started = time.monotonic()
    assert len(list(bad.read(PDF, source_of("prints.pdf")))) == 1, "what a library prints does no harm"
    assert "longer than 1 seconds" in kind_of(bad, "hangs.pdf", ReadOptions(max_seconds=1))
    assert time.monotonic() - started < 30
    assert kind_of(bad, "dies.pdf").startswith("unreadable: reading it brought its reader down")
    if sys.platform == "linux":
        assert kind_of(bad, "swells.pdf").startswith("limit: reading it takes more than 800,000,000 bytes")
    (taken,) = bad.read(PDF, source_of("good.pdf"))
    assert taken.found is not None and taken.found.pages


def test_one_process_serves_a_run_and_ends_with_it() -> None:
    with Guard() as guard:
        list(guard.read(PDF, source_of("one.pdf")))
        first = guard._process
        list(guard.read(PDF, source_of("two.pdf")))
        assert guard._process is first and first is not None
    assert first.poll() is not None


def test_ordinary_text_starts_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guarding.subprocess, "Popen", None)
    page = f"<html><head><title>Sailors</title></head><body><article><p>{GOOD * 2}</p></article></body></html>"
    for raw, name in ((GOOD.encode(), "wire.txt"), (page.encode(), "page.html")):
        (result,) = read_bytes(raw, name)
        assert result.report is not None


def test_what_is_read_in_the_process_is_what_would_be_read_here() -> None:
    for form, raw in ((PDF, statement_pdf()), (next(f for f in FORMS if f.name == "docx"), word([(GOOD.strip(), None)]))):
        source = Source("a.file", raw, io.BytesIO(), ReadOptions())
        with Guard() as guard:
            assert list(guard.read(form, source)) == list(form.read(Source("a.file", raw, io.BytesIO(), ReadOptions())))


@pytest.mark.parametrize(("error", "kind"), [(MemoryError(), "limit"), (RecursionError(), "limit"), (ReportError("broken", kind="no_text"), "no_text")])
def test_why_a_reader_gave_up_is_part_of_its_answer(error: Exception, kind: str) -> None:
    def read(asked: Asked) -> Iterator[Taken]:
        raise error
        yield

    answer = answered(Asked("pdf", b"", "a.pdf", ReadOptions()), read)
    assert isinstance(answer, Answer) and answer.refused and answer.kind == kind


def test_a_page_nested_very_deep_is_read_or_told_within_the_limit() -> None:
    raw = b"<html><body>" + b"<div>" * 100_000 + GOOD.encode() + b"</div>" * 100_000 + b"</body></html>"
    (result,) = read_bytes(raw, "deep.html", ReadOptions(max_seconds=20))
    assert result.report is not None or result.problems[0].kind in ("limit", "no_sentence", "unreadable")


def test_a_process_that_cannot_be_started_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def popen(*_: object, **__: object) -> None:
        raise OSError(12, "Cannot allocate memory")

    monkeypatch.setattr(guarding.subprocess, "Popen", popen)
    (result,) = read_bytes(statement_pdf(), "a.pdf")
    assert "no second process" in result.problems[0].message


def test_only_forms_that_may_hang_are_guarded() -> None:
    assert {f.name: f.guarded for f in FORMS if isinstance(f, Form) and f.guarded == 0}.keys() >= {"pdf", "docx", "rtf"}
    assert all(f.guarded is None for f in FORMS if f.name in ("txt", "jsonl"))
