"""A pack file (TOML) → Pack: what a person knows of a negotiation, and a Problem with its line for every mistake."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, cast

from onrecord.read.pack_keys import TABLES, TOP, Key
from onrecord.types import HeldAs, Pack, PackCaptives, PackKind, PackName, PackOffice, PackOutlet, PackTrack, Problem

LARGEST = 2_000_000
"""Bytes of a pack; one of a hundred parties has a hundredth of it."""
ROLES = {"parties": "party", "mediators": "mediator", "persons": "person", "places": "place"}
KINDS: dict[str, tuple[PackKind, ...]] = {"parties": ("body", "state"), "mediators": ("state", "body", "person"), "persons": ("person",), "places": ("place",)}
"""What an entry of a table may be, the usual first."""


@dataclass(frozen=True, slots=True)
class PackResult:
    """A pack and its mistakes; the entries with mistakes are left out, and there is no pack where the file is none."""

    pack: Pack | None
    problems: tuple[Problem, ...] = ()


@dataclass(slots=True)
class Writing:
    """A pack file while it is read."""

    where: str
    lines: list[str]
    problems: list[Problem] = field(default_factory=list)
    named: dict[str, str] = field(default_factory=dict)
    """The table in which each name was met first."""

    def wrong(self, line: int, message: str) -> None:
        """Notes a mistake at a line."""
        self.problems.append(Problem("pack", message, where=f"{self.where}:{line}", lost=True))

    def line_of(self, table: str | None, n: int, key: str | None) -> int:
        """The line of a key of the *n*-th table of its name, from 1; the table's own line where the key is not found there."""
        at = 0
        if table is not None:
            heads = [k for k, line in enumerate(self.lines) if re.match(rf"\s*\[\[\s*{re.escape(table)}\s*\]\]", line)]
            whole = [k for k, line in enumerate(self.lines) if re.match(rf"\s*(?:\[\s*)?{re.escape(table)}\b", line)]
            at = heads[n] if n < len(heads) else whole[0] if whole else 0
        for k in range(at + (table is not None), len(self.lines)):
            if self.lines[k].lstrip().startswith("["):
                break
            if key is not None and re.match(rf"\s*[\"']?{re.escape(key)}[\"']?\s*=", self.lines[k]):
                return k + 1
        return at + 1


def read_pack(data: bytes, where: str) -> PackResult:
    """The pack in *data*; *where* is its path, for the problems."""
    if len(data) > LARGEST:
        return PackResult(None, (Problem("pack", f"a pack of {len(data):,} bytes; at most {LARGEST:,} are read", where=where, lost=True),))
    try:
        text = data.decode("utf-8-sig")
        values = tomllib.loads(text)
    except UnicodeDecodeError as error:
        return PackResult(None, (Problem("pack", f"no UTF-8 at byte {error.start}; save the pack as UTF-8", where=where, lost=True),))
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"line (\d+)", str(error))
        line = found[1] if found else str(text.count("\n") + 1)
        return PackResult(None, (Problem("pack", f"no TOML: {error}; mend that line", where=f"{where}:{line}", lost=True),))
    writing = Writing(where, text.splitlines())
    top = checked(writing, {k: v for k, v in values.items() if k not in TABLES}, TOP, None, 0)
    if top is None:
        return PackResult(None, tuple(writing.problems))
    tables = {table: list(entries(writing, table, values.get(table, []))) for table in TABLES}
    pack = Pack(
        top["name"], top.get("talks"), tuple(e for table in ROLES for e in tables[table]), tuple(tables["offices"]), tuple(tables["tracks"]),
        tuple(tables["captives"]), tuple(tables["outlets"]),
    )
    return PackResult(pack, tuple(writing.problems))


