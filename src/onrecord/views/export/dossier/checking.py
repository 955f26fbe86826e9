"""A dossier checked with the program: what its README says to do by hand, and that nothing was put in."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from onrecord.errors import InputError
from onrecord.types import report_id
from onrecord.views.export.dossier.parts import SUMS

DIGITS = 24
"""Of a judgement's hash that are its id."""
MALFORMED = (ValueError, KeyError, TypeError, AttributeError, OSError)
"""What a file that was changed may raise when it is read as what it was."""


def check_dossier(folder: Path) -> tuple[str, ...]:
    """What is not as it was written, one sentence each; empty for a dossier that is whole. InputError for what is no dossier."""
    try:
        lines = (folder / SUMS).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{folder}: no dossier, as its {SUMS} cannot be read ({error}); give a folder that `onrecord dossier` made") from error
    found = [*sums(folder, lines)]
    for rule, pattern in ((a_report, "reports/*/report.json"), (the_words, "statements.json"), (a_judgement, "judgements/*.bin")):
        for path in sorted(folder.glob(pattern)):
            try:
                found += [f"{path.relative_to(folder)}: {seen}" for seen in rule(folder, path)]
            except MALFORMED as error:
                found.append(f"{path.relative_to(folder)}: cannot be read as what it was ({error})")
    return tuple(found)


def sums(folder: Path, lines: list[str]) -> Iterator[str]:
    """Every file has the hash of its line, every line its file, every file its line."""
    listed = {name: digest for digest, _, name in (line.partition("  ") for line in lines)}
    there = {p.relative_to(folder).as_posix(): p for p in folder.rglob("*") if not p.is_dir()}
    for name, digest in listed.items():
        if name not in there:
            yield f"{name}: is not there any more"
        elif there[name].is_symlink() or hashlib.sha256(there[name].read_bytes()).hexdigest() != digest:
            yield f"{name}: was changed"
    for name in sorted(there.keys() - listed.keys() - {SUMS}):
        yield f"{name}: was put in"


def a_report(folder: Path, path: Path) -> Iterator[str]:
    """The bytes as they came and the text have the hashes that were noted when they came."""
    told = json.loads(path.read_bytes())
    original = path.parent / Path(told["original"]).name
    if hashlib.sha256(original.read_bytes()).hexdigest() != told["original_sha256"]:
        yield "the original is not what came"
    if report_id((path.parent / "text.txt").read_bytes().decode("utf-8", "surrogatepass"), told["outlet"], told["url"]) != told["id"]:
        yield "text, outlet or address are not those that the report's id was made of"


def the_words(folder: Path, path: Path) -> Iterator[str]:
    """Every statement's words stand where they are said to, in characters and in bytes."""
    values: list[dict[str, Any]] = json.loads(path.read_bytes())
    texts = {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.glob("reports/*/text.txt")}
    for value in values:
        data = texts.get(value["file"], b"")
        quote = value["quote"]
        chars = data.decode("utf-8", "surrogatepass")[value["start"] : value["end"]]
        if chars != quote or data[value["byte_start"] : value["byte_end"]].decode("utf-8", "surrogatepass") != quote:
            yield f"statement {value['id']}: its words do not stand at {value['file']}:{value['start']}-{value['end']}"


def a_judgement(folder: Path, path: Path) -> Iterator[str]:
    """A decision has the hash that is its id."""
    if hashlib.sha256(path.read_bytes()).hexdigest()[:DIGITS] != path.stem.partition("-")[2]:
        yield "the decision is not the one that was written"
