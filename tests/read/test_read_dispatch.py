"""How a form is chosen, and what a reader may hand back: reports, files inside files, and an error that costs only the rest."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pytest

from onrecord.errors import ReportError
from onrecord.read import ReadOptions, forms
from onrecord.read.form import Form, Member, Source, Taken
from onrecord.read.forms import EXTENSIONS, FORMS, Run, form_of, read_stream
from onrecord.read.result import Extracted, Input

GOOD = "Envoys of Veldland and the Ostrine rebels met in Port Corran on Tuesday to discuss an exchange of captured sailors, two officials said.\n"


def test_every_ending_belongs_to_one_form() -> None:
    endings = [e for form in FORMS for e in form.extensions]
    assert len(endings) == len(set(endings)) == len(EXTENSIONS)
    assert all(e.startswith(".") and e == e.lower() for e in endings)


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.jsonl", "a"])
def test_bytes_that_are_no_text_are_in_no_form_of_text(name: str) -> None:
    assert form_of(b"\x89PNG\r\n\x1a\n\x00\x00", name) is None


def reader(source: Source) -> Iterator[Taken | Member]:
    """A box: every line a file of its own; a line `!` breaks it."""
    for number, line in enumerate(source.stream(), 1):
        if line == b"!\n":
            raise ReportError("the box is broken here; pack it again", kind="broken_line")
        if line.startswith(b"BOX "):
            yield Member(io.BytesIO(line.removeprefix(b"BOX ").replace(b"|", b"\n")), f"{source.where}/{number}")
        elif line != b"BOX\n":
            yield Taken(Input(line, f"{source.where}:{number}", source.name), Extracted(line.decode(), source.name))


@pytest.fixture
def boxes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(forms, "FORMS", (Form("box", (".box",), lambda head: head.raw.startswith(b"BOX"), reader), *FORMS))


def read(raw: bytes, **options: int) -> list[tuple[str, str | None]]:
    """Where each result is from, and the kind of its first problem."""
    results = read_stream(io.BytesIO(raw), "a.box", ReadOptions(**options), Run())  # type: ignore[arg-type]
    return [(r.where, r.problems[0].kind if r.problems else None) for r in results]


@pytest.mark.usefixtures("boxes")
def test_what_was_read_before_a_break_is_kept() -> None:
    assert read(f"BOX\n{GOOD}!\n{GOOD}".encode()) == [("a.box:2", None), ("a.box", "broken_line")]


@pytest.mark.usefixtures("boxes")
def test_a_file_inside_a_file_is_read_by_its_own_form_down_to_a_depth() -> None:
    inner = f"BOX {GOOD.strip()}\n".encode()
    assert read(b"BOX\n" + inner) == [("a.box/2", None)]
    nested = b"BOX\nBOX BOX|BOX " + GOOD.encode()
    assert read(nested, max_depth=1) == [("a.box/2/2", "limit")]
