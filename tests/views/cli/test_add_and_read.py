"""`add`, `remove`, `brief PATH` and `read`: what is read, what is not, and the exit status."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import Result

Run = Callable[..., Result]


def test_adding_tells_what_was_read(run: Run, folder: Path, tmp_path: Path) -> None:
    done = run("add", folder, "--record", tmp_path / "r.db")
    assert done.exit_code == 0, done.stderr
    assert "Reports: 3 new, 0 known, 0 unreadable." in done.stdout
    assert "gave a statement" in done.stdout
    again = run("add", folder, "--record", tmp_path / "r.db")
    assert "Reports: 0 new, 3 known, 0 unreadable." in again.stdout


def test_adding_as_json_has_names_and_coverage(run: Run, folder: Path, tmp_path: Path) -> None:
    done = run("add", folder, "--record", tmp_path / "r.db", "--json")
    value = json.loads(done.stdout)
    assert sorted(value["new"]) == ["herald", "lines", "wire"]
    assert value["coverage"]["sentences"] >= value["coverage"]["used"] > 0


def bad_inputs(home: Path) -> dict[str, Path]:
    """One file of each kind that cannot be read whole."""
    home.mkdir(exist_ok=True)
    contents = {
        "empty.txt": b"", "binary.txt": bytes(range(256)) * 40, "image.txt": b"\x89PNG\r\n\x1a\n" + b"\0" * 200,
        "french.txt": ("Le gouvernement a annoncé mardi que les négociations avec les rebelles reprendraient la semaine prochaine dans la capitale. "
                       "Les deux parties ont confirmé la nouvelle, sans donner d'autres détails sur la rencontre.").encode(),
        "numbers.txt": b"1 2 3 4 5\n6 7 8 9", "feed.jsonl": b'{"id": "x", "title": "no text here"}\nnot json at all\n',
    }
    for name, raw in contents.items():
        (home / name).write_bytes(raw)
    return {name: home / name for name in contents}


def test_every_bad_input_is_told_with_what_to_do_and_the_good_one_is_read(run: Run, folder: Path, tmp_path: Path) -> None:
    files = bad_inputs(tmp_path / "bad")
    missing = tmp_path / "nowhere.txt"
    done = run("add", *files.values(), missing, folder / "wire.txt", "--record", tmp_path / "r.db")
    assert done.exit_code == 1, done.stdout + done.stderr
    assert "1 new" in done.stdout
    for name in ("empty.txt", "binary.txt", "french.txt", "feed.jsonl", "nowhere.txt"):
        assert name in done.stderr, done.stderr
    assert "Traceback" not in done.stderr
    listed = json.loads(run("problems", "--record", tmp_path / "r.db", "--json").stdout)["problems"]
    assert {p["kind"] for p in listed} >= {"empty", "binary", "language", "no_text", "broken_line", "missing"}


@pytest.mark.parametrize("name", ["empty.txt", "binary.txt", "nothing.txt", "."])
def test_nothing_readable_at_all_is_status_2(run: Run, tmp_path: Path, name: str) -> None:
    bad_inputs(tmp_path / "bad")
    (tmp_path / "hollow").mkdir()
    path = tmp_path / "hollow" if name == "." else tmp_path / "bad" / name
    for command in (["add", path, "--record", tmp_path / "r.db"], ["read", path, "--out", tmp_path / "out"], ["brief", path]):
        done = run(*command)
        assert done.exit_code == 2, (command, done.stdout, done.stderr)
        assert done.stderr.strip()


def test_a_broken_date_is_told_at_once(run: Run, folder: Path, tmp_path: Path) -> None:
    done = run("add", folder, "--published", "the ides", "--record", tmp_path / "r.db")
    assert done.exit_code == 2 and "2024-03-02" in done.stderr and "Traceback" not in done.stderr
    for option in ("--as-of", "--since"):
        done = run("brief", folder, option, "the ides")
        assert done.exit_code == 2 and "2024-03-02" in done.stderr


def test_a_huge_text_is_refused_quickly(run: Run, tmp_path: Path) -> None:
    (tmp_path / "huge.txt").write_bytes(b"The talks went on. " * (50_000_000 // 19 + 1))
    began = time.monotonic()
    done = run("add", tmp_path / "huge.txt", "--record", tmp_path / "r.db")
    assert done.exit_code == 2 and "huge.txt" in done.stderr
    assert time.monotonic() - began < 30


def test_standard_input_is_read(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import io
    import sys

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"The Front freed two soldiers on Friday, Norland said.")))
    from typer.testing import CliRunner

    from onrecord.views.cli.app import app

    done = CliRunner().invoke(app, ["add", "-", "--record", str(tmp_path / "r.db")], input="The Front freed two soldiers on Friday, Norland said.")
    assert done.exit_code == 0 and "1 new" in done.stdout


def test_removing_a_report(run: Run, folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    run("add", folder, "--record", path)
    assert run("remove", "wir", "--record", path).exit_code == 0
    assert [r["name"] for r in json.loads(run("sources", "--record", path, "--json").stdout)["reports"]] == ["herald", "lines"]
    gone = run("remove", "wire", "--record", path)
    assert gone.exit_code == 2 and "no report is called 'wire'" in gone.stderr
    assert run("check", "--record", path).exit_code == 0


def test_brief_of_paths_leaves_no_record_behind(run: Run, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = run("brief", folder)
    assert done.exit_code == 0, done.stderr
    assert "3 reports" in done.stdout and "Figures now" in done.stdout
    assert list(tmp_path.iterdir()) == []
    past = run("brief", folder, "--as-of", "2024-03-03")
    assert "1 report" in past.stdout and "Left out" in past.stdout


def test_reading_writes_one_file_a_report_with_places(run: Run, folder: Path, tmp_path: Path) -> None:
    done = run("read", folder, "--out", tmp_path / "out")
    assert done.exit_code == 0, done.stderr
    assert done.stdout == ""
    files = sorted(p.name for p in (tmp_path / "out").iterdir())
    assert files == ["herald.json", "lines.json", "wire.json"]
    value = json.loads((tmp_path / "out" / "wire.json").read_text())
    text = (folder / "wire.txt").read_text()
    for layer in ("times", "attributions", "figures", "events"):
        for item in value[layer]:
            assert text[item["start"] : item["end"]] == item["quote"]
    assert value["published"] == "2024-03-02" and value["times"] and value["figures"]


def test_reading_some_layers_only(run: Run, folder: Path, tmp_path: Path) -> None:
    assert run("read", folder / "wire.txt", "--out", tmp_path / "out", "--layers", "times, figures").exit_code == 0
    value = json.loads((tmp_path / "out" / "wire.json").read_text())
    assert {k for k, v in value.items() if isinstance(v, list)} == {"times", "figures"}
    wrong = run("read", folder, "--out", tmp_path / "out", "--layers", "times,moods")
    assert wrong.exit_code == 2 and "moods is no layer" in wrong.stderr


def test_names_of_files_are_safe_and_unique(run: Run, tmp_path: Path) -> None:
    names = ["../up", "a/b", "same", "Same", "", "CON*?"]
    lines = [{"id": name, "text": f"The Front freed {n} soldiers on Friday, Norland said."} for n, name in enumerate(names, 2)]
    (tmp_path / "feed.jsonl").write_text("\n".join(json.dumps(line) for line in lines))
    done = run("read", tmp_path / "feed.jsonl", "--out", tmp_path / "out")
    assert done.exit_code == 0, done.stderr
    files = sorted(p.name.lower() for p in (tmp_path / "out").iterdir())
    assert len(files) == len(set(files)) == 6
    assert not (tmp_path / "up.json").exists()


def test_adding_to_a_record_ends_with_what_changed(run: Run, folder: Path, tmp_path: Path) -> None:
    record = tmp_path / "r.db"
    first = run("add", folder / "wire.txt", "--record", record)
    assert "What this changed" not in first.stdout
    done = run("add", folder / "herald.txt", "--record", record)
    assert "What this changed" in done.stdout
    assert "updates: " in done.stdout and "40 held" in done.stdout and "herald:" in done.stdout, done.stdout


def test_adding_as_json_has_the_changes_with_their_words(run: Run, folder: Path, tmp_path: Path) -> None:
    record = tmp_path / "r.db"
    run("add", folder / "wire.txt", "--record", record)
    value = json.loads(run("add", folder / "herald.txt", "--record", record, "--json").stdout)["changes"]
    assert [c["effect"] for c in value["changes"]] == sorted((c["effect"] for c in value["changes"]), reverse=True)
    assert all(c["words"] for c in value["changes"] if c["statements"])


def test_a_copy_of_a_known_text_changes_nothing(run: Run, folder: Path, tmp_path: Path) -> None:
    record = tmp_path / "r.db"
    run("add", folder / "wire.txt", "--record", record)
    copy = tmp_path / "copied.txt"
    copy.write_text((folder / "wire.txt").read_text() + "\nMore news tomorrow.\n")
    done = run("add", copy, "--record", record)
    assert "1 copy of a text that is here, no news" in done.stdout, done.stdout


def test_two_days_are_compared_as_each_could_be_known(run: Run, record: Path, data: Callable[..., Any]) -> None:
    done = run("diff", "2024-03-03", "2024-03-06", "--record", record)
    assert done.exit_code == 0 and "herald:" in done.stdout and "lines:" not in done.stdout, done.stdout + done.stderr
    assert {c["kind"] for c in data("diff", "2024-03-03", "2024-03-08")["changes"]} >= {"new", "updates"}
    assert run("diff", "2024-03-06", "2024-03-03", "--record", record).exit_code == 2


def test_a_map_says_which_column_holds_the_text_and_an_address_is_not_fetched_unasked(run: Run, tmp_path: Path) -> None:
    table = tmp_path / "notes.csv"
    table.write_text("day;Wortlaut\n2031-05-03;Envoys of Veldland and the Ostrine rebels met in Port Corran, two officials said.\n", encoding="utf-8")
    unmapped = run("add", table, "--record", tmp_path / "r.db")
    assert unmapped.exit_code == 2
    assert "there are day, Wortlaut" in unmapped.stderr
    done = run("add", table, "--record", tmp_path / "r.db", "--map", "text=Wortlaut,published=day")
    assert "Reports: 1 new" in done.stdout, done.stderr
    refused = run("add", "https://herald.example/7", "--record", tmp_path / "r.db")
    assert refused.exit_code == 2
    assert "nothing is fetched unless --fetch is given" in refused.stderr
