"""What each time leans on: the report's date, or a time before it; a narrative carries its date along."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.annotate.times.found import Found

WHOLE = ("date", "fixed", "season", "part")
NEARBY = 1500
"""Characters over which a comparison ("a year earlier") still means the quarter that was named."""


@dataclass(frozen=True, slots=True)
class Story:
    """The expressions of a report in order; a history (many years, few words like "yesterday") carries dates along."""

    text: str
    found: list[Found]
    narrative: bool

    def anchor(self, index: int) -> tuple[str | None, str]:
        """The id of the time that number *index* leans on, None for the report's date, and why."""
        item = self.found[index]
        e = item.expression
        if item.lean == "quarter" or (e.op == "shift" and e.name == "step" and e.unit == "year"):
            other = self.quarter(index)
            if other is not None:
                return f"t{other + 1}", f"compared with “{self.words(other)}”"
            if item.lean == "quarter" or not self.narrative:
                return None, ""
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

    def words(self, index: int) -> str:
        """The words of an expression."""
        return self.found[index].span.of(self.text)


def is_history(found: list[Found]) -> bool:
    """Whether the text is a history: at least five years are spelled out, and they outnumber days told from today."""
    years = sum(1 for f in found if f.expression.year or (f.expression.value or "").startswith("BC"))
    deictic = sum(1 for f in found if f.lean == "report" and f.expression.op in ("weekday", "shift"))
    return years >= 5 and years > 2 * deictic
