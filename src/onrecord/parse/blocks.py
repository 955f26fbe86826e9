"""The parse of one block's text, free of any report and place, so that every block with the same text has it; and a report's put together of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from onrecord.types import SILENT_BLOCKS, Block, Parsed, Report, Sentence, Span, Token

if TYPE_CHECKING:
    from spacy.tokens import Doc

PLAIN = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "„": '"', "\u00a0": " ", "\n": " ", "\r": " ", "\t": " "})
"""One character for one: the model was trained on plain quotation marks; offsets stay."""
Row = tuple[int, int, int, str, str, str, str, str, bool, int]
"""Of a token: start, length, head (all from the block's beginning), lemma, pos, tag, dep, ent, whether an entity begins, sentence."""
PackedRow = tuple[int, int, int, int, int, int, int, int, bool, int]
"""The same with words as numbers."""


@dataclass(frozen=True, slots=True)
class BlockParse:
    """The tokens of one text and the (first, last) of its sentences."""

    tokens: tuple[Row, ...]
    sentences: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Packed:
    """The same with each word once."""

    words: tuple[str, ...]
    tokens: tuple[PackedRow, ...]
    sentences: tuple[tuple[int, int], ...]


def readable(report: Report) -> list[tuple[int, Block]]:
    """The blocks that may yield anything, with their numbers; the whole text where a report has no blocks."""
    blocks = report.blocks or (Block(Span(0, len(report.text)), "paragraph"),)
    return [(i, b) for i, b in enumerate(blocks) if b.kind not in SILENT_BLOCKS and b.span.of(report.text).strip()]


def plain(report: Report, block: Block) -> str:
    """The text of a block as it is parsed."""
    return block.span.of(report.text).translate(PLAIN)


def parse_of(doc: Doc) -> BlockParse:
    """What a Doc says."""
    tokens: list[Row] = []
    sentences: list[tuple[int, int]] = []
    for number, sent in enumerate(doc.sents):
        sentences.append((sent.start, sent.end))
        for word in sent:
            tokens.append(
                (
                    word.idx, len(word), word.head.i, word.lemma_, word.pos_, word.tag_, word.dep_, word.ent_type_, word.ent_iob == 3, number,
                )
            )
    return BlockParse(tuple(tokens), tuple(sentences))


def packed(parse: BlockParse) -> bytes:
    """A block's parse as bytes."""
    words: dict[str, int] = {}

    def number(word: str) -> int:
        return words.setdefault(word, len(words))

    rows = tuple(
        (start, length, head, number(lemma), number(pos), number(tag), number(dep), number(ent), begins, sentence)
        for start, length, head, lemma, pos, tag, dep, ent, begins, sentence in parse.tokens
    )
    return msgspec.msgpack.encode(Packed(tuple(words), rows, parse.sentences))


def unpacked(data: bytes) -> BlockParse:
    """The parse that was packed."""
    kept = msgspec.msgpack.decode(data, type=Packed)
    word = kept.words
    rows = tuple(
        (start, length, head, word[lemma], word[pos], word[tag], word[dep], word[ent], begins, sentence)
        for start, length, head, lemma, pos, tag, dep, ent, begins, sentence in kept.tokens
    )
    return BlockParse(rows, kept.sentences)


def assemble(report: Report, blocks: Sequence[tuple[int, Block]], parses: Sequence[BlockParse]) -> Parsed:
    """One Parsed of the parses of a report's blocks, with all places moved to the report's own characters."""
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    for (number, block), parse in zip(blocks, parses, strict=True):
        base, begin, before = len(tokens), block.span.start, len(sentences)
        sentences += [Sentence(before + n, base + first, base + last, number) for n, (first, last) in enumerate(parse.sentences)]
        for i, (start, length, _, lemma, pos, tag, dep, ent, begins, sentence) in enumerate(parse.tokens, base):
            place = begin + start
            tokens.append(
                Token(
                    i, report.text[place : place + length], place, lemma=lemma, pos=pos, tag=tag, dep=dep, ent=ent, ent_start=begins,
                    sent=before + sentence, block=number,
                )
            )
        for i, row in enumerate(parse.tokens):
            if row[2] != i:
                token, head = tokens[base + i], tokens[base + row[2]]
                token.head = head
                head.children.append(token)
    return Parsed(report, tuple(tokens), tuple(sentences), tuple(t.start for t in tokens))
