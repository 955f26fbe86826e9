"""Who owes what a rule in a sentence asks for, where no commitment was read there."""

from __future__ import annotations

import re

from onrecord.reconcile.agreements.settings import any_of, book
from onrecord.reconcile.parties import party_name
from onrecord.reconcile.standing import Standing
from onrecord.types import EventMention, Span

PASSIVE = re.compile(r" (?:\w+ )?be\b")
DOING = ("release", "exchange", "message", "other")
CLAUSE = re.compile(r"[,;:]")
"""What between a duty and a number shows that the number stands in another clause."""
REACH = 25
"""Characters between a party and the duty that it is the subject of, at most."""


def obligor_of(standing: Standing, report: str, place: Span, around: tuple[Span, tuple[str, ...]]) -> str:
    """The one doer of the event at *place*, else the party named last before a word of duty; "" where the words tell of none.

    *around* is the sentence, and the parties who may owe (none: anybody).
    """
    scene = standing.scene
    sentence, parties = around
    for statement in standing.by_report.get(report, ()):
        item = statement.item
        if isinstance(item, EventMention) and len(item.actors) == 1 and statement.span.overlaps(place) and item.type in DOING:
            named = party_name(scene, report, item.actors[0])
            if within(standing, report, item.actors[0], sentence) and (not parties or named in parties):
                return named
    text = scene.reading_of(report).report.text
    duty = max(any_of(book()["binding"]["duty"]).finditer(text, sentence.start, place.start), key=lambda m: m.start(), default=None)
    if duty is None or PASSIVE.match(text, duty.end()) or CLAUSE.search(text, duty.end(), place.start):
        return ""
    near = [
        (span.end, p.name) for p in scene.reading_of(report).participants for span in p.spans
        if sentence.start <= span.start and span.end <= duty.start() and duty.start() - span.end <= REACH
    ]
    found = party_name(scene, report, max(near)[1]) if near else ""
    return found if not parties or found in parties else ""


def within(standing: Standing, report: str, name: str, sentence: Span) -> bool:
    """Whether *name*, or the one it stands for, is mentioned in the sentence."""
    people = standing.scene.reading_of(report).participants
    return any(p.name == name and any(sentence.holds(s) for s in p.spans) for p in people) or bool(
        re.search(re.escape(name), sentence.of(standing.scene.reading_of(report).report.text))
    )
