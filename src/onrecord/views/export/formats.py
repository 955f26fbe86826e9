"""The formats of `onrecord export`: one line a format, each written by a module of this folder.

A format is added by a module with `write(book, path)` and a line here. `write` gets a Book, which has been through every filter, and a path that is not
there yet in a folder of its own: it makes that file or folder, and may put further files beside it. Names, overwriting and renaming are none of its business.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Literal, cast

from onrecord.errors import InputError

if TYPE_CHECKING:
    from onrecord.views.export.book import Book

    Write = Callable[[Book, Path], None]


Level = Literal["all", "some", "none"]


@dataclass(frozen=True, slots=True)
class Carried:
    """How much of a record a format tells, as tests measure it on the sample: of all statements, of those that its rows or lines rest on, or of none."""

    words: Level
    places: Level
    """Report with hash, and characters."""
    chains: Level
    """Who says so, through whom."""
    decisions: Level
    """What people judged, with who and why."""
    lost: str
    """What it cannot tell, or tells otherwise."""


@dataclass(frozen=True, slots=True)
class Format:
    """One way to write a record."""

    name: str
    about: str
    """What is written and who reads it, in one sentence."""
    module: str
    """The module of this folder that has `write`; brought in when it is asked for, as some need an extra."""
    shape: Literal["file", "folder"] = "file"
    carries: Carried | None = None
    """None where nobody measured it."""
    written: bool = False
    """Whether days and numbers in it are written for readers, in the manner that is asked for."""

    def writer(self) -> Write:
        """The function that writes it."""
        return cast("Write", import_module(f"onrecord.views.export.{self.module}").write)


FORMATS: tuple[Format, ...] = (
    Format(
        "json", "The whole record as one JSON value, for programs.", "record_json",
        carries=Carried("all", "all", "all", "all", "Nothing."),
    ),
    Format(
        "csv", "One CSV file a table, with a codebook; UTF-8, RFC 4180, no cell that a spreadsheet would run.", "as_csv", "folder",
        carries=Carried(
            "all", "all", "all", "all",
            "Bands of ledgers, days of agreements, mentions of entities, blocks of texts. `xlsx`, `jsonl` and `parquet` have the same rows and columns.",
        ),
    ),
    Format("xlsx", "One workbook, a sheet a table, with a codebook sheet.", "as_xlsx"),
    Format("jsonl", "One JSON Lines file a table, with a codebook.", "as_jsonl", "folder"),
    Format("parquet", "One Parquet file a table, with a codebook; typed columns.", "as_parquet", "folder"),
    Format("record", "The SQLite file with ready views and full-text search, and a description for Datasette beside it.", "as_record"),
    Format("page", "Brief, timeline, figures and every report as one HTML page that opens without a server.", "page", written=True),
    Format(
        "markdown", "The brief as Markdown with a footnote to the words behind every line.", "markdown",
        carries=Carried("some", "some", "some", "some", "What the brief does not show, and more than three places for one line. Words stand on one line."),
    ),
    Format(
        "docx", "The brief as a Word file with real footnotes (needs onrecord[formats]).", "docx",
        carries=Carried(
            "some", "some", "some", "some",
            "As Markdown. A note that a second line rests on is marked there by its number alone; characters that XML cannot hold are U+FFFD.",
        ),
    ),
    Format(
        "timelinejs", "The timeline as JSON for TimelineJS, what is not known of a date said beside it.", "timelinejs",
        carries=Carried(
            "some", "some", "some", "some",
            "All but events. The format has no open dates: what is told only by or from a day stands at that day in a group of its own, an undated event on "
            "the title; two days that bound a date are drawn as a bar and called so.",
        ),
    ),
    Format(
        "webannotation", "Every statement as a W3C Web Annotation in JSON-LD, with PROV-O and people's decisions.", "webannotation",
        carries=Carried("all", "all", "all", "all", "What is derived of statements: events, ledgers, disputes. Days are EDTF under a term of ours."),
    ),
    Format(
        "ftm", "Entities and statements of FollowTheMoney, for Aleph and nomenklatura.", "ftm", "folder",
        carries=Carried(
            "all", "all", "all", "all",
            "Ledgers, disputes, agreements and proposals, which are listed. A date keeps only what all its possible days share, the whole stands in notes; "
            "chains and places are words of a summary.",
        ),
    ),
    Format(
        "plover", "Events coded in PLOVER and CAMEO, what cannot be coded with the reason, and every account.", "plover", "folder",
        carries=Carried("some", "some", "some", "some", "All but events. `year`, `month` and `day` keep only what all possible days share."),
    ),
    Format(
        "mend", "Mediation events and agreements in the manner of MEND and PA-X, with terms and accounts.", "mend", "folder",
        carries=Carried("some", "some", "some", "some", "All but mediation events and agreements. When an agreement was concluded is not told."),
    ),
    Format(
        "ceasefires", "Truces in the manner of the ETH/PRIO ceasefire data, who ended each as accounts.", "ceasefires", "folder",
        carries=Carried("some", "some", "some", "some", "All but truces. Class, form, implementation and enforcement stay blank, as nothing tells them."),
    ),
    Format(
        "atom", "What changed, day by day, as an Atom feed.", "atom",
        carries=Carried(
            "some", "some", "some", "none",
            "All but changes of the last sixty days with reports. `updated` is the midnight that begins the day, as the format asks for a moment.",
        ),
    ),
    Format(
        "site", "The pages of the web view as a folder of files that opens without a server and can be mailed, one page a statement.", "site", "folder",
        written=True,
    ),
)
"""All formats in the order in which help shows them."""


def format_named(name: str) -> Format:
    """The format with this name; InputError tells the names that there are."""
    for one in FORMATS:
        if one.name == name:
            return one
    raise InputError(f"{name}: no such format; give one of {', '.join(f.name for f in FORMATS)}")
