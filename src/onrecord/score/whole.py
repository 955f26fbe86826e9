"""What the record of several reports must say, point by point: `record.json` of a gold folder against a derived record.

An event agrees with one of the types, an overlapping date, a shared actor and one of the reports; a figure with measure, bounds and report; a ledger
line with its numbers and verdict; the rest field by field. A point that is not there says which condition nothing met.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from onrecord.score.agree import same
from onrecord.score.book import Book, Json
from onrecord.score.days import EVER, days_of, overlap

Condition = Callable[[Any], bool]


@dataclass(frozen=True, slots=True)
class Point:
    """One thing that the record must say."""

    kind: str
    wanted: str
    right: bool
    missing: str = ""
    """The condition at which the last candidate fell away."""
    found: str = ""
    """Id of what says it."""


@dataclass(frozen=True, slots=True)
class Goal:
    """A point with all that could be it."""

    kind: str
    wanted: str
    found: tuple[str, ...] = ()
    """Ids of what meets all conditions, the best first."""
    missing: str = ""


def sieve(kind: str, wanted: str, candidates: Iterable[Any], conditions: dict[str, Condition]) -> Goal:
    """What meets all conditions; they are tried in their order, to tell where nothing is left."""
    left = list(candidates)
    for name, condition in conditions.items():
        left = [c for c in left if condition(c)]
        if not left:
            return Goal(kind, wanted, (), name)
    return Goal(kind, wanted, tuple(str(c.get("id") or c.get("statement")) for c in left))


def score_whole(gold: Json, record: Json) -> tuple[Point, ...]:
    """All points of *gold*, in its order; nothing of the record is taken for two points of one kind."""
    book = Book(record, gold.get("files", {}))
    points: list[Point] = []
    for key, judge in JUDGES.items():
        points.extend(assigned([judge(book, g) for g in (gold.get(key) or [])]))
    points.extend(origin_point(book, g) for g in (gold.get("origins") or []))
    points.extend(published_point(book, name, g) for name, g in (gold.get("published") or {}).items())
    return tuple(points)


def assigned(goals: Sequence[Goal]) -> list[Point]:
    """Each goal with one of its candidates and no candidate twice, as many goals as possible served (augmenting paths)."""
    owner: dict[str, int] = {}

    def serve(n: int, tried: set[str]) -> bool:
        for one in goals[n].found:
            if one not in tried:
                tried.add(one)
                if one not in owner or serve(owner[one], tried):
                    owner[one] = n
                    return True
        return False

    for n in range(len(goals)):
        serve(n, set())
    taken = {n: one for one, n in owner.items()}
    return [Point(g.kind, g.wanted, n in taken, g.missing or ("" if n in taken else "another point"), taken.get(n, "")) for n, g in enumerate(goals)]


def also(gold: Json) -> list[str]:
    """Other right days."""
    return list(gold.get("also_right") or [])


def event_point(book: Book, gold: Json) -> Goal:
    """One event."""
    wanted = f"{gold['id']} {'/'.join(gold['type'])} {gold['date']} {gold.get('what') or ', '.join(gold.get('actors') or [])}"
    nearest = sorted(book.record["events"], key=lambda e: (span_of(e["date"]), e["id"]))
    return sieve("events", wanted, nearest, {
        "report": lambda e: book.told_in(e["statements"], gold.get("reports") or []),
        "type": lambda e: bool({e["type"], *e["types"]} & set(gold["type"])),
        "date": lambda e: overlap(e["date"], gold["date"], *also(gold)) and (".." not in e["date"] or any(".." in d for d in (gold["date"], *also(gold)))),
        "actor": lambda e: book.shares(gold.get("actors") or [], (*e["actors"], *e["targets"])),
        "factuality": lambda e: ("planned" in (gold.get("factuality"), e["factuality"])) is False or gold.get("factuality") == e["factuality"],
    })


def span_of(edtf: str | None) -> int:
    """How many days an interval spans, for the narrowest to come first."""
    days = days_of(edtf)
    return days.last - days.first if days else EVER


def bounds(value: str) -> tuple[float | None, float | None]:
    """Closed bounds of `240`, `> 235`, `dozens`."""
    number = re.search(r"\d[\d,]*", value)
    if number is None:
        return (24.0, None) if "dozens" in value else (None, None)
    count = float(number.group().replace(",", ""))
    if ">=" in value:
        return count, None
    return (count + 1, None) if ">" in value else (count, count)


def figure_point(book: Book, gold: Json) -> Goal:
    """One figure, or what follows from figures by arithmetic."""
    wanted = f"{gold['measure']} {gold['value']} {gold.get('scope') or ''} ({gold['report']})"
    if gold.get("derived"):
        number = re.compile(rf"(?<!\d){re.escape(gold['value'])}(?!\d)")
        lines = [line for g in book.record["ledgers"] for line in g["lines"]]
        return sieve("figures", wanted, lines, {"sum": lambda n: bool(number.search(f"{n['sum']} {n['note']}"))})
    low, high = bounds(gold["value"])
    values = [{**v, "unit": g.get("unit")} for g in book.record["ledgers"] for v in g["values"]]
    return sieve("figures", wanted, values, {
        "report": lambda v: book.told_in([v["statement"]], [gold["report"]]), "measure": lambda v: gold["measure"] in (v["measure"], named_measure(v)),
        "bounds": lambda v: (v["low"], v["high"]) == (low, high),
    })


def named_measure(value: Json) -> str:
    """A measure with whom it counts, where those are prisoners ("prisoners released"): the gold names theirs so, as they are a ledger of their own."""
    return f"{value['unit']} {value['measure']}" if value["unit"] == "prisoners" else str(value["measure"])


def numbers(words: str) -> list[int]:
    """The whole numbers in *words*, what stands in brackets and dates left out."""
    plain = re.sub(r"\([^)]*\)", "", words)
    return [int(n.replace(",", "")) for n in re.findall(r"(?<![\d-])\d[\d,]*(?![\d-])", plain)]


VERDICTS = {"conflict": "does_not_add_up"}
"""Two counts of one thing that cannot both be true are a sum that does not add up, by another word of the gold's."""


