"""Where an annotated item stands in its report's text, and how far two such places overlap."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from onrecord.errors import GoldError

Place = tuple[int, int]
Item = dict[str, Any]
SHORT_TRIGGER = 3
"""Words of a trigger up to which one shared character is enough."""


@dataclass(frozen=True, slots=True)
class Places:
    """The places of an item: its quote, and for some layers its parts."""

    quote: tuple[Place, ...] = ()
    source: tuple[Place, ...] = ()
    content: tuple[Place, ...] = ()
    trigger: tuple[Place, ...] = ()


def overlap(one: Iterable[Place], other: Iterable[Place]) -> float:
    """Shared characters over all characters (intersection over union); 0 where one side has none."""
    a = {i for start, end in one for i in range(start, end)}
    b = {i for start, end in other for i in range(start, end)}
    return len(a & b) / len(a | b) if a and b else 0.0


def find(text: str, phrase: str | None) -> list[Place]:
    """All places of *phrase* as whole words; within words only where it stands nowhere whole."""
    if not phrase:
        return []
    left = r"(?<!\w)" if phrase[0].isalnum() else ""
    right = r"(?!\w)" if phrase[-1].isalnum() else ""
    whole = [m.span() for m in re.finditer(left + re.escape(phrase) + right, text)]
    return whole or [m.span() for m in re.finditer(re.escape(phrase), text)]


def quote_place(item: Item, text: str) -> Place | None:
    """Where an item's quote stands: as given, else its nth occurrence. GoldError where the words given are not those of the text."""
    if item.get("start") is not None and item.get("end") is not None:
        start, end = item["start"], item["end"]
        if "quote" in item and text[start:end] != item["quote"]:
            raise GoldError(f"{item['quote'][:60]!r} is not the text at {start}-{end}; the annotation was made for another text")
        return start, end
    at = -1
    for _ in range(item.get("nth") or 1):
        at = text.find(item.get("quote") or "\0", at + 1)
        if at < 0:
            return None
    return at, at + len(item["quote"])


def part_places(item: Item, name: str, text: str, quote: Place | None) -> tuple[Place, ...]:
    """Places of a named part: as given, else each phrase's first place within the quote (a source's nearest to the cue), else its first place at all."""
    given = item.get(f"{name}_spans")
    if given:
        return tuple((s[0], s[1]) for s in given)
    phrases: Sequence[str | None] = [item.get(name), *((item.get("content_more") or []) if name == "content" else [])]
    cues = within(find(text, item.get("cue")), quote)
    out = []
    for phrase in phrases:
        anywhere = find(text, phrase)
        inside = within(anywhere, quote)
        if name == "source" and cues:
            inside = sorted(inside, key=lambda p: abs(p[0] - cues[0][0]))
        out.extend((inside or anywhere)[:1])
    return tuple(out)


def within(places: Iterable[Place], quote: Place | None) -> list[Place]:
    """Those that lie inside the quote."""
    return [p for p in places if quote is not None and quote[0] <= p[0] and p[1] <= quote[1]]


def places_of(item: Item, layer: str, text: str) -> Places:
    """All places of an item that its layer is located by."""
    quote = quote_place(item, text)
    quotes = (quote,) if quote else ()
    if layer == "attributions":
        return Places(quotes, part_places(item, "source", text, quote), part_places(item, "content", text, quote))
    if layer == "events":
        span = item.get("trigger_span")
        return Places(quotes, trigger=((span[0], span[1]),) if span else part_places(item, "trigger", text, quote))
    return Places(quotes)


RELATIVE = re.compile(r",?\s+(?:who|whom|whose|which|that)\b")
PRONOUNS = frozenset({"who", "which", "that"})


def bare_source(text: str, place: Place) -> Place:
    """A source without its relative clause: the guide has it no longer than needed, and annotators differ on how long that is."""
    clause = RELATIVE.search(text, *place)
    return (place[0], clause.start()) if clause is not None and clause.start() > place[0] else place


def same_source(gold: Places, system: Places, text: str) -> float:
    """How far two sources overlap, relative clauses left out; one told as "who" is the words right before it."""
    if len(gold.source) == 1 and len(system.source) == 1 and text[slice(*gold.source[0])] in PRONOUNS:
        return 1.0 if text[system.source[0][1] : gold.source[0][0]] in (" ", ", ") else overlap(gold.source, system.source)
    one, other = ([bare_source(text, p) for p in side.source] for side in (gold, system))
    return max(overlap(gold.source, system.source), overlap(one, other))


def closeness(layer: str, gold: Places, system: Places, text: str, *, strict: bool = False) -> float:
    """0 where two items are not at the same words; the larger, the closer."""
    if layer == "attributions":
        content = overlap(gold.content, system.content)
        source = overlap(gold.source, system.source) if strict else same_source(gold, system, text)
        return content + source if min(content, source) >= 0.5 else 0.0
    if layer == "events":
        value = overlap(gold.trigger, system.trigger)
        if value >= 0.5 or not (gold.trigger and system.trigger):
            return value
        short = all(len(text[slice(*t.trigger[0])].split()) <= SHORT_TRIGGER for t in (gold, system))
        return 0.5 if value > 0 and short else 0.0
    value = overlap(gold.quote, system.quote)
    return value if value >= (0.5 if layer == "times" else 0.3) else 0.0


def pair(layer: str, gold: Sequence[Places], system: Sequence[Places], text: str, *, strict: bool = False) -> list[tuple[int, int]]:
    """Pairs (gold, system) at the same words, the closest first, each item once."""
    scored = ((closeness(layer, g, s, text, strict=strict), i, j) for i, g in enumerate(gold) for j, s in enumerate(system))
    pairs: list[tuple[int, int]] = []
    left, right = set(range(len(gold))), set(range(len(system)))
    for value, i, j in sorted(scored, reverse=True):
        if value > 0 and i in left and j in right:
            left.discard(i)
            right.discard(j)
            pairs.append((i, j))
    return pairs
