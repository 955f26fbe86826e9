"""Runs of words as numbers that are the same on every machine, so that what two reports share can be kept and looked up."""

from __future__ import annotations

import hashlib
from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]
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


def size(data: bytes) -> int:
    """How many numbers were packed."""
    return len(data) // array("q").itemsize


def unpacked(data: bytes) -> frozenset[int]:
    """The same as a set."""
    return frozenset(numbers_in(data))


def joined(texts: Sequence[bytes]) -> tuple[Numbers, Numbers]:
    """The numbers of all texts, one text behind another, and for each the text that has it; the texts are packed numbers."""
    whole = np.frombuffer(b"".join(texts), dtype=np.int64)
    return whole, np.repeat(np.arange(len(texts)), [size(text) for text in texts])


def of_a_crowd(texts: Sequence[bytes], crowd: int) -> list[bytes]:
    """For each text its runs that more than *crowd* texts have, packed; the texts are packed runs."""
    whole, holders = joined(texts)
    runs = np.sort(whole)
    many = np.unique(runs[crowd:][runs[crowd:] == runs[: len(runs) - crowd]]) if len(runs) > crowd else runs[:0]
    out = [b""] * len(texts)
    if len(many):
        mine = many[np.minimum(np.searchsorted(many, whole), len(many) - 1)] == whole
        for text, own in parted(holders[mine], whole[mine]):
            out[text] = own.tobytes()
    return out


def in_a_crowd(texts: Sequence[bytes], crowd: int) -> list[bytes]:
    """For each text a byte for each of its numbers, in their order: 1 where more than *crowd* texts have it, else 0; empty where they have none of them."""
    whole, holders = joined(texts)
    found, place = np.unique(whole, return_inverse=True)
    held = np.unique(place * max(len(texts), 1) + holders)
    mark = (np.bincount(held // max(len(texts), 1), minlength=len(found)) > crowd)[place] if len(found) else place > crowd
    return [own.tobytes() if own.any() else b"" for own in np.split(mark, np.cumsum([size(text) for text in texts])[:-1])] if texts else []


def parted(texts: Numbers, numbers: Numbers) -> Iterator[tuple[int, Numbers]]:
    """The numbers of each of the *texts*, which rise."""
    starts = np.flatnonzero(np.diff(texts, prepend=-1))
    for start, own in zip(starts.tolist(), np.split(numbers, starts[1:]), strict=True) if len(texts) else ():
        yield int(texts[start]), own


def holding(texts: Sequence[bytes], wanted: frozenset[int]) -> list[int]:
    """The texts, by number, that hold any of the numbers *wanted*; the texts are packed numbers."""
    if not wanted or not texts:
        return []
    whole, holders = joined(texts)
    return np.unique(holders[np.isin(whole, np.array(sorted(wanted), dtype=np.int64))]).tolist()  # type: ignore[no-any-return]


def shared(texts: Sequence[bytes], wanted: frozenset[int], crowd: int) -> dict[tuple[int, int], int]:
    """For each two texts by number, the first of them in *wanted*, how many runs both have that at most *crowd* texts have; the texts are packed runs."""
    mine = np.unique(joined([texts[number] for number in sorted(wanted)])[0])
    if not len(mine):
        return {}
    runs, holders = joined(texts)
    places = np.minimum(np.searchsorted(mine, runs), len(mine) - 1)
    known = mine[places] == runs
    places, holders = places[known], holders[known]
    few = np.bincount(places, minlength=len(mine))[places] <= crowd
    places, holders = places[few], holders[few]
    order = np.argsort(places, kind="stable")
    places, holders = places[order], holders[order]
    out: Counter[tuple[int, int]] = Counter()
    for step in range(1, crowd):
        same = places[step:] == places[:-step]
        pairs, counts = np.unique(holders[:-step][same] * len(texts) + holders[step:][same], return_counts=True)
        for pair, count in zip(pairs.tolist(), counts.tolist(), strict=True):
            out[divmod(pair, len(texts))] += count
    both = out | Counter({(other, one): n for (one, other), n in out.items()})
    return {pair: n for pair, n in both.items() if pair[0] in wanted}
