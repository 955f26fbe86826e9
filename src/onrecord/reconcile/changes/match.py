"""What was, for what is: ids of what is derived change when statements come to it, so the statements they share tell."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

T = TypeVar("T")


def matched(before: Sequence[T], after: Sequence[T], support: Callable[[T], Iterable[str]]) -> list[tuple[T, T | None]]:
    """Each of *after* with the one of *before* that shares most statements with it, the earlier in order of equals; None where none does."""
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for n, one in enumerate(before):
        for statement in set(support(one)):
            holders[statement].append(n)
    found: list[tuple[T, T | None]] = []
    for one in after:
        shared: Counter[int] = Counter()
        for statement in set(support(one)):
            shared.update(holders.get(statement, ()))
        best = min(shared, key=lambda n: (-shared[n], n), default=None)
        found.append((one, before[best] if best is not None else None))
    return found


def gone(before: Sequence[T], after: Sequence[T], support: Callable[[T], Iterable[str]]) -> list[T]:
    """Those of *before* none of whose statements supports anything of *after*."""
    held = {statement for one in after for statement in support(one)}
    return [one for one in before if not any(s in held for s in support(one))]
