"""What each report says about who talks with whom about what."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from onrecord.reconcile.entities import folded, parts
from onrecord.types import Entity, Participant, Reading

TALKS, CONFLICT, OWED, WANTED = 2.0, 1.0, 3.0, 1.5
"""Weight of an event of talks, one of conflict, a commitment between two, a position of one (set on the five reports and sample texts)."""
STAKED = 2
"""Least number of words of what is at stake; a report without them belongs to no talks."""
ASKING, ANSWERING = ("demands", "conditions"), ("refuses", "accepts", "considers", "not_considering")
"""Stances by which a party wants something of another, and by which that other answers; what is offered may be help of a third."""
NOBODY = frozenset({None, ""})
ANCHORS = ("person", "body", "place")
"""Kinds of names by which two reports are held to be about one thing."""


@cache
def table(name: str) -> dict[str, Any]:
    """One section of negotiations.toml; read once, not to be changed."""
    return dict(tomllib.loads((files("onrecord.reconcile") / "lexicons" / "negotiations.toml").read_text(encoding="utf-8"))[name])


@dataclass(slots=True)
class Profile:
    """What one report says about who talks with whom about what."""

    report: str
    pairs: defaultdict[tuple[str, ...], float] = field(default_factory=lambda: defaultdict(float))
    fights: defaultdict[tuple[str, ...], float] = field(default_factory=lambda: defaultdict(float))
    """The part of the pairs' weight that no two friends have: blows, captures, breaches, releases, what one owes the other."""
    single: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    mediators: Counter[str] = field(default_factory=Counter)
    stakes: Counter[str] = field(default_factory=Counter)
    named: Counter[str] = field(default_factory=Counter)
    """How often each party, or somebody who acts for it, is named."""
    anchors: frozenset[str] = frozenset()
    """Surnames of the persons and names of the bodies and places in it."""
    day: dt.date | None = None
    aside: frozenset[str] = frozenset()
    """Whoever is told of as an employer of the captives or a company, and so is a party only where nobody else is."""
    own: Counter[str] = field(default_factory=Counter)
    """How often each wants, answers or owes something, or is one of those who do each other harm or set people free."""

    def drop(self, party: str) -> None:
        """Takes *party* out of the parties: it only carries."""
        self.mediators[party] += self.named[party] > 0
        self.forget(party)

    def forget(self, party: str) -> None:
        """Takes *party* out of the parties: it is none, and carries nothing."""
        self.single.pop(party, None)
        for weights in (self.pairs, self.fights):
            for pair in [p for p in weights if party in p]:
                del weights[pair]


Weights = tuple[tuple[tuple[str, ...], float], ...]


@dataclass(frozen=True, slots=True)
class Weighed:
    """A profile as it is kept."""

    pairs: Weights
    fights: Weights
    single: dict[str, float]
    mediators: dict[str, int]
    stakes: dict[str, int]
    named: dict[str, int]
    anchors: frozenset[str]
    day: dt.date | None
    aside: frozenset[str]
    own: dict[str, int]

    @classmethod
    def of(cls, found: Profile) -> Weighed:
        """What is kept of a profile."""
        pairs, fights = tuple(found.pairs.items()), tuple(found.fights.items())
        return cls(pairs, fights, found.single, found.mediators, found.stakes, found.named, found.anchors, found.day, found.aside, found.own)

    def profile(self, report: str) -> Profile:
        """The profile of the report of which this is kept."""
        return Profile(
            report, defaultdict(float, self.pairs), defaultdict(float, self.fights), defaultdict(float, self.single), Counter(self.mediators),
            Counter(self.stakes), Counter(self.named), self.anchors, self.day, self.aside, Counter(self.own),
        )


