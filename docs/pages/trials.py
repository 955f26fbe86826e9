"""What every reader makes of a sound file, an empty one, one that is cut off, one under another ending and one in another encoding; and of made-up malice.

The tables of formats.md are made of this, and `tests/read/test_read_trials.py` holds each cell to a rule.
"""

from __future__ import annotations

import csv
import email.message
import io
import json
import tarfile
import tempfile
import zipfile
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from onrecord.read import Namer, ReadOptions, ReadResult
from onrecord.read.forms import Run, read_as, read_stream
from onrecord.read.guard import Guard

FIXTURES = Path(__file__).parents[2] / "tests" / "read" / "fixtures"
OPTIONS = ReadOptions(today="2031-12-31", max_bytes=2_000_000, entries=True)
"""The fixtures' stories are of 2031."""
SOUND = {
    "pdf": "pdf-statement.pdf", "docx": "docx-talks.docx", "rtf": "rtf-talks.rtf", "parquet": "parquet-dump.parquet", "zip": "zip-desk.zip",
    "warc": "warc-crawl.warc.gz", "msg": "msg-newsletter.msg", "tar": "tar-desk.tar.gz", "mhtml": "mhtml-saved-page.mhtml", "eml": "eml-newsletter.eml",
    "feed": "feed-atom.atom", "tracker": "xlsx-tracker.xlsx", "database page": "html-nexis-uni.html", "html": "html-saved-page.html",
    "telegram": "telegram-channel.json", "jsonl": "jsonl-guardian-like.jsonl", "json": "json-common-crawl-news.json", "csv": "csv-media-cloud.csv",
    "markdown": "markdown-front-matter.md", "txt": "txt-plain.txt",
}
"""A sound fixture of each reader."""
WORDED = ("eml", "html", "jsonl", "json", "csv", "markdown", "txt", "telegram", "database page")
"""Readers of text, of which the encoding may be another."""
TEXT = (
    "Envoys of Veldland and the Östrine rebels met in Port Corran on Tuesday to discuss an exchange of captured sailors, two officials said.\n\n"
    "“Nobody had called,” the aide said."
)
Made = tuple[str, bytes]


@dataclass(slots=True)
class Reader:
    """Reads bytes as a run does; one process for all that is risky."""

    guard: Guard = field(default_factory=Guard)

    def read(self, name: str, raw: bytes, form: str | None = None) -> list[ReadResult]:
        """Everything that reading gives, in a form that a person says or the content tells."""
        run = Run(Namer(), self.guard)
        return list(read_as(form, io.BytesIO(raw), name, OPTIONS, run) if form else read_stream(io.BytesIO(raw), name, OPTIONS, run))


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of reading: how many reports, which problems, `!` where input was lost."""

    reports: int
    problems: tuple[str, ...]

    @property
    def words(self) -> str:
        """In a cell of a table."""
        kinds = Counter(p.replace("!", " (lost)") for p in self.problems)
        told = [kind if n == 1 else f"{n} × {kind}" for kind, n in sorted(kinds.items())]
        return ", ".join([f"{self.reports} read", *told])


def outcome(results: list[ReadResult]) -> Outcome:
    """The same as numbers and kinds."""
    return Outcome(sum(r.report is not None for r in results), tuple(p.kind + "!" * p.lost for r in results for p in r.problems))


@dataclass(frozen=True, slots=True)
class Trial:
    """One reader's row."""

    form: str
    sound: Outcome
    empty: Outcome
    cut: Outcome
    renamed: Outcome
    encoded: Outcome | None
    round_trip: bool | None
    """Whether a text that was written in the form comes back as it was; None where nobody writes it here."""


@cache
def trials() -> tuple[Trial, ...]:
    """Every reader's row, in the order in which forms are looked for."""
    with Guard() as guard:
        reader = Reader(guard)
        return tuple(trial(reader, form) for form in SOUND)


def trial(reader: Reader, form: str) -> Trial:
    """The row of one reader."""
    name = SOUND[form]
    raw, ending = (FIXTURES / name).read_bytes(), "." + name.partition(".")[2]
    said = "tracker" if form == "tracker" else None
    encoded = None
    if form in WORDED:
        encoded = outcome(reader.read(name, raw.decode("utf-8").encode("utf-16")))
    written = WRITERS.get(form)
    back = [r.report.text for r in reader.read(*written(TEXT)) if r.report] if written else None
    return Trial(
        form, outcome(reader.read(name, raw, said)), outcome(reader.read(f"empty{ending}", b"", said)), outcome(reader.read(name, raw[: len(raw) // 2], said)),
        outcome(reader.read("upload.dat", raw, said)), encoded, [text.strip() for text in back] == [TEXT] if back is not None else None,
    )


def as_csv(text: str) -> Made:
    """A row of a table."""
    file = io.StringIO(newline="")
    csv.writer(file).writerows([["text", "published"], [text, "2031-05-03"]])
    return "a.csv", file.getvalue().encode()


def as_mail(text: str) -> Made:
    """A letter."""
    letter = email.message.EmailMessage()
    letter["From"], letter["Subject"], letter["Message-ID"] = "desk@herald.example", "Talks", "<1@herald.example>"
    letter.set_content(text, cte="base64")
    return "a.eml", letter.as_bytes()


def as_zip(text: str) -> Made:
    """A text in an archive."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("a.txt", text)
    return "a.zip", file.getvalue()


def as_tar(text: str) -> Made:
    """The same in the other kind of archive."""
    file, raw = io.BytesIO(), text.encode()
    with tarfile.open(fileobj=file, mode="w:gz") as archive:
        member = tarfile.TarInfo("a.txt")
        member.size = len(raw)
        archive.addfile(member, io.BytesIO(raw))
    return "a.tar.gz", file.getvalue()


def as_parquet(text: str) -> Made:
    """A row of a typed table."""
    import duckdb

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.parquet"
        base = duckdb.connect()
        base.execute("CREATE TABLE t (text VARCHAR)")
        base.execute("INSERT INTO t VALUES (?)", [text])
        base.execute(f"COPY t TO '{path}' (FORMAT parquet)")
        return "a.parquet", path.read_bytes()


def as_word(text: str) -> Made:
    """A Word file, a paragraph a paragraph."""
    import docx

    made, file = docx.Document(), io.BytesIO()
    for part in text.split("\n\n"):
        made.add_paragraph(part)
    made.save(file)
    return "a.docx", file.getvalue()


WRITERS: dict[str, Callable[[str], Made]] = {
    "docx": as_word, "parquet": as_parquet, "zip": as_zip, "tar": as_tar, "eml": as_mail, "csv": as_csv,
    "jsonl": lambda text: ("a.jsonl", json.dumps({"text": text}).encode() + b"\n"), "json": lambda text: ("a.json", json.dumps([{"text": text}]).encode()),
    "txt": lambda text: ("a.txt", text.encode()), "markdown": lambda text: ("a.md", text.encode()),
    "html": lambda text: ("a.html", ("<!doctype html><meta charset=utf-8><article><p>" + text.replace("\n\n", "</p><p>") + "</p></article>").encode()),
}
