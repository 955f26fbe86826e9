"""RSS and Atom files: one report an entry, its content before its summary."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from onrecord.errors import DEFECTS, ReportError
from onrecord.read.form import Head, Source, Taken, extra
from onrecord.read.markup import Line, is_markup, joined, lines_of, tidy, titled
from onrecord.read.result import Extracted, Input
from onrecord.read.rows import lost
from onrecord.types import Problem

ROOT = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*|<\?[^>]*>\s*|<!DOCTYPE[^>]*>\s*)*<(?:\w+:)?(?:rss|feed|RDF)\b", re.DOTALL)
CUT = re.compile(r"(?:\[(?:…|\.\.\.)\]|…|\.\.\.|continue reading|read more|the post .{1,200} appeared first on .{1,80})\W*$", re.IGNORECASE)
"""How the last line of a summary ends."""


def is_feed(head: Head) -> bool:
    """Whether its first element is that of a feed."""
    return ROOT.match(head.text) is not None


def read_feed(source: Source) -> Iterator[Taken]:
    """The feed's entries; ReportError for a feed without any, a Problem behind those of one that is broken."""
    whole = source.whole()
    parser = extra("feedparser", "a feed")
    try:
        feed: Any = parser.parse(whole.raw)
    except DEFECTS as error:
        # The library stumbles over some signs that no feed should hold, such as a character beyond the last one.
        raise ReportError(f"a broken feed ({error}); nothing was read: get the feed again, or give the reports themselves") from error
    if not feed.entries:
        seen = f"a broken feed ({feed.bozo_exception})" if feed.bozo else "a feed without entries"
        raise ReportError(f"{seen}; nothing was read: get the feed again, or give the reports themselves", kind="empty")
    outlet = tidy(str(feed.feed.get("title") or "")) or None
    for number, entry in enumerate(feed.entries, 1):
        yield entry_report(entry, Input(whole.raw, f"{source.where}:{number}", f"{source.name}-{number}"), outlet, str(feed.feed.get("language") or ""))
    if feed.bozo and not str(feed.bozo_exception).startswith("document declared as"):
        raise ReportError(f"the feed is broken ({feed.bozo_exception}); {len(feed.entries)} entries were read: get it again", kind="truncated")


def entry_report(entry: Any, one: Input, outlet: str | None, language: str) -> Taken:
    """The report of one entry: its own words only, with the date on which it says that it was published."""
    contents = [str(c.get("value") or "") for c in entry.get("content", [])]
    whole, summary = max(contents, key=len, default=""), str(entry.get("summary") or "")
    body = whole or summary
    lines, problems = lines_of(body, one.where) if is_markup(body) else ([Line(tidy(p)) for p in body.split("\n") if p.strip()], ())
    title = tidy("".join(line.text for line in lines_of(str(entry.get("title") or ""), one.where)[0])) or None
    if not lines:
        return Taken(one, None, (lost("no_text", f"an entry without text ({title or 'untitled'}); give the page that it leads to", where=one.where),))
    if not whole or CUT.search(lines[-1].text):
        message = f"{one.where}: the feed gives a summary, not the whole text; give the page that it leads to if it matters"
        problems = (*problems, Problem("truncated", message, where=one.where))
    text, hints = joined(titled(lines, title))
    origin = tidy(str((entry.get("source") or {}).get("title") or "")) or outlet
    date = entry.get("published") or entry.get("created") or None
    found = Extracted(
        text, title or one.name, title=title, outlet=origin, url=entry.get("link") or None, metadata_date=date, language=language or None,
        key=entry.get("id") or None, hints=hints,
    )
    return Taken(one, found, problems)
