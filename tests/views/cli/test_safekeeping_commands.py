"""Backing up, restoring, verifying, replaying and merging as a person does it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

from typer.testing import Result

Run = Callable[..., Result]


def test_a_desks_day_of_keeping_its_record_safe(run: Run, record: Path, tmp_path: Path) -> None:
    mine, copy, log, other = (tmp_path / name for name in ("mine.db", "copy.db", "log.jsonl", "other.db"))
    shutil.copy(record, mine)
    assert run("backup", copy, "--record", mine).exit_code == 0
    target = json.loads(run("timeline", "--record", mine, "--json").stdout)["timeline"][0]["statements"][0]
    made = json.loads(run("judge", "reject", target, "--who", "A", "--why", "misread", "--record", mine, "--json").stdout)
    verified = run("verify", "--record", mine)
    assert verified.exit_code == 0 and "unchanged; 3 texts, 3 files" in verified.stdout and f"last judgement {made['id']}" in verified.stdout
    assert run("verify", "--head", made["id"][:8], "--record", copy).exit_code == 1
    assert run("judge", "export", log, "--record", mine).exit_code == 0
    assert run("judge", "export", log, "--record", mine).exit_code == 2
    shutil.copy(record, other)
    assert json.loads(run("judge", "replay", log, "--record", other, "--json").stdout) == {"replayed": 1, "judgements": 1}
    assert json.loads(run("timeline", "--record", other, "--json").stdout) == json.loads(run("timeline", "--record", mine, "--json").stdout)
    assert run("restore", copy, "--record", mine).exit_code == 2
    restored = run("restore", copy, "--record", mine, "--force")
    assert restored.exit_code == 0 and "1 judgements of the record before are not in it" in restored.stderr
    assert run("judge", "accept", target, "--who", "B", "--record", mine).exit_code == 0
    merged = run("merge", other, "--record", mine)
    assert merged.exit_code == 0 and "decided otherwise" in merged.stderr and "0 reports and 1 judgements" in merged.stderr
    assert run("check", "--record", mine).exit_code == 0
    assert run("merge", mine, "--record", mine).exit_code == 2
