"""Nothing that a desk does every day asks a network for anything, in this process or in those that it starts; what it writes is for its owner alone."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from typer.testing import Result

import onrecord

FIXTURES = Path(__file__).parents[2] / "read" / "fixtures"


GUARD = """
import sys

def refuse(event, given):
    # urllib3 asks at its import whether the machine has IPv6, by a socket on the loopback device that reaches nobody.
    own = event == "socket.__new__" or (event == "socket.bind" and given[1][0] == "::1")
    if event.startswith("socket.") and event != "socket.gethostname" and not own:
        with open(ASKED, "a") as out:
            out.write(f"{sys.argv} {event} {given}\\n")
        raise RuntimeError("something asked for a network")

sys.addaudithook(refuse)
with open(STARTED, "a") as out:
    out.write(f"{sys.argv}\\n")
"""
"""Put into every Python process as it starts, workers that read foreign files among them."""
DAY = """
import sys
from onrecord.views.cli import app as program
for words in WORDS:
    done = program.app([*words, "--record", "r.db"], standalone_mode=False)
    assert not done, (words, done)
    if words[0] == "add":
        from pathlib import Path
        from onrecord.record import open_record, queries
        with open_record(Path("r.db")) as record:
            figure = next(s.id for s in queries.statements(record, queries.Filter()) if s.layer == "figures")
        WORDS += [("judge", "accept", figure, "--why", "heard it", "--who", "R. Coder"), ("dossier", figure, "dossier")]
"""
"""Commands as a desk gives them, in one process."""
FORMS = ("csv", "xlsx", "parquet", "docx", "page", "site")


def test_no_socket_is_opened_from_adding_to_the_dossier(folder: Path, tmp_path: Path) -> None:
    asked, started = tmp_path / "asked", tmp_path / "started"
    home = tmp_path / "home"
    for place in (tmp_path / "start", home):
        place.mkdir()
    (tmp_path / "start" / "sitecustomize.py").write_text(f"ASKED, STARTED = {str(asked)!r}, {str(started)!r}\n{GUARD}")
    words = [("add", str(folder), str(FIXTURES / "pdf-statement.pdf"), str(FIXTURES / "docx-talks.docx")), ("brief",), ("timeline",), ("check",), ("verify",)]
    words += [("backup", "copy.db"), ("merge", "copy.db"), ("restore", "copy.db", "--force"), *(("export", form, f"out-{form}") for form in FORMS)]
    paths = os.pathsep.join([str(tmp_path / "start"), str(Path(onrecord.__file__).parents[1])])
    env = os.environ | {"PYTHONPATH": paths, "OPENBLAS_NUM_THREADS": "1"}
    done = subprocess.run([sys.executable, "-W", "ignore", "-c", f"WORDS = {words!r}\n{DAY}"], cwd=home, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert not asked.exists(), asked.read_text()
    assert len(started.read_text().splitlines()) >= 2, "the guard was in the process that reads foreign files too"
    assert (home / "dossier").is_dir() and (home / "out-site").is_dir()


def test_the_guard_would_see_one(tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(f"ASKED, STARTED = {str(tmp_path / 'asked')!r}, {os.devnull!r}\n{GUARD}")
    code = "import socket\ntry: socket.getaddrinfo('localhost', 80)\nexcept RuntimeError: pass"
    subprocess.run([sys.executable, "-c", code], env=os.environ | {"PYTHONPATH": str(tmp_path)}, check=True)
    assert "socket.getaddrinfo" in (tmp_path / "asked").read_text()


def test_what_the_command_line_writes_is_for_its_owner_alone(record: Path, tmp_path: Path) -> None:
    home = tmp_path / "out"
    home.mkdir()
    code = "import sys; from onrecord.views.cli import main; sys.argv[0] = 'onrecord'; main()"
    for form in ("csv", "page", "site"):
        words = ["export", form, str(home / form), "--record", str(record)]
        subprocess.run([sys.executable, "-W", "ignore", "-c", code, *words], check=True, capture_output=True, umask=0o022)
    files = [p for p in home.rglob("*") if p.is_file()]
    assert len(files) > 5 and {p.stat().st_mode & 0o777 for p in files} == {0o600}
    assert {p.stat().st_mode & 0o777 for p in home.rglob("*") if p.is_dir()} == {0o700}


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
