"""Web pages: main text, title, date, outlet and address, taken out with trafilatura and htmldate."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from lxml.etree import ParserError
from lxml.html import HTMLParser, fromstring
from trafilatura import bare_extraction, load_html

from onrecord.read.decode import decode
from onrecord.read.form import Head, Source, Taken
from onrecord.read.lexicon import has_any
from onrecord.read.live import Blog, page_entries
from onrecord.read.markup import Line, bare, joined, lines_of, tidy, titled, too_deep
from onrecord.read.outlets import host_of
from onrecord.read.result import Extracted, Input
from onrecord.read.txt import encoding_problems
from onrecord.types import BlockKind, Problem

# htmldate drops dates later than today unless told otherwise, and reading has no clock; it guesses from the body's words unless told not to.
DATES = {"original_date": True, "extensive_search": False, "max_date": "2199-12-31"}
CHARSET = re.compile(rb"charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
PAGE_START = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|article|div|p|h1)\b", re.IGNORECASE | re.DOTALL)
TAG = re.compile(r"</?(?:html|body|div|p|br|article|h[1-6]|span|a)\b[^>]*>", re.IGNORECASE)
DEEPEST = 256
"""Elements in one another that libxml2 reads; a page with fewer tags cannot be deeper."""
NOT_FREE = re.compile(r"[\"']isAccessibleForFree[\"']\s*:\s*[\"']?false", re.IGNORECASE)
WALL_LINES = 4
"""Lines at a page's end among which the words of a paywall stand."""
EXTENSIONS = (".html", ".htm", ".xhtml")
KINDS: dict[str, BlockKind] = {"quote": "quotation", "item": "list_item"}
BLOCK_TAGS = frozenset({"p", "head", "item", "quote", "cell", "code", "lb"})


def is_page(head: Head) -> bool:
    """Whether it begins as a page does; a page's fragment only where the file's name says so."""
    return PAGE_START.match(head.text) is not None or (head.claims(EXTENSIONS) and TAG.search(head.text) is not None)


@dataclass(frozen=True, slots=True)
class Page:
    """What is known of a page beside its bytes, as the answer that brought it said."""

    charset: str | None = None
    url: str | None = None


UNKNOWN = Page()


def read_page(source: Source) -> Iterator[Taken]:
    """The report of a page saved from a browser, or those of a live blog's entries."""
    yield from read_whole_page(source.whole(), source)


def read_whole_page(whole: Input, source: Source) -> Iterator[Taken]:
    """The same, of bytes that are read already."""
    told = without_end(whole)
    for taken in page_reports(whole, known_of(source)):
        yield replace(taken, problems=(*taken.problems, *told)) if told else taken
        told = ()


def without_end(whole: Input) -> tuple[Problem, ...]:
    """A problem where a page begins its body and never ends it, as one that is cut off; nothing for a fragment."""
    raw = whole.raw.replace(b"\0", b"").lower()
    if b"<body" not in raw or b"</body" in raw or b"</html" in raw:
        return ()
    seen = "the tags that end a page are missing, as where one is cut off; what is there was read"
    return (Problem("truncated", f"{whole.where}: {seen}: look whether it is whole", where=whole.where),)


def known_of(source: Source) -> Page:
    """The address of a page that was fetched; nothing of a file."""
    return Page(url=source.where) if source.where.startswith(("http://", "https://")) else UNKNOWN


def page_reports(source: Input, known: Page) -> Iterator[Taken]:
    """The one report of a page, or one for each entry where it is a live blog."""
    page, problems = page_text(source, known.charset)
    found, told = read_html(page, source, known)
    title, outlet, url = (found.title, found.outlet, found.url) if found else (None, None, known.url)
    entries = page_entries(page, Blog(source.name, title, outlet, url))
    if not entries:
        yield Taken(source, found, (*problems, *told))
    for number, entry in enumerate(entries, 1):
        yield Taken(replace(source, where=f"{source.where}:{number}", name=entry.name), entry, (*problems, *told) if number == 1 else ())


