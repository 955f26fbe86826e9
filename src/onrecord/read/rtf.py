"""RTF: the text without its controls, the title that the file's information gives."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.read.form import Head, Source, Taken, extra
from onrecord.read.markup import bare, tidy
from onrecord.read.result import Extracted, Input
from onrecord.types import Problem

CODE_PAGE = re.compile(rb"\\ansicpg(\d{3,5})")
TITLE = re.compile(r"\{\\title\s([^{}]*)\}")
ESCAPED = re.compile(r"\\\\|\\[{}]")
TABLE = re.compile(r"[ \t]*\|[ \t]*$", re.MULTILINE)
BROKEN = (AttributeError, IndexError, KeyError, TypeError, ValueError, LookupError)


def is_rtf(head: Head) -> bool:
    """Whether it begins as RTF does."""
    return head.raw.lstrip().startswith(b"{\\rtf")


def read_rtf_file(source: Source) -> Iterator[Taken]:
    """The one text of an RTF file."""
    whole = source.whole()
    yield Taken(whole, *read_rtf(whole))


def read_rtf(source: Input) -> tuple[Extracted | None, tuple[Problem, ...]]:
    """The report of an RTF file; one that breaks off is read as far as it goes, and said."""
    convert = extra("striprtf.striprtf", "an RTF file").rtf_to_text
    raw = source.raw.decode("latin-1")
    page = CODE_PAGE.search(source.raw[:2000])
    try:
        text = convert(raw, encoding=f"cp{page[1].decode()}" if page else "cp1252", errors="replace")
    except BROKEN as error:
        problem = Problem("unreadable", f"{source.where}: broken RTF ({type(error).__name__}: {error}); save it again", where=source.where, lost=True)
        return None, (problem,)
    text = TABLE.sub("", text.replace("\r\n", "\n")).strip("\n\0 ") + "\n"
    if not text.strip():
        return None, (Problem("no_text", f"{source.where}: an RTF file without text; give its text as .txt", where=source.where, lost=True),)
    named = TITLE.search(raw[:20_000])
    title = tidy(convert("{\\rtf1 " + named[1] + "}", errors="replace")) if named else None
    shown = any(title and bare(line) == bare(title) for line in text.split("\n")[:12])
    return Extracted(text, source.name, title=title if shown else None), broken_off(raw, source.where)


def broken_off(raw: str, where: str) -> tuple[Problem, ...]:
    """The Problem that the file ends before its last brace."""
    plain = ESCAPED.sub("", raw)
    if plain.count("{") <= plain.count("}"):
        return ()
    return (Problem("unreadable", f"{where}: this RTF breaks off before its end; what is there was read, get the file again", where=where, lost=True),)
