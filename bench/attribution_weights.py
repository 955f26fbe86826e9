"""Counts and weights of the attribution layer from PolNeAR train: attribution_weights.py [--held-out N] [--counts]

Writes src/onrecord/annotate/lexicons/attribution_weights.json: for every feature of a candidate (attributions/features.py) the weight of a
logistic regression on whether people marked that cue with that content (at least .8 of the characters shared) and that source. Features met
in fewer than 3 candidates, or of a weight under .1, are left out; the fit is plain Adam over all candidates, so the same corpus gives the
same file. With --counts it first rewrites the numbers (not the classes) of lexicons/cues.toml. With --held-out N it leaves out N articles
(a fixed sample), prints the F1 on them by threshold, and writes nothing. Only numbers leave the corpus, no words of its texts but single
cue words.

The file in the package was fitted before constructions were added ("surface", headings parted at semicolons, and others):
running this today gives another file. Fitting anew is due, with the floors of attributions/conventions.py measured again beside it.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from polnear import Marked, articles, characters, marked, overlap

from onrecord.annotate.attributions.candidate import Candidate
from onrecord.annotate.attributions.cues import SECTIONS, lemma_of
from onrecord.annotate.attributions.features import features
from onrecord.annotate.attributions.gather import gather
from onrecord.annotate.attributions.quotations import find_quotations
from onrecord.types import Parsed

LEXICONS = Path(__file__).parents[1] / "src/onrecord/annotate/lexicons"
FEWEST, RIDGE, STEPS, RATE, SMALL = 3, 8.0, 200, 0.1, 0.15
KINDS = {
    "that": "clause",
    "clause": "clause",
    "before": "clause",
    "after": "clause",
    "inside": "clause",
    "whether": "clause",
    "wh": "clause",
    "which": "clause",
    "quotation": "quotation",
    "to": "to",
    "for-to": "to",
    "ing": "to",
    "dobj": "object",
    "oprd": "object",
    "small": "object",
    "pobj": "object",
    "acomp": "object",
    "relative": "object",
    "passive": "object",
    "small-ing": "object",
    "headline": "clause",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One candidate with its features and how far people's mark agrees with it."""

    article: str
    candidate: Candidate
    features: tuple[str, ...]
    content: float
    source: bool


def rows_of(name: str, parsed: Parsed, marks: Sequence[Marked]) -> Iterable[Row]:
    """The candidates of one article."""
    text = parsed.report.text
    gold = [(characters(text, m.content), characters(text, m.source)) for m in marks if m.content]
    quotations, _ = find_quotations(parsed)
    inside = frozenset(i for q in quotations if not q.single for i in range(q.first, q.last))
    for candidate in gather(parsed, quotations):
        own = characters(text, spans(parsed, candidate.content))
        who = characters(text, spans(parsed, [candidate.source_words] if candidate.source_words else []))
        best, right = 0.0, False
        for content, source in gold:
            share = overlap(content, own)
            if share > best:
                best, right = share, bool(source & who) or not source
        yield Row(name, candidate, tuple(sorted(set(features(parsed, candidate, quotations, inside)))), best, right)


