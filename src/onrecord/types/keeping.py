"""Where the results of pure work are kept, under a hash of all that they hang on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Protocol


class Shelf(Protocol):
    """Where results are looked up and kept, by their key."""

    def known(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        """Those of *keys* of which there is a result, with it."""
        ...

    def keep(self, results: Mapping[bytes, bytes]) -> None:
        """Puts results there."""
        ...


class Keeper(Protocol):
    """Has a shelf for as long as a piece of work takes."""

    lasting: bool
    """Whether another run of the program finds what this one keeps."""

    def opened(self) -> AbstractContextManager[Shelf]:
        """The shelf, open; InputError where it cannot be."""
        ...

    def key(self, text: str) -> bytes:
        """A hash of a text and of what reads it."""
        ...
