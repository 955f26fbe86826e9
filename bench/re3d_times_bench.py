"""Overlap of our times with re3d's Temporal entities: re3d_times_bench.py FOLDER... [--errors].

Counted: a gold span and one of ours that share a character, each used once. Left out: nothing; re3d marks dates, parts
of days and spans of time, but no "now", "recently" or "daily", so references to past, present and future and what recurs
are not counted as extra.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from times_bench import parsed_of, predictions

from onrecord.parse import SpacyParser

Spans = list[tuple[int, int]]


def lines(file: Path) -> list[dict[str, object]]:
    """The objects of a file of JSON lines."""
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]


def matched(gold: Spans, made: Spans) -> int:
    """How many pairs overlap, each span used once."""
    used: set[int] = set()
    for a, b in gold:
        hit = next((i for i, (c, d) in enumerate(made) if i not in used and a < d and c < b), None)
        if hit is not None:
            used.add(hit)
    return len(used)


def main() -> None:
    """Scores the folders together."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("folders", nargs="+", type=Path), ask.add_argument("--errors", action="store_true")
    asked = ask.parse_args()
    parser = SpacyParser()
    for folder in asked.folders:
        gold: dict[str, Spans] = {}
        for entity in lines(folder / "entities.json"):
            if entity["type"] == "Temporal":
                gold.setdefault(str(entity["documentId"]), []).append((int(str(entity["begin"])), int(str(entity["end"]))))
        hits = right = found = 0
        for document in lines(folder / "documents.json"):
            name, text = str(document["_id"]), str(document["text"])
            kept = [p for p in predictions(parsed_of(text, name, parser), None) if p["type"] != "SET" and not str(p["value"]).endswith("_REF")]
            made = [(int(str(p["start"])), int(str(p["end"]))) for p in kept]
            want = sorted(set(gold.get(name, [])))
            hits, right, found = hits + matched(want, made), right + len(want), found + len(made)
            if asked.errors:
                for a, b in want:
                    if not any(a < d and c < b for c, d in made):
                        print("MISSED", repr(text[max(0, a - 40) : a]), repr(text[a:b]))
                for c, d in made:
                    if not any(a < d and c < b for a, b in want):
                        print("EXTRA ", repr(text[max(0, c - 40) : c]), repr(text[c:d]))
        precision, recall = hits / found if found else 0.0, hits / right if right else 0.0
        f1 = 2 * precision * recall / (precision + recall or 1)
        print(f"{folder.name:10} gold {right} made {found}  P {precision:.3f} R {recall:.3f} overlap F1 {f1:.3f}")


if __name__ == "__main__":
    main()
