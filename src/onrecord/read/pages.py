"""Lines of printed pages → one running text: wraps and hyphens undone, furniture of the pages set apart, the place of each page kept."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise, takewhile

from onrecord.read.lexicon import words
from onrecord.types import Block, Span

SENTENCE_END = re.compile(r"[.!?…:][\"'”’)\]]*$")
HYPHEN_END = re.compile(r"(?P<word>[^\W\d_]+(?:[-'’][^\W\d_]+)*)[-‐\u00ad]$")
UNSPACED = re.compile(r"\S[–—/]$|\d-$")
"""What stands at a line's end without a space behind it."""
FIRST_WORD = re.compile(r"[^\W\d_]+")
PAGE_NUMBER = re.compile(r"\W*(?:page\s*)?\d{1,4}\W*(?:(?:of|/)\s*\d{1,4}\W*)?", re.IGNORECASE)
BULLET = re.compile(r"(?:[•◦▪●■‣–—*-]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s+\S")
EDGE = 3
"""Lines at the head and at the foot of a page among which its furniture is looked for."""
OFTEN = 0.4
"""Share of pages on which a line must stand to be furniture: heads of left and right pages differ, so that half would be too many."""
WIDER = 1.3
"""A step down the page this much larger than the usual one parts paragraphs."""
LARGER = 1.15
"""Letters this much larger than those of the text are a heading's."""
SHORT = 0.75
"""A line shorter than this share of a full one, and ended as a sentence is, ends its paragraph."""


@dataclass(frozen=True, slots=True)
class PageLine:
    """One printed line, with its place on the page in points (from the lower left) and the size of its letters; zeros where unknown."""

    text: str
    x: float = 0.0
    y: float = 0.0
    size: float = 0.0


@dataclass(frozen=True, slots=True)
class Composed:
    """The running text, where each page begins in it (the first at 0), and the roles that the pages' layout gives."""

    text: str
    pages: tuple[int, ...]
    title: str | None
    hints: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Usual:
    """What is usual in one text: the step from line to line, a full line's length, the size of letters, the left edge, and all its words."""

    step: float
    full: float
    size: float
    left: float
    words: frozenset[str] = field(repr=False)


@dataclass(slots=True)
class Draft:
    """The text as far as it is put together; lives as long as one call."""

    paragraphs: list[str] = field(default_factory=list)
    marks: list[tuple[int, int]] = field(default_factory=list)
    """Page starts, as (paragraph, character in it)."""
    sizes: list[float] = field(default_factory=list)
    furniture: set[int] = field(default_factory=set)
    waiting: list[str] = field(default_factory=list)
    """Furniture met inside a paragraph, to stand behind it."""
    is_open: bool = False

    def flush(self) -> None:
        """Ends the paragraph and sets down what waits behind it."""
        self.is_open = False
        for line in self.waiting:
            self.furniture.add(len(self.paragraphs))
            self.paragraphs.append(line)
            self.sizes.append(0.0)
        self.waiting.clear()


def compose(pages: Sequence[Sequence[PageLine]]) -> Composed:
    """The text of *pages*; a paragraph that runs over a page's end is whole, and heads and feet of those pages stand behind it.

    Nothing is left out: page numbers and lines that come again on most pages are blocks of kind `furniture`.
    """
    pages = [[replace(line, text=line.text.strip()) for line in page if line.text.strip()] for page in pages]
    repeated = furniture(pages)
    bodies = [[line for n, line in enumerate(page) if (p, n) not in repeated] for p, page in enumerate(pages)]
    usual = usual_of(bodies)
    draft = Draft()
    last: PageLine | None = None
    for p, page in enumerate(pages):
        # What is said of a page's place is said of its first line of text; a page of furniture only begins where the next one does.
        top = max((line.y for line in bodies[p]), default=0.0)
        head = [line.text for n, line in enumerate(page) if (p, n) in repeated and line.y > top]
        foot = [line.text for n, line in enumerate(page) if (p, n) in repeated and line.y <= top]
        draft.waiting += head
        if not draft.is_open:
            draft.flush()
        for n, line in enumerate(bodies[p]):
            joins = last is not None and draft.is_open and (goes_on(last, line, usual) if n else runs_over(last, line, usual))
            append(draft, line, joins, usual)
            if n == 0:
                draft.marks.append((len(draft.paragraphs) - 1, len(draft.paragraphs[-1]) - len(line.text)))
            last = line
        draft.waiting += foot
        if not bodies[p]:
            draft.marks.append((len(draft.paragraphs), 0))
    draft.flush()
    return finished(draft, usual)


def append(draft: Draft, line: PageLine, joins: bool, usual: Usual) -> None:
    """Puts a line to the open paragraph, or opens another."""
    if joins:
        draft.paragraphs[-1] = joined(draft.paragraphs[-1], line.text, usual.words)
        return
    draft.flush()
    draft.paragraphs.append(line.text)
    draft.sizes.append(line.size)
    draft.is_open = True


def finished(draft: Draft, usual: Usual) -> Composed:
    """The text with an empty line between paragraphs, and every place counted in it."""
    starts: list[int] = []
    at = 0
    for paragraph in draft.paragraphs:
        starts.append(at)
        at += len(paragraph) + 2
    text = "\n\n".join(draft.paragraphs)
    pages = [min(starts[p] + c, len(text)) if p < len(starts) else len(text) for p, c in draft.marks]
    for n in range(len(pages) - 2, -1, -1):
        pages[n] = min(pages[n], pages[n + 1])  # a page without text begins where the next one does
    hints = [Block(Span(starts[n], starts[n] + len(draft.paragraphs[n])), "furniture") for n in sorted(draft.furniture)]
    heading = title_of(draft, usual)
    if heading is not None:
        hints.append(Block(Span(starts[heading], starts[heading] + len(draft.paragraphs[heading])), "title"))
    title = draft.paragraphs[heading] if heading is not None else None
    return Composed(text, (0, *pages[1:]) if pages else (), title, tuple(sorted(hints, key=lambda b: b.span)))


