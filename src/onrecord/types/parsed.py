"""What a parser gives: tokens with their syntax, in sentences, in blocks; all places are characters of the report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from operator import attrgetter

from onrecord.types.report import Report, Span

PLACE = attrgetter("i")


class Token:
    """One word with its syntax; built once by a parser and not changed after. `head is self` at a root."""

    __slots__ = ("block", "children", "dep", "end", "ent", "ent_start", "head", "i", "lemma", "lower", "pos", "sent", "start", "tag", "text")

    def __init__(
        self, i: int, text: str, start: int, *, lemma: str = "", pos: str = "", tag: str = "", dep: str = "",
        ent: str = "", ent_start: bool = False, sent: int = 0, block: int = 0,
    ) -> None:
        self.i = i
        self.text = text
        self.lower = text.lower()
        self.start = start
        self.end = start + len(text)
        self.lemma = lemma or self.lower
        self.pos = pos
        self.tag = tag
        self.dep = dep
        self.ent = ent
        self.ent_start = ent_start
        self.sent = sent
        self.block = block
        self.head: Token = self
        self.children: list[Token] = []

    def __repr__(self) -> str:
        return f"Token({self.i}, {self.text!r}, {self.pos}, {self.dep} ← {self.head.text!r})"

    def subtree(self) -> list[Token]:
        """This token and all below it, in the order of the text."""
        found = [self]
        for token in found:  # grows while it is walked
            if token.children:
                found += token.children
        found.sort(key=PLACE)
        return found

    def ancestors(self) -> Iterator[Token]:
        """The heads above, nearest first."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    def has(self, *deps: str) -> Token | None:
        """The first child with one of the dependency labels *deps*."""
        for child in self.children:
            if child.dep in deps:
                return child
        return None


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens `[first, last)` of one sentence; never crosses a block."""

    i: int
    first: int
    last: int
    block: int


@dataclass(frozen=True, slots=True)
class Parsed:
    """A report with its tokens and sentences. Sentences are made of the blocks that may yield anything (SILENT_BLOCKS are left out)."""

    report: Report
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    starts: tuple[int, ...] = field(default=())
    """First character of each token, to find tokens by place with bisect."""

    def of(self, sentence: Sentence) -> tuple[Token, ...]:
        """The tokens of a sentence."""
        return self.tokens[sentence.first : sentence.last]

    def sentence_of(self, token: Token) -> Sentence:
        """The sentence that holds *token*."""
        return self.sentences[token.sent]

    def span(self, tokens: Sequence[Token]) -> Span:
        """The characters from the first to the last of *tokens* (not empty)."""
        return Span(min(t.start for t in tokens), max(t.end for t in tokens))

    def within(self, span: Span) -> tuple[Token, ...]:
        """The tokens that overlap *span*."""
        from bisect import bisect_left, bisect_right

        low = max(bisect_right(self.starts, span.start) - 1, 0)
        return tuple(t for t in self.tokens[low : bisect_left(self.starts, span.end)] if t.end > span.start)
