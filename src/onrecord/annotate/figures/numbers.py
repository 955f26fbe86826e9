"""Numbers in running words: digits, words, ranges and the comparators around them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import cast

from onrecord.annotate.figures.amount import Amount, Bare
from onrecord.annotate.figures.durations import lone_word
from onrecord.annotate.lexicon import lexicon
from onrecord.types import Comparator, Token

DIGITS = re.compile(r"(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(m|mn|bn|k)?")
SUFFIX = {"m": 1e6, "mn": 1e6, "bn": 1e9, "k": 1e3}
ORDINAL = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+)(?:st|nd|rd|th)")
JOINED = re.compile(r"(\d[\d,]*)[-–—](\d[\d,]*)")
PLUS = re.compile(r"(\d[\d,]*)\+")
PRICED = re.compile(r"([a-z]{1,4}?)\$?(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(m|mn|bn|k)?")
"""A currency's letters written onto the number."""
HYPHENS = frozenset({"-", "–", "—", "‑"})


def digits(text: str) -> float | None:
    """The value of a token of digits, or None."""
    match = DIGITS.fullmatch(text)
    return float(match[1].replace(",", "")) * SUFFIX.get(match[2], 1.0) if match else None


def amounts(words: Sequence[Token]) -> list[Amount]:
    """The amounts of one sentence, left to right; places are indices into *words*."""
    found: list[Amount] = []
    i = 0
    known = starters()
    while i < len(words):
        text = words[i].lower
        bare = bare_number(words, i) if text in known or (not text.isalpha() and any(c.isdigit() for c in text)) else None
        if bare is None:
            i += 1
            continue
        bare = ranged(words, i, bare)
        amount = compared(words, i, bare, found[-1].last if found else 0)
        found.append(amount)
        i = amount.last
    return found


@cache
def starters() -> frozenset[str]:
    """Every word with which a number can begin; looked up before anything else, as nine words of ten begin none."""
    book = lexicon("figures_numbers")
    groups = (book["units"]["words"], book["ordinals"]["words"], book["vague"], book["several"]["words"], book["fractions"]["words"])
    return frozenset(w for g in groups for w in g) | {"a", "an", "half", "score", "none"} | frozenset(lexicon("figures_units")["time"]["words"])


def bare_number(words: Sequence[Token], i: int) -> Bare | None:
    """The number that begins at word *i*, without its comparator."""
    text = words[i].lower
    if (match := ORDINAL.fullmatch(text)) is not None:
        return Bare(digits(match[1]), i + 1, ordinal=True)
    if text in lexicon("figures_numbers")["ordinals"]["words"] and not shares(words, i):
        return Bare(float(lexicon("figures_numbers")["ordinals"]["words"][text]), i + 1, ordinal=True)
    if (share := fraction(words, i)) is not None:
        return share
    if (match := JOINED.fullmatch(text)) is not None:
        return Bare(None, i + 1, digits(match[1]), digits(match[2]), "between")
    if (price := lettered(words, i)) is not None:
        return price
    if (match := PLUS.fullmatch(text)) is not None:
        value = digits(match[1])
        return Bare(value, i + 1, low=value, comparator="at_least")
    if (lone := lone_word(words, i)) is not None:
        return Bare(lone, i + 1)
    return vague(words, i) or worded(words, i)


def lettered(words: Sequence[Token], i: int) -> Bare | None:
    """ "N170 billion", "P100,000": the number with its unit, where thousands or a scale show that it is money and no name ("M23")."""
    match = PRICED.fullmatch(words[i].lower)
    unit = lexicon("figures_numbers")["currencies"]["words"].get(match[1]) if match else None
    if match is None or unit is None:
        return None
    value, end = float(match[2].replace(",", "")) * SUFFIX.get(match[3], 1.0), i + 1
    scale = lexicon("figures_numbers")["scales"]["words"].get(words[end].lower) if end < len(words) else None
    if scale is None and "," not in match[2] and match[3] is None:
        return None
    return Bare(value * (scale or 1), end + (scale is not None), unit=unit)


def fraction(words: Sequence[Token], i: int) -> Bare | None:
    """ "half of the", "a third of", "two - thirds of": a share in percent; "a quarter of a million": that part of the scale."""
    book: dict[str, float] = lexicon("figures_numbers")["fractions"]["words"]
    scales: dict[str, int] = lexicon("figures_numbers")["scales"]["words"]
    times, at = 1.0, i
    if words[i].lower in ("a", "one", "two", "three") and i + 1 < len(words):
        times = {"two": 2.0, "three": 3.0}.get(words[i].lower, 1.0)
        at = i + 2 if words[i + 1].lower in HYPHENS else i + 1
    if at + 1 >= len(words) or words[at].lower not in book or words[at + 1].lower not in ("of", "the", "its", "their", "his"):
        return None
    if at > i and [w.lower for w in words[at + 1 : at + 3]] == ["of", "a"] and at + 3 < len(words) and words[at + 3].lower in scales:
        return Bare(float(round(times * book[words[at].lower] * scales[words[at + 3].lower] / 100)), at + 4)
    if at == i and words[at].lower != "half":
        return None
    return Bare(round(times * book[words[at].lower], 1), at + 1, share=True)


