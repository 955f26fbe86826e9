"""Exports of Factiva: with indexing (`HD`, `BY`, `PD` … at the start of each field) and as shown (`512 words`, the day, the outlet)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.read.databases import BYLINE, COPYRIGHT, FACTIVA_END, Entry, dated
from onrecord.read.lexicon import words
from onrecord.read.markup import Line

WORDS = re.compile(r"^[\d,.]+ words$")
CODE = re.compile(r"^(?P<code>[A-Z]{2,3})(?:[ \t|]+(?P<rest>\S.*)|[ \t|]*)$")
CLOCK = re.compile(r"^\d{1,2}:\d\d(?::\d\d)?(?: [A-Z]{2,4})?$")
SHORT_CODE = re.compile(r"^[A-Z][A-Z0-9]{2,9}$")
PAGE = re.compile(r"^(?:[A-Z]?\d{1,3}(?:[-,] ?[A-Z]?\d{1,3})*|Volume .{1,40}|Issue .{1,40}|Pg\.? ?\d+)$")
TOP = re.compile(r"(?:(?:Article|Page) \d+(?: of \d+)?(?: ©.*)?|©.{0,90}|Factiva\b.{0,60}|Dow Jones\b.{0,40})$", re.IGNORECASE)
"""What is printed over the first report and on each page's edge."""


def is_factiva(text: str) -> bool:
    """Whether a text is such an export: a line `Document` with a key, and over it a count of words or fields with codes."""
    return FACTIVA_END.search(text) is not None and any(WORDS.match(line) or re.match(r"WC\b", line) for line in stripped(text))


def stripped(text: str) -> list[str]:
    """The lines of a text that print, without blanks at their ends."""
    lines = (line.strip(" \t\u00a0|\f\ufeff") for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    return [line for line in lines if line]


def factiva_entries(text: str) -> list[Entry]:
    """The reports of an export in their order; one whose end is missing is told."""
    entries: list[Entry] = []
    at = 0
    for end in FACTIVA_END.finditer(text):
        entries.append(entry_of(stripped(text[at : end.start()]), f"Document {end['key']}"))
        at = end.end()
    rest = stripped(text[at:])
    if any(WORDS.match(line) or re.match(r"WC\b", line) for line in rest):
        cut = entry_of(rest, None)
        broken = "the export breaks off in this report; what is there was read, export it again"
        entries.append(Entry(cut.lines, cut.title, cut.outlet, cut.published, cut.language, cut.byline, broken))
    return entries


def entry_of(lines: Sequence[str], end: str | None) -> Entry:
    """One report out of the lines over its key."""
    lines = [line for line in lines if not TOP.match(line)]
    codes = [m["code"] for line in lines if (m := CODE.match(line))]
    coded = "HD" in codes and bool({"LP", "TD", "WC"} & set(codes))
    return coded_entry(lines, end) if coded else shown_entry(lines, end)


def coded_entry(lines: Sequence[str], end: str | None) -> Entry:
    """A report whose fields have codes; a code on a line of its own has its value below."""
    fields: list[tuple[str, list[str]]] = []
    known = words("databases", "factiva")
    alone = "HD" in lines
    for line in lines:
        match = CODE.match(line)
        if match and not (alone and match["rest"]) and match["code"].lower() in known and not any(code == match["code"] for code, _ in fields):
            fields.append((match["code"], [match["rest"]] if match["rest"] else []))
        elif fields:
            fields[-1][1].append(line)
    values = dict(fields)
    title, byline = one(values.get("HD")), one(values.get("BY"))
    out = [Line(title or "", "title"), Line(byline or "", "byline")]
    out += [Line(f"{code} {' '.join(value)}", "furniture") for code, value in fields if code not in ("HD", "BY", "LP", "TD")]
    text = [Line(line) for code in ("LP", "TD") for line in values.get(code, [])]
    head = [line for line in out if line.kind != "furniture"]
    tail = [line for line in out if line.kind == "furniture"]
    outlet, day, language = one(values.get("SN")), one(values.get("PD")), one(values.get("LA"))
    return Entry((*head, *text, *tail, Line(end or "", "furniture")), title, outlet, day, language_code(language), byline)


def one(value: Sequence[str] | None) -> str | None:
    """A field's words on one line; None for an empty one."""
    return " ".join(" ".join(value).split()) or None if value else None


def language_code(name: str | None) -> str | None:
    """A language's name in small letters, as reading compares it."""
    return name.split(" - ")[0].lower() if name else None


def shown_entry(lines: Sequence[str], end: str | None) -> Entry:
    """A report as it is shown: the title, then words, day, hour, outlet, its code, page and language, one a line, then the text."""
    at = next((n for n, line in enumerate(lines) if WORDS.match(line)), None)
    if at is None:
        return Entry(tuple(Line(line) for line in lines), problem="no head with a count of words was found over this report; look at the export")
    has_byline = at >= 2 and bool(BYLINE.match(lines[at - 1]))
    title_at = at - 2 if has_byline else at - 1
    title = lines[title_at] if title_at >= 0 else None
    byline = lines[at - 1] if has_byline else None
    day_at = next((n for n in range(at + 1, min(at + 4, len(lines))) if dated(lines[n])), at)
    outlet_at = next((n for n in range(day_at + 1, min(day_at + 3, len(lines))) if not CLOCK.match(lines[n])), day_at)
    start = outlet_at + 1
    language = None
    while start < min(outlet_at + 7, len(lines)) and is_head(lines[start]):
        language = lines[start] if lines[start].lower() in words("databases", "languages") else language
        start += 1
    head = [*lines[: max(title_at, 0)], *lines[at:start]]
    out = [Line(title or "", "title"), Line(byline or "", "byline"), *(Line(line, "furniture") for line in head)]
    out += [*(Line(line) for line in lines[start:]), Line(end or "", "furniture")]
    outlet = lines[outlet_at] if outlet_at > day_at else None
    return Entry(tuple(out), title, outlet, lines[day_at] if day_at > at else None, language_code(language), byline)


def is_head(line: str) -> bool:
    """Whether a line under the outlet belongs to the head: its code, a page, the language, the copyright."""
    known = line.lower() in words("databases", "languages") or SHORT_CODE.match(line) or PAGE.match(line) or CLOCK.match(line)
    return bool(known) or bool(COPYRIGHT.match(line) and len(line) < 200)
