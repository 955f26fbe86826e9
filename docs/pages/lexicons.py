"""lexicons.md: every word list with the notes of its sections and how many entries each has."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from pathlib import Path
from typing import Any

HEAD = """# Word lists

The words and exceptions behind the rules are data, in TOML files beside the code that reads them. A section tells in its note what it is
for. Nothing in them is about one conflict: countries, demonyms and the like are complete lists.
"""


def page() -> str:
    """The page's text."""
    root = Path(str(files("onrecord")))
    paths = (path for path in sorted(root.rglob("*.toml")) if not {"sample", "codebooks"} & set(path.parts))
    return HEAD + "".join(book(path.relative_to(root).as_posix(), path) for path in paths)


def book(name: str, path: Path) -> str:
    """One file."""
    text = path.read_text(encoding="utf-8")
    values = tomllib.loads(text)
    about = values.pop("note", "") or " ".join(line.lstrip("# ") for line in opening(text))
    rows = "".join(f"| {key} | {cell(note_of(value))} | {count(value)} |\n" for key, value in values.items())
    return f"\n## {name}\n\n{about}\n\n| section | note | entries |\n|---|---|---|\n{rows}"


def opening(text: str) -> list[str]:
    """The comment lines at the head of a file."""
    lines: list[str] = []
    for line in text.splitlines():
        if not line.startswith("#"):
            break
        lines.append(line)
    return lines


def note_of(value: Any) -> str:
    """The note of a section, or the notes of its parts."""
    if not isinstance(value, dict):
        return ""
    if "note" in value:
        return str(value["note"])
    return " ".join(f"{key}: {part['note']}" for key, part in value.items() if isinstance(part, dict) and "note" in part)


def count(value: Any) -> int:
    """How many words, rows or rules stand in a section."""
    if isinstance(value, list):
        return len(value)
    if isinstance(value, dict):
        return sum(count(v) if isinstance(v, list | dict) else 1 for k, v in value.items() if k != "note")
    return 1


def cell(text: str) -> str:
    """A text that fits a cell of a table."""
    return " ".join(text.split()).replace("|", "\\|")
