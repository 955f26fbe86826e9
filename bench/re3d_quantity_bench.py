"""Recall of re3d's Quantity spans that count persons or things: re3d_quantity_bench.py RE3D [--errors]

RE3D is the folder with CENTCOM/ and Wikipedia/. A gold span is found when a figure's span overlaps it. Left out, and counted aloud:
- spans that hold no number word or digit (articles: "a VBIED", "an ISIL tactical unit"; "multiple"): nothing is counted by them;
- measures of way, area, power, flow or share, whether the unit stands in the span or right behind it ("8 km", "15 to 20 percent");
- durations ("24 hours"), ages ("Dayton, 42, of") and names with a number ("71st Battalion", "1st Marines"), which re3d marks too;
- spans of confidence 0 (re3d's own mark of a wrong or superseded annotation).
Precision is not scored: re3d does not mark every quantity.
"""

from __future__ import annotations

import argparse
import json
import re
from pathlib import Path

from onrecord.parse import SpacyParser
from onrecord.pipeline import read_reports
from onrecord.types import Block, Report, Span, report_id

NUMBER = re.compile(r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?)\b", re.IGNORECASE)
MEASURE = re.compile(
    r"^\W*(?:square|cubic|million square|km|kilomet|mile|mi\b|met(?:er|re)|m3|cu\b|acre|MW|percent|%|M\b|hour|minute|day|week|month|year)", re.IGNORECASE
)
ORDINAL = re.compile(r"\d(?:st|nd|rd|th)$")


def kind(text: str, start: int, end: int, confidence: float) -> str:
    """Why a gold span is left out, or "counted"."""
    words, after = text[start:end], text[end : end + 20]
    if confidence == 0:
        return "confidence 0"
    if not NUMBER.search(words):
        return "no number"
    inside = re.sub(r"^[\d,.\s\xa0]+(?:to\s+[\d,.]+)?", "", words)
    if MEASURE.match(inside) or MEASURE.match(after):
        return "measure or duration"
    if ORDINAL.search(words):
        return "name with a number"
    return "age" if re.match(r"\W+of [A-Z]", after) and text[start - 2 : start] == ", " else "counted"


def report(row: dict[str, str]) -> Report:
    """One document as a report whose lines are paragraphs."""
    blocks = tuple(Block(Span(m.start(), m.end()), "paragraph") for m in re.finditer(r"[^\n]+", row["text"]))
    return Report(report_id(row["text"], row["sourceName"], row.get("sourceUrl")), row["_id"], row["text"], blocks=blocks)


def main() -> None:
    """Print found of counted, and what was left out, for both folders."""
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("re3d", type=Path)
    args.add_argument("--errors", action="store_true")
    options = args.parse_args()
    parser, found, total, left = SpacyParser(), 0, 0, dict[str, int]()
    for folder in sorted(p for p in options.re3d.iterdir() if p.is_dir()):
        rows = [json.loads(line) for line in (folder / "documents.json").read_text(encoding="utf-8").splitlines() if line.strip()]
        readings = {r.report.name: r for r in read_reports((report(row) for row in rows), parser)}
        here = all_here = 0
        for line in (folder / "entities.json").read_text(encoding="utf-8").splitlines():
            gold = json.loads(line)
            if gold["type"] != "Quantity":
                continue
            reading = readings[gold["documentId"]]
            text, span = reading.report.text, Span(gold["begin"], gold["end"])
            why = kind(text, span.start, span.end, gold["confidence"])
            if why != "counted":
                left[why] = left.get(why, 0) + 1
                continue
            hit = any(f.span.overlaps(span) for f in reading.figures)
            here, all_here = here + hit, all_here + 1
            if options.errors and not hit:
                print(f"  missed {text[max(span.start - 40, 0) : span.start]!r} [{span.of(text)}] {text[span.end : span.end + 30]!r}")
        print(f"{folder.name}: {here} of {all_here}")
        found, total = found + here, total + all_here
    print(f"recall {found / total:.3f} ({found} of {total}); left out: " + ", ".join(f"{k} {n}" for k, n in sorted(left.items())))


if __name__ == "__main__":
    main()
