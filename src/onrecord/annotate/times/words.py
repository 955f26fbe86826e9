"""The words of times as regular expressions and as numbers, made once from the lexicon."""

from __future__ import annotations

import re
from collections.abc import Iterable

from onrecord.annotate.lexicon import lexicon

WORDS = lexicon("times")


def table(name: str) -> dict[str, str | int]:
    """A section of the lexicon without its note."""
    return {k: v for k, v in WORDS[name].items() if k != "note"}


def either(words: Iterable[str]) -> str:
    """An alternation, longest word first, blanks standing for any white space."""
    ordered = sorted(words, key=len, reverse=True)
    return "(?:" + "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in ordered) + ")"


MONTHS: dict[str, int] = {k: int(v) for k, v in table("months").items()}
WEEKDAYS: dict[str, int] = {k: int(v) for k, v in (table("weekdays") | table("short_weekdays")).items()}
UNITS: dict[str, str] = {k: str(v) for k, v in table("units").items()}
SEASONS: dict[str, str] = {k: str(v) for k, v in table("seasons").items()}
PARTS: dict[str, str] = {k: str(v) for k, v in table("day_parts").items()}
SMALL: dict[str, int] = {k: int(v) for k, v in table("numbers").items()}
TENS: dict[str, int] = {k: int(v) for k, v in table("tens").items()}
ORDINALS: dict[str, int] = {k: int(v) for k, v in table("ordinals").items()}

_long_months = [m for m in MONTHS if len(m) > 4 or m in ("may", "june", "july")]
_short_months = [m for m in MONTHS if m not in _long_months]
MONTH = f"(?:{either(_long_months)}|{either(_short_months)}\\b\\.?)"
WEEKDAY = either(table("weekdays"))
SHORT_WEEKDAY = f"{either(table('short_weekdays'))}\\b\\.?"
UNIT = either(k for k in UNITS if k != "century") + "s?|centur(?:y|ies)"
UNIT = f"(?:{UNIT})"
SEASON = either(SEASONS)
PART = either(PARTS)
DASH = r"[-‐‑–—]"
_ones = either(list(SMALL)[:9])
_big = (
    rf"(?:(?:a|one|two|three|four|five|six|seven|eight|nine|several)\s+(?:hundred|thousand)(?:\s+(?:and\s+)?(?:{either(TENS)}"
    rf"(?:[-\s]{_ones})?|{either(SMALL)}))?)"
)
NUMBER = (
    rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?(?:\s+1/2|½)?|{_big}|{either(TENS)}(?:[-\s]{_ones}\b)?|{either(SMALL)}|half\s+a\s+dozen"
    rf"|a\s+dozen|two\s+dozen|a\s+half|half\s+an?|one\s+and\s+a\s+half|an?)"
)
VAGUE = either(WORDS["vague_amounts"]["words"]) + r"(?:\s+of)?"
APPROX = either(WORDS["approx"]["words"])
FILLER = rf"(?:{either(WORDS['fillers']['words'])}|(?!{either(WORDS['no_fillers']['words'])}\b)[a-z]{{4,12}}(?=\s+\w+s\b))"
ORDINAL = rf"(?:{either(['twenty', 'thirty'])}[-\s]{either(list(ORDINALS)[:9])}|{either(ORDINALS)})"
DAY = r"(?:(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\d%$]|[,.]\d))"
YEAR = r"(?:(?:1[0-9]|20)\d\d(?!\d|[,.]\d))"
_tens_year = rf"{either(TENS)}(?:[-\s]{_ones})?"
SPOKEN_YEAR = (
    rf"(?:(?:nineteen|eighteen|twenty)\s+(?:{_tens_year}|{either(list(SMALL)[9:])}|oh[-\s]{_ones})|two\s+thousand(?:\s+(?:and\s+)?"
    rf"(?:{either(SMALL)}))?)"
)
BC_YEAR = r"(?:\d{1,4}(?=\s*(?:[-–]|to)\s*\d{1,4}\s*BCE?\b)|\d{1,4}\s*B\.?C\b(?:\.|E\b)?)"
ANY_YEAR = rf"(?:{BC_YEAR}|{YEAR}|{SPOKEN_YEAR}\b)"
MOD = (
    r"(?:(?:the\s+)?(?:very\s+)?(?:early|mid|late)(?:\s+(?:in|on)(?:\s+the)?)?|(?:the\s+)?(?:very\s+)?(?:beginning|start|end|middle"
    r"|close|outset|turn)\s+of(?:\s+the)?|earlier(?:\s+(?:in|on)(?:\s+the)?)?|later(?:\s+(?:in|on)(?:\s+the)?)?)"
)
ZONE = either(WORDS["zones"]["words"])
CLOCK = (
    rf"(?:(?:[01]?\d|2[0-3])(?::[0-5]\d){{1,2}}(?:\s*[ap]\.?\s?m\b\.?)?|(?:1[0-2]|0?[1-9])(?:[:.][0-5]\d)?\s*[ap]\.?\s?m\b\.?|noon"
    rf"|midnight|(?:[01]?\d|2[0-3])\.[0-5]\d(?=\s+on\s+{WEEKDAY})|(?:1[0-2]|[1-9]|{either(list(SMALL)[:12])})\s+o['’]clock|[0-2]\d[0-5]\d(?:\s+(?:hours|hrs|GMT|UTC|local(?:\s+time|(?=\s*(?:[.,;:)]|$|\s(?:on|to|until|when)\b))))|Z\b))(?:\s*(?:\(?{ZONE}\)?)"
    rf"(?!\w)|\s+(?-i:[A-Z][a-z]+\s+time))?"
)


