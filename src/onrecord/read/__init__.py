"""Bytes → Report: one reader a form, blocks with their places, and a Problem for whatever could not be read."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from onrecord.errors import ReportError
from onrecord.read.blocks import segment
from onrecord.read.build import build, refused
from onrecord.read.forms import EXTENSIONS, Run, read_as, read_stream
from onrecord.read.guard import Guard
from onrecord.read.names import Namer, safe_name
from onrecord.read.paths import STDIN, find_files
from onrecord.read.result import Extracted, Input, ReadOptions, ReadResult
from onrecord.types import Problem, Report

__all__ = ["EXTENSIONS", "Fetch", "Namer", "ReadOptions", "ReadResult", "iter_reports", "read_bytes", "read_paths", "read_text", "safe_name", "segment"]

DEFAULTS = ReadOptions()


Fetch = Callable[[str], tuple[str, bytes]]
"""Gives what stands at an address, and the address at which it was found; ReportError where it cannot be had."""


def iter_reports(
    paths: Iterable[Path | str], options: ReadOptions = DEFAULTS, *, stdin: BinaryIO | None = None, fetch: Fetch | None = None,
) -> Iterator[ReadResult]:
    """One result for each report, in order, as it is read: memory does not grow with their number. `-` is *stdin*; addresses need *fetch*."""
    with Guard() as guard:
        run = Run(Namer(), guard)
        for found in find_files(paths):
            if found.address is not None:
                yield from read_address(found.address, options, run, fetch)
            elif found.path is None:
                problem = found.problem
                yield ReadResult(problem.where or "" if problem else "", problems=(problem,) if problem else ())
            elif str(found.path) == STDIN:
                yield from (renamed(r) for r in read_stream(stdin or sys.stdin.buffer, STDIN, options, run))
            else:
                yield from read_file(found.path, options, run)
        for tracker in options.trackers:
            yield from read_file(Path(tracker), options, run, form="tracker")


def read_address(url: str, options: ReadOptions, run: Run, fetch: Fetch | None) -> Iterator[ReadResult]:
    """The reports at an address; a Problem where nothing may or can be fetched. A page that names no address of its own has the one at which it was found."""
    if fetch is None:
        message = f"{url}: an address, and nothing is fetched unless --fetch is given; give it, or save the page and give the file"
        yield ReadResult(url, problems=(Problem("missing", message, where=url, lost=True),))
        return
    try:
        found, raw = fetch(url)
    except ReportError as error:
        yield refused(Input(b"", url, url), error.kind, str(error))
        return
    yield from read_stream(io.BytesIO(raw), found, options, run)


def read_paths(paths: Iterable[Path | str], options: ReadOptions = DEFAULTS) -> tuple[list[Report], list[Problem]]:
    """The reports at *paths* (files, folders with all below them, patterns, `-`), and what could not be read."""
    reports: list[Report] = []
    problems: list[Problem] = []
    for result in iter_reports(paths, options):
        problems += result.problems
        if result.report:
            reports.append(result.report)
    return reports, problems


def read_file(path: Path, options: ReadOptions, run: Run, *, form: str | None = None) -> Iterator[ReadResult]:
    """The reports in one file, of the *form* that a person says or its content tells; a Problem when the system does not let it be read."""
    try:
        stream = path.open("rb")
    except OSError as error:
        yield ReadResult(str(path), problems=(Problem("unreadable", f"{path}: {error.strerror}; look at its permissions", where=str(path), lost=True),))
        return
    with stream:
        yield from read_as(form, stream, str(path), options, run) if form else read_stream(stream, str(path), options, run)


def read_bytes(data: bytes, filename: str, options: ReadOptions = DEFAULTS, *, namer: Namer | None = None) -> Iterator[ReadResult]:
    """The reports in bytes that were uploaded as *filename*; one *namer* for several files keeps their names apart."""
    with Guard() as guard:
        yield from read_stream(io.BytesIO(data), filename, options, Run(namer or Namer(), guard))


def read_text(text: str, options: ReadOptions = DEFAULTS, *, title: str | None = None, url: str | None = None) -> ReadResult:
    """The report in a text that was pasted, with what the person said about it in *options*."""
    raw = text.encode("utf-8", "surrogatepass")
    where = title or url or "pasted text"
    source = Input(raw, where, safe_name(title or "pasted"))
    if not text.strip():
        return ReadResult(where, raw, None, (Problem("empty", f"{where}: the text is empty; nothing was read", where=where, lost=True),))
    return build(Extracted(text, source.name, title=title, url=url), source, options, Namer())


def renamed(result: ReadResult) -> ReadResult:
    """A report from standard input under a name that may be a file's."""
    if result.report is None or result.report.name != "report":
        return result
    return replace(result, report=replace(result.report, name="stdin"))
