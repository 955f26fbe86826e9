"""What a rule gives for the words it matched."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.types import Span, TimeExpression, TimexType

Lean = Literal["report", "previous", "day", "quarter"]
"""What the value is counted from: the report's date, the time before, the day before in the text, a quarter before."""


@dataclass(frozen=True, slots=True)
class Found:
    """One expression at its place; *lean* says what it is counted from."""

    span: Span
    type: TimexType
    expression: TimeExpression
    lean: Lean = "report"
