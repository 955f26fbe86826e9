"""Writes the fixtures of reading that no text editor makes: `python tests/read/make_fixtures.py` (they are kept in the repository)."""

from __future__ import annotations

import io
import tempfile
from pathlib import Path

import duckdb
import openpyxl
from papermaker import GOOD, lines, pdf, statement_pdf, tarred, word, zipped

FOLDER = Path(__file__).parent / "fixtures"
SENTENCE = GOOD.strip()


def export_in_word() -> bytes:
    """The export of Nexis Uni as Word."""
    return word([(line, None) for line in (FOLDER / "nexis-uni.txt").read_text(encoding="utf-8").split("\n")])


def export_in_rtf() -> bytes:
    """The export of Factiva as RTF."""
    return b"{\\rtf1\\ansi " + b"\\par\n".join((FOLDER / "factiva-indexed.txt").read_bytes().split(b"\n")) + b"}"


def tracker() -> bytes:
    """A person's tracker in Excel, with a note over the columns' names."""
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (["Tracker of the desk"], [], ["Date", "Event", "Source"], ["2031-03-03", SENTENCE, "Karsa Gazette"], ["2031-03-05", "", "Radio"]):
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def dump() -> bytes:
    """A dump of a research group as Parquet, one of its rows without a text."""
    with duckdb.connect() as base, tempfile.TemporaryDirectory() as home:
        base.execute("CREATE TABLE t (id VARCHAR, body VARCHAR, source VARCHAR, date DATE)")
        base.executemany("INSERT INTO t VALUES (?, ?, 'Karsa Gazette', ?)", [("g1", SENTENCE, "2031-03-03"), ("g2", None, "2031-03-04"), ("g3", GOOD, None)])
        base.execute(f"COPY t TO '{home}/t.parquet' (FORMAT parquet)")
        return (Path(home) / "t.parquet").read_bytes()


def made() -> dict[str, bytes]:
    """Name and bytes of each."""
    talks = word([("Talks resume in Port Corran", "Title"), (SENTENCE, None), ("nine wounded", "List Bullet")], header="Daily Example")
    rtf = rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Times;}}{\info{\title Talks resume}}\f0 Talks resume\par\par " + SENTENCE.encode() + rb"\par}"
    inner = zipped([("wire.txt", GOOD.encode())])
    desk = zipped([("march/wire.txt", GOOD.encode()), ("statement.pdf", statement_pdf()), ("bomb.txt", b"A" * 30_000_000), ("film.mp4", b"x")])
    return {
        "pdf-statement.pdf": statement_pdf(), "pdf-scanned.pdf": pdf([[], []]), "pdf-locked.pdf": pdf([lines([SENTENCE])], password="sailors"),
        "pdf-truncated.pdf": statement_pdf()[:1200], "docx-talks.docx": talks, "docx-truncated.docx": talks[:9000], "docx-nexis-uni.docx": export_in_word(),
        "rtf-talks.rtf": rtf, "rtf-truncated.rtf": rtf[:-20], "rtf-factiva-indexed.rtf": export_in_rtf(), "zip-desk.zip": desk, "zip-truncated.zip": desk[:800],
        "zip-in-zip-in-zip.zip": zipped([("b.zip", zipped([("c.zip", inner)]))]),
        "tar-desk.tar.gz": tarred([("wire.txt", GOOD.encode()), ("talks.docx", talks)]),
        "xlsx-tracker.xlsx": tracker(), "parquet-dump.parquet": dump(), "parquet-truncated.parquet": dump()[:400],
    }


def main() -> None:
    """Writes them all."""
    for name, data in made().items():
        (FOLDER / name).write_bytes(data)


if __name__ == "__main__":
    main()
