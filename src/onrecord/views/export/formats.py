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


@dataclass(frozen=True, slots=True)
class Format:
    """One way to write a record."""

    name: str
    about: str
    """What is written and who reads it, in one sentence."""
    module: str
    """The module of this folder that has `write`; brought in when it is asked for, as some need an extra."""
    shape: Literal["file", "folder"] = "file"

    def writer(self) -> Write:
        """The function that writes it."""
        return cast("Write", import_module(f"onrecord.views.export.{self.module}").write)


FORMATS: tuple[Format, ...] = (
    Format("json", "The whole record as one JSON value, for programs.", "record_json"),
    Format("page", "Brief, timeline, figures and every report as one HTML page that opens without a server.", "page"),
)
"""All formats in the order in which help shows them."""


def format_named(name: str) -> Format:
    """The format with this name; InputError tells the names that there are."""
    for one in FORMATS:
        if one.name == name:
            return one
    raise InputError(f"{name}: no such format; give one of {', '.join(f.name for f in FORMATS)}")
