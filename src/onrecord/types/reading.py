"""What one report says, item by item, with dates still relative to the report's own date."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.types.report import Problem, Report, Span
from onrecord.types.time import Time, When

SourceClass = Literal["named_person", "named_body", "unnamed_official", "unnamed_source", "document", "outlet", "group"]
ParticipantKind = Literal["person", "body", "state", "place", "outlet", "group", "document", "thing"]
Comparator = Literal["exact", "more_than", "at_least", "less_than", "at_most", "about", "between", "dozens", "hundreds"]
Measure = Literal[
    "taken", "held", "alive", "dead", "feared_dead", "missing", "released", "rescued", "freed", "to_release",
    "prisoners_held", "prisoners_to_release", "killed", "injured", "struck", "duration", "other",
]
EventType = Literal[
    "meet", "call", "travel", "message", "propose", "demand", "accept", "reject", "agree", "resume_talks",
    "suspend_talks", "withdraw", "release", "exchange", "truce_start", "truce_extend", "truce_end", "breach", "accuse",
    "attack", "operation", "capture", "rescue", "threaten", "warn", "protest", "publish", "appeal", "other",
]
Factuality = Literal["happened", "ongoing", "planned", "possible", "denied", "called_for", "conditional"]
Stance = Literal["demands", "offers", "refuses", "accepts", "conditions", "considers", "not_considering"]
Account = Literal["owed", "kept", "breached", "disputed"]
TalksStatus = Literal["none", "exploring", "active", "progress", "agreed", "stalled", "suspended", "collapsed"]
ProposalRole = Literal["tabled", "carried", "answered", "amended", "withdrawn"]
Reply = Literal["accepts", "rejects", "accepts_with_changes", "studies", "not_our_text", "none_yet"]
Layer = Literal["times", "attributions", "figures", "events", "positions", "commitments", "proposals", "status"]


@dataclass(frozen=True, slots=True)
class Confidence:
    """How sure a reading is, in [0, 1], with the reasons that lowered or raised it."""

    value: float = 0.8
    reasons: tuple[str, ...] = ()


USUAL = Confidence()
"""What a rule gives that has no reason to doubt or to insist."""


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody or something that one report names, with every mention of it resolved to the fullest form found there."""

    id: str
    name: str
    kind: ParticipantKind
    side: str | None = None
    """The party or country it speaks or acts for, canonical short name ("Israel" for an Israeli minister)."""
    office: str | None = None
    spans: tuple[Span, ...] = ()
    aliases: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Attribution:
    """One link from a content to its source; *inside* is the id of the attribution in whose content it stands."""

    id: str
    span: Span
    """The contiguous words that hold source, cue and first content."""
    kind: Literal["direct", "indirect", "mixed"]
    source: str
    source_class: SourceClass
    resolved: str
    cue: str
    content: str
    source_spans: tuple[Span, ...]
    cue_spans: tuple[Span, ...]
    content_spans: tuple[Span, ...]
    affiliation: str | None = None
    access: Literal["direct knowledge", "briefed", "familiar"] | None = None
    audience: str | None = None
    inside: str | None = None
    number: int | None = None
    """How many sources are said to speak ("two officials" is 2)."""
    office: str | None = None
    cue_class: str = "reporting"
    """factive, reporting, belief, denial, demand, threat or promise."""
    confidence: Confidence = USUAL


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity as reported: closed bounds where the text gives a comparator, None for what it does not give."""

    id: str
    span: Span
    value: float | None
    low: float | None
    high: float | None
    comparator: Comparator
    unit: str
    measure: Measure
    scope: str | None = None
    as_of: When | None = None
    by: str | None = None
    whose: str | None = None
    """The party that holds, took, released or lost those counted, where the words tell."""
    part_of: str | None = None
    """Id of the figure of which this is a named part ("including 105", "32 of them")."""
    agreement: str | None = None
    """The deal, truce or day to which a flow is bound ("in a hostage deal in late November"), verbatim."""
    cumulative: bool = False
    """Whether a flow is counted up to its date ("have been freed so far") rather than within it."""
    some: bool = False
    """Whether only these are spoken of and no total is meant ("a video of three hostages")."""
    confidence: Confidence = USUAL


@dataclass(frozen=True, slots=True)
class EventMention:
    """One trigger of something that happened, is planned, asked for or denied."""

    id: str
    span: Span
    trigger_span: Span
    type: EventType
    factuality: Factuality
    actors: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    through: tuple[str, ...] = ()
    place: str | None = None
    about: str | None = None
    date: When | None = None
    by: str | None = None
    confidence: Confidence = USUAL
    supplied: tuple[str, ...] = ()
    """Those of *actors* and *targets* that no word of the clause names: the report's parties, by what it tells elsewhere."""


@dataclass(frozen=True, slots=True)
class Position:
    """What a party wants, offers, refuses or makes a condition of; *role* marks a mediator's proposal or ultimatum."""

    id: str
    span: Span
    party: str
    stance: Stance
    topic: str
    """Words of the report, shortened; *topic_key* is what two reports can be compared by."""
    topic_key: str
    date: When | None = None
    by: str | None = None
    role: Literal["party", "mediator_proposal", "mediator_ultimatum", "other"] = "party"
    confidence: Confidence = USUAL


@dataclass(frozen=True, slots=True)
class Commitment:
    """What somebody owes under an agreement or ultimatum, or an account of its keeping."""

    id: str
    span: Span
    obligor: str
    what: str
    account: Account
    obligee: str | None = None
    in_return: str | None = None
    deadline: When | None = None
    in_part: bool = False
    agreement: str | None = None
    by: str | None = None
    confidence: Confidence = USUAL


@dataclass(frozen=True, slots=True)
class Proposal:
    """What is said to have been done with one text on the table: tabled, carried, answered, changed or taken back."""

    id: str
    span: Span
    trigger_span: Span
    """The words that say what was done with it."""
    title: str
    """What the text is called there, without its article ("Qatari bridging proposal"); of a pronoun, what it points back to."""
    role: ProposalRole
    who: str | None = None
    """Who did it; None where the words name nobody."""
    answer: Reply | None = None
    """How it was answered; None for the other roles, and for an answer whose content is not told."""
    version: str | None = None
    """Which version is meant, in the words of the report ("the revised draft", "the May 25 text"); None where it does not say."""
    whose: str | None = None
    """Whose text it is called ("the Qatari proposal", "drafted by the union"), whoever does something with it here."""
    to: str | None = None
    """To whom it was tabled or carried."""
    date: When | None = None
    by: str | None = None
    confidence: Confidence = USUAL


@dataclass(frozen=True, slots=True)
class Status:
    """How the talks stand, as told."""

    id: str
    span: Span
    status: TalksStatus
    date: When | None = None
    by: str | None = None
    track: str = "talks"
    """Of which talks: `talks`, or a track that a pack names."""
    confidence: Confidence = USUAL


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of a report was read, in sentences, and why the rest was not."""

    sentences: int = 0
    used: int = 0
    skipped: tuple[tuple[str, int], ...] = ()
    """(reason, how many sentences or blocks)."""


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one report says; pure function of the report and the lexicons."""

    report: Report
    participants: tuple[Participant, ...] = ()
    times: tuple[Time, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    figures: tuple[Figure, ...] = ()
    events: tuple[EventMention, ...] = ()
    positions: tuple[Position, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    status: tuple[Status, ...] = ()
    problems: tuple[Problem, ...] = ()
    coverage: Coverage = Coverage()


Item = Attribution | Figure | EventMention | Position | Commitment | Proposal | Status
