"""Rules for expressions that count: durations, steps from another time, deictic words, clock times, vague references."""

from __future__ import annotations

import re
from re import Match

from onrecord.annotate.times import words as w
from onrecord.annotate.times.dates import REL, lean_of, span_of, step, way
from onrecord.annotate.times.found import Found, Lean
from onrecord.annotate.times.sets import duration
from onrecord.types import Span, TimeExpression, TimexType

AFTER = (
    r"ago|earlier|later|afterwards?|thereafter|from\s+now|hence|beforehand|previously|prior(?!\s+to)|after\s+that|before\s+that|before"
    r"(?=\s*[.,;:)]|$)|after(?=\s*[.,;:)]|$)"
)
QUANTITY = rf"(?:(?P<n>{w.NUMBER})(?:(?:\s+(?:to|or)\s+|\s*{w.DASH}\s*)(?P<n2>{w.NUMBER}))?|(?P<v>{w.VAGUE})|(?P<c>a?\s*couple(?:\s+of)?))"
SPAN = (
    rf"(?:(?P<approx>{w.APPROX})\s+)?(?:the\s+)?{QUANTITY}(?P<mid>\s+and\s+a\s+half)?(?:\s+|{w.DASH})(?:{w.FILLER}\s+)*(?P<u>{w.UNIT})\b"
    rf"(?P<half>\s+and\s+a\s+half)?(?P<tail>{w.DASH}(?:old|long)\b)?(?:\s+or\s+(?:so|more|less|two))?(?:\s+(?P<after>{AFTER})\b)?"
)
ROLLING = (
    rf"(?:(?:at\s+least|each\s+of)\s+)?(?P<det>the|these|those|its|his|her|their)\s+(?P<rel>last|past|previous|preceding|next|coming"
    rf"|following|first|final|latest|ensuing|initial|opening)\s+(?:{QUANTITY}(?:\s+|-))?(?:{w.FILLER}\s+)*(?P<u>{w.UNIT})\b"
    rf"(?:\s+or\s+so)?"
)
UNIT_REL = rf"(?:(?P<mod>{w.MOD})[\s-]+)?(?P<rel>{REL})\s+(?P<u>{w.UNIT}|{w.PART})\b(?:\s+(?P<part>{w.PART}))?"
UNIT_THE = (
    rf"(?P<mod>{w.MOD})[\s-]+(?:of\s+)?(?:the\s+)?(?P<u>{w.UNIT})\b(?!\s+of\b)|(?P<ye>(?:the\s+)?(?:year(?:['’]s)?|month['’]s"
    rf"|week['’]s)[\s-]end)\b"
)
DEICTIC = (
    rf"(?:(?P<mod>{w.MOD}|mid[\s-](?:morning|afternoon)|the\s+day\s+(?:before|after))[\s-]+)?(?P<d>today|tonight|yesterday|tomorrow"
    rf"|overnight)(?:\s+(?P<part>{w.PART}))?"
)
BARE_WEEKEND = r"(?P<mod>(?:early|late|earlier|later)\s+)?(?:the\s+)(?P<u>weekend)\b"
DAY_REL = (
    r"(?:(?P<same>(?:the|that)\s+(?:very\s+)?same\s+(?:day|night|morning|evening|afternoon|week|month|year))|(?P<next>the\s+"
    r"(?:very\s+)?(?:next|following)\s+(?:day|morning|night|evening|afternoon|week|month|year))|(?P<before>the\s+(?P<bu>day|night|week"
    r"|month|year)\s+(?:before|earlier|prior|previous)(?!\s+(?:the|he|she|it|they|his|her|a)\b))|(?P<after>the\s+(?P<au>day|week|month"
    r"|year)\s+after(?=\s*[.,;]|$))|(?P<ord>the\s+(?P<on>second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\s+day(?!\s+of)))"
)
RECENT = (
    rf"(?:the\s+)?(?:(?P<way>recent|coming|past|future|later|earlier|following|early|upcoming)\s+)(?P<u>{w.UNIT})\b(?:\s+and\s+"
    rf"(?P<u2>{w.UNIT})\b)?|(?:the\s+)?(?P<u3>{w.UNIT})\s+(?P<ahead>ahead|to\s+come|past)\b"
)
PLURAL = (
    r"(?P<u>seconds|minutes|hours|days|weeks|months|years|decades|centuries)(?:\s+(?P<or>or|and)\s+(?:even\s+)?(?:days|weeks|months"
    r"|years|decades))?"
)
WITHIN_ONE = r"within\s+an?\s+(?P<u>week|fortnight|month|year|day|hour)\b(?!\s+(?:and\s+a|or\s+(?:two|so|more|less))\b|['’-])"
LONG = rf"(?P<u>(?:hour|day|week|month|year|decade)s?){w.DASH}(?:long|old)\b"
LONE = {"a", "an"}
BACK = ("ago", "earlier", "before", "previously", "prior")
GRAIN_TIME = ("second", "minute", "hour")
DAY_OFFSET = {"today": 0, "tonight": 0, "this": 0, "yesterday": -1, "last": -1, "tomorrow": 1}


