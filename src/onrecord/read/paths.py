"""Files, folders, globs and `-`: what a person names, as the files that it means."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

from onrecord.read.forms import EXTENSIONS
from onrecord.types import Problem

STDIN = "-"
ADDRESS = re.compile(r"https?://", re.IGNORECASE)
MAGIC = re.compile(r"[*?[]")


@dataclass(frozen=True, slots=True)
class Found:
    """One file to read, or the problem in its place."""

    path: Path | None
    problem: Problem | None = None
    address: str | None = None
    """An address of the web instead of a file."""


def find_files(paths: Iterable[Path | str]) -> Iterator[Found]:
    """The files that *paths* mean, in their order, folders sorted by name at every depth; each file once."""
    seen: set[Path] = set()
    for named in paths:
        for found in find_one(named):
            key = found.path.resolve() if found.path is not None and str(found.path) != STDIN else found.path
            if key is not None and key in seen:
                continue
            if key is not None:
                seen.add(key)
            yield found


def find_one(named: Path | str) -> Iterator[Found]:
    """The files of one path, which may be a pattern with `*`, `?` or `[`."""
    path = Path(named)
    if ADDRESS.match(str(named)):
        yield Found(None, address=str(named))
    elif str(named) == STDIN or path.is_file():
        yield Found(path)
    elif path.is_dir():
        yield from in_folder(path)
    elif MAGIC.search(str(named)):
        matched = matching(str(Path(named).expanduser()))
        if not matched:
            yield missing(str(named), "no file matches this pattern; look at its spelling, and quote it so that the shell leaves it alone")
        for file in matched:
            yield Found(file)
    elif path.exists():
        yield Found(None, Problem("unreadable", f"{path}: neither a file nor a folder; give one of these", where=str(path), lost=True))
    else:
        yield missing(str(named), "there is no such file or folder; look at its spelling")


def matching(pattern: str) -> list[Path]:
    """The files that a pattern means, sorted; `**` stands for folders at any depth."""
    fixed = list(takewhile(lambda part: not MAGIC.search(part), Path(pattern).parts))
    rest = Path(pattern).parts[len(fixed) :]
    return sorted(p for p in Path(*fixed).glob("/".join(rest)) if p.is_file())


def in_folder(folder: Path) -> Iterator[Found]:
    """Every file under *folder* with an extension that is read; hidden ones and others are passed over."""
    count, endings = 0, tuple(EXTENSIONS)
    for file in sorted(folder.rglob("*")):
        inside = file.relative_to(folder).parts
        if file.name.lower().endswith(endings) and file.is_file() and not any(p.startswith(".") for p in inside):
            count += 1
            yield Found(file)
    if not count:
        known = " ".join(sorted(EXTENSIONS))
        yield Found(None, Problem("empty", f"{folder}: no report in this folder; files are read that end in {known}", where=str(folder), lost=True))


def missing(where: str, message: str) -> Found:
    """The problem for a path that means no file."""
    return Found(None, Problem("missing", f"{where}: {message}", where=where, lost=True))
