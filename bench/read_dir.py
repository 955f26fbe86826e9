"""Reads every .txt of a folder and writes one JSON a report: read_dir.py REPORTS OUT (for the scorers of this folder)."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from onrecord.parse import SpacyParser
from onrecord.pipeline import date_and_resolve, read_reports
from onrecord.read import read_paths
from onrecord.views.export.reading_json import reading_json


def main() -> None:
    reports, _ = read_paths([Path(sys.argv[1])])
    out = Path(sys.argv[2])
    out.mkdir(parents=True, exist_ok=True)
    for reading, date, resolved in date_and_resolve(list(read_reports(reports, SpacyParser()))):
        (out / f"{reading.report.name}.json").write_text(json.dumps(reading_json(reading, resolved, date), ensure_ascii=False, indent=1))


if __name__ == "__main__":
    main()
