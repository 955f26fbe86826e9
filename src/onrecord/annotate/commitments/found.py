"""A commitment on the way, with the word that stands for who owes it."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.types import Account, Span, Token


@dataclass(frozen=True, slots=True)
class Found:
    """What some words say is owed, kept, broken or disputed, by whom."""

    trigger: Token
    span: Span
    obligor: str
    account: Account
    what: Span | str
    """Where the words of the duty stand, or words for it ("observe the truce")."""
    in_return: Span | None = None
    obligee: str | None = None
    in_part: bool = False
    ultimatum: bool = False
    rule: str = ""
    agreement: Span | None = None
    until: Span | None = None
    """The words that say by when."""
    act: Token | None = None
    """The verb that says what is to be done, where one does."""

    def owed_by(self, party: str | None) -> bool:
        """Whether a party owes it, by itself or as one of both sides."""
        return party is not None and party in (self.obligor, *self.obligor.split(" and "))
