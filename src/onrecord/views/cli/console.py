"""Where words go: data to stdout, messages to stderr."""

from __future__ import annotations

import io
import json
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING, Any, TextIO, cast

if TYPE_CHECKING:
    from rich.console import Console

    from onrecord.types import Problem

WIDEST = 110
"""Columns beyond which lines get hard to read."""


class Trimmed(io.TextIOBase):
    """A stream that leaves out the blanks with which columns are filled up at the ends of lines."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        """Writes *text* without blanks before its line ends."""
        self._stream.write(re.sub(r"[ \t]+\n", "\n", text))
        return len(text)

    def flush(self) -> None:
        """Hands on what was written."""
        self._stream.flush()


def out() -> Console:
    """The console for data: coloured on a terminal, plain in a pipe, as wide as the window up to a readable width."""
    from rich.console import Console

    stream = sys.stdout if sys.stdout.isatty() else cast("IO[str]", Trimmed(sys.stdout))
    console = Console(file=stream, highlight=False, emoji=False, markup=False)
    console.width = min(console.width, WIDEST)
    return console


def err() -> Console:
    """The console for messages."""
    from rich.console import Console

    return Console(stderr=True, highlight=False, emoji=False, markup=False)


def complain(message: str) -> None:
    """One line on stderr that begins with the program's name."""
    sys.stderr.write(f"onrecord: {message}\n")


def complain_of(problem: Problem) -> None:
    """What was seen, where, what to do, as one such line."""
    where = problem.where or (f"report {problem.report[:8]}" if problem.report else "")
    if problem.span is not None and problem.report and not problem.where:
        where += f":{problem.span.start}-{problem.span.end}"
    complain(problem.message if not where or where in problem.message else f"{where}: {problem.message}")


def say(message: str) -> None:
    """One line on stderr."""
    sys.stderr.write(f"{message}\n")


def give_json(value: Any) -> None:
    """A value as JSON on stdout."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=1) + "\n")


@contextmanager
def progress(what: str) -> Iterator[Callable[[int, str], None]]:
    """A bar on stderr for work that takes longer than a second, if somebody is looking."""
    if not sys.stderr.isatty():
        yield lambda done, name: None
        return
    from rich.progress import Progress as Bar
    from rich.progress import SpinnerColumn, TextColumn, TimeElapsedColumn

    words = [TextColumn(w) for w in ("{task.description}", "{task.completed:.0f} read", "{task.fields[name]}")]
    columns = (SpinnerColumn(), *words, TimeElapsedColumn())
    with Bar(*columns, console=err(), transient=True) as bar:
        task = bar.add_task(what, total=None, name="")
        yield lambda done, name: bar.update(task, completed=done, name=name)
