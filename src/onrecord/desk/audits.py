"""Audits kept in the record: the sample that was drawn, and each answer as a judgement of the layer `audit`, so that it goes on where it was left."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace

from onrecord.desk.auditing import ACCEPT, REJECT, Place, Sample, checked, draw
from onrecord.desk.deciding import Changed, Decision, anchored
from onrecord.errors import InputError
from onrecord.reconcile.judged import standing
from onrecord.record import Record, queries
from onrecord.record.codec import to_json
from onrecord.record.judgements import append, judgements
from onrecord.types import Judgement

LAYER = "audit"
"""The layer of a judgement that holds a sample or an answer."""
WHY = "audit of a sample"
CONTEXT = 60
"""Characters on each side of the words that are kept with an answer."""


@dataclass(frozen=True, slots=True)
class Audit:
    """One sample with the answers so far."""

    id: str
    who: str
    when: dt.datetime
    sample: Sample
    places: tuple[Place, ...]
    reports: dict[str, str]
    """Id of each report by the name that its places give it."""

    @property
    def answered(self) -> int:
        """How many places have an answer."""
        return sum(1 for p in self.places if p.answer)

    @property
    def next(self) -> int | None:
        """Number of the first place without an answer, from 1; None where all have one."""
        return next((n for n, p in enumerate(self.places, 1) if not p.answer), None)


def start(record: Record, sample: Sample, *, who: str, when: dt.datetime) -> str:
    """Draws a sample and keeps it; its id. InputError where the record has nothing to look at."""
    places = draw(record, sample)
    if not places:
        raise InputError(f"{record.path}: no statement and no sentence to look at; add reports first")
    names = queries.unique_names(record)
    reports = {name: identity for identity, name in names.items() if name in {p.report for p in places}}
    value = to_json({"sample": asdict(sample), "places": [asdict(p) for p in places], "reports": reports})
    identity = hashlib.sha256(f"{who}\x1f{when.isoformat()}\x1f{value}".encode("utf-8", "surrogatepass")).hexdigest()[:24]
    append(record, Judgement("", "code", identity, who, when, WHY, LAYER, value=value))
    return identity


def audits(record: Record) -> tuple[Audit, ...]:
    """All audits in the order in which they were begun, with the answers that stand; a later answer at a place wins over an earlier."""
    found: dict[str, Audit] = {}
    for judgement in standing(judgements(record)):
        if judgement.layer != LAYER:
            continue
        value = json.loads(judgement.value or "{}")
        if "places" in value:
            sample = Sample(value["sample"]["size"], value["sample"]["seed"], tuple(value["sample"]["layers"]))
            places = tuple(Place(**p) for p in value["places"])
            found[judgement.target] = Audit(judgement.target, judgement.who, judgement.when, sample, places, value["reports"])
        elif judgement.target in found:
            found[judgement.target] = with_answer(found[judgement.target], value, judgement.why)
    return tuple(found.values())


def with_answer(audit: Audit, value: dict[str, object], note: str) -> Audit:
    """The audit with one answer more."""
    at = int(str(value["place"])) - 1
    made = replace(audit.places[at], answer=str(value["answer"]), missed=str(value["missed"]), note=note)
    return replace(audit, places=(*audit.places[:at], made, *audit.places[at + 1 :]))


def audit(record: Record, identity: str) -> Audit:
    """The audit with this id; KeyError for none."""
    return {a.id: a for a in audits(record)}[identity]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a person says of one place."""

    place: int
    """Its number, from 1."""
    answer: str
    missed: str = ""
    note: str = ""
    seen: str | None = None
    """Id of the last judgement that the person could see; None where nobody can have answered in between."""


def answer(record: Record, identity: str, given: Answer, *, who: str, when: dt.datetime) -> Judgement:
    """Keeps an answer; InputError for one that does not fit, KeyError for an audit or place that is not there, Changed where somebody was faster."""
    found = audit(record, identity)
    if not 1 <= given.place <= len(found.places):
        raise KeyError(given.place)
    if not given.answer:
        raise InputError("nothing was answered; accept or reject a statement, say none or what was missed at a sentence")
    place = checked(replace(found.places[given.place - 1], answer=given.answer, missed=given.missed), f"place {given.place}")
    report = found.reports[place.report]
    around = queries.report(record, report).text[max(0, place.start - CONTEXT) : place.end + CONTEXT]
    context = json.dumps({"report": report, "start": place.start, "end": place.end, "words": around}, ensure_ascii=False)
    value = to_json({"place": given.place, "answer": place.answer, "missed": place.missed})
    judgement = Judgement("", "code", identity, who, when, given.note, LAYER, place.words, context, value)
    return append(record, judgement, unless=None if given.seen is None else lambda before: unanswered(before, identity, given))


def unanswered(before: Sequence[Judgement], identity: str, given: Answer) -> None:
    """Raises Changed where *before* holds answers at the same place that are later than the judgement that was seen."""
    at = next((n for n, j in enumerate(before, 1) if j.id == given.seen), 0)
    later = [j for j in before[at:] if j.layer == LAYER and j.target == identity and json.loads(j.value or "{}").get("place") == given.place]
    if later:
        raise Changed(later)


def keep(record: Record, places: Sequence[Place], *, who: str, when: dt.datetime) -> tuple[int, int]:
    """Makes decisions of the accepted and rejected statements, none twice; how many, and how many are no longer in the record. Nothing is derived here."""
    decided = {(j.target, j.action) for j in standing(judgements(record)) if j.who == who and j.why.startswith(WHY)}
    there = queries.statements_by_id(record, [p.id for p in places if p.id])
    made = gone = 0
    for place in places:
        if place.id not in there:
            gone += bool(place.id and place.answer)
        elif place.answer in (ACCEPT, REJECT) and (place.id, place.answer) not in decided:
            why = f"{WHY}: {place.note}" if place.note else WHY
            decision = Decision(action="accept" if place.answer == ACCEPT else "reject", target=place.id, who=who, why=why)
            append(record, replace(anchored(record, decision, when), who=who, why=why))
            made += 1
    return made, gone
