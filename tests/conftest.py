"""What all tests share: one loaded parser, and a short way from text to reading."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from onrecord.annotate import annotate
from onrecord.parse import SpacyParser
from onrecord.types import Block, Parsed, Reading, Report, Span, report_id

SHARED = Path(__file__).parents[2] / "shared"

settings.register_profile("busy", deadline=None)
settings.load_profile("busy")  # a time limit an example fails on machines that do other work beside, and tells nothing


def report_of(text: str, **more: object) -> Report:
    """A report whose lines are its paragraphs."""
    blocks, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(Span(at, at + len(line)), "paragraph"))
        at += len(line) + 1
    return Report(report_id(text, None, None), "test", text, blocks=tuple(blocks), **more)  # type: ignore[arg-type]


@pytest.fixture(scope="session")
def parser() -> SpacyParser:
    """The parser, loaded once."""
    return SpacyParser()


@pytest.fixture(scope="session")
def parse_text(parser: SpacyParser) -> Callable[[str], Parsed]:
    """Text → Parsed."""
    return lambda text: parser.parse(report_of(text))


@pytest.fixture(scope="session")
def read_text(parser: SpacyParser) -> Callable[[str], Reading]:
    """Text → Reading."""
    return lambda text: annotate(parser.parse(report_of(text)))


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of shared material; tests that need it skip, loudly, where it is absent."""
    if not SHARED.exists():
        pytest.skip(f"NOT RUN: {SHARED} is absent, so nothing was compared with the five reports")
    return SHARED
