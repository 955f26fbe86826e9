"""Runs of words as numbers that are the same on every machine, so that what two reports share can be kept and looked up."""

from __future__ import annotations

import hashlib
from array import array
from collections.abc import Sequence
from functools import lru_cache

PRIME = (1 << 61) - 1
BASE = 1_000_003_961
"""A run is the polynomial of its words' numbers at BASE modulo PRIME: two runs of a million differ in all but one of 10**12 cases."""


@lru_cache(65536)
def of_word(word: str) -> int:
    """The number of one word."""
    return int.from_bytes(hashlib.blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest()) % PRIME


def runs_in(words: Sequence[str], length: int) -> list[int]:
    """The numbers of all runs of *length* words, in their order; each takes one step from the one before."""
    numbers = [of_word(w) for w in words]
    if len(numbers) < length:
        return []
    top, made = pow(BASE, length - 1, PRIME), 0
    for number in numbers[:length]:
        made = (made * BASE + number) % PRIME
    out = [made]
    for old, new in zip(numbers, numbers[length:], strict=False):
        made = ((made - old * top) * BASE + new) % PRIME
        out.append(made)
    return out


def packed(runs: Sequence[int] | frozenset[int] | set[int]) -> bytes:
    """Numbers of runs, each once, as bytes."""
    return array("q", sorted(set(runs))).tobytes()


def numbers_in(data: bytes) -> array[int]:
    """The numbers that were packed, in order."""
    found = array("q")
    found.frombytes(data)
    return found


def unpacked(data: bytes) -> frozenset[int]:
    """The same as a set."""
    return frozenset(numbers_in(data))
