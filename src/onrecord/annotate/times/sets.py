"""Rules for what recurs, and the ISO form of a duration."""

from __future__ import annotations

from re import Match

from onrecord.annotate.times import words as w
from onrecord.annotate.times.dates import span_of
from onrecord.annotate.times.found import Found
from onrecord.types import TimeExpression, TimexType


def each(m: Match[str]) -> Found | None:
    """Each July, every Thursday, every two weeks, daily, Tuesday nights, Mondays."""
    text = m.group(0).lower()
    kind: TimexType = "SET"
    if m["wd"]:
        value = f"XXXX-WXX-{w.WEEKDAYS[m['wd'].lower()] + 1}" + (f"T{w.PARTS[m['part'].lower()]}" if m["part"] else "")
    elif m["mo"]:
        value = f"XXXX-{w.month(m['mo']):02d}"
    elif m["se"]:
        value = f"XXXX-{w.SEASONS[m['se'].lower()]}"
    elif m["pt"]:
        value = f"XXXX-XX-XXT{w.PARTS[m['pt'].lower()]}"
    elif m["u2"]:
        value = duration(1, m["u2"].lower())
    elif m["u"]:
        amount = w.number(m["n"]) if m["n"] else 2 if "other" in text else 1
        value = duration(amount, w.unit(m["u"]))
    elif m.group(0)[0].isupper() and m.string[max(0, m.start() - 2) : m.start()].strip().isalnum():
        return None
    else:
        return Found(span_of(m), kind, TimeExpression("set", value=SETS.get(text, ADVERBS[text]), name=ADVERBS[text]))
    return Found(span_of(m), kind, TimeExpression("set", value=value))



SETS: dict[str, str] = {k: str(v) for k, v in w.table("adverb_timex").items()}
"""TIMEX3 values of words that say how often; the guide's are durations."""
ADVERBS: dict[str, str] = {k: str(v) for k, v in w.table("adverbs").items()}


EACH = (
    rf"(?:(?:each|every)\s+(?:(?:(?P<n>other|{w.NUMBER})\s+)?(?P<u>{w.UNIT})\b|(?P<wd>{w.WEEKDAY})(?:\s+(?P<part>{w.PART}))?|"
    rf"(?P<mo>{w.MONTH})|(?P<se>{w.SEASON})|(?P<pt>{w.PART}))|per\s+(?P<u2>day|night|week|month|year|hour)\b|(?:daily|weekly|monthly"
    rf"|annually|yearly|hourly|nightly|biweekly|fortnightly|day\s+after\s+day|hour\s+by\s+hour|day\s+by\s+day|week\s+by\s+week"
    rf"|year\s+after\s+year)\b)"
)


PLURAL = rf"(?P<wd>{w.WEEKDAY})(?:s|\s+(?P<part>{w.PART})s)\b"


def plural(m: Match[str]) -> Found:
    """Tuesday nights, on Mondays."""
    value = f"XXXX-WXX-{w.WEEKDAYS[m['wd'].lower()] + 1}" + (f"T{w.PARTS[m['part'].lower()]}" if m["part"] else "")
    return Found(span_of(m), "SET", TimeExpression("set", value=value))


def duration(amount: float | None, unit: str) -> str:
    """The ISO duration of an amount of a unit; X where no number is said. A decade is ten years, a fortnight two weeks."""
    letter = w.UNITS[unit]
    if amount is None and letter == "CE":
        return "PXC"
    if letter in ("DE", "CE"):
        amount, letter = (amount * (10 if letter == "DE" else 100) if amount is not None else None), "Y"
    elif letter == "F":
        amount, letter = (amount * 2 if amount is not None else None), "W"
    elif letter in ("N", "E"):
        letter = "D" if letter == "N" else "WE"
    if amount is not None and amount % 1:
        smaller = {"Y": ("M", 12), "TH": ("TM", 60), "TM": ("TS", 60), "D": ("TH", 24)}.get(letter)
        if smaller:
            whole, rest = int(amount), round((amount % 1) * smaller[1])
            head = f"{whole}{letter.lstrip('T')}" if whole else ""
            time = letter.startswith("T")
            return f"P{'T' if time else ''}{head}{'T' if smaller[0].startswith('T') and not time else ''}{rest}{smaller[0].lstrip('T')}"
    count = "X" if amount is None else f"{amount:g}" if amount < 1e6 else str(int(amount))
    return f"PT{count}{letter[1:]}" if letter.startswith("T") else f"P{count}{letter}"