class Canonical:
    """From a name in a report to the party or state that it acts for, over all reports."""

    def __init__(self, entities: Sequence[Entity]) -> None:
        self._by_report: dict[tuple[str, str], str | None] = {}
        self._parties: dict[str, str] = {}
        short = short_names(entities)
        spoken = {e.side for e in entities if e.side and e.side not in (e.name, *e.names) and (e.kind == "group" or e.offices)}
        for entity in entities:
            party = entity.side or (entity.name if entity.kind in ("state", "body") and not entity.name.islower() else None)
            if entity.kind == "place" and party in (entity.name, *entity.names) and party not in spoken:
                party = None  # a town where something happens negotiates nothing; a state that no list knows has somebody who speaks for it
            party = short.get(party, party) if party else None
            reports = {report for report, _ in entity.mentions}
            for name in dict.fromkeys(folded(n) for n in (entity.name, *entity.names)):
                self._by_report.update(((report, name), party) for report in reports)
            for name in (entity.name, *entity.names):
                if entity.kind in ("state", "body") and entity.side in (entity.name, *entity.names):
                    self._parties[folded(name)] = entity.side or entity.name

    def party(self, report: str, name: str) -> str | None:
        """The party that *name* stands or acts for in *report*; None for those who act for nobody."""
        key = folded(name)
        found = self._by_report.get((report, key)) or self._parties.get(key)
        return self._parties.get(folded(found), found) if found else None


def short_names(entities: Iterable[Entity]) -> dict[str, str]:
    """The one word by which a longer body is called too ("Harvani officials" of the Harvani Liberation Front), with that body's name.

    Only where one body alone begins with the word, and is told of more often than the word stands alone; a state's name is no other body's.
    """
    counts: Counter[str] = Counter()
    for entity in entities:
        if entity.kind in ("body", "state"):
            counts[entity.name] += len(entity.mentions)
    states = {e.name for e in entities if e.kind == "state"}
    longer: defaultdict[str, list[str]] = defaultdict(list)
    for name in sorted(counts):
        if " " in name:
            longer[name.split()[0]].append(name)
    return {w: found[0] for w, found in longer.items() if len(found) == 1 and w in counts and w not in states and counts[w] < counts[found[0]]}


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a report's words tell of talks, whoever is who over all reports."""

    anchors: frozenset[str]
    stakes: dict[str, int]
    """Words of what is at stake, by name of the stake."""
    carrying: tuple[int, ...]
    """For each participant how often words beside the name tell of a mediator."""
    firms: tuple[str, ...] = ()
    """Names of bodies that words beside them tell of as a company or an employer."""
    press: tuple[str, ...] = ()
    """Names of bodies that are of the press by their own words, or by the words beside them."""


def evidence(reading: Reading) -> Evidence:
    """The evidence of one report's words."""
    text = re.sub(table("stakes")["blows"], " ", reading.report.text.lower())
    words = Counter(re.findall(r"[a-z][a-z-]+", text))
    stakes = {name: sum(words[w] for w in told) for name, _, told in table("stakes")["rows"]}
    firms = tuple(who.name for who in reading.participants if who.kind == "body" and told_as(reading.report.text, who, table("aside")["firms"]))
    press = tuple(who.name for who in reading.participants if who.kind == "body" and is_press(reading.report.text, who))
    return Evidence(anchors(reading), stakes, tuple(beside(reading.report.text, who) for who in reading.participants), firms, press)


def told_as(text: str, who: Participant, words: str) -> bool:
    """Whether the words before a name, anywhere, match a regular expression."""
    before = re.compile(words)
    return who.name[:1].isupper() and any(before.search(text[max(span.start - 80, 0) : span.start]) for span in who.spans)


def is_press(text: str, who: Participant) -> bool:
    """Whether a body is one of the press."""
    return bool(set(folded(who.name).split()) & set(table("aside")["titles"])) or told_as(text, who, table("aside")["press"])


Party = Callable[[str], str | None]
"""The party that a name stands or acts for in the report that is being looked at; None for those who act for nobody."""


