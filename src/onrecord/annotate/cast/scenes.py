"""Whose an office or arm is by where it is told of: "the foreign ministry in Jakarta", "In Athens, government spokesman …"."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.annotate.cast.arms import told_as
from onrecord.annotate.cast.gazetteer import look_up, words
from onrecord.annotate.cast.joining import Cluster
from onrecord.types import Parsed, Token


def seat_at(tokens: Sequence[Token], at: int) -> str | None:
    """The state whose capital, or whose name, stands at place *at* of *tokens*."""
    hit = look_up(tokens, at) if at < len(tokens) else None
    return hit[0].side if hit is not None and hit[0].role in ("capital", "country") else None


def fronted(parsed: Parsed, first: int) -> str | None:
    """The state that the sentence of token *first* opens in ("In Athens, …"), or None."""
    start = parsed.sentence_of(parsed.tokens[first]).first
    if start >= first or parsed.tokens[start].lower not in ("in", "from"):
        return None
    comma = next((t.i for t in parsed.tokens[start : min(start + 5, first)] if t.text == ","), None)
    return seat_at(parsed.tokens, start + 1) if comma is not None else None


def told_in(cluster: Cluster, parsed: Parsed) -> str | None:
    """The state in whose capital a person with an office, or an arm of a state, is told of; None where no mention tells it."""
    told = set(told_as(cluster).replace("-", " ").split())
    if cluster.kind not in ("person", "body") or not told & words("offices", "arms", "seated"):
        return None
    for mention in cluster.mentions:
        after = parsed.tokens[mention.last : mention.last + 2]
        behind = seat_at(parsed.tokens, mention.last + 1) if len(after) == 2 and after[0].lower == "in" and cluster.kind == "body" else None
        side = behind or fronted(parsed, mention.first)
        if side is not None:
            return side
    return None
