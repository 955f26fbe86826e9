"""Long lists a page at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from onrecord.errors import InputError

T = TypeVar("T")
LONGEST = 500


@dataclass(frozen=True, slots=True)
class Pager:
    """Which part of a list is shown."""

    page: int
    pages: int
    total: int
    what: str = "rows"


@dataclass(frozen=True, slots=True)
class Part(Generic[T]):
    """One page of a list."""

    rows: tuple[T, ...]
    pager: Pager


DIGITS = 9
"""Of a number in the URL, at most."""


def number_in(value: str, name: str, *, default: int, most: int) -> int:
    """A whole number from 1 to *most* in the URL; InputError says what it must be."""
    if not value:
        return default
    if not value.isascii() or not value.isdigit() or len(value) > DIGITS or not 1 <= int(value) <= most:
        raise InputError(f"{name}={value!r}: give a whole number from 1 to {most}")
    return int(value)


MOST_SEED = 999_999_999


def sample_in(seed: str, size: str, *, default: int, most: int) -> tuple[int, int]:
    """Seed and size of a sample in a form or the URL."""
    return number_in(seed, "seed", default=1, most=MOST_SEED), number_in(size, "size", default=default, most=most)


def part(items: Sequence[T], *, page: int, per: int, what: str = "rows") -> Part[T]:
    """The rows of one page; a page beyond the last is the last."""
    pages = max(1, -(-len(items) // per))
    page = min(page, pages)
    return Part(tuple(items[(page - 1) * per : page * per]), Pager(page, pages, len(items), what))