def title_of(draft: Draft, usual: Usual) -> int | None:
    """The paragraph in the largest letters among the first eight, when they are larger than the text's."""
    first = [n for n in range(min(8, len(draft.paragraphs))) if n not in draft.furniture and len(draft.paragraphs[n].split()) <= 40]
    largest = max(first, key=lambda n: (draft.sizes[n], -n), default=None)
    if largest is None or not usual.size or draft.sizes[largest] < LARGER * usual.size or len(draft.paragraphs[largest].split()) < 2:
        return None
    return largest


def furniture(pages: Sequence[Sequence[PageLine]]) -> frozenset[tuple[int, int]]:
    """(page, line) of page numbers and of lines at the pages' edges that come again, but for their figures, on many pages."""
    edges = [(p, edge) for p, page in enumerate(pages) for edge in edge_lines(page)]
    count = Counter(key for key, _ in {(key_of(pages[p][n].text), p) for p, edge in edges for n in edge})
    enough = max(2, OFTEN * len(pages))

    def is_furniture(line: PageLine) -> bool:
        return count[key_of(line.text)] >= enough or PAGE_NUMBER.fullmatch(line.text) is not None

    # Seen from the edge inwards: behind the first line of text there is no furniture.
    return frozenset((p, n) for p, edge in edges for n in takewhile(lambda n, p=p: is_furniture(pages[p][n]), edge))  # type: ignore[misc]


def edge_lines(page: Sequence[PageLine]) -> tuple[list[int], list[int]]:
    """The lines nearest to the head and to the foot of a page, each from the edge inwards, by their place on it, else by their order."""
    order = sorted(range(len(page)), key=lambda n: (-page[n].y, n))
    return order[:EDGE], order[: -EDGE - 1 : -1]


def key_of(text: str) -> str:
    """A line without figures, marks and capitals."""
    return re.sub(r"[\W\d_]+", "", text).casefold() or re.sub(r"\d+", "#", text)


def usual_of(pages: Sequence[Sequence[PageLine]]) -> Usual:
    """The measures of most of the text."""
    lines = [line for page in pages for line in page]
    size = sizes.most_common(1)[0][0] if (sizes := weighed(lines)) else 0.0
    body = [line for line in lines if round(line.size, 1) == size] or lines
    # Half of the steps may lead to another paragraph, and those are the wider ones.
    steps = sorted(round(a.y - b.y, 1) for page in pages for a, b in pairwise(page) if 0 < a.y - b.y < 4 * max(a.size, 1) and not differs(a, b))
    lengths = sorted(len(line.text) for line in body)
    found = frozenset(w.casefold() for line in lines for w in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*(?![\w-])", line.text))
    left = Counter(round(line.x) for line in body).most_common(1)
    return Usual(steps[len(steps) // 4] if steps else 0.0, lengths[int(len(lengths) * 0.8)] if lengths else 0.0, size, left[0][0] if left else 0.0, found)


def weighed(lines: Sequence[PageLine]) -> Counter[float]:
    """How many letters are printed in each size."""
    count: Counter[float] = Counter()
    for line in lines:
        count[round(line.size, 1)] += len(line.text)
    return count


def goes_on(last: PageLine, line: PageLine, usual: Usual) -> bool:
    """Whether a line goes on with the paragraph of the line before it on the same page."""
    if BULLET.match(line.text) or differs(last, line):
        return False
    step = last.y - line.y
    if step < 0:
        return runs_over(last, line, usual)
    if usual.step and step > WIDER * usual.step * max(1.0, last.size / usual.size if usual.size else 1.0):
        return False
    if not SENTENCE_END.search(last.text):
        return True
    indented = line.size > 0 and line.x - last.x > 0.7 * line.size and line.x - usual.left > 0.7 * line.size
    return not indented and len(last.text) >= SHORT * usual.full


def runs_over(last: PageLine, line: PageLine, usual: Usual) -> bool:
    """Whether a paragraph goes on in the next column or page: it broke off in the middle of a sentence."""
    if BULLET.match(line.text) or differs(last, line):
        return False
    return line.text[0].islower() or (not SENTENCE_END.search(last.text) and len(last.text) >= SHORT * usual.full)


def differs(last: PageLine, line: PageLine) -> bool:
    """Whether two lines are printed in letters of clearly different size."""
    low, high = sorted((last.size, line.size))
    return low > 0 and high > LARGER * low


def joined(text: str, line: str, known: frozenset[str]) -> str:
    """Two lines as one; a word broken at the end is mended.

    The hyphen goes when the whole word stands elsewhere in the text, or when nothing speaks for it: a capital or figure behind it, a known
    first part ("cease-" is none, "well-" is one), the same compound elsewhere.
    """
    broken = HYPHEN_END.search(text[-100:])  # no word is longer, and the paragraph may be
    rest = FIRST_WORD.match(line)
    if broken is None:
        return f"{text}{line}" if UNSPACED.search(text) else f"{text} {line}"
    if rest is None or not line[0].islower():
        return f"{text}{line}"
    first, second = broken["word"].casefold(), rest[0].casefold()
    if text[-1] == "\u00ad" or first + second in known:
        return text[:-1] + line
    kept = f"{first}-{second}" in known or first.split("-")[-1] in words("hyphens", "first") or second in words("hyphens", "second")
    return text + line if kept else text[:-1] + line
