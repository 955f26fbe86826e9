"""One mention of an event: what is found before its participants, its date and its factuality are told."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.annotate.events.frame import Frame
from onrecord.annotate.events.lexicons import Rule
from onrecord.types import Token


@dataclass(frozen=True, slots=True)
class Trigger:
    """One mention: its head word, all words of the phrase, the rule that fits and the arguments."""

    head: Token
    words: tuple[Token, ...]
    rule: Rule
    frame: Frame
    is_noun: bool
