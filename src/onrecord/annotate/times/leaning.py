"""What each time leans on: the report's date, or a time beside it; a narrative carries its date along."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.annotate.times.found import Found

WHOLE = ("date", "season", "part")
NEARBY = 1500
"""Characters over which a comparison ("a year earlier") still means the quarter that was named."""
REACH = 25
"""How many expressions back a narrative's date is looked for."""
JOINT = re.compile(r"\s*(?:and|or|to|until|till|through|[-–,(]|\)\s*(?:on)?|and\s+into|on)?\s*(?:on\s+|the\s+|in\s+|early\s+|late\s+|mid-?)*", re.IGNORECASE)
DEICTIC = ("today", "tonight", "yesterday", "tomorrow")
SPOKEN = re.compile(r"[^”\"]*[.,!?…][”\"](?![^”\"]*[.!?]\s)[^“\"]*")
"""From within a quotation to the words that attribute it, without a full stop or another quotation between."""
HEAD = re.compile(r"(?:^|\n)[ \t•*–([-]*$")
OPENING = re.compile(r"(?:^|\n|[.!?:][\"”’)]*\s+)(?:In|By|During|Throughout|Until|From|Late in|Early in|At|The)?\s*(?:the\s+\w+\s+of\s+)?\(?$")
SAME_TALE = 150
"""Characters within which a bare day of the month is of the month that was named."""
ONWARD = 2
"""Months by which a narrative may move on before a year named in passing is taken for its new date."""
FAR_YEARS = 8
"""A year farther than this from the years on both sides of it is an aside and no place of the narrative."""


