"""Errors of reading counted by class: python -m tests.gate.errors [SET …] [--held-out] [--words] [--most N]

For each layer the classes over all sets that are named (all that may be read, if none is): missed and extra items by kind, wrong
attributes by gold's value and the system's. --words lists each error with its words instead. The sets that nobody reads are counted
only with --held-out, as classes, and never with --words.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from onrecord.parse import SpacyParser
from onrecord.score import LAYERS, Fault, counted
from tests.gate.gate import UNSEEN, Measured, gold_sets, measure

MOST = 8
"""Classes of a layer that are shown."""


def table(faults: list[Fault], most: int) -> list[str]:
    """The commonest classes of each layer, and how many errors the others hold."""
    lines = []
    for layer in LAYERS:
        classes = [(f, n) for f, n in counted(faults) if f.layer == layer]
        lines += [f.line(n) for f, n in classes[:most]]
        if rest := sum(n for _, n in classes[most:]):
            lines.append(f"{rest:5}  {layer:13} in {len(classes) - most} other classes")
    return lines


def chosen_sets(scratch: Path, names: list[str], held_out: bool) -> dict[str, Measured]:
    """The sets that are asked for, read and scored."""
    parser = SpacyParser()
    wanted = [s for s in gold_sets(scratch) if (s.name in names or not names) and (held_out or s.name not in UNSEEN)]
    return {s.name: measure(parser, s) for s in wanted}


def main() -> int:
    """Prints the classes set by set in two groups: what was read while rules were written, and what was not."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("sets", nargs="*")
    options.add_argument("--held-out", action="store_true")
    options.add_argument("--words", action="store_true")
    options.add_argument("--most", type=int, default=MOST)
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        made = chosen_sets(Path(folder), chosen.sets, chosen.held_out)
    for group in ([n for n in made if n not in UNSEEN], [n for n in made if n in UNSEEN]):
        if group:
            print(f"\nErrors by class: {', '.join(group)}")
            seen = chosen.words and group[0] not in UNSEEN
            print("\n".join([e for n in group for e in made[n].errors] if seen else table([f for n in group for f in made[n].faults], chosen.most)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
