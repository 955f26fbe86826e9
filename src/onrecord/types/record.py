"""What the record holds: statements with calendar dates, and what reconciling derives from them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from onrecord.types.agreements import Agreement
from onrecord.types.channels import Channel
from onrecord.types.entity import Entity
from onrecord.types.ledger import UNCOUNTED, Ledger, Origins
from onrecord.types.proposals import ProposalLine
from onrecord.types.reading import EventType, Factuality, Item, Layer, SourceClass, Stance, TalksStatus
from onrecord.types.report import Interval, Span
from onrecord.types.roster import RosterLine
from onrecord.types.versions import Withdrawn


@dataclass(frozen=True, slots=True)
class ReportDate:
    """When a report was published, as an interval with its derivation in words."""

    report: str
    published: Interval | None
    basis: Literal["printed", "given", "metadata", "url", "inferred", "unknown"]
    reason: str
    constraints: tuple[str, ...] = ()
    """The constraints that are tight, each a sentence with the words it rests on."""
    contradicted: str | None = None
    """What in the content speaks against a printed date, in words; None where nothing does."""
    likely: Interval | None = None
    """Days within which it was likely printed, since dated reports of the same matter were: shown, never used; None where that tells no more."""
    likely_reason: str = ""
    """Which reports those are, in words."""


@dataclass(frozen=True, slots=True)
class Link:
    """One attribution of a chain."""

    attribution: str
    """Statement id of the attribution."""
    source: str
    resolved: str
    source_class: SourceClass
    side: str | None
    cue: str
    cue_class: str
    access: str | None = None
    audience: str | None = None
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing that one report says at one span, ready to be compared with what others say."""

    id: str
    """Hash of report, layer, span and what is said there before any date is resolved."""
    report: str
    layer: Layer
    local: str
    """The item's id within its reading ("f3")."""
    item: Item
    span: Span
    quote: str
    date: Interval | None
    """When it happened, held or is due; None when the report does not tell."""
    published: Interval | None
    """When its report was published."""
    chain: tuple[Link, ...] = ()
    """The attributions around it, outermost first; empty is the report's own voice."""
    date_reason: str = ""
    in_opinion: bool = False
    in_caption: bool = False
    in_title: bool = False


@dataclass(frozen=True, slots=True)
class OriginLink:
    """An edge of the origin graph: where a report's content came from."""

    report: str
    other: str
    """A report's id, or the name of an outlet, statement or agency that is not in the record."""
    kind: Literal["copy", "rewrite", "update", "corrects", "cites", "quotes", "wire", "tracker"]
    score: float
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Negotiation:
    """Parties × what is at stake × time; the scope of every ledger, agreement and brief."""

    id: str
    name: str
    parties: tuple[str, ...]
    mediators: tuple[str, ...] = ()
    stake: str | None = None
    reports: tuple[str, ...] = ()
    dates: Interval | None = None
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """What happened in the world, put together from mentions; every account is kept in *statements*."""

    id: str
    type: EventType
    title: str
    """One line for a person, made of the event's own fields and words."""
    date: Interval | None
    factuality: Factuality
    actors: tuple[str, ...]
    targets: tuple[str, ...]
    statements: tuple[str, ...]
    types: tuple[str, ...] = ()
    through: tuple[str, ...] = ()
    place: str | None = None
    negotiation: str | None = None
    origins: Origins = UNCOUNTED
    differs: tuple[str, ...] = ()
    """The points on which its accounts differ, in words."""
    reasons: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    """Ids of events that the reports put before this one."""
    salience: float = 0.0
    """How much a reader needs it, in [0, 1]: type, factuality, how many reports and figures rest on it."""


@dataclass(frozen=True, slots=True)
class PositionPoint:
    """One point of a party's stance on a topic."""

    statement: str
    stance: Stance
    date: Interval | None
    told_by: Literal["own", "other_side", "mediator", "outlet", "other"]


