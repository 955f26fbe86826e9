"""What each time leans on: the report's date, or a time before it; a narrative carries its date along."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.annotate.times.found import Found

WHOLE = ("date", "fixed", "season", "part")
BREAK = re.compile(r"\n\s*\n")


@dataclass(frozen=True, slots=True)
class Story:
    """The expressions of a report in order; a history (many years, few words like "yesterday") carries dates along."""

    text: str
    found: list[Found]

    @property
    def narrative(self) -> bool:
        """Whether the text is a history: at least five years are spelled out, and they outnumber days told from today."""
        years = sum(1 for f in self.found if f.expression.year or (f.expression.value or "").startswith("BC"))
        deictic = sum(1 for f in self.found if (f.expression.op == "weekday" and f.lean == "report") or (f.lean == "report" and f.expression.op == "shift"))
        return years >= 5 and years > 2 * deictic

    def anchor(self, index: int) -> tuple[str | None, str]:
        """The id of the time that number *index* leans on, None for the report's date, and why."""
        item = self.found[index]
        e = item.expression
        if item.lean in ("previous", "day"):
            other = self.before(index, day=item.lean == "day")
            if other is not None:
                return f"t{other + 1}", f"counted from “{self.words(other)}”"
            return None, "counted from the report's date: no time stands before it"
        if self.narrative and e.op in ("date", "season", "part", "shift", "weekday") and e.year is None:
            other = self.before(index, day=False)
            if other is not None:
                return f"t{other + 1}", f"the text is a history, and “{self.words(other)}” was the date so far"
        return None, ""

    def before(self, index: int, *, day: bool) -> int | None:
        """The nearest earlier expression that names a place in the calendar (with a day, where *day*)."""
        for i in range(index - 1, max(-1, index - 25), -1):
            e = self.found[i].expression
            if e.op in ("weekday", "night") or (e.op == "date" and (not day or e.day)):
                return i
            if e.op == "shift" and e.name != "vague" and (not day or e.unit == "day"):
                return i
            if not day and e.op in WHOLE:
                return i
        return None

    def words(self, index: int) -> str:
        """The words of an expression."""
        return self.found[index].span.of(self.text)
