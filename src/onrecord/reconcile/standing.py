"""What stands at a place of a report: the statement there, who says it, and the day told beside it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from onrecord.reconcile.calendar import resolve
from onrecord.reconcile.judged import anchor, standing
from onrecord.reconcile.parties import account_of
from onrecord.reconcile.scene import Scene
from onrecord.reconcile.sentences import sentences
from onrecord.reconcile.versions import later_versions, plain
from onrecord.types import Attribution, Interval, Link, Resolved, Span, Statement, Words

BESIDE = 40
"""Characters between words and the day that is told with them, at most."""
CLAUSE = re.compile(r"[;:—–]|,? (?:who|which|whose|where|said|says|told|added|but|while|after|before|since)\b|\bthat\b")
"""What between words and a day shows that the day is told of something else."""


@dataclass(frozen=True, slots=True)
class Voice:
    """By whose account something stands in a report, as origins are counted by."""

    report: str
    chain: tuple[Link, ...]


@dataclass(slots=True)
class Standing:
    """Looks up places in the reports of a scene; what was looked up is kept."""

    scene: Scene
    by_report: Mapping[str, Sequence[Statement]] = field(default_factory=dict)
    """Statements by report, those withdrawn by a later version left out."""
    later: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """The later versions of a report that has any."""
    plainly: dict[str, str] = field(default_factory=dict)
    """The plain texts of those that were looked at."""
    rejected: dict[str, list[Span]] = field(default_factory=dict)
    """Places of statements that a person has put aside: no rule over words says again what they said."""
    days: dict[str, Resolved] = field(default_factory=dict)
    parted: dict[str, tuple[Span, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.by_report = self.scene.said
        self.later = later_versions(self.scene)
        for judgement in standing(self.scene.judgements):
            place = anchor(judgement)
            if judgement.action == "reject" and "report" in place:
                self.rejected.setdefault(place["report"], []).append(Span(place["start"], place["end"]))

    def stands(self, report: str, sentence: Span) -> bool:
        """Whether a sentence may be read: no later version has dropped it, and nobody has put aside what it says."""
        if any(span.overlaps(sentence) for span in self.rejected.get(report, ())):
            return False
        versions = self.later.get(report)
        said = plain(sentence.of(self.scene.reading_of(report).report.text)) if versions is not None else ""
        if versions is None or any(said in self.plain_text(v) for v in versions):
            return True
        return any(s.span.overlaps(sentence) for s in self.by_report.get(report, ()))

    def plain_text(self, report: str) -> str:
        """The plain text of a report, made once."""
        if report not in self.plainly:
            self.plainly[report] = plain(self.scene.reading_of(report).report.text)
        return self.plainly[report]

    def words(self, report: str, span: Span, statement: str | None = None) -> Words:
        """The words at a place."""
        return Words(report, span, span.of(self.scene.reading_of(report).report.text), statement)

    def statement_at(self, report: str, place: Span) -> Statement | None:
        """The shortest statement whose words hold *place*, one that is no attribution before one that is; None where there is none."""
        held = [s for s in self.by_report.get(report, ()) if s.span.holds(place)]
        return min(held, key=lambda s: (s.layer == "attributions", s.span.end - s.span.start, s.id), default=None)

    def sentence_at(self, report: str, place: Span) -> Span:
        """The sentence in which *place* begins; the place itself where there is none."""
        return next((s for s in self.sentences_of(report) if s.start <= place.start < s.end), place)

    def sentences_of(self, report: str) -> tuple[Span, ...]:
        """The sentences of a report, looked for once."""
        if report not in self.parted:
            self.parted[report] = tuple(sentences(self.scene.reading_of(report).report))
        return self.parted[report]

    def chain_at(self, report: str, place: Span) -> tuple[Link, ...]:
        """The attributions in whose content *place* stands, outermost first; empty is the report's own voice."""
        inside = [
            s for s in self.by_report.get(report, ())
            if isinstance(s.item, Attribution) and any(c.holds(place) for c in s.item.content_spans)
        ]
        innermost = min(inside, key=lambda s: (s.span.end - s.span.start, s.id), default=None)
        if innermost is None:
            return ()
        item = innermost.item
        assert isinstance(item, Attribution)
        own = Link(
            innermost.id, item.source, item.resolved, item.source_class, item.affiliation, item.cue, item.cue_class, item.access, item.audience, item.number
        )
        return (*innermost.chain, own)

    def told_by(self, report: str, chain: tuple[Link, ...]) -> str:
        """Whose account it is, in words."""
        some = next(iter(self.by_report.get(report, ())), None)
        return account_of(self.scene, replace(some, chain=chain)) if some is not None else "own voice"

    def day_beside(self, report: str, cue: Span, sentence: Span) -> Interval | None:
        """The day told in the same clause as the words at *cue*, the nearest one within reach; None where there is none."""
        reading = self.scene.reading_of(report)
        text = reading.report.text
        near: list[tuple[int, str]] = []
        for time in reading.times:
            if time.type not in ("DATE", "TIME") or not sentence.holds(time.span):
                continue
            between = Span(cue.end, time.span.start) if time.span.start >= cue.end else Span(time.span.end, max(cue.start, time.span.end))
            if cue.holds(time.span):
                between = Span(time.span.end, cue.end)  # "the pilot captured in January, escaped": what stands in an insertion is not its day
            if between.end - between.start <= BESIDE and not CLAUSE.search(between.of(text)):
                near.append((between.end - between.start, time.id))
        return self.day_of(report, min(near)[1]) if near else None

    def day_of(self, report: str, time: str) -> Interval | None:
        """The days that the time with this id means; None where they cannot be told."""
        if report not in self.days:
            self.days[report] = resolve(self.scene.reading_of(report), self.scene.dates[report].published)
        return self.days[report].days.get(time)
