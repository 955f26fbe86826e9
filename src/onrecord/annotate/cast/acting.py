"""The state that acts or owns before an office or arm that is told of without a country."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.annotate.cast.arms import told_as
from onrecord.annotate.cast.gazetteer import words
from onrecord.annotate.cast.home import ENVOYS, envoys_in, listed_states
from onrecord.annotate.cast.joining import Cluster
from onrecord.types import Parsed, Token

SUBJECTS = ("nsubj", "nsubjpass")
BESIDE = (*SUBJECTS, "poss", "amod", "compound")
"""The parts of a sentence in which a state acts or owns."""


def beside(cluster: Cluster, clusters: Sequence[Cluster], parsed: Parsed, carrying: frozenset[str]) -> str | None:
    """The state whose side the nearest subject before *cluster*'s first mention is on, in the same paragraph, or one of its own sentence."""
    near = [(head.i, side) for head, side in before(cluster, clusters, parsed, carrying) if head.dep in BESIDE and not befallen(head)]
    return max(near)[1] if near else None


def befallen(word: Token) -> bool:
    """Whether a state's name only tells of what people those are to whom something happens ("the bodies of Ardan soldiers"): it does not act in them."""
    noun = word.head
    return word.dep in ("amod", "compound") and noun.dep not in SUBJECTS and noun.tag == "NNS" and noun.lower not in words("offices", "statesmen", "told")


def led(cluster: Cluster, clusters: Sequence[Cluster], parsed: Parsed, carrying: frozenset[str]) -> str | None:
    """The one state that acts in the paragraph of *cluster*'s first mention before it ("Lithuania reacted coolly. … the foreign minister said"), or None."""
    block = parsed.tokens[cluster.mentions[0].first].block
    acting = {side for head, side in before(cluster, clusters, parsed, carrying) if head.block == block and head.dep in SUBJECTS}
    return next(iter(acting)) if len(acting) == 1 else None


def before(cluster: Cluster, clusters: Sequence[Cluster], parsed: Parsed, carrying: frozenset[str]) -> Iterator[tuple[Token, str]]:
    """(last token, state) of every mention of a state, of its bodies and people, in the paragraph of *cluster*'s first mention and the one before, up to it.

    Those that carry messages, and embassies, are left out: an office without a country is not theirs.
    """
    first = parsed.tokens[cluster.mentions[0].first]
    for other in clusters:
        if other is cluster or other.side is None or other.side in carrying:
            continue
        heads = [head for mention in other.mentions if (head := parsed.tokens[mention.last - 1]).i < first.i and first.block - head.block in (0, 1)]
        if not heads or not is_state(other.side, clusters) or envoys_in(told_as(other)):
            continue
        for head in heads:
            embassy = head.i + 1 < len(parsed.tokens) and parsed.tokens[head.i + 1].lower in ENVOYS
            if not embassy:
                yield head, other.side


def is_state(side: str, clusters: Sequence[Cluster]) -> bool:
    """Whether a side is a state, of the list or of the report."""
    return side in listed_states() or any(c.side == side and c.kind == "state" for c in clusters)
