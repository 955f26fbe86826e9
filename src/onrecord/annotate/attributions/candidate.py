"""What may be an attribution: a cue, its source and one choice of content, before anything is decided."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.types import Token

Stretch = tuple[int, int]
"""Tokens `[first, last)` by number."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One reading of a cue; several candidates share a cue and differ in content, at most one of them is kept.

    *form* is the construction ("that", "clause", "to", "object", "about", "quotation", "according", …), *variant* how far the
    content reaches ("own", "long", "cut", …).
    """

    cue: Token
    cue_words: Stretch
    source: Token | None
    source_words: Stretch | None
    content: tuple[Stretch, ...]
    form: str
    variant: str = "own"
    marks: tuple[str, ...] = ()
    """Further features that the construction knows."""

    @property
    def size(self) -> int:
        """How many tokens the content holds."""
        return sum(last - first for first, last in self.content)
