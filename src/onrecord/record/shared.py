"""Whether a record would lie where SQLite cannot keep it whole: over a network, or in a folder that a program copies elsewhere."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path, PurePath, PurePosixPath

from onrecord.errors import InputError

MOUNTS = Path("/proc/mounts")
"""Linux's list of what is mounted where; elsewhere only names and marks of folders are looked at."""
OCTAL = re.compile(r"\\([0-7]{3})")


@dataclass(frozen=True, slots=True)
class Places:
    """What is known of unsafe places; see shared.toml."""

    filesystems: frozenset[str]
    folders: tuple[str, ...]
    markers: dict[str, str]


@cache
def places() -> Places:
    """The places of shared.toml."""
    value = tomllib.loads(resources.files("onrecord.record").joinpath("shared.toml").read_text(encoding="utf-8"))
    return Places(frozenset(value["filesystems"]), tuple(name.casefold() for name in value["folders"]), value["markers"])


def why_unsafe(folder: PurePath, mounts: str, exists: Callable[[str], bool]) -> str | None:
    """What is wrong with *folder* (absolute) as the home of a record, in words; None for nothing known.

    *mounts* is the text of /proc/mounts, *exists* tells whether a path is there; nothing else is looked at.
    """
    if str(folder).startswith(("\\\\", "//")):
        return f"{folder} is on another machine"
    kind = filesystem(folder, mounts)
    if kind in places().filesystems:
        return f"{folder} is on a file system of type {kind}, which other machines share"
    for name in folder.parts:
        for known in places().folders:
            if name.casefold() == known or name.casefold().startswith((f"{known} - ", f"{known}-", f"{known} (")):
                return f"{folder} is in the folder {name}, which looks like one that is copied to other machines"
    for each in (folder, *folder.parents):
        for mark, program in places().markers.items():
            if exists(str(each / mark)):
                return f"{each} is a folder that {program} copies to other machines (it holds {mark})"
    return None


def filesystem(folder: PurePath, mounts: str) -> str | None:
    """The type of the file system that *folder* is on: that of the longest mount point above it, the last one mounted there."""
    best, kind = -1, None
    for line in mounts.splitlines():
        fields = line.split(" ")
        if len(fields) < 3:
            continue
        point = PurePosixPath(OCTAL.sub(lambda m: chr(int(m[1], 8)), fields[1]))
        if folder.is_relative_to(point) and len(point.parts) >= best:
            best, kind = len(point.parts), fields[2]
    return kind


def refuse_shared(path: Path) -> None:
    """InputError where a record at *path* would not be safe, with what to do."""
    folder = path.absolute().resolve().parent
    mounts = MOUNTS.read_text(encoding="utf-8", errors="replace") if MOUNTS.exists() else ""
    why = why_unsafe(folder, mounts, lambda name: Path(name).exists())
    if why is not None:
        advice = "keep it on a disk of this machine (--record FILE), put copies there with `onrecord backup`, and join two desks' records with `onrecord merge`"
        raise InputError(f"{path}: {why}, where SQLite cannot keep a record whole; {advice}")
