"""A made report → its text, the place of each line in it, and its blocks."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import dataclass

from bench.corpus.lines import Line
from bench.corpus.reports import Made

from onrecord.types import Block, Report, Span, report_id


@dataclass(frozen=True)
class Laid:
    """The text of a report with its lines at their places."""

    text: str
    lines: tuple[tuple[Line, int], ...]
    blocks: tuple[Block, ...]


def lay(made: Made) -> Laid:
    """The report as text."""
    text, lines, blocks = "", list[tuple[Line, int]](), list[Block]()

    def put(words: str, kind: str) -> None:
        nonlocal text
        start = len(text)
        text += words
        blocks.append(Block(Span(start, len(text.rstrip())), kind))  # type: ignore[arg-type]

    lines.append((made.title, 0))
    put(made.title.text, "title")
    for number, paragraph in enumerate(made.paragraphs):
        text += "\n\n"
        if made.head and not number:
            put(made.head, "dateline")
        words = ""
        for line in paragraph:
            lines.append((line, len(text) + len(words)))
            words += f"{line.text}. "
        put(words.rstrip(), "paragraph")
    if made.tail:
        text += "\n\n"
        put(made.tail, "paragraph")
    return Laid(text, tuple(lines), tuple(blocks))


def report_of(made: Made, laid: Laid) -> Report:
    """The report as reading gives it."""
    published = made.date.isoformat() if made.printed else None
    return Report(
        report_id(laid.text, made.outlet, made.url), made.id, laid.text, title=made.title.text, outlet=made.outlet, url=made.url,
        published=published, published_basis="given" if published else None, blocks=laid.blocks,
    )


def row(made: Made) -> dict[str, str]:
    """A line of JSON Lines."""
    found = {"id": made.id, "outlet": made.outlet, "title": made.title.text, "text": lay(made).text}
    if made.url:
        found["url"] = made.url
    return found | ({"published": made.date.isoformat()} if made.printed else {})


def shuffled(reports: list[Made], seed: int) -> list[Made]:
    """The reports as they come in: in no order."""
    out = list(reports)
    random.Random(seed).shuffle(out)
    return out


def later(day: dt.date, days: int) -> dt.date:
    """A day some days on."""
    return day + dt.timedelta(days=days)
