"""A report that hangs, swells or kills its process costs that report only."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator

import pytest

from onrecord.cluster.reading_process import Limits, ReadingProcess
from onrecord.errors import ModelError
from onrecord.read import guard as guarding
from onrecord.types import Problem, Report, Span

BAD_READER = """
import sys, time, os
from types import SimpleNamespace
from onrecord.types import Reading
class Parser:
    def __init__(self, name): self.nlp = None
def bad(report, kept=None):
    if report.name == "hangs": time.sleep(60)
    if report.name == "swells": bytearray(4_000_000_000)
    if report.name == "dies": os._exit(3)
    print("noise")
    return Reading(report)
sys.modules["onrecord.parse"] = SimpleNamespace(SpacyParser=Parser)
sys.modules["onrecord.pipeline"] = SimpleNamespace(read_safely=bad, parse_any=lambda parser, reports: list(reports), layers_of=lambda parser: None)
from onrecord.cluster import reader
reader.main()
"""
LIMITS = Limits(seconds=1.5, memory=800_000_000)


@pytest.fixture
def bad(monkeypatch: pytest.MonkeyPatch) -> Iterator[ReadingProcess]:
    """A reading process that does what a report's name says; no model is loaded."""
    real = subprocess.Popen

    def popen(command: list[str], **rest: object) -> subprocess.Popen[bytes]:
        return real([command[0], "-c", BAD_READER, *command[3:]], **rest)  # type: ignore[call-overload, no-any-return]

    monkeypatch.setattr(guarding.subprocess, "Popen", popen)
    with ReadingProcess("model", LIMITS) as process:
        yield process


@pytest.mark.parametrize(("name", "told"), [("hangs", "longer than 1.5 seconds"), ("swells", "memory"), ("dies", "brought its process down")])
def test_one_bad_report_costs_itself_and_says_so(bad: ReadingProcess, name: str, told: str) -> None:
    reports = [Report(str(n), called, "text") for n, called in enumerate(["good", name, "fine", "sound"])]
    found = bad.read(reports)
    assert [isinstance(f, Problem) for f in found] == [False, True, False, False]
    problem = found[1]
    assert isinstance(problem, Problem) and told in problem.message
    assert (problem.kind, problem.report, problem.span, problem.lost) == ("limit", "1", Span(0, 4), True)
    assert bad.read(reports[:1])[0] == found[0], "the next partition is read by the process that was started anew"


def test_a_model_that_is_not_there_is_told() -> None:
    with ReadingProcess("no_such_model", Limits()) as process, pytest.raises(ModelError, match="no_such_model"):
        process.read([Report("1", "a", "text")])
