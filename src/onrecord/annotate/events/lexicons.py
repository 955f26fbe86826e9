"""The event lexicons as rules that the reader can try one after another."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any, cast

from onrecord.annotate.lexicon import lexicon
from onrecord.types import EventType


@dataclass(frozen=True, slots=True)
class Rule:
    """One frame of events_verbs.toml or events_nouns.toml."""

    type: EventType
    order: int
    words: tuple[tuple[str, ...], ...]
    theme: tuple[str, ...] = ()
    not_theme: tuple[str, ...] = ()
    subject: tuple[str, ...] = ()
    oblique: tuple[tuple[str, str], ...] = ()
    of: tuple[str, ...] = ()
    not_of: frozenset[str] = frozenset()
    modifier: frozenset[str] = frozenset()
    not_modifier: frozenset[str] = frozenset()
    not_after: frozenset[str] = frozenset()
    prep: frozenset[str] = frozenset()
    not_context: str | None = None
    needs: str | None = None
    negated: bool = False
    both: bool = False
    """Theme (and subject) and oblique must fit, not one of them."""
    context: str | None = None
    not_factuality: frozenset[str] = frozenset()
    span_modifier: bool = False
    """The trigger takes in the modifier that decided the type ("rescue operation")."""


def rule_of(order: int, row: dict[str, Any]) -> Rule:
    """One row of a lexicon as a Rule."""
    pairs = (tuple(o.split(":", 1)) for o in row.get("oblique", ()))
    return Rule(
        type=cast(EventType, row["type"]),
        order=order,
        words=tuple(tuple(w.split()) for w in row["words"]),
        theme=tuple(row.get("theme", ())),
        not_theme=tuple(row.get("not_theme", ())),
        subject=tuple(row.get("subject", ())),
        oblique=tuple((a, b) for a, b in pairs),
        of=tuple(row.get("of", ())),
        not_of=frozenset(row.get("not_of", ())),
        modifier=frozenset(row.get("modifier", ())),
        not_modifier=frozenset(row.get("not_modifier", ())),
        not_after=frozenset(row.get("not_words_after", ())),
        prep=frozenset(row.get("prep", ())),
        not_context=row.get("not_context"),
        needs=row.get("needs"),
        negated=row.get("negated", False),
        both=row.get("both", False),
        context=row.get("context"),
        not_factuality=frozenset(row.get("not_factuality", ())),
        span_modifier=row.get("span_modifier", False),
    )


@cache
def rules(kind: str) -> dict[str, tuple[tuple[Rule, tuple[str, ...]], ...]]:
    """The rules of "verb" or "noun" by their first word, in the order of the file, each with the further words of that entry."""
    found: dict[str, list[tuple[Rule, tuple[str, ...]]]] = {}
    for order, row in enumerate(lexicon(f"events_{kind}s")[kind]):
        rule = rule_of(order, row)
        for first, *rest in rule.words:
            found.setdefault(first, []).append((rule, tuple(rest)))
    return {word: tuple(entries) for word, entries in found.items()}


@cache
def longest_first(kind: str, word: str) -> tuple[tuple[Rule, tuple[str, ...]], ...]:
    """The rules that *word* begins, those with more further words first."""
    return tuple(sorted(rules(kind).get(word, ()), key=lambda e: (-len(e[1]), e[0].order)))


@cache
def word_class(name: str) -> frozenset[str]:
    """The lemmas of a class of events_classes.toml; a name that is no class stands for itself."""
    row = lexicon("events_classes").get(name)
    return frozenset(row["words"]) if row else frozenset({name})


@cache
def domain(name: str) -> frozenset[str]:
    """The lemmas of a section of events_domains.toml."""
    return frozenset(lexicon("events_domains")[name]["words"])


@cache
def governors(kind: str) -> frozenset[str]:
    """Lemmas that give factuality *kind* to what they govern."""
    return frozenset(lexicon("events_factuality")["governors"][kind]["words"])


@cache
def factual(section: str, kind: str) -> frozenset[str]:
    """Words of another section of events_factuality.toml."""
    row = lexicon("events_factuality")[section][kind]
    return frozenset(row["words"] if isinstance(row, dict) else row)
