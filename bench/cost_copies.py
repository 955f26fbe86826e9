"""What near-copies cost to read: python -m bench.cost_copies [--reports N]

Two corpora of N reports: those of twelve outlets that copy, rewrite and update each other (bench/corpus), and a quarter of them, each with three near-copies
by other outlets in which one paragraph is another. Each is read three times in one process, in turns: every report by itself, every paragraph parsed once,
whichever report it stands in, and the layers of a text read once too. Printed: the share of words in paragraphs that stood in an earlier report to the
character, words per second of processor time of all ways, whether all readings are the same, and the gain.
"""

from __future__ import annotations

import argparse
import math
from dataclasses import replace

from bench.charts import Bar, chart_line
from bench.corpus.laid import lay, report_of
from bench.corpus.make import make_corpus
from bench.cost import PASSES, WARM, timed

from onrecord.annotate import KeptLayers, annotate
from onrecord.parse import KeptInMemory, SpacyParser
from onrecord.parse.blocks import plain, readable
from onrecord.types import Block, Reading, Report, Span, report_id
from onrecord.versions import layers

ALONE, SHARED, WHOLE = "each by itself", "each paragraph once", "each text once too"
COPIES = 3


def made(count: int, seed: int) -> list[Report]:
    """The reports in the order of their days, as a desk gets them."""
    corpus = make_corpus(count, seed)
    return [report_of(m, lay(m)) for m in sorted(corpus.reports, key=lambda m: (m.date, m.id))]


def copied(reports: list[Report]) -> list[Report]:
    """A quarter of the reports, each with three near-copies: another paragraph in the place of one, taken from the report before."""
    found: list[Report] = []
    for report in reports[: len(reports) // (COPIES + 1)]:
        found.append(report)
        paragraphs = [b for b in report.blocks if b.kind == "paragraph"]
        for n in range(min(COPIES, len(paragraphs))):
            found.append(with_another(report, paragraphs[n], f"Copier {n}", found[-1].title or ""))
    return found


def with_another(report: Report, block: Block, outlet: str, words: str) -> Report:
    """A report in which other words stand before those of one block."""
    start, more = block.span.start, len(words) + 2
    text = f"{report.text[:start]}{words}. {report.text[start:]}"
    blocks = tuple(
        replace(b, span=Span(b.span.start + more * (b.span.start > start), b.span.end + more * (b.span.end > start))) for b in report.blocks
    )
    return replace(report, id=report_id(text, outlet, None), name=f"{report.name}-{outlet}", text=text, outlet=outlet, url=None, blocks=blocks)


def seen(reports: list[Report]) -> tuple[int, int]:
    """Words of all that is read, and of what stood in an earlier report to the character."""
    before: set[str] = set()
    words = again = 0
    for report in reports:
        texts = [plain(report, block) for _, block in readable(report)]
        counts = [len(text.split()) for text in texts]
        words += sum(counts)
        again += sum(n for text, n in zip(texts, counts, strict=True) if text in before)
        before.update(texts)
    return words, again


class Nothing(KeptInMemory):
    """Keeps nothing, and takes no two texts for the same."""

    def __init__(self) -> None:
        super().__init__(0)
        self._asked = 0

    def key(self, text: str) -> bytes:
        """Another key for every text."""
        self._asked += 1
        return self._asked.to_bytes(8, "big")


def read(parser: SpacyParser, reports: list[Report], kept: KeptLayers | None = None) -> list[Reading]:
    """The readings."""
    return [annotate(parsed, kept=kept) for parsed in parser.parse_many(reports)]


def main() -> None:
    """Prints the measurements."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--reports", type=int, default=120)
    ask.add_argument("--seed", type=int, default=7)
    asked = ask.parse_args()
    reports, bars = made(asked.reports, asked.seed), list[Bar]()
    for name, corpus in (("twelve outlets", reports), ("near-copies", copied(reports))):
        best = compare(name, corpus)
        bars += [Bar(f"{name}: {way}", speed) for way, speed in best.items()]
    print(chart_line("copies", "words per second of reading", bars))


def compare(name: str, reports: list[Report]) -> dict[str, float]:
    """Prints what both ways cost, and gives their words per second."""
    alone = SpacyParser(kept=Nothing())
    read(alone, reports[:WARM])
    words, again = seen(reports)
    best, found = {ALONE: math.inf, SHARED: math.inf, WHOLE: math.inf}, dict[str, list[Reading]]()
    for _ in range(PASSES):
        sharing, taking = SpacyParser(), SpacyParser()
        kept = KeptLayers(taking.kept, layers("made"))
        for parser in (sharing, taking):
            read(parser, reports[:1])
        for way, parser, known in ((ALONE, alone, None), (SHARED, sharing, None), (WHOLE, taking, kept)):
            seconds, found[way] = timed(lambda parser=parser, known=known: read(parser, reports, known))  # type: ignore[misc]
            best[way] = min(best[way], seconds)
    print(f"{name}: {len(reports)} reports, {words} words, {again / words:.0%} of them in paragraphs that stood in an earlier report to the character")
    for way, seconds in best.items():
        print(f"  {way:20} {words / seconds:7.0f} words/s, {1000 * seconds / len(reports):.1f} ms a report")
    same = sum(a == b == c for a, b, c in zip(*found.values(), strict=True))
    saved = f"{1 - best[SHARED] / best[ALONE]:.0%}, with each text once {1 - best[WHOLE] / best[ALONE]:.0%}"
    print(f"  readings that are the same: {same} of {len(reports)}; processor time saved {saved}")
    return {way: words / seconds for way, seconds in best.items()}


if __name__ == "__main__":
    main()
