"""Word files (.docx): paragraphs, lists, tables, notes and the pages' head and foot, in the order of the page."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from onrecord.read.archives import is_office
from onrecord.read.form import Head, Source, Taken, extra
from onrecord.read.markup import Line, joined, tidy
from onrecord.read.result import Extracted, Input
from onrecord.types import BlockKind, Problem

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
STYLES: tuple[tuple[str, BlockKind], ...] = (
    ("title", "title"), ("subtitle", "standfirst"), ("caption", "caption"), ("intense quote", "quotation"), ("quote", "quotation"), ("list", "list_item"),
)
"""Beginnings of the names of styles that say a paragraph's role."""
NO_TEXT = frozenset({f"{W}del", f"{W}moveFrom", f"{W}instrText", f"{W}delText", FALLBACK})
"""What was struck out, moved away or stands only for a field's making; the fallback tells a text box a second time."""
MOST_UNPACKED = 300_000_000
"""Bytes that a file's parts may unpack to: a book of text has a hundredth of it."""
BROKEN = (AttributeError, IndexError, KeyError, TypeError, ValueError, RecursionError, AssertionError, OSError, NotImplementedError)
"""What python-docx and lxml raise, beside errors of their own, over parts that are not what they claim to be."""


def is_word(head: Head) -> bool:
    """Whether it is a ZIP with the parts of a Word file."""
    return is_office(head, "word/", (".docx", ".docm", ".dotx"))


def read_word(source: Source) -> Iterator[Taken]:
    """The one text of a Word file."""
    whole = source.whole()
    yield Taken(whole, *read_docx(whole))


def read_docx(source: Input) -> tuple[Extracted | None, tuple[Problem, ...]]:
    """The report of a Word file, its title from the style or the file's properties; a Problem for a broken or blown-up one.

    The file's own days (made, changed) are no date of publication: templates carry them from file to file.
    """
    docx, etree = extra("docx", "a Word file"), extra("lxml.etree", "a Word file")
    try:
        size = sum(part.file_size for part in zipfile.ZipFile(io.BytesIO(source.raw)).infolist())
        document = docx.Document(io.BytesIO(source.raw)) if size <= MOST_UNPACKED else None
        lines = list(document_lines(document)) if document is not None else []
        title = tidy(document.core_properties.title or "") if document is not None else ""
    except (*BROKEN, zipfile.BadZipFile, etree.XMLSyntaxError, docx.opc.exceptions.OpcError) as error:
        return lost(source, Problem("unreadable", f"broken or incomplete Word file ({type(error).__name__}: {error}); save it again"))
    if document is None:
        return lost(source, Problem("too_large", f"its parts unpack to {size:,} bytes, more than {MOST_UNPACKED:,}; save its text as .txt"))
    if not any(line.text and line.kind != "furniture" for line in lines):
        return lost(source, Problem("no_text", "a Word file without text; give its pictures' text as .txt"))
    text, hints = joined([line for line in lines if line.text])
    stated = next((line.text for line in lines if line.kind == "title"), None)
    # The properties often keep the title of the file that this one was made from.
    shown = any(title and bare_words(line.text) == bare_words(title) for line in lines[:8])
    return Extracted(text, source.name, title=stated or (title if shown else None), hints=hints), ()


def document_lines(document: Any) -> Iterator[Line]:
    """The head of the pages, the body, the notes, the foot."""
    section = document.sections[0] if len(document.sections) else None
    if section is not None:
        yield from furniture(section.header)
    for paragraph in paragraphs(document.element.body):
        kind = kind_of(paragraph, document)
        for text in words_of(paragraph).split("\n"):
            yield Line(tidy(text), kind)
    yield from notes(document)
    if section is not None:
        yield from furniture(section.footer)


def furniture(part: Any) -> Iterator[Line]:
    """The lines of a page's head or foot; one that is linked to none before it has no element of its own."""
    if not part.is_linked_to_previous:
        for paragraph in paragraphs(part._element):
            yield Line(tidy(words_of(paragraph)), "furniture")


def paragraphs(element: Any) -> Iterator[Any]:
    """The paragraphs below an element in their order, those of cells, text boxes and content controls among them."""
    for child in element:
        if child.tag in NO_TEXT:
            continue
        if child.tag == f"{W}p":
            yield child
        yield from paragraphs(child)


def words_of(paragraph: Any) -> str:
    """The words of a paragraph as they stand when all changes are accepted; those of a box inside it are its own paragraphs."""
    out: list[str] = []
    for child in paragraph:
        if child.tag in NO_TEXT or child.tag == f"{W}p":
            continue
        if child.tag == f"{W}t":
            out.append(child.text or "")
        elif child.tag in (f"{W}tab", f"{W}ptab"):
            out.append("\t")
        elif child.tag in (f"{W}br", f"{W}cr"):
            out.append("\n")
        elif child.tag == f"{W}noBreakHyphen":
            out.append("-")
        elif child.tag != f"{W}pPr":
            out.append(words_of(child))
    return "".join(out)


def kind_of(paragraph: Any, document: Any) -> BlockKind | None:
    """The role that a paragraph's style gives; Word's own lists need no style."""
    properties = paragraph.find(f"{W}pPr")
    if properties is None:
        return None
    style = properties.find(f"{W}pStyle")
    name = style_name(document, style.get(f"{W}val")) if style is not None else ""
    role = next((kind for start, kind in STYLES if name.startswith(start)), None)
    return role or ("list_item" if properties.find(f"{W}numPr") is not None and not name.startswith("heading") else None)


def style_name(document: Any, identity: str | None) -> str:
    """The name of a style in small letters; its id where the file has no such style."""
    named = next((s.name for s in document.styles if s.style_id == identity), None)
    return (named or identity or "").lower()


def notes(document: Any) -> Iterator[Line]:
    """Footnotes and endnotes; the separators that Word keeps among them have no words."""
    etree = extra("lxml.etree", "a Word file")
    for relation in document.part.rels.values():
        if relation.is_external or not relation.reltype.endswith(("/footnotes", "/endnotes")):
            continue
        root = etree.fromstring(relation.target_part.blob, etree.XMLParser(resolve_entities=False, no_network=True))
        for paragraph in paragraphs(root):
            yield Line(tidy(words_of(paragraph)))


def bare_words(text: str) -> str:
    """A line's words without marks and capitals."""
    return "".join(c for c in text.casefold() if c.isalnum())


def lost(source: Input, problem: Problem) -> tuple[None, tuple[Problem, ...]]:
    """No report, and the problem with its place."""
    return None, (Problem(problem.kind, f"{source.where}: {problem.message}", where=source.where, lost=True),)
