"""Types of our event triggers against the codes of PETRARCH's test sentences: petrarch_bench.py [FOLDER] [--errors].

Counted are sentences with at least one code of a type of ours (bench/lexicon/cameo.toml, weis.toml) in which a trigger
was found: right if one trigger has a type that a code allows. Printed beside it is the share of such sentences with any
trigger. Left out: the unit tests that try the coder's pattern language, where the code says nothing of the sentence;
actors; and sentences that repeat the triggers and codes of one before are counted once.
"""

from __future__ import annotations

import argparse
import re
import tomllib
from collections import Counter
from pathlib import Path

from onrecord.annotate import annotate
from onrecord.parse import SpacyParser
from onrecord.types import Block, Report, Span, report_id

HERE = Path(__file__).parent
FILES = {"PETR2_GSR_validation.xml": ("cameo", ()), "PETR.UnitTest.records.xml": ("weis", ("PATTERN", "SYNSET", "MODIFY", "ERROR"))}
"""The code book of each file, and the categories that try the coder's pattern language with codes that mean nothing."""


def sentences(path: Path, without: tuple[str, ...]) -> list[tuple[str, tuple[str, ...]]]:
    """(text, codes) of each record."""
    found = []
    for record in re.split(r"(?=<Sentence )", path.read_text(encoding="utf-8"))[1:]:
        category = re.search(r'category *= *"(\w+)"', record)
        text = re.search(r"<Text>(.*?)</Text>", record, re.S)
        if text is None or (category is not None and category[1] in without):
            continue
        codes = tuple(dict.fromkeys(re.findall(r'eventcode *= *"?(\d+)', record)))
        found.append((" ".join(text[1].split()), codes))
    return found


def allowed(codes: tuple[str, ...], table: dict[str, list[str]]) -> set[str]:
    """Our types that the codes allow, by the longest prefix in the table."""
    types: set[str] = set()
    for code in codes:
        row = next((table[code[:n]] for n in range(len(code), 1, -1) if code[:n] in table), [])
        types.update(row)
    return types


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", default=str(HERE.parents[1] / "shared" / "bench" / "petrarch"))
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    spacy = SpacyParser()
    total: Counter[str] = Counter()
    for name, (book, without) in FILES.items():
        table = tomllib.loads((HERE / "lexicon" / f"{book}.toml").read_text(encoding="utf-8"))["codes"]
        counts: Counter[str] = Counter()
        seen: set[tuple[str, tuple[str, ...]]] = set()
        for text, codes in sentences(Path(options.folder) / name, without):
            types = allowed(codes, table)
            if not types:
                counts["no type of ours"] += 1
                continue
            report = Report(report_id(text, None, None), "one", text, blocks=(Block(Span(0, len(text)), "paragraph"),))
            events = annotate(spacy.parse(report)).events
            found = tuple(sorted((text[slice(*e.trigger_span)].lower(), e.type) for e in events))
            key = (" ".join(t for t, _ in found) or text, codes)
            if key in seen:
                counts["repeated"] += 1
                continue
            seen.add(key)
            counts["sentences"] += 1
            counts["with a trigger"] += bool(found)
            right = any(t in types for _, t in found)
            counts["right"] += right
            if options.errors and not right:
                print(f"  {codes} {sorted(types)} found {list(found)} :: {text[:170]}")
        total.update(counts)
        print(f"{name}: {dict(counts)}")
    found_all, of = max(total["with a trigger"], 1), max(total["sentences"], 1)
    print(f"triggers typed right {total['right'] / found_all:.3f}   found {found_all / of:.3f}   of {of} sentences")


if __name__ == "__main__":
    main()
