"""The log of judgements as JSON Lines, and such a log replayed into a record that does not have it yet."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec

from onrecord.errors import InputError, RecordError
from onrecord.record.codec import from_json, to_json
from onrecord.record.connection import Record
from onrecord.record.judgements import append_within, chain_breaks, chained, cut_off, judgements
from onrecord.types import Judgement


def log_lines(record: Record) -> list[str]:
    """Every judgement as a line of JSON in the order of decision; RecordError for a log that was tampered with, so that no copy makes it look whole."""
    broken = chain_breaks(record) or cut_off(record)
    if broken:
        raise RecordError(f"{record.path}: the log of judgements is not as it was written; `onrecord verify` says where; restore a backup")
    return [to_json(j) + "\n" for j in judgements(record)]


def read_log(path: Path) -> tuple[Judgement, ...]:
    """The judgements of a log; InputError with the line that is no judgement, or that does not follow from the one before it."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: cannot be read as a log of judgements ({error})") from error
    found: list[Judgement] = []
    for n, line in enumerate(lines, 1):
        try:
            judgement = from_json(Judgement, line)
        except msgspec.DecodeError as error:
            raise InputError(f"{path}:{n}: no judgement ({error}); give a file that `onrecord judge export` wrote") from error
        if chained(judgement, found[-1].id if found else "") != judgement.id:
            raise InputError(f"{path}:{n}: does not follow from the line before it; the log was changed, or lines are missing; nothing was replayed")
        found.append(judgement)
    return tuple(found)


def replay(record: Record, log: Sequence[Judgement]) -> int:
    """Writes the judgements of *log* that the record does not have yet, all or none, and gives their number; InputError where the record has others.

    A record that has the beginning of the log gets the rest of it, so that a run may be repeated and a log followed.
    """
    with record.writing() as sql:
        had = judgements(record)
        if had != tuple(log[: len(had)]):
            advice = "replay into a record without judgements, or join the two with `onrecord merge OTHER.db`"
            raise InputError(f"{record.path}: has judgements that are not the first ones of this log; {advice}")
        for judgement in log[len(had) :]:
            append_within(sql, judgement)
    return len(log) - len(had)
