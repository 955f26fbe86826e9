"""Live blogs: each entry is a report of its own time, from JSON-LD, from marked entries of a page, or from clock times in plain text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import msgspec
from lxml import etree

from onrecord.read.dates import given_date, printed_dates
from onrecord.read.lexicon import has_any
from onrecord.read.markup import Line, is_markup, joined, lines_of, tidy, walked
from onrecord.read.result import Extracted

FEWEST = 3
"""Entries that make a live blog; a page with two times is an article with an update."""
CLOCK = r"\(?(?:[01]?\d|2[0-3])[:.][0-5]\d(?:\s*[ap]\.?m\b\.?)?(?:\s+(?:GMT|UTC|[A-Z]{2,4}T))?\)?"
ENTRY = re.compile(rf"^{CLOCK}(?:[ \t]*\r?$|\s*[:|–—-]?\s+[A-Z“\"‘'])", re.MULTILINE)
"""The line with which an entry begins: a clock time alone, or before its first sentence."""
TIME_OF = re.compile(r"T(\d\d:\d\d)")
HEAD_LINES = 3
MOST_WORDS = 12
"""Words of a line that says little else than a date."""
DAY_LINE = re.compile(r"\s*$|\W*(?:[^\W\d]+,?\s+)?(?:\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?[^\W\d]+|[^\W\d]+\.?\s+\d{1,2}),?\s+\d{4}\W*$|\W*\d{4}-\d\d-\d\d\W*$")
"""A blank line, or one that is nothing but a day."""
ENTRIES = "//article[.//time[@datetime]] | //*[contains(@itemtype, 'BlogPosting')][.//time[@datetime]] | //li[.//time[@datetime]]"


@dataclass(frozen=True, slots=True)
class Blog:
    """What a page says of the whole blog."""

    name: str
    title: str | None = None
    outlet: str | None = None
    url: str | None = None


def page_entries(page: str, blog: Blog) -> list[Extracted]:
    """The entries of a page that is a live blog; none for any other page."""
    if "LiveBlogPosting" not in page and not says_live(blog.title):
        return []
    root = etree.fromstring(page.encode("utf-8", "replace"), etree.HTMLParser(encoding="utf-8"))
    if root is None:
        return []
    told = [e for value in json_ld(root) for e in updates(value)]
    found = [e for e in (told_entry(t, blog) for t in told) if e] or [e for e in (marked_entry(m, blog) for m in innermost(root)) if e]
    return [replace(e, name=f"{blog.name}-{n}") for n, e in enumerate(found, 1)] if len(found) >= FEWEST else []


def says_live(title: str | None) -> bool:
    """Whether a title calls its page a live blog."""
    return bool(title) and has_any(str(title).strip(), "genre", "titles.live_blog")


def json_ld(root: etree._Element) -> Iterator[Any]:
    """The values of the page's JSON-LD; what is broken is passed over, as pages have it for machines that do the same."""
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or ""):
            try:
                yield msgspec.json.decode((script.text or "").strip())
            except (msgspec.DecodeError, RecursionError):
                continue


def updates(value: Any) -> Iterator[dict[str, Any]]:
    """The updates of every LiveBlogPosting in a value of JSON-LD."""
    waiting = [value]
    while waiting:
        node = waiting.pop()
        if isinstance(node, list):
            waiting += reversed(node)
        elif isinstance(node, dict):
            given = node.get("liveBlogUpdate")
            yield from (u for u in (given if isinstance(given, list) else [given]) if isinstance(u, dict))
            waiting += [v for k, v in node.items() if k != "liveBlogUpdate" and isinstance(v, dict | list)]


def told_entry(update: dict[str, Any], blog: Blog) -> Extracted | None:
    """The report of one update; its clock time is its first line, as on the page."""
    body, headline = str(update.get("articleBody") or ""), tidy(str(update.get("headline") or ""))
    when = str(update.get("datePublished") or "")
    lines = lines_of(body, "")[0] if is_markup(body) else [Line(tidy(p)) for p in re.split(r"\n\s*\n|\n", body) if p.strip()]
    clock = TIME_OF.search(when)
    head = [Line(clock[1], "dateline")] if clock else []
    if headline and not any(tidy(line.text).startswith(headline) for line in lines[:1]):
        head.append(Line(headline, "title"))
    if not lines and not headline:
        return None
    text, hints = joined([*head, *lines])
    return Extracted(
        text, blog.name, title=headline or blog.title, outlet=blog.outlet, url=own_address(update.get("url"), when, blog), metadata_date=when or None,
        hints=hints, genre="live_blog",
    )


def own_address(url: object, when: str, blog: Blog) -> str | None:
    """The entry's own address: two reports at one address would be two versions of one."""
    given = str(url) if isinstance(url, str) and url.startswith("http") else None
    if given and given != blog.url:
        return given
    return f"{blog.url}#{when}" if blog.url and when else None


def innermost(root: etree._Element) -> list[etree._Element]:
    """The elements that look like entries and hold no other such."""
    found: list[etree._Element] = root.xpath(ENTRIES)
    outer = {above for element in found for above in element.iterancestors()}
    return [element for element in found if element not in outer]


def marked_entry(element: etree._Element, blog: Blog) -> Extracted | None:
    """The report of one entry of the page, with the time that its `<time>` gives."""
    time = next(element.iter("time")).get("datetime") or ""
    lines = walked(element)
    if given_date(time) is None or not lines:
        return None
    text, hints = joined(lines)
    anchor = element.get("id")
    url = f"{blog.url}#{anchor}" if blog.url and anchor else own_address(None, time, blog)
    return Extracted(text, blog.name, title=blog.title, outlet=blog.outlet, url=url, metadata_date=time, hints=hints, genre="live_blog")


def text_entries(text: str, name: str) -> list[Extracted]:
    """The entries of a plain text whose first lines call it live and which has three or more lines that begin with a clock time.

    Each text is an exact part of the file's; its day is that of the last line before it that is a date, or of the head.
    """
    heads = [line for line in text.split("\n") if line.strip()][:HEAD_LINES]
    starts = [m.start() for m in ENTRY.finditer(text)]
    if len(starts) < FEWEST or not any(says_live(line) for line in heads):
        return []
    title = next(line for line in heads if says_live(line)).strip()
    head = text[: starts[0]].strip()
    found, day = [], last_day(head.split("\n"))
    if "\n" in head:
        found.append(Extracted(head, name, title=title, metadata_date=day, genre="live_blog"))
    for number, (start, end) in enumerate(zip(starts, [*starts[1:], len(text)], strict=True), 1):
        lines = text[start:end].rstrip().split("\n")
        # A line with a date at an entry's end is the heading of the day of what follows.
        below = next((n for n in range(len(lines) - 1, 0, -1) if not DAY_LINE.match(lines[n])), 0) + 1
        found.append(Extracted("\n".join(lines[:below]).rstrip(), f"{name}-{number}", title=title, metadata_date=day, genre="live_blog"))
        day = last_day(lines[below:]) or day
    return found


def last_day(lines: Sequence[str]) -> str | None:
    """The day of the last line that says little else than a date."""
    days = [d for line in lines if len(line.split()) <= MOST_WORDS for d in printed_dates(line)]
    return days[-1].day.isoformat() if days else None
