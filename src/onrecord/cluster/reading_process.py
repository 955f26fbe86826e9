"""A process that holds one model and reads reports for its worker: one that hangs, swells or dies costs one report, never a partition."""

from __future__ import annotations

import os
import subprocess
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec

from onrecord.errors import ModelError
from onrecord.read.guard import receive, send, started, stop
from onrecord.types import Problem, Report, Span

STARTING = 300.0
"""Seconds for loading the model, also on a disk that many machines share."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What reading one report may take; the tables of docs/quality.md have reports of 0.2 seconds and 0.5 GB with the model."""

    seconds: float = 60.0
    memory: int = 3_000_000_000
    """Bytes beside what the process has with its model."""


class ReadingProcess:
    """Gives the reading of each report, as JSON without the report, from a process of its own; use it in a `with`.

    The process is started at the first report and used for all. Where it ends or takes too long, the reports that it had not answered are read by a new one,
    each alone; a report over which that one ends too becomes a Problem.
    """

    def __init__(self, model: str, limits: Limits) -> None:
        self._model, self._limits = model, limits
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Ends the process, if there is one."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.communicate()

    def read(self, reports: Sequence[Report]) -> list[bytes | Problem]:
        """For each report its reading as JSON, or what stopped it; in their order. Raises ModelError where the model cannot be loaded."""
        found = list(self._answers(reports))
        if found and isinstance(found[-1], Problem):
            found.pop()
        for report in reports[len(found) :]:
            found += self._answers([report])
        return found

    def cpu(self) -> float:
        """Seconds of processor time that the process has taken; 0 where there is none, or the system does not tell."""
        fields = self._told("stat").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK") if fields else 0.0

    def peak(self) -> int:
        """Bytes that the process had at most; 0 where there is none, or the system does not tell."""
        row = next((line for line in self._told("status").splitlines() if line.startswith("VmHWM:")), None)
        return int(row.split()[1]) * 1024 if row else 0

    def _told(self, what: str) -> str:
        """What the system tells of the process in one of its files (Linux only), else nothing."""
        try:
            return Path(f"/proc/{self._process.pid}/{what}").read_text(encoding="ascii") if self._process is not None else ""
        except OSError:
            return ""

    def _answers(self, reports: Sequence[Report]) -> Iterator[bytes | Problem]:
        """The answers as they come; a Problem for the first report that was not answered ends them."""
        if not reports:
            return
        process = self.ready()
        sent = ask(process, msgspec.msgpack.encode(reports))
        for report in reports:
            answer, late = answered(process, self._limits.seconds) if sent else (None, False)
            if answer is None:
                self.close()
                yield stopped(report, self._limits, late)
                return
            yield answer

    def ready(self) -> subprocess.Popen[bytes]:
        """The process, started where there is none. Raises ModelError where the model cannot be loaded."""
        self._process = self._process or self._start()
        return self._process

    def _start(self) -> subprocess.Popen[bytes]:
        """The process, with its model loaded."""
        process = started("onrecord.cluster.reader", str(self._limits.memory), self._model)
        answer, _ = answered(process, STARTING)
        if answer is None or answer:
            process.kill()
            process.communicate()
            seen = f"the process that reads could not be started with the model {self._model!r}; try `onrecord read` without --engine"
            raise ModelError(answer.decode() if answer else seen)
        return process


def ask(process: subprocess.Popen[bytes], message: bytes) -> bool:
    """Sends a message; whether the process took it."""
    assert process.stdin is not None
    try:
        send(process.stdin, message)
    except OSError:
        return False
    return True


def answered(process: subprocess.Popen[bytes], seconds: float) -> tuple[bytes | None, bool]:
    """The next answer within so many seconds, or None where the process ended before; and whether it was stopped for being late."""
    assert process.stdout is not None
    late = threading.Event()
    timer = threading.Timer(seconds, stop, (process, late))
    timer.daemon = True
    timer.start()
    try:
        return receive(process.stdout), late.is_set()
    finally:
        timer.cancel()


def stopped(report: Report, limits: Limits, late: bool) -> Problem:
    """What is told of a report over which the process ended."""
    seen = f"reading it took longer than {limits.seconds:g} seconds and was stopped" if late else "reading it brought its process down, or took too much memory"
    return Problem("limit", f"{report.name}: {seen}; nothing of this report was read: split it", report.id, Span(0, len(report.text)), lost=True)
