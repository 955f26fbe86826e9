"""Every input that once got through, and a few new ones, are met with a result or a Problem."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.fuzz.mutate import mutated
from tests.fuzz.run import attempt
from tests.fuzz.targets import Target, targets

TARGETS = {t.name: t for t in targets()}
KEPT = sorted(p for p in (Path(__file__).parent / "found").glob("*/*") if p.is_file())


def test_every_form_with_a_fixture_is_a_target() -> None:
    assert {"read pdf", "read docx", "read warc", "read eml", "read csv", "read html", "read json", "read txt", "search", "place"} <= set(TARGETS)


@pytest.mark.parametrize("path", KEPT, ids=[f"{p.parent.name}/{p.name}" for p in KEPT])
def test_what_was_found_once_is_met(path: Path) -> None:
    assert attempt(TARGETS[path.parent.name.replace("-", " ")], path.read_bytes()) is None


@pytest.mark.parametrize("target", [t for t in TARGETS.values() if t.guided], ids=lambda t: t.name)
def test_a_few_changed_inputs_are_met(target: Target) -> None:
    chance = random.Random(target.name)
    assert [seen for _ in range(12) if (seen := attempt(target, mutated(chance, target.seeds)))] == []


@pytest.mark.parametrize("broken", [IndexError("deep inside"), ValueError("what a library raises")])
def test_what_gets_out_is_seen(broken: Exception) -> None:
    def falls(raw: bytes) -> None:
        raise broken

    assert type(broken).__name__ in (attempt(Target("bad", (b"x",), falls), b"x") or "")
