"""What is built holds every file that the program reads, and tells what it is."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from email.parser import Parser
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    """The wheel that `make wheel` built, else one built here where the builder is installed."""
    given = os.environ.get("WHEEL")
    if given is None:
        pytest.importorskip("hatchling", reason="NOT RUN: no builder is installed; `make wheel-test` builds the wheel and runs this")
        folder = tmp_path_factory.mktemp("wheel")
        subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)], cwd=ROOT, check=True, capture_output=True)
        given = str(next(folder.glob("*.whl")))
    return zipfile.ZipFile(given)


def files(folder: str) -> list[str]:
    """Files of the repository under *folder*, as git has them."""
    listed = subprocess.run(["git", "ls-files", "-z", folder], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return [name for name in listed.split("\0") if name]


def test_every_file_of_the_sources_is_in_the_wheel(wheel: zipfile.ZipFile) -> None:
    names = set(wheel.namelist())
    wanted = {name.removeprefix("src/") for name in files("src")} | {f"onrecord/{name}" for name in files("sample")}
    assert {"onrecord/py.typed", "onrecord/record/schema.sql"} <= wanted
    assert {Path(w).suffix for w in wanted} >= {".toml", ".html", ".css", ".sql", ".txt"}, "word lists, codebooks, templates, styles, schema and sample"
    assert sorted(wanted - names) == []


def test_nothing_else_is_in_the_wheel(wheel: zipfile.ZipFile) -> None:
    assert [n for n in wheel.namelist() if not n.startswith(("onrecord/", "onrecord-"))] == []
    assert not [n for n in wheel.namelist() if "held_out" in n or n.endswith((".db", ".pyc"))]


def test_the_wheel_tells_what_it_is(wheel: zipfile.ZipFile) -> None:
    folder = next(n for n in wheel.namelist() if n.endswith(".dist-info/METADATA")).rpartition("/")[0]
    told = Parser().parsestr(wheel.read(f"{folder}/METADATA").decode())
    assert set(told.get_all("Provides-Extra") or ()) == {"web", "formats", "cluster", "notebook"} == set(PROJECT["optional-dependencies"])
    assert told["License-Expression"] == "MIT" and "Typing :: Typed" in (told.get_all("Classifier") or ())
    points = wheel.read(f"{folder}/entry_points.txt").decode()
    assert "onrecord = onrecord.views.cli:main" in points and "[spacy_factories]" in points


def test_the_citation_names_the_version_that_is_built() -> None:
    assert f"version: {PROJECT['version']}\n" in (ROOT / "CITATION.cff").read_text(encoding="utf-8")


def test_the_sources_that_are_given_away_build_the_same_wheel(tmp_path: Path) -> None:
    pytest.importorskip("hatchling", reason="NOT RUN: no builder is installed; `make wheel-test` builds both")
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-d", str(tmp_path)], cwd=ROOT, check=True, capture_output=True)
    (given,) = tmp_path.glob("*.tar.gz")
    with tarfile.open(given) as archive:
        archive.extractall(tmp_path / "out", filter="data")
    (source,) = (tmp_path / "out").iterdir()
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path / "wheel")], cwd=source, check=True, capture_output=True)
    (built,) = (tmp_path / "wheel").glob("*.whl")
    wanted = {name.removeprefix("src/") for name in files("src")} | {f"onrecord/{name}" for name in files("sample")}
    assert sorted(wanted - set(zipfile.ZipFile(built).namelist())) == []
    assert not [n for n in zipfile.ZipFile(built).namelist() if "held_out" in n]