def kind_of(unit: str) -> TimexType:
    """TIME for hours and below, else DATE."""
    return "TIME" if unit in GRAIN_TIME else "DATE"


def amount_of(m: Match[str]) -> float | None:
    """The number said, None for "a few"; a couple is two; of a range the lower."""
    if m["c"]:
        return 2
    if m["v"] or not m["n"]:
        return None
    return w.number(m["n"])


def mod_of(approx: str | None) -> str | None:
    """TIMEX3's or_more, or_less, approx for the words before a quantity."""
    low = (approx or "").lower()
    if low.startswith(("more", "over", "well", "at least", "as long")):
        return "or_more"
    if low.startswith(("less", "fewer", "under", "up", "no more", "at most")):
        return "or_less"
    return "approx" if low else None


OVER = re.compile(r"\b(?:for|after|in|just|of|took|takes|last|lasts|lasted|lasting|by|to)\s+$", re.IGNORECASE)
PER = re.compile(r"(?:times|once|twice|\d|%|percent|percentage\s+points|million|billion|dollars|cents|half|hours?|days?)\s*$", re.IGNORECASE)


def quantity(m: Match[str]) -> Found | None:
    """Seven-day, about two weeks, two years ago, an hour later, a minute and a half, several months; "$5 a year" is a set."""
    unit = w.unit(m["u"])
    amount = amount_of(m)
    if unit == "night" and (m["n"] or "").lower() == "one" and not m["after"]:
        return Found(span_of(m), "TIME", TimeExpression("shift", unit="day", amount=0, clock="NI"), "day")
    if amount is None and not (m["v"] or m["c"]):
        return None
    if unit == "second" and (m["n"] or "").lower() in LONE:
        return None
    if unit == "quarter" and m["n"] and not m["after"] and m["n"].lower() in LONE | {"one", "three"} :
        return None
    if (m["half"] or m["mid"]) and amount is not None:
        amount += 0.5
    after = re.sub(r"\s+", " ", (m["after"] or "").lower())
    if (m["tail"] or "").endswith("old") or re.match(r"[\s-]+(?:old|of\s+age)\b", m.string[m.end() : m.end() + 8]):
        return aged(m, unit, amount)
    if after:
        return stepped(m, unit, amount, after)
    start = m.start()
    lead = re.match(rf"(?:an?\s+)(?=\w+{w.DASH}long)|(?:the\s+)(?=\S+{w.DASH}|\S+\s+(?:day|week|month|year|hour|minute)\b)|over\s+", m.group(0), re.IGNORECASE)
    if lead and not (lead[0].lower().startswith("over") and OVER.search(m.string, max(0, start - 10), start)):
        start += lead.end()
    if (m["n"] or "").lower() in LONE and not m["approx"] and PER.search(m.string, max(0, m.start() - 18), m.start()):
        return Found(span_of(m), "SET", TimeExpression("set", value=duration(amount, unit)))
    if (both := in_two(m, start, unit, amount)) is not None:
        return both
    e = TimeExpression("duration", unit=unit, amount=amount, value=duration(amount, unit), mod=mod_of(m["approx"]))
    return Found(Span(start, m.end()), "DURATION", e)


def aged(m: Match[str], unit: str, amount: float | None) -> Found:
    """ "A five-day-old truce", "a week-old strike": how long it has lasted; ages of persons are no times."""
    happening = (m["tail"] or "").endswith("old") and unit in ("hour", "day", "week", "month") and amount is not None
    if not happening or YOUNG.match(m.string, m.end()) or (unit == "month" and amount != 1):
        return Found(span_of(m), "DURATION", TimeExpression("none"))
    start = m.start("u") if (m["n"] or "").lower() in LONE else m.start("n")
    return Found(Span(start, m.end()), "DURATION", TimeExpression("duration", unit=unit, amount=amount, value=duration(amount, unit)))


