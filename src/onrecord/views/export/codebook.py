"""A user's own variables: how event types, factuality, precision of dates and vague numbers are coded in their project, from a TOML file."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from importlib import resources
from pathlib import Path
from typing import Any, get_args

from onrecord.errors import InputError
from onrecord.types import Comparator, EventType, Factuality, Figure, Interval

Code = str | int | float
PRECISIONS = ("day", "week", "month", "year", "longer", "open", "unknown")
"""How closely a date is told: within so much, from or to one day only, or not at all."""
RULES = ("value", "low", "high", "middle", "blank")
"""What a number may be coded by, beside a fixed number."""
CODED: dict[str, tuple[str, ...]] = {
    "event_type": get_args(EventType), "factuality": get_args(Factuality), "precision": PRECISIONS, "number": get_args(Comparator),
}
"""The parts of a codebook, each with the words that it may code."""
OWN = ("title", "note", *CODED, "rename")
VARIABLE = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,62}")


@dataclass(frozen=True, slots=True)
class Variable:
    """One variable of a user's: its name, and the code for each of our words."""

    name: str
    codes: Mapping[str, Code]


@dataclass(frozen=True, slots=True)
class Codebook:
    """Variables by what they code, and columns that go by other names."""

    title: str
    note: str = ""
    variables: Mapping[str, Variable] = field(default_factory=dict)
    """By part: event_type, factuality, precision, number."""
    renamed: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Table → our column → its name in the export."""

    def code(self, part: str, word: str | None) -> Code | None:
        """The user's code for one of our words; None where the codebook has none, which leaves a cell blank."""
        variable = self.variables.get(part)
        return None if variable is None or word is None else variable.codes.get(word)

    def number(self, figure: Figure) -> float | None:
        """The number that a figure is coded as; None where the rule asks for a bound that was not told."""
        rule = self.code("number", figure.comparator)
        if rule is None or rule == "blank":
            return None
        if not isinstance(rule, str):
            return float(rule)
        if rule == "middle":
            return None if figure.low is None or figure.high is None else (figure.low + figure.high) / 2
        bounds = {"value": figure.value, "low": figure.low, "high": figure.high}
        return bounds[rule]


def precision(days: Interval | None) -> str:
    """How closely days are told, as one of PRECISIONS."""
    if days is None:
        return "unknown"
    if days.days is None:
        return "open"
    return next((name for name, most in (("day", 1), ("week", 7), ("month", 31), ("year", 366)) if days.days <= most), "longer")


def shipped() -> tuple[str, ...]:
    """Names of the codebooks that come with the program."""
    return tuple(sorted(f.name.removesuffix(".toml") for f in resources.files("onrecord.views.export").joinpath("codebooks").iterdir()))


def load_codebook(given: str) -> Codebook:
    """The codebook at a path, or a shipped one by its name; InputError names the line and the key that are not right."""
    if given in shipped():
        text = resources.files("onrecord.views.export").joinpath("codebooks", f"{given}.toml").read_text(encoding="utf-8")
        return codebook_of(text, f"{given}.toml")
    try:
        text = Path(given).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{given}: cannot be read as a codebook ({error}); give a TOML file, or one of {', '.join(shipped())}") from error
    return codebook_of(text, given)


def codebook_of(text: str, where: str) -> Codebook:
    """The codebook that *text* holds; *where* is named in errors."""
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"{where}: no TOML: {error}; mend the line") from error
    check = Checker(text, where)
    check.known("", raw, OWN)
    variables = {part: check.variable(part, raw[part]) for part in CODED if part in raw}
    names = [v.name for v in variables.values()]
    for part, variable in variables.items():
        if names.count(variable.name) > 1:
            check.refuse(part, "variable", f"{variable.name!r} is the name of two variables; give each its own")
    return Codebook(check.words("title", raw.get("title")), check.words("note", raw.get("note", "")), variables, check.renamed(raw.get("rename", {})))


@dataclass(frozen=True, slots=True)
class Checker:
    """Refuses what a codebook may not hold, with its line and key."""

    text: str
    where: str

    def refuse(self, section: str, key: str, why: str) -> None:
        """Raises InputError for a key of a section."""
        raise InputError(f"{self.where}:{line_of(self.text, section, key)}: {f'[{section}] ' if section else ''}{key}: {why}")

    def known(self, section: str, found: Mapping[str, Any], allowed: Iterable[str]) -> None:
        """Refuses keys that nobody reads."""
        for key in found:
            if key not in allowed:
                self.refuse(section, key, f"not known; there are {', '.join(allowed)}")

    def words(self, key: str, value: Any) -> str:
        """A text at the top."""
        if not isinstance(value, str):
            self.refuse("", key, "must be a text in quotation marks" if value is not None else "is missing; give the codebook a name")
        return str(value)

    def variable(self, part: str, found: Any) -> Variable:
        """One part with its codes."""
        if not isinstance(found, dict):
            self.refuse("", part, "must be a table")
        self.known(part, found, ("variable", *CODED[part]))
        name = found.get("variable")
        if not isinstance(name, str) or not VARIABLE.fullmatch(name):
            self.refuse(part, "variable", "must be the name of the variable: letters, digits and _, not a digit first")
        codes = {k: v for k, v in found.items() if k != "variable"}
        for key, value in codes.items():
            if isinstance(value, bool) or not isinstance(value, str | int | float):
                self.refuse(part, key, f"{value!r} is no code; give a number or a text")
            if part == "number" and isinstance(value, str) and value not in RULES:
                self.refuse(part, key, f"{value!r} is no rule; give a number or one of {', '.join(RULES)}")
        return Variable(str(name), codes)

    def renamed(self, found: Any) -> dict[str, dict[str, str]]:
        """Columns that go by other names; whether the columns are there is seen when tables are made."""
        if not isinstance(found, dict):
            self.refuse("", "rename", "must be a table of tables, as [rename.figures]")
        for table, columns in found.items():
            if not isinstance(columns, dict):
                self.refuse("rename", table, "must be a table of column = \"name\"")
            for ours, theirs in columns.items():
                if not isinstance(theirs, str) or not VARIABLE.fullmatch(theirs):
                    self.refuse(f"rename.{table}", ours, f"{theirs!r} is no name of a column: letters, digits and _, not a digit first")
        return {t: dict(c) for t, c in found.items()}


def line_of(text: str, section: str, key: str) -> int:
    """The line on which a key of a section stands; that of the section, or 1, where it is not there."""
    here, found = "", 1
    for number, line in enumerate(text.splitlines(), 1):
        head = re.match(r"\s*\[\s*([^\]]+?)\s*\]", line)
        if head:
            here = head[1].replace('"', "")
            if here in (section, f"{section}.{key}".lstrip(".")):
                found = number
        elif here == section and re.match(rf"\s*\"?{re.escape(key)}\"?\s*=", line):
            return number
    return found
