"""Lengths told in two units ("two hours and forty minutes"), as one in the smaller."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.annotate.figures.amount import Amount
from onrecord.annotate.figures.counted import Counted
from onrecord.annotate.figures.numbers import bare_number
from onrecord.annotate.lexicon import lexicon
from onrecord.types import Token

SMALLER = {"hours": ("minutes", 60), "minutes": ("seconds", 60), "days": ("hours", 24), "weeks": ("days", 7), "years": ("months", 12)}
"""By the larger unit: the smaller that may follow, and how many of it make one."""


def compounded(words: Sequence[Token], amount: Amount, noun: Counted) -> tuple[Amount, Counted]:
    """The amount and noun in the smaller unit where a second length follows; else both as they are."""
    small = SMALLER.get(noun.unit)
    at = noun.last + (noun.last < len(words) and words[noun.last].lower == "and")
    if noun.family != "time" or small is None or amount.value is None or at >= len(words):
        return amount, noun
    second = bare_number(words, at)
    if second is None or second.value is None or second.end >= len(words):
        return amount, noun
    times: dict[str, str] = lexicon("figures_units")["time"]["words"]
    head = words[second.end]
    if times.get(head.lower.rstrip("s")) != small[0] or second.value >= small[1]:
        return amount, noun
    value = amount.value * small[1] + second.value
    last = second.end + 1
    return replace(amount, value=value, last=last), replace(noun, head=head, unit=small[0], last=last)
