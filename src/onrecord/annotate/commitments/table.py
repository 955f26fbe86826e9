"""What may be read at a word, the surest reading first: one table, gone through once a report."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from onrecord.annotate.commitments import accounts, deeds, defaults, doing, lapses, omissions, shortfalls
from onrecord.annotate.commitments.blame import blamed_at
from onrecord.annotate.commitments.found import Found
from onrecord.annotate.commitments.headed import headed_terms
from onrecord.annotate.commitments.listed import listed_commitments
from onrecord.annotate.commitments.nominal import named_at
from onrecord.annotate.commitments.owed import first_of, in_full
from onrecord.annotate.commitments.tallies import tallied_at
from onrecord.annotate.draft import Draft
from onrecord.types import Token

Rule = Callable[[Draft, Token], Found | None]
VERBS = frozenset({"VERB", "AUX"})


def alone(draft: Draft, found: Found) -> Iterator[Found]:
    """What was found and nothing more."""
    yield found


@dataclass(frozen=True, slots=True)
class Row:
    """Rules of which the first that reads anything at a word is taken; the parts of speech at which they are tried (all, if none is named)."""

    rules: tuple[Rule, ...]
    at: frozenset[str] = frozenset()
    more: Callable[[Draft, Found], Iterator[Found]] = alone
    """All that a finding comes to: the other side of an exchange, further debtors."""


TABLE = (
    Row((tallied_at,)),
    Row(defaults.RULES, VERBS),
    Row(accounts.RULES, VERBS),
    Row((blamed_at,)),
    Row(omissions.RULES, VERBS),
    Row(shortfalls.RULES, frozenset({"VERB"})),
    Row(doing.RULES, VERBS, doing.with_return),
    Row(deeds.RULES, VERBS, deeds.given_for),
    Row(lapses.RULES, VERBS),
    Row((first_of,), more=in_full),
    Row((named_at,)),
)
"""The rows from the surest; of two readings of the same words that of the earlier row stays."""


def candidates(draft: Draft) -> list[Found]:
    """Everything that some row reads, in the order of the rows and, within one, of the text; terms of lists come last."""
    found: list[tuple[int, Found]] = []
    for token in draft.parsed.tokens:
        for rank, row in enumerate(TABLE):
            if row.at and token.pos not in row.at:
                continue
            first = next((f for rule in row.rules if (f := rule(draft, token)) is not None), None)
            if first is not None:
                found.extend((rank, f) for f in row.more(draft, first))
    found.sort(key=lambda ranked: ranked[0])
    return [*(f for _, f in found), *listed_commitments(draft), *headed_terms(draft)]
