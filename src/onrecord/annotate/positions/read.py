"""Reads what each party demands, offers, refuses, accepts, weighs or makes a condition of."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from onrecord.annotate.clauses.actors import acts
from onrecord.annotate.draft import Draft
from onrecord.annotate.holding import holder
from onrecord.annotate.lexicon import lexicon
from onrecord.annotate.positions.found import Found
from onrecord.annotate.positions.modals import modal_positions
from onrecord.annotate.positions.nouns import noun_positions
from onrecord.annotate.positions.topics import plain_words, topic_key
from onrecord.annotate.positions.verbs import verb_positions
from onrecord.types import Confidence, Position, Problem, Span

ENOUGH = 3
"""Points that a candidate needs; see `points`. Set on invented sentences of eight negotiations and on news of other things."""
ORDER = {"conditions": 0, "not_considering": 1, "refuses": 2, "demands": 3, "offers": 4, "accepts": 5, "considers": 6}


def read_positions(draft: Draft) -> tuple[tuple[Position, ...], tuple[Problem, ...]]:
    """The positions of one report in the order of the text, and what was not understood."""
    found = [*verb_positions(draft), *noun_positions(draft), *modal_positions(draft)]
    talked = negotiating(draft)
    kept = [f for f in found if points(draft, f, talked) >= ENOUGH]
    chosen = sorted(distinct(draft, kept), key=lambda f: (f.span.start, f.span.end))
    return tuple(position(draft, f, i) for i, f in enumerate(chosen, 1)), ()


def points(draft: Draft, found: Found, talked: int) -> int:
    """How surely words belong to a negotiation: topic (0–2), frame (1–2), a party that acts (0–1), what else the report is about (0–1)."""
    _, strength = topic_key(draft.parsed, found.about, found.span)
    actor = 1 if found.holder is not None and (acts(found.holder) or draft.cast.at(found.holder) is not None) else 0
    about = min(talked - strength, 1) if talked > strength else 0
    return 0 if strength == 0 and about == 0 else strength + found.strength - 1 + actor + about


@cache
def trade_words() -> re.Pattern[str]:
    """The words that only reports of negotiations and of the conflict around them are full of."""
    return re.compile("|".join(lexicon("parties")["trade"]["patterns"]))


def negotiating(draft: Draft) -> int:
    """How many different words of the trade a report uses."""
    return len(set(trade_words().findall(plain_words(draft.parsed.report.text))))


def distinct(draft: Draft, found: Iterable[Found]) -> list[Found]:
    """One position a clause: what stands in the topic of another is part of it, and of two readings of one clause the stronger stance stays."""
    kept: list[Found] = []
    for one in sorted(found, key=lambda f: (f.trigger.sent, ORDER[f.stance] > 0, -(f.span.end - f.span.start), f.span.start, ORDER[f.stance])):
        if any(shadowed(one, other) for other in kept):
            continue
        kept.append(one)
    return kept


def shadowed(one: Found, other: Found) -> bool:
    """Whether *one* says nothing beside *other*: same clause, or within what the other is about."""
    if not one.span.overlaps(other.span):
        return False
    shared = min(one.span.end, other.span.end) - max(one.span.start, other.span.start)
    union = max(one.span.end, other.span.end) - min(one.span.start, other.span.start)
    trigger = Span(one.trigger.start, one.trigger.end)
    return shared / union >= 0.6 or other.about.holds(trigger) or other.span.holds(one.span) and one.party == other.party


def position(draft: Draft, found: Found, number: int) -> Position:
    """The position that a candidate becomes."""
    text = draft.parsed.report.text
    key, strength = topic_key(draft.parsed, found.about, found.span)
    by = holder(draft.attributions, found.span) or holder(draft.attributions, Span(found.trigger.start, found.trigger.end))
    reasons = (f"{found.rule}: {found.trigger.text}",) + (() if strength else ("the topic is not in the vocabulary",))
    value = 0.55 + 0.1 * strength + 0.1 * (found.strength - 1)
    return Position(
        f"p{number}", found.span, found.party, found.stance, found.about.of(text), key, None, by.id if by else None, role(draft, found),
        Confidence(round(min(value, 0.9), 2), reasons),
    )


def role(draft: Draft, found: Found) -> str:  # type: ignore[return]
    """Whether a mediator speaks: the report calls the party a mediator beside its name."""
    return "party"