def line_point(book: Book, gold: Json) -> Goal:
    """One sum over figures."""
    goal = {n for words in gold["figures"] for n in numbers(words)}
    values = [v for g in book.record["ledgers"] for v in g["values"]]
    counts = {v["statement"]: {int(x) for x in (v["low"], v["high"]) if x is not None} | set(numbers(v["label"])) for v in values}

    def told(line: Json) -> set[int]:
        return {n for s in line["statements"] for n in counts.get(s, ())} | set(numbers(line["sum"]))

    lines = [line for g in book.record["ledgers"] for line in g["lines"]]
    return sieve("ledger", f"{gold['id']} {'; '.join(gold['figures'])} → {gold['verdict']}", lines, {
        "figures": lambda n: goal <= told(n), "verdict": lambda n: n["verdict"] == VERDICTS.get(gold["verdict"], gold["verdict"]),
        "difference": lambda n: "difference" not in gold or n["difference"] is None or abs(n["difference"]) == gold["difference"],
    })


def position_point(book: Book, gold: Json) -> Goal:
    """One position."""
    wanted = f"{gold['party']} {gold['stance']} {gold['topic']} ({gold['report']})"
    return sieve("positions", wanted, book.record["positions"], {
        "report": lambda p: book.told_in([x["statement"] for x in p["points"]], [gold["report"]]),
        "party": lambda p: book.shares([gold["party"]], [p["party"]]),
        "stance": lambda p: gold["stance"] in {x["stance"] for x in p["points"]},
        "topic": lambda p: any(same("topic", gold["topic"], w) for w in (p["topic"], p["topic_key"].replace("_", " "), words_of(book, p))),
    })


