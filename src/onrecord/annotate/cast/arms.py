"""Whose an arm of a state is that is told of without its country: by the same arm told of before, by the dateline."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from onrecord.annotate.cast.gazetteer import look_up
from onrecord.annotate.cast.joining import Cluster
from onrecord.annotate.lexicon import lexicon
from onrecord.types import Parsed

SUBJECTS = ("nsubj", "nsubjpass", "agent", "poss")
NEAR = 2
"""Paragraphs back to which the arm of one state is still the one that is spoken of."""


def told_as(cluster: Cluster) -> str:
    """The words that tell what a person or body is: an office, else a body's name."""
    return (cluster.office or (cluster.name if cluster.kind == "body" else "")).lower()


def same_arm(cluster: Cluster, clusters: Sequence[Cluster], parsed: Parsed) -> str | None:
    """The side of the last like arm that acted before *cluster* ("Arda's army said … an army spokesman said"), or None."""
    own = arm_in(told_as(cluster))
    if own is None:
        return None
    first = parsed.tokens[cluster.mentions[0].first]
    best: tuple[int, str] | None = None
    for other in clusters:
        if other is cluster or other.side is None or other.guessed or other.is_party or arm_in(told_as(other)) != own:
            continue
        for mention in other.mentions:
            head = parsed.tokens[mention.last - 1]
            near = head.i < first.i and first.block - head.block <= NEAR
            if near and head.dep in SUBJECTS and (best is None or head.i > best[0]):
                best = (head.i, other.side)
    return best[1] if best else None


@lru_cache(4096)
def arm_in(told: str) -> str | None:
    """The arm of a state that words tell of ("army spokesman" → army, "deputy foreign minister" → foreign), or None."""
    words = told.replace("-", " ").replace("'s", "").split()
    return next((arm for arm in lexicon("offices")["arms"]["alike"] if arm in words), None)


def dated_from(parsed: Parsed) -> list[str]:
    """The states whose capital, or whose name, stands in the report's dateline ("KYIV, Sept 14", "KADUNA, Nigeria"), in their order."""
    found: list[str] = []
    for block in parsed.report.blocks:
        if block.kind == "dateline":
            tokens = parsed.within(block.span)
            hits = [look_up(tokens, k) for k in range(len(tokens))]
            found += [hit[0].side for hit in hits if hit is not None and hit[0].role in ("capital", "country") and hit[0].side]
    return found or opening_line(parsed)


def opening_line(parsed: Parsed) -> list[str]:
    """The state of the capital that the first paragraph opens with before a date and a colon or dash ("Lima, March 3:"), where no block is a dateline."""
    block = next((b for b in parsed.report.blocks if b.kind == "paragraph"), None)
    tokens = parsed.within(block.span) if block is not None else ()
    hit = look_up(tokens, 0) if tokens else None
    if hit is None or hit[0].role != "capital" or not hit[0].side:
        return []
    after = [t.text for t in tokens[hit[1] : hit[1] + 8]]
    return [hit[0].side] if after[:1] and after[0] in (",", "(", "-", "–", "—") and {":", "-", "–", "—"} & set(after) else []
