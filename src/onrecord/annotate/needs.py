"""Which words a pattern cannot do without, so that a sentence without any of them is not searched for it."""

from __future__ import annotations

from collections.abc import Iterable
from re import _parser as syntax  # type: ignore[attr-defined]  # the standard library's own reading of a pattern, the same from 3.11 to 3.13
from typing import Any

SHORTEST = 3
"""Letters below which a run of letters rules out too little."""


def needs(pattern: str) -> frozenset[str]:
    """Runs of letters of which every match of *pattern* holds at least one; empty where nothing is certain. Case counts, as in the pattern."""
    return of_sequence(syntax.parse(pattern))


def of_sequence(parts: Iterable[tuple[Any, Any]]) -> frozenset[str]:
    """The best of the runs and parts that stand one after another: the one whose shortest run is longest, then the one with fewer."""
    found, run = [], ""
    for kind, value in [*parts, (None, None)]:
        if str(kind) == "LITERAL":
            run += chr(value)
            continue
        found += [frozenset({run})] if len(run) >= SHORTEST else []
        run = ""
        found.append(of_part(str(kind), value))
    certain = [runs for runs in found if runs]
    return max(certain, key=lambda runs: (min(map(len, runs)), -len(runs)), default=frozenset())


def of_part(kind: str, value: Any) -> frozenset[str]:
    """What one part of a pattern needs: a group what is in it, a choice one of each branch, a repetition what must come once."""
    if kind == "SUBPATTERN":
        return of_sequence(value[3])
    if kind == "BRANCH":
        branches = [of_sequence(branch) for branch in value[1]]
        return frozenset().union(*branches) if all(branches) else frozenset()
    if kind in ("MAX_REPEAT", "MIN_REPEAT") and value[0] >= 1:
        return of_sequence(value[2])
    return frozenset()
