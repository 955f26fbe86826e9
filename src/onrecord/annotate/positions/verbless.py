"""Stances without a verb, in the words of a party: "no money, no children", "first the money, then the keys", "all or nothing"."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.annotate.clauses import speaker_at
from onrecord.annotate.draft import Draft
from onrecord.annotate.lexicon import lexicon
from onrecord.annotate.positions.found import Found
from onrecord.types import Sentence, Span, Stance, Token

KINDS: tuple[Stance, ...] = ("conditions", "demands")
LONGEST = 16
"""Words of such an utterance; a longer one has a verb that the parse missed."""


def verbless_positions(draft: Draft) -> Iterator[Found]:
    """Every utterance without a verb that bargains."""
    for sentence in draft.parsed.sentences:
        for tokens in utterances(draft, sentence):
            found = bargain(draft, tokens)
            if found is not None:
                yield found


def utterances(draft: Draft, sentence: Sentence) -> Iterator[tuple[Token, ...]]:
    """The parts of a sentence between its quotation marks and colons, and the sentence itself where it has none."""
    tokens = draft.parsed.of(sentence)
    marks = [i for i, t in enumerate(tokens) if t.text in ('"', "“", "”", "``", "''", ":")]
    if not marks:
        yield tokens
        return
    for first, last in zip([-1, *marks], [*marks, len(tokens)], strict=True):
        if last - first > 1:
            yield tokens[first + 1 : last]


def bargain(draft: Draft, tokens: tuple[Token, ...]) -> Found | None:
    """The stance of some words of which none is a verb of its own."""
    words = tuple(t for t in tokens if t.text.strip())
    while words and words[-1].pos == "PUNCT":
        words = words[:-1]
    while words and words[0].pos == "PUNCT":
        words = words[1:]
    if not 2 < len(words) <= LONGEST or any(t.pos == "AUX" or (t.pos == "VERB" and t.tag in ("VBZ", "VBD", "VBP", "MD")) for t in words):
        return None
    stance = told_by(tuple(t.lower for t in words))
    party = speaker_at(draft, Span(words[0].start, words[-1].end)) if stance is not None else None
    if stance is None or party is None:
        return None
    span = Span(words[0].start, words[-1].end)
    head = next((t for t in words if t.pos in ("NOUN", "PROPN")), words[0])
    return Found(head, stance, party, span, span, 2, "verbless")


def told_by(words: tuple[str, ...]) -> Stance | None:
    """What the frame of the words says: one thing for another, one before another, all or nothing."""
    joined = " ".join(words)
    if joined in lexicon("positions")["verbless"]["sayings"]:
        return None
    for stance in KINDS:
        frames = (frame.split() for frame in lexicon("positions")["verbless"][stance])
        if any(framed(words, frame) for frame in frames if frame[0] in joined):
            return stance
    return None


def framed(words: tuple[str, ...], frame: list[str]) -> bool:
    """Whether *words* run as *frame* does, where "*" stands for one word or more, and a frame without it for all words."""
    if not frame:
        return not words
    if frame[0] == "*":
        return any(framed(words[n:], frame[1:]) for n in range(1, len(words) + 1))
    return bool(words) and words[0] == frame[0] and framed(words[1:], frame[1:])
