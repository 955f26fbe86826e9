"""Something done with a text on the table, on the way."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from onrecord.annotate.lexicon import lexicon
from onrecord.types import ProposalRole, Reply, Span, Token


@dataclass(frozen=True, slots=True)
class Text:
    """A text that some noun names."""

    noun: Token
    title: str
    version: str | None
    whose: str | None
    owner: Token | None = None
    """The word that says whose it is."""
    sure: bool = False
    """Whether the noun names such a text in whatever company."""


@dataclass(frozen=True, slots=True)
class Found:
    """What some words say was done with a text, and by whom."""

    text: Text
    trigger: Span
    span: Span
    role: ProposalRole
    who: str | None
    answer: Reply | None = None
    to: str | None = None
    rule: str = ""
    value: float = 0.75


@cache
def words(section: str, name: str) -> frozenset[str]:
    """A list of the lexicon as a set."""
    return frozenset(lexicon("proposals")[section][name])
