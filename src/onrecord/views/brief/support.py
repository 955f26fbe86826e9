"""What rests on too little for the brief: left to the detailed pages, and counted there."""

from __future__ import annotations

import re
from collections.abc import Iterable

from onrecord.reconcile.events.worded import INFINITIVE, bears
from onrecord.reconcile.owing import told_by
from onrecord.types import CommitmentLine, Dispute, Event, EventMention, Figure, Snapshot, Span, Statement

DIFFERENCES = ("conflict", "update")
"""Kinds of disputes that are told differently; the others only look so."""
NAMED_ALONE = frozenset({"truce_start", "agree"})
"""Types of events that a noun alone may be taken for."""
FREEING = frozenset({"release", "rescue", "exchange"})
FREED = frozenset({"released", "rescued", "freed"})
WORD = re.compile(r"\w{3,}")
ANSWERS = frozenset({"accept", "reject", "agree"})
"""Types of which a plan without a day says only what somebody might answer."""


def owed(snapshot: Snapshot, line: CommitmentLine) -> bool:
    """Whether somebody says that it was owed or broken, or was done as agreed: a thing done of which nobody says so is an event and no more."""
    return any(not account.startswith("kept") or names_agreement(snapshot, identity) for identity, account, _ in line.accounts)


def names_agreement(snapshot: Snapshot, identity: str) -> bool:
    """Whether the words of a statement name an agreement."""
    statement = snapshot.statements.get(identity)
    return statement is not None and told_by("agreement").search(statement.quote) is not None


def differs(snapshot: Snapshot, dispute: Dispute) -> bool:
    """Whether two accounts differ: a later count is none, one report in one voice corrects itself or counts different things, and its own voice on the
    talks sums up others."""
    if dispute.kind not in DIFFERENCES or (dispute.about == "figure" and dispute.kind == "update"):
        return False
    voices = voices_of(snapshot, (i for _, identities in dispute.sides for i in identities))
    if len({report for report, _ in voices}) > 1 or dispute.about not in ("figure", "status"):
        return True
    return len(voices) > 1 and (dispute.about == "figure" or all(voice for _, voice in voices))


def several_voices(snapshot: Snapshot, statements: Iterable[str]) -> bool:
    """Whether figures are of more than one report, or of more than one account in it."""
    return len(voices_of(snapshot, statements)) > 1


def voices_of(snapshot: Snapshot, statements: Iterable[str]) -> set[tuple[str, str]]:
    """(report, who says so in it) of statements; an empty name for a report's own voice."""
    found = (s for i in statements if (s := snapshot.statements.get(i)))
    return {(s.report, s.chain[-1].resolved if s.chain else "") for s in found}


def announced(event: Event) -> bool:
    """Whether a plan is news of what comes next: it has a day, or is a deed and no answer."""
    return event.date is not None or event.type not in ANSWERS


def borne_out(snapshot: Snapshot, event: Event) -> bool:
    """Whether the words of some account say what the event is taken for: a truce or a deal that is only named was not begun or made by that,
    and "to free the captives" tells of an aim."""
    told = [s for i in event.statements if (s := snapshot.statements.get(i))]
    if all(INFINITIVE.match(s.quote) for s in told):
        return False
    return event.type not in NAMED_ALONE or any(isinstance(s.item, EventMention) and bears(s.item.type, s.quote) for s in told)


def sums(snapshot: Snapshot) -> frozenset[str]:
    """Ids of the events that only sum up others: people set free, by nobody who is named and from no day on, all in words that count them ("112 have been
    freed"). Their counts stand among the figures."""
    counted: dict[str, list[Span]] = {}
    for statement in snapshot.statements.values():
        if isinstance(statement.item, Figure) and statement.item.measure in FREED:
            counted.setdefault(statement.report, []).append(statement.span)

    def counts(statement: Statement) -> bool:
        item = statement.item
        named = isinstance(item, EventMention) and set(item.actors) - set(item.supplied)
        return not named and any(statement.span.overlaps(span) for span in counted.get(statement.report, ()))

    open_ended = (e for e in snapshot.derived.events if e.type in FREEING and (e.date is None or e.date.first is None))
    return frozenset(e.id for e in open_ended if all(counts(s) for i in e.statements if (s := snapshot.statements.get(i))))


def best_told(snapshot: Snapshot, event: Event) -> tuple[str, ...]:
    """The statements of an event, those first that share most words with its title: its title rests on one of them."""
    wanted = words_of(event.title)
    shared = {i: len(wanted & words_of(s.quote)) for i in event.statements if (s := snapshot.statements.get(i))}
    return tuple(sorted(event.statements, key=lambda i: -shared.get(i, 0)))


def words_of(text: str) -> set[str]:
    """The words of a text, cut to a stem of five letters so that "rescue" meets "rescued"."""
    return {w.casefold()[:5] for w in WORD.findall(text)}
