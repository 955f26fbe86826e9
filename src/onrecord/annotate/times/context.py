"""Whether words that look like a time are one where they stand."""

from __future__ import annotations

import re

from onrecord.annotate.times import words as w
from onrecord.annotate.times.found import Found

BEFORE = re.compile(rf"\b{w.either(w.WORDS['name_before']['words'])}\s+$")
AFTER = re.compile(rf"\s+{w.either(w.WORDS['name_after']['words'])}\b")
NAME = re.compile(rf"[A-Z][a-z]+\s+{w.either(w.WORDS['name_after']['words'])}\b")
COUNTS = re.compile(rf"\s++(?:\w+\s++)?{w.either(w.WORDS['year_nouns']['words'])}\b")
YEAR_BEFORE = re.compile(rf"\b{w.either(w.WORDS['year_before']['words'])}[\s-]+$|[(–-]$", re.IGNORECASE)
NOT_YEAR_BEFORE = re.compile(rf"(?:\b{w.either(w.WORDS['no_year_before']['words'])}\s+|[$£€#])$", re.IGNORECASE)
A_MARCH = re.compile(r"\b(?:the|his|her|their|a|[A-Z][a-z]+|['’]s)\s+$")
TO_PLACE = re.compile(r"\s+(?:to|on|for|against)\s+(?:the\s+)?[A-Z]")
OPENS = re.compile(r"\b(?:In|By|Since|Until|From|Last|This|Next|During|And)\s+$")


def stands(text: str, found: Found) -> bool:
    """False where the words are part of a name or count something else."""
    start, end = found.span
    before, after = text[max(0, start - 24) : start], text[end : end + 30]
    e = found.expression
    if e.op in ("weekday", "date") and e.year is None and (BEFORE.search(before) or AFTER.match(after) or NAME.match(text, start)):
        return False
    if e.op == "date" and e.month == 3 and not (e.day or e.year) and (A_MARCH.search(before) or TO_PLACE.match(after)):
        return bool(OPENS.search(before))
    if e.op == "date" and e.month is None and (e.year or 0) < 0:
        return True
    if e.op == "date" and e.month is None and e.year is not None:
        if NOT_YEAR_BEFORE.search(before) or COUNTS.match(after):
            return False
        return (e.year or 0) >= 1600 or bool(YEAR_BEFORE.search(before))
    if e.op == "season":
        return not re.match(r"\s+(?:Olympics?|Games|Palace|War|School|Court)\b", after)
    return True
