"""A file cut into pieces gives what the whole file gives: the same reports at the same places, and nothing twice."""

from __future__ import annotations

import gzip
from pathlib import Path

import duckdb
import pytest

from onrecord.read import ReadOptions, ReadResult, iter_reports
from onrecord.read.names import Namer
from onrecord.read.pieces import cut, read_pieces

FIXTURES = Path(__file__).parent / "fixtures"
GOOD = "Envoys of Veldland and the Ostrine rebels met in Port Corran on Tuesday to discuss an exchange of {} sailors, two officials said."
OPTIONS = ReadOptions(today="2031-12-31", entries=True)


def lines(path: Path) -> Path:
    """Seven lines: one blank, one broken, one without an end."""
    good = [f'{{"id": "r{n}", "text": "{GOOD.format(n)}"}}' for n in range(5)]
    path.write_text("\n".join([good[0], good[1], "", good[2], "{broken", good[3], good[4]]))
    return path


def rows(path: Path) -> Path:
    """Seven rows of Parquet, one without a text."""
    with duckdb.connect() as base:
        base.execute("CREATE TABLE t (id INTEGER, body VARCHAR, seen DATE)")
        base.executemany("INSERT INTO t VALUES (?, ?, '2031-03-03')", [(n, None if n == 3 else GOOD.format(n)) for n in range(7)])
        base.execute(f"COPY t TO '{path}' (FORMAT parquet, ROW_GROUP_SIZE 2048)")
    return path


def crawl(path: Path, *, packed: bool) -> Path:
    """Seven records of a crawl, one of them no page, each packed by itself where they are packed."""
    out = b""
    for n in range(7):
        page = f"<html><head><title>Talks {n}</title></head><body><article><p>{GOOD.format(n)}</p></article></body></html>".encode()
        kind = b"image/png" if n == 4 else b"text/html; charset=utf-8"
        answer = b"HTTP/1.1 200 OK\r\nContent-Type: " + kind + b"\r\nContent-Length: %d\r\n\r\n" % len(page) + page
        head = b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://news.example/talks-%d\r\nWARC-Date: 2031-03-04T00:00:00Z\r\n" % n
        head += b"WARC-Record-ID: <urn:uuid:%d>\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n" % (n, len(answer))
        record = head + answer + b"\r\n\r\n"
        out += gzip.compress(record) if packed else record
    path.write_bytes(out)
    return path


def told(results: list[ReadResult]) -> list[tuple[object, ...]]:
    """What reports are, without the names that are numbered by a run."""
    return [(r.where, r.raw, r.report.id, r.report.text, r.report.published) if r.report else (r.where, r.raw, r.problems) for r in results]


@pytest.mark.parametrize("most", [1, 2, 3, 100])
@pytest.mark.parametrize("form", ["lines", "rows", "warc", "warc.gz"])
def test_pieces_together_are_the_whole_file(form: str, most: int, tmp_path: Path) -> None:
    made = {
        "lines": lambda: lines(tmp_path / "a.jsonl"), "rows": lambda: rows(tmp_path / "a.parquet"),
        "warc": lambda: crawl(tmp_path / "a.warc", packed=False), "warc.gz": lambda: crawl(tmp_path / "a.warc.gz", packed=True),
    }
    path = made[form]()
    pieces = cut(path, most)
    assert len(pieces) == (1 if most > 7 else -(-7 // most))
    assert len({(p.start, p.end) for p in pieces}) == len(pieces)
    whole = [r for r in iter_reports([path], OPTIONS) if r.report or r.problems[0].lost]
    parts = [r for r in read_pieces(pieces, OPTIONS) if r.report or r.problems[0].lost]
    assert told(parts) == told(whole) and sum(r.report is not None for r in parts) >= 5


def test_each_piece_is_read_without_the_others(tmp_path: Path) -> None:
    pieces = cut(lines(tmp_path / "a.jsonl"), 2)
    assert [r.where.rsplit(":")[-1] for r in read_pieces(pieces[2:3], OPTIONS)] == ["5", "6"]


@pytest.mark.parametrize("name", ["warc-truncated.warc", "warc-truncated.warc.gz", "warc-huge-claim.warc", "pdf-statement.pdf", "eml-attachments.eml"])
def test_what_is_broken_or_cannot_be_cut_is_read_as_a_whole(name: str) -> None:
    whole = list(iter_reports([FIXTURES / name], OPTIONS))
    assert told(list(read_pieces(cut(FIXTURES / name, 1), OPTIONS))) == told(whole)


def test_the_hash_of_a_piece_is_of_its_bytes_alone(tmp_path: Path) -> None:
    path = lines(tmp_path / "a.jsonl")
    before = cut(path, 2)
    path.write_text(path.read_text().replace("exchange of 4", "exchange of 9"))
    assert [a.sha256 == b.sha256 for a, b in zip(before, cut(path, 2), strict=True)] == [True, True, True, False]


def test_a_namer_for_parts_leaves_numbering_to_the_whole() -> None:
    parts, whole = Namer(numbered=False), Namer()
    assert [parts("a b"), parts("a b")] == ["a-b", "a-b"]
    assert [whole(parts("a b")), whole(parts("a b"))] == ["a-b", "a-b-2"]


def test_a_piece_without_a_page_is_no_archive_without_one(tmp_path: Path) -> None:
    path = crawl(tmp_path / "a.warc", packed=False)
    note = b"WARC/1.0\r\nWARC-Type: metadata\r\nWARC-Record-ID: <urn:uuid:9>\r\nWARC-Date: 2031-03-04T00:00:00Z\r\nContent-Length: 4\r\n\r\nnote\r\n\r\n"
    path.write_bytes(path.read_bytes() + note)
    whole = list(iter_reports([path], OPTIONS))
    pieces = list(read_pieces(cut(path, 1), OPTIONS))
    assert [r.where for r in pieces if r.report] == [r.where for r in whole if r.report]
    assert [p for r in pieces for p in r.problems if p.lost] == []
