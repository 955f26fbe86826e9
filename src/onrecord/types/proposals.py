"""Texts on the table: their versions, who tabled and carried them, and each party's answer to which version."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.types.ledger import UNCOUNTED, Origins
from onrecord.types.report import Interval, Words

Answer = Literal["accepted", "accepted_in_part", "accepted_with_conditions", "rejected", "amended", "studying", "not_our_text", "unanswered"]


@dataclass(frozen=True, slots=True)
class ProposalVersion:
    """One version of a text, as the reports tell it apart from the others."""

    id: str
    label: str
    """What the reports call it, or by what it was told apart ("of 6 May", "amended by the mediators")."""
    statements: tuple[str, ...]
    date: Interval | None = None
    terms: tuple[Words, ...] = ()
    """What it provides, in the reports' words."""
    carried_by: tuple[str, ...] = ()
    number: int = 1
    """Which version it is, as far as the reports tell them apart."""


@dataclass(frozen=True, slots=True)
class ProposalAnswer:
    """What one party is said to have answered, and to which version."""

    party: str
    version: str | None
    """Id of the version; None where the report does not tell, and then it is never agreement."""
    answer: Answer
    statement: str
    date: Interval | None
    told_by: str
    """By whose account: a side, a source as named, or "own voice"."""


@dataclass(frozen=True, slots=True)
class ProposalLine:
    """One text on the table with its versions and every account of the answers to it."""

    id: str
    title: str
    versions: tuple[ProposalVersion, ...]
    answers: tuple[ProposalAnswer, ...] = ()
    tabled_by: tuple[str, ...] = ()
    """Whose text it is, by every account."""
    carried_by: tuple[str, ...] = ()
    negotiation: str | None = None
    differs: tuple[str, ...] = ()
    """The points on which accounts differ, in words."""
    origins: Origins = UNCOUNTED
    statements: tuple[str, ...] = ()
    """Every statement about the text, those that tell no version and no answer too."""
