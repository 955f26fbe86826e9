"""What shows a way in use: messages, proposals, calls, meetings and visits, each with those it goes through."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import Literal

from onrecord.reconcile.channels.nodes import nodes, owner
from onrecord.reconcile.channels.settings import book, words
from onrecord.reconcile.standing import Standing
from onrecord.types import EventMention, Interval, Link, Negotiation, Span, Statement, Words

Kind = Literal["message", "meeting", "call", "visit", "proposal", "remark"]
State = Literal["used", "planned", "denied"]
STATES: dict[str, State] = {"happened": "used", "ongoing": "used", "planned": "planned", "denied": "denied"}
"""What is only possible, asked for or on a condition shows no way, unless it is told as what is done each time ("who in turn deliver")."""
NEXT = 300
"""Characters between two messages of which the second takes the first one further."""


@dataclass(frozen=True, slots=True)
class Use:
    """One way as one place in a report shows it."""

    path: tuple[str, ...]
    kind: Kind
    state: State
    words: Words
    date: Interval | None
    published: Interval | None
    chain: tuple[Link, ...]
    both: bool = False

    @property
    def direct(self) -> bool:
        """Whether two meet with nobody between, so that both must be of some talks."""
        return self.both and len(self.path) == 2


def from_events(standing: Standing, report: str) -> Iterator[Use]:
    """Every use that an event mention of a report shows, of whatever talks."""
    told = [
        s for s in standing.scene.of_report(report, "events")
        if isinstance(s.item, EventMention) and s.item.type in book()["events"] and not s.in_caption
    ]
    for statement in sorted(told, key=lambda s: (s.span, s.id)):
        yield from of_mention(standing, statement)


def of_mention(standing: Standing, statement: Statement) -> Iterator[Use]:
    """The ways that one mention shows."""
    item = statement.item
    assert isinstance(item, EventMention)
    kind: Kind = book()["events"][item.type]
    state = STATES.get(item.factuality)
    if state is None and item.factuality == "possible" and words("onward").search(statement.quote):
        state = "used"
    if state is None or (item.type in ("demand", "accept", "reject") and not item.through) or words("press").search(statement.quote):
        return
    if kind == "call" and words("spoken_of").search(statement.quote):
        return  # what is spoken of, not with whom
    senders = meant(standing, statement, item.actors)
    receivers = meant(standing, statement, item.targets, senders[0] if senders else None)
    between: list[str | None] = [*meant(standing, statement, item.through)]
    talks = negotiation(standing, statement.report)
    carrying = words("carrying").search(statement.quote) is not None
    if carrying and words("offered").search(statement.quote):
        state = "planned"
    if senders and not receivers and carrying:
        receivers, between, senders, kind = *carried(talks, senders), "message"
    if kind in two_sided() and len(senders) > 1 and not receivers:
        senders, receivers = senders[:1], senders[1:]
    both = kind in two_sided() or bool(between and carrying)
    shown = standing.words(statement.report, statement.span, statement.id)
    for sender, receiver, middle in product(senders, receivers, between or [None]):
        path = (sender, *((middle,) if middle else ()), receiver)
        if whole_way(path):
            yield Use(path, kind, state, shown, statement.date, statement.published, statement.chain, both)


def meant(standing: Standing, statement: Statement, names: Sequence[str], beside: str | None = None) -> list[str]:
    """The nodes that participants stand for, each once; "both sides" are the parties of the talks."""
    talks = negotiation(standing, statement.report)
    found: dict[str, None] = {}
    for name in names:
        everybody = talks.parties if talks is not None and words("everybody").fullmatch(name) else ()
        found.update(dict.fromkeys(everybody or nodes(standing.scene, statement.report, name, beside)))
    return list(found)


def two_sided() -> list[str]:
    """Kinds of use that have no direction."""
    return list(book()["two_sided"]["words"])


def negotiation(standing: Standing, report: str) -> Negotiation | None:
    """The one negotiation of a report."""
    identity = standing.scene.negotiation_of(report)
    return next((n for n in standing.scene.negotiations if n.id == identity), None)


def carried(talks: Negotiation | None, carriers: list[str]) -> tuple[list[str], list[str | None], list[str]]:
    """(receivers, those between, senders) of what somebody carries between the parties of the talks; nothing where these are not two."""
    if talks is None or len(talks.parties) != 2:
        return [], [], []
    between: list[str | None] = [c for c in carriers if owner(c) not in talks.parties]
    return ([talks.parties[1]], between, [talks.parties[0]]) if between else ([], [], [])


def whole_way(path: tuple[str, ...]) -> bool:
    """Whether a way leads from one to another and passes nobody twice."""
    return len(set(path)) == len(path) > 1


def of_talks(standing: Standing, report: str, path: tuple[str, ...]) -> bool:
    """Whether somebody on the way is a party or mediator of the report's negotiation."""
    talks = negotiation(standing, report)
    return talks is None or any(owner(n) in (*talks.parties, *talks.mediators) for n in path)


def among_talks(standing: Standing, found: Iterable[Use]) -> Iterator[Use]:
    """Those uses that are of some talks."""
    everybody = {name for n in standing.scene.negotiations for name in (*n.parties, *n.mediators)}
    carried = any(n.mediators for n in standing.scene.negotiations)
    for use in found:
        if all(owner(n) in everybody for n in use.path) if use.direct and carried else of_talks(standing, use.words.report, use.path):
            yield use


def onward(standing: Standing, found: Sequence[Use]) -> Iterator[Use]:
    """Ways made of two messages of one report, where the second is told to take the first one further."""
    ordered = sorted((u for u in found if not u.both and u.state == "used"), key=lambda u: (u.words.report, u.words.span, u.path))
    for number, one in enumerate(ordered):
        for two in ordered[number + 1 :]:
            if two.words.report != one.words.report or two.words.span.start - one.words.span.end > NEXT:
                break
            stretch = Span(one.words.span.start, max(one.words.span.end, two.words.span.end))
            joint = two.path[0] if two.path[0] == one.path[-1] else None
            if joint is None and owner(two.path[0]) == one.path[-1]:
                joint = two.path[0]
            path = (*one.path[:-1], two.path[0], *two.path[1:])
            if joint is None or one.words.span.holds(two.words.span) or not whole_way(path):
                continue
            if not words("onward").search(stretch.of(standing.scene.reading_of(one.words.report).report.text)):
                continue
            yield replace(two, path=path, words=standing.words(one.words.report, stretch), date=one.date or two.date)
