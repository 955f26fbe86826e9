"""What events tell of captives: who was taken, released, exchanged, rescued, killed, by name as a target."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.reconcile.parties import party_name
from onrecord.reconcile.roster.settings import book
from onrecord.reconcile.roster.told import Told, named, person_of
from onrecord.reconcile.standing import Standing
from onrecord.types import CaptiveStatus, EventMention, Factuality, Participant, Statement

BODY = re.compile(r"^(?:the )?(?:body|bodies|remains|corpses?|coffins?) of (.+)$|^(.+?)['’]s? (?:body|remains|corpse|coffin)$", re.I)

ASKED = re.compile(r"(?<!\bto)(?<!\bwill)(?<!\bwould)(?<!\bcould)(?<!\bmay)(?<!\bmight)(?<!\bmust)(?<!\bshould)(?<!\bcan)(?<!\bnot) be $")


def from_events(standing: Standing, report: str) -> Iterator[Told]:
    """Every telling that the event mentions of a report give."""
    for statement in standing.scene.of_report(report, "events"):
        item = statement.item
        if isinstance(item, EventMention) and not statement.in_caption and item.targets:
            yield from of_mention(standing, statement, item)


def of_mention(standing: Standing, statement: Statement, item: EventMention) -> Iterator[Told]:
    """The tellings of one mention: one for each named person among its targets."""
    scene, report = standing.scene, statement.report
    words = standing.words(report, statement.span, statement.id)
    people = {p.name: p for p in scene.reading_of(statement.report).participants if named(p)}
    if not people:
        return
    for target in item.targets:
        for who, bodily in meant(target, people):
            status = status_of(statement, item, bodily=bodily)
            if status is not None and stands_in(standing, statement, who):
                who_took = taker(standing, statement, item) if status == "taken" else None
                date, mood = statement.date, factuality_of(statement, item)
                yield Told(person_of(scene, report, who), status, mood, words, date, statement.published, statement.chain, who_took)


def meant(target: str, people: dict[str, Participant]) -> Iterator[tuple[Participant, bool]]:
    """The persons that a target names, and whether only their bodies are meant."""
    if target in people:
        yield people[target], False
        return
    found = BODY.match(target)
    if found is not None:
        told = found[1] or found[2]
        yield from ((who, True) for name, who in people.items() if re.search(rf"\b{re.escape(name)}\b", told))


def status_of(statement: Statement, item: EventMention, *, bodily: bool) -> CaptiveStatus | None:
    """What the event says of its target; None where it says nothing of a captive."""
    if bodily:
        return "body_returned" if item.type in ("release", "exchange", "rescue", "message", "other") else None
    found: CaptiveStatus | None = book()["events"].get(item.type)
    trigger = statement.quote[item.trigger_span.start - item.span.start : item.trigger_span.end - item.span.start].lower()
    if found == "taken" and trigger in book()["holding"]["words"]:
        return "held"
    if found is not None:
        return found
    return "said_dead" if item.type in ("attack", "operation", "other") and any(w in trigger for w in book()["killing"]["words"]) else None


def stands_in(standing: Standing, statement: Statement, who: Participant) -> bool:
    """Whether the sentence around a mention tells of the person otherwise than as the one who says it."""
    reading = standing.scene.reading_of(statement.report)
    text = reading.report.text
    start = max((text.rfind(end, 0, statement.span.start) for end in (". ", "\n", "” ", '" ')), default=-1) + 1
    saying = [s for a in reading.attributions for s in a.source_spans]
    return any(start <= s.start < statement.span.end and not any(other.holds(s) for other in saying) for s in who.spans)


def factuality_of(statement: Statement, item: EventMention) -> Factuality:
    """As the mention has it; a bare "be released" that nothing governs in its own words is what somebody asks for."""
    before = statement.quote[: item.trigger_span.start - item.span.start]
    return "called_for" if item.factuality == "happened" and ASKED.search(before) else item.factuality


def taker(standing: Standing, statement: Statement, item: EventMention) -> str | None:
    """Who took them: the first doer whom the mention's own words name; one that only the story around suggests is not said."""
    reading = standing.scene.reading_of(statement.report)
    for name in item.actors:
        spans = (s for p in reading.participants if p.name == name for s in p.spans)
        if any(statement.span.holds(s) for s in spans):
            return party_name(standing.scene, statement.report, name)
    return None
