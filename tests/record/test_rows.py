"""What stands in rows."""

from __future__ import annotations

from onrecord.record.rows import numbered, talks_id
from onrecord.types import TalksPoint, TalksSpell


def spell(statement: str, track: str) -> TalksSpell:
    """A spell of a track that begins with one statement."""
    return TalksSpell(track, "active", None, None, (TalksPoint(statement, "active", None, None, None),), "talks of two")


def test_a_spell_more_gives_other_numbers_to_its_own_track_alone_and_other_ids_to_none() -> None:
    before = [spell("b", "aid"), spell("c", "truce"), spell("d", "truce")]
    after = [spell("a", "aid"), *before]
    numbers = [{s.points[0].statement: n for n, s in numbered(talks)} for talks in (before, after)]
    assert numbers[1]["a"] < numbers[1]["b"] < numbers[1]["c"] < numbers[1]["d"]
    assert [numbers[0][s] == numbers[1][s] for s in "bcd"] == [False, True, True]
    assert len({talks_id(s) for s in after}) == len(after)
