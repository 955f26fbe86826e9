"""A second process for risky files, which can be stopped when it hangs, kept small, and lost without loss of the run."""

from __future__ import annotations

import contextlib
import os
import struct
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from types import TracebackType
from typing import IO, Self

import msgspec

from onrecord.errors import ReportError
from onrecord.read.form import Form, Source, Taken
from onrecord.read.result import Extracted, ReadOptions
from onrecord.types import Problem, ProblemKind

SIZE = struct.Struct(">Q")
"""What goes before each message: how many bytes it has."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One file to read: its form by name, its bytes, its place."""

    form: str
    raw: bytes
    where: str
    options: ReadOptions


@dataclass(frozen=True, slots=True)
class Answer:
    """What was taken out of it, each report with its place and name and, where they are not the whole file's, its bytes; or why the reader gave up."""

    taken: tuple[tuple[str, str, Extracted | None, tuple[Problem, ...], bytes | None], ...] = ()
    refused: str | None = None
    kind: ProblemKind = "unreadable"


class Guard:
    """Reads files in a process of its own, started at the first and used for all; use it in a `with`.

    A file that takes longer than `options.max_seconds` or more than `options.max_memory` costs that process only: the next file gets a new one.
    """

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Ends the process, if there is one."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                # Bytes that the dead process did not take any more are still in the pipe's buffer.
                with contextlib.suppress(OSError):
                    pipe.close()

    def read(self, form: Form, source: Source) -> Iterator[Taken]:
        """What the form's reader takes out of *source*; ReportError where it gave up, was stopped or broke down."""
        whole = source.whole()
        answer = self.ask(Asked(form.name, whole.raw, whole.where, source.options))
        for where, name, found, problems, own in answer.taken:
            yield Taken(replace(whole, where=where, name=name, raw=whole.raw if own is None else own), found, problems)
        if answer.refused is not None:
            raise ReportError(answer.refused, kind=answer.kind)

    def ask(self, asked: Asked) -> Answer:
        """The process's answer; a ReportError of kind `limit` where there is none in time."""
        process = self._process or started("onrecord.read.worker", str(asked.options.max_memory))
        self._process = process
        stopped = threading.Event()
        timer = threading.Timer(asked.options.max_seconds, stop, (process, stopped))
        timer.start()
        try:
            answer = exchange(process, msgspec.msgpack.encode(asked))
        finally:
            timer.cancel()
        if answer is not None:
            return msgspec.msgpack.decode(answer, type=Answer)
        self.close()
        if stopped.is_set():
            seen = f"reading it took longer than {asked.options.max_seconds:g} seconds and was stopped; save its text as .txt, or raise `max_seconds`"
            raise ReportError(seen, kind="limit")
        raise ReportError("reading it brought its reader down, which was started anew; save its text as .txt", kind="unreadable")


def started(module: str, *words: str) -> subprocess.Popen[bytes]:
    """A process of one of this package's modules, which it finds where the running program found it."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p), "OPENBLAS_NUM_THREADS": "1"}
    command = [sys.executable, "-m", module, *words]
    try:
        # Its own session keeps Ctrl-C for the run itself, which then ends it.
        return subprocess.Popen(  # nosec B603 -- this interpreter, a module of ours and a number
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment, start_new_session=True,
        )
    except OSError as error:
        raise ReportError(f"no second process could be started to read it safely ({error.strerror}); read it on another machine") from error


def stop(process: subprocess.Popen[bytes], stopped: threading.Event) -> None:
    """Kills a process that took too long, and says so."""
    stopped.set()
    process.kill()


def exchange(process: subprocess.Popen[bytes], message: bytes) -> bytes | None:
    """The answer to a message; None when the process ended before it gave one."""
    if process.stdin is None or process.stdout is None:
        return None
    try:
        send(process.stdin, message)
    except OSError:
        return None
    return receive(process.stdout)


def send(pipe: IO[bytes], message: bytes) -> None:
    """Writes a message with its length before it."""
    pipe.write(SIZE.pack(len(message)))
    pipe.write(message)
    pipe.flush()


def receive(pipe: IO[bytes]) -> bytes | None:
    """The next message; None where the pipe ends first."""
    head = pipe.read(SIZE.size)
    if len(head) < SIZE.size:
        return None
    (size,) = SIZE.unpack(head)
    message = pipe.read(size)
    return message if len(message) == size else None


def answered(asked: Asked, read: Callable[[Asked], Iterator[Taken]]) -> Answer:
    """What *read* takes out of a file, with the reason why it gave up."""
    taken: list[tuple[str, str, Extracted | None, tuple[Problem, ...], bytes | None]] = []
    try:
        for one in read(asked):
            own = None if one.source.raw == asked.raw else one.source.raw
            taken.append((one.source.where, one.source.name, one.found, one.problems, own))
    except ReportError as error:
        return Answer(tuple(taken), str(error), error.kind)
    except MemoryError:
        seen = f"reading it takes more than {asked.options.max_memory:,} bytes of memory; save its text as .txt, or raise `max_memory`"
        return Answer((), seen, "limit")
    except RecursionError:
        return Answer((), "it is nested deeper than its reader can follow; save its text as .txt", "limit")
    return Answer(tuple(taken))


