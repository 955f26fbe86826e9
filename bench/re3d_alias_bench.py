"""Aliases of persons and bodies in re3d: re3d_alias_bench.py RE3D [--errors] prints the share of IsSynonymOf pairs that the cast resolves.

A pair is resolved where a word of one span and a word of the other belong to the same participant. Left out, and counted:
pairs of places, quantities, times, documents and vehicles, for which the cast makes no promise; mirrored rows count once.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

from onrecord.annotate.cast import Cast, read_cast
from onrecord.parse import SpacyParser
from onrecord.types import Block, Parsed, Report, Span, report_id

KINDS = {"Person", "Organisation"}


def rows(path: Path) -> list[dict[str, object]]:
    """The JSON lines of a file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def report(document: dict[str, object]) -> Report:
    """One document with its lines as paragraphs."""
    text, blocks, at = str(document["text"]), [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(Span(at, at + len(line)), "paragraph"))
        at += len(line) + 1
    return Report(report_id(text, None, None), str(document["_id"]), text, blocks=tuple(blocks))


def resolved(cast: Cast, parsed: Parsed, one: Span, other: Span) -> bool:
    """Whether both spans hold a mention of the same participant."""
    sides = [{cast.at(t).id for t in parsed.within(span) if cast.at(t)} for span in (one, other)]  # type: ignore[union-attr]
    return bool(sides[0] & sides[1])


def main() -> None:
    parser, right, total, left_out = SpacyParser(), 0, 0, Counter()
    for folder in sorted(p for p in Path(sys.argv[1]).iterdir() if p.is_dir()):
        types = {(e["documentId"], e["begin"], e["end"]): e["type"] for e in rows(folder / "entities.json")}
        pairs: dict[str, set[tuple[Span, Span]]] = {}
        for row in rows(folder / "relations.json"):
            if row["type"] == "IsSynonymOf":
                spans = sorted((Span(row["sourceBegin"], row["sourceEnd"]), Span(row["targetBegin"], row["targetEnd"])))
                pairs.setdefault(str(row["documentId"]), set()).add((spans[0], spans[1]))
        for document in rows(folder / "documents.json"):
            name, wanted = str(document["_id"]), pairs.get(str(document["_id"]), set())
            if not wanted:
                continue
            parsed = parser.parse(report(document))
            cast = read_cast(parsed)
            for one, other in sorted(wanted):
                kinds = {types.get((name, one.start, one.end)), types.get((name, other.start, other.end))}
                if not kinds <= KINDS:
                    left_out[" / ".join(sorted(str(k) for k in kinds))] += 1
                    continue
                total += 1
                found = resolved(cast, parsed, one, other)
                right += found
                if not found and "--errors" in sys.argv:
                    text = parsed.report.text
                    print(f"missed: {one.of(text)!r} = {other.of(text)!r}: {text[max(one.start - 40, 0) : other.end + 40]!r}")
    print(f"pairs of persons and bodies resolved: {right} of {total} = {right / total:.2f}; left out: {dict(left_out)}")


if __name__ == "__main__":
    main()