def spans(parsed: Parsed, stretches: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Characters of stretches of tokens."""
    return [(parsed.tokens[a].start, parsed.tokens[b - 1].end) for a, b in stretches if a < b]


def fit(rows: Sequence[Row]) -> dict[str, float]:
    """Feature → weight of a ridge-penalised logistic regression."""
    met = Counter(f for r in rows for f in r.features)
    number = {f: i for i, f in enumerate(sorted(f for f, n in met.items() if n >= FEWEST))}
    pairs = [(n, number[f]) for n, r in enumerate(rows) for f in r.features if f in number]
    row, col = np.array([p[0] for p in pairs]), np.array([p[1] for p in pairs])
    wanted = np.array([float(r.content >= 0.8 and r.source) for r in rows])
    weight, first, second = (np.zeros(len(number)) for _ in range(3))
    for step in range(1, STEPS + 1):
        chance = 1 / (1 + np.exp(-np.bincount(row, weight[col], len(rows))))
        slope = np.bincount(col, (chance - wanted)[row], len(number)) + RIDGE * weight
        first, second = 0.9 * first + 0.1 * slope, 0.999 * second + 0.001 * slope**2
        move = RATE * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
        weight -= move * (1.0 if step < 0.7 * STEPS else 0.3)
    return {f: round(float(weight[i]), 2) for f, i in number.items() if abs(weight[i]) >= SMALL}


def rate(found: list[int]) -> float:
    """Kept of met, smoothed towards .15."""
    return round((found[0] + 0.3) / (found[1] + 2), 2)


def count_cues(rows: Iterable[Row]) -> None:
    """Rewrites the counts in cues.toml; lemmas and classes stay as they are."""
    best: dict[tuple[str, str, str, int, str], float] = defaultdict(float)
    for r in rows:
        section = SECTIONS.get(r.candidate.cue.pos)
        kind = kind_of(r.candidate.form)
        if section and kind:
            key = (section, lemma_of(r.candidate.cue), r.article, r.candidate.cue.i, kind)
            best[key] = max(best[key], r.content if r.source else 0.0)
    counts: dict[tuple[str, str], dict[str, list[int]]] = defaultdict(lambda: defaultdict(lambda: [0, 0]))
    whole: dict[tuple[str, str, str, int], float] = defaultdict(float)
    for (section, lemma, article, at, kind), share in best.items():
        counts[section, lemma][kind][0] += share >= 0.6
        counts[section, lemma][kind][1] += 1
        whole[section, lemma, article, at] = max(whole[section, lemma, article, at], share)
    for (section, lemma, _, _), share in whole.items():
        counts[section, lemma]["kept"][0] += share >= 0.6
        counts[section, lemma]["kept"][1] += 1
    rewrite(LEXICONS / "cues.toml", counts)


def rewrite(path: Path, counts: dict[tuple[str, str], dict[str, list[int]]]) -> None:
    """Puts the counts behind each lemma's class."""
    section, out = "", []
    for line in path.read_text(encoding="utf-8").splitlines():
        if match := re.fullmatch(r"\[(\w+)\]", line):
            section = match[1]
        entry = re.match(r'([\w-]+) = (\{ class = "\w+"(?:, with_to = "\w+")?)', line)
        if entry is None:
            out.append(line)
            continue
        found = counts.get((section, entry[1]), {})
        kept = found.get("kept", [0, 0])
        parts = [entry[2], f"n = {kept[1]}"] + ([f"kept = {rate(kept)}"] if kept[1] else [])
        parts += [f"{k} = {rate(found[k])}" for k in ("clause", "quotation", "to", "object", "about") if k in found and found[k][1] >= 5]
        out.append(f"{entry[1]} = {', '.join(parts)} }}")
    path.write_text("\n".join(out) + "\n", encoding="utf-8")


def kind_of(form: str) -> str | None:
    """The column of cues.toml for a construction."""
    bare = form.removeprefix("noun:").removeprefix("adj:").removeprefix("be-")
    if bare.startswith("object+"):
        return "to" if bare.endswith("to") else "clause"
    return "about" if bare.startswith("prep") or form.startswith("adj:") else KINDS.get(bare)


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--held-out", type=int, default=0), p.add_argument("--counts", action="store_true")
    a = p.parse_args()
    marks, texts = marked("train"), articles("train")
    names = sorted(marks)
    out = set(random.Random(7).sample(names, a.held_out))
    rows = [r for n in names if n not in out for r in rows_of(n, texts[n], marks[n])]
    if a.counts:
        count_cues(rows)
    weights = fit(rows)
    print(f"{len(rows)} candidates of {len(names) - len(out)} articles, {len(weights)} weights")
    if out:
        from polnear_bench import by_threshold

        by_threshold({n: texts[n] for n in sorted(out)}, {n: marks[n] for n in sorted(out)}, weights)
    else:
        lines = ",\n".join(f"{json.dumps(f, ensure_ascii=False)}: {w}" for f, w in sorted(weights.items()))
        (LEXICONS / "attribution_weights.json").write_text("{\n" + lines + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
