"""How far two coders of the same reports agree, and the program with each: python -m tests.gate.agreement

`tests/gold/second` holds second codings of reports that are held out; the first ones are those of the same names in the other folders. Only
scores are printed, "right" F1 by layer as the gate counts it, with the 90 % intervals that drawing reports anew gives (`onrecord.score.spread`).

The program is scored against a coder's gold, whose doubtful items are neither missed nor extra; it has no doubts of its own. So a coder is
read as the program is: the firm items, against the other's gold, both ways added up. `doubts free`: a coder's own doubts are neither missed
nor extra either, which no program is granted; `doubts as firm`: all items of both count, as if nobody had doubted.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

from onrecord.parse import SpacyParser
from onrecord.score import LAYERS, Result, read_gold, score, spread
from onrecord.score.places import pair, places_of
from onrecord.score.table import f1
from tests.gate.gate import read_alone
from tests.gold.markup import write

SECOND = Path(__file__).parents[1] / "gold" / "second"
Gold = dict[str, dict[str, Any]]
"""Codings as the guide's JSON, by report."""
Texts = dict[str, str]


def codings(scratch: Path) -> tuple[Gold, Gold, Texts]:
    """First and second codings, and the texts, by report; the reports are written to *scratch*/second/reports."""
    write(SECOND, scratch / "second")
    second = read_gold(scratch / "second" / "gold")
    for folder in sorted(p for p in SECOND.parent.iterdir() if p.is_dir() and p != SECOND):
        write(folder, scratch / "first", lambda source: source.name in second)
    texts = {name: (scratch / "second" / "reports" / f"{name}.txt").read_bytes().decode("utf-8") for name in second}
    return read_gold(scratch / "first" / "gold"), second, texts


def said(gold: Gold, made: Gold, texts: Texts, *, free: bool = False) -> Gold:
    """*made* without its doubtful items; where doubts are *free*, only without those that meet nothing of *gold*."""
    def kept(name: str, layer: str) -> list[dict[str, Any]]:
        sides = [[places_of(i, layer, texts[name]) for i in coding[name][layer]] for coding in (gold, made)]
        met = {j for _, j in pair(layer, *sides, texts[name], strict=False)} if free else set()
        return [item for j, item in enumerate(made[name][layer]) if j in met or not item["doubt"]]
    return {name: {**value, **{layer: kept(name, layer) for layer in LAYERS}} for name, value in made.items()}


def undoubted(coding: Gold) -> Gold:
    """*coding* as if nothing in it were doubtful."""
    return {name: {**value, **{x: [i | {"doubt": False} for i in value[x]] for x in LAYERS}} for name, value in coding.items()}


def each(gold: Gold, made: Gold, texts: Texts) -> list[Result]:
    """The counts of each report."""
    return [score({name: gold[name]}, made, texts) for name in sorted(gold)]


def both_ways(first: Gold, second: Gold, texts: Texts, *, free: bool = False) -> list[Result]:
    """The counts of each report with either coder as gold, added up."""
    found = []
    for name in sorted(texts):
        gold, made = {"there": first[name], "back": second[name]}, {"there": second[name], "back": first[name]}
        text = dict.fromkeys(gold, texts[name])
        found.append(score(gold, said(gold, made, text, free=free), text))
    return found


def table(columns: dict[str, list[Result]]) -> list[str]:
    """A line a layer: of each column "right" F1 with its interval, and F1 of what was found."""
    lines = [f"{'':13}" + "".join(f"  {title:26}" for title in columns)]
    for layer in LAYERS:
        lines.append(f"{layer:13}")
        for results in columns.values():
            tallies, right = [r.tallies[layer] for r in results], spread(results, layer)
            found = f1(sum(t.located for t in tallies), sum(t.system for t in tallies), sum(t.gold for t in tallies))["f1"]
            lines[-1] += f"  {right.value:.3f} [{right.low:.3f}, {right.high:.3f}] {found:.3f}"
    dated = (f"{sum(r.dated for r in results)} of {sum(r.of for r in results)}" for results in columns.values())
    return [line.rstrip() for line in (*lines, f"{'published':13}" + "".join(f"  {d:26}" for d in dated))]


def main() -> int:
    """Prints the two tables."""
    with tempfile.TemporaryDirectory() as folder:
        first, second, texts = codings(Path(folder))
        made = read_alone(SpacyParser(), sorted((Path(folder) / "second" / "reports").glob("*.txt")))
    print(f'{len(texts)} reports: "right" F1 [90 % interval], then F1 of what was found')
    print("\n".join(table({"two coders": both_ways(first, second, texts), "program, first as gold": each(first, made, texts),
                           "program, second as gold": each(second, made, texts)})))
    print("\nThe two coders one way, the other way, and with doubts counted otherwise")
    print("\n".join(table({
        "first as gold": each(first, said(first, second, texts), texts), "second as gold": each(second, said(second, first, texts), texts),
        "doubts free": both_ways(first, second, texts, free=True), "doubts as firm": both_ways(undoubted(first), undoubted(second), texts)})))
    return 0


if __name__ == "__main__":
    sys.exit(main())
