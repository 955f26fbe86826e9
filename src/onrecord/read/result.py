"""What a person may set for reading, and what comes out of it."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.errors import InputError
from onrecord.read.dates import given_date
from onrecord.types import Block, Genre, Problem, Report


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What a person says about all reports of one run."""

    published: str | None = None
    """Date of publication for reports that do not say their own otherwise; ISO, EDTF or as newspapers print it."""
    outlet: str | None = None
    entries: bool = False
    """Whether each entry of a live blog in plain text is a report of its own, as it is of a page; `onrecord read` keeps the file whole, so that its
    offsets are the file's."""
    max_bytes: int = 50_000_000
    """A single report larger than this is refused with a Problem; the size of a .jsonl is counted by its lines."""
    max_depth: int = 3
    """Files inside files (an archive in a mail in an archive) are opened down to this depth."""
    max_seconds: float = 60.0
    """A file of a form that may hang is given up after this time."""
    max_memory: int = 1_500_000_000
    """Bytes that the process in which such files are read may take."""
    today: str | None = None
    """Day of reading (ISO 8601), as no stage looks at a clock; a report published after it is kept and told."""
    outlets: tuple[tuple[str, str], ...] = ()
    """Host and name of outlets, before those of the program's own table."""
    columns: tuple[tuple[str, str], ...] = ()
    """Field of a report and the column or key that holds it, as a person maps them (`text`, `body`)."""
    trackers: tuple[str, ...] = ()
    """Tables that are a person's own tracker; their rows are reports of genre `tracker`."""
    languages: frozenset[str] = frozenset({"en"})

    def __post_init__(self) -> None:
        if self.published is not None and given_date(self.published) is None:
            raise InputError(f"the date of publication {self.published!r} is no date; give it as 2024-03-02")


@dataclass(frozen=True, slots=True)
class ReadResult:
    """One report with the bytes it came from, or the problems that stood in its way."""

    where: str
    """Path, `path:line`, or what was given in place of a path."""
    raw: bytes = b""
    report: Report | None = None
    problems: tuple[Problem, ...] = ()
    key: str | None = None
    """The report's own id with what it is unique in, where it has one."""
    collected: str | None = None
    """When the bytes were collected (ISO 8601 with zone), where what they came in tells it; else it is when they were read."""


@dataclass(frozen=True, slots=True)
class Extracted:
    """What a form's reader took out of the bytes, before blocks, genre and date are known."""

    text: str
    name: str
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    """As the line's own field gives it."""
    metadata_date: str | None = None
    """As the page's metadata give it."""
    language: str | None = None
    key: str | None = None
    """The report's own id with what it is unique in (`file#id`, a message's id), where it has one."""
    genre: Genre | None = None
    """What the form itself says the report is."""
    hints: tuple[Block, ...] = ()
    """Roles that the page's own markup gives; they are kept."""
    pages: tuple[int, ...] = ()
    """Where each printed page begins in the text, the first at 0."""


@dataclass(frozen=True, slots=True)
class Input:
    """Bytes with a place and a name, not yet understood."""

    raw: bytes
    where: str
    name: str
    """File name or title from which the report's name is made."""
    collected: str | None = None
    """When they were collected (ISO 8601 with zone), where that is told."""
