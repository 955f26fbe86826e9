"""Who owes what a report tells, where its own words leave it to somebody who cannot.

Who only carries between two parties releases nobody and breaks no truce of theirs; a heading owes nothing. Of a negotiation of two, captives are
the side's to free that took them, prisoners the other's, and an army is the state's. What nothing decides is left as it was read.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from onrecord.reconcile.parties import account_of, negotiation_with, party_name, side_of
from onrecord.reconcile.scene import Scene
from onrecord.types import Commitment, EventMention, Figure, Negotiation, Statement

UNITS = {"hostages": "captives", "prisoners": "prisoners"}
HOLDING = ("taken", "held")
CLEARLY = 2
"""How many times the other party's count the count of who holds the captives must reach."""


@cache
def told_by(name: str) -> re.Pattern[str]:
    """The pattern of owing.toml that is called *name*."""
    book = tomllib.loads((files("onrecord.reconcile") / "lexicons" / "owing.toml").read_text(encoding="utf-8"))
    return re.compile(book[name]["words"])


@dataclass(slots=True)
class Owing:
    """Looks up who owes; what was worked out of a negotiation is kept."""

    scene: Scene
    captors: dict[str, str | None] = field(default_factory=dict)
    """By negotiation: whom the reports tell of as taking or holding captives."""
    states: set[str] = field(default_factory=set)
    """The names by which states are parties."""

    def __post_init__(self) -> None:
        self.states = {e.side or e.name for e in self.scene.entities if e.kind == "state"}

    def obligor(self, statement: Statement) -> str:
        """The party that owes, over all reports."""
        item = statement.item
        assert isinstance(item, Commitment)
        name = party_name(self.scene, statement.report, item.obligor)
        pair = self.pair(statement)
        if pair is None:
            return name
        if " and " in name:
            return " and ".join(pair.parties) if set(name.split(" and ")) & set(pair.mediators) else name
        if self.blames_itself(statement, name, pair):
            return other(pair, name) or name
        unsure = not self.named(statement, name) if name in pair.parties else self.may_not(statement, item.obligor, name, pair)
        return (self.able(statement, item, pair) if unsure else None) or name

    def obligee(self, statement: Statement, obligor: str) -> str | None:
        """To whom it is owed: as read, and where that is none of two parties the other of them; nobody for what both owe each other."""
        item = statement.item
        assert isinstance(item, Commitment)
        pair = self.pair(statement)
        if " and " in obligor:
            return None
        told = party_name(self.scene, statement.report, item.obligee) if item.obligee else None
        if pair is None or obligor not in pair.parties or (told in pair.parties and told != obligor):
            return told if told != obligor else None
        return other(pair, obligor)

    def pair(self, statement: Statement) -> Negotiation | None:
        """The negotiation of a statement where it is one of two parties."""
        found = negotiation_with(self.scene, statement.report)
        return found if found is not None and len(found.parties) == 2 else None

    def may_not(self, statement: Statement, written: str, name: str, pair: Negotiation) -> bool:
        """Whether somebody only carries, or is a description of the report that was joined to nobody."""
        known = self.scene.entity(statement.report, written)
        return name in pair.mediators or known is None or (known.kind == "group" and known.side is None)

    def named(self, statement: Statement, party: str) -> bool:
        """Whether the words of a statement name a party, or somebody who acts for it."""
        people = self.scene.reading_of(statement.report).participants
        inside = (who for who in people if any(statement.span.holds(span) for span in who.spans))
        return any(party_name(self.scene, statement.report, who.name) == party for who in inside)

    def blames_itself(self, statement: Statement, name: str, pair: Negotiation) -> bool:
        """Whether a breach was read as the speaker's own, though no word says so ("they had gone back on a deal", a ministry said): it is the other's."""
        item = statement.item
        assert isinstance(item, Commitment)
        if item.account != "breached" or name not in pair.parties or side_of(self.scene, statement) != name or told_by("own").search(statement.quote):
            return False
        speakers = {n for link in statement.chain for n in (link.source, link.resolved)}
        people = self.scene.reading_of(statement.report).participants
        spoken = [span for who in people if who.name in speakers for span in who.spans]
        theirs = (who for who in people if who.name not in speakers and party_name(self.scene, statement.report, who.name) == name)
        return not any(statement.span.holds(span) and not any(s.holds(span) for s in spoken) for who in theirs for span in who.spans)

    def whom(self, statement: Statement) -> str | None:
        """Whether captives or prisoners are freed: by the nouns of the words, else by the unit of a figure in them."""
        item = statement.item
        assert isinstance(item, Commitment)
        for words in (item.what, statement.quote):
            if bool(told_by("captives").search(words)) != bool(told_by("prisoners").search(words)):
                return "captives" if told_by("captives").search(words) else "prisoners"
        figures = (s.item for s in self.scene.of_report(statement.report, "figures") if statement.span.holds(s.span))
        units = {f.unit for f in figures if isinstance(f, Figure) and f.unit in UNITS}
        return UNITS[units.pop()] if len(units) == 1 else None

    def able(self, statement: Statement, item: Commitment, pair: Negotiation) -> str | None:
        """Which of the two can have owed it."""
        words = f"{item.what} {statement.quote}"
        if told_by("freeing").search(words):
            captor, whom = self.captor(pair), self.whom(statement)
            if captor is None or whom is None:
                return None
            return captor if whom == "captives" else other(pair, captor)
        state = self.state(pair)
        if state is None:
            return None
        told = statement.quote.replace(item.what, " ")
        return state if told_by("arms").search(told) else other(pair, state) if told_by("fighters").search(told) else None

    def captor(self, pair: Negotiation) -> str | None:
        """The one of two parties that the reports tell of as taking or holding captives, clearly more often than the other."""
        if pair.id not in self.captors:
            self.captors.update(captors_of(self.scene))
        return self.captors[pair.id]

    def state(self, pair: Negotiation) -> str | None:
        """The one of two parties that is a state, where the other is none."""
        found = [p for p in pair.parties if p in self.states]
        return found[0] if len(found) == 1 else None