def words_of(book: Book, position: Json) -> str:
    """The words of all points of a position."""
    return " ".join(str(book.statements[x["statement"]]["quote"]) for x in position["points"] if x["statement"] in book.statements)


def commitment_point(book: Book, gold: Json) -> Goal:
    """One account of something owed."""
    account = gold["account"].split(":")[0]
    said = [{**c, "id": s, "statement": s, "account": a} for c in book.record["commitments"] for s, a, _ in c["accounts"]]
    return sieve("commitments", f"{gold['obligor']}: {gold['what']}: {gold['account']} ({gold['report']})", said, {
        "report": lambda c: book.told_in([c["statement"]], [gold["report"]]), "obligor": lambda c: book.shares([gold["obligor"]], [c["obligor"]]),
        "account": lambda c: c["account"] in (account, account.split()[0]),
        "what": lambda c: any(same("what", gold["what"], w) for w in (c["what"], book.statements[c["statement"]]["quote"])),
        "deadline": lambda c: not gold.get("deadline") or overlap(c["deadline"], gold["deadline"]),
    })


def talks_point(book: Book, gold: Json) -> Goal:
    """How the talks stood, by one report."""
    states = gold["status"] if isinstance(gold["status"], list) else [gold["status"]]
    said = [{"id": p["statement"], **p} for spell in book.record["talks"] for p in spell["points"]]
    return sieve("talks", f"{'/'.join(states)} {gold['date']} ({gold['report']})", said, {
        "report": lambda p: book.told_in([p["statement"]], [gold["report"]]), "status": lambda p: p["status"] in states,
        "date": lambda p: overlap(p["date"] or book.statements[p["statement"]]["published"], gold["date"], *also(gold)),
    })


def origin_point(book: Book, gold: Json) -> Point:
    """The outlets and documents that a report is said to lean on."""
    goal = [*(gold.get("cites") or []), *(gold.get("quotes") or [])]
    names = {book.files.get(r, r) for r in gold["reports"]}
    ids = {r["id"] for r in book.record["reports"] if r["name"] in names}
    others = [link["other"] for link in book.record["origin_links"] if link["report"] in ids]
    missing = [g for g in goal if not any(same("audience", g, o) for o in others)]
    return Point("origins", f"{', '.join(gold['reports'])} leans on {', '.join(goal) or 'none of the others'}", not missing, ", ".join(missing))


def published_point(book: Book, name: str, gold: Json) -> Point:
    """The date of a report: days within those that are right."""
    report = next((r for r in book.record["reports"] if r["name"] == book.files.get(name, name)), None)
    said = days_of(report["date"]["published"]) if report and report["date"] else None
    goals = [d for d in map(days_of, [gold["date"], *also(gold), *(gold.get("holds") or [])]) if d]
    right = said is not None and any(said.within(g) or (g.within(said) and said.last - said.first < 3) for g in goals)
    return Point("published", f"{name} {gold['date']}", right, "" if right else "date", str(report["date"]["published"]) if report and report["date"] else "")


JUDGES: dict[str, Callable[[Book, Json], Goal]] = {
    "events": event_point, "figures": figure_point, "ledger": line_point, "positions": position_point, "commitments": commitment_point,
    "talks": talks_point,
}


def whole_lines(points: Iterable[Point]) -> list[str]:
    """A line a point, then how many are right by kind."""
    found = list(points)
    lines = []
    for p in found:
        tail = f"   {p.found[:12]}".rstrip() if p.right else f"   no candidate left at: {p.missing}"
        lines.append(f"{'right' if p.right else 'MISSED'}  {p.kind}: {p.wanted}{tail}")
    for kind in dict.fromkeys(p.kind for p in found):
        mine = [p for p in found if p.kind == kind]
        lines.append(f"{kind:13} {sum(p.right for p in mine)} of {len(mine)}")
    return lines
