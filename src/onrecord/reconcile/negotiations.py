"""Which talks the reports are about: parties, what is at stake, who carries."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

from onrecord.reconcile.entities import folded
from onrecord.types import Entity, Interval, Negotiation, Reading

TALKS, CONFLICT, OWED, WANTED = 2.0, 1.0, 3.0, 1.5
"""Weight of an event of talks, one of conflict, a commitment between two, a position of one (set on the five reports and sample texts)."""
ENOUGH = 3.0
"""Least evidence for a pair of parties: one commitment, or an event of talks and one of conflict."""
BESIDE = 0.35
"""Least share of a report's strongest pair that makes a second pair a negotiation of its own."""
NAMED = 2
"""Least mentions of the parties of the only fitting negotiation for a report in which nobody is told to owe, want or do anything."""
CARRIED = 2
"""Least times that a party is told of as a mediator before it may be none of the parties."""
STAKED = 2
"""Least number of words of what is at stake; a report without them belongs to no talks."""


@cache
def table(name: str) -> dict[str, Any]:
    """One section of negotiations.toml; read once, not to be changed."""
    return dict(tomllib.loads((files("onrecord.reconcile") / "lexicons" / "negotiations.toml").read_text(encoding="utf-8"))[name])


@dataclass(slots=True)
class Profile:
    """What one report says about who talks with whom about what."""

    report: str
    pairs: defaultdict[tuple[str, ...], float] = field(default_factory=lambda: defaultdict(float))
    single: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    mediators: Counter[str] = field(default_factory=Counter)
    stakes: Counter[str] = field(default_factory=Counter)
    named: Counter[str] = field(default_factory=Counter)
    """How often each party, or somebody who acts for it, is named."""
    day: dt.date | None = None

    def drop(self, party: str) -> None:
        """Takes *party* out of the parties: it only carries."""
        self.single.pop(party, None)
        for pair in [p for p in self.pairs if party in p]:
            del self.pairs[pair]


def find_negotiations(readings: Sequence[Reading], entities: Sequence[Entity]) -> tuple[Negotiation, ...]:
    """The negotiations that the reports tell of, by id; a report may belong to several or to none, and two pairs of parties are never mixed."""
    canonical = Canonical(entities)
    states = {e.name for e in entities if e.kind == "state"}
    profiles = [profile(r, canonical) for r in sorted(readings, key=lambda r: r.report.id)]
    for party in (*relief_bodies(profiles), *known_carriers(profiles)):
        for found in profiles:
            found.drop(party)
    groups: dict[tuple[tuple[str, ...], str], list[Profile]] = {}
    waiting: list[tuple[Profile, str]] = []
    for found in profiles:
        stake = staked(found)
        if stake is None:
            continue
        pairs = principal(found)
        for pair in pairs:
            groups.setdefault((pair, stake), []).append(found)
        if not pairs:
            waiting.append((found, stake))
    for lone, stake in waiting:
        place_alone(lone, stake, groups)
    return tuple(sorted((negotiation(pair, group, members, states) for (pair, group), members in groups.items()), key=lambda n: n.id))


def relief_bodies(profiles: Sequence[Profile]) -> list[str]:
    """Those who by their charter are no party of talks between others."""
    named = {p for found in profiles for p in (*found.single, *found.mediators)}
    return sorted(p for p in named if any(w in p for w in table("relief")["words"]))


def known_carriers(profiles: Sequence[Profile]) -> list[str]:
    """Those told of as mediators over all reports whose every pair is weaker than another pair of the same opposite party without them."""
    total: Counter[str] = Counter()
    weights: defaultdict[tuple[str, ...], float] = defaultdict(float)
    for found in profiles:
        total.update(found.mediators)
        for pair, weight in found.pairs.items():
            weights[pair] += weight
    out = []
    for party in sorted(p for p, count in total.items() if count >= CARRIED):
        own = {pair: weight for pair, weight in weights.items() if party in pair}
        others = [(next(p for p in pair if p != party), weight) for pair, weight in own.items()]
        if all(outweighed(party, other, weight, weights) for other, weight in others if weight >= ENOUGH):
            out.append(party)
    return out


