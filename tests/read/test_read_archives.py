"""Archives: files in them are read as they stream past, and whatever could do harm is a Problem."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import os
import stat
import tarfile
import zipfile
from pathlib import Path

import pytest
from papermaker import GOOD, statement_pdf, tarred, word, zipped

from onrecord.read import ReadOptions, ReadResult, archives, iter_reports, metered, read_bytes

TEXT = GOOD.encode()
MEMBERS = [("march/wire.txt", TEXT), ("talks.docx", word([(GOOD.strip(), None)])), ("statement.pdf", statement_pdf())]


def told(results: list[ReadResult]) -> list[tuple[str, str]]:
    """Where each problem is, and its kind."""
    return [(p.where or "", p.kind) for r in results for p in r.problems]


def names(results: list[ReadResult]) -> list[str]:
    return [r.report.name for r in results if r.report]


PACKED = [
    ("desk.zip", zipped(MEMBERS)), ("desk.tar", tarred(MEMBERS, "w")), ("desk.tar.gz", tarred(MEMBERS, "w:gz")), ("desk.tar.bz2", tarred(MEMBERS, "w:bz2")),
    ("desk.tar.xz", tarred(MEMBERS, "w:xz")), ("desk.txt", zipped(MEMBERS)),
]


@pytest.mark.parametrize(("name", "raw"), PACKED, ids=[p[0] for p in PACKED])
def test_every_member_is_read_by_its_own_form(name: str, raw: bytes) -> None:
    results = list(read_bytes(raw, name))
    assert [r.where for r in results] == [f"{name}!{member}" for member, _ in MEMBERS]
    assert names(results) == ["wire", "talks", "statement"]
    assert results[0].raw == TEXT, "the bytes that are kept are the member's"


@pytest.mark.parametrize(("pack", "ending"), [(gzip.compress, "gz"), (bz2.compress, "bz2"), (lzma.compress, "xz")])
def test_a_file_that_was_packed_alone_is_read(pack: object, ending: str) -> None:
    (result,) = read_bytes(pack(TEXT), f"wire.txt.{ending}")  # type: ignore[operator]
    assert (result.where, names([result])) == (f"wire.txt.{ending}!wire.txt", ["wire"])


def test_archives_from_a_file_and_from_a_pipe(tmp_path: Path) -> None:
    (tmp_path / "desk.zip").write_bytes(zipped(MEMBERS[:1]))
    assert names(list(iter_reports([tmp_path]))) == ["wire"]
    read, write = os.pipe()
    os.write(write, zipped(MEMBERS[:1]))
    os.close(write)
    with open(read, "rb") as pipe:  # noqa: PTH123 - a pipe has no path
        assert names(list(iter_reports(["-"], stdin=pipe))) == ["wire"]


def test_archives_in_archives_down_to_a_depth() -> None:
    three = zipped([("b.zip", zipped([("c.zip", zipped([("wire.txt", TEXT)]))]))])
    (result,) = read_bytes(three, "a.zip")
    assert result.where == "a.zip!b.zip!c.zip!wire.txt"
    assert told(list(read_bytes(zipped([("a.zip", three), ("good.txt", TEXT)]), "z.zip"))) == [("z.zip!a.zip!b.zip!c.zip", "limit")]


def test_names_that_point_elsewhere_do_no_harm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    given = ("../../etc/evil.txt", "/abs.txt", "C:\\win.txt", "two\nlines\u202e.txt", ".hidden.txt", "__MACOSX/x.txt")
    members = [(name, TEXT) for name in given]
    for raw, name in ((zipped(members), "a.zip"), (tarred(members), "a.tgz")):
        results = list(read_bytes(raw, name))
        assert names(results) == ["evil", "abs", "C-win", "two-lines"]
        assert all("\n" not in r.where and "\u202e" not in r.where for r in results)
        assert not list(tmp_path.iterdir()), "nothing is written"


def test_links_and_devices_are_not_followed() -> None:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, kind in (("link.txt", tarfile.SYMTYPE), ("hard.txt", tarfile.LNKTYPE), ("device.txt", tarfile.CHRTYPE), ("pipe.txt", tarfile.FIFOTYPE)):
            info = tarfile.TarInfo(name)
            info.type, info.linkname = kind, "/etc/passwd"
            archive.addfile(info)
    assert [k for _, k in told(list(read_bytes(out.getvalue(), "a.tar")))] == ["unreadable"] * 4
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive_:
        link = zipfile.ZipInfo("link.txt")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive_.writestr(link, "/etc/passwd")
    assert told(list(read_bytes(packed.getvalue(), "a.zip"))) == [("a.zip!link.txt", "unreadable")]


def test_a_member_behind_a_password_is_told_and_the_others_are_read() -> None:
    raw = bytearray(zipped([("wire.txt", TEXT), ("secret.txt", TEXT)]))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = raw.rfind(mark)
        raw[at + place] |= 1
    results = list(read_bytes(bytes(raw), "a.zip"))
    assert (names(results), told(results)) == (["wire"], [("a.zip!secret.txt", "unreadable")])
    assert "password" in results[1].problems[0].message


def test_bombs_are_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = b"A" * 40_000_000
    results = list(read_bytes(zipped([("bomb.txt", bomb), ("good.txt", TEXT)]), "a.zip"))
    assert (told(results), names(results)) == ([("a.zip!bomb.txt", "limit")], ["good"])
    assert told(list(read_bytes(gzip.compress(bomb), "bomb.txt.gz"))) == [("bomb.txt.gz!bomb.txt", "limit")]
    monkeypatch.setattr(metered, "MOST_MEMBERS", 2)
    results = list(read_bytes(zipped([(f"{n}.txt", TEXT) for n in range(4)]), "many.zip"))
    assert (names(results), told(results)) == (["0", "1"], [("many.zip", "limit")])


def test_an_archive_may_not_unpack_to_more_than_its_budget(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "Budget", lambda: metered.Budget(left=3 * len(TEXT)))
    results = list(read_bytes(zipped([(f"{n}.txt", TEXT) for n in range(5)]), "a.zip"))
    assert names(results) == ["0", "1", "2"]
    assert {k for _, k in told(results)} == {"limit"}


def test_a_claim_of_two_gigabytes_is_not_believed() -> None:
    raw = bytearray(zipped([("wire.txt", TEXT)]))
    at = raw.rfind(b"PK\x01\x02")
    raw[at + 24 : at + 28] = (2_100_000_000).to_bytes(4, "little")
    assert told(list(read_bytes(bytes(raw), "a.zip"))) == [("a.zip!wire.txt", "limit")]
    end = bytearray(zipped([("wire.txt", TEXT)]))
    at = end.rfind(b"PK\x05\x06")
    end[at + 12 : at + 16] = (2_000_000_000).to_bytes(4, "little")
    assert told(list(read_bytes(bytes(end), "a.zip"))) == [("a.zip", "limit")]


def test_a_tars_own_head_may_not_claim_to_be_huge() -> None:
    info = tarfile.TarInfo("head")
    info.type, info.size = tarfile.XHDTYPE, 1_900_000_000
    head = info.tobuf(tarfile.USTAR_FORMAT)
    raw = gzip.compress(head + b"A" * 60_000_000)
    assert [k for _, k in told(list(read_bytes(raw, "a.tgz")))] == ["limit"]


@pytest.mark.parametrize(("name", "raw"), PACKED[:5], ids=[p[0] for p in PACKED[:5]])
def test_a_truncated_archive_is_told(name: str, raw: bytes) -> None:
    results = list(read_bytes(raw[: len(raw) // 2], name))
    assert told(results)
    assert all(k == "unreadable" for _, k in told(results))


def test_what_no_reader_knows_is_counted_and_an_empty_archive_is_told() -> None:
    results = list(read_bytes(zipped([("wire.txt", TEXT), ("a.mp4", b"x"), ("b.mp4", b"x"), ("README", b"x")]), "a.zip"))
    (problem,) = results[-1].problems
    assert "1 without an ending, 2 .mp4" in problem.message and not problem.lost
    assert told(list(read_bytes(zipped([]), "a.zip"))) == [("a.zip", "empty")]
    assert told(list(read_bytes(zipped([("a.mp4", b"x")]), "a.zip"))) == [("a.zip", "binary")]


def test_two_members_of_one_name_are_two_reports() -> None:
    results = list(read_bytes(zipped([("a/wire.txt", TEXT), ("b/wire.txt", TEXT + b"Nothing else was said about it.\n")]), "a.zip", ReadOptions()))
    assert names(results) == ["wire", "wire-2"]
