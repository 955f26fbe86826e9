"""What a record was told in packs and what was read with them, brought into step."""

from __future__ import annotations

from onrecord.adding import Progress, silent
from onrecord.parse import Parser
from onrecord.pipeline import reread, settle
from onrecord.record import Record

__all__ = ["brought_up"]


def brought_up(record: Record, parser: Parser, progress: Progress = silent) -> tuple[str, ...]:
    """Reads again the reports that were read with other packs than the record has now, and derives; gives the names of those reports."""
    again = reread(record, parser, progress)
    settle(record)
    return again
