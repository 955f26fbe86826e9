"""The words that tell a state of talks, by the patterns of the lexicon."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from onrecord.annotate.lexicon import lexicon
from onrecord.annotate.needs import needs
from onrecord.types import Parsed, Sentence, Span, TalksStatus

PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\n": " ", "\t": " ", "\xa0": " "})


@dataclass(frozen=True, slots=True)
class Rule:
    """One state with the patterns that tell it and what must stand around them."""

    status: TalksStatus
    patterns: tuple[tuple[re.Pattern[str], frozenset[str]], ...]
    """Each with the words of which a sentence must have one."""
    anchor: str
    noun: bool
    finite: bool
    future: bool
    hold: tuple[str, ...]
    subject: bool = False


@dataclass(frozen=True, slots=True)
class Cue:
    """Words at which a rule was met."""

    status: TalksStatus
    span: Span
    anchor: str
    noun: bool = False
    finite: bool = False
    future: bool = False
    """Whether the state is told of what is to come as well ("will hold exploratory talks")."""
    subject: bool = False
    """Whether the clause's subject must be talks, what they are about, or those who hold them."""


@cache
def rules() -> tuple[Rule, ...]:
    """The rules in the order of the lexicon, the first that meets a clause names it."""
    table = lexicon("status")
    return tuple(
        Rule(
            r["status"],
            tuple((re.compile(p), needs(p)) for p in map(fill, r["patterns"])),
            r.get("anchor", "none"),
            r.get("noun", False),
            r.get("finite", False),
            r.get("future", False),
            tuple(r.get("hold", ())),
            r.get("subject", False),
        )
        for r in table["rule"]
    )


@cache
def needed() -> tuple[str, ...]:
    """All words that some pattern cannot do without."""
    return tuple(sorted({word for rule in rules() for _, one_of in rule.patterns for word in one_of}))


def fill(pattern: str) -> str:
    """*pattern* with the lexicon's words put in for their names."""
    for name, words in lexicon("status")["words"].items():
        pattern = pattern.replace("{" + name + "}", words)
    return quoted(pattern)


def quoted(pattern: str) -> str:
    """*pattern* with every blank outside of brackets also met by a blank with quotation marks: writers put single words in quotation marks."""
    out, bracket, escaped = [], False, False
    for sign in pattern:
        bracket = (bracket or sign == "[") and not (bracket and sign == "]" and not escaped)
        out.append("[ \"']+" if sign == " " and not bracket else sign)
        escaped = sign == "\\"
    return "".join(out)


@cache
def word_pattern(name: str) -> re.Pattern[str]:
    """A named set of words of the lexicon as a pattern of whole words."""
    return re.compile(rf"\b{lexicon('status')['words'][name]}\b")


def plain(text: str) -> str:
    """*text* in lower case with plain marks, character for character where that is possible, else unchanged in case."""
    lower = text.lower()
    return (lower if len(lower) == len(text) else text).translate(PLAIN)


def cues_of(parsed: Parsed, sentence: Sentence) -> Iterator[Cue]:
    """All cues of a sentence in the order of the rules."""
    tokens = parsed.of(sentence)
    if not tokens:
        return
    base = tokens[0].start
    words = plain(parsed.report.text[base : tokens[-1].end])
    if words.rstrip(" \"'").endswith("?"):
        return
    there = frozenset(word for word in needed() if word in words)
    for rule in rules():
        for pattern, one_of in rule.patterns:
            if one_of and one_of.isdisjoint(there):
                continue
            for match in pattern.finditer(words):
                first, last = match.span(match.lastindex or 0)
                if not held_back(words, first, rule.hold):
                    yield Cue(rule.status, Span(base + first, base + last), rule.anchor, rule.noun, rule.finite, rule.future, rule.subject)


def held_back(words: str, at: int, hold: tuple[str, ...]) -> bool:
    """Whether one of the words that turn a cue stands right before it."""
    before = words[max(at - 25, 0) : at].rstrip(" \"'")
    return any(re.search(rf"(?:^|\W|(?<=\w)(?=n't)){re.escape(h)}$", before) for h in hold)
