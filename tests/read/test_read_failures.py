"""What cannot be read becomes a Problem that says what, where and what to do; the other inputs are read."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from onrecord.errors import InputError
from onrecord.read import ReadOptions, iter_reports, read_bytes, read_paths, read_text

GOOD = "Envoys of Veldland and the Ostrine rebels met in Port Corran on Tuesday to discuss an exchange of captured sailors, two officials said.\n"
FRENCH = (
    "Les envoyés du gouvernement et les rebelles se sont réunis mardi dans le port pour discuter d’un échange de marins capturés, "
    "ont déclaré deux responsables. "
    "Les familles attendent depuis des mois."
)
CASES = [
    ("empty.txt", b"", "empty"),
    ("blank.txt", b" \n\n\t \n", "empty"),
    ("mark.txt", b"\xef\xbb\xbf", "empty"),
    ("paper.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "unreadable"),
    ("zeros.txt", b"text\x00\x01\x02\x00\x03more\x00\x00", "binary"),
    ("image.txt", b"\x89PNG\r\n\x1a\n\x00\x00", "binary"),
    ("digits.txt", b"4711 0815\n12 / 34\n", "no_sentence"),
    ("buttons.txt", b"Share\nSubscribe to our newsletter\nAdvertisement\n", "no_sentence"),
    ("page.html", b"<!doctype html><html><head><title>x</title></head><body></body></html>", "no_sentence"),
    ("french.txt", FRENCH.encode(), "language"),
    ("large.txt", GOOD.encode() * 200, "too_large"),
    ("lines.jsonl", b'{"text": "broken\n', "broken_line"),
    ("list.jsonl", b'{"text": 3}\n', "no_text"),
    ("none.jsonl", b'{"title": "No text here"}\n', "no_text"),
]


@pytest.mark.parametrize(("name", "raw", "kind"), CASES, ids=[c[0] for c in CASES])
def test_an_unreadable_file_is_a_problem_and_the_others_are_read(tmp_path: Path, name: str, raw: bytes, kind: str) -> None:
    (tmp_path / "good.txt").write_text(GOOD)
    (tmp_path / name).write_bytes(raw)
    reports, problems = read_paths([tmp_path / name, tmp_path / "good.txt"], ReadOptions(max_bytes=20_000))
    assert [r.name for r in reports] == ["good"]
    assert [p.kind for p in problems] == [kind]
    assert problems[0].lost
    assert name in (problems[0].where or "")
    assert problems[0].message.startswith(problems[0].where or "?")
    assert ";" in problems[0].message, "what was seen; what to do"


def test_a_missing_path_a_folder_without_reports_and_a_pattern_without_files(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "image.png").write_bytes(b"\x89PNG")
    _, problems = read_paths([tmp_path / "no.txt", tmp_path / "folder", str(tmp_path / "*.txt")])
    assert [(p.kind, p.lost) for p in problems] == [("missing", True), ("empty", True), ("missing", True)]


def test_another_language_is_named() -> None:
    result = read_text(FRENCH)
    assert result.report is None
    assert "French: not read" in result.problems[0].message


@pytest.mark.parametrize(
    ("raw", "said", "word"),
    [
        (GOOD.replace("rebels", "rebels’ café").encode("cp1252"), "cp1252", "rebels’ café"),
        (GOOD.encode("utf-16"), "utf-16", "rebels"),
        (GOOD.encode("utf-16-le"), "utf-16-le", "rebels"),
        (("“Yes,” the envoy’s aide said. " + GOOD).encode().replace(b"Port", b"P\xffort"), "broken UTF-8", "P\ufffdort"),
    ],
)
def test_another_encoding_is_said_and_the_text_is_read(raw: bytes, said: str, word: str) -> None:
    (result,) = read_bytes(raw, "report.txt")
    assert result.report is not None
    assert word in result.report.text
    assert [p.kind for p in result.problems] == ["encoding"]
    assert said in result.problems[0].message
    assert not result.problems[0].lost


def test_each_broken_line_of_a_file_is_told_by_its_number_and_the_others_are_read() -> None:
    rows = [json.dumps({"text": GOOD, "id": "one"}), "", '{"text": ', "[1]", json.dumps({"id": 4}), json.dumps({"text": GOOD + "Two.", "id": 2})]
    results = list(read_bytes("\n".join(rows).encode(), "batch.jsonl"))
    assert [r.report.name for r in results if r.report] == ["one", "2"]
    assert [(p.kind, p.where) for r in results for p in r.problems] == [
        ("broken_line", "batch.jsonl:3"),
        ("broken_line", "batch.jsonl:4"),
        ("no_text", "batch.jsonl:5"),
    ]


def test_a_broken_date_is_a_problem_and_the_report_is_read_without_it() -> None:
    (result,) = read_bytes(json.dumps({"text": GOOD, "published": "2031-02-30"}).encode(), "batch.jsonl")
    assert result.report is not None
    assert result.report.published is None
    assert [(p.kind, p.lost) for p in result.problems] == [("broken_date", False)]


def test_a_broken_date_option_is_refused_at_once() -> None:
    with pytest.raises(InputError, match="31 May-ish"):
        ReadOptions(published="31 May-ish")


def test_an_empty_paste_is_a_problem() -> None:
    assert [p.kind for p in read_text(" \n").problems] == ["empty"]


def test_a_line_over_the_limit_is_passed_over_and_the_next_is_read() -> None:
    raw = b"\n".join([json.dumps({"text": GOOD * 100}).encode(), json.dumps({"text": GOOD, "id": "b"}).encode()])
    results = list(read_bytes(raw, "batch.jsonl", ReadOptions(max_bytes=1_000)))
    assert [p.kind for p in results[0].problems] == ["too_large"]
    assert results[1].report is not None


def test_standard_input_is_read(tmp_path: Path) -> None:
    (result,) = iter_reports(["-"], stdin=io.BytesIO(GOOD.encode()))
    assert result.report is not None
    assert result.where == "-"


def test_a_file_that_may_not_be_opened_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "locked.txt"
    file.write_text(GOOD)

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    _, problems = read_paths([file])
    assert [p.kind for p in problems] == ["unreadable"]
    assert "Permission denied" in problems[0].message
