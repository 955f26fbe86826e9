"""Names for reports: safe as a file's name, and unique within one run; and ids that two reports share."""

from __future__ import annotations

import re
import unicodedata

from onrecord.types import Problem, Report

LONGEST = 80


def safe_name(name: str) -> str:
    """*name* with only letters, digits, `.`, `_` and `-`; `report` when nothing is left."""
    plain = unicodedata.normalize("NFKC", name)
    kept = re.sub(r"[^\w.-]+", "-", plain).strip("-.")[:LONGEST].rstrip("-.")
    return kept or "report"


class Namer:
    """Gives each report of a run a name that no other report of the run has, also where case is not told apart.

    One that is not *numbered* gives safe names only, and looks for no id twice: for parts of a run that are put together by one that is.
    """

    def __init__(self, *, numbered: bool = True) -> None:
        self._numbered = numbered
        self._taken: set[str] = set()
        self._keys: dict[str, tuple[str, str]] = {}

    def __call__(self, name: str) -> str:
        """The safe form of *name*; a second bearer is numbered `-2`, a third `-3`."""
        base = safe_name(name)
        unique, number = base, 1
        while self._numbered and unique.casefold() in self._taken:
            number += 1
            unique = f"{base}-{number}"
        self._taken.add(unique.casefold())
        return unique

    def same_key(self, key: str | None, report: Report) -> tuple[Problem, ...]:
        """A Problem where an earlier report of the run had the same id of its own and another text; both are kept."""
        if key is None or not self._numbered:
            return ()
        first = self._keys.setdefault(key, (report.id, report.name))
        if first[0] == report.id:
            return ()
        message = f"{key}: the id of this report is also that of {first[1]}, with another text; both are kept: look whether one is a later version"
        return (Problem("same_id", message, where=key),)