def in_two(m: Match[str], start: int, unit: str, amount: float | None) -> Found | None:
    """ "Two hours and forty minutes": one length of two units; None where no smaller one follows."""
    second = SECOND.match(m.string, m.end()) if unit in LESSER and amount is not None and not m["tail"] else None
    less = w.number(second["n"]) if second is not None else None
    if second is None or less is None or second["u"].lower() != LESSER[unit]:
        return None
    value = f"{duration(amount, unit)}{duration(less, LESSER[unit]).removeprefix('PT').removeprefix('P')}"
    return Found(Span(start, second.end()), "DURATION", TimeExpression("duration", unit=unit, amount=amount, value=value, mod=mod_of(m["approx"])))


LESSER = {"year": "month", "hour": "minute"}
SECOND = re.compile(rf"(?:,?\s+and\s+|\s+)(?P<n>{w.NUMBER})\s+(?P<u>month|minute)s?\b(?!\s+(?:ago|later|earlier|before|after))", re.IGNORECASE)
"""The smaller unit of a length told in two ("two hours and forty minutes")."""


YOUNG = re.compile(r"\s+(?:baby|babies|infant|child|boy|girl|son|daughter|twin|kitten|puppy|calf|chick)", re.IGNORECASE)
"""Whose days are an age and tell nothing of the happening."""


def stepped(m: Match[str], unit: str, amount: float | None, after: str) -> Found:
    """A quantity counted back or on from the report's date (ago, from now) or from the time before (earlier, later)."""
    back = after.startswith(BACK)
    lean: Lean = "report" if after in ("ago", "from now", "hence", "previously") else "previous"
    if amount is None:
        e = TimeExpression("shift", unit=unit, direction="past" if back else "future", name="vague", mod=None)
        return Found(span_of(m), kind_of(unit), e, lean)
    e = TimeExpression("shift", unit=unit, amount=-amount if back else amount, mod=mod_of(m["approx"]), name="step", value=duration(amount, unit))
    return Found(span_of(m), kind_of(unit), e, lean)


def rolling(m: Match[str]) -> Found | None:
    """The last week, the past 48 hours, the next few days, the first nine months."""
    unit = w.unit(m["u"])
    counted = bool(m["n"] or m["v"] or m["c"])
    amount = amount_of(m) if counted else 1.0
    rel = m["rel"].lower()
    several = m["u"].endswith("s")
    if not counted and not (rel in ("next", "coming", "following") and several) and (several or rel not in ("last", "past")):
        return None
    if not counted and m["u"].endswith("s"):
        amount = None
    if not counted and unit in ("night", "weekend", "decade", "century", "quarter", "month") and rel not in ("past", "last"):
        return None
    way_ = "past" if rel in ("last", "past", "previous", "preceding", "latest") else "future" if rel in ("next", "coming", "following", "ensuing") else None
    lean: Lean = "previous" if rel in ("previous", "preceding", "following", "ensuing") else "report"
    e = TimeExpression("rolling", unit=unit, amount=amount, direction=way_, value=duration(amount, unit))  # type: ignore[arg-type]
    start = m.start("n") if counted and m["n"] and rel == "final" else m.start()
    return Found(Span(start, m.end()), "DURATION", e, lean)


def unit_rel(m: Match[str]) -> Found | None:
    """Last week, this month, earlier this year, the following month, last night, this morning, that day."""
    rel = step(m["rel"])
    low = m["u"].lower()
    if rel is None or (low.endswith("s") and low not in w.PARTS):
        return None
    lean = lean_of(m["rel"])
    mod = w.modifier(m["mod"])
    if low in w.PARTS or low == "night":
        e = TimeExpression("shift", unit="day", amount=-1 if rel < 0 else rel, clock=w.PARTS[low], mod=mod)
        return Found(span_of(m), "TIME", e, "day" if lean == "previous" else lean)
    unit = w.unit(m["u"])
    if unit in GRAIN_TIME:
        return Found(span_of(m), "DATE", TimeExpression("ref", value="PRESENT_REF")) if rel == 0 and unit != "second" else None
    e = TimeExpression("shift", unit=unit, amount=rel, mod=mod, direction=way(rel), clock=w.PARTS[m["part"].lower()] if m["part"] else None)
    return Found(span_of(m), "DATE", e, lean)


