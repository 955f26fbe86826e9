"""One file, one report — or the several reports of a press database's export, whatever form the export is in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from onrecord.read.databases import entry_reports
from onrecord.read.factiva import factiva_entries, is_factiva
from onrecord.read.form import Head, Member, Reader, Source, Taken, extra
from onrecord.read.html import is_page, page_text, read_whole_page, without_end
from onrecord.read.nexis import is_nexis, nexis_entries
from onrecord.read.result import Extracted, Input
from onrecord.types import Problem

TRACES = re.compile(r"factiva|lexis|nexis|dow jones|End of Document|\d+ of \d+ DOCUMENTS?", re.IGNORECASE)
LINES = frozenset({"p", "div", "tr", "td", "th", "li", "h1", "h2", "h3", "h4", "h5", "h6", "br", "table", "pre", "section", "article", "center"})
"""Elements that begin and end a line."""


def reports_in(source: Input, found: Extracted | None, problems: tuple[Problem, ...]) -> Iterator[Taken]:
    """The reports of an export of LexisNexis or Factiva, known by its text; else the one report as it was found."""
    text = found.text if found else ""
    entries = nexis_entries(text) if is_nexis(text) else factiva_entries(text) if is_factiva(text) else []
    if not entries:
        yield Taken(source, found, problems)
        return
    for number, taken in enumerate(entry_reports(source, entries)):
        yield replace(taken, problems=problems + taken.problems) if not number else taken


def each_report(read: Reader) -> Reader:
    """A reader that takes the reports of an export apart where *read* finds one text."""

    def reading(source: Source) -> Iterator[Taken | Member]:
        for taken in read(source):
            if isinstance(taken, Member):
                yield taken
            else:
                yield from reports_in(taken.source, taken.found, taken.problems)

    return reading


def is_database_page(head: Head) -> bool:
    """Whether it is a page whose beginning names a press database or the end of one of its reports."""
    return is_page(head) and TRACES.search(head.text) is not None


def read_database_page(source: Source) -> Iterator[Taken]:
    """The reports of an export as a page; a page that only speaks of the database is read like any other."""
    whole = source.whole()
    page, problems = page_text(whole)
    text = page_lines(page)
    if is_nexis(text) or is_factiva(text):
        yield from reports_in(whole, Extracted(text, whole.name), problems + without_end(whole))
    else:
        yield from read_whole_page(whole, source)


def page_lines(page: str) -> str:
    """The words of a page, an element that is a block to a line."""
    root = extra("lxml.html", "a page").fromstring(page.encode("utf-8", "replace"), parser=extra("lxml.html", "a page").HTMLParser(encoding="utf-8"))
    out: list[str] = []
    walk(root, out)
    return "\n".join(line.strip() for line in "".join(out).split("\n"))


def walk(root: Any, out: list[str]) -> None:
    """Appends the words under an element; without recursion, as pages may be nested ten thousand deep."""
    for event, element in extra("lxml.etree", "a page").iterwalk(root, events=("start", "end", "comment")):
        if event == "comment":
            out.append(element.tail or "")
            continue
        block = element.tag in LINES
        hidden = element.tag in ("script", "style", "head", "title")
        if event == "start":
            out.append(("\n" if block else "") + ("" if hidden else " ".join((element.text or "").split("\n"))))
        else:
            out.append(("\n" if block and element.tag != "br" else "") + " ".join((element.tail or "").split("\n")))
