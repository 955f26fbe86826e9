"""Exports of LexisNexis: Nexis Uni's (`Body` … `End of Document`) and the older ones (`3 of 40 DOCUMENTS`, labels in capitals)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.read.databases import COPYRIGHT, ENDED, NUMBERED, Entry, Paragraph, dated, paragraphs_of
from onrecord.read.lexicon import words
from onrecord.read.markup import Line
from onrecord.types import BlockKind

LABEL = re.compile(r"^(?P<label>[A-Za-z][A-Za-z /&-]{2,25})(?:\s*\(\d+\))?\s*(?::\s*(?P<rest>.*)|$)", re.DOTALL)
MARKED = re.compile(r"^[ \t]*(?:Load-Date|LOAD-DATE|Length|LENGTH|Copyright|Section|SECTION)\b", re.MULTILINE)
ROLES: dict[str, BlockKind] = {"byline": "byline", "dateline": "dateline", "highlight": "standfirst", "graphic": "caption"}


def is_nexis(text: str) -> bool:
    """Whether a text is such an export: a mark between its reports, and a label that reports of it have."""
    return (ENDED.search(text) is not None or NUMBERED.search(text) is not None) and MARKED.search(text) is not None


def nexis_entries(text: str) -> list[Entry]:
    """The reports of an export in their order; one whose end is missing, and a number that the export claims and does not hold, are told."""
    numbered = list(NUMBERED.finditer(text))
    if numbered:
        ends = [m.start() for m in numbered[1:]] + [len(text)]
        entries = [entry_of(wrapped(text[m.end() : end])) for m, end in zip(numbered, ends, strict=True)]
        claimed = max(int(m["count"]) for m in numbered)
        if len(entries) == claimed or numbered[0]["number"] != "1":
            return entries
        return [*entries[:-1], missing(entries[-1], f"the export says that it has {claimed} reports and has {len(entries)}; export the rest again")]
    parts = ENDED.split(text)
    entries = [entry_of(lines_of(part)) for part in parts[:-1]]
    rest = lines_of(parts[-1])
    if any(label_of(p) in words("databases", "head") for p in rest):
        entries.append(missing(entry_of(rest), "the export breaks off in this report; what is there was read, export it again"))
    return entries


def missing(entry: Entry, problem: str) -> Entry:
    """The entry with what is wrong with it."""
    return Entry(entry.lines, entry.title, entry.outlet, entry.published, entry.language, entry.byline, problem)


def label_of(paragraph: Paragraph) -> str:
    """The known label that a paragraph opens with, in small letters; empty for none."""
    match = LABEL.match(paragraph.lines[0])
    name = match["label"].strip().lower() if match else ""
    if COPYRIGHT.match(paragraph.lines[0]):
        return "copyright"
    return name if name in words("databases", "head") | words("databases", "tail") | words("databases", "cover") else ""


def entry_of(paragraphs: Sequence[Paragraph]) -> Entry:
    """One report out of the paragraphs between two marks."""
    parts = uncovered(paragraphs)
    first = next((n for n, p in enumerate(parts) if label_of(p) in words("databases", "head")), len(parts))
    title, outlet, day, head = heading(parts[:first])
    lines = [Line(title, "title")] if title else []
    byline = None
    at = first
    while at < len(parts) and (label := label_of(parts[at])) and (label in words("databases", "head") or label == "copyright"):
        line = labelled(parts[at], label)
        byline = line.text if line.kind == "byline" else byline
        lines.append(line)
        at += 1
        if label == "body":
            break
    lines[1:1] = [Line(text, "furniture") for text in head]
    tail = next((n for n in range(at, len(parts)) if is_tail(parts, n)), len(parts))
    lines += [Line(p.unwrapped) for p in parts[at:tail]]
    lines += list(behind(parts[tail:]))
    return Entry(tuple(line for line in lines if line.text), title, outlet, day, byline=byline)


def lines_of(text: str) -> list[Paragraph]:
    """The lines of *text*, each a paragraph: Nexis Uni breaks none."""
    return [Paragraph((line,)) for p in paragraphs_of(text) for line in p.lines]


def wrapped(text: str) -> list[Paragraph]:
    """The paragraphs of *text*, whose lines a width broke."""
    return [p for whole in paragraphs_of(text) for p in single(whole)]


def uncovered(parts: Sequence[Paragraph]) -> Sequence[Paragraph]:
    """What is left without the page before the first report: all up to its last label and the line behind it that the label speaks of."""
    first = next((n for n, p in enumerate(parts) if label_of(p) in words("databases", "head")), len(parts))
    cover = [n for n in range(first) if label_of(parts[n]) in words("databases", "cover")]
    return parts[cover[-1] + 1 :] if cover else parts


def single(paragraph: Paragraph) -> list[Paragraph]:
    """A paragraph cut before each line that opens with a label; labels stand close together in some layouts."""
    out: list[list[str]] = [[]]
    for line in paragraph.lines:
        if out[-1] and (label_of(Paragraph((line,))) or label_of(Paragraph((out[-1][0],))) or dated(line) or dated(out[-1][-1])):
            out.append([])
        out[-1].append(line)
    return [Paragraph(tuple(lines)) for lines in out]


def heading(parts: Sequence[Paragraph]) -> tuple[str | None, str | None, str | None, list[str]]:
    """Title, outlet, day and what else stands over the labels: the outlet is printed over its day, the title over both or under them."""
    plain = [p.one_line for p in parts if not COPYRIGHT.search(p.one_line)]
    rest = [p.one_line for p in parts if COPYRIGHT.search(p.one_line)]
    at = max((n for n, line in enumerate(plain) if dated(line)), default=None)
    if at is None:
        return (plain[0] if plain else None), None, None, plain[1:] + rest
    outlet = plain[at - 1] if at else None
    if at >= 2:
        return plain[at - 2], outlet, plain[at], [*plain[: at - 2], *plain[at - 1 :], *rest]
    title = plain[-1] if len(plain) > at + 1 else None
    return title, outlet, plain[at], [line for line in plain if line != title] + rest


def labelled(paragraph: Paragraph, label: str) -> Line:
    """The line of a label: what a role is known for without the label, all else whole and furniture."""
    match = LABEL.match(paragraph.text)
    rest = (match["rest"] or "").strip() if match else ""
    if label in ROLES and rest:
        return Line(" ".join(rest.split()), ROLES[label])
    return Line(paragraph.one_line, "furniture")


def is_tail(parts: Sequence[Paragraph], place: int) -> bool:
    """Whether the report's text is over at a paragraph; a sentence may begin "Company:" or "Notes:", so that only the last ones count."""
    label = label_of(parts[place])
    if label not in words("databases", "tail"):
        return False
    return label in ("load-date", "load date", "graphic", "classification", "language", "copyright", "publication-type") or place >= len(parts) - 3


def behind(parts: Sequence[Paragraph]) -> list[Line]:
    """The lines behind the text: what a picture's label speaks of is a caption, all else furniture."""
    out: list[Line] = []
    graphic = False
    for part in parts:
        label = label_of(part)
        line = labelled(part, label)
        graphic = label == "graphic" or (graphic and not label)
        out.append(Line(line.text, "caption") if graphic and not (label == "graphic" and line.kind == "furniture") else line)
    return out