def number(words: str) -> float | None:
    """The number that *words* say ("twenty-four", "a dozen", "2 1/2"); None when they say none."""
    text = re.sub(r"[-\s‑–]+", " ", words.strip().lower().replace(",", ""))
    digits = re.fullmatch(r"(\d+(?:\.\d+)?)( ?1/2|½)?", text)
    if digits:
        return float(digits[1]) + (0.5 if digits[2] else 0)
    fixed = {"a": 1.0, "an": 1.0, "a dozen": 12.0, "two dozen": 24.0, "half a dozen": 6.0, "half a": 0.5, "half an": 0.5, "a half": 0.5, "one and a half": 1.5}
    if text in fixed:
        return fixed[text]
    total = current = 0.0
    for word in text.split():
        if word in SMALL or word in TENS:
            current += SMALL.get(word) or TENS[word]
        elif word == "a":
            current = 1
        elif word == "hundred":
            current = (current or 1) * 100
        elif word == "thousand":
            total, current = (current or 1) * 1000, 0
        elif word not in ("and", "of"):
            return None
    return total + current or None


def spoken_year(words: str) -> int | None:
    """The year that digits or words name ("1996", "nineteen ninety-six", "two thousand"); negative before Christ."""
    text = re.sub(r"[-\s]+", " ", words.strip().lower())
    before = re.fullmatch(r"(\d+) ?b\.?c\.?e?", text)
    if before:
        return -int(before[1])
    if text.isdigit():
        return int(text)
    first, _, rest = text.partition(" ")
    if first == "two":
        value = number(text)
        return int(value) if value else None
    tail = number(rest.removeprefix("oh "))
    return {"nineteen": 1900, "eighteen": 1800, "twenty": 2000}[first] + int(tail) if tail is not None else None


def ordinal(words: str) -> int | None:
    """The number of an ordinal ("twenty-first", "3rd")."""
    text = re.sub(r"[-\s]+", " ", words.strip().lower())
    digits = re.match(r"\d+", text)
    if digits:
        return int(digits[0])
    total = 0
    for word in text.split():
        if word not in ORDINALS and word not in TENS:
            return None
        total += ORDINALS.get(word) or TENS[word]
    return total or None


def month(words: str) -> int:
    """The number of a month's name."""
    return MONTHS[words.lower().rstrip(".")]


def unit(words: str) -> str:
    """The singular of a unit's name."""
    low = words.lower()
    if low.startswith("centur"):
        return "century"
    return low if low in UNITS else low.removesuffix("s")


def modifier(words: str | None) -> str | None:
    """early, mid, late, start, end, earlier or later, whatever the words around it."""
    if not words:
        return None
    low = words.lower()
    for key, value in table("modifiers").items():
        if key in low:
            return str(value)
    return None


def clock(words: str) -> str | None:
    """The TIMEX3 part after the T: "14:30", "24" for midnight, "12:00" for noon."""
    low = words.lower()
    if low.startswith("noon"):
        return "12:00"
    if low.startswith("midnight"):
        return "24:00"
    found = re.match(r"(\d{1,2})(?:[:.](\d\d))?(?::\d\d)?\s*([ap])?", low) if not re.match(r"\d{4}[\sz]", low) else re.match(r"(\d\d)(\d\d)()", low)
    if found is None:
        named = re.match(r"[a-z]+", low)
        value = SMALL.get(named[0]) if named else None
        return f"{value:02d}:00" if value else None
    hour = int(found[1])
    if found[3] == "p" and hour < 12:
        hour += 12
    elif found[3] == "a" and hour == 12:
        hour = 0
    return f"{hour:02d}:{found[2]}" if found[2] else f"{hour:02d}:00"