def outweighed(party: str, other: str, weight: float, weights: dict[tuple[str, ...], float]) -> bool:
    """Whether *other* has a stronger pair with somebody else than the one of *weight* with *party*."""
    return any(other in pair and party not in pair and w > weight for pair, w in weights.items())


def place_alone(lone: Profile, stake: str, groups: dict[tuple[tuple[str, ...], str], list[Profile]]) -> None:
    """Puts a report that tells of one party only with the one negotiation of that party, else into one of its own."""
    ranked = sorted(lone.single.items(), key=lambda row: (-row[1], row[0]))
    parties = [p for p, weight in ranked if weight >= WANTED and not carries(lone, p)]
    if not parties:
        named = [key for key in groups if key[1] == stake and len(key[0]) > 1 and sum(lone.named[p] for p in key[0]) >= NAMED]
        if len(named) == 1:
            groups[named[0]].append(lone)
        return
    fitting = [key for key in groups if key[1] == stake and parties[0] in key[0] and len(key[0]) > 1]
    key = fitting[0] if len(fitting) == 1 else ((parties[0],), stake)
    groups.setdefault(key, []).append(lone)


class Canonical:
    """From a name in a report to the party or state that it acts for, over all reports."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self._by_report: dict[tuple[str, str], str | None] = {}
        self._parties: dict[str, str] = {}
        for entity in entities:
            party = entity.side or (entity.name if entity.kind in ("state", "body") and not entity.name.islower() else None)
            for name in (entity.name, *entity.names):
                for report in {report for report, _ in entity.mentions}:
                    self._by_report[report, folded(name)] = party
                if entity.kind in ("state", "body") and entity.side in (entity.name, *entity.names):
                    self._parties[folded(name)] = entity.side or entity.name

    def party(self, report: str, name: str) -> str | None:
        """The party that *name* stands or acts for in *report*; None for those who act for nobody."""
        key = folded(name)
        found = self._by_report.get((report, key)) or self._parties.get(key)
        return self._parties.get(folded(found), found) if found else None


def profile(reading: Reading, canonical: Canonical) -> Profile:
    """The evidence of one report."""
    report = reading.report.id
    out = Profile(report, day=full_day(reading.report.published))

    def parties(names: Iterable[str | None]) -> list[str]:
        return sorted({p for n in names if n for p in [canonical.party(report, n)] if p})

    for event in reading.events:
        weight = TALKS if event.type in table("evidence")["talks"] else CONFLICT if event.type in table("evidence")["conflict"] else 0.0
        actors, targets = parties(event.actors), parties(event.targets)
        together(out, actors, targets, weight)
        if not targets and len(actors) == 2:
            together(out, actors[:1], actors[1:], weight)
        for party in parties(event.through):
            out.mediators[party] += 1
    for owed in reading.commitments:
        together(out, parties([owed.obligor]), parties([owed.obligee]), OWED)
    for position in reading.positions:
        for party in parties([position.party]):
            if position.role == "party":
                out.single[party] += WANTED
            elif position.role.startswith("mediator"):
                out.mediators[party] += 2
    carriers(reading, canonical, out)
    words = Counter(re.findall(r"[a-z][a-z-]+", reading.report.text.lower()))
    for name, _, told in table("stakes")["rows"]:
        out.stakes[name] = sum(words[w] for w in told)
    return out


def together(out: Profile, one: Sequence[str], other: Sequence[str], weight: float) -> None:
    """Counts *weight* for every pair of one of each side, and for each alone."""
    for party in {*one, *other}:
        out.single[party] += weight / 2
    for a in one:
        for b in other:
            if a != b:
                out.pairs[tuple(sorted((a, b)))] += weight


def full_day(published: str | None) -> dt.date | None:
    """A printed date that is a whole day."""
    return dt.date.fromisoformat(published) if published and re.fullmatch(r"\d{4}-\d\d-\d\d", published) else None


def carriers(reading: Reading, canonical: Canonical, out: Profile) -> None:
    """Counts who is named, and who is told of as a mediator, by office or by the words beside the name."""
    text, report = reading.report.text, reading.report.id
    behind, before = re.compile(table("carrying")["behind"]), re.compile(table("carrying")["before"])
    for who in reading.participants:
        party = canonical.party(report, who.name) or (who.side if who.kind == "group" else None)
        if party is None or who.kind in ("outlet", "place"):
            continue
        out.named[party] += len(who.spans)
        if who.office and set(who.office.lower().split()) & set(table("carrying")["offices"]):
            out.mediators[party] += 2
        for span in who.spans:
            named = span.of(text)[:1].isupper()
            if named and (behind.match(text, span.end) or before.search(text[max(span.start - 80, 0) : span.start])):
                out.mediators[party] += 1


def carries(found: Profile, party: str) -> bool:
    """Whether a party only mediates in a report: told of as a mediator, and not more often as owing, holding or wanting."""
    own = sum(weight for pair, weight in found.pairs.items() if party in pair)
    strongest = max(found.pairs.values(), default=0.0)
    return found.mediators[party] > 0 and (own <= 4 * found.mediators[party] or own < strongest)


def staked(found: Profile) -> str | None:
    """The group of what is at stake in a report; None where too few words tell of any."""
    groups: Counter[str] = Counter()
    for name, group, _ in table("stakes")["rows"]:
        groups[group] += found.stakes[name]
    best, count = max(groups.items(), key=lambda row: (row[1], row[0]))
    return best if count >= STAKED else None


def principal(found: Profile) -> list[tuple[str, ...]]:
    """The pairs of parties that negotiate in a report, the strongest first; carriers are left out."""
    ranked = sorted(
        ((pair, weight) for pair, weight in found.pairs.items() if not any(carries(found, p) for p in pair)), key=lambda row: (-row[1], row[0])
    )
    if ranked and ranked[0][1] >= ENOUGH:
        return [pair for pair, weight in ranked if weight >= max(ENOUGH, BESIDE * ranked[0][1])]
    strong = [p for p, weight in sorted(found.single.items(), key=lambda row: (-row[1], row[0])) if weight >= WANTED and not carries(found, p)]
    return [tuple(sorted(strong[:2]))] if len(strong) >= 2 else []


def negotiation(pair: tuple[str, ...], group: str, members: Sequence[Profile], states: set[str]) -> Negotiation:
    """One negotiation from the reports that tell of it, named by parties and what is most at stake."""
    stakes: Counter[str] = Counter()
    mediators: Counter[str] = Counter()
    for member in members:
        stakes.update({name: member.stakes[name] for name, of, _ in table("stakes")["rows"] if of == group})
        mediators.update({p: n for p, n in member.mediators.items() if p not in pair})
    stake = max(stakes, key=lambda s: (stakes[s], s))
    ordered = sorted(pair, key=lambda p: (p not in states, -sum(m.single[p] for m in members), p))
    days = [m.day for m in members if m.day is not None]
    identity = hashlib.sha256("\x1f".join((*sorted(pair), group)).encode()).hexdigest()[:16]
    weight = sum(m.pairs[pair] for m in members)
    reasons = (
        f"{' and '.join(ordered)} owe, release, accept, refuse or fight each other in {len(members)} reports (weight {weight:g})",
        f"at stake by words: {', '.join(f'{s} {n}' for s, n in stakes.most_common(3) if n)}",
        *(f"{p} is told of as a mediator {n} times" for p, n in mediators.most_common(5)),
    )
    carrying = tuple(p for p, n in sorted(mediators.items(), key=lambda row: (-row[1], row[0])) if n > 0)
    return Negotiation(
        identity, f"{' – '.join(ordered)}: {stake}", tuple(ordered), carrying, stake,
        tuple(sorted(m.report for m in members)), Interval(min(days), max(days)) if days else None, reasons,
    )
