"""The identities and words of ledgers, read from `lexicons/ledgers.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Identity:
    """`sum(ins) = sum(outs)` on any day; *opens* are terms that nobody need state and that may explain a difference."""

    name: str
    families: tuple[str, ...]
    ins: tuple[str, ...]
    outs: tuple[str, ...]
    opens: tuple[str, ...]


@cache
def book() -> dict[str, Any]:
    """The lexicon as plain dicts."""
    return tomllib.loads((files("onrecord.reconcile") / "lexicons" / "ledgers.toml").read_text(encoding="utf-8"))


@cache
def identities() -> tuple[Identity, ...]:
    """All identities, in the order of the file."""
    return tuple(Identity(r["name"], tuple(r["families"]), tuple(r["in"]), tuple(r["out"]), tuple(r["open"])) for r in book()["identity"])


@cache
def identity(name: str) -> Identity:
    """The identity called *name*."""
    return next(i for i in identities() if i.name == name)


def words(measure: str, *, one: bool = False) -> str:
    """How a measure is said behind its number."""
    return str((book()["words_of_one"] if one else {}).get(measure) or book()["words"].get(measure, measure))


@cache
def is_flow(measure: str) -> bool:
    """Whether a measure counts happenings rather than what stands on a day."""
    return measure in book()["flows"]["measures"]


@cache
def limit(name: str) -> float:
    """One of the stated limits."""
    return float(book()["limits"][name])
