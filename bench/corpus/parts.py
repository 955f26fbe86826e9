"""Readings that were made without reading, as a folder that `onrecord read --engine` would have written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import msgspec

from onrecord.cluster.parts import Row, write_rows
from onrecord.cluster.plan import Done, Partition, Plan, note_done, sha256_of, write_plan
from onrecord.read import ReadOptions, ReadResult
from onrecord.read.pieces import Piece
from onrecord.types import Reading, Report

COLLECTED = "2026-01-02T03:04:05+00:00"


def put_parts(folder: Path, readings: Sequence[Reading], size: int) -> Path:
    """Makes the folder, with *size* reports in a file."""
    folder.mkdir()
    partitions = []
    for start in range(0, len(readings), size):
        part = Partition(f"{start:024x}", (Piece("made", "0", 1),))
        rows = [Row(ReadResult(f"made:{r.report.name}", r.report.text.encode(), r.report), COLLECTED, bare(r)) for r in readings[start : start + size]]
        write_rows(rows, folder / part.file)
        note_done(folder, Done(part.key, sha256_of(folder / part.file) or "", 1, len(rows), 0, 1.0, 1.0, 1))
        partitions.append(part)
    write_plan(folder, Plan(("made",), "model", "annotator", "extractor", ReadOptions(), tuple(partitions)))
    return folder


def bare(reading: Reading) -> bytes:
    """JSON of a reading without its report."""
    return msgspec.json.encode(replace(reading, report=Report(reading.report.id, reading.report.name, "")))
