"""What a record says that added reports changed, against the changes that were planted in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from bench.corpus.score import TYPES

from onrecord.types import EventMention, Figure, Position, Statement, Status
from onrecord.types.changes import Change, Changes

LINES = 20
"""Lines that a person reads."""
LEAST = 10
"""Numbers below are too common to tell one change from another."""
STATUSES = {"suspend_talks": ("suspended", "collapsed", "stalled"), "agree": ("agreed",)}


def score_changes(truth: Mapping[str, Any], changes: Changes, statements: Mapping[str, Statement], names: Mapping[str, str]) -> Iterator[str]:
    """How many planted changes stand in the first lines and how many anywhere, and how many of the first lines rest on copies alone."""
    copies = set(truth["copies"])

    def reports(line: Change) -> set[str]:
        return {names[statements[s].report] for s in line.statements if s in statements}

    first, missed, late = 0, [], 0
    for planted in truth["changes"]:
        places = [n for n, line in enumerate(changes.lines) if tells(planted, line, statements, names)]
        if places and places[0] < LINES:
            first += 1
        elif places:
            late += 1
            missed.append(f"{planted['type']} at line {places[0] + 1}")
        else:
            missed.append(f"{planted['type']} nowhere")
    copied = sum(bool(found) and found <= copies for line in changes.lines[:LINES] for found in [reports(line)])
    yield f"planted changes in the first {LINES}  {first} of {len(truth['changes'])}  {', '.join(missed)}"
    folded = f"told again {len(changes.confirmed)}, copies folded {len(changes.repeats)}"
    yield f"lines in all {len(changes.lines)}, {folded}; of the first {LINES} by copies alone: {copied}"


def tells(planted: Mapping[str, Any], line: Change, statements: Mapping[str, Statement], names: Mapping[str, str]) -> bool:
    """Whether a line rests on a statement of the planted change by one of its reports."""
    found = [statements[s] for s in line.statements if s in statements and names[statements[s].report] in planted["reports"]]
    return any(of(planted, s) for s in found)


def of(planted: Mapping[str, Any], statement: Statement) -> bool:
    """Whether a statement tells the change itself, not what stands beside it in the report."""
    kind = TYPES.get(planted["type"], planted["type"])
    match statement.item:
        case EventMention(type=told):
            return bool(told == kind)
        case Figure(value=value):
            return bool(value == planted["n"] and planted["n"] >= LEAST)
        case Position(stance=stance):
            return kind == "flip" and stance in ("accepts", "offers")
        case Status(status=status):
            return status in STATUSES.get(kind, ())
    return False
