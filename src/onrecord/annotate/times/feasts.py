"""Rule for feasts: Christmas 1963, the eve of Ramadan, last Easter."""

from __future__ import annotations

import re
from re import Match

from onrecord.annotate.times import words as w
from onrecord.annotate.times.dates import REL, lean_of, step
from onrecord.annotate.times.found import Found
from onrecord.types import Span, TimeExpression

NAMES: dict[str, str] = {re.sub(r"\s+", " ", k).lower(): str(v) for k, v in w.table("feasts").items()}
NAME = w.either(w.table("feasts")).replace("'", "['’]")
FEAST = (
    rf"(?:(?P<mod>{w.MOD})[\s-]+)?(?:(?P<rel>{REL})\s+)?(?P<f>{NAME})(?!\w|\s+(?:Island|Offensive|War|Massacre|carol|tree|card))"
    rf"(?:\s+(?P<part>{w.PART}))?(?:\s+(?:of\s+)?(?P<y>{w.YEAR}))?"
)


def feast(m: Match[str]) -> Found | None:
    """A feast by name, of the year said or the nearest that the tense allows."""
    name = m["f"]
    if not (name[0].isupper() or name.lower().startswith("the ")):
        return None
    key = NAMES[re.sub(r"\s+", " ", name).lower().replace("’", "'")]
    rel = step(m["rel"])
    e = TimeExpression(
        "holiday", name=key, year=int(m["y"]) if m["y"] else None, amount=rel, mod=w.modifier(m["mod"]),
        clock=w.PARTS[m["part"].lower()] if m["part"] else None,
    )
    return Found(Span(m.start(), m.end()), "TIME" if m["part"] else "DATE", e, lean_of(m["rel"]))
