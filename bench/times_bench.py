"""Reads the times of a folder of TimeML and scores them: times_bench.py FOLDER [OUT.jsonl] [--errors N] [--speed].

The date of creation is given, as the published tools are given it; whether a text is told as a history is read off
the text itself. Parses are cached under `.bench/cache`, for the time layer only reads tense from them.
"""

from __future__ import annotations

import argparse
import datetime as dt
import hashlib
import json
import pickle
import re
import sys
import time
from pathlib import Path

from onrecord.annotate.draft import Draft
from onrecord.annotate.times import read_times
from onrecord.parse import SpacyParser
from onrecord.reconcile.calendar import resolve
from onrecord.types import Block, Interval, Parsed, Reading, Report, Resolved, Span

HERE = Path(__file__).resolve().parent
SCORERS = HERE.parents[1] / "shared" / "bench" / "scorers"
CACHE = HERE.parent / ".bench" / "cache"


def blocks_of(text: str) -> tuple[Block, ...]:
    """Paragraphs, parted by blank lines."""
    return tuple(Block(Span(m.start(), m.end()), "paragraph") for m in re.finditer(r"\S(?:.*?\S)?(?=\s*\n\s*\n|\s*\Z)", text, re.DOTALL))


def parsed_of(text: str, name: str, parser: SpacyParser) -> Parsed:
    """The parse of a text, kept on disk."""
    file = CACHE / "times" / f"{hashlib.sha256(text.encode()).hexdigest()[:24]}.pickle"
    if file.exists():
        return pickle.loads(file.read_bytes())  # type: ignore[no-any-return]
    parsed = parser.parse(Report(name, name, text, blocks=blocks_of(text)))
    file.parent.mkdir(parents=True, exist_ok=True)
    sys.setrecursionlimit(100_000)
    file.write_bytes(pickle.dumps(parsed))
    return parsed


def predictions(parsed: Parsed, created: str | None) -> list[dict[str, object]]:
    """The lines of one document for `timex_score.py`."""
    times, _ = read_times(Draft(parsed))
    day = Interval.day(dt.date.fromisoformat(created[:10])) if created else None
    resolved: Resolved = resolve(Reading(parsed.report, times=times), day)
    return [
        {"doc": parsed.report.name, "start": t.span.start, "end": t.span.end, "type": t.type, "value": resolved.timex[t.id]}
        for t in times
    ]


def show_errors(gold: list[dict[str, object]], made: list[dict[str, object]], text: str, head: str) -> None:
    """Prints what is missed, extra, of another extent or of another value, with the words around it."""
    def around(item: dict[str, object]) -> str:
        a, b = int(str(item["start"])), int(str(item["end"]))
        return re.sub(r"\s+", " ", f"{text[max(0, a - 70):a]}[[{text[a:b]}]]{text[b:b + 40]}")

    for g in gold:
        hits = [p for p in made if int(str(p["start"])) < int(str(g["end"])) and int(str(g["start"])) < int(str(p["end"]))]
        if not hits:
            print(f"MISSED {g['type']} {g['value']} :: {around(g)}   {head}")
        elif (hits[0]["start"], hits[0]["end"]) != (g["start"], g["end"]):
            print(f"EXTENT {g['value']} made {hits[0]['value']} {text[int(str(hits[0]['start'])):int(str(hits[0]['end']))]!r} :: {around(g)}")
        if hits and hits[0]["value"] != g["value"]:
            print(f"VALUE gold {g['value']} made {hits[0]['value']} :: {around(g)}   {head}")
        if hits and hits[0]["type"] != g["type"]:
            print(f"TYPE gold {g['type']} made {hits[0]['type']} :: {around(g)}")
    for p in made:
        if not any(int(str(p["start"])) < int(str(g["end"])) and int(str(g["start"])) < int(str(p["end"])) for g in gold):
            print(f"EXTRA {p['type']} {p['value']} :: {around(p)}")


def main() -> None:
    """Scores one folder."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("folder"), ask.add_argument("out", nargs="?", default="/tmp/times.jsonl")
    ask.add_argument("--errors", action="store_true"), ask.add_argument("--speed", action="store_true")
    asked = ask.parse_args()
    sys.path.insert(0, str(SCORERS))
    import timex_score  # type: ignore[import-not-found]

    gold = timex_score.load_gold(asked.folder)
    parser = SpacyParser()
    lines: list[dict[str, object]] = []
    parses = [(parsed_of(text, name, parser), dct, answers) for name, (_, dct, text, answers) in gold.items()]
    before = time.process_time()
    for parsed, dct, answers in parses:
        made = predictions(parsed, dct)
        lines.extend(made)
        if asked.errors:
            show_errors(answers, made, parsed.report.text, f"{parsed.report.name} {dct}")
    spent = time.process_time() - before
    Path(asked.out).write_text("".join(json.dumps(line) + "\n" for line in lines))
    by_doc: dict[str, list[dict[str, object]]] = {}
    for line in lines:
        by_doc.setdefault(str(line["doc"]), []).append(line)
    timex_score.report(timex_score.score(gold, by_doc))
    if asked.speed:
        words = sum(len(p.report.text.split()) for p, _, _ in parses)
        print(f"{words} words in {spent:.2f} s: {words / spent:.0f} words/s")


if __name__ == "__main__":
    main()
