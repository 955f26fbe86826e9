"""A position on the way: the words that say it, before it is known whether they are about a negotiation at all."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.types import Span, Stance, Token


@dataclass(frozen=True, slots=True)
class Found:
    """A stance that some words express; *party* is already a name, *about* holds the words of its topic."""

    trigger: Token
    stance: Stance
    party: str
    span: Span
    about: Span
    strength: int = 1
    """2 where the frame belongs to bargaining (demand, refuse), 1 where everyday language uses it too (want, ask)."""
    rule: str = ""
    ultimatum: bool = False
    holder: Token | None = None
    """The word that stands for the party, where there is one."""
