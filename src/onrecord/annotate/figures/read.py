"""Reads the layer of figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.annotate.draft import Draft
from onrecord.annotate.figures.counted import Counted, Family, counted
from onrecord.annotate.figures.dates import Dater
from onrecord.annotate.figures.ellipsis import Antecedent, bare, licensed
from onrecord.annotate.figures.idle import idle
from onrecord.annotate.figures.links import agreement_of, parts, whose_of
from onrecord.annotate.figures.measures import Frame, frame_of
from onrecord.annotate.figures.numbers import Amount, amounts
from onrecord.annotate.figures.settle import Setting, settle
from onrecord.annotate.figures.theme import Theme, theme_of
from onrecord.annotate.holding import holder
from onrecord.types import Figure, Problem, Span, Token


@dataclass(frozen=True, slots=True)
class Found:
    """A figure with the tokens it was read from."""

    figure: Figure
    family: Family
    anchor: Token
    amount: Amount
    last: int


def read_figures(draft: Draft) -> tuple[tuple[Figure, ...], tuple[Problem, ...]]:
    """The figures of one report in the order of the text, and what was not understood."""
    theme = theme_of(draft.parsed)
    if not theme.relevant:
        return (), ()
    silent = {i for i, b in enumerate(draft.parsed.report.blocks) if b.kind == "dateline"}
    found: list[Found] = []
    for sentence in draft.parsed.sentences:
        if sentence.block not in silent:
            found.extend(in_sentence(draft, theme, draft.parsed.of(sentence), tuple(found)))
    found.sort(key=lambda f: (f.figure.span.start, -f.figure.span.end))
    figures = [replace(f.figure, id=f"f{n}") for n, f in enumerate(found, 1)]
    return tuple(parts(draft.parsed, figures)), ()


def in_sentence(draft: Draft, theme: Theme, words: Sequence[Token], before: tuple[Found, ...]) -> list[Found]:
    """The figures of one sentence."""
    found: list[Found] = []
    for amount in amounts(words):
        noun = counted(words, amount)
        if idle(words, amount, noun, draft):
            continue
        made = one(draft, theme, words, amount, noun, (*before, *found))
        if made is not None:
            found.append(made)
    return found


def one(draft: Draft, theme: Theme, words: Sequence[Token], amount: Amount, noun: Counted, before: Sequence[Found]) -> Found | None:  # noqa: PLR0913
    """The figure at *amount*, or None where a bare number counts nothing that is known."""
    anchor = top_of(words, amount, noun)
    frame = frame_of(words, noun.last, anchor, noun.head)
    family, last = noun.family, noun.last
    if noun.head is None and family is None:
        known = antecedent(before, anchor)
        if not licensed(words, amount, frame, known):
            return None
        family, last = bare(words, amount, frame, known)
    if family is None:
        return None
    if frame is not None and frame.end is not None and (noun.head is None or family in ("captives", "prisoners")):
        last = max(last, frame.end.i - words[0].i + 1) if noun.head is None else last
    setting = Setting(words, amount, noun, family, theme)
    measure, unit = settle(setting, frame, anchor)
    span = Span(words[start_of(words, amount)].start, words[last - 1].end)
    scope = Span(noun.scope[0].start, noun.scope[-1].end).of(draft.parsed.report.text) if noun.scope else None
    trigger = frame.by if frame else None
    event = lasting(words, last) if family == "time" else None
    by = holder(draft.attributions, span)
    figure = Figure(
        id="", span=span, value=amount.value, low=amount.low, high=amount.high, comparator=amount.comparator, unit=unit, measure=measure, scope=scope,
        as_of=Dater(draft.parsed, draft.times, draft.attributions).when(anchor, trigger, measure, event=event), by=by.id if by else None,
        whose=whose_of(draft, trigger, noun.head), agreement=agreement_of(draft.parsed, words, last, trigger),
    )
    return Found(figure, family, anchor, amount, last)


def antecedent(before: Sequence[Found], anchor: Token) -> Antecedent | None:
    """The last counted set in this sentence or the two before it that a bare number may go on with."""
    for found in reversed(before):
        if anchor.sent - found.anchor.sent > 2 or found.anchor.block != anchor.block:
            return None
        if found.family not in ("time", "money", "percent"):
            return Antecedent(found.family, found.figure.unit, found.figure.measure, found.anchor.sent == anchor.sent)
    return None


def top_of(words: Sequence[Token], amount: Amount, noun: Counted) -> Token:
    """The topmost word of the counted phrase: the head of all its words."""
    inside = words[amount.first : noun.last]
    ids = {t.i for t in inside}
    anchor = noun.head or words[amount.core_end - 1]
    while anchor.head.i in ids and anchor.head is not anchor:
        anchor = anchor.head
    while anchor.dep == "pobj" and anchor.head.lower == "of" and anchor.head.head.lemma in ("total", "number", "group", "half", "list") and anchor.head.head is not anchor:
        anchor = anchor.head.head
    return anchor


def start_of(words: Sequence[Token], amount: Amount) -> int:
    """Where the quote begins: with a possessive, "the" or "another" right before the bare number."""
    first = amount.first
    if first and first == amount.core and (words[first - 1].tag == "PRP$" or words[first - 1].lower in ("the", "these", "those")):
        return first - 1
    return first


def lasting(words: Sequence[Token], last: int) -> Token | None:
    """The noun of a happening that a compound duration stands before ("a 20-minute call")."""
    return next((w for w in words[last : last + 3] if w.pos in ("NOUN",) and w.lemma in HAPPENINGS), None)


HAPPENINGS = frozenset({"call", "meeting", "conversation", "talk", "session", "visit", "battle", "attack", "raid", "operation", "speech", "address", "strike", "interview", "siege", "standoff", "walkout"})


__all__ = ["Frame", "read_figures"]
