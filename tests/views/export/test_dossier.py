"""A dossier shows its evidence without this program, and one altered byte is found with and without it."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import re
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from tests.record.conftest import TEXT, WHEN, arrival, made
from typer.testing import CliRunner

from onrecord import pipeline
from onrecord.errors import InputError
from onrecord.record import Record, open_record, queries, store
from onrecord.record.judgements import append
from onrecord.types import Judgement
from onrecord.views.cli.app import app
from onrecord.views.export.dossier import check_dossier, write_dossier, writing
from onrecord.views.export.dossier.writing import Subject

LETTERS = TEXT.replace("Exchange", "Échange — “ãé”")
"""A text in which characters and bytes are not the same places."""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of two reports with a decision on a figure of the second, and one that undoes it, that no test changes."""
    path = tmp_path_factory.mktemp("dossier") / "record.db"
    with open_record(path, write=True) as record:
        for text, name in ((TEXT, "wire 1/2"), (LETTERS, "herald")):
            store.put_report(record, made(text, name), arrival(made(text, name)), annotator="v1")
        pipeline.derive(record)
        when = dt.datetime.fromisoformat(WHEN)
        kept = append(record, Judgement("", "accept", figure(record), "Jo Coder", when, why="heard the tape", layer="figures", quote="40 prisoners"))
        append(record, Judgement("", "accept", "something else", "Jo Coder", when, why="another matter"))
        append(record, Judgement("", "undo", kept.id, "Al Coder", when, why="not so sure"))
        pipeline.derive(record)
    return path


def figure(record: Record) -> str:
    """The figure of the second report."""
    return next(s.id for s in queries.statements(record) if s.layer == "figures" and s.report == made(LETTERS).report.id)


@pytest.fixture
def folder(home: Path, tmp_path: Path) -> Path:
    """The dossier of the figure."""
    with open_record(home) as record:
        found = queries.statement(record, figure(record))
        write_dossier(record, Subject("statement", found.id, found), tmp_path / "dossier", when=WHEN)
    return tmp_path / "dossier"


def by_hand(folder: Path) -> int:
    """What the first step of the README gives."""
    return subprocess.run(["sha256sum", "--check", "--quiet", "SHA256SUMS"], cwd=folder, capture_output=True, check=False).returncode


def digest(data: bytes) -> str:
    """SHA-256 as sha256sum writes it."""
    return hashlib.sha256(data).hexdigest()


def shell(folder: Path, command: str) -> bytes:
    """What a command of the README or of statements.txt prints."""
    return subprocess.run(["sh", "-c", command], cwd=folder, capture_output=True, check=True).stdout


def test_every_step_of_the_readme_can_be_done_by_hand(folder: Path) -> None:
    assert by_hand(folder) == 0
    told = json.loads((folder / "reports/01-herald/report.json").read_bytes())
    assert shell(folder, "sha256sum reports/*/original.*").decode().split()[0] == told["original_sha256"]
    assert shell(folder, "cat reports/*/text.txt reports/*/after-text.bin | sha256sum").decode().split()[0] == told["id"]
    commands = re.findall(r"^  (tail .*)$", (folder / "statements.txt").read_text(), re.M)
    assert [shell(folder, c).decode() for c in commands] == ["40 prisoners"]
    for line in shell(folder, "sha256sum judgements/*.bin").decode().splitlines():
        found, name = line.split()
        assert Path(name).stem.partition("-")[2] == found[:24]


def test_a_dossier_says_who_says_so_where_and_what_was_decided_and_nothing_of_other_matters(folder: Path) -> None:
    words = (folder / "statements.txt").read_text()
    assert "Ana Ruiz (said)" in words and "line 2, column 17" in words
    assert [(j["action"], j["who"]) for j in json.loads((folder / "judgements.json").read_bytes())] == [("accept", "Jo Coder"), ("undo", "Al Coder")]
    everything = b"".join(p.read_bytes() for p in folder.rglob("*") if p.is_file())
    assert b"another matter" not in everything and TEXT.encode() not in everything
    assert (folder / "README.txt").read_text().startswith("EVIDENCE FOR STATEMENT") and max(map(len, (folder / "README.txt").read_text().splitlines())) <= 80


