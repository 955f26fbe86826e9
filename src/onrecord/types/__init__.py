"""The small frozen values that all stages share; nothing here imports another part of the package."""

from onrecord.types.agreements import (
    Agreement,
    AgreementRule,
    AgreementTerm,
    Delivery,
    Due,
    ScheduleDay,
)
from onrecord.types.channels import Channel, ChannelBreak, ChannelUse
from onrecord.types.entity import Entity, Merge, OfficeTerm
from onrecord.types.keeping import Keeper, Shelf
from onrecord.types.ledger import Bound, Headline, Ledger, LedgerLine, LedgerValue, Origins
from onrecord.types.pack import (
    HeldAs,
    KeptPack,
    Pack,
    PackCaptives,
    PackKind,
    PackName,
    PackOffice,
    PackOutlet,
    Packs,
    PackTrack,
)
from onrecord.types.parsed import Parsed, Sentence, Token
from onrecord.types.proposals import Answer, ProposalAnswer, ProposalLine, ProposalVersion
from onrecord.types.reading import (
    Account,
    Attribution,
    Commitment,
    Comparator,
    Confidence,
    Coverage,
    EventMention,
    EventType,
    Factuality,
    Figure,
    Item,
    Layer,
    Measure,
    Participant,
    ParticipantKind,
    Position,
    Proposal,
    ProposalRole,
    Reading,
    Reply,
    SourceClass,
    Stance,
    Status,
    TalksStatus,
)
from onrecord.types.record import (
    CommitmentLine,
    Derived,
    Dispute,
    Event,
    Judgement,
    Link,
    Negotiation,
    OriginLink,
    PositionLine,
    PositionPoint,
    ProposedScore,
    ReportDate,
    Statement,
    TalksPoint,
    TalksSpell,
)
from onrecord.types.releases import Decided, Frozen, FrozenRow, Release, RowChange
from onrecord.types.remembering import Asked, Both, Late, Means, NamedWork, PairWork, Share, ShareWork, Stated, Viewed
from onrecord.types.report import QUIET_BLOCKS, SILENT_BLOCKS, Block, BlockKind, Genre, Interval, Problem, ProblemKind, Report, Span, Words, report_id
from onrecord.types.roster import CaptiveStatus, Namesake, RosterLine, RosterPoint
from onrecord.types.snapshot import Snapshot
from onrecord.types.time import Direction, Resolved, Time, TimeExpression, TimexType, When
from onrecord.types.versions import Withdrawn

__all__ = [
    "QUIET_BLOCKS", "SILENT_BLOCKS", "Account", "Agreement", "AgreementRule", "AgreementTerm", "Answer", "Attribution", "Block", "BlockKind", "Both", "Bound",
    "CaptiveStatus", "Channel", "ChannelBreak", "ChannelUse", "Commitment", "CommitmentLine", "Comparator", "Confidence", "Coverage", "Decided",
    "Delivery", "Derived", "Direction", "Dispute", "Due", "Entity", "Event", "EventMention", "EventType", "Factuality", "Figure", "Frozen",
    "FrozenRow", "Genre", "Headline", "HeldAs", "Interval", "Item", "Judgement", "Keeper", "KeptPack", "Layer", "Ledger", "LedgerLine", "LedgerValue", "Link",
    "Measure", "Merge",
    "Late", "Means", "NamedWork",
    "Namesake", "Negotiation", "OfficeTerm", "OriginLink", "Origins", "PairWork", "Share", "ShareWork", "Asked", "Pack", "PackCaptives", "PackKind", "PackName",
    "PackOffice", "PackOutlet", "PackTrack", "Packs", "Parsed", "Participant", "ParticipantKind", "Position", "PositionLine",
    "PositionPoint", "Problem", "ProblemKind", "Proposal", "ProposalAnswer", "ProposalLine", "ProposalRole", "ProposalVersion", "ProposedScore",
    "Reading", "Release", "Reply", "Report", "ReportDate", "Resolved", "RosterLine", "RosterPoint", "RowChange", "ScheduleDay", "Sentence", "Shelf",
    "Snapshot", "SourceClass", "Span", "Stance", "Stated", "Statement", "Status", "TalksPoint", "TalksSpell", "TalksStatus", "Time", "TimeExpression",
    "TimexType", "Token", "Viewed", "When", "Withdrawn", "Words", "report_id",
]
