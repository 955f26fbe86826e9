"""What a figure hangs together with: the set of which it is a part, the deal that binds it, the party whose it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise, takewhile

from onrecord.annotate.draft import Draft
from onrecord.annotate.lexicon import lexicon
from onrecord.types import Figure, Parsed, Span, Token

PART_WORDS = ("including", "consisting of", "comprising", "made up of", "with", "among them", "of them", "of whom", "of which", "among whom", ":")
TAKING_UP = frozenset({"them", "whom", "which", "those", "these"})
FIGURES_BACK = 12
"""How many figures before a part its whole is looked for: a breakdown opens at once behind its whole, and a hostile text has thousands."""


BORROWED = ("the nearest time", "the running time", "the day on which its source spoke")
"""Reasons of a day that is not told of the figure itself: a part's whole knows better."""


def parts(parsed: Parsed, figures: Sequence[Figure], framed: frozenset[str] = frozenset()) -> list[Figure]:
    """The figures with `part_of` set: a number behind "including", "with", "of whom" is a part of the set before it.

    *framed*: ids of those of which the words say what they are; the others are what their whole is.
    """
    out: list[Figure] = []
    for figure in figures:
        whole = whole_of(parsed, out, figure)
        if whole is None:
            out.append(figure)
            continue
        total = next(f for f in out if f.id == whole)
        if (figure.measure == "other" or (figure.measure == "held" and figure.id not in framed)) and family(figure) == "persons":
            figure = replace(figure, measure=total.measure, unit=total.unit)
        near = parsed.within(figure.span)[0].sent == parsed.within(total.span)[0].sent
        own = figure.as_of is not None and figure.as_of.time is not None and not figure.as_of.reason.startswith(BORROWED)
        bare = figure.as_of is None or (not own and total.as_of is not None)
        if near and bare and figure.measure == total.measure:
            figure = replace(figure, as_of=total.as_of)
        gap = Span(total.span.end, figure.span.start).of(parsed.report.text).strip(" ,")
        if near and figure.by is None and gap in ("", "including", "with", "and"):
            figure = replace(figure, by=total.by)
        out.append(replace(figure, part_of=whole))
    return out


def whole_of(parsed: Parsed, before: Sequence[Figure], figure: Figure) -> str | None:
    """The id of the set of which *figure* is a part, or None."""
    if figure.measure == "duration" or not before:
        return None
    if (taken := taken_up(parsed, before, figure)) is not None:
        return taken
    sentence = parsed.within(figure.span)[0].sent
    nearest = takewhile(lambda f: parsed.within(f.span)[0].sent == sentence, reversed(before))
    near = [f for f in islice(nearest, FIGURES_BACK) if f.measure != "duration"]
    for whole in near:
        if whole.span.holds(figure.span):
            return None
        gap = Span(whole.span.end, figure.span.start).of(parsed.report.text)
        if not larger(figure, whole) and family(whole) == family(figure) and opens(gap):
            return whole.id
    last = near[0] if near else None
    if last is not None and last.part_of and family(last) == family(figure):
        gap = Span(last.span.end, figure.span.start).of(parsed.report.text).strip(" ,")
        if gap in ("and", "", "as well as") or (gap.endswith(" and") and len(gap) < 60):
            return last.part_of
    return None


def taken_up(parsed: Parsed, before: Sequence[Figure], figure: Figure) -> str | None:
    """The set that "nine of them", "of whom 12" takes up: the last of its family in this sentence or the one before."""
    words = figure.span.of(parsed.report.text).lower().split()
    first = parsed.within(figure.span)[0]
    ahead = [t.lower for t in parsed.tokens[max(first.i - 2, 0) : first.i]]
    within = any(one == "of" and other in TAKING_UP for one, other in pairwise(words))
    if not within and not (ahead[:1] == ["of"] and ahead[-1] in TAKING_UP):
        return None
    for whole in reversed(before):
        if first.sent - parsed.within(whole.span)[0].sent > 1:
            return None
        if family(whole) == family(figure) and not larger(figure, whole) and whole.measure != "duration":
            return whole.id
    return None


def opens(gap: str) -> bool:
    """Whether the words between two numbers open a breakdown."""
    low = gap.lower().strip()
    inside = any(low.endswith(w) for w in PART_WORDS) or any(f" {w} " in f" {low} " for w in PART_WORDS if w not in ("with", ":"))
    return inside and len(low) < 90 and ". " not in low


def larger(part: Figure, whole: Figure) -> bool:
    """Whether the part is surely larger than the whole."""
    have = part.value if part.value is not None else part.low
    most = whole.high if whole.high is not None else whole.value if whole.comparator == "exact" else None
    return have is not None and most is not None and have > most


def family(figure: Figure) -> str:
    """Persons are one family, whatever they are held as; things by their unit."""
    return "persons" if figure.unit in ("hostages", "prisoners", "civilians", "people", "members", "bodies") else figure.unit


@dataclass(frozen=True, slots=True)
class Bond:
    """The words that bind a flow to a deal; *begins*: their place in the sentence; *deal*: the character after the deal's noun."""

    words: str
    begins: int
    deal: int


def agreement_of(parsed: Parsed, words: Sequence[Token], last: int, trigger: Token | None) -> Bond | None:
    """The deal or truce to which a flow is bound, verbatim with its date ("under a swap in early May"); None where none is named."""
    book = lexicon("figures_measures")["bond"]
    preps = [w for w in words[last : last + 3] if w.dep == "prep"]
    preps += [c for c in (trigger.children if trigger is not None else []) if c.dep == "prep"]
    for prep in preps:
        if prep.lower not in book["preps"]:
            continue
        noun = next((t for t in prep.subtree() if t.lemma.lower() in book["nouns"] and 1 < t.i - prep.i <= 8), None)
        if noun is not None:
            tail = parsed.tokens[noun.i + 1 : noun.i + 6]
            dated = [t for t in tail if t.ent == "DATE" and t.sent == noun.sent] if tail and tail[0].lower in ("in", "of", "on", "last") else []
            return Bond(Span(prep.start, dated[-1].end if dated else noun.end).of(parsed.report.text), prep.i - words[0].i, noun.end)
    return None


def whose_of(draft: Draft, trigger: Token | None, head: Token | None) -> str | None:
    """The party that did what the frame says: the subject of the active verb, the agent of the passive, or the captor behind "in … hands"."""
    if trigger is None or trigger.lemma in lexicon("figures_measures")["counting"]["verbs"]:
        return None
    doer = trigger.has("nsubj")
    agent = trigger.has("agent")
    if agent is not None:
        doer = agent.has("pobj")
    if doer is None or (head is not None and doer is head) or doer.dep == "nsubjpass":
        return None
    party = draft.cast.at(doer)
    return party.name if party else None
