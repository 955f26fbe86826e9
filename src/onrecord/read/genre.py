"""What kind of text a report is: news unless its form or its voice says otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from onrecord.read.blocks.signs import QUOTED, saying
from onrecord.read.lexicon import any_of, has_any
from onrecord.types import Block, Genre

BY_TITLE: tuple[Genre, ...] = ("live_blog", "transcript", "readout", "statement", "opinion")
VOICE = frozenset({"title", "standfirst", "paragraph"})
OPINION = 3.0
"""Weight of judging words, own 'we' and questions put to the reader that makes an opinion; see `opinion_weight`."""
ENTRY = re.compile(r"\(?(?:[01]?\d|2[0-3])[:.][0-5]\d(?:\s*(?i:[ap]\.?m\b\.?))?(?:\s+(?:GMT|UTC|[A-Z]{2,4}T))?\)?\s*[:–-]?\s+[A-Z“\"‘']")
"""How an entry of a live blog begins ("17:12 The envoy says")."""
FULL_WORDS = 500
"""Words of own voice above which the weight is counted per this many: a long report has room for a stray 'we'."""


def genre_of(text: str, blocks: Sequence[Block], title: str | None = None) -> Genre:
    """The genre by the title and first lines, then by turns and clock times, then by the writer's voice."""
    named = by_heading(text, blocks, title)
    spoken = [b for b in blocks if b.kind == "turn"]
    if len(spoken) >= 4 and covered(spoken) * 10 >= 4 * covered(b for b in blocks if b.kind != "furniture"):
        return "transcript"
    if named:
        return named
    if is_live(text, blocks):
        return "live_blog"
    return "opinion" if opinion_weight(text, blocks) >= OPINION else "news"


def covered(blocks: Iterable[Block]) -> int:
    """Characters in *blocks*."""
    return sum(b.span.end - b.span.start for b in blocks)


def by_heading(text: str, blocks: Sequence[Block], title: str | None) -> Genre | None:
    """The genre that the title, a label over it or a short first line names."""
    heads = [b.span.of(text) for b in blocks[:4] if b.kind in ("title", "furniture", "standfirst", "label") or b.span.end - b.span.start < 120]
    for head in [*([title] if title else []), *heads]:
        for genre in BY_TITLE:
            if has_any(head.strip(), "genre", f"titles.{genre}"):
                return genre
    return None


def is_live(text: str, blocks: Sequence[Block]) -> bool:
    """Whether three or more entries open with a time of day, on its own line or at the head of the entry."""
    clocks = [b for b in blocks if b.kind == "dateline" and re.search(r"\d[:.]\d\d|\d\s*[ap]\.?m", b.span.of(text), re.IGNORECASE)]
    heads = [b for b in blocks if b.kind in VOICE and ENTRY.match(b.span.of(text))]
    return len(clocks) + len(heads) >= 3


@cache
def counted(section: str) -> re.Pattern[str]:
    """The words of a section of the genre lexicon."""
    flags = re.IGNORECASE if section == "evaluative" else 0
    listed = any_of("genre", section)
    return re.compile(rf"(?<![\w’'-]){listed}(?![\w-])", flags)


def own_sentences(text: str, blocks: Sequence[Block]) -> list[str]:
    """The sentences of title, standfirst and paragraphs, without what stands in quotation marks and without those that tell of speech."""
    out = []
    for block in blocks:
        if block.kind not in VOICE:
            continue
        for sentence in re.split(r"(?<=[.!?])\s+", QUOTED.sub(" ", block.span.of(text))):
            if not saying().search(sentence):
                out.append(sentence)
    return out


def opinion_weight(text: str, blocks: Sequence[Block]) -> float:
    """Judging words (one each, once a word), sentences with the writer's own 'we' or 'I' (one half each, at most three in all) and
    questions put to the reader (one half each, at most two in all); per 500 words where the own voice is longer."""
    sentences = own_sentences(text, blocks)
    own = " ".join(sentences)
    judging = {m.group().casefold() for m in counted("evaluative").finditer(own)}
    persons = sum(bool(counted("first_person").search(s)) for s in sentences)
    asked = sum(s.rstrip(" ”\"’)").endswith("?") for s in sentences)
    weight = len(judging) + min(3.0, persons / 2) + min(2.0, asked / 2)
    return weight / max(1.0, len(own.split()) / FULL_WORDS)

