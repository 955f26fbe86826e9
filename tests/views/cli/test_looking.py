"""The commands that show: filters, citations, ids, JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.views.cli.conftest import TEXTS
from typer.testing import Result

Run = Callable[..., Result]
LISTS = ("timeline", "figures", "positions", "commitments", "talks", "roster", "channels", "proposals", "agreements", "disputes")


@pytest.mark.parametrize("name", [*LISTS, "sources", "entities", "problems", "brief", "check"])
def test_every_list_is_shown_and_given_as_json(run: Run, data: Callable[..., Any], record: Path, name: str) -> None:
    shown = run(name, "--record", record)
    assert shown.exit_code == 0, shown.stderr
    assert shown.stdout.strip() and shown.stderr == ""
    assert all(len(line) <= 80 and line == line.rstrip() for line in shown.stdout.splitlines())
    assert data(name)


@pytest.mark.parametrize("name", LISTS)
def test_whatever_is_listed_stands_on_words_of_a_report(data: Callable[..., Any], name: str) -> None:
    value = data(name)
    texts = {r["id"]: data("report", r["name"])["report"]["text"] for r in data("sources")["reports"]}
    for identity, statement in value["statements"].items():
        assert texts[statement["report"]][statement["start"] : statement["end"]] == statement["quote"]
        assert statement["id"] == identity
        assert statement["citation"] == f"{statement['name']}:{statement['start']}-{statement['end']}"


def test_filters_narrow_the_lists(run: Run, data: Callable[..., Any], record: Path) -> None:
    everything = data("timeline")["timeline"]
    assert len(everything) > 2
    assert len(data("timeline", "--outlet", "Daily Example")["timeline"]) < len(everything)
    assert data("timeline", "--party", "Nobody At All")["timeline"] == []
    assert data("timeline", "--since", "2024-03-04", "--until", "2024-03")["timeline"] != everything
    assert data("timeline", "--until", "2020")["timeline"] == []
    assert run("timeline", "--report", "nothing", "--record", record).exit_code == 2
    assert "no day" in run("timeline", "--since", "tomorrow", "--record", record).stderr


def test_as_of_replays_the_record(data: Callable[..., Any]) -> None:
    assert [r["name"] for r in data("sources", "--as-of", "2024-03-05")["reports"]] == ["wire", "herald"]
    assert {s["name"] for s in data("timeline", "--as-of", "2024-03-03")["statements"].values()} <= {"wire"}


def test_a_report_is_shown_with_its_statements_marked(run: Run, record: Path) -> None:
    done = run("report", "wire", "--record", record)
    assert done.exit_code == 0
    assert re.search(r"48 soldiers⟨f\d+⟩", " ".join(done.stdout.split()))
    bare = re.sub(r"⟨\w+⟩", "", done.stdout)
    for sentence in TEXTS["wire"].split("\n\n")[2].split(". "):
        assert " ".join(sentence.split()).rstrip(".") in " ".join(bare.split())


def test_a_citation_opens_the_words(run: Run, data: Callable[..., Any], record: Path) -> None:
    statement = next(s for s in data("report", "wire")["statements"] if s["layer"] == "figures")
    done = run("report", statement["citation"], "--record", record)
    assert done.exit_code == 0
    assert "Ana Ruiz" in done.stdout or "rejected" in done.stdout
    shown = run("show", statement["citation"], "--record", record)
    assert shown.exit_code == 0 and statement["quote"] in " ".join(shown.stdout.split())


def test_one_statement_is_shown_with_its_chain(run: Run, data: Callable[..., Any], record: Path) -> None:
    statements = data("report", "wire")["statements"]
    held = next(s for s in statements if s["layer"] == "figures" and "48" in s["quote"])
    done = run("show", held["id"][:10], "--record", record)
    assert done.exit_code == 0, done.stderr
    assert "Who says so" in done.stdout and "Ana Ruiz" in done.stdout and "said" in done.stdout
    assert held["id"] in done.stdout
    value = data("show", held["id"])
    assert value["kind"] == "statement" and value["chain"][0]["resolved"].endswith("Ana Ruiz")


@pytest.mark.parametrize(("name", "kind"), [("timeline", "event"), ("figures", "ledger"), ("positions", "position"), ("commitments", "commitment")])
def test_anything_that_is_listed_can_be_shown_by_its_id(run: Run, data: Callable[..., Any], record: Path, name: str, kind: str) -> None:
    found = data(name)[name]
    if not found:
        pytest.skip(f"NOT RUN: the three reports give nothing for {name}")
    for one in found:
        value = data("show", one["id"])
        assert value["kind"] == kind and value["statements"]
        shown = run("show", one["id"], "--record", record)
        assert shown.exit_code == 0 and "“" in shown.stdout


def test_what_is_not_there_is_said(run: Run, record: Path) -> None:
    for words in (["show", "ffffffffffff"], ["show", "wire:9000-9001"], ["report", "nothing"], ["show", "nothing:1-2"]):
        done = run(*words, "--record", record)
        assert done.exit_code == 2 and done.stderr.startswith("onrecord: ") and done.stderr.count("\n") == 1
        assert done.stdout == ""


def test_search_gives_citations(run: Run, data: Callable[..., Any], record: Path) -> None:
    hits = data("search", "soldiers", "releas*")["hits"]
    assert hits and all("soldiers" in h["words"] for h in hits)
    done = run("search", "soldiers", "--record", record)
    assert hits[0]["citation"].split(":")[0] in done.stdout
    assert data("search", "xylophone")["hits"] == []


def test_the_export_holds_the_whole_record(run: Run, record: Path, tmp_path: Path) -> None:
    file = tmp_path / "record.json"
    done = run("export", "json", file, "--record", record)
    assert done.exit_code == 0 and done.stdout == ""
    value = json.loads(file.read_text())
    texts = {r["id"]: r["text"] for r in value["reports"]}
    assert len(texts) == 3 and value["statements"] and value["events"] is not None
    assert all(texts[s["report"]][s["start"] : s["end"]] == s["quote"] for s in value["statements"])
    ids = {s["id"] for s in value["statements"]}
    assert all(s in ids for e in value["events"] for s in e["statements"])
    piped = run("export", "json", "-", "--record", record)
    assert json.loads(piped.stdout) == value
    assert run("export", "json", tmp_path / "no" / "x.json", "--record", record).exit_code == 2


def test_a_damaged_record_is_found_out(run: Run, folder: Path, tmp_path: Path) -> None:
    import sqlite3

    path = tmp_path / "r.db"
    run("add", folder / "wire.txt", "--record", path)
    with sqlite3.connect(path) as raw:
        raw.execute("UPDATE statement SET quote = 'other words' WHERE layer = 'figures'")
    done = run("check", "--record", path)
    assert done.exit_code == 1 and "wire:" in done.stderr and "findings" in done.stdout


def test_a_record_that_is_not_what_its_reports_make_is_told_and_mended(run: Run, folder: Path, tmp_path: Path) -> None:
    import sqlite3

    path = tmp_path / "r.db"
    run("add", folder / "wire.txt", "--record", path)
    assert run("check", "--rederive", "--record", path).exit_code == 0
    with sqlite3.connect(path) as raw:
        raw.execute("UPDATE event SET title = 'other words'")
    assert run("check", "--record", path).exit_code == 0, "every quotation is still in its place"
    done = run("check", "--rederive", "--record", path)
    assert done.exit_code == 1 and "event: " in done.stderr and "--mend" in done.stderr
    assert run("check", "--mend", "--rederive", "--record", path).exit_code == 0


def test_reports_are_set_aside_together_and_brought_back_by_one_undo(run: Run, folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    run("add", folder, "--record", path)

    def shown() -> tuple[str, ...]:
        return tuple(run(name, "--record", path, "--json").stdout for name in ("sources", "timeline", "figures", "problems"))

    before, (one, other, *_) = shown(), [r["name"] for r in json.loads(run("sources", "--record", path, "--json").stdout)["reports"]]
    done = run("judge", "set-aside", one, other, "--why", "another conflict", "--who", "R. Coder", "--record", path, "--json")
    assert done.exit_code == 0, done.stderr
    assert not {one, other} & {r["name"] for r in json.loads(run("sources", "--record", path, "--json").stdout)["reports"]}
    assert json.loads(run("timeline", "--record", path, "--as-of", "2099-01-01", "--json").stdout) == json.loads(shown()[1]), "nor is it there on another day"
    looked = run("report", one, "--record", path)
    assert looked.exit_code == 0 and "set aside by R. Coder" in looked.stderr
    assert run("judge", "set-aside", one, "--record", path).exit_code == 2, "it is set aside already"
    assert run("check", "--record", path, "--rederive").exit_code == 0
    assert run("judge", "undo", json.loads(done.stdout)["id"][:12], "--record", path).exit_code == 0
    assert shown() == before
    assert run("check", "--record", path, "--rederive").exit_code == 0


def test_judging_and_undoing(run: Run, folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    run("add", folder, "--record", path)

    def events() -> set[str]:
        return {s for e in json.loads(run("timeline", "--record", path, "--json").stdout)["timeline"] for s in e["statements"]}

    before = events()
    target = sorted(before)[0]
    done = run("judge", "reject", target[:12], "--why", "misread", "--who", "R. Coder", "--record", path, "--json")
    assert done.exit_code == 0, done.stderr
    made = json.loads(done.stdout)
    assert (made["who"], made["why"], made["target"]) == ("R. Coder", "misread", target) and made["quote"]
    assert target not in events()
    assert run("judge", "undo", made["id"][:12], "--record", path).exit_code == 0
    assert events() == before
    listed = run("judge", "list", "--record", path)
    assert "undone" in listed.stdout and "R. Coder" in listed.stdout
    assert run("judge", "undo", target, "--record", path).exit_code == 2
    assert run("judge", "reject", made["id"], "--record", path).exit_code == 2
    assert run("check", "--record", path).exit_code == 0


def test_a_missed_statement_is_added_by_its_words_and_told_with_its_author(run: Run, folder: Path, tmp_path: Path) -> None:
    path = str(tmp_path / "record.db")
    run("add", str(folder), "--record", path)
    asked = ("judge", "add", "herald", "status", "status=active", "--who", "R. Coder", "--record", path)
    done = run(*asked, "--words", "progress had been made", "--by", "own", "--json")
    assert done.exit_code == 0, done.stderr
    made = json.loads(done.stdout)
    assert (made["action"], made["layer"], made["quote"], made["who"]) == ("add", "status", "progress had been made", "R. Coder")
    assert "added by R. Coder" in run("show", made["target"][:12], "--record", path).stdout
    for wrong in (("--at", "0-12"), ("--words", "nobody wrote this"), ("--at", "0:99999999")):
        assert run(*asked, *wrong).exit_code == 2
    assert run("judge", "undo", made["id"][:12], "--record", path).exit_code == 0
    assert run("show", made["target"][:12], "--record", path).exit_code == 2


def test_events_and_entities_are_joined_and_parted_by_judgement(run: Run, folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    run("add", folder, "--record", path)

    def listed(name: str) -> dict[str, Any]:
        return {v["id"]: v for v in json.loads(run(name, "--record", path, "--json").stdout)[name]}

    before = listed("timeline")
    one, other = sorted(before)[:2]
    done = run("judge", "merge", one, other, "--why", "one happening", "--who", "R. Coder", "--record", path, "--json")
    assert done.exit_code == 0, done.stderr
    joined = [e for e in listed("timeline").values() if set(before[one]["statements"] + before[other]["statements"]) <= set(e["statements"])]
    assert len(joined) == 1 and len(listed("timeline")) == len(before) - 1
    assert "one happening" in run("show", joined[0]["id"], "--record", path).stdout
    assert run("judge", "undo", json.loads(done.stdout)["id"][:12], "--record", path).exit_code == 0
    assert listed("timeline") == before
    people = sorted(listed("entities"))
    assert run("judge", "merge", people[0], one, "--record", path).exit_code == 2, "only things of one kind"
    assert run("judge", "split", people[0], people[1], "--why", "two persons", "--record", path).exit_code == 0
    assert run("check", "--record", path).exit_code == 0
