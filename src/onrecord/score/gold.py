"""Gold: a folder with one JSON a report, after the annotation guide."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from onrecord.errors import GoldError


def read_gold(folder: Path) -> dict[str, dict[str, Any]]:
    """The annotations by their files' stems; what annotates no report is left out. GoldError for a folder without any, or a broken file."""
    if not folder.is_dir():
        raise GoldError(f"{folder}: no such folder; give one with a JSON file a report")
    found = {}
    for path in sorted(folder.glob("*.json")):
        try:
            value = json.loads(path.read_text(encoding="utf-8"))
        except (ValueError, OSError) as error:
            raise GoldError(f"{path}: {error}; mend the file or take it out of the folder") from error
        if isinstance(value, dict) and "report" in value:
            found[path.stem] = value
    if not found:
        raise GoldError(f"{folder}: no JSON file that annotates a report; each must name one under the key 'report'")
    return found
