"""Bytes → Report: one reader a form, blocks with their places."""

from __future__ import annotations

import hashlib
from pathlib import Path

from onrecord.types import Block, Problem, Report, Span, report_id


def read_paths(paths: list[Path]) -> tuple[list[Report], list[Problem]]:
    """The reports at *paths* (files, folders), and what could not be read."""
    reports = []
    for path in paths:
        for file in sorted(path.glob("*.txt")) if path.is_dir() else [path]:
            raw = file.read_bytes()
            text = raw.decode("utf-8")
            blocks, at = [], 0
            for line in text.split("\n"):
                if line.strip():
                    blocks.append(Block(Span(at, at + len(line)), "paragraph"))
                at += len(line) + 1
            reports.append(Report(report_id(text, None, None), file.stem, text, blocks=tuple(blocks), raw_hash=hashlib.sha256(raw).hexdigest()))
    return reports, []
