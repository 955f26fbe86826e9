"""Runs every measurement whose data are there and writes docs/quality.md: python -m bench [--data .bench] [--only NAME …]

Nothing is fetched. PolNeAR and TimeBank are looked for under --data (polnear/dev, polnear/metadata.tsv, timebank), the rest in
../shared/bench. What is absent is named as not measured. With --only, the other sections of the page stay as they are; with --said FILE beside one
name, what that measurement printed elsewhere, as on an idle machine, is taken from FILE. Each run appends a line to bench/history.jsonl.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.charts import PREFIX, draw, parted

ROOT = Path(__file__).parents[1]
HERE = ROOT / "bench"
SHARED = ROOT.parent / "shared" / "bench"
QUALITY = ROOT / "docs" / "quality.md"
CHARTS = ROOT / "docs" / "charts"
BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"


@dataclass(frozen=True)
class Run:
    """One measurement: its command, the data it needs, and what others reach on the same data."""

    name: str
    title: str
    command: tuple[str, ...]
    needs: tuple[Path, ...]
    beside: str
    last: int = 12
    """How many of the last lines of its output are shown."""


def runs(data: Path) -> list[Run]:
    """All measurements of measurements.toml, in the order of the page; {data}, {shared} and {here} stand for folders."""
    places = {"data": data, "shared": SHARED, "here": HERE}
    found = []
    for name, row in tomllib.loads((HERE / "measurements.toml").read_text(encoding="utf-8")).items():
        command = tuple(part.format(**places) for part in row["command"])
        needs = tuple(Path(part.format(**places)) for part in row["needs"])
        found.append(Run(name, row["title"], command, needs, row["beside"], row["last"]))
    return found


def measure(run: Run) -> tuple[str, bool]:
    """What a measurement printed last, and whether it was made."""
    absent = [str(p) for p in run.needs if not p.exists()]
    if absent:
        return f"not measured: {', '.join(Path(a).name for a in absent)} is absent", False
    alone = {**os.environ, "OPENBLAS_NUM_THREADS": "1"}  # a second thread of the parser's sums only waits, and its waiting counts as processor time
    done = subprocess.run([sys.executable, "-W", "ignore", *run.command], capture_output=True, text=True, cwd=ROOT, check=False, env=alone)
    if not done.stdout.strip():
        return f"failed with status {done.returncode}: {done.stderr.strip()[-300:]}", False
    return shown(run, done.stdout), True


def shown(run: Run, printed: str) -> str:
    """What the page shows of what a measurement printed, its charts at the end."""
    lines = [line.rstrip() for line in printed.splitlines() if line.strip()]
    if run.name == "record":
        lines = [without_words(line) for line in lines]
    told = [line for line in lines if not line.startswith(PREFIX)][-run.last :]
    return "\n".join([*told, *(line for line in lines if line.startswith(PREFIX))])


def without_words(line: str) -> str:
    """A line of the record's score as ids, figures and dates: what it says of the five reports in words stays where they are."""
    told = re.match(r"(right|MISSED) +(\w+): (.*)", line)
    if told is None:
        return line
    mark, part, rest = told.groups()
    if part in ("events", "ledger", "published", "talks"):
        kept = " ".join(w for w in rest.split() if re.fullmatch(r"e\d+|l\d+|[a-z_/]+_[a-z_/]+|[\d./-]+|\(?\d{3}\)?", w))
    elif part == "figures":
        kept = " ".join(w for w in rest.split() if re.search(r"\d|^>$|^(?:taken|held|alive|dead|feared_dead|released|rescued|freed|missing)$", w))
    else:
        kept = " ".join(re.findall(r"\(\d{3}\)|^\d{3}", rest))
    return f"{mark:6} {part}: {kept}"


def section(run: Run, said: str, charts: Sequence[str] = ()) -> str:
    """One measurement as a part of the page, its charts below."""
    beside = f"{run.beside}\n\n" if run.beside else ""
    return "\n\n".join([f"## {run.title}\n\n{beside}```\n{said}\n```", *charts]) + "\n"


def replaced(measured: str, parts: list[str]) -> str:
    """The measured part of the page with *parts* in the place of the sections with their titles, new ones at its end."""
    sections = [f"## {one}".rstrip("\n") + "\n" for one in measured.split("## ") if one.strip()]
    for part in parts:
        title = part.split("\n", 1)[0]
        place = next((n for n, one in enumerate(sections) if one.split("\n", 1)[0] == title), None)
        if place is None:
            sections.append(part)
        else:
            sections[place] = part
    return "\n".join(sections)


def main() -> int:
    """Measures, writes the page between its marks, appends to the history; 1 where a measurement failed."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--data", type=Path, default=ROOT / ".bench")
    options.add_argument("--only", nargs="*", default=[])
    options.add_argument("--said", type=Path)
    chosen = options.parse_args()
    if chosen.said is not None and len(chosen.only) != 1:
        options.error("--said FILE is what one measurement printed; name it with --only")
    parts, results, failed = [], {}, False
    for run in runs(chosen.data):
        if chosen.only and run.name not in chosen.only:
            continue
        said, made = measure(run) if chosen.said is None else (shown(run, chosen.said.read_text(encoding="utf-8")), True)
        failed |= not made and not said.startswith("not measured")
        print(f"== {run.name}\n{said}\n", flush=True)
        lines, charts = parted(said.split("\n"))
        results[run.name] = "\n".join(lines)
        parts.append(section(run, "\n".join(lines), [draw(chart, CHARTS) for chart in charts]))
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, cwd=ROOT, check=False).stdout.strip()
    with (HERE / "history.jsonl").open("a", encoding="utf-8") as history:
        told = {"said": chosen.said.name} if chosen.said is not None else {}
        history.write(json.dumps({"commit": commit, **told, "results": results}, ensure_ascii=False) + "\n")
    page = QUALITY.read_text(encoding="utf-8")
    head, rest = page.split(BEGIN, 1)
    measured, tail = rest.split(END, 1)
    kept = "\n".join(parts) if not chosen.only else replaced(measured.strip("\n"), parts)
    QUALITY.write_text(f"{head}{BEGIN}\n\n{kept}\n{END}{tail}", encoding="utf-8")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