def shares(words: Sequence[Token], i: int) -> bool:
    """Whether "a third", "two thirds" names a share rather than a rank."""
    return i > 0 and words[i - 1].lower in ("a", "one", "two") and i + 1 < len(words) and words[i + 1].lower == "of"


def vague(words: Sequence[Token], i: int) -> Bare | None:
    """ "dozens", "hundreds of thousands", "several dozen": a lower bound and no value."""
    book = lexicon("figures_numbers")
    kinds: dict[str, dict[str, object]] = book["vague"]
    text, end = words[i].lower, i + 1
    if text in book["several"]["words"] and end < len(words) and f"{words[end].lower}s" in kinds:
        text, end = f"{words[end].lower}s", end + 1
    if text not in kinds or text == "note":
        return None
    row = kinds[text]
    low = float(cast(float, row["low"]))
    comparator = cast(Comparator, row["comparator"])
    if end + 1 < len(words) and words[end].lower == "of" and words[end + 1].lower in ("thousands", "millions"):
        low, comparator, end = low * (1000 if words[end + 1].lower == "thousands" else 1e6), "hundreds", end + 2
    elif text in ("tens", "scores") and not (end < len(words) and words[end].lower == "of"):
        return None
    return Bare(None, end, low=low, comparator=comparator)


def worded(words: Sequence[Token], i: int) -> Bare | None:
    """A number in digits or words with its scales ("1.5 million", "one hundred and five", "half a dozen", "two dozen")."""
    book = lexicon("figures_numbers")
    units: dict[str, int] = book["units"]["words"]
    scales: dict[str, int] = book["scales"]["words"]
    total, current, seen, at = 0.0, 0.0, False, i
    if words[i].lower == "half" and i + 2 < len(words) and words[i + 1].lower in ("a", "an") and words[i + 2].lower in scales:
        return Bare(scales[words[i + 2].lower] / 2, i + 3)
    if words[i].lower in ("a", "an"):
        if i + 1 >= len(words) or words[i + 1].lower not in scales:
            return None
        current, seen, at = 1.0, True, i + 1
    while at < len(words):
        text = words[at].lower
        value = digits(text) if not seen else None
        if value is not None:
            current, seen = value, True
        elif text in units and (not seen or joins(words, at, current)):
            current, seen = current + units[text], True
        elif (suffix := text.rstrip(".")) in SUFFIX and seen and at == i + 1 and words[at].start == words[i].end:
            current *= SUFFIX[suffix]
        elif text in scales and seen:
            scaled = current * scales[text]
            total, current = (total + scaled, 0.0) if scales[text] >= 1000 else (total, scaled)
        elif not (seen and at + 1 < len(words) and words[at + 1].lower in units and bridge(words, at, current or total)):
            break
        at += 1
    return Bare(total + current, at) if seen else None


def joins(words: Sequence[Token], at: int, current: float) -> bool:
    """Whether the unit word at *at* goes on with the number before it ("twenty three", "hundred and five", "thousand two …")."""
    before = words[at - 1].lower
    if before in HYPHENS:
        return 20 <= current % 100 <= 90
    return before == "and" or (current % 100 == 0) or (current % 10 == 0 and current % 100 >= 20 and before in lexicon("figures_numbers")["units"]["words"])


def bridge(words: Sequence[Token], at: int, current: float) -> bool:
    """Whether "and" or a hyphen at *at* stands inside one number."""
    text = words[at].lower
    small = lexicon("figures_numbers")["units"]["words"][words[at + 1].lower]
    if text in HYPHENS:
        return current % 10 == 0 and 20 <= current % 100 <= 90 and 0 < small < 10 and digits(words[at - 1].text) is None
    return text == "and" and words[at - 1].lower in ("hundred", "thousand") and small > 0


