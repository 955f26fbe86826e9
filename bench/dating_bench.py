"""Dates PolNeAR articles whose dates are withheld: dating_bench.py TEXT_FOLDER METADATA.tsv [--out DIR] [--show].

Alone: every article by itself. Batch: all together, every second one (by name) keeps its date; `told` are the answers that rest
on what is told, `batch` those and, where there are none or they are wider, the days that are likely since dated reports of the same matter
are of them. Printed for each: how many are answered, how many answers hold the true day, the share at most 31 days wide, the median width.
`--month` makes batches of the articles of one month each, where `--batch` takes so many from the whole time. `--out` writes
`docs.jsonl` and `pred.jsonl` for `docdate_score.py` (the middle of the interval).
"""

from __future__ import annotations

import argparse
import csv
import datetime as dt
import hashlib
import json
import pickle
import re
import statistics
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from onrecord.annotate.draft import Draft
from onrecord.annotate.times import read_times
from onrecord.parse import SpacyParser
from onrecord.reconcile.dating import date_reports
from onrecord.types import Block, Reading, Report, ReportDate, Span

CACHE = Path(__file__).resolve().parents[1] / ".bench" / "cache"


def readings(folder: Path) -> list[Reading]:
    """The times of each text, parsed once and kept on disk."""
    reports = []
    for file in sorted(folder.iterdir()):
        text = file.read_text(encoding="utf-8", errors="replace")
        blocks = tuple(Block(Span(m.start(), m.end()), "paragraph") for m in re.finditer(r"[^\n]*\S[^\n]*", text))
        reports.append(Report(file.stem, file.stem, text, blocks=blocks))
    code = b"".join(f.read_bytes() for f in sorted((Path(__file__).parents[1] / "src/onrecord/annotate/times").glob("*.py")))
    key = hashlib.sha256(code + "".join(r.name for r in reports).encode()).hexdigest()[:16]
    kept = CACHE / f"dating_{key}.pickle"
    if kept.exists():
        return pickle.loads(kept.read_bytes())  # type: ignore[no-any-return]
    out = [Reading(p.report, times=read_times(Draft(p))[0]) for p in SpacyParser().parse_many(reports)]
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.write_bytes(pickle.dumps(out))
    return out


def truth(metadata: Path) -> dict[str, dt.date]:
    """Publication dates by file name without its last part."""
    with metadata.open(encoding="utf-8") as rows:
        return {r["filename"]: dt.date.fromisoformat(r["publication_date"]) for r in csv.DictReader(rows, delimiter="\t") if r["publication_date"]}


def day_of(name: str, days: dict[str, dt.date]) -> dt.date | None:
    """The true day of an article; its file's name may go on where the table's is cut."""
    return days.get(name) or next((d for k, d in days.items() if name.startswith(k) or k.startswith(name)), None)


def with_likely(date: ReportDate) -> ReportDate:
    """The date with the days that are likely in the place of what is told."""
    return replace(date, published=date.likely, reason=f"likely: {date.likely_reason}; {date.reason}") if date.likely is not None else date


def batches(known: Sequence[tuple[Reading, dt.date]], size: int, *, by_month: bool) -> list[Sequence[tuple[Reading, dt.date]]]:
    """Articles that are dated together: those of a month, or *size* taken evenly from all."""
    if by_month:
        months = sorted({(d.year, d.month) for _, d in known})
        return [[(r, d) for r, d in known if (d.year, d.month) == month] for month in months]
    if len(known) <= size:
        return [known]
    return [known[at :: len(known) // size][:size] for at in range(len(known) // size)]


def tell(title: str, pairs: Sequence[tuple[ReportDate, dt.date]], show: bool) -> None:
    """One line of figures."""
    answered = [(d.published, day) for d, day in pairs if d.published is not None]
    held = [i.first is not None and i.last is not None and i.first <= day <= i.last for i, day in answered]
    widths = [i.days or 0 for i, _ in answered]
    narrow = sum(w <= 31 for w in widths)
    n = len(answered)
    share = [x / n if n else 0.0 for x in (sum(held), narrow)]
    print(f"{title:6} n {len(pairs)}  answered {n} = {n / len(pairs):.3f}  hold {share[0]:.3f}  at most 31 days {share[1]:.3f}", end="  ")
    print(f"median width {statistics.median(widths) if widths else '-'}")
    if show:
        for date, day in pairs:
            if date.published is not None:
                ok = date.published.first is not None and date.published.last is not None and date.published.first <= day <= date.published.last
                print("   ", "held" if ok else "MISSED", day, date.published.edtf(), "|", date.reason[:220])
            elif date.contradicted:
                print("    contradicted", day, date.contradicted[:220])


def main() -> None:
    """Both ways of one folder."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("folder", type=Path), ask.add_argument("metadata", type=Path)
    ask.add_argument("--out", type=Path), ask.add_argument("--show", action="store_true"), ask.add_argument("--batch", type=int, default=84)
    ask.add_argument("--month", action="store_true")
    asked = ask.parse_args()
    days = truth(asked.metadata)
    known = [(r, d) for r in readings(asked.folder) if (d := day_of(r.report.name, days)) is not None]
    alone = [(date_reports([r])[0], d) for r, d in known]
    tell("alone", alone, asked.show)
    batch: list[tuple[ReportDate, dt.date]] = []
    for part in batches(known, asked.batch, by_month=asked.month):
        dated = [replace(r, report=replace(r.report, published=str(d), published_basis="given")) if i % 2 else r for i, (r, d) in enumerate(part)]
        batch.extend((x, d) for i, (x, (_, d)) in enumerate(zip(date_reports(dated), part, strict=True)) if not i % 2)
    tell("told", batch, asked.show)
    tell("batch", [(with_likely(x), d) for x, d in batch], asked.show)
    if asked.out:
        asked.out.mkdir(parents=True, exist_ok=True)
        docs = [{"set": "alone", "doc": r.report.name, "date": str(d), "text": ""} for r, d in known]
        made = [{"set": "alone", "doc": r.report.name, "date": middle(x)} for (r, _), (x, _) in zip(known, alone, strict=True)]
        for name, lines in (("docs", docs), ("pred", made)):
            (asked.out / f"{name}.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))


def middle(date: ReportDate) -> str | None:
    """The day in the middle of an answer."""
    found = date.published
    if found is None or found.first is None or found.last is None:
        return None
    return str(found.first + (found.last - found.first) / 2)


if __name__ == "__main__":
    main()
