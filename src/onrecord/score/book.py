"""The derived record as scoring looks at it: who bears which names, and which report says what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from onrecord.score.agree import same

Json = Mapping[str, Any]


class Book:
    """A record as `onrecord export json` writes it, with its statements and names looked up."""

    def __init__(self, record: Json, files: Mapping[str, str]) -> None:
        self.record = record
        self.files = files
        """The gold's names of reports, and the record's."""
        self.statements: dict[str, Json] = {s["id"]: s for s in record["statements"]}
        self._names: dict[str, set[str]] = {}
        for entity in record["entities"]:
            names = {entity["name"], *entity["names"], *([entity["side"]] if entity.get("side") else [])}
            for name in (entity["name"], *entity["names"]):
                self._names.setdefault(name, set()).update(names)

    def reports(self, identities: Iterable[str]) -> set[str]:
        """Names of the reports in which these statements stand."""
        return {self.statements[i]["name"] for i in identities if i in self.statements}

    def told_in(self, identities: Iterable[str], wanted: Iterable[str]) -> bool:
        """Whether one of the reports that the gold names says so; true where it names none."""
        names = {self.files.get(w, w) for w in wanted}
        return not names or bool(names & self.reports(identities))

    def known_as(self, names: Iterable[str]) -> set[str]:
        """The names with all that the same persons and bodies are called, and their sides."""
        return {other for name in names for other in {name, *self._names.get(name, ())}}

    def shares(self, wanted: Iterable[str], names: Iterable[str]) -> bool:
        """Whether one of those wanted is among *names*, by half of its words or by another name; true where none is wanted."""
        goals, known = list(wanted), self.known_as(names)
        return not goals or any(same("party", g, k) for g in (*goals, *self.known_as(goals)) for k in known)