def captors_of(scene: Scene) -> dict[str, str | None]:
    """For each negotiation the party that its reports tell of as taking or holding captives, clearly more often than any other; None where none is."""
    told = dict(zip(scene.reports, scene.each("who takes or holds", tuple[str, ...], lambda report: tuple(holders(scene, report))), strict=True))
    found: dict[str, str | None] = {}
    for pair in scene.negotiations:
        counts = Counter(p for report in dict.fromkeys(pair.reports) for p in told.get(report, ()) if p in pair.parties)
        ranked = sorted(counts.items(), key=lambda row: (-row[1], row[0]))[:2]
        clear = len(ranked) == 1 or (len(ranked) == 2 and ranked[0][1] >= CLEARLY * ranked[1][1])
        found[pair.id] = ranked[0][0] if ranked and clear else None
    return found


def holders(scene: Scene, report: str) -> Iterator[str]:
    """Whoever takes or holds people by the words of a report, once for each time."""
    for statement in scene.said.get(report, ()):
        item = statement.item
        if isinstance(item, EventMention) and item.type == "capture" and item.factuality == "happened":
            yield from (party_name(scene, report, a) for a in item.actors if a not in item.supplied)
        elif isinstance(item, Figure) and item.measure in HOLDING and item.whose and item.unit != "prisoners":
            yield party_name(scene, report, item.whose)


def other(pair: Negotiation, party: str) -> str | None:
    """The other of two parties."""
    return next((p for p in pair.parties if p != party), None)


def mutual_blame(scene: Scene, statement: Statement, obligor: str) -> tuple[tuple[str, str], ...]:
    """(who broke it, by whose account) for "each side accused the other"; empty for everything else."""
    pair = negotiation_with(scene, statement.report)
    item = statement.item
    assert isinstance(item, Commitment)
    if pair is None or item.account != "disputed" or not told_by("blamed").search(statement.quote):
        return ()
    if statement.chain and account_of(scene, statement) in pair.parties:
        return ()
    both = obligor.split(" and ")
    return ((both[0], both[1]), (both[1], both[0])) if len(both) == 2 and set(both) == set(pair.parties) else ()