def ranged(words: Sequence[Token], i: int, bare: Bare) -> Bare:
    """The same number, or the range that it opens: "15 to 20", "between 15 and 20", "15-20"."""
    at = bare.end
    if bare.value is None or bare.ordinal or at + 1 >= len(words):
        return bare
    link = words[at].lower
    between = i > 0 and words[i - 1].lower in ("between", "from")
    if not (link == "to" or link in HYPHENS or (link in ("and", "or") and (between or (link == "or" and bare.value < 20)))):
        return bare
    other = bare_number(words, at + 1)
    if other is None or other.value is None or other.ordinal or other.value <= bare.value:
        return bare
    low = bare.value
    if other.value >= 1000 and low < 1000 and words[other.end - 1].lower in lexicon("figures_numbers")["scales"]["words"] and low < other.value / 1000:
        low *= lexicon("figures_numbers")["scales"]["words"][words[other.end - 1].lower]
    return Bare(None, other.end, low, other.value, "between")


def compared(words: Sequence[Token], i: int, bare: Bare, floor: int) -> Amount:
    """The number with the comparators before (not before *floor*) and behind it, and the bounds they give."""
    amount = Amount(i, bare.end, i, bare.end, bare.value, bare.low, bare.high, bare.comparator, bare.ordinal, "percent" if bare.share else bare.unit)
    if bare.comparator == "between" and i > floor and words[i - 1].lower in ("between", "from"):
        amount = replace(amount, first=i - 1)
    amount = priced(words, percent(words, amount))
    if bare.ordinal:
        return amount
    for _ in range(2):
        found = [(longest(words, amount.first, row["phrases"], floor), row["comparator"]) for row in lexicon("figures_numbers")["before"]]
        size, comparator = max(found, key=lambda pair: pair[0])
        if not size:
            break
        amount = bounded(replace(amount, first=amount.first - size), comparator)
    for row in lexicon("figures_numbers")["after"]:
        for phrase in row["phrases"]:
            parts = phrase.split()
            if [w.lower for w in words[amount.last : amount.last + len(parts)]] == parts:
                return bounded(replace(amount, last=amount.last + len(parts)), row["comparator"])
    return amount


def priced(words: Sequence[Token], amount: Amount) -> Amount:
    """The amount with the sign or the letters of a currency before it ("$", "Rs.") taken in as its unit."""
    signs = lexicon("figures_units")["money"]["words"]
    if amount.first and words[amount.first - 1].text in signs and not words[amount.first - 1].text.isalpha():
        return replace(amount, first=amount.first - 1, unit=signs[words[amount.first - 1].text])
    letters = lexicon("figures_numbers")["currencies"]["apart"]
    for size in (1, 2):  # the parser may take the full stop of "Rs." for a word
        written = "".join(w.lower for w in words[max(amount.first - size, 0) : amount.first]).rstrip(".")
        if amount.first >= size and written in letters and words[amount.first - size].text[:1].isupper():
            return replace(amount, first=amount.first - size, unit=letters[written])
    return amount


def percent(words: Sequence[Token], amount: Amount) -> Amount:
    """The amount with "percent" or "%" taken in as its unit."""
    if amount.last < len(words) and words[amount.last].lower in ("percent", "%", "pc"):
        return replace(amount, last=amount.last + 1, unit="percent")
    if amount.last + 1 < len(words) and [w.lower for w in words[amount.last : amount.last + 2]] == ["per", "cent"]:
        return replace(amount, last=amount.last + 2, unit="percent")
    return amount


def longest(words: Sequence[Token], end: int, phrases: Sequence[str], floor: int) -> int:
    """How many words before *end* make the longest of *phrases*; 0 for none."""
    best = 0
    for phrase in phrases:
        parts = parted(phrase)
        start = end - len(parts)
        if len(parts) > best and start >= floor and words[start].dep != "prt" and [w.lower for w in words[start:end]] == parts and not topical(words, start):
            best = len(parts)
    return best


@cache
def parted(phrase: str) -> list[str]:
    """The words of a phrase of the word lists."""
    return phrase.split()


def topical(words: Sequence[Token], start: int) -> bool:
    """Whether the word at *start* says what a talk or quarrel is about ("talks over 30 farmers", "a row about 12 boats")."""
    return start > 0 and words[start].lower in ("over", "about", "around") and words[start - 1].lemma in lexicon("figures_numbers")["topical"]["words"]


def bounded(amount: Amount, comparator: Comparator) -> Amount:
    """The amount with the closed bounds that *comparator* gives; whole numbers step by one."""
    value = amount.value
    if comparator == "exact":
        return amount
    if value is None:
        if comparator in ("more_than", "at_least") and amount.comparator == "between":
            return replace(amount, comparator=comparator, value=amount.low, high=None)
        return amount
    step = 1.0 if value == int(value) else 0.0
    if amount.comparator != "exact":
        return amount
    bounds: dict[str, tuple[float | None, float | None]] = {
        "more_than": (value + step, None), "at_least": (value, None), "less_than": (None, value - step), "at_most": (None, value),
    }
    low, high = bounds.get(comparator, (None, None))
    return replace(amount, comparator=comparator, low=low, high=high)
