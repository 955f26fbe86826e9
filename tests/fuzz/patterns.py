"""Every regular expression of the program, and text that makes a bad one try without end."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
import time
from collections.abc import Iterator, Mapping
from typing import Any

import onrecord
from onrecord.read.blocks import captions

PUMPS = (
    " ", "\n", "\t", "a", "A", "1", "1,", "1.", "-", "–", ".", '"', "“", "’", "'", "(", "((1", "[", "<", "<a ", "&", "& ", "said ", "Al ", "A. ", "A-", "Al-",
    "of the ", "a, ", "\n\n", ": ", " \n", "1 a ", "— ", "://", "@", "a@", "Jan ", "10:10", "!", "aA", "x;",
)  # fmt: skip
"""What is repeated: the pieces of which dates, figures, names, marks and addresses are made."""
SIZE = 4_000
"""Characters of a hostile text: as much as a reading ever sees without the end of a sentence (ENDLESS); the cube of it needs minutes."""

SHORTER = {"onrecord.read.blocks.captions.credit": captions.TAIL}
"""Characters of text that some patterns see at most."""

LONGEST = 8.0
"""Seconds of CPU for such a text; linear patterns take less than a thousandth, those that need its square a second, and its cube an hour."""


def spent(pattern: re.Pattern[Any], text: str) -> float:
    """Seconds of CPU that looking for all matches takes."""
    given = text.encode() if isinstance(pattern.pattern, bytes) else text
    began = time.process_time()
    for _ in pattern.finditer(given):
        pass
    return time.process_time() - began


def patterns() -> dict[str, re.Pattern[Any]]:
    """All patterns that a module of the program keeps or makes without being told anything, alone or within a table, by the name of the first that keeps it."""
    found: dict[tuple[Any, int], tuple[str, re.Pattern[Any]]] = {}
    for module in pkgutil.walk_packages(onrecord.__path__, "onrecord."):
        if module.name.endswith("__main__"):
            continue
        for name, value in vars(importlib.import_module(module.name)).items():
            for pattern in within(value):
                found.setdefault((pattern.pattern, pattern.flags), (f"{module.name}.{name}", pattern))
    return {f"{name}#{n}": pattern for n, (name, pattern) in enumerate(found.values())}


def within(value: Any, depth: int = 0) -> Iterator[re.Pattern[Any]]:
    """The patterns in a value of a module."""
    if isinstance(value, re.Pattern):
        yield value
    elif "re.Pattern" in str(getattr(value, "__annotations__", {}).get("return")) and not inspect.signature(value).parameters:
        yield from within(value(), depth + 1)
    elif depth < 3 and isinstance(value, Mapping):
        for one in value.values():
            yield from within(one, depth + 1)
    elif depth < 3 and isinstance(value, list | tuple | set | frozenset):
        for one in value:
            yield from within(one, depth + 1)


def pumped(piece: str, size: int = SIZE) -> str:
    """*piece* over and over, and an end that nothing expects."""
    return (piece * (size // len(piece) + 1))[:size] + "\x01!"
