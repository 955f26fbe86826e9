"""What notebooks show: every word of a report escaped, no script, no link that leads out of the page."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

from onrecord.types import Report, Span
from onrecord.views.brief import Cite, Line, Section

SENTENCE = re.compile(r"[.!?][”\"’')\]]*\s+(?=[“\"‘'(\[]?\w)")
"""Where one sentence ends and the next begins, closely enough to show words in their surroundings."""
LINKED = re.compile(r' (?:xlink:)?href="[^"]*"')
"""Links of a chart, which lead to pages that a notebook does not have."""
QUIET = "opacity:.7"


def sentence_around(report: Report, span: Span) -> Span:
    """The characters of the sentence, within its block, that hold *span*; the span itself at least."""
    text, block = report.text, report.block_at(span.start)
    low = max(block.span.start if block else 0, text.rfind("\n", 0, span.start) + 1)
    below = text.find("\n", span.end)
    high = min(block.span.end if block else len(text), below if below >= 0 else len(text))
    ends = [m.end() for m in SENTENCE.finditer(text, low, high)]
    first = max((e for e in ends if e <= span.start), default=low)
    last = min((e for e in ends if e >= span.end), default=high)
    return Span(min(first, span.start), max(last, span.end))


def marked(before: str, words: str, after: str) -> str:
    """Words marked in their sentence."""
    return f"{escape(before)}<mark>{escape(words)}</mark>{escape(after)}"


def quoted(place: Cite) -> str:
    """The words of a citation and where they stand."""
    return f'<div style="margin-left:1.5em;{QUIET}">“{escape(place.quote)}” <code>{escape(place.place)}</code></div>'


def line_html(line: Line) -> str:
    """One line with its words under it."""
    date = f"<b>{escape(line.date)}</b> " if line.date else ""
    marks = f' <span style="{QUIET}">{escape(" · ".join(line.marks))}</span>' if line.marks else ""
    words = "".join(map(quoted, line.cites))
    return f'<div style="margin-left:{line.level * 1.5}em">{date}{escape(line.text)}{marks}{words}</div>'


def section_html(section: Section, *, most: int | None = None) -> str:
    """A section with at most so many lines; those left out are counted."""
    shown = section.lines if most is None else section.lines[:most]
    more = section.more + len(section.lines) - len(shown)
    note = f'<p style="{QUIET}">{escape(section.note)}</p>' if section.note else ""
    rest = f'<p style="{QUIET}">… and {more} more</p>' if more else ""
    return f"<section><h4>{escape(section.title)}</h4>{''.join(map(line_html, shown))}{rest}{note}</section>"


def left_out_html(names: Iterable[str], day: object) -> str:
    """Which reports a replay left out; empty for none."""
    found = list(names)
    if not found:
        return ""
    return f'<p style="{QUIET}">As of {escape(str(day))} without {len(found)} reports that may be later: {escape(", ".join(found))}</p>'


def chart_html(svg: str | None) -> str:
    """A chart without its links; empty where there is none."""
    return f"<div>{LINKED.sub('', svg)}</div>" if svg else ""