@dataclass(frozen=True, slots=True)
class PositionLine:
    """What one party holds on one topic, with its history; the last point is the current stance."""

    id: str
    party: str
    topic: str
    topic_key: str
    stance: Stance
    points: tuple[PositionPoint, ...]
    negotiation: str | None = None
    role: str = "party"
    moved: str | None = None
    """How the stance moved, in words; None while it did not."""
    origins: Origins = UNCOUNTED
    first_told: Interval | None = None
    """When the first of its reports was published."""
    last_told: Interval | None = None
    """When the last was."""
    silent: int | None = None
    """Days from the last report that tells of it to the last report of its negotiation; None where either has no date. Silence is no change."""


@dataclass(frozen=True, slots=True)
class ProposedScore:
    """How far a commitment was kept, proposed to a coder: 0 none, 1 minimal, 2 intermediate, 3 full (Peace Accords Matrix); no finding."""

    low: int
    high: int
    """Above *low* where accounts differ."""
    reasons: tuple[str, ...]
    evidence: tuple[str, ...] = ()
    """Ids of the statements that speak for it."""


@dataclass(frozen=True, slots=True)
class CommitmentLine:
    """One thing owed, with every account of its keeping."""

    id: str
    obligor: str
    obligee: str | None
    what: str
    in_return: str | None
    deadline: Interval | None
    accounts: tuple[tuple[str, str, str], ...]
    """(statement id, account, whose account by side or "own voice")."""
    standing: Literal["owed", "kept", "kept in part", "breached by one account", "breached by several accounts", "disputed"]
    agreement: str | None = None
    negotiation: str | None = None
    proposed_score: ProposedScore | None = None
    """None where nothing is told of its keeping."""


@dataclass(frozen=True, slots=True)
class TalksPoint:
    """One statement of how the talks stood."""

    statement: str
    status: TalksStatus
    date: Interval | None
    side: str | None
    by: str | None


@dataclass(frozen=True, slots=True)
class TalksSpell:
    """Consecutive points of one track that tell the same state, with its beginning and end as intervals."""

    track: str
    status: TalksStatus
    begins: Interval | None
    ends: Interval | None
    points: tuple[TalksPoint, ...]
    negotiation: str | None = None


@dataclass(frozen=True, slots=True)
class Dispute:
    """Statements that differ or do not add up."""

    id: str
    kind: Literal["conflict", "update", "different scope", "different as-of", "rounding", "open term"]
    about: Literal["figure", "date", "place", "who", "breach", "whether", "position", "status"]
    title: str
    sides: tuple[tuple[str, tuple[str, ...]], ...]
    """(what is said, the ids of the statements that say so)."""
    settles: str = ""
    """What would settle it, in words."""
    negotiation: str | None = None
    origins: tuple[Origins, ...] = ()
    """The independent origins behind each side, in the order of *sides*."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """A person's decision on the record; append-only, undone by a later row that names it."""

    id: str
    action: Literal["accept", "reject", "edit", "merge", "split", "undo", "add", "code"]
    """`add` puts something on record that no report gave: an agreement that a person typed in. `code` keeps what a coder or an auditor said of
    words, and changes nothing."""
    target: str
    who: str
    when: dt.datetime
    why: str = ""
    layer: str | None = None
    quote: str | None = None
    context: str | None = None
    value: str | None = None
    """JSON of what is put in its place (edit), or the ids joined or parted."""


@dataclass(frozen=True, slots=True)
class Derived:
    """Everything that reconciling derives; replaceable at any time."""

    dates: tuple[ReportDate, ...] = ()
    entities: tuple[Entity, ...] = ()
    negotiations: tuple[Negotiation, ...] = ()
    origin_links: tuple[OriginLink, ...] = ()
    events: tuple[Event, ...] = ()
    ledgers: tuple[Ledger, ...] = ()
    positions: tuple[PositionLine, ...] = ()
    commitments: tuple[CommitmentLine, ...] = ()
    talks: tuple[TalksSpell, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    withdrawn: tuple[Withdrawn, ...] = ()
    roster: tuple[RosterLine, ...] = ()
    channels: tuple[Channel, ...] = ()
    proposals: tuple[ProposalLine, ...] = ()
    agreements: tuple[Agreement, ...] = ()
