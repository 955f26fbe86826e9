"""Parses kept in a file, so that reports which are read again after a change of word lists or rules are not parsed again."""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import msgspec

from onrecord.errors import InputError
from onrecord.parse.protocol import Parser
from onrecord.types import Parsed, Report, Sentence, Token

TOGETHER = 32
"""Reports that are looked up, parsed and kept at once."""
Row = tuple[int, int, int, int, int, int, int, int, bool, int, int]
"""Of a token: start, length, head, then lemma, pos, tag, dep and ent as numbers of words, whether an entity begins, sentence, block."""


@dataclass(frozen=True, slots=True)
class Packed:
    """A parse without its report: the words of its labels, each once, a row a token, and (first, last, block) of its sentences."""

    words: tuple[str, ...]
    tokens: tuple[Row, ...]
    sentences: tuple[tuple[int, int, int], ...]


class KeptParses:
    """A Parser that asks another only for reports of which the file at *path* has no parse by the same *version*."""

    def __init__(self, parser: Parser, path: Path, version: str) -> None:
        self.name = parser.name
        self._parser, self._path, self._version = parser, path, version

    def parse(self, report: Report) -> Parsed:
        """The parse of one report."""
        return next(self.parse_many([report]))

    def parse_many(self, reports: Iterable[Report]) -> Iterator[Parsed]:
        """The parses of many reports, in their order; InputError where the file is none, or cannot be written."""
        rest = iter(reports)
        with closing(self._open()) as base:
            while group := list(islice(rest, TOGETHER)):
                yield from self._group(base, group)

    def _open(self) -> sqlite3.Connection:
        """The file, made where it is not there."""
        try:
            base = sqlite3.connect(self._path)
            base.execute("CREATE TABLE IF NOT EXISTS parse (key TEXT PRIMARY KEY, packed BLOB NOT NULL) WITHOUT ROWID")
            self._path.chmod(0o600)
        except (sqlite3.Error, OSError) as error:
            raise InputError(f"{self._path}: parses cannot be kept there ({error}); give another `parses` in the settings") from error
        return base

    def _group(self, base: sqlite3.Connection, reports: list[Report]) -> Iterator[Parsed]:
        """The parses of a few reports, those that are new kept in one transaction."""
        keys = {report.id: key_of(report, self._version) for report in reports}
        marks = ", ".join("?" * len(keys))
        found = dict(base.execute(f"SELECT key, packed FROM parse WHERE key IN ({marks})", list(keys.values())).fetchall())
        fresh = {parsed.report.id: parsed for parsed in self._parser.parse_many([r for r in reports if keys[r.id] not in found])}
        with base:
            base.executemany("INSERT OR REPLACE INTO parse VALUES (?, ?)", [(keys[i], packed(parsed)) for i, parsed in fresh.items()])
        for report in reports:
            yield fresh[report.id] if report.id in fresh else unpacked(found[keys[report.id]], report)


def key_of(report: Report, version: str) -> str:
    """A hash of all that a parse hangs on: the text, the roles of its blocks, the parser."""
    return hashlib.sha256(msgspec.msgpack.encode((version, report.text, report.blocks))).hexdigest()


def packed(parsed: Parsed) -> bytes:
    """A parse as bytes."""
    words: dict[str, int] = {}

    def number(word: str) -> int:
        return words.setdefault(word, len(words))

    rows = tuple(
        (
            t.start, t.end - t.start, t.head.i, number(t.lemma), number(t.pos), number(t.tag), number(t.dep), number(t.ent), t.ent_start, t.sent, t.block,
        )
        for t in parsed.tokens
    )
    sentences = tuple((s.first, s.last, s.block) for s in parsed.sentences)
    return zlib.compress(msgspec.msgpack.encode(Packed(tuple(words), rows, sentences)), 6)


def unpacked(data: bytes, report: Report) -> Parsed:
    """The parse that was packed."""
    kept = msgspec.msgpack.decode(zlib.decompress(data), type=Packed)
    words, text = kept.words, report.text
    tokens = tuple(
        Token(
            i, text[start : start + length], start, lemma=words[lemma], pos=words[pos], tag=words[tag], dep=words[dep], ent=words[ent],
            ent_start=begins, sent=sentence, block=block,
        )
        for i, (start, length, _, lemma, pos, tag, dep, ent, begins, sentence, block) in enumerate(kept.tokens)
    )
    for token, row in zip(tokens, kept.tokens, strict=True):
        if row[2] != token.i:
            token.head = tokens[row[2]]
            token.head.children.append(token)
    sentences = tuple(Sentence(i, first, last, block) for i, (first, last, block) in enumerate(kept.sentences))
    return Parsed(report, tokens, sentences, tuple(t.start for t in tokens))
