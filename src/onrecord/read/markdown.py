"""Markdown, with or without front matter: headings, lists and quotations as blocks of a text without its marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt

from onrecord.read.decode import decode
from onrecord.read.form import Head, Source, Taken
from onrecord.read.markup import joined, lines_of, titled
from onrecord.read.result import Extracted
from onrecord.read.txt import encoding_problems
from onrecord.types import Problem

EXTENSIONS = (".md", ".markdown")
FRONT = re.compile(r"\A\ufeff?---[ \t]*\r?\n(?P<fields>.*?)(?:\r?\n)(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
FRONT_BEGINS = re.compile(r"\A---[ \t]*\r?\n\s*[A-Za-z_][\w -]*:")
FIELD = re.compile(r"^(?P<key>[A-Za-z_][\w -]*?)[ \t]*:[ \t]*(?P<value>.*?)[ \t\r]*$", re.MULTILINE)
NAMES = {
    "title": ("title", "headline"), "published": ("date", "published", "pubdate", "publish_date", "datepublished"),
    "outlet": ("outlet", "publication", "publisher", "site", "newspaper", "source"), "url": ("url", "link", "canonical", "canonical_url", "permalink"),
    "language": ("language", "lang"), "id": ("id", "slug"),
}
"""What a field of front matter may be called; the first that is there is used."""


def is_markdown(head: Head) -> bool:
    """Whether the name says so, or the file begins with front matter."""
    return head.claims(EXTENSIONS) or FRONT_BEGINS.match(head.text) is not None


def read_markdown(source: Source) -> Iterator[Taken]:
    """The one report of the file. Its text is what a reader sees: without marks, links as their words, one block a paragraph."""
    whole = source.whole()
    decoded = decode(whole.raw)
    front = FRONT.match(decoded.text)
    fields, broken = front_fields(front["fields"], source.where) if front else ({}, ())
    html = MarkdownIt("commonmark", {"maxNesting": 100}).enable("table").render(decoded.text[front.end() if front else 0 :].lstrip("\ufeff"))
    lines, deep = lines_of(html, source.where)
    title = fields.get("title") or next((line.text for line in lines if line.kind == "title"), None)
    text, hints = joined(titled(lines, title))
    found = Extracted(
        text, fields.get("id") or whole.name, title=title, outlet=fields.get("outlet"), url=fields.get("url"), published=fields.get("published"),
        language=fields.get("language"), hints=hints,
    )
    yield Taken(whole, found, (*encoding_problems(decoded.remark, source.where), *broken, *deep))


def front_fields(text: str, where: str) -> tuple[dict[str, str], tuple[Problem, ...]]:
    """The fields that name the report, without their quotation marks; a Problem for an address that is none."""
    said = {m["key"].strip().lower(): unquoted(m["value"]) for m in FIELD.finditer(text)}
    found = {field: next((said[n] for n in names if said.get(n)), "") for field, names in NAMES.items()}
    if found["outlet"].startswith(("http://", "https://")):
        # `source:` is an address as often as a name.
        found["url"], found["outlet"] = found["url"] or found["outlet"], ""
    if found["url"] and not found["url"].startswith(("http://", "https://")):
        problem = Problem("unreadable", f"{where}: the address {found['url']!r} is none and was left out; give it as https://…", where=where)
        return {k: v for k, v in found.items() if v and k != "url"}, (problem,)
    return {k: v for k, v in found.items() if v}, ()


def unquoted(value: str) -> str:
    """A value of front matter without its quotation marks, or without the remark behind it."""
    if len(value) > 1 and value[0] in "\"'" and value[-1] == value[0]:
        return value[1:-1].strip()
    return re.sub(r"\s+#.*$", "", value).strip()


