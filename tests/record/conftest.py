"""Readings made by hand, so that the store is tested without a model."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from onrecord.record import Record, open_record
from onrecord.record.store import Arrival
from onrecord.types import (
    Attribution,
    Block,
    Coverage,
    EventMention,
    Figure,
    Problem,
    Reading,
    Report,
    Span,
    Time,
    TimeExpression,
    When,
    report_id,
)

TEXT = "Exchange stalls\nThe Front holds 40 prisoners, envoy Ana Ruiz said on Friday. The sides met in Port Sant."
OTHER = TEXT.replace("stalls", "resumes")
WHEN = "2026-01-02T03:04:05+00:00"


def span_of(text: str, words: str) -> Span:
    """Where *words* stand in *text*."""
    return Span(text.index(words), text.index(words) + len(words))


def made(text: str = TEXT, name: str = "one", **more: object) -> Reading:
    """A reading of *text* with a time, an attribution, a figure, an event and a problem."""
    at = text.index("\n")
    report = Report(
        report_id(text, None, None), name, text, title=text[:at], raw_hash=hashlib.sha256(text.encode()).hexdigest(),
        blocks=(Block(Span(0, at), "title"), Block(Span(at + 1, len(text)), "paragraph")), **more,  # type: ignore[arg-type]
    )
    said = span_of(text, "The Front holds 40 prisoners, envoy Ana Ruiz said")
    return Reading(
        report,
        times=(Time("t1", span_of(text, "Friday"), "DATE", TimeExpression("weekday", weekday=4)),),
        attributions=(
            Attribution(
                "a1", said, "indirect", "envoy Ana Ruiz", "named_person", "Ana Ruiz", "said", "The Front holds 40 prisoners",
                (span_of(text, "envoy Ana Ruiz"),), (span_of(text, "said"),), (span_of(text, "The Front holds 40 prisoners"),), affiliation="Norland",
            ),
        ),
        figures=(Figure("f1", span_of(text, "40 prisoners"), 40, None, None, "exact", "prisoners", "held", as_of=When("t1"), by="a1", whose="Front"),),
        events=(EventMention("e1", span_of(text, "The sides met in Port Sant"), span_of(text, "met"), "meet", "happened", actors=("The sides",)),),
        problems=(Problem("unresolved_time", "no anchor for 'Friday'", report.id, span_of(text, "Friday")),),
        coverage=Coverage(3, 2, (("label", 1),)),
    )


def arrival(reading: Reading) -> Arrival:
    """How a reading's report came."""
    return Arrival(reading.report.text.encode(), f"{reading.report.name}.txt", WHEN, "a test", "reader 1")


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    """An empty record on disk."""
    with open_record(tmp_path / "r.db", write=True) as opened:
        yield opened


@pytest.fixture
def make() -> Callable[..., Reading]:
    """(text, name) → Reading."""
    return made