def entries(writing: Writing, table: str, given: Any) -> Iterator[Any]:
    """What the tables of one name give; those with mistakes are left out."""
    if not isinstance(given, list) or not all(isinstance(g, dict) for g in given):
        writing.wrong(writing.line_of(table, 0, None), f"`{table}` is a list of tables; write [[{table}]] before each")
        return
    for n, values in enumerate(given):
        checked_values = checked(writing, values, TABLES[table], table, n)
        entry = made(writing, table, n, checked_values) if checked_values is not None else None
        if entry is None:
            continue
        names = entry.names if isinstance(entry, PackName) else ()
        twice = next((name for name in names if name in writing.named), None)
        if twice is not None:
            seen = f"{twice!r} is named in `{writing.named[twice]}` already"
            writing.wrong(writing.line_of(table, n, "name"), f"{seen}; this entry is left out: give each name once")
            continue
        writing.named |= dict.fromkeys(names, table)
        yield entry


def checked(writing: Writing, values: dict[str, Any], keys: tuple[Key, ...], table: str | None, n: int) -> dict[str, Any] | None:
    """The values of one table in their shapes; None, with problems noted, where one is none."""
    known, before = {k.name: k for k in keys}, len(writing.problems)
    for name, value in values.items():
        line = writing.line_of(table, n, name)
        if name not in known:
            also = "" if table else f"; tables are {', '.join(f'[[{t}]]' for t in TABLES)}"
            writing.wrong(line, f"`{name}` is no key here; known are {', '.join(known)}{also}")
        elif fault := fault_of(value, known[name]):
            writing.wrong(line, f"`{name}` {fault}")
    for key in keys:
        if key.needed and key.name not in values:
            place = f"this entry of `{table}`" if table else "the pack"
            writing.wrong(writing.line_of(table, n, None), f"{place} has no `{key.name}`: {key.about}")
    return values if len(writing.problems) == before else None


def fault_of(value: Any, key: Key) -> str:
    """What is wrong with a value, empty where nothing is."""
    if key.shape == "texts":
        right = isinstance(value, list) and value and all(isinstance(v, str) and v.strip() for v in value)
        return "" if right else 'is a list of words, as in ["A", "B"]'
    if key.shape == "day":
        return "" if type(value) is dt.date else "is a day without quotation marks, as in 2024-03-02"
    return "" if isinstance(value, str) and value.strip() else "is text in quotation marks, and not empty"


def made(writing: Writing, table: str, n: int, values: dict[str, Any]) -> Any:
    """The value that one table of the file stands for; None, with a problem noted, where its values do not fit together."""
    if table in ROLES:
        return name_of(writing, table, n, values)
    if table == "offices":
        office = PackOffice(values["office"], values["side"], values["holder"], values.get("from"), values.get("to"))
        if office.first and office.last and office.last < office.first:
            writing.wrong(writing.line_of(table, n, "to"), f"`to` ({office.last}) is before `from` ({office.first})")
            return None
        return office
    if table == "tracks":
        return PackTrack(values["name"], tuple(values["words"]))
    if table == "outlets":
        return PackOutlet(values["name"], values["side"])
    if values["held_as"] not in ("hostages", "prisoners") or len(values["word"].split()) != 1:
        writing.wrong(writing.line_of(table, n, "held_as"), "`held_as` is hostages or prisoners, and `word` is one noun, one of them")
        return None
    return PackCaptives(values["word"].lower(), cast(HeldAs, values["held_as"]))


def name_of(writing: Writing, table: str, n: int, values: dict[str, Any]) -> PackName | None:
    """The name that an entry gives; None, with a problem noted, for a kind that it cannot be, or a name without capital."""
    kinds = KINDS[table]
    kind = values.get("kind", kinds[0])
    if kind not in kinds:
        writing.wrong(writing.line_of(table, n, "kind"), f"`kind` is {' or '.join(kinds)} here")
        return None
    small = [name for name in (values["name"], *values.get("aliases", ())) if name == name.lower()]
    if small:
        line = writing.line_of(table, n, "name" if small[0] == values["name"] else "aliases")
        writing.wrong(line, f"{small[0]!r} has no capital; give names as reports write them")
        return None
    side = values.get("side") or (values["name"] if table in ("parties", "mediators") and kind != "person" else None)
    return PackName(values["name"], kind, side, tuple(values.get("aliases", ())), cast(Any, ROLES[table]))