def unit_the(m: Match[str]) -> Found | None:
    """The end of the month, late in the year, year-end."""
    if m["ye"]:
        if "-" in m["ye"]:
            return Found(span_of(m), "DATE", TimeExpression("date", month=12, day=31, direction="future"))
        unit = next(u for u in ("month", "week", "year") if u in m["ye"].lower())
        return Found(span_of(m), "DATE", TimeExpression("shift", unit=unit, amount=0, mod="end", name="current"))
    unit = w.unit(m["u"])
    if unit in GRAIN_TIME or m["u"].endswith("s"):
        return None
    return Found(span_of(m), "DATE", TimeExpression("shift", unit=unit, amount=0, mod=w.modifier(m["mod"]), name="current"), "previous")


def deictic(m: Match[str]) -> Found:
    """Today, late yesterday, tomorrow night, tonight, overnight."""
    low = m["d"].lower()
    mod = m["mod"] or ""
    part = w.PARTS[m["part"].lower()] if m["part"] else None
    if low in ("tonight", "overnight"):
        part = "NI"
    inner = re.search(r"morning|afternoon", mod, re.IGNORECASE)
    if inner:
        part = w.PARTS[inner[0].lower()]
    extra = {"before": -1, "after": 1}.get(mod.lower().split()[-1], 0) if mod.lower().startswith("the day") else 0
    if low == "overnight":
        return Found(span_of(m), "TIME", TimeExpression("night", clock="NI"), "day")
    e = TimeExpression("shift", unit="day", amount=DAY_OFFSET[low] + extra, clock=part, mod=w.modifier(mod), name=low)
    return Found(span_of(m), "TIME" if part else "DATE", e)


def weekend(m: Match[str]) -> Found:
    """The weekend, before or ahead by the tense."""
    return Found(span_of(m), "DATE", TimeExpression("shift", unit="weekend", name="nearest", mod=w.modifier(m["mod"])))


def day_rel(m: Match[str]) -> Found:
    """The same day, the next morning, the day before, the week after, the third day."""
    low = re.sub(r"\s+", " ", m.group(0).lower())
    word = low.split()[-1] if m["same"] or m["next"] else (m["bu"] or m["au"] or "day").lower()
    clock = w.PARTS.get(word)
    unit = "day" if clock else word
    amount = 0 if m["same"] else 1 if m["next"] or m["after"] else -1 if m["before"] else (w.ordinal(m["on"]) or 1) - 1
    lean: Lean = "day" if unit == "day" else "previous"
    return Found(span_of(m), "TIME" if clock else "DATE", TimeExpression("shift", unit=unit, amount=amount, clock=clock), lean)


def recent(m: Match[str]) -> Found | None:
    """Recent days, the coming weeks, the weeks ahead, the hours leading to."""
    plain = (m["u"] or m["u3"]).lower()
    if not plain.endswith("s") and not plain.endswith("centuries"):
        return None
    unit = w.unit(plain)
    word = re.sub(r"\s+", " ", (m["way"] or m["ahead"] or "").lower())
    if word in ("recent", "past") and unit in ("week", "month", "quarter"):
        e = TimeExpression("rolling", unit=unit, direction="past", name="lately", value=duration(None, unit))
    elif word in ("recent", "past", "earlier", "early") or word.startswith("leading"):
        e = TimeExpression("rolling", unit=unit, direction="past", name=word, value=duration(None, unit))
    else:
        e = TimeExpression("rolling", unit=unit, direction="future", name=word, value=duration(None, unit))
    return Found(span_of(m), "DATE" if word in ("recent", "future", "past") else "DURATION", e)


def long(m: Match[str]) -> Found:
    """A week-long strike, a week-old truce; months-long talks."""
    plain = m["u"].lower()
    amount = None if plain.endswith("s") else 1.0
    unit = w.unit(plain)
    return Found(span_of(m), "DURATION", TimeExpression("duration", unit=unit, amount=amount, value=duration(amount, unit)))


def within_one(m: Match[str]) -> Found:
    """ "within a week": the preposition is taken in, for "a week" alone is also a rate."""
    unit = w.unit(m["u"])
    return Found(span_of(m), "DURATION", TimeExpression("duration", unit=unit, amount=1.0, value=duration(1.0, unit)))


def plural(m: Match[str]) -> Found:
    """Weeks, years, weeks or months."""
    unit = w.unit(m["u"])
    return Found(span_of(m), "DURATION", TimeExpression("duration", unit=unit, value=duration(None, unit), name="bare"))


def opening(m: Match[str]) -> Found:
    """"Previously" at the head of a sentence."""
    return Found(span_of(m), "DATE", TimeExpression("ref", value="PAST_REF"))