def profile(reading: Reading, party: Party, known: Evidence) -> Profile:
    """What one report says of who talks with whom; *known* is the evidence of its words."""
    out = Profile(reading.report.id, anchors=known.anchors, day=full_day(reading.report.published), stakes=Counter(known.stakes))

    def parties(names: Iterable[str | None]) -> list[str]:
        found = {party(n) for n in names if n} - NOBODY
        return sorted(p for p in found if p is not None) if len(found) > 1 else [p for p in found if p]

    opposed(reading, out, lambda name: parties([name]))
    for event in reading.events:
        weight = TALKS if event.type in table("evidence")["talks"] else CONFLICT if event.type in table("evidence")["conflict"] else 0.0
        actors, targets = parties(event.actors), parties(event.targets)
        hostile = event.type in table("evidence")["hostile"]
        together(out, (actors, targets), weight, hostile=hostile)
        out.own.update((*actors, *targets) if hostile else ())
        if not targets and len(actors) == 2:
            together(out, (actors[:1], actors[1:]), weight, hostile=hostile)
        for carrier in parties(event.through):
            out.mediators[carrier] += 1
    for owed in reading.commitments:
        together(out, (parties([owed.obligor]), parties([owed.obligee])), OWED, hostile=True)
        out.own.update(parties([owed.obligor]))
    for position in reading.positions:
        for holder in parties([position.party]):
            if position.role == "party":
                out.single[holder] += WANTED
                out.own[holder] += 1
            elif position.role.startswith("mediator"):
                out.mediators[holder] += 2
    carriers(reading, party, out, known)
    for paper in parties(known.press):
        if folded(paper) in {folded(n) for n in known.press}:
            out.forget(paper)
    out.aside = frozenset(p for p in parties(known.firms) if folded(p) in {folded(n) for n in known.firms})
    return out


def opposed(reading: Reading, out: Profile, parties: Callable[[str], Sequence[str]]) -> None:
    """Counts a pair for each topic on which one party wants what another answers to: they negotiate about it, whoever carries the words."""
    stances = {(p.topic_key, party, p.stance) for p in reading.positions if p.role == "party" for party in parties(p.party)}
    wanted = {(key, party) for key, party, stance in stances if stance in ASKING}
    answered = {(key, party) for key, party, stance in stances if stance in ANSWERING}
    for _, *pair in {(key, *sorted((a, b))) for key, a in wanted for other, b in answered if key == other and a != b}:
        out.pairs[tuple(pair)] += TALKS


def anchors(reading: Reading) -> frozenset[str]:
    """By what two reports are held to be about one thing: whom and where they name, states left out."""
    named = [p for p in reading.participants if p.kind in ANCHORS and p.name[:1].isupper()]
    return frozenset(parts(p.name)[-1] if p.kind == "person" else folded(p.name) for p in named)


def together(out: Profile, sides: tuple[Sequence[str], Sequence[str]], weight: float, *, hostile: bool) -> None:
    """Counts *weight* for every pair of one of each side, and for each alone; *hostile* is what only opponents do."""
    for party in {*sides[0], *sides[1]}:
        out.single[party] += weight / 2
    for a in sides[0]:
        for b in sides[1]:
            if a != b:
                pair = tuple(sorted((a, b)))
                out.pairs[pair] += weight
                if hostile:
                    out.fights[pair] += weight


def full_day(published: str | None) -> dt.date | None:
    """A printed date that is a whole day."""
    return dt.date.fromisoformat(published) if published and re.fullmatch(r"\d{4}-\d\d-\d\d", published) else None


def beside(text: str, who: Participant) -> int:
    """How often words beside a name tell of a mediator."""
    behind, before = re.compile(table("carrying")["behind"]), re.compile(table("carrying")["before"])
    named = (span for span in who.spans if span.of(text)[:1].isupper())
    return sum(behind.match(text, span.end) is not None or before.search(text[max(span.start - 80, 0) : span.start]) is not None for span in named)


def carriers(reading: Reading, party: Party, out: Profile, known: Evidence) -> None:
    """Counts who is named, and who is told of as a mediator, by office or by the words beside the name."""
    for who, times in zip(reading.participants, known.carrying, strict=True):
        acts_for = party(who.name) or (who.side if who.kind == "group" else None)
        if acts_for is None or who.kind in ("outlet", "place"):
            continue
        out.named[acts_for] += len(who.spans)
        if who.office and set(who.office.lower().split()) & set(table("carrying")["offices"]):
            out.mediators[acts_for] += 2
        if times:
            out.mediators[acts_for] += times


def staked(found: Profile) -> str | None:
    """The group of what is at stake in a report; None where too few words tell of any."""
    return most_staked(tuple(found.stakes[name] for name, _, _ in table("stakes")["rows"]))


@lru_cache(65536)
def most_staked(counts: tuple[int, ...]) -> str | None:
    """The same for the counts of the words of each stake, in the order of negotiations.toml: many reports have the same."""
    groups: Counter[str] = Counter()
    for (_, group, _), count in zip(table("stakes")["rows"], counts, strict=True):
        groups[group] += count
    best, most = max(groups.items(), key=lambda row: (row[1], row[0]))
    return best if most >= STAKED else None
