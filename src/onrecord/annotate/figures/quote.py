"""The words of a figure: where its quote begins and ends, so that they say by themselves what is counted."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.annotate.figures.amount import Amount
from onrecord.annotate.figures.counted import Counted
from onrecord.annotate.figures.numbers import HYPHENS
from onrecord.types import Token

TAIL = 4
"""Most words of a phrase behind a bare number that is taken in."""
CLAUSE = 5
"""Most words of the predicate behind a bare number ("three have been let go")."""



def tailed(words: Sequence[Token], last: int) -> int:
    """The end of a short phrase behind a bare number ("112 on Sunday", "103 from each side"); *last* where none stands."""
    if last >= len(words) or words[last].dep != "prep" or words[last].lower not in ("from", "on", "in", "at", "for"):
        return last
    if words[last].lower == "for" and (last + 1 >= len(words) or words[last + 1].lower not in ("each", "every")):
        return last
    tree = words[last].subtree()
    return last + len(tree) if len(tree) <= TAIL and tree[-1].i - words[0].i == last + len(tree) - 1 else last


def named_behind(words: Sequence[Token], last: int) -> tuple[Token, ...]:
    """The noun right behind "four of them": who these are."""
    end = last + (last < len(words) and words[last].lower in ("a", "an"))
    last = end
    while end < len(words) and words[end].pos in ("ADJ", "NOUN", "PROPN") and end - last < 4:
        end += 1
    return tuple(words[last:end]) if end > last and words[end - 1].pos in ("NOUN", "PROPN") else ()


def start_of(words: Sequence[Token], amount: Amount, noun: Counted) -> int:
    """Where the quote begins: with a possessive or "the" right before the number, with the verb of which a bare one is the object."""
    first = amount.first
    if noun.head is None and noun.last == amount.last and first and (begin := governor(words, first, words[amount.core_end - 1])) is not None:
        return begin
    partitive = first > 1 and words[first - 2].lower == "of"
    if amount.core_end < len(words) and words[amount.core_end].lower in HYPHENS:
        return first
    if first > 1 and first == amount.core and remaining(words[first - 1]):
        return first - 2 if words[first - 2].lower in ("the", "its", "their") else first - 1
    if first and first == amount.core and not partitive and (words[first - 1].tag == "PRP$" or words[first - 1].lower in ("the", "these", "those")):
        return first - 1
    return first


def remaining(token: Token) -> bool:
    """Whether a word before the number takes up a set ("the remaining 18", "the other 16")."""
    return token.lower in ("remaining", "other", "first", "last") and token.dep in ("amod", "nummod", "advmod", "compound", "det", "quantmod")


def predicate_end(words: Sequence[Token], amount: Amount, noun: Counted) -> int:
    """The index behind the quote: a bare number that is the subject takes its verb in ("three were released"), which says what is counted."""
    last = noun.last
    if noun.head is not None or last >= len(words) or last != amount.last:
        return last
    verb = words[amount.core_end - 1].head
    end = verb.i - words[0].i + 1
    if words[amount.core_end - 1].dep not in ("nsubj", "nsubjpass") or not last < end <= last + CLAUSE or verb.pos not in ("VERB", "AUX"):
        return last
    if any(w.pos not in ("AUX", "ADV", "VERB", "PART") for w in words[last:end]):
        return last
    if end < len(words) and words[end].head is verb and (words[end].dep in ("prt", "acomp", "oprd") or words[end].lower in ("go", "home", "free", "back")):
        return end + 1
    return last if verb.pos == "AUX" else end


def governor(words: Sequence[Token], first: int, core: Token) -> int | None:
    """The place of the verb ("leaves 83") or tally ("toll at seven") right before a bare number; None where neither stands there."""
    before = words[first - 1]
    if before.pos == "VERB" and core.head is before and core.dep in ("dobj", "nsubj", "nummod"):
        return first - 1
    if first > 1 and before.lower in ("at", "to") and core.head is before and words[first - 2].lemma in ("toll", "number", "total", "count", "figure"):
        return first - 2
    return None


def with_agent(words: Sequence[Token], end: int) -> int:
    """The end of a short "by …" behind a participle ("34 held by the government"); *end* where none stands."""
    if end >= len(words) or words[end].lower != "by" or words[end].dep != "agent":
        return end
    tree = words[end].subtree()
    return end + len(tree) if len(tree) <= TAIL and tree[-1].i == words[end].i + len(tree) - 1 else end
