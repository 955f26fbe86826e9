"""Nothing that a desk does every day asks a network for anything."""

from __future__ import annotations

import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import Result


def test_no_socket_is_opened_from_adding_to_the_dossier(
    run: Callable[..., Result], folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []

    def refuse(*args: Any, **more: Any) -> None:
        asked.append(repr(args))
        raise AssertionError("something asked for a network")

    for name in ("socket", "create_connection", "getaddrinfo"):
        monkeypatch.setattr(socket, name, refuse)
    path = tmp_path / "r.db"
    for words in (
        ("add", folder), ("brief",), ("timeline",), ("check",), ("verify",), ("backup", tmp_path / "copy.db"), ("export", "page", tmp_path / "page.html"),
        ("export", "csv", tmp_path / "csv"),
    ):
        done = run(*words, "--record", path)
        assert done.exit_code == 0, (words, done.output)
    assert asked == []


def test_the_record_and_all_that_is_copied_of_it_is_for_its_owner_alone(run: Callable[..., Result], folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    assert run("add", folder / "wire.txt", "--record", path).exit_code == 0
    for words in (("backup", tmp_path / "copy.db"), ("export", "record", tmp_path / "out.db"), ("judge", "export", tmp_path / "log.jsonl")):
        assert run(*words, "--record", path).exit_code == 0
    from onrecord.record import open_record, queries

    with open_record(path, write=True) as record:
        queries.annotators(record)
        record.connection.execute("CREATE TABLE t (x)")
        modes = {p.name: p.stat().st_mode & 0o777 for p in tmp_path.iterdir() if not p.name.endswith(".json")}
    assert {"r.db", "r.db-wal", "r.db-shm", "copy.db", "out.db", "log.jsonl"} <= modes.keys()
    assert set(modes.values()) == {0o600}, modes
