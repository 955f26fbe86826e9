"""Which events of the joined gold record are in the joined events of readings: record_check_events.py [REPORTS] [RECORD.json].

Found: an event with one of the types, an overlapping date and a shared word in the actors (or the place, where no actor
is given). Reads the reports itself; prints one line an event of the record and the share found.
"""

from __future__ import annotations

import datetime as dt
import json
import re
import sys
from pathlib import Path

from onrecord.parse import SpacyParser
from onrecord.pipeline import read_reports
from onrecord.read import read_paths
from onrecord.reconcile import reconcile, set_scene
from onrecord.types import Event, Interval

SHARED = Path(__file__).parents[2] / "shared"


def interval(edtf: str) -> Interval:
    """An EDTF day, month or interval as days."""
    if "/" in edtf:
        low, high = edtf.split("/")
        return Interval(None if low == ".." else interval(low).first, None if high == ".." else interval(high).last)
    parts = [int(p) for p in edtf.split("-")]
    if len(parts) == 3:
        return Interval.day(dt.date(*parts))
    first = dt.date(parts[0], parts[1], 1)
    return Interval(first, (first + dt.timedelta(days=31)).replace(day=1) - dt.timedelta(days=1))


def words(names: list[str] | tuple[str, ...]) -> set[str]:
    """Comparable words of names, Israeli and Israel alike."""
    return {w[:6] for n in names for w in re.findall(r"\w+", n.lower()) if w not in ("the", "of")}


def fits(gold: dict[str, object], event: Event) -> bool:
    """Whether *event* is the gold record's."""
    dates = [str(gold["date"]), *([str(gold["also_right"])] if gold.get("also_right") else [])]
    if not set(gold["type"]) & {event.type, *event.types} or event.date is None:  # type: ignore[call-overload]
        return False
    if not any(interval(d).overlaps(event.date) for d in dates):
        return False
    who = words(gold.get("actors") or [])  # type: ignore[arg-type]
    if who:
        return bool(who & words(event.actors))
    return not gold.get("place") or bool(words([str(gold["place"])]) & words((event.place or "", *event.targets)))


def main() -> None:
    reports = read_paths([Path(sys.argv[1]) if len(sys.argv) > 1 else SHARED / "reports"])
    found = reports[0] if isinstance(reports, tuple) else reports.reports
    record = json.loads((Path(sys.argv[2]) if len(sys.argv) > 2 else SHARED / "gold" / "record.json").read_text(encoding="utf-8"))
    events = reconcile(set_scene(list(read_reports(found, SpacyParser())))).events
    right = 0
    for gold in record["events"]:
        hits = [e for e in events if fits(gold, e)]
        right += bool(hits)
        best = max(hits, key=lambda e: e.salience, default=None)
        print(f"{'found ' if hits else 'MISSED'} {gold['id']:4} {gold['date']:22} {gold.get('what') or gold['type']} ← {best.title if best else '–'}")
    print(f"{right} of {len(record['events'])}; {len(events)} events from {sum(len(e.statements) for e in events)} mentions")


if __name__ == "__main__":
    main()
