"""What of a report is compared with other reports: its words, sentences, and the quotations, figures and names in their order."""

from __future__ import annotations

import hashlib
import re
import tomllib
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from onrecord.reconcile.entities import folded, parts
from onrecord.reconcile.runs import of_word, packed, runs_in
from onrecord.types import SILENT_BLOCKS, Reading

RUN = 5
"""Words in a shingle."""
QUOTED_RUN = 4
"""Words of a quotation that make one anchor."""
COMMON = "c"
"""The kind of an anchor that a crowd of reports has."""
STATE = "s"
"""The kind of an anchor that is the name of a state."""
WEIGHT = {"q": 2.0, "f": 1.5, "n": 1.0, "s": 0.4, COMMON: 0.1}
"""Weight of a run of a quotation, a figure, a name, and the name of a state: what fewer reports share by chance weighs more."""
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
NUMBER = re.compile(r"(?<![\w.])\d[\d,.]*\d|(?<![\w.])\d")
SENTENCE = re.compile(r"(?<=[.!?][”\"’)])\s+|(?<=[.!?])\s+|\n+")
STEM = re.compile(r"(?:ing|ed|es|s)$")

Anchor = tuple[str, str]


@cache
def table(name: str) -> dict[str, Any]:
    """One section of origins.toml; read once, not to be changed."""
    return dict(tomllib.loads((files("onrecord.reconcile.origins") / "origins.toml").read_text(encoding="utf-8"))[name])


@cache
def common() -> frozenset[str]:
    """Words that carry no matter."""
    return frozenset(table("common")["words"])


@dataclass(frozen=True, slots=True)
class Compared:
    """One report, ready to be compared."""

    report: str
    runs: frozenset[int]
    """Shingles of RUN words, as numbers."""
    anchors: tuple[Anchor, ...]
    """(kind, key) of quotations, figures and names, in the order of the text."""
    sentences: tuple[frozenset[str], ...]
    """The content words of each sentence."""
    quoted: dict[str, str]
    """Run of a quotation → the quotation."""


@dataclass(frozen=True, slots=True)
class Terms:
    """By what one report is found by others: its shingles and its anchors, packed."""

    runs: bytes
    anchors: bytes
    """Their numbers, in the order of the text."""
    states: bytes
    """For each of them 1 where it is the name of a state, else 0."""
    key: str
    """Stands for the report with both of them."""


def terms_of(reading: Reading) -> Terms:
    """By what one reading is found."""
    found = compared(reading)
    runs, anchors = packed(found.runs), array("q", (of_word(f"{kind} {key}") for kind, key in found.anchors)).tobytes()
    told = hashlib.blake2b(runs + repr((reading.report.id, found.anchors)).encode("utf-8", "surrogatepass"), digest_size=16)
    return Terms(runs, anchors, bytes(kind == STATE for kind, _ in found.anchors), told.hexdigest())


def compared(reading: Reading) -> Compared:
    """What of one reading is compared with others."""
    text = running(reading)
    runs = frozenset(runs_in([w.lower() for w in WORD.findall(text)], RUN))
    found, quoted = quotations(text)
    found += [(m.start(), ("f", m.group().replace(",", "").rstrip("."))) for m in NUMBER.finditer(text)]
    found += names(reading, text)
    anchors: list[Anchor] = []
    for _, anchor in sorted(found):
        if not anchors or anchors[-1] != anchor:
            anchors.append(anchor)
    sentences = tuple(content(s) for s in SENTENCE.split(text))
    return Compared(reading.report.id, runs, tuple(anchors), tuple(s for s in sentences if len(s) > 3), quoted)


def running(reading: Reading) -> str:
    """The running text of a report, captions and furniture blanked out so that places stay."""
    report = reading.report
    silent = [b.span for b in report.blocks if b.kind in SILENT_BLOCKS or b.kind in ("caption", "dateline")]
    text = report.text
    for span in silent:
        text = text[: span.start] + re.sub(r"\S", " ", span.of(text)) + text[span.end :]
    return text


def quotations(text: str) -> tuple[list[tuple[int, Anchor]], dict[str, str]]:
    """The runs of words in quotation marks with their places, and the quotation that holds each run."""
    out, whole = [], {}
    for start, end in marked(text):
        words = [w.lower() for w in WORD.findall(text[start:end])]
        for k in range(0, len(words) - QUOTED_RUN + 1):
            run = " ".join(words[k : k + QUOTED_RUN])
            if any(w not in common() for w in words[k : k + QUOTED_RUN]):
                out.append((start + k, ("q", run)))
                whole[run] = text[start:end]
    return out, whole


def marked(text: str) -> list[tuple[int, int]]:
    """The stretches in double quotation marks; straight ones open and close in turn, and a paragraph closes what it opened."""
    out, start = [], -1
    for found in re.finditer(r"[“”\"\n]", text):
        sign, place = found.group(), found.start()
        if start >= 0 and (sign in "”\n" or sign == '"'):
            out.append((start, place))
            start = -1
        elif sign in "“" or sign == '"':
            start = place + 1
    return out


def names(reading: Reading, text: str) -> list[tuple[int, Anchor]]:
    """Persons by surname, bodies and places by name, states apart because every report of a subject has them."""
    out: list[tuple[int, Anchor]] = []
    for who in reading.participants:
        if who.kind in ("group", "thing", "document") or not who.name[:1].isupper():
            continue
        key = parts(who.name)[-1] if who.kind == "person" else folded(who.name)
        for span in who.spans:
            if text[span.start : span.end][:1].isupper():
                out.append((span.start, (STATE if who.kind == "state" else "n", key)))
    return out


def content(sentence: str) -> frozenset[str]:
    """The words of a sentence that carry its matter, cut to their stems."""
    return frozenset(STEM.sub("", w.lower()) for w in WORD.findall(sentence) if len(w) > 2 and w.lower() not in common())


def common_order(one: Sequence[Anchor], other: Sequence[Anchor]) -> tuple[float, dict[str, int]]:
    """Weight and kinds of the longest sequence of anchors that both reports have in the same order."""
    if not one or not other:
        return 0.0, {}
    table = [[0.0] * (len(other) + 1) for _ in range(len(one) + 1)]
    for i, a in enumerate(one):
        row, above = table[i + 1], table[i]
        for j, b in enumerate(other):
            row[j + 1] = max(above[j] + WEIGHT[a[0]] if a == b else 0.0, above[j + 1], row[j])
    kinds: dict[str, int] = {}
    i, j = len(one), len(other)
    while i and j:
        if one[i - 1] == other[j - 1] and table[i][j] == table[i - 1][j - 1] + WEIGHT[one[i - 1][0]]:
            kinds[one[i - 1][0]] = kinds.get(one[i - 1][0], 0) + 1
            i, j = i - 1, j - 1
        elif table[i - 1][j] >= table[i][j - 1]:
            i -= 1
        else:
            j -= 1
    return table[-1][-1], kinds


def weight(anchors: Sequence[Anchor]) -> float:
    """The weight of all anchors of a report."""
    return sum(WEIGHT[kind] for kind, _ in anchors)


def alignment(one: Sequence[frozenset[str]], other: Sequence[frozenset[str]]) -> float:
    """How well each sentence of the shorter report finds one of the longer: mean of the best share of common content words."""
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    if not short:
        return 0.0
    return sum(max((2 * len(s & t) / (len(s) + len(t)) for t in long), default=0.0) for s in short) / len(short)
