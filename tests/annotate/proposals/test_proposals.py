"""Proposals: what was done with a text on the table, by whom, and to which version."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from proposals_gold import GOLD, Row

from onrecord.types import Proposal, Reading

FLOORS = {"precision": 0.95, "recall": 0.95, "who": 0.95, "answer": 0.95, "version": 0.95}
"""What was reached on 2026-11-27, rounded down; on the table itself, so that it can only be a guard against falling."""


def agrees(found: Proposal, row: Row) -> bool:
    """Whether role and answer are those expected; who and version are scored apart."""
    return found.role == row[0] and (found.answer == row[2] or found.role != "answered")


def pairs(found: list[Proposal], rows: list[Row]) -> list[tuple[Proposal, Row]]:
    """Each expected row with the finding of its role that fits it best, each finding once."""
    left, out = list(found), []
    for row in rows:
        fits = [p for p in left if p.role == row[0]]
        if fits:
            best = max(fits, key=lambda p: (named(p, row), p.answer == row[2], p.version == row[3]))
            left.remove(best)
            out.append((best, row))
    return out


def named(found: Proposal, row: Row) -> bool:
    """Whether the one who did it is the one expected."""
    return (found.who is None) == (row[1] is None) and (row[1] or "").lower().rstrip("s") in (found.who or "").lower()


def test_the_table_is_read_as_well_as_it_was(read_text: Callable[[str], Reading]) -> None:
    got = {"found": 0, "expected": 0, "paired": 0, "who": 0, "answer": 0, "version": 0}
    for text, rows in GOLD:
        found = list(read_text(text).proposals)
        matched = pairs(found, rows)
        got["found"] += len(found)
        got["expected"] += len(rows)
        got["paired"] += len(matched)
        for one, row in matched:
            right = {"who": named(one, row), "answer": one.answer == row[2], "version": one.version == row[3]}
            for name, value in right.items():
                got[name] += value
        if len(matched) != len(rows) or len(found) != len(rows) or not all(named(p, r) and p.answer == r[2] and p.version == r[3] for p, r in matched):
            print(f"{text}\n   expected {rows}\n   found    {[(p.role, p.who, p.answer, p.version, p.title) for p in found]}")
    scores = {"precision": got["paired"] / got["found"], "recall": got["paired"] / got["expected"]}
    scores |= {name: got[name] / got["paired"] for name in ("who", "answer", "version")}
    print({k: round(v, 3) for k, v in scores.items()}, got)
    assert all(scores[name] >= floor for name, floor in FLOORS.items()), scores


def test_a_report_about_other_things_has_no_proposals(read_text: Callable[[str], Reading]) -> None:
    text = "The city council approved the plan for a new stadium. Residents rejected an earlier draft of it. " * 5
    assert read_text(text).proposals == ()


def test_words_stand_where_they_are_said_to_stand(read_text: Callable[[str], Reading]) -> None:
    for text, _ in GOLD:
        for one in read_text(text).proposals:
            assert one.trigger_span.of(text)
            assert one.span.overlaps(one.trigger_span)
            assert one.version is None or one.version in text


@pytest.mark.parametrize(("text", "whose", "to"), [
    ("Oman carried the Sudanese proposal to the rebels.", "Sudan", "rebels"),
    ("Kenya handed the Somali delegation a new draft of the truce.", None, "Somali"),
])
def test_whose_text_goes_to_whom(read_text: Callable[[str], Reading], text: str, whose: str | None, to: str) -> None:
    (one,) = read_text(text).proposals
    assert (one.whose or "") == (whose or "")
    assert to.lower() in (one.to or "").lower()
