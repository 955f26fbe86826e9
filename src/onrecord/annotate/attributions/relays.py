"""Block quotations: paragraphs that follow "NAME reported that …:" and belong to the outlet or body that is quoted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.annotate.attributions.candidate import Stretch
from onrecord.annotate.attributions.cues import cue_of
from onrecord.annotate.attributions.weighing import Weighed
from onrecord.types import Parsed, Token

MARKS = ("“", '"', "''", "``", "‘")
MOST = 8
"""Paragraphs; a longer run after a colon is taken to be the report's own again."""


def give_blocks(parsed: Parsed, kept: Sequence[Weighed], *, outlets: frozenset[int]) -> list[Weighed]:
    """The attributions with the block quotations that they introduce as further content.

    *outlets*: numbers of the tokens that name an outlet; only an outlet, or a journalist of one, quotes paragraphs that the page does not set apart.
    """
    more = {id(item): stretches for item, stretches in introducers(parsed, kept, outlets)}
    return [replace(i, candidate=replace(i.candidate, content=(*i.candidate.content, *more[id(i)]))) if id(i) in more else i for i in kept]


def introducers(parsed: Parsed, kept: Sequence[Weighed], outlets: frozenset[int]) -> list[tuple[Weighed, list[Stretch]]]:
    """(attribution, paragraphs) for every block quotation that has one: the first source of the sentence that ends in its colon."""
    found: dict[int, tuple[Weighed, list[Stretch]]] = {}
    for item in kept:
        candidate = item.candidate
        cue = cue_of(candidate.cue)
        sentence = candidate.cue.sent
        if sentence in found or cue is None or cue.kind != "reporting" or candidate.source_words is None or not ends_in_colon(parsed, candidate.cue):
            continue
        named = bool(outlets & set(range(*candidate.source_words)))
        stretches = run(parsed, parsed.sentences[sentence].block, candidate.source, named=named)
        if stretches:
            found[sentence] = (item, stretches)
    return list(found.values())


def ends_in_colon(parsed: Parsed, cue: Token) -> bool:
    """Whether the sentence of *cue* ends its block with a colon."""
    sentence = parsed.sentence_of(cue)
    follower = parsed.tokens[sentence.last] if sentence.last < len(parsed.tokens) else None
    return parsed.tokens[sentence.last - 1].text == ":" and (follower is None or follower.block != cue.block)


def run(parsed: Parsed, block: int, source: Token | None, *, named: bool) -> list[Stretch]:
    """The paragraphs of the quotation: those set apart, else up to one that ends in a colon or speaks of the source."""
    nexts = following(parsed, block)
    apart = [b for b, _ in nexts if parsed.report.blocks and parsed.report.blocks[b].kind == "quotation"]
    found: list[Stretch] = []
    for number, (first, last) in nexts[:MOST]:
        tokens = parsed.tokens[first:last]
        if apart and nexts[0][0] == apart[0]:
            if number not in apart:
                return found
        elif not named or tokens[0].text in MARKS or tokens[-1].text == ":" or (source is not None and any(t.text == source.text for t in tokens)):
            return found
        found.append((first, last))
    return found if apart else found[:1]


def following(parsed: Parsed, number: int) -> list[tuple[int, Stretch]]:
    """(block, tokens) of the paragraphs after block *number*, in order."""
    ends: dict[int, list[int]] = {}
    for sentence in parsed.sentences:
        if sentence.block > number:
            ends.setdefault(sentence.block, []).extend((sentence.first, sentence.last))
        if len(ends) > MOST + 1:
            break
    return [(block, (min(places), max(places))) for block, places in sorted(ends.items())]
