"""Readings of made reports without reading: what each line tells, at its place, as the annotators give it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from bench.corpus.laid import lay, report_of
from bench.corpus.lines import Line, Mark
from bench.corpus.make import make_corpus
from bench.corpus.reports import Made
from bench.corpus.when import Day
from bench.corpus.world import Side, Talks

from onrecord.types import (
    Attribution,
    Commitment,
    Coverage,
    EventMention,
    Figure,
    Participant,
    Position,
    Reading,
    Span,
    Status,
    Time,
    TimeExpression,
    When,
)

TARGETS = {"release": "n", "capture": "n", "rescue": "n", "attack": "town"}
ACTORS = {"rescue": "state", "propose": "med", "meet": "both", "agree": "both", "truce_start": "both", "suspend_talks": "both", "resume_talks": "both"}


@dataclass
class Taking:
    """What is taken down of one report; lives as long as that takes."""

    made: Made
    talks: Talks
    text: str
    times: list[Time] = field(default_factory=list)
    attributions: list[Attribution] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    events: list[EventMention] = field(default_factory=list)
    positions: list[Position] = field(default_factory=list)
    commitments: list[Commitment] = field(default_factory=list)
    status: list[Status] = field(default_factory=list)
    names: dict[tuple[str, str, str | None, str | None], list[Span]] = field(default_factory=dict)

    def party(self, slot: str) -> str:
        """The name of a party by its slot."""
        return {"group": self.talks.group.name, "med": self.talks.mediator.name}.get(slot, self.talks.state.name)

    def named(self, name: str, kind: str, span: Span, side: str | None = None, office: str | None = None) -> None:
        """Notes a mention."""
        self.names.setdefault((name, kind, side, office), []).append(span)


def readings(reports: int, seed: int, *, talks: int = 2, days: int = 100) -> list[Reading]:
    """The readings of a corpus, in no order; of two later versions that turned out alike one is left, as in a record."""
    corpus = make_corpus(reports, seed, talks=talks, days=days)
    known = {t.id: t for t in corpus.world.talks}
    found = (reading_of(made, known[made.talks]) for made in corpus.reports)
    return list({r.report.id: r for r in found}.values())


def reading_of(made: Made, talks: Talks) -> Reading:
    """The reading of one report."""
    laid = lay(made)
    report = report_of(made, laid)
    at = Taking(made, talks, laid.text)
    for line, place in laid.lines:
        take(at, line, place)
    who = tuple(
        Participant(f"w{n}", name, kind, side, office, tuple(spans))  # type: ignore[arg-type]
        for n, ((name, kind, side, office), spans) in enumerate(at.names.items(), 1)
    )
    return Reading(
        report, participants=who, times=tuple(at.times), attributions=tuple(at.attributions), figures=tuple(at.figures), events=tuple(at.events),
        positions=tuple(at.positions), commitments=tuple(at.commitments), status=tuple(at.status), coverage=Coverage(len(laid.lines), len(laid.lines)),
    )


def take(at: Taking, line: Line, place: int) -> None:
    """Takes down one line."""
    marks = [m.moved(place) for m in line.marks]
    when = next((time(at, m) for m in marks if m.tag == "when"), None)
    by = attribution(at, marks)
    for mark in marks:
        if mark.tag == "name":
            mention(at, mark)
    whole = Span(place, place + len(line.text))
    for mark in marks:
        if mark.tag == "e":
            at.events.append(event(at, line, mark, whole, (when, by)))
        elif mark.tag == "f":
            figure(at, line, mark, (when, by))
        else:
            other(at, mark, by)


def mention(at: Taking, mark: Mark) -> None:
    """A name of a party or place."""
    span, talks = Span(mark.start, mark.end), at.talks
    words = span.of(at.text)
    side: Side | None = {"group": talks.group, "state": talks.state, "med": talks.mediator, "state_adj": talks.state}.get(mark.value)
    if side is None:
        at.named(words, "place", span)
    else:
        at.named(side.name, "body" if side.kind == "group" else "state", span, side.name)


def time(at: Taking, mark: Mark) -> str:
    """The id of the time at a mark."""
    day: Day | None = mark.day
    assert day is not None
    date, past = day.date, "past"
    found = {
        "weekday": TimeExpression("weekday", weekday=date.weekday(), direction="past"),
        "yesterday": TimeExpression("shift", unit="day", amount=-1.0),
        "date": TimeExpression("date", month=date.month, day=date.day, direction="past"),
        "full": TimeExpression("date", year=date.year, month=date.month, day=date.day, direction="past"),
    }[day.op]
    identity = f"t{len(at.times) + 1}"
    at.times.append(Time(identity, Span(mark.start, mark.end), "DATE", found, reason=f"{past} tense “said”"))
    return identity


def attribution(at: Taking, marks: Sequence[Mark]) -> str | None:
    """The id of the attribution of a line, if it has one."""
    by = {m.tag: m for m in marks if m.tag in ("content", "source", "cue")}
    if len(by) < 3:
        return None
    content, source, cue = (Span(by[t].start, by[t].end) for t in ("content", "source", "cue"))
    kind, resolved, side, office = by["source"].value.split("|")
    if kind == "named_person":
        at.named(resolved, "person", source, side, office)
    else:
        at.named(source.of(at.text), "group", source, side, "official")
    identity = f"a{len(at.attributions) + 1}"
    span = Span(min(content.start, source.start, cue.start), max(content.end, source.end, cue.end))
    at.attributions.append(
        Attribution(
            identity, span, by["content"].value, source.of(at.text), kind, resolved, cue.of(at.text), content.of(at.text),  # type: ignore[arg-type]
            (source,), (cue,), (content,), side, office=office or None,
        )
    )
    return identity


Ties = tuple[str | None, str | None]


def event(at: Taking, line: Line, mark: Mark, whole: Span, ties: Ties) -> EventMention:
    """The event of a line."""
    when, by = ties
    role = ACTORS.get(mark.value, "group")
    both = (at.talks.group.name, at.talks.state.name)
    actors = both if role == "both" else (at.party("state" if line.kind == "accuse" else role),)
    target = TARGETS.get(mark.value)
    targets = tuple(targets_of(at, line, target)) if target else (at.talks.state.name if actors[0] == at.talks.group.name else at.talks.group.name,)
    return EventMention(
        f"e{len(at.events) + 1}", whole, Span(mark.start, mark.end), mark.value, "happened", actors, () if role == "both" else targets,  # type: ignore[arg-type]
        date=When(when, reason="time in the clause of its trigger") if when else None, by=by,
    )


def targets_of(at: Taking, line: Line, target: str) -> Iterator[str]:
    """Who was freed, taken or hit."""
    if target == "n":
        yield f"{line.numbers.get('n', 0)} {at.talks.captives}"
    else:
        yield next(Span(m.start, m.end).of(line.text) for m in line.marks if m.tag == "name" and m.value == "town")


def figure(at: Taking, line: Line, mark: Mark, ties: Ties) -> None:
    """A figure."""
    when, by = ties
    measure, _, slot = mark.value.partition(":")
    value = float(line.numbers[slot])
    unit = "prisoners" if "prisoners" in measure else at.talks.captives if measure != "killed" else "people"
    at.figures.append(
        Figure(
            f"f{len(at.figures) + 1}", Span(mark.start, mark.end), value, None, None, "exact", unit, measure, by=by,  # type: ignore[arg-type]
            as_of=When(when, reason="a time of its clause" if when else "what stands without a date of its own holds at the report's date"),
            whose=at.talks.group.name if measure in ("taken", "held", "released", "freed") else None, cumulative=measure == "freed",
        )
    )


def other(at: Taking, mark: Mark, by: str | None) -> None:
    """A position, an account of keeping or a state of the talks."""
    span = Span(mark.start, mark.end)
    if mark.tag == "p":
        stance, topic = mark.value.split(":")
        words = span.of(at.text)
        party = at.talks.group.name if words.lower().startswith(at.talks.group.called.lower()) else at.talks.state.name
        at.positions.append(Position(f"p{len(at.positions) + 1}", span, party, stance, words.split(" ", 3)[-1], topic, by=by))  # type: ignore[arg-type]
    elif mark.tag == "c":
        account, slot = mark.value.split(":")
        obligor = at.party(slot)
        obligee = at.party("state" if slot == "group" else "group")
        at.commitments.append(Commitment(f"c{len(at.commitments) + 1}", span, obligor, "observe truce", account, obligee, by=by))  # type: ignore[arg-type]
    elif mark.tag == "s":
        at.status.append(Status(f"s{len(at.status) + 1}", span, mark.value, When(None, reason="told as of the report's own date"), by))  # type: ignore[arg-type]