def test_a_dossier_is_for_its_owner_alone(folder: Path) -> None:
    assert {p.stat().st_mode & 0o777 for p in [folder, *folder.rglob("*")] if p.is_dir()} == {0o700}
    assert {p.stat().st_mode & 0o777 for p in folder.rglob("*") if p.is_file()} == {0o600}


def test_one_altered_byte_of_any_file_is_found_with_and_without_the_program(folder: Path) -> None:
    assert check_dossier(folder) == ()
    files = sorted(p for p in folder.rglob("*") if p.is_file() and p.name != "SHA256SUMS")
    assert len(files) == 11
    for file in files:
        data = file.read_bytes()
        at = len(data) // 2
        file.write_bytes(data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :])
        assert by_hand(folder) != 0, file
        assert any(seen.startswith(f"{file.relative_to(folder)}: ") for seen in check_dossier(folder)), file
        file.write_bytes(data)
    assert check_dossier(folder) == () and by_hand(folder) == 0


def test_an_altered_sum_is_found_too_and_a_forger_who_mends_the_sums_is_found_by_what_was_noted(folder: Path, home: Path) -> None:
    sums, text = folder / "SHA256SUMS", folder / "reports/01-herald/text.txt"
    whole, words = sums.read_text(), text.read_bytes()
    sums.write_text(whole.replace(whole[5], "0" if whole[5] != "0" else "1", 1))
    assert by_hand(folder) != 0 and check_dossier(folder)
    forged = words.replace(b"40", b"50")
    text.write_bytes(forged)
    sums.write_text(whole.replace(f"{digest(words)}  reports/01-herald/text", f"{digest(forged)}  reports/01-herald/text"))
    assert by_hand(folder) == 0, "plain sums do not show it"
    found = " ".join(check_dossier(folder))
    assert "id was made of" in found and "do not stand" in found


def test_what_was_put_in_or_taken_out_is_found(folder: Path) -> None:
    (folder / "reports" / "more.txt").write_text("more")
    (folder / "subject.json").unlink()
    assert set(check_dossier(folder)) == {"reports/more.txt: was put in", "subject.json: is not there any more"}


def test_an_event_has_all_reports_that_tell_it(home: Path, tmp_path: Path) -> None:
    with open_record(home) as record:
        event = next(e for e in queries.events(record))
        write_dossier(record, Subject("event", event.id, event), tmp_path / "d", when=WHEN)
        told = {queries.statement(record, s).report for s in event.statements}
    assert {json.loads(p.read_bytes())["id"] for p in tmp_path.glob("d/reports/*/report.json")} == told
    assert check_dossier(tmp_path / "d") == () and by_hand(tmp_path / "d") == 0


def test_what_is_restricted_is_left_out_where_every_export_leaves_it_out(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "unrestricted", lambda book: replace(book, judgements=()))
    with open_record(home) as record:
        found = queries.statement(record, figure(record))
        write_dossier(record, Subject("statement", found.id, found), tmp_path / "d", when=WHEN)
    assert b"heard the tape" not in b"".join(p.read_bytes() for p in tmp_path.rglob("*") if p.is_file())


def test_a_folder_that_holds_something_is_left_alone(home: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with open_record(home) as record, pytest.raises(InputError, match="not an empty folder"):
        write_dossier(record, Subject("statement", "x", queries.statement(record, figure(record))), tmp_path, when=WHEN)
    with pytest.raises(InputError, match="no dossier"):
        check_dossier(tmp_path)


def test_the_command_makes_and_checks_one(home: Path, tmp_path: Path) -> None:
    with open_record(home) as record:
        identity = figure(record)
    run = CliRunner().invoke
    done = run(app, ["dossier", identity[:10], str(tmp_path / "d"), "--record", str(home)])
    assert done.exit_code == 0, done.output
    assert hashlib.sha256((tmp_path / "d/SHA256SUMS").read_bytes()).hexdigest() in done.stdout
    assert run(app, ["dossier", "--check", str(tmp_path / "d")]).exit_code == 0
    (tmp_path / "d" / "README.txt").write_text("nothing to see")
    spoilt = run(app, ["dossier", "--check", str(tmp_path / "d"), "--json"])
    assert spoilt.exit_code == 1 and json.loads(spoilt.stdout)["findings"] == ["README.txt: was changed"]
    assert run(app, ["dossier", "--record", str(home)]).exit_code == 2
