"""True events → reports in the styles of several outlets."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from bench.corpus.lines import Line, Mark, Slots, inside, opening, render, templates
from bench.corpus.names import BEGIN, GIVEN, SURNAME
from bench.corpus.story import DAY, SAYINGS, Happening, ledger
from bench.corpus.when import MONTHS, Day, told
from bench.corpus.world import Person, Side, Talks

STYLES = ("agency", "newspaper", "statement", "blog")
ORDINALS = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth")


@dataclass(frozen=True)
class Made:
    """A report with the truth about it: lines by paragraph, what it tells, where it comes from."""

    id: str
    outlet: str
    date: dt.date
    talks: str
    style: str
    title: Line
    paragraphs: tuple[tuple[Line, ...], ...]
    head: str = ""
    """A dateline before the first paragraph."""
    tail: str = ""
    """A note after the last one."""
    printed: bool = True
    origin: str = ""
    """Id of the report that its content comes from; its own for an original."""
    kind: str = "original"
    """original, copy, near, rewrite, update, corrects."""
    url: str | None = None
    slips: tuple[tuple[str, str, int, int], ...] = ()
    """(happening or day, measure, told, true)."""

    @property
    def lines(self) -> tuple[Line, ...]:
        """Title and all sentences."""
        return (self.title, *(line for p in self.paragraphs for line in p))

    @property
    def happenings(self) -> tuple[str, ...]:
        """Ids of the events told of."""
        return tuple(sorted({line.happening for line in self.lines if line.happening}))


@dataclass
class Writer:
    """Writes one report: what it may tell, its day, and who has been named by now."""

    talks: Talks
    events: Sequence[Happening]
    date: dt.date
    rng: random.Random
    full: bool = False
    """Whether the first day is told with its year, as in a report that prints no date."""
    named: set[str] = field(default_factory=set)
    wrong: dict[str, int] = field(default_factory=dict)
    """Slips: numbers told in place of the true ones, by happening id or measure."""

    def slots(self, event: Happening) -> Slots:
        """What the templates are filled with."""
        t, known = self.talks, ledger(list(self.events), self.date)
        first = self.events[0]
        n = self.wrong.get(event.id, event.n)
        return {
            "group": t.group.called, "state": t.state.name, "med": t.mediator.name, "state_adj": t.state.adjective, "city": t.city, "town": event.town,
            "capital": t.state.capital, "captives": t.captives, "deal": t.deal, "n": n or 12, "m": event.m or 60, "days": event.days or 4,
            "nth": ORDINALS[min(event.count or 1, 12)], "when": told(event.date, self.date, self.rng, full=self.full and event.type != "attack"),
            "first_town": first.town, "first_when": told(first.date, self.date, self.rng), "taken": self.wrong.get("taken", known.taken),
            "freed": self.wrong.get("freed", known.freed), "held": self.wrong.get("held", known.held),
            "witness": f"{self.rng.choice(GIVEN)} {self.rng.choice(BEGIN)}{self.rng.choice(SURNAME)}", "job": self.rng.choice(templates("jobs")),
            "kin": self.rng.choice(templates("kin")), "age": self.rng.randrange(19, 84),
        }

    def line(self, kind: str, event: Happening, *, way: int | None = None) -> Line:
        """One line about an event, or on the standing of things when *kind* is no event's."""
        made = render(kind, self.slots(event), self.rng, way=way)
        own = kind == event.type
        return replace(made, happening=event.id if own else None, talks=self.talks.id, about=event.id)

    def source(self, side: Side, who: int) -> tuple[str, str, Person | None]:
        """Words for a source, its class, and the person if it has a name."""
        rng = self.rng
        person = side.people[who % len(side.people)]
        if person.name in self.named:
            return person.surname, "named_person", person
        if rng.random() < 0.25:
            adjective = side.adjective
            return rng.choice((f"a senior {adjective} official", f"{adjective} officials", f"an official of {side.called}")), "unnamed_official", None
        self.named.add(person.name)
        of = f"{side.called}'s" if not side.called.endswith("s") else f"{side.called}'"
        return f"{of} {person.office} {person.name}", "named_person", person

    def sides(self) -> tuple[Side, Side, Side]:
        """State, group and mediator."""
        return self.talks.state, self.talks.group, self.talks.mediator

    def attributed(self, line: Line, number: int, who: int) -> Line:
        """The line with a source of the side of that *number* around it."""
        side = self.sides()[number]
        words, kind, person = self.source(side, who)
        value = f"{kind}|{person.name if person else words}|{side.name}|{person.office if person else ''}"
        way = self.rng.randrange(3)
        line = replace(line, side=number, who=who)
        if way == 0:
            made = opening(line)
            at = len(made.text) + 2
            marks = (Mark("content", "indirect", 0, len(made.text)), Mark("source", value, at, at + len(words)), cue(at + len(words) + 1, "said"))
            return made.joined("", f", {words} said", *marks)
        before = f"{words[:1].upper()}{words[1:]} said that " if way == 1 else f"According to {words}, "
        made = inside(line).joined(before, "")
        start = 0 if way == 1 else 13
        at = len(words) + 1 if way == 1 else 0
        extra = (Mark("content", "indirect", len(before), len(made.text)), Mark("source", value, start, start + len(words)))
        return replace(made, marks=(*made.marks, *extra, cue(at, "said" if way == 1 else "According to")))

    def quotation(self, event: Happening, saying: int | None = None) -> Line:
        """The saying that goes with an event, by whoever said it; another one where its number is given."""
        side = self.sides()[event.speaker % 3]
        chosen = event.saying if saying is None else saying
        words_of = Line(saying_of(chosen))
        words, named, person = self.source(side, event.speaker // 3)
        value = f"{named}|{person.name if person else words}|{side.name}|{person.office if person else ''}"
        at = len(words_of.text) + 4
        marks = (Mark("content", "direct", 1, 1 + len(words_of.text)), Mark("source", value, at, at + len(words)), cue(at + len(words) + 1, "said"))
        made = words_of.joined("“", f",” {words} said", *marks)
        return replace(made, kind="saying", talks=self.talks.id, about=event.id, way=chosen)


def saying_of(number: int) -> str:
    """The saying of that number."""
    rng = random.Random(number)
    return " ".join(rng.choice(templates(f"saying_{k}")) for k in range(1, 8))


def cue(at: int, word: str) -> Mark:
    """The mark of a cue."""
    return Mark("cue", word, at, at + len(word))


NOTE = "Correction: an earlier version of this report gave {told} as the number of {what}. The number is {true}."
SHARED = 0.4
"""Share of the originals that quote the official saying of their event, not one that they were told themselves."""
BACKGROUND = ("taken_so_far", "freed_so_far", "held_now", "demands", "refusals", "offers", "standing", "colour")


def write(writer: Writer, told_of: Sequence[Happening], outlet: str, identity: str) -> Made:
    """A report of some events, the first of which is its news, with what stands behind them."""
    rng, talks = writer.rng, writer.talks
    style = rng.choices(STYLES, (5, 5, 1, 2))[0]
    news = told_of[0]
    title = writer.line(news.type, news)
    first = writer.line(news.type, news)
    lead = writer.attributed(first, rng.randrange(3), news.speaker) if rng.random() < 0.6 else opening(first)
    paragraphs: list[tuple[Line, ...]] = [(lead, *([opening(writer.line("colour", news))] if rng.random() < 0.3 else []))]
    paragraphs.append((writer.quotation(news, None if rng.random() < SHARED else rng.randrange(SAYINGS)),))
    for event in told_of[1:]:
        made = writer.line(event.type, event)
        paragraphs.append((writer.attributed(made, rng.randrange(3), event.speaker) if rng.random() < 0.5 else opening(made),))
    freed = ledger(list(writer.events), writer.date).freed
    behind = [kind for kind in BACKGROUND if rng.random() < 0.55 and (freed > 1 or kind != "freed_so_far")]
    rng.shuffle(behind)
    lines = [writer.line(kind, news) for kind in behind]
    paragraphs.append(tuple(opening(writer.line("witness", news)) for _ in range(rng.randrange(1, 4))))
    if lines:
        told_by = [writer.attributed(x, rng.randrange(3), k) if rng.random() < 0.3 else opening(x) for k, x in enumerate(lines)]
        paragraphs.insert(rng.randrange(1, len(paragraphs) + 1), tuple(told_by))
    head = f"{talks.city.upper()}, {MONTHS[writer.date.month - 1]} {writer.date.day} ({outlet}) — " if style == "agency" and not writer.full else ""
    if style == "blog":
        head = f"{rng.randrange(6, 23):02}:{rng.randrange(60):02} — "
    return Made(identity, outlet, writer.date, talks.id, style, headline(title), tuple(paragraphs), head=head, printed=not writer.full, origin=identity)


def headline(line: Line) -> Line:
    """A line as a title: without its day."""
    when = next((m for m in line.marks if m.tag == "when"), None)
    if when is None or when.day is None:
        return opening(line)
    start = when.start - when.day.lead
    cut = slice(start - 1 if start else 0, when.end if start else when.end + 1)
    width = cut.stop - cut.start
    kept = tuple(m.moved(-width) if m.start >= cut.stop else m for m in line.marks if m is not when)
    return opening(replace(line, text=line.text[: cut.start] + line.text[cut.stop :], marks=kept))


def days_on(date: dt.date, events: Sequence[Happening]) -> list[Happening]:
    """What happened on a day or the day before, the newest first."""
    return sorted((h for h in events if 0 <= (date - h.date).days <= 1), key=lambda h: (-h.date.toordinal(), h.id))


__all__ = ["DAY", "Day", "Made", "Writer", "days_on", "templates", "write"]