def read_html(page: str, source: Input, known: Page = UNKNOWN) -> tuple[Extracted | None, tuple[Problem, ...]]:
    """The page's main text with title and byline as first lines, or the problem that it has none."""
    tree = load_html(page)
    problems = deep_problem(page, source.where)
    found = extracted(tree) if tree is not None else None
    lines = main_lines(found.body) if found is not None else []
    if found is None or not lines:
        lost = Problem("no_sentence", f"{source.where}: no main text was found on this page; save the text itself as .txt", where=source.where, lost=True)
        return None, (*problems, lost)
    title = tidy(found.title) if found.title else None
    text, hints = joined(signed(titled(lines, title), title, found.author))
    url = found.url or known.url
    return (
        Extracted(text, source.name, title=title, outlet=outlet_of(found, url), url=url, metadata_date=found.date, language=found.language, hints=hints),
        (*problems, *walled(lines, page, source.where)),
    )


def signed(lines: list[Line], title: str | None, author: str | None) -> list[Line]:
    """The lines with the byline of the page's metadata under the title, unless one of the first of them has it."""
    name = tidy(author or "")
    if not name or any(bare(name) in bare(line.text) for line in lines[:5]):
        return lines
    head = 1 if title and bare(lines[0].text) == bare(title) else 0
    return [*lines[:head], Line(name if name.lower().startswith("by ") else f"By {name}", "byline"), *lines[head:]]


def walled(lines: Sequence[Line], page: str, where: str) -> tuple[Problem, ...]:
    """A Problem for a page that ends in the words of a paywall, or has them and says that it is not free: the rest of the report is not on it."""
    texts = [line.text for line in lines[-WALL_LINES:]]
    if NOT_FREE.search(page):
        texts += [line.text for line in lines_of(page, where)[0] if len(line.text) < 300]
    wall = next((text for text in texts if has_any(text, "furniture", "paywall")), None)
    if wall is None:
        return ()
    message = f"{where}: the page says {wall[:80]!r}, so the report may go on behind a paywall; give its whole text if you have it"
    return (Problem("truncated", message, where=where),)


def deep_problem(page: str, where: str) -> tuple[Problem, ...]:
    """The Problem of a page nested deeper than the parser of trafilatura goes, which passes over the rest in silence."""
    if page.count("<") < DEEPEST:
        return ()
    parser = HTMLParser(encoding="utf-8")
    try:
        fromstring(page.encode("utf-8", "replace"), parser=parser)
    except ParserError:
        # A page of signs that are no page at all.
        return ()
    return too_deep(parser, where)


def extracted(tree: Any) -> Any:
    """What trafilatura finds in a page: an object with `body` and the page's metadata; None for a page without main text."""
    return bare_extraction(tree, with_metadata=True, include_comments=False, include_tables=True, date_extraction_params=DATES)


def page_text(source: Input, charset: str | None = None) -> tuple[str, tuple[Problem, ...]]:
    """The page's source in the *charset* of its answer or the one that it names, if that decodes it; as plain text is decoded otherwise."""
    named = CHARSET.search(source.raw[:4096])
    for encoding in (charset, named[1].decode("ascii", "replace") if named else None):
        try:
            if encoding:
                return source.raw.decode(encoding), ()
        except (LookupError, UnicodeDecodeError):
            continue
    decoded = decode(source.raw)
    return decoded.text, encoding_problems(decoded.remark, source.where)


def outlet_of(found: Any, url: str | None) -> str | None:
    """The site's name, or its host where it gives none."""
    return tidy(found.sitename) if found.sitename else found.hostname or host_of(url)


def main_lines(body: Any) -> list[Line]:
    """The page's main text block by block, in the order of the page."""
    lines: list[Line] = []
    for element in body:
        gather(element, None, lines)
    return [line for line in lines if line.text]


def gather(element: Any, kind: BlockKind | None, lines: list[Line]) -> None:
    """Appends the lines of one element: a leaf block is a line; what holds blocks is walked."""
    kind = KINDS.get(element.tag, kind)
    nested = [c for c in element if c.tag in BLOCK_TAGS - {"lb"} or c.tag in ("list", "table", "row")]
    if nested:
        lines.append(Line(tidy(element.text or ""), kind))
        for child in element:
            gather(child, kind, lines)
            lines.append(Line(tidy(child.tail or ""), kind))
        return
    for part in "".join(with_breaks(element)).split("\n"):
        lines.append(Line(tidy(part), kind))


def with_breaks(element: Any) -> list[str]:
    """The words of an element, with a line end for each of its line breaks."""
    out = [(element.text or "").replace("\n", " ")]
    for child in element:
        out += ["\n"] if child.tag == "lb" else with_breaks(child)
        out.append((child.tail or "").replace("\n", " "))
    return out