@dataclass(frozen=True, slots=True)
class Story:
    """The expressions of a report in order; a history (many years, few words like "yesterday") carries dates along."""

    text: str
    found: list[Found]
    narrative: bool
    asides: frozenset[int]

    def anchor(self, index: int) -> tuple[str | None, str]:
        """The id of the time that number *index* leans on, None for the report's date, and why."""
        item = self.found[index]
        e = item.expression
        joined = self.joined(index)
        if joined is not None:
            return self.told(joined, "it shares its date with")
        if item.lean == "quarter" or (e.op == "shift" and e.name == "step" and e.unit == "year"):
            other = self.quarter(index)
            if other is not None:
                return self.told(other, "compared with")
            if item.lean == "quarter" or not self.narrative:
                return None, ""
        if item.lean == "day" and self.heads(index):
            head = self.heading(index)
            return (None, "heads an entry of the report's day") if head is None else self.told(head, "heads an entry under")
        if item.lean in ("previous", "day"):
            other = self.before(index, day=item.lean == "day")
            if other is None and self.narrative:
                other = self.before(index, day=False)
            if other is not None:
                return self.told(other, "counted from")
            return None, "counted from the report's date: no time stands before it"
        if e.op == "date" and e.day is not None and e.month is None:
            other = self.before(index, day=False)
            if other is not None and self.found[other].expression.month and item.span.start - self.found[other].span.end < SAME_TALE:
                return self.told(other, "a day of")
            return None, ""
        if self.narrative and e.op in ("date", "season", "part", "shift", "weekday", "holiday") and e.year is None and e.name != "said":
            other = self.before(index, day=False)
            if other is not None:
                return self.told(other, "the text is a history, and the date so far was")
        return None, ""

    def told(self, index: int, why: str) -> tuple[str, str]:
        """The id of an expression with the reason for leaning on it."""
        return f"t{index + 1}", f"{why} “{self.found[index].span.of(self.text)}”"

    def joined(self, index: int) -> int | None:
        """The next expression, where it is joined to this one and completes it: "March and April 1918", "noon on 3 May"."""
        if index + 1 >= len(self.found):
            return None
        item, after = self.found[index], self.found[index + 1]
        e, f = item.expression, after.expression
        gap = self.text[item.span.end : after.span.start]
        if e.name in DEICTIC and f.op in ("weekday", "date") and (f.day or f.weekday is not None) and spoken(gap):
            return index + 1
        parts = e.op in ("date", "season") and f.op in ("date", "season") and f.month != e.month
        if parts and len(gap) <= 18 and JOINT.fullmatch(gap) and e.year is None and e.amount is None and f.year is not None:
            return index + 1 if f.month or f.name else None
        if e.op == "night" and f.op == "weekday" and re.fullmatch(r"\s+(?:[a-z]+\s+){0,3}(?:on\s+|into\s+)?", gap):
            return index + 1
        if len(gap) > 18 or not JOINT.fullmatch(gap):
            return None
        clock = e.op == "night" or (e.op == "shift" and e.clock and e.unit == "day" and item.lean == "day")
        if clock and f.op == "shift" and f.clock and after.lean == "day":
            return self.joined(index + 1)
        return index + 1 if clock and (f.op == "weekday" or (f.op == "date" and f.day)) else None

    def before(self, index: int, *, day: bool) -> int | None:
        """The nearest earlier expression that names a place in the calendar (with a day, where *day*)."""
        aside: int | None = None
        month = self.found[index].expression.month
        for i in range(index - 1, max(-1, index - REACH), -1):
            e = self.found[i].expression
            if i in self.asides:
                continue
            if month and e.op == "date" and e.month is None and not self.opens(i):
                aside = i if aside is None else aside
                continue
            if aside is not None and e.op == "date" and e.month and not 0 <= (month or 0) - e.month <= ONWARD:
                return aside
            if e.op == "weekday" or (e.op == "date" and (not day or e.day)):
                return i
            if e.op == "shift" and e.name != "vague" and e.unit not in ("hour", "minute", "second") and (not day or e.unit == "day"):
                return i
            if not day and (e.op in WHOLE or (e.op == "fixed" and (e.value or "").startswith("BC"))):
                return i
        return aside

    def heads(self, index: int) -> bool:
        """Whether a clock time begins a line, as the entries of a live blog do."""
        item = self.found[index]
        clocked = item.expression.op == "shift" and not item.expression.amount and (item.expression.clock or "x")[0].isdigit()
        return clocked and HEAD.search(self.text, max(0, item.span.start - 4), item.span.start) is not None

    def heading(self, index: int) -> int | None:
        """The nearest day before it that has a line of its own, with no more than a day's name; None where none has."""
        for i in range(index - 1, -1, -1):
            f = self.found[i]
            line = self.text[self.text.rfind("\n", 0, f.span.start) + 1 : (self.text + "\n").index("\n", f.span.end)]
            named = f.expression.op in ("date", "weekday") and (f.expression.day or f.expression.weekday is not None)
            if named and len(line.strip(" :.-–")) <= len(f.span.of(self.text)):
                return i
        return None

    def opens(self, index: int) -> bool:
        """Whether an expression stands at the head of a sentence or line, where a narrative sets its date."""
        start = self.found[index].span.start
        return OPENING.search(self.text, max(0, start - 24), start) is not None

    def quarter(self, index: int) -> int | None:
        """The nearest quarter named within the last few sentences."""
        start = self.found[index].span.start
        for i in range(index - 1, -1, -1):
            e = self.found[i].expression
            if start - self.found[i].span.end > NEARBY:
                return None
            if (e.op == "part" and e.unit == "quarter" and e.amount is None) or e.name == "latest":
                return i
        return None


def spoken(gap: str) -> bool:
    """Whether *gap* leads from inside a quotation to the words around it: "today" is then the day on which it was said."""
    return len(gap) <= LONG_QUOTE and SPOKEN.fullmatch(gap) is not None


LONG_QUOTE = 220
"""Characters."""


def story(text: str, found: list[Found]) -> Story:
    """How the expressions of a text hang together."""
    years = [(i, f.expression.year) for i, f in enumerate(found) if f.expression.year]
    deictic = sum(1 for f in found if f.lean == "report" and f.expression.op in ("weekday", "shift"))
    narrative = len(years) >= 5 and len(years) > 2 * deictic
    asides = {i for i, f in enumerate(found) if text[max(0, f.span.start - 1) : f.span.start] in ("-", "–") and f.expression.year and not f.expression.month}
    for (_, a), (i, b), (_, c) in zip(years, years[1:], years[2:], strict=False):
        if abs(b - a) > FAR_YEARS and abs(c - a) <= FAR_YEARS and not found[i].expression.month:
            asides.add(i)
    return Story(text, found, narrative, frozenset(asides))
