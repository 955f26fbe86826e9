"""Which positions, commitments and states of talks of gold/record.json the derived record holds: record_check_rest.py REPORTS RECORD.json"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

from onrecord.parse import SpacyParser
from onrecord.pipeline import read_reports
from onrecord.read import read_paths
from onrecord.reconcile.reconcile import reconcile, set_scene
from onrecord.reconcile.scene import Scene
from onrecord.types import Derived

SMALL = {"the", "a", "an", "of", "in", "on", "to", "and", "for", "at", "by", "with", "only", "when", "no"}


def words(text: str) -> set[str]:
    """Comparable words without endings."""
    return {re.sub(r"(?:ing|ed|es|e|s)$", "", w) for w in re.findall(r"[a-z]+", text.lower().replace("’s", "")) if w not in SMALL}


def alike(one: str, two: str, share: float = 0.33) -> bool:
    """Whether two phrases share enough words of the shorter one."""
    a, b = words(one), words(two)
    return bool(a & b) and len(a & b) / min(len(a), len(b)) >= share


def overlap(gold: str, days: str | None) -> bool:
    """Whether two EDTF values may mean a common day (months and open ends widened)."""

    def bounds(value: str) -> tuple[str, str]:
        first, _, last = value.partition("/")
        last = last or first
        return ("0000" if first == ".." else (first + "-01-01")[:10] if len(first) < 7 else (first + "-01")[:10]), (
            "9999" if last == ".." else last if len(last) == 10 else last + "-31"
        )

    if not days:
        return False
    (a, b), (c, d) = bounds(gold), bounds(days)
    return a <= d and c <= b


def check(scene: Scene, derived: Derived, gold: dict[str, Any]) -> list[tuple[str, bool, str]]:
    """(what was looked for, whether it was found, where) for every point of the gold."""
    names = {r.report.id: r.report.name[:3] for r in scene.readings}
    rows: list[tuple[str, bool, str]] = []
    for want in gold["positions"]:
        hit = next(
            (
                line
                for line in derived.positions
                for p in line.points
                if alike(want["party"], line.party, 0.5)
                and p.stance == want["stance"]
                and names[scene.by_id[p.statement].report] == want["report"]
                and (alike(want["topic"], line.topic_key) or alike(want["topic"], scene.by_id[p.statement].quote))
            ),
            None,
        )
        role = want.get("role", "")
        right = hit is not None and (not role or hit.role == role.replace("'s ", "_"))
        rows.append(
            (
                f"position {want['report']} {want['party']} {want['stance']} {want['topic']} {role}",
                right,
                f"{hit.party}/{hit.topic_key}/{hit.role}" if hit else "-",
            )
        )
    for want in gold["commitments"]:
        account = want["account"].partition(":")[0]
        found = next(
            (
                line
                for line in derived.commitments
                for s, told, _ in line.accounts
                if alike(want["obligor"], line.obligor, 0.5)
                and told == account
                and names[scene.by_id[s].report] == want["report"]
                and alike(want["what"], f"{line.what} {scene.by_id[s].quote}")
            ),
            None,
        )
        rows.append(
            (f"commitment {want['report']} {want['obligor']} {account} {want['what']}", found is not None, f"{found.what} [{found.standing}]" if found else "-")
        )
    for want in gold["talks"]:
        states = want["status"] if isinstance(want["status"], list) else [want["status"]]
        dates = [want["date"], *want.get("also_right", [])]
        point = next(
            (
                p
                for spell in derived.talks
                for p in spell.points
                if p.status in states
                and names[scene.by_id[p.statement].report] == want["report"]
                and any(overlap(d, p.date.edtf() if p.date else None) for d in dates)
            ),
            None,
        )
        rows.append((f"talks {want['report']} {want['date']} {'/'.join(states)}", point is not None, f"{point.status} {point.by}" if point else "-"))
    both = next((d for d in derived.disputes if d.about == "position" and "women" in d.title), None)
    rows.append(("dispute: the women first", both is not None, both.title if both else "-"))
    return rows


def main() -> None:
    reports, _ = read_paths([Path(sys.argv[1])])
    scene = set_scene(list(read_reports(reports, SpacyParser())))
    derived = reconcile(scene)
    rows = check(scene, derived, json.loads(Path(sys.argv[2]).read_text(encoding="utf-8")))
    for what, found, where in rows:
        print("found  " if found else "MISSING", what, "→", where)
    print(sum(found for _, found, _ in rows), "of", len(rows))
    if "--all" in sys.argv:
        show(derived)


def show(derived: Derived) -> None:
    """Everything derived by these modules, a line each."""
    for line in derived.positions:
        print(
            "P",
            line.party,
            "|",
            line.stance,
            "|",
            line.topic_key,
            "|",
            line.topic,
            "|",
            line.role,
            "|",
            [(p.stance, p.told_by, p.date.edtf() if p.date else None) for p in line.points],
            line.moved,
        )
    for one in derived.commitments:
        print("C", one.obligor, "→", one.obligee, "|", one.what, "|", one.standing, [(a, w) for _, a, w in one.accounts])
    for spell in derived.talks:
        print("T", spell.track, spell.status, spell.begins and spell.begins.edtf(), spell.ends and spell.ends.edtf(), [(p.side, p.by) for p in spell.points])
    for d in derived.disputes:
        print("D", d.kind, d.about, d.title, [(s, len(i)) for s, i in d.sides])


if __name__ == "__main__":
    main()
